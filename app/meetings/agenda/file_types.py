"""What a paper is, by its bytes and never by its name: PDF, DOCX or ODT, without anything that runs."""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pikepdf

from app.core.errors import DomainError

SMALL = 1 << 20
DOCX_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


class PaperKind(StrEnum):
    """The kinds that are taken."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"


MEDIA_TYPES: Mapping[PaperKind, str] = {
    PaperKind.PDF: "application/pdf",
    PaperKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperKind.ODT: ODT_TYPE.decode(),
}


@dataclass(unsafe_hash=True)
class NotAPaper(DomainError):
    """The file is none of the kinds that are taken, whatever its name says."""

    name: str


@dataclass(unsafe_hash=True)
class PaperIsLocked(DomainError):
    """The PDF asks for a password: nobody could read it."""

    name: str


@dataclass(unsafe_hash=True)
class PaperRuns(DomainError):
    """The file holds a program (macros, scripts): ``what`` is its name inside the file."""

    name: str
    what: str


@dataclass(unsafe_hash=True)
class PaperTooLarge(DomainError):
    """The file is larger than the municipality takes, in bytes."""

    name: str
    size: int
    largest: int


def kind_of(path: Path, name: str, largest: int) -> PaperKind:
    """What the file at ``path`` is. Refused: another kind, a locked one, one with a program in it, one too large."""
    size = path.stat().st_size
    if size > largest:
        raise PaperTooLarge(name, size, largest)
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning.startswith(b"%PDF-"):
        return _pdf(path, name)
    if beginning.startswith(b"PK\x03\x04"):
        return _zipped(path, name)
    raise NotAPaper(name)


def _pdf(path: Path, name: str) -> PaperKind:
    try:
        with pikepdf.open(path) as pdf:
            root = pdf.Root
            if "/Names" in root and "/JavaScript" in root["/Names"]:
                raise PaperRuns(name, "JavaScript")
            if "/OpenAction" in root and _is_script(root["/OpenAction"]):
                raise PaperRuns(name, "OpenAction")
            if not len(pdf.pages):
                raise NotAPaper(name)
    except pikepdf.PasswordError:
        raise PaperIsLocked(name) from None
    except pikepdf.PdfError:
        raise NotAPaper(name) from None
    return PaperKind.PDF


def _is_script(action: pikepdf.Object) -> bool:
    return isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in {"/JavaScript", "/Launch"}


def _zipped(path: Path, name: str) -> PaperKind:
    try:
        with zipfile.ZipFile(path) as archive:
            return _document(archive, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise NotAPaper(name) from None


def _document(archive: zipfile.ZipFile, name: str) -> PaperKind:
    inside = archive.namelist()
    for each in inside:
        if each.casefold().endswith(("vbaproject.bin", ".exe", ".js")) or each.startswith(("Basic/", "Scripts/")):
            raise PaperRuns(name, each)
    if "[Content_Types].xml" in inside and DOCX_MAIN in _small(archive, "[Content_Types].xml"):
        return PaperKind.DOCX
    if "mimetype" in inside and _small(archive, "mimetype").strip() == ODT_TYPE:
        return PaperKind.ODT
    raise NotAPaper(name)


def _small(archive: zipfile.ZipFile, member: str) -> bytes:
    """The beginning of a member: what is packed to be enormous is not unpacked."""
    with archive.open(member) as file:
        return file.read(SMALL)
