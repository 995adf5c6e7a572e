"""Where one unit of a count stands, and the moves it can make. What the table does not name cannot happen."""

from collections.abc import Mapping
from enum import StrEnum

from app.elections.domain.states import MoveNotAllowed


class CountUnitState(StrEnum):
    """How far a unit (contest, count, category, place) has come.

    ``ENTERED`` holds from the first person's figures until both persons' agree; ``CONTROLLED`` from then until the
    board has approved them.
    """

    AWAITED = "awaited"
    ENTERED = "entered"
    CONTROLLED = "controlled"
    APPROVED = "approved"
    REOPENED = "reopened"


_S = CountUnitState

COUNT_UNIT_MOVES: Mapping[CountUnitState, tuple[CountUnitState, ...]] = {
    _S.AWAITED: (_S.ENTERED,),
    _S.ENTERED: (_S.CONTROLLED, _S.REOPENED),
    _S.CONTROLLED: (_S.APPROVED, _S.REOPENED),
    _S.APPROVED: (_S.REOPENED,),
    _S.REOPENED: (_S.ENTERED,),
}

OPEN_FOR_ENTRY = frozenset({_S.AWAITED, _S.ENTERED, _S.REOPENED})
"""In these states figures can be typed."""


def count_unit_moves(from_state: CountUnitState, to_state: CountUnitState) -> CountUnitState:
    """The unit's new state; a move that is not in the table is refused (``MoveNotAllowed``)."""
    if to_state not in COUNT_UNIT_MOVES[from_state]:
        raise MoveNotAllowed(from_state, to_state, COUNT_UNIT_MOVES[from_state])
    return to_state
