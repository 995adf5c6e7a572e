"""Ballots that name another district: sent to the district they name, or judged where they were found.

Law: valgloven (2002) § 10-3 (1) d, (3); valgloven (2023) § 10-3 (1) d, (3), (4).
Rules: R-106, R-107.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.elections.domain.election import RuleSetName


class ForeignBallotPolicy(StrEnum):
    """What is done with a ballot of another district in a shared urn (R-107)."""

    ROUTE = "route"
    LOCAL = "local"


class ForeignBallotOutcome(StrEnum):
    """What becomes of the ballot."""

    HANDED_OVER = "handed_over"
    COUNTS_FOR_LIST = "counts_for_list"
    BLANK = "blank"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ForeignBallot:
    """A ballot of another district: blank, or for a list; whether that is a registered party that has a list here."""

    blank: bool = False
    registered_party: bool = False
    list_here: bool = False


def judge_foreign_ballot(
    policy: ForeignBallotPolicy, rule_set: RuleSetName, ballot: ForeignBallot
) -> ForeignBallotOutcome:
    """What becomes of a ballot that names another district.

    ``route``: it is handed over, and counts there with all that is marked on it. ``local``: it counts for a registered
    party that has a list here, without its personal votes; a blank one is approved under the act of 2023; all others
    are rejected on ground d.

    Law: valgloven (2002) § 10-3 (1) d, (3); valgloven (2023) § 10-3 (1) d, (3), (4).
    Rules: R-106, R-107.
    """
    if policy is ForeignBallotPolicy.ROUTE:
        return ForeignBallotOutcome.HANDED_OVER
    if ballot.blank:
        approved = rule_set is RuleSetName.VALGLOVEN_2023
        return ForeignBallotOutcome.BLANK if approved else ForeignBallotOutcome.REJECTED
    counts = ballot.registered_party and ballot.list_here
    return ForeignBallotOutcome.COUNTS_FOR_LIST if counts else ForeignBallotOutcome.REJECTED


def balances(sent: int, received: int | None) -> bool:
    """Whether a hand-over is closed: the receiver has counted as many ballots as were sent.

    Rules: R-107.
    """
    return received == sent
