"""All rows of a ballots file, checked: contests that exist, ballots that can be, and none of them twice.

What a ballot may hold is decided by the *takers*, one for each contest, whoever reads the file and for whatever end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from operator import ne
from typing import NoReturn

from app.core.input_files.faults import Facts, FileProblem, InputFault, Line, Unfit, alternatives
from app.core.input_files.input_file import Block, InputFile
from app.elections.files.ballot_rows import BallotRows, Rows
from app.elections.files.faults import Problem
from app.elections.files.repeated_ballots import BatchOrder, first_repeated

MOST_STRETCHES = 50
CHANGE = bytes([True])

Taker = Callable[[str, Sequence[str], Sequence[str]], None]
"""Takes some ballots of one list: the marks and the write-ins of each. Refuses what cannot be with ``Unfit``."""


def checked_rows(file: InputFile, takers: Mapping[str, Taker]) -> Iterator[Rows]:
    """The rows, block by block, each block after the takers have accepted what stands on its ballots.

    Refused: the first line that is no row, that names an unknown contest, or whose ballot a taker refuses; then, when
    all is read, the first line whose ballot stands on an earlier line too.
    """
    rows = BallotRows(file)
    order = BatchOrder()
    for block in rows.blocks:
        read, fault = rows.read(block)
        if not given(read, takers):
            refuse_first_row(file.name, rows, block, takers)
        if fault:
            raise fault
        order.take(read.heads, read.delimiter)
        yield read
    if not order.rises:
        refuse_repeated(file, order.rows)


def given(rows: Rows, takers: Mapping[str, Taker]) -> bool:
    """Gives all rows to the takers, many ballots of one list at a time; false if there is a fault in one of them."""
    if not rows.heads:
        return True
    contests, lists, marks, write_ins = rows.contests(), rows.lists, rows.marks, rows.write_ins
    starts = stretch_starts(lists) if rows.contest else stretch_starts(contests, lists)
    try:
        if starts is None:
            give_dealt_out(zip(contests, lists, marks, write_ins, strict=True), takers)
        else:
            for start, end in pairwise([*starts, len(lists)]):
                takers[contests[start]](lists[start], marks[start:end], write_ins[start:end])
    except (KeyError, Unfit):
        return False
    return True


def give_dealt_out(rows: Iterable[tuple[str, str, str, str]], takers: Mapping[str, Taker]) -> None:
    """Gives the takers rows in which the lists lie mixed: dealt out to their lists first."""
    dealt: defaultdict[tuple[str, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for contest, list_code, marks, write_ins in rows:
        of_list = dealt[contest, list_code]
        of_list[0].append(marks)
        of_list[1].append(write_ins)
    for (contest, list_code), of_list in dealt.items():
        takers[contest](list_code, *of_list)


def stretch_starts(*columns: Sequence[str]) -> list[int] | None:
    """Where each stretch of rows begins that have the same in all of the columns; nothing if there are too many."""
    starts = {0}
    for column in columns:
        changes = bytes(map(ne, column, islice(column, 1, None)))
        if changes.count(CHANGE) >= MOST_STRETCHES:
            return None
        place = changes.find(CHANGE)
        while place >= 0:
            starts.add(place + 1)
            place = changes.find(CHANGE, place + 1)
    return sorted(starts)


def refuse_first_row(file: str, rows: BallotRows, block: Block, takers: Mapping[str, Taker]) -> NoReturn:
    """Refuses the first row of the block that has a fault, told with its line, when it is known that one has."""
    for number, row in rows.one_by_one(block):
        contest, _, _, list_code, marks, write_ins = row
        try:
            if contest not in takers:
                raise Unfit(Problem.CONTEST_UNKNOWN, contest, expected=alternatives(takers))
            takers[contest](list_code, [marks], [write_ins])
        except Unfit as unfit:
            raise unfit.at(file, Line(number)) from None
    raise AssertionError("a fault in many rows together that none of them has alone")


def refuse_repeated(file: InputFile, rows: int) -> None:
    """Refuses the file if a ballot stands in it twice; the file is read again for this."""
    again = file.again()
    repeated = first_repeated(numbered_heads(again), rows)
    if repeated:
        facts: Facts = (("first", repeated.first),)
        raise InputFault(file.name, Line(repeated.line), repeated.head, Problem.BALLOT_REPEATED, facts)
    if again.sha256 != file.sha256:
        raise InputFault(file.name, None, "", FileProblem.FILE_CHANGED)


def numbered_heads(file: InputFile) -> Iterator[tuple[int, str]]:
    """Line number and head of every row."""
    rows = BallotRows(file)
    for block in rows.blocks:
        read, _ = rows.read(block)
        yield from zip(read.lines, read.heads, strict=True)
