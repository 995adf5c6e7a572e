"""What is typed in grids and pasted or uploaded as lines: candidates and signers.

Tab or semicolon between columns, as spreadsheets write them. A line that cannot be used is refused with its number; a
first line that names the columns is passed over. Nothing is guessed.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from flask_babel import gettext as _

from app.core.input_files.faults import Unfit
from app.core.input_files.input_file import decoded, refuse_other_kinds
from app.elections.domain.list_proposal import Signer, SignerRole
from app.elections.lists.refusals import LinesNotUnderstood
from app.elections.lists.services.candidates import TypedCandidate

CANDIDATE_LINE = "fornavn;etternavn;fødselsår eller fødselsdato;yrke;bosted;gruppe;stemmetillegg (x);adresse;e-post"
SIGNER_LINE = "navn;fødselsdato;adresse;styremedlem (x)"
LONGEST = 200
MOST_LINES = 500
YES = {"x", "ja", "1", "j"}
NO = {"", "nei", "0", "n", "-"}
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_YEAR = re.compile(r"(18|19|20)\d\d")

T = TypeVar("T")


class Cells:
    """The cells of a grid as they were typed, by name; each fault is remembered with where it stands."""

    def __init__(self, typed: Mapping[str, str] | None) -> None:
        self._typed = typed
        self.errors: dict[str, str] = {}

    @property
    def were_sent(self) -> bool:
        """Whether anything was sent: then the grid shows that, not what is stored."""
        return self._typed is not None

    def shown(self, name: str, stored: object) -> str:
        """What stands in the cell: as typed, when something was sent; else as stored."""
        if self._typed is not None:
            return self._typed.get(name, "")
        return "" if stored is None else str(stored)

    def ticked(self, name: str, *, stored: bool) -> bool:
        """Whether a box is ticked."""
        return name in self._typed if self._typed is not None else stored

    def text(self, name: str) -> str:
        """The cell, without space around, and no longer than is kept."""
        found = " ".join((self._typed or {}).get(name, "").split())
        if len(found) > LONGEST:
            self.errors[name] = _("Teksten er for lang.")
        return found[:LONGEST]

    def number(self, name: str, otherwise: int) -> int:
        """The whole number from 1 in the cell; ``otherwise`` when it is empty, or a fault."""
        found = self.text(name)
        if not found:
            return otherwise
        if found.isascii() and found.isdigit() and int(found[:4]) >= 1 and len(found) <= 3:
            return int(found)
        self.errors[name] = _("Skriv et plassnummer: 1, 2, 3 …")
        return otherwise

    def year(self, name: str) -> int | None:
        """The year in the cell, or None."""
        found = self.text(name)
        if found and not _YEAR.fullmatch(found):
            self.errors[name] = _("Skriv et årstall med fire sifre.")
        return int(found) if _YEAR.fullmatch(found) else None

    def day(self, name: str) -> date | None:
        """The day in the cell, or None."""
        found = self.text(name)
        day = day_in(found)
        if found and day is None:
            self.errors[name] = _("Skriv datoen slik: 17.5.1980.")
        return day

    def rows(self, start: str) -> list[str]:
        """The row numbers of the cells named ``start-…``, in the order they were sent."""
        return [name.removeprefix(f"{start}-") for name in self._typed or {} if name.startswith(f"{start}-")]


def day_in(text: str) -> date | None:
    """17.5.1980 or 1980-05-17; None for anything else."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = match.groups()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return None


def written_day(day: date | None) -> str:
    """``day_in``, back: 17.5.1980."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def typed_candidates(cells: Cells) -> list[TypedCandidate]:
    """The rows of the candidates' grid that are to stand: those with a name that are not marked to be taken out."""
    found: list[TypedCandidate] = []
    for row in cells.rows("first_name"):
        named = cells.text(f"first_name-{row}") or cells.text(f"last_name-{row}")
        if named and not cells.ticked(f"out-{row}", stored=False):
            found.append(_candidate(cells, row, len(found) + 1))
    return found


def _candidate(cells: Cells, row: str, otherwise: int) -> TypedCandidate:
    birth_date = cells.day(f"birth_date-{row}")
    year = cells.year(f"birth_year-{row}")
    known = cells.text(f"id-{row}")
    return TypedCandidate(
        position=cells.number(f"position-{row}", otherwise),
        first_name=cells.text(f"first_name-{row}"),
        last_name=cells.text(f"last_name-{row}"),
        birth_year=year if year or not birth_date else birth_date.year,
        profession=cells.text(f"profession-{row}"),
        residence=cells.text(f"residence-{row}"),
        group=cells.text(f"group-{row}"),
        bonus=cells.ticked(f"bonus-{row}", stored=False),
        birth_date=birth_date,
        address=cells.text(f"address-{row}"),
        email=cells.text(f"email-{row}"),
        id=int(known) if known.isascii() and known.isdigit() else None,
    )


def typed_signers(cells: Cells) -> list[Signer]:
    """The rows of the signers' grid that are to stand."""
    return [
        Signer(
            name=cells.text(f"name-{row}"),
            birth_date=cells.day(f"birth_date-{row}"),
            address=cells.text(f"address-{row}"),
            board_member=cells.ticked(f"board-{row}", stored=False),
            entitled={"yes": True, "no": False}.get(cells.text(f"entitled-{row}")),
            role=_role(cells.text(f"role-{row}")),
        )
        for row in cells.rows("name")
        if cells.text(f"name-{row}") and not cells.ticked(f"out-{row}", stored=False)
    ]


def _role(text: str) -> SignerRole:
    return SignerRole(text) if text in set(SignerRole) else SignerRole.SIGNER


def pasted_candidates(text: str) -> list[TypedCandidate]:
    """Candidates in the order of the lines; a leading column of running numbers, as spreadsheets have, is left out."""
    return _lines(text, ("fornavn", "first_name", "nr", "plass"), _candidate_of, CANDIDATE_LINE)


def pasted_signers(text: str) -> list[Signer]:
    """Signers in the order of the lines."""
    return _lines(text, ("navn", "name"), _signer_of, SIGNER_LINE)


def uploaded_text(name: str, content: bytes) -> str:
    """The text of an uploaded file; a spreadsheet's own format and what is not UTF-8 are refused."""
    refuse_other_kinds(name, content)
    try:
        return decoded(content.removeprefix(b"\xef\xbb\xbf"))
    except Unfit as unfit:
        raise unfit.at(name, None) from None


def _lines(text: str, headings: Sequence[str], made: Callable[[int, list[str]], T | None], example: str) -> list[T]:
    found: list[T] = []
    wrong: list[tuple[int, str]] = []
    for number, cells in _cells(text):
        if number == 1 and cells[0].casefold().rstrip(".") in headings:
            continue
        one = made(len(found) + 1, cells) if max(map(len, cells)) <= LONGEST else None
        if one is None:
            wrong.append((number, ";".join(cells)[:LONGEST]))
        else:
            found.append(one)
    if wrong or not found or len(found) > MOST_LINES:
        raise LinesNotUnderstood(tuple(wrong[:20] or [(1, "")]), example)
    return found


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    delimiter = "\t" if "\t" in text else ";"
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        cells = [" ".join(cell.split()) for cell in row]
        if any(cells):
            yield number, cells


def _candidate_of(position: int, cells: list[str]) -> TypedCandidate | None:
    if cells[0].rstrip(".").isdigit():
        cells = cells[1:]
    cells = [*cells, *[""] * (9 - len(cells))]
    first, last, born, profession, residence, group, bonus, address, email, *rest = cells
    birth_date = day_in(born)
    is_year = bool(_YEAR.fullmatch(born))
    if not first or not last or any(rest) or not (is_year or birth_date or not born):
        return None
    if bonus.casefold() not in YES | NO:
        return None
    return TypedCandidate(
        position,
        first,
        last,
        birth_date.year if birth_date else int(born) if is_year else None,
        profession,
        residence,
        group,
        bonus.casefold() in YES,
        birth_date,
        address,
        email,
    )


def _signer_of(_position: int, cells: list[str]) -> Signer | None:
    name, born, address, board, *rest = [*cells, *[""] * (4 - len(cells))]
    birth_date = day_in(born)
    if not name or any(rest) or (born and birth_date is None) or board.casefold() not in YES | NO:
        return None
    return Signer(name, birth_date, address, board_member=board.casefold() in YES)
