"""Many ballot readings → the frozen figures that a settlement starts from.

Rules: R-115, R-116, R-150, R-160.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.core.errors import DomainError
from app.elections.domain.ballots import BallotReading, Disregarded, UnknownList, WriteIn
from app.elections.domain.election import Contest


@dataclass(frozen=True, slots=True)
class ListTally:
    """One list's second count. ``ballots`` are approved and not blank; ``marks`` stand by position, from 1."""

    code: str
    ballots: int
    marks: tuple[int, ...]


class WriteInCount(NamedTuple):
    """Write-ins on ballots of list ``giver`` for candidate ``position`` of list ``receiver``; never zero."""

    giver: str
    receiver: str
    position: int
    number: int


@dataclass(frozen=True, slots=True)
class Tally:
    """All that a settlement starts from: lists in setup order; write-ins by giver, receiver and position.

    ``changed_ballots`` are those with a mark or a write-in, counted or not. ``disregarded`` has the number for each
    reason that occurred.
    """

    lists: tuple[ListTally, ...]
    write_ins: tuple[WriteInCount, ...]
    changed_ballots: int
    disregarded: tuple[tuple[Disregarded, int], ...]


@dataclass(unsafe_hash=True)
class NegativeBallots(DomainError):
    """A list cannot have fewer than no ballots."""

    contest: str
    list_code: str
    ballots: int


@dataclass(unsafe_hash=True)
class TooManyBallotsRead(DomainError):
    """More ballots of a list have been read one by one than its second count has."""

    contest: str
    list_code: str
    ballots_read: int
    ballots: int


class TallyBuilder:
    """Adds up ballot readings of one contest; the order of adding never matters."""

    def __init__(self, contest: Contest) -> None:
        self._contest = contest.code
        self._marks = {each.code: [0] * len(each.candidates) for each in contest.lists}
        self._ballots_read = dict.fromkeys(self._marks, 0)
        self._write_ins = {
            giver: {receiver: [0] * len(marks) for receiver, marks in self._marks.items()} for giver in self._marks
        }
        self._changed_ballots = 0
        self._disregarded = dict.fromkeys(Disregarded, 0)

    def add(self, reading: BallotReading, times: int = 1) -> None:
        """Adds ``times`` ballots with this reading: one personal vote for each mark and each write-in that counts.

        Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
        Rules: R-160.
        """
        giver = reading.list_code
        self.require_list(giver)
        self._ballots_read[giver] += times
        marks = self._marks[giver]
        for position in reading.marks:
            marks[position - 1] += times
        given = self._write_ins[giver]
        for write_in in reading.write_ins:
            given[write_in.list_code][write_in.position - 1] += times
        for reason in reading.disregarded:
            self._disregarded[reason] += times
        if reading.marks or reading.write_ins or reading.disregarded:
            self._changed_ballots += times

    def add_counted(
        self,
        list_code: str,
        ballots: int,
        changed: int,
        marks: Iterable[tuple[int, int]],
        write_ins: Iterable[tuple[WriteIn, int]],
    ) -> None:
        """Adds ballots of a list on which everything counts: how many, how many of them changed, and the votes on them.

        ``marks`` and ``write_ins`` have each candidate once, with the number of ballots that have it.

        Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
        Rules: R-160.
        """
        self.require_list(list_code)
        self._ballots_read[list_code] += ballots
        self._changed_ballots += changed
        votes = self._marks[list_code]
        for position, number in marks:
            votes[position - 1] += number
        given = self._write_ins[list_code]
        for write_in, number in write_ins:
            given[write_in.list_code][write_in.position - 1] += number

    def ballots_read(self) -> dict[str, int]:
        """How many ballots of each list have been added."""
        return dict(self._ballots_read)

    def build(self, ballots_per_list: Mapping[str, int]) -> Tally:
        """The figures of the second count, given the approved ballots of each list that are not blank.

        Each ballot counts one for its list, whatever is written on it. Lists without a figure have no ballots.

        Law: valgloven (2002) § 10-6 (3); valgloven (2023) §§ 10-12, 13-1 (3).
        Rules: R-115, R-116.
        """
        for code in ballots_per_list:
            self.require_list(code)
        lists = tuple(
            ListTally(code, self.approved_ballots(code, ballots_per_list), tuple(marks))
            for code, marks in self._marks.items()
        )
        disregarded = tuple((reason, number) for reason, number in self._disregarded.items() if number)
        return Tally(lists, self.write_in_counts(), self._changed_ballots, disregarded)

    def write_in_counts(self) -> tuple[WriteInCount, ...]:
        """Who gave how many write-ins to whom, by giver and receiver in setup order, then by position."""
        counts = [
            WriteInCount(giver, receiver, position, number)
            for giver, given in self._write_ins.items()
            for receiver, numbers in given.items()
            for position, number in enumerate(numbers, start=1)
            if number
        ]
        return tuple(counts)

    def approved_ballots(self, code: str, ballots_per_list: Mapping[str, int]) -> int:
        """A list's ballots; refused when negative, or fewer than those already read one by one."""
        ballots = ballots_per_list.get(code, 0)
        if ballots < 0:
            raise NegativeBallots(self._contest, code, ballots)
        if self._ballots_read[code] > ballots:
            raise TooManyBallotsRead(self._contest, code, self._ballots_read[code], ballots)
        return ballots

    def require_list(self, code: str) -> None:
        """Refuses a list that does not stand in the contest."""
        if code not in self._marks:
            raise UnknownList(self._contest, code)
