"""Marks and write-ins as files and the database write them: ``1 4 7`` and ``B:3 ?``.

Rules: R-110, R-111, R-114.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import Contest
from app.elections.files.counts_file import unknown_list
from app.elections.files.faults import Problem, Unfit

UNREADABLE = "?"
NUMBER = re.compile("0|[1-9][0-9]{0,8}")
MOST_REMEMBERED = 20_000


class Marks(NamedTuple):
    """The marks of a ballot: the positions as written, the lowest and the highest, and whether all are different."""

    positions: tuple[int, ...]
    lowest: int
    highest: int
    different: bool


class BallotTexts:
    """Reads the texts of one contest's ballots; what it has read it remembers, within bounds."""

    def __init__(self, contest: Contest, contests: Mapping[str, Contest] | None = None) -> None:
        self._contest = contest.code
        self._contests = contests or {contest.code: contest}
        self._sizes = {each.code: len(each.candidates) for each in contest.lists}
        self._marks: dict[str, Marks] = {}
        self._write_ins: dict[str, WriteIn | None] = {}

    def ballot(self, list_code: str, marks: str, write_ins: str) -> ChangedBallot:
        """The ballot that the three texts describe; refused if it cannot be one of this contest.

        A write-in for a position that the other list does not have stays on the ballot: the rules decide what it is.
        """
        read = self._marks_on(list_code, marks)
        names = tuple([self._write_in(word) for word in words(write_ins)]) if write_ins else ()
        return ChangedBallot(list_code, read.positions, names)

    def different_marks(self, list_code: str, marks: str) -> tuple[int, ...] | None:
        """The marks of a ballot, if no candidate is marked twice; refused as ``ballot`` refuses."""
        read = self._marks_on(list_code, marks)
        return read.positions if read.different else None

    def _marks_on(self, list_code: str, text: str) -> Marks:
        marks = self._marks.get(text) or self._read_marks(text)
        size = self._sizes.get(list_code)
        if size is None:
            raise unknown_list(list_code, self._contest, self._contests)
        if marks.highest > size or marks.lowest < 1:
            wrong = next(each for each in marks.positions if not 1 <= each <= size)
            raise Unfit(Problem.MARK_UNKNOWN_POSITION, str(wrong), list=list_code, size=size)
        return marks

    def _read_marks(self, text: str) -> Marks:
        positions = tuple([position_of(word) for word in words(text)])
        different = len(set(positions)) == len(positions)
        marks = Marks(positions, min(positions, default=1), max(positions, default=0), different)
        if len(self._marks) >= MOST_REMEMBERED:
            self._marks.clear()
        self._marks[text] = marks
        return marks

    def _write_in(self, text: str) -> WriteIn | None:
        if text in self._write_ins:
            return self._write_ins[text]
        if text == UNREADABLE:
            return None
        list_code, colon, position = text.partition(":")
        if not colon or not NUMBER.fullmatch(position):
            raise Unfit(Problem.WRITE_IN_MALFORMED, text)
        if list_code not in self._sizes:
            expected = ", ".join(self._sizes)
            raise Unfit(Problem.WRITE_IN_UNKNOWN_LIST, text, list=list_code, contest=self._contest, expected=expected)
        if len(self._write_ins) >= MOST_REMEMBERED:
            self._write_ins.clear()
        self._write_ins[text] = write_in = WriteIn(list_code, int(position))
        return write_in


def position_of(text: str) -> int:
    """A position on a list: digits alone."""
    if not NUMBER.fullmatch(text):
        raise Unfit(Problem.MARK_MALFORMED, text)
    return int(text)


def words(text: str) -> list[str]:
    """What stands between spaces; more spaces than one are one."""
    return [word for word in text.split(" ") if word]


def marks_text(marks: Iterable[int]) -> str:
    """``1 4 7``."""
    return " ".join(map(str, marks))


def write_ins_text(write_ins: Iterable[WriteIn | None]) -> str:
    """``B:3 ?``."""
    return " ".join(UNREADABLE if each is None else f"{each.list_code}:{each.position}" for each in write_ins)
