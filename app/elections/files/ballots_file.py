"""``ballots.csv``: the changed ballots of the second count, streamed: counted for a settlement, or given to be stored.

Both ways check the same things with the same code: every row, then that no ballot stands twice, and that no list has
more rows than its second count has ballots. Memory does not grow with the file.

Rules: R-110, R-111, R-115, R-116.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.input_files.faults import Facts, InputFault
from app.core.input_files.input_file import InputFile, Progress, open_input
from app.elections.domain.election import Election
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.tally import Tally
from app.elections.files.ballot_rows import COLUMNS
from app.elections.files.ballot_tally import BallotTally, PlainMarks
from app.elections.files.ballot_text import BallotTexts, words
from app.elections.files.checked_rows import Taker, checked_rows
from app.elections.files.counts_file import Counts, second_counts
from app.elections.files.faults import Problem

ROWS_AT_ONCE = 1_000

StoredBallot = tuple[str, str, str, str, str, str]
"""Contest, batch, ballot, list, marks, write-ins."""


@dataclass(frozen=True, slots=True)
class TalliedBallots:
    """What was counted from a ballots file: the tally of each contest, by its code, and the file's SHA-256."""

    tallies: Mapping[str, Tally]
    sha256: str


def tally_ballots(path: Path, election: Election, counts: Counts, progress: Progress | None = None) -> TalliedBallots:
    """Counts the changed ballots in the file, against the second count."""
    rules = RULE_SETS[election.rule_set]
    texts = texts_of(election)
    plain = PlainMarks()
    ballots = {each.code: BallotTally(each, rules, texts[each.code], plain) for each in election.contests}
    with open_input(path, progress) as file:
        for _ in checked_rows(file, {code: each.take for code, each in ballots.items()}):
            pass
    second = second_counts(counts.lines)
    for code, each in ballots.items():
        refuse_more_rows(file.name, code, each.rows_per_list(), second.get(code, {}))
    return TalliedBallots({code: each.tally(second.get(code, {})) for code, each in ballots.items()}, file.sha256)


def texts_of(election: Election) -> dict[str, BallotTexts]:
    """What reads the ballots of each contest; a list that stands in another contest is told as that."""
    contests = {each.code: each for each in election.contests}
    return {code: BallotTexts(contest, contests) for code, contest in contests.items()}


def refuse_more_rows(file: str, contest: str, rows: Mapping[str, int], ballots: Mapping[str, int]) -> None:
    """Refuses a file that has more rows for a list than the list has ballots in the second count."""
    for code, number in rows.items():
        if number > ballots.get(code, 0):
            facts: Facts = (("contest", contest), ("rows", number), ("ballots", ballots.get(code, 0)))
            raise InputFault(file, None, code, Problem.MORE_ROWS_THAN_BALLOTS, facts)


class BallotsToStore:
    """The rows of an open ballots file, checked, for a place that keeps them. They are read as they are gone through.

    ``rows`` has the number of rows by contest and list; it and the file's ``sha256`` are complete at the end. A ballot
    that stands twice is refused at the end too: store nothing for good before that.
    """

    def __init__(self, file: InputFile, election: Election) -> None:
        self._file = file
        self._texts = texts_of(election)
        self.rows = {each.code: {of.code: 0 for of in each.lists} for each in election.contests}

    def __iter__(self) -> Iterator[list[StoredBallot]]:
        """Rows in the order of the file, some at a time; marks and write-ins as written, with one space between."""
        takers = {code: self._taker(code) for code in self._texts}
        for block in checked_rows(self._file, takers):
            heads = [head.split(block.delimiter) for head in block.heads]
            marks, write_ins = map(single_spaced, block.marks), map(single_spaced, block.write_ins)
            rows = zip(heads, block.lists, marks, write_ins, strict=True)
            yield [(head[0], head[1], head[2], of, marked, written) for head, of, marked, written in rows]

    def _taker(self, contest: str) -> Taker:
        texts, rows = self._texts[contest], self.rows[contest]

        def take(list_code: str, marks: Sequence[str], write_ins: Sequence[str]) -> None:
            for one_marks, one_write_ins in set(zip(marks, write_ins, strict=True)):
                texts.ballot(list_code, one_marks, one_write_ins)
            rows[list_code] += len(marks)

        return take


def single_spaced(text: str) -> str:
    """Marks or write-ins with one space between."""
    return " ".join(words(text)) if " " in text else text


def write_ballots(ballots: Iterable[StoredBallot]) -> Iterator[bytes]:
    """The file that holds these ballots, in the order given, some rows at a time."""
    yield (",".join(COLUMNS) + "\n").encode()
    rows: list[str] = []
    for ballot in ballots:
        rows.append(",".join(ballot) + "\n")
        if len(rows) == ROWS_AT_ONCE:
            yield "".join(rows).encode()
            rows.clear()
    yield "".join(rows).encode()
