"""Rows of a CSV file whose columns are known: the heading, and the fields of a line.

A comma or a semicolon is the delimiter, whichever the heading has. A row is a line: quoted fields may hold delimiters,
never line breaks. The columns may stand in any order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.input_files.csv_fields import fields_of
from app.core.input_files.faults import FileProblem, Line, Unfit
from app.core.input_files.input_file import Block, InputFile, lines_of, plain_lines

DELIMITERS = ",;"
OTHER_DELIMITERS = "\t|:"


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a CSV file. ``order`` tells for each column wanted which field of a line it is.

    ``in_order`` is whether the columns stand as they are documented.
    """

    delimiter: str
    order: tuple[int, ...]
    in_order: bool


def heading_of(line: str, columns: Sequence[str]) -> Heading:
    """The heading that a file's first line is; refused unless it has each of the columns once, and no other."""
    delimiter = delimiter_of(line, columns)
    names = plain_fields_of(line, delimiter)
    expected = delimiter.join(columns)
    for name in names:
        if name not in columns:
            raise Unfit(FileProblem.COLUMN_UNKNOWN, name, expected=expected)
        if names.count(name) > 1:
            raise Unfit(FileProblem.COLUMN_REPEATED, name, expected=expected)
    for name in columns:
        if name not in names:
            raise Unfit(FileProblem.COLUMN_MISSING, name, expected=expected)
    return Heading(delimiter, tuple(names.index(name) for name in columns), names == list(columns))


def delimiter_of(line: str, columns: Sequence[str]) -> str:
    """The delimiter of a heading: the one that gives most of the columns wanted."""
    found = {each: sum(name in columns for name in line.replace('"', "").split(each)) for each in DELIMITERS}
    best = max(DELIMITERS, key=lambda each: found[each])
    if found[best] > 1:
        return best
    for other in OTHER_DELIMITERS:
        if sum(name in columns for name in line.replace('"', "").split(other)) > 1:
            raise Unfit(FileProblem.DELIMITER_WRONG, line, delimiter=other)
    return best


def plain_fields_of(line: str, delimiter: str) -> list[str]:
    """The fields of one line; quotes that are not closed, or stand inside a field, are refused."""
    if '"' not in line:
        return line.split(delimiter)
    fields = fields_of(line, delimiter)
    if any('"' in field for field in fields):
        raise Unfit(FileProblem.QUOTES_BROKEN, line)
    return fields


def row_of(line: str, heading: Heading) -> list[str]:
    """The fields of a line in the order of the columns wanted."""
    fields = plain_fields_of(line, heading.delimiter)
    wanted = len(heading.order)
    if len(fields) < wanted:
        raise Unfit(FileProblem.FIELDS_MISSING, line, found=len(fields), expected=wanted)
    if len(fields) > wanted:
        raise Unfit(FileProblem.FIELDS_TOO_MANY, line, found=len(fields), expected=wanted)
    return fields if heading.in_order else [fields[place] for place in heading.order]


def after_heading(file: InputFile, columns: Sequence[str]) -> tuple[Heading, Iterator[Block]]:
    """The heading of the file, and its blocks from the line after it."""
    blocks = file.blocks()
    first = next(blocks)
    line, line_break, rest = first.content.partition(b"\n")
    try:
        delimiter_of(line.decode(errors="replace"), columns)  # tabs are told as delimiters, before they are forbidden
        heading = heading_of(
            next((text for _, text in lines_of(file.name, Block(1, 1, line + line_break))), ""), columns
        )
    except Unfit as unfit:
        raise unfit.at(file.name, Line(1)) from None
    return heading, _blocks(Block(2, first.lines - 1, rest), blocks)


def _blocks(first: Block, remaining: Iterator[Block]) -> Iterator[Block]:
    yield first
    yield from remaining


def rows_of(file: str, block: Block, heading: Heading) -> Iterator[tuple[int, list[str]]]:
    """The number and the fields of each line of a block."""
    plain = plain_rows(block, heading)
    if plain:
        yield from enumerate(plain, start=block.first_line)
        return
    for number, line in lines_of(file, block):
        try:
            yield number, row_of(line, heading)
        except Unfit as unfit:
            raise unfit.at(file, Line(number)) from None


def plain_rows(block: Block, heading: Heading) -> list[list[str]] | None:
    """All rows at once, if there is nothing to remark on any line, and none has quotes or is empty."""
    lines = plain_lines(block)
    if lines is None or not heading.in_order or b'"' in block.content:
        return None
    rows = [line.split(heading.delimiter) for line in lines]
    return rows if set(map(len, rows)) == {len(heading.order)} else None
