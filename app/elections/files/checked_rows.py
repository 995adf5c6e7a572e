"""All rows of a ballots file, checked: contests that exist, ballots that can be, and none of them twice.

What a ballot may hold is decided by the *takers*, one for each contest, whoever reads the file and for whatever end.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from operator import ne

from app.elections.files.ballot_rows import BallotRows, PlainRows
from app.elections.files.faults import Facts, InputFault, Line, Problem, Unfit, alternatives
from app.elections.files.input_file import Block, InputFile
from app.elections.files.repeated_ballots import BatchOrder, first_repeated

MOST_STRETCHES = 50

Taker = Callable[[str, Sequence[str], Sequence[str]], None]
"""Takes some ballots of one list: the marks and the write-ins of each. Refuses what cannot be with ``Unfit``."""


def checked_rows(file: InputFile, takers: Mapping[str, Taker]) -> Iterator[PlainRows]:
    """The rows, block by block, each block after the takers have accepted what stands on its ballots.

    Refused: the first line that is no row, that names an unknown contest, or whose ballot a taker refuses; then, when
    all is read, the first line whose ballot stands on an earlier line too.
    """
    rows = BallotRows(file)
    order = BatchOrder()
    for block in rows.blocks:
        plain = rows.plain(block)
        if plain is None or not given(plain, takers):
            plain = given_carefully(file.name, rows, block, takers)
        order.take(plain.heads, plain.delimiter)
        yield plain
    if not order.rises:
        refuse_repeated(file, order.rows)


def given(plain: PlainRows, takers: Mapping[str, Taker]) -> bool:
    """Gives all rows to the takers, a stretch of one list at a time; false if there is a fault in one of them."""
    contests, lists, marks, write_ins = plain.contests(), plain.lists, plain.marks, plain.write_ins
    starts = stretch_starts(contests, lists)
    if len(starts) > MOST_STRETCHES:
        contests, lists, marks, write_ins = zip(
            *sorted(zip(contests, lists, marks, write_ins, strict=True)), strict=True
        )
        starts = stretch_starts(contests, lists)
    try:
        for start, end in pairwise([*starts, len(lists)]):
            takers[contests[start]](lists[start], marks[start:end], write_ins[start:end])
    except (KeyError, Unfit):
        return False
    return True


def stretch_starts(*columns: Sequence[str]) -> list[int]:
    """Where each stretch of rows begins that have the same in all of the columns."""
    starts = {0}
    for column in columns:
        changes = [*map(ne, column, islice(column, 1, None)), True]
        place = changes.index(True) + 1
        while place < len(column):
            starts.add(place)
            place = changes.index(True, place) + 1
    return sorted(starts)


def given_carefully(file: str, rows: BallotRows, block: Block, takers: Mapping[str, Taker]) -> PlainRows:
    """Gives each row of the block to its taker; the first fault is told with its line."""
    heads: list[str] = []
    columns: tuple[list[str], list[str], list[str]] = ([], [], [])
    for number, row in rows.careful(block):
        try:
            contest, _, _, list_code, marks, write_ins = row
            if contest not in takers:
                raise Unfit(Problem.CONTEST_UNKNOWN, contest, expected=alternatives(takers))
            takers[contest](list_code, [marks], [write_ins])
        except Unfit as unfit:
            raise unfit.at(file, Line(number)) from None
        heads.append(rows.delimiter.join(row[:3]))
        for column, value in zip(columns, row[3:], strict=True):
            column.append(value)
    return PlainRows(heads, *columns, rows.delimiter)


def refuse_repeated(file: InputFile, rows: int) -> None:
    """Refuses the file if a ballot stands in it twice; the file is read again for this."""
    again = file.again()
    repeated = first_repeated(numbered_heads(again), rows)
    if repeated:
        facts: Facts = (("first", repeated.first),)
        raise InputFault(file.name, Line(repeated.line), repeated.head, Problem.BALLOT_REPEATED, facts)
    if again.sha256 != file.sha256:
        raise InputFault(file.name, None, "", Problem.FILE_CHANGED)


def numbered_heads(file: InputFile) -> Iterator[tuple[int, str]]:
    """Line number and head of every row."""
    rows = BallotRows(file)
    for block in rows.blocks:
        plain = rows.plain(block)
        if plain:
            yield from enumerate(plain.heads, start=block.first_line)
        else:
            for number, row in rows.careful(block):
                yield number, rows.delimiter.join(row[:3])
