"""All rows of a ballots file, checked: contests that exist, ballots that can be, and none of them twice.

What a ballot may hold is decided by the *takers*, one for each contest, whoever reads the file and for whatever end.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from app.elections.files.ballot_rows import BallotRows, PlainRows
from app.elections.files.faults import Facts, InputFault, Line, Problem, Unfit
from app.elections.files.input_file import Block, InputFile
from app.elections.files.repeated_ballots import BatchOrder, first_repeated

Taker = Callable[[str, str, str, int], None]
"""Takes list, marks and write-ins of so many ballots that look alike; refuses them with ``Unfit``."""


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
    """Gives all rows to the takers; false if there is a fault in one of them."""
    try:
        if plain.contest:
            give(plain.contest, Counter(plain.tails), plain.delimiter, takers)
        else:
            for (contest, tail), times in Counter(zip(plain.contests(), plain.tails, strict=True)).items():
                give(contest, {tail: times}, plain.delimiter, takers)
    except (KeyError, ValueError, Unfit):
        return False
    return True


def give(contest: str, tails: Mapping[str, int], delimiter: str, takers: Mapping[str, Taker]) -> None:
    """Gives a contest's taker what stands on its ballots, once for those that look alike."""
    take = takers[contest]
    for tail, times in tails.items():
        list_code, marks, write_ins = tail.split(delimiter)
        take(list_code, marks, write_ins, times)


def given_carefully(file: str, rows: BallotRows, block: Block, takers: Mapping[str, Taker]) -> PlainRows:
    """Gives each row of the block to its taker; the first fault is told with its line."""
    heads, tails = [], []
    for number, row in rows.careful(block):
        try:
            contest, _, _, list_code, marks, write_ins = row
            if contest not in takers:
                raise Unfit(Problem.CONTEST_UNKNOWN, contest, expected=", ".join(takers))
            takers[contest](list_code, marks, write_ins, 1)
        except Unfit as unfit:
            raise unfit.at(file, Line(number)) from None
        heads.append(rows.delimiter.join(row[:3]))
        tails.append(rows.delimiter.join(row[3:]))
    return PlainRows(heads, tails, rows.delimiter, None)


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
