"""``polling_districts.csv``: which polling district belongs to which district, and from when to when.

Columns ``code,name,district,valid_from,valid_to``. ``valid_to`` is the first day that the row no longer holds for,
empty while it does. A district's name in small or capital letters is the same; that it exists, the service sees to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.councils.places.csv_rows import heading_of, refuse_other_columns, row_of
from app.councils.places.faults import Faults, Line, Problem, Unfit
from app.councils.places.text_file import TextFile

COLUMNS = ("code", "name", "district", "valid_from", "valid_to")
CODE = re.compile(r"[A-Za-z0-9ÆØÅæøå_-]{1,20}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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


def read_polling_districts(file: TextFile) -> PollingDistrictRows:
    """The rows, each checked by itself. Up to twenty faults are told together."""
    lines = file.lines()
    faults = Faults(file.name)
    rows = tuple(_rows(file, lines, faults))
    faults.refuse()
    return PollingDistrictRows(file.name, rows, file.sha256)


def _rows(file: TextFile, lines: Iterator[tuple[int, str]], faults: Faults) -> Iterator[PollingDistrictRow]:
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
        raise Unfit(Problem.CODE_MALFORMED, code)
    valid_from = _day(first)
    valid_to = _day(last) if last else None
    if valid_to and valid_to <= valid_from:
        raise Unfit(Problem.ENDS_BEFORE_IT_BEGINS, last, begins=first)
    return PollingDistrictRow(
        line, code, checked_text(name, "name"), checked_text(district, "district"), valid_from, valid_to
    )


def _day(value: str) -> date:
    """A day that exists, written 2023-09-11."""
    try:
        if DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Unfit(Problem.DATE_MALFORMED, value)


def checked_text(value: str, column: str) -> str:
    """A text that says something, and can be printed and stored."""
    if not value:
        raise Unfit(Problem.TEXT_EMPTY, value, column=column)
    if len(value) > TEXT_LIMIT:
        raise Unfit(Problem.TEXT_TOO_LONG, value, column=column, limit=TEXT_LIMIT)
    return printable(value, column)


def printable(value: str, column: str) -> str:
    """A text without control characters. A hard space is not printable to Python, but people paste it; it may stay."""
    strange = next((char for char in value if not char.isprintable() and char != "\N{NO-BREAK SPACE}"), None)
    if strange is not None:
        raise Unfit(Problem.CHARACTER_FORBIDDEN, value, column=column, character=ascii(strange)[1:-1])
    return value
