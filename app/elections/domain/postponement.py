"""Voting that is extended or postponed because of an extraordinary event: the election day becomes a later one."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName
from app.elections.domain.states import ElectionState

MOVABLE = frozenset(
    {ElectionState.OPEN_FOR_LISTS, ElectionState.LISTS_DECIDED, ElectionState.VOTING, ElectionState.COUNTING}
)


@dataclass(unsafe_hash=True)
class NotPostponable(DomainError):
    """The act of 2002 knows no postponement; a draft is changed as a draft, and what is settled is over."""

    rule_set: RuleSetName
    state: ElectionState
    rule: str = "R-25"


@dataclass(unsafe_hash=True)
class NoLaterDay(DomainError):
    """Voting is extended or postponed to a later day, never brought forward."""

    day: date
    election_day: date
    rule: str = "R-25"


@dataclass(unsafe_hash=True)
class PostponementReasonMissing(DomainError):
    """A postponement without the decision of the King in Council it rests on."""

    rule: str = "R-25"


def is_postponable(rule_set: RuleSetName, state: ElectionState) -> bool:
    """Whether the voting can be postponed: under the act of 2023, from when lists may come in until it is settled.

    Law: valgloven (2023) ch. 18.
    Rules: R-25.
    """
    return rule_set is RuleSetName.VALGLOVEN_2023 and state in MOVABLE


def require_postponable(
    rule_set: RuleSetName, state: ElectionState, election_day: date, day: date, decision: str
) -> None:
    """Refuse another election day than a later one that the King in Council has decided, under the act of 2023.

    Law: valgloven (2023) ch. 18.
    Rules: R-25.
    """
    if not is_postponable(rule_set, state):
        raise NotPostponable(rule_set, state)
    if day <= election_day:
        raise NoLaterDay(day, election_day)
    if not decision.strip():
        raise PostponementReasonMissing
