"""Marks and write-ins as files and the database write them: ``1 4 7`` and ``B:3 ?``.

Rules: R-110, R-111, R-114.
"""

import re
from collections.abc import Iterable, Mapping

from app.core.input_files.faults import Unfit, alternatives
from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import Contest
from app.elections.files.counts_file import unknown_list
from app.elections.files.faults import Problem

UNREADABLE = "?"
NUMBER = re.compile("0|[1-9][0-9]{0,8}")


class BallotTexts:
    """Reads the texts of one contest's ballots."""

    def __init__(self, contest: Contest, contests: Mapping[str, Contest] | None = None) -> None:
        self._contest = contest.code
        self._contests = contests or {contest.code: contest}
        self._sizes = {each.code: len(each.candidates) for each in contest.lists}

    def ballot(self, list_code: str, marks: str, write_ins: str) -> ChangedBallot:
        """The ballot that the three texts describe; refused if it cannot be one of this contest.

        A write-in for a position that the other list does not have stays on the ballot: the rules decide what it is.
        """
        self.require_list(list_code)
        positions = tuple([position_of(word) for word in words(marks)])
        for position in positions:
            self.require_position(list_code, position)
        return ChangedBallot(list_code, positions, tuple([self.write_in(word) for word in words(write_ins)]))

    def require_list(self, list_code: str) -> None:
        """Refuses a list that does not stand in the contest."""
        if list_code not in self._sizes:
            raise unknown_list(list_code, self._contest, self._contests)

    def require_position(self, list_code: str, position: int) -> None:
        """Refuses a mark for a position that the list does not have."""
        size = self._sizes[list_code]
        if not 1 <= position <= size:
            raise Unfit(Problem.MARK_UNKNOWN_POSITION, str(position), list=list_code, size=size)

    def write_in(self, text: str) -> WriteIn | None:
        """The name a voter wrote, or ``None`` for ``?``; refused if the contest has no such list."""
        if text == UNREADABLE:
            return None
        list_code, colon, position = text.partition(":")
        if not colon or not NUMBER.fullmatch(position):
            raise Unfit(Problem.WRITE_IN_MALFORMED, text)
        if list_code not in self._sizes:
            facts = {"list": list_code, "contest": self._contest, "expected": alternatives(self._sizes)}
            raise Unfit(Problem.WRITE_IN_UNKNOWN_LIST, text, **facts)
        return WriteIn(list_code, int(position))


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
    return " ".join(map(write_in_text, write_ins))


def write_in_text(write_in: WriteIn | None) -> str:
    """``B:3``, or ``?`` for a name that could not be read."""
    return UNREADABLE if write_in is None else f"{write_in.list_code}:{write_in.position}"
