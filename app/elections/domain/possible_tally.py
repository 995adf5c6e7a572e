"""Whether a tally can have come from ballots of the contest at all: a guard against figures mixed up on their way.

Rules: R-110, R-112, R-113, R-114, R-151.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.ballots import barred_from_write_ins
from app.elections.domain.election import Contest
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.tally import Tally


class Impossible(StrEnum):
    """What no set of ballots could give."""

    OTHER_LISTS = "other_lists"
    OTHER_CANDIDATES = "other_candidates"
    NEGATIVE_BALLOTS = "negative_ballots"
    MARKS = "marks"
    WRITE_INS_FOR_NOBODY = "write_ins_for_nobody"
    WRITE_INS = "write_ins"
    WRITE_INS_OVER_QUOTA = "write_ins_over_quota"


Fault = tuple[str, Impossible]


@dataclass(unsafe_hash=True)
class ImpossibleTally(DomainError):
    """The tally cannot be settled; each fault stands with the list it was found on."""

    contest: str
    faults: tuple[Fault, ...]


def require_possible(contest: Contest, rules: RuleSet, tally: Tally) -> None:
    """Refuses a tally that ballots of this contest could not have given, naming every fault.

    At most one mark and one write-in per candidate and ballot, and never more write-ins on a ballot than the quota.
    As long as the quota stays within the seats, no list can therefore have fewer than no list votes.

    Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
    Rules: R-113, R-151.
    """
    if [each.code for each in tally.lists] != [each.code for each in contest.lists]:
        raise ImpossibleTally(contest.code, ((contest.code, Impossible.OTHER_LISTS),))
    faults = (*_in_marks(contest, tally), *_in_write_ins(contest, rules, tally), *_in_quota(contest, rules, tally))
    if faults:
        raise ImpossibleTally(contest.code, tuple(dict.fromkeys(faults)))


def _in_marks(contest: Contest, tally: Tally) -> Iterator[Fault]:
    for standing, counted in zip(contest.lists, tally.lists, strict=True):
        if counted.ballots < 0:
            yield counted.code, Impossible.NEGATIVE_BALLOTS
        if len(counted.marks) != len(standing.candidates):
            yield counted.code, Impossible.OTHER_CANDIDATES
        if not all(0 <= marks <= counted.ballots for marks in counted.marks):
            yield counted.code, Impossible.MARKS


def _in_write_ins(contest: Contest, rules: RuleSet, tally: Tally) -> Iterator[Fault]:
    ballots = {each.code: each.ballots for each in tally.lists}
    can_receive = {
        each.code: {candidate.position for candidate in each.candidates} - barred_from_write_ins(each, rules)
        for each in contest.lists
    }
    for giver, receiver, position, number in tally.write_ins:
        if giver == receiver or position not in can_receive.get(receiver, ()):
            yield giver, Impossible.WRITE_INS_FOR_NOBODY
        if not 0 < number <= ballots.get(giver, 0):
            yield giver, Impossible.WRITE_INS


def _in_quota(contest: Contest, rules: RuleSet, tally: Tally) -> Iterator[Fault]:
    given: Counter[str] = Counter()
    for giver, _, _, number in tally.write_ins:
        given[giver] += number
    for counted in tally.lists:
        if given[counted.code] > rules.write_in_quota(contest.seats) * counted.ballots:
            yield counted.code, Impossible.WRITE_INS_OVER_QUOTA
