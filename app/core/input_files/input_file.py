"""A text file handed in by someone: read once from start to end in blocks of whole lines, fingerprinted on the way.

Whatever the file holds, memory stays within a block and a line: 100 megabytes without a line break are refused early.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.core.input_files.faults import FileProblem, InputFault, Line, Unfit, escaped, shown

BLOCK_SIZE = 1 << 16
LINE_LIMIT = 10_000
BEGINNING = 64
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Block:
    """So many whole lines, each with its line break; ``first_line`` is the number of the first."""

    first_line: int
    lines: int
    content: bytes


class InputFile:
    """An open input file. ``name`` is what faults call it; ``progress`` is told how many bytes were read since last."""

    def __init__(self, name: str, stream: BinaryIO, progress: Progress | None = None) -> None:
        self.name = name
        self._stream = stream
        self._progress = progress
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The fingerprint of all bytes read; that of the file when ``blocks`` has come to its end."""
        return self._digest.hexdigest()

    def blocks(self) -> Iterator[Block]:
        """The whole file, without a byte order mark; a last line that lacks its line break is given one."""
        line, rest = 1, b""
        for piece in self._pieces():
            end = piece.rfind(b"\n") + 1
            if end:
                content = rest + piece[:end]
                block = Block(line, content.count(b"\n"), content)
                yield block
                line, rest = line + block.lines, piece[end:]
            else:
                rest += piece
            self._refuse_long_line(line, rest)
        if rest:
            yield Block(line, 1, rest + b"\n")

    def again(self) -> "InputFile":
        """The same file from its start, for a second look that tells no progress."""
        self._stream.seek(0)
        return InputFile(self.name, self._stream)

    def whole(self, limit: int) -> bytes:
        """All bytes of a file that is read in one piece, byte order mark and all; refused above ``limit`` bytes."""
        content = bytearray()
        while piece := self._read():
            content += piece
            if len(content) > limit:
                raise InputFault(self.name, None, "", FileProblem.FILE_TOO_LARGE, (("limit", limit),))
        return bytes(content)

    def _pieces(self) -> Iterator[bytes]:
        first = b""
        while len(first) < BEGINNING and (piece := self._read()):
            first += piece
        refuse_other_kinds(self.name, first)
        text = first.removeprefix(BYTE_ORDER_MARK)
        if not text.strip():
            text += self._read()
            if not text.strip():
                raise InputFault(self.name, None, "", FileProblem.FILE_EMPTY)
        yield text
        while piece := self._read():
            yield piece

    def _read(self) -> bytes:
        try:
            piece = self._stream.read(BLOCK_SIZE)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise InputFault(self.name, None, self.name, FileProblem.FILE_UNREADABLE, (("reason", reason),)) from error
        self._digest.update(piece)
        if piece and self._progress:
            self._progress(len(piece))
        return piece

    def _refuse_long_line(self, line: int, rest: bytes) -> None:
        if len(rest) <= LINE_LIMIT:
            return
        beginning = shown(rest[:LINE_LIMIT].decode(errors="replace"))
        problem = FileProblem.LINES_END_IN_CR if b"\r" in rest[:-1] else FileProblem.LINE_TOO_LONG
        raise InputFault(self.name, Line(line), beginning, problem, (("limit", LINE_LIMIT),))


@contextmanager
def open_input(path: Path, progress: Progress | None = None) -> Iterator[InputFile]:
    """The file at ``path``, open; faults call it by its last name. Refused if it changes while it is read."""
    name = path.name or str(path)
    with _open(path, name) as stream:
        before = _version(stream)
        yield InputFile(name, stream, progress)
        if _version(stream) != before:
            raise InputFault(name, None, "", FileProblem.FILE_CHANGED)


def _open(path: Path, name: str) -> BinaryIO:
    try:
        refuse_unless_regular(path, name)
        return path.open("rb", buffering=0)
    except FileNotFoundError:
        raise InputFault(name, None, shown(str(path)), FileProblem.FILE_MISSING) from None
    except (OSError, ValueError) as error:
        reason = error.strerror or "" if isinstance(error, OSError) else str(error)
        raise InputFault(name, None, shown(str(path)), FileProblem.FILE_UNREADABLE, (("reason", reason),)) from None


def refuse_unless_regular(path: Path, name: str) -> None:
    """A folder, a pipe or a device is no input file: it may be needed twice, and opening a pipe could wait for ever."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise InputFault(name, None, shown(str(path)), FileProblem.FILE_IS_FOLDER)
    if not stat.S_ISREG(mode):
        raise InputFault(name, None, shown(str(path)), FileProblem.FILE_NOT_REGULAR)


def _version(stream: BinaryIO) -> tuple[int, int]:
    status = os.fstat(stream.fileno())
    return status.st_size, status.st_mtime_ns


def refuse_other_kinds(name: str, beginning: bytes) -> None:
    """UTF-16 and spreadsheets are met so often that they are told apart from other bytes that are no text."""
    zeros = beginning[:BEGINNING].count(0)
    if beginning.startswith(UTF16_MARKS) or (beginning[:2].count(0) == 1 and zeros >= len(beginning[:BEGINNING]) // 3):
        raise InputFault(name, None, "", FileProblem.IS_UTF16)
    if beginning.startswith(SPREADSHEETS):
        raise InputFault(name, None, "", FileProblem.IS_SPREADSHEET)


def lines_of(file: str, block: Block) -> Iterator[tuple[int, str]]:
    """Each line of the block that is not empty, with its number, without its line break; checked for stray bytes."""
    for number, line in enumerate(plain_lines(block) or careful_lines(file, block), start=block.first_line):
        if line:
            yield number, line


def plain_lines(block: Block) -> list[str] | None:
    """The lines at once, if there is nothing to remark on any of them."""
    try:
        lines = block.content.decode().replace("\r\n", "\n").split("\n")[:-1]
    except UnicodeDecodeError:
        return None
    return lines if "".join(lines).isprintable() and max(map(len, lines), default=0) <= LINE_LIMIT // 4 else None


def careful_lines(file: str, block: Block) -> Iterator[str]:
    """The lines one by one; refused at the first that is not text."""
    for number, line in enumerate(block.content.split(b"\n")[:-1], start=block.first_line):
        try:
            yield text_of(line.removesuffix(b"\r"))
        except Unfit as unfit:
            raise unfit.at(file, Line(number)) from None


def text_of(line: bytes) -> str:
    """A line as text: UTF-8 without control characters, and not longer than a line may be."""
    if len(line) > LINE_LIMIT:
        raise Unfit(FileProblem.LINE_TOO_LONG, line[:LINE_LIMIT].decode(errors="replace"), limit=LINE_LIMIT)
    text = decoded(line)
    if not text.isprintable():
        place, char = next((at, char) for at, char in enumerate(text) if not char.isprintable())
        if char == "\r":
            raise Unfit(FileProblem.LINES_END_IN_CR, text, limit=LINE_LIMIT)
        if forbidden(char):
            raise Unfit(FileProblem.CHARACTER_FORBIDDEN, text, character=escaped(char), place=place + 1)
    return text


def decoded(content: bytes) -> str:
    """The text that the bytes are in UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        place, byte = error.start + 1, f"0x{content[error.start]:02X}"
        beginning = content[max(0, error.start - 20) : error.start + 20].decode("latin-1")
        raise Unfit(FileProblem.NOT_UTF8, beginning, byte=byte, place=place) from None


def forbidden(char: str) -> bool:
    """Whether a character has no place in a name or a code: control characters, halves of characters, line breaks.

    A hard space is not printable to Python, but people paste it; it may stay.
    """
    if char.isspace():
        return char < " " or char in "\x85\u2028\u2029"
    return not char.isprintable()
