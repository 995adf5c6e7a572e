"""One changed ballot → what counts on it.

A ballot always counts one for its own list (R-116). What a voter has marked and written is read here, once; everything
that is not counted is kept with the reason.

Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
Rules: R-110, R-111, R-112, R-113, R-114, R-115, R-116.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.election import Contest
from app.elections.domain.rule_sets import RuleSet


@dataclass(frozen=True, slots=True)
class WriteIn:
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


@dataclass(frozen=True)
class UnknownList(DomainError):
    """A list code that no list of the contest has."""

    contest: str
    list_code: str


@dataclass(frozen=True)
class UnknownPosition(DomainError):
    """A mark for a position that the ballot's own list does not have."""

    contest: str
    list_code: str
    position: int


class BallotReader:
    """Reads the ballots of one contest. Made once, it answers for any number of ballots."""

    def __init__(self, contest: Contest, rules: RuleSet) -> None:
        self._contest = contest
        self._rules = rules

    def read(self, ballot: ChangedBallot) -> BallotReading:
        raise NotImplementedError


def read_ballot(ballot: ChangedBallot, contest: Contest, rules: RuleSet) -> BallotReading:
    """What counts on one ballot. For many ballots, make one ``BallotReader`` and ask it."""
    return BallotReader(contest, rules).read(ballot)
