"""Ballots set aside in the first count: the board decides on each, with a reason, before the second count.

Law: valgloven (2002) §§ 10-3, 10-5 (4), 10-6; valgloven (2023) §§ 10-3, 10-4.
Rules: R-99, R-101, R-103, R-138.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError


class DoubtfulOutcome(StrEnum):
    """What the board made of a doubtful ballot."""

    FOR_LIST = "for_list"
    BLANK = "blank"
    REJECTED_A = "rejected-a"
    REJECTED_B = "rejected-b"
    REJECTED_C = "rejected-c"
    REJECTED_D = "rejected-d"


@dataclass(frozen=True, slots=True)
class DoubtfulDecision:
    """The board's decision on one ballot. ``list_code`` stands for a ballot approved for a list, and only then."""

    outcome: DoubtfulOutcome
    list_code: str | None
    reason: str


@dataclass(unsafe_hash=True)
class DecisionIncomplete(DomainError):
    """A reason is missing, or a list where the ballot counts for one, or a list is named where none counts."""

    what: str
    rule: str = "R-138"


@dataclass(unsafe_hash=True)
class NoMoreDoubtful(DomainError):
    """All ballots that were set aside in the unit are decided."""

    set_aside: int
    rule: str = "R-138"


def require_complete(decision: DoubtfulDecision, lists: Collection[str]) -> None:
    """Refuse a decision without its reason or without a list that stands in the contest.

    Law: valgloven (2002) § 10-3; valgloven (2023) §§ 10-3, 10-4.
    Rules: R-99, R-101, R-138.
    """
    if not decision.reason.strip():
        raise DecisionIncomplete("reason")
    for_list = decision.outcome is DoubtfulOutcome.FOR_LIST
    if for_list and decision.list_code not in lists:
        raise DecisionIncomplete("list")
    if not for_list and decision.list_code:
        raise DecisionIncomplete("no_list")


def require_undecided_left(set_aside: int, decided: int) -> None:
    """Refuse a decision when every ballot that was set aside is decided.

    Rules: R-138.
    """
    if decided >= set_aside:
        raise NoMoreDoubtful(set_aside)
