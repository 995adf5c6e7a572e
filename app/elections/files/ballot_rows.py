"""Rows of ``ballots.csv``, a block at a time: which ballot (contest, batch, ballot) and what stands on it.

Most blocks are plain – no quotes, every line whole – and one pattern takes them apart at once. Any other block is
read line by line, and so is a block in which something is wrong, to find the line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.input_files.faults import InputFault, Line, Unfit
from app.core.input_files.input_file import Block, InputFile
from app.elections.files.csv_rows import DELIMITERS, after_heading, rows_of
from app.elections.files.faults import Problem

COLUMNS = ("contest", "batch", "ballot", "list", "marks", "write_ins")
IDENTIFIER_LIMIT = 80
FIELD_LIMIT = 4_000
NOT_CONTROL = bytes(set(range(0x20, 0x100)) - {0x7F})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a block, column by column. ``lines`` are their numbers; *heads* are ``contest,batch,ballot``.

    A head is joined by the delimiter, and none of its fields holds one. ``contest`` is that of all rows, when they have
    the same.
    """

    lines: Sequence[int]
    heads: Sequence[str]
    lists: Sequence[str]
    marks: Sequence[str]
    write_ins: Sequence[str]
    delimiter: str
    contest: str | None = None

    def contests(self) -> Sequence[str]:
        """The contest of each row."""
        if self.contest is not None:
            return [self.contest] * len(self.heads)
        return [head.partition(self.delimiter)[0] for head in self.heads]


class BallotRows:
    """The rows of a ballots file, block by block."""

    def __init__(self, file: InputFile) -> None:
        self._name = file.name
        self._heading, self.blocks = after_heading(file, COLUMNS)
        self._delimiter = self._heading.delimiter
        self._patterns = {end: row_pattern(self._delimiter, end) for end in ("\n", "\r\n")}
        self._others = [each.encode() for each in ('"', *DELIMITERS) if each != self._delimiter]

    def read(self, block: Block) -> tuple[Rows, InputFault | None]:
        """The rows of a block, up to the first line that is no row, and the fault of that."""
        plain = self.plain(block)
        if plain:
            return plain, None
        lines: list[int] = []
        columns: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])
        fault = None
        try:
            for number, row in self.one_by_one(block):
                lines.append(number)
                for column, value in zip(columns, (self._delimiter.join(row[:3]), *row[3:]), strict=True):
                    column.append(value)
        except InputFault as found:
            fault = found
        return Rows(lines, *columns, self._delimiter), fault

    def plain(self, block: Block) -> Rows | None:
        """All rows of the block at once, or nothing if anything at all is unusual about it."""
        end = line_end(block)
        if not end or not self._heading.in_order or any(other in block.content for other in self._others):
            return None
        try:
            text = block.content.decode()
        except UnicodeDecodeError:
            return None
        parts = self._patterns[end].split(text)
        between, heads = parts[::5], parts[1::5]
        if between.count("") != block.lines + 1 or len(heads) != block.lines:
            return None
        if not text.isascii() and not "".join(heads).isprintable():
            return None
        contest = text.partition(self._delimiter)[0]
        same = text.count(f"\n{contest}{self._delimiter}") == block.lines - 1
        lines = range(block.first_line, block.first_line + block.lines)
        return Rows(lines, heads, parts[2::5], parts[3::5], parts[4::5], self._delimiter, contest if same else None)

    def one_by_one(self, block: Block) -> Iterator[tuple[int, list[str]]]:
        """Line number and fields of each row; refused at the first line that is no row."""
        for number, row in rows_of(self._name, block, self._heading):
            try:
                for column, value in zip(COLUMNS[:3], row[:3], strict=True):
                    refuse_unless_identifier(column, value)
            except Unfit as unfit:
                raise unfit.at(self._name, Line(number)) from None
            yield number, row


def line_end(block: Block) -> str | None:
    """How all lines of the block end; nothing if they differ, or hold other control characters."""
    controls = block.content.translate(None, NOT_CONTROL)
    for end in ("\n", "\r\n"):
        if controls and controls == end.encode() * block.lines:
            return end
    return None


def row_pattern(delimiter: str, end: str) -> re.Pattern[str]:
    """One plain row: a head of three fields that are not empty, then list, marks and write-ins."""
    field = f"[^{delimiter}]{{1,{IDENTIFIER_LIMIT}}}+"
    head = delimiter.join([field] * 3)
    marks, write_ins = f"[^{delimiter}]{{0,{FIELD_LIMIT}}}+", f"[^{delimiter}{end[0]}]{{0,{FIELD_LIMIT}}}+"
    return re.compile(f"({head}){delimiter}({field}){delimiter}({marks}){delimiter}({write_ins}){end}")


def refuse_unless_identifier(column: str, value: str) -> None:
    """A ballot is known by its batch and its own number or name. Neither may be left out or hold a delimiter."""
    if not value:
        raise Unfit(Problem.IDENTIFIER_MISSING, value, column=column)
    if len(value) > IDENTIFIER_LIMIT:
        raise Unfit(Problem.IDENTIFIER_TOO_LONG, value, column=column, limit=IDENTIFIER_LIMIT)
    if any(delimiter in value for delimiter in DELIMITERS):
        raise Unfit(Problem.IDENTIFIER_MALFORMED, value, column=column)
