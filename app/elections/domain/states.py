"""Where an election and a settlement stand, and the moves they can make. What the tables do not name cannot happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.core.errors import DomainError


class ElectionState(StrEnum):
    """How far an election has come."""

    DRAFT = "draft"
    OPEN_FOR_LISTS = "open_for_lists"
    LISTS_DECIDED = "lists_decided"
    VOTING = "voting"
    COUNTING = "counting"
    SETTLED = "settled"
    VALID = "valid"
    INVALID = "invalid"
    ARCHIVED = "archived"


class SettlementState(StrEnum):
    """What the electoral board has made of a settlement. A new one never overwrites an old one; both stay readable.

    A proposal that the board does not decide is annulled too, with the reason.
    """

    PROPOSED = "proposed"
    DECIDED = "decided"
    ANNULLED = "annulled"


ELECTION_MOVES: Mapping[ElectionState, tuple[ElectionState, ...]] = {
    ElectionState.DRAFT: (ElectionState.OPEN_FOR_LISTS,),
    ElectionState.OPEN_FOR_LISTS: (ElectionState.LISTS_DECIDED,),
    ElectionState.LISTS_DECIDED: (ElectionState.VOTING,),
    ElectionState.VOTING: (ElectionState.COUNTING,),
    ElectionState.COUNTING: (ElectionState.SETTLED,),
    ElectionState.SETTLED: (ElectionState.COUNTING, ElectionState.VALID, ElectionState.INVALID),
    ElectionState.VALID: (ElectionState.ARCHIVED,),
    ElectionState.INVALID: (ElectionState.ARCHIVED,),
    ElectionState.ARCHIVED: (),
}

SETTLEMENT_MOVES: Mapping[SettlementState, tuple[SettlementState, ...]] = {
    SettlementState.PROPOSED: (SettlementState.DECIDED, SettlementState.ANNULLED),
    SettlementState.DECIDED: (SettlementState.ANNULLED,),
    SettlementState.ANNULLED: (),
}


@dataclass(unsafe_hash=True)
class MoveNotAllowed(DomainError):
    """The table has no move from the one state to the other; ``possible`` are those it has."""

    from_state: StrEnum
    to_state: StrEnum
    possible: tuple[StrEnum, ...]


def moves(from_state: ElectionState, to_state: ElectionState) -> ElectionState:
    """The election's new state; a move that is not in the table is refused."""
    return _move(ELECTION_MOVES, from_state, to_state)


def settlement_moves(from_state: SettlementState, to_state: SettlementState) -> SettlementState:
    """The settlement's new state; a move that is not in the table is refused."""
    return _move(SETTLEMENT_MOVES, from_state, to_state)


State = TypeVar("State", bound=StrEnum)


def _move(table: Mapping[State, tuple[State, ...]], from_state: State, to_state: State) -> State:
    if to_state not in table[from_state]:
        raise MoveNotAllowed(from_state, to_state, table[from_state])
    return to_state
