"""Where a membership change stands, and the moves it can make. What the table does not name cannot happen.

That a decided change is in force follows from the day: nobody has to say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError


class ChangeState(StrEnum):
    """How far a change has come, from proposal to decision."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


CHANGE_MOVES: Mapping[ChangeState, tuple[ChangeState, ...]] = {
    ChangeState.PROPOSED: (ChangeState.DECIDED, ChangeState.WITHDRAWN),
    ChangeState.DECIDED: (ChangeState.IN_FORCE,),
    ChangeState.IN_FORCE: (),
    ChangeState.WITHDRAWN: (),
}


@dataclass(unsafe_hash=True)
class ChangeCannotMove(DomainError):
    """The change is decided or withdrawn already; ``possible`` are the moves that the table has."""

    from_state: ChangeState
    to_state: ChangeState
    possible: tuple[ChangeState, ...]


def change_moves(from_state: ChangeState, to_state: ChangeState) -> ChangeState:
    """The change's new state; a move that is not in the table is refused."""
    if to_state not in CHANGE_MOVES[from_state]:
        raise ChangeCannotMove(from_state, to_state, CHANGE_MOVES[from_state])
    return to_state


def state_on(stored: ChangeState, effective_on: date, day: date) -> ChangeState:
    """Where a change stands on a day: what is decided is in force from its day on."""
    if stored is ChangeState.DECIDED and effective_on <= day:
        return change_moves(stored, ChangeState.IN_FORCE)
    return stored
