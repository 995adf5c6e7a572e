"""Rows of a CSV file by the names of its columns. A row is a line: quoted fields hold no line breaks."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.councils.places.faults import Line, Problem, Unfit
from app.councils.places.text_file import TextFile

DELIMITERS = ";,"


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a file: its delimiter, all names, and at which place each column that is wanted stands."""

    delimiter: str
    names: tuple[str, ...]
    places: dict[str, int]


def heading_of(
    file: TextFile, lines: Iterator[tuple[int, str]], required: Sequence[str], optional: Sequence[str]
) -> Heading:
    """The heading, read from the file's first line. Capitals do not matter; columns that nobody wants are left alone.

    Refused: a column that is required and missing, and one that is wanted and stands there twice.
    """
    number, line = next(lines)
    try:
        return _heading(line, required, optional)
    except Unfit as unfit:
        raise unfit.at(file.name, Line(number)) from None


def _heading(line: str, required: Sequence[str], optional: Sequence[str]) -> Heading:
    delimiter = max(DELIMITERS, key=line.count)
    given = tuple(name.strip() for name in fields_of(line, delimiter))
    names = [name.casefold() for name in given]
    expected = delimiter.join(required)
    for column in required:
        if column.casefold() not in names:
            raise Unfit(Problem.COLUMN_MISSING, column, expected=expected)
    wanted = [column for column in (*required, *optional) if column.casefold() in names]
    for column in wanted:
        if names.count(column.casefold()) > 1:
            raise Unfit(Problem.COLUMN_REPEATED, column, expected=expected)
    return Heading(delimiter, given, {column: names.index(column.casefold()) for column in wanted})


def refuse_other_columns(file: TextFile, heading: Heading, columns: Sequence[str]) -> None:
    """Refuses a column beside those that are documented: in Verv's own formats it is a mistake."""
    for name in heading.names:
        if name.casefold() not in columns:
            expected = heading.delimiter.join(columns)
            raise Unfit(Problem.COLUMN_UNKNOWN, name, expected=expected).at(file.name, Line(1))


def fields_of(line: str, delimiter: str) -> list[str]:
    """The fields of one line; quotes around a field that do not match are refused, one inside a name may stand."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        raise Unfit(Problem.QUOTES_BROKEN, line) from None


def row_of(line: str, heading: Heading) -> list[str]:
    """All fields of a line; as many as the heading has."""
    fields = fields_of(line, heading.delimiter)
    if len(fields) != len(heading.names):
        raise Unfit(Problem.FIELDS_WRONG, line, found=len(fields), expected=len(heading.names))
    return fields
