"""``polling_districts.csv``: which polling district belongs to which district, and from when to when.

Columns ``code,name,district,valid_from,valid_to``. ``valid_to`` is the first day that the row no longer holds for,
empty while it does. A district's name in small or capital letters is the same; that it exists, the service sees to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.core.input_files.faults import FileFaults, FileProblem, Line, Unfit, escaped
from app.core.input_files.input_file import InputFile, forbidden
from app.core.input_files.values import CODE, day_in
from app.councils.places.csv_rows import heading_of, refuse_other_columns, row_of, text_lines
from app.councils.places.faults import Problem

COLUMNS = ("code", "name", "district", "valid_from", "valid_to")
TEXT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class PollingDistrictRow:
    """A row of the file: valid from a day (inclusive) to another (exclusive; none while it lasts)."""

    line: int
    code: str
    name: str
    district: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PollingDistrictRows:
    """All rows of a file, in its order, with the fingerprint of its bytes."""

    file: str
    rows: tuple[PollingDistrictRow, ...]
    sha256: str


def code_key(code: str) -> str:
    """A code for comparing: registers write 1 where election records write 0001."""
    return code.lstrip("0") or "0" if code.isdigit() else code


def read_polling_districts(file: InputFile) -> PollingDistrictRows:
    """The rows, each checked by itself. Up to twenty faults are told together."""
    lines = text_lines(file)
    faults = FileFaults(file.name)
    rows = tuple(_rows(file, lines, faults))
    faults.refuse()
    return PollingDistrictRows(file.name, rows, file.sha256)


def _rows(file: InputFile, lines: Iterator[tuple[int, str]], faults: FileFaults) -> Iterator[PollingDistrictRow]:
    heading = heading_of(file, lines, COLUMNS, ())
    refuse_other_columns(file, heading, COLUMNS)
    for number, line in lines:
        try:
            fields = row_of(line, heading)
            yield _row(number, [fields[heading.places[column]].strip() for column in COLUMNS])
        except Unfit as unfit:
            faults.add(Line(number), unfit)


def _row(line: int, fields: list[str]) -> PollingDistrictRow:
    code, name, district, first, last = fields
    if not CODE.fullmatch(code):
        raise Unfit(FileProblem.CODE_MALFORMED, code)
    valid_from = day_in(first)
    valid_to = day_in(last) if last else None
    if valid_to and valid_to <= valid_from:
        raise Unfit(Problem.ENDS_BEFORE_IT_BEGINS, last, begins=first)
    return PollingDistrictRow(
        line, code, checked_text(name, "name"), checked_text(district, "district"), valid_from, valid_to
    )


def checked_text(value: str, column: str) -> str:
    """A text that says something, and can be printed and stored."""
    if not value:
        raise Unfit(Problem.TEXT_EMPTY, value, column=column)
    if len(value) > TEXT_LIMIT:
        raise Unfit(Problem.TEXT_TOO_LONG, value, column=column, limit=TEXT_LIMIT)
    return printable(value)


def printable(value: str) -> str:
    """A text without control characters; a hard space, which people paste, may stay."""
    for place, char in enumerate(value, start=1):
        if not char.isprintable() and forbidden(char):
            raise Unfit(FileProblem.CHARACTER_FORBIDDEN, value, character=escaped(char), place=place)
    return value
