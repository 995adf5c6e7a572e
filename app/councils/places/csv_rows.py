"""Rows of a CSV file by the names of its columns, whatever other columns there are. A row is a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.input_files.csv_fields import fields_of
from app.core.input_files.faults import FileProblem, Line, Unfit
from app.core.input_files.input_file import Block, InputFile, decoded

DELIMITERS = ";,"


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a file: its delimiter, all names, and at which place each column that is wanted stands."""

    delimiter: str
    names: tuple[str, ...]
    places: dict[str, int]


def text_lines(file: InputFile) -> Iterator[tuple[int, str]]:
    """Each line that is not empty, with its number, without its line break.

    Control characters may stand in it: they are refused in the columns that are read, and nobody minds the others.
    """
    for block in file.blocks():
        for number, line in enumerate(_lines(file, block), start=block.first_line):
            if line:
                yield number, line


def _lines(file: InputFile, block: Block) -> Iterator[str]:
    try:
        whole = block.content.decode()
    except UnicodeDecodeError:
        yield from _lines_until_unfit(file, block)
    else:
        for line in whole.split("\n")[:-1]:
            yield line.removesuffix("\r")


def _lines_until_unfit(file: InputFile, block: Block) -> Iterator[str]:
    for number, line in enumerate(block.content.split(b"\n")[:-1], start=block.first_line):
        try:
            yield decoded(line.removesuffix(b"\r"))
        except Unfit as unfit:
            raise unfit.at(file.name, Line(number)) from None


def heading_of(
    file: InputFile, lines: Iterator[tuple[int, str]], required: Sequence[str], optional: Sequence[str]
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
            raise Unfit(FileProblem.COLUMN_MISSING, column, expected=expected)
    wanted = [column for column in (*required, *optional) if column.casefold() in names]
    for column in wanted:
        if names.count(column.casefold()) > 1:
            raise Unfit(FileProblem.COLUMN_REPEATED, column, expected=expected)
    return Heading(delimiter, given, {column: names.index(column.casefold()) for column in wanted})


def refuse_other_columns(file: InputFile, heading: Heading, columns: Sequence[str]) -> None:
    """Refuses a column beside those that are documented: in Verv's own formats it is a mistake."""
    for name in heading.names:
        if name.casefold() not in columns:
            expected = heading.delimiter.join(columns)
            raise Unfit(FileProblem.COLUMN_UNKNOWN, name, expected=expected).at(file.name, Line(1))


def row_of(line: str, heading: Heading) -> list[str]:
    """All fields of a line; as many as the heading has."""
    fields = fields_of(line, heading.delimiter)
    found, expected = len(fields), len(heading.names)
    if found != expected:
        problem = FileProblem.FIELDS_MISSING if found < expected else FileProblem.FIELDS_TOO_MANY
        raise Unfit(problem, line, found=found, expected=expected)
    return fields
