"""One changed ballot → what counts on it.

A ballot always counts one for its own list (R-116). What a voter has marked and written is read here, once; everything
that is not counted is kept with the reason.

Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
Rules: R-110, R-111, R-112, R-113, R-114, R-115, R-116.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.core.errors import DomainError
from app.elections.domain.election import CandidateList, Contest
from app.elections.domain.rule_sets import RuleSet, WriteInOverflow, WriteInOwnList


class WriteIn(NamedTuple):
    """A name from another list, written on a ballot (*slenger*): candidate ``position`` of list ``list_code``."""

    list_code: str
    position: int


@dataclass(frozen=True, slots=True)
class ChangedBallot:
    """A ballot as the voter left it. ``marks`` are positions on its own list; ``write_ins`` stand in the order written.

    A write-in that is ``None`` could not be read, or names nobody who stands on a list.
    """

    list_code: str
    marks: tuple[int, ...]
    write_ins: tuple[WriteIn | None, ...]


class Disregarded(StrEnum):
    """Why a mark or a write-in was not counted. The ballot itself stays valid."""

    MARK_REPEATED = "mark_repeated"
    WRITE_IN_UNREADABLE = "write_in_unreadable"
    WRITE_IN_UNKNOWN_CANDIDATE = "write_in_unknown_candidate"
    WRITE_IN_INELIGIBLE = "write_in_ineligible"
    WRITE_IN_REPEATED = "write_in_repeated"
    WRITE_IN_OWN_LIST = "write_in_own_list"
    WRITE_IN_OVER_QUOTA = "write_in_over_quota"


@dataclass(frozen=True, slots=True)
class BallotReading:
    """What counts on one ballot, and the reasons for what does not.

    ``marks`` and ``write_ins`` are those that count. ``disregarded`` has one reason for each that does not.
    """

    list_code: str
    marks: tuple[int, ...]
    write_ins: tuple[WriteIn, ...]
    disregarded: tuple[Disregarded, ...]


@dataclass(unsafe_hash=True)
class UnknownList(DomainError):
    """A list code that no list of the contest has."""

    contest: str
    list_code: str


@dataclass(unsafe_hash=True)
class UnknownPosition(DomainError):
    """A mark for a position that the ballot's own list does not have."""

    contest: str
    list_code: str
    position: int


class BallotReader:
    """Reads the ballots of one contest. Made once, it answers quickly for any number of ballots."""

    def __init__(self, contest: Contest, rules: RuleSet) -> None:
        self._contest = contest.code
        self._quota = rules.write_in_quota(contest.seats)
        self._all_or_none = rules.writein_overflow is WriteInOverflow.NONE
        self._own_list_marks = rules.writein_own_list is WriteInOwnList.AS_MARK
        self._sizes = {each.code: len(each.candidates) for each in contest.lists}
        self._barred = {each.code: barred_from_write_ins(each, rules) for each in contest.lists}

    def read(self, ballot: ChangedBallot) -> BallotReading:
        """What counts on the ballot, and a reason for each thing that does not: marks first, then write-ins.

        Each write-in that counts gives its candidate one personal vote and moves one list vote there from the ballot's
        own list. A list that does not stand in the contest is refused, and so is a mark for a position its list lacks.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-111.
        """
        marks = self.distinct_marks(ballot)
        disregarded = [Disregarded.MARK_REPEATED] * (len(ballot.marks) - len(marks))
        if not ballot.write_ins:
            return BallotReading(ballot.list_code, tuple(marks), (), tuple(disregarded))
        names: list[WriteIn] = []
        for write_in in ballot.write_ins:
            reason = self.objection(write_in, ballot.list_code, names)
            if write_in and not reason:
                names.append(write_in)
            elif write_in and reason is Disregarded.WRITE_IN_OWN_LIST and self.becomes_mark(write_in, marks):
                marks.append(write_in.position)
            elif reason:
                disregarded.append(reason)
        counted = self.within_quota(names)
        disregarded += [Disregarded.WRITE_IN_OVER_QUOTA] * (len(names) - len(counted))
        return BallotReading(ballot.list_code, tuple(marks), tuple(counted), tuple(disregarded))

    def distinct_marks(self, ballot: ChangedBallot) -> list[int]:
        """The candidates of the ballot's own list that it marks: any number, each once, in the order given.

        Law: valgloven (2002) § 7-2 (1); valgloven (2023) § 6-10 (1), (3).
        Rules: R-110.
        """
        size = self._sizes.get(ballot.list_code)
        if size is None:
            raise UnknownList(self._contest, ballot.list_code)
        for position in ballot.marks:
            if not 1 <= position <= size:
                raise UnknownPosition(self._contest, ballot.list_code, position)
        return list(dict.fromkeys(ballot.marks))

    def objection(self, write_in: WriteIn | None, own_list: str, names: list[WriteIn]) -> Disregarded | None:
        """Why this write-in does not count, or None; ``names`` are the valid ones written before it.

        It must be readable, name a candidate of another list of the contest who may be elected, and be new.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-114.
        """
        if write_in is None:
            return Disregarded.WRITE_IN_UNREADABLE
        size = self._sizes.get(write_in.list_code)
        if size is None:
            raise UnknownList(self._contest, write_in.list_code)
        if not 1 <= write_in.position <= size:
            return Disregarded.WRITE_IN_UNKNOWN_CANDIDATE
        if write_in.list_code == own_list:
            return Disregarded.WRITE_IN_OWN_LIST
        if write_in.position in self._barred[write_in.list_code]:
            return Disregarded.WRITE_IN_INELIGIBLE
        return Disregarded.WRITE_IN_REPEATED if write_in in names else None

    def becomes_mark(self, own_candidate: WriteIn, marks: list[int]) -> bool:
        """Whether a name from the own list counts as a mark: where the municipality has so decided, and once only.

        It moves no list vote, so it takes nothing of the quota.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (1).
        Rules: R-114 (d).
        """
        return self._own_list_marks and own_candidate.position not in marks

    def counts_on_other_lists(self, name: WriteIn) -> bool:
        """Whether this name counts, written alone on a ballot of any other list than its own.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-114.
        """
        return self.objection(name, "", []) is None

    def count_together(self, names: Sequence[object]) -> bool:
        """Whether names that count alone all count on one ballot: all different, and no more than the quota.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-112, R-114 (c), (e).
        """
        return len(names) <= self._quota and len(set(names)) == len(names)

    def within_quota(self, names: list[WriteIn]) -> list[WriteIn]:
        """Of the valid names, those the quota has room for: the first ones, or none where so decided.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-112, R-114 (e).
        """
        if len(names) <= self._quota:
            return names
        return [] if self._all_or_none else names[: self._quota]


def barred_from_write_ins(candidate_list: CandidateList, rules: RuleSet) -> frozenset[int]:
    """The positions that cannot receive write-ins: those of ineligible candidates, where eligibility is required.

    Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
    Rules: R-114 (b).
    """
    if not rules.writein_requires_eligible:
        return frozenset()
    return frozenset(each.position for each in candidate_list.candidates if not each.eligible)
