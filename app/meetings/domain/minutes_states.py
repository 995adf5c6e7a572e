"""Where a version of the minutes stands: a draft is nobody's but the secretary's until it is approved and published.

Law: kommuneloven (2018) § 11-4.
Rules: R-300.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError


class MinutesState(StrEnum):
    """How far a version has come. A correction is a new version, never a change of one that is approved."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


MINUTES_MOVES: Mapping[MinutesState, tuple[MinutesState, ...]] = {
    MinutesState.DRAFT: (MinutesState.APPROVED,),
    MinutesState.APPROVED: (MinutesState.PUBLISHED,),
    MinutesState.PUBLISHED: (),
}


@dataclass(unsafe_hash=True)
class MinutesCannotMove(DomainError):
    """The table has no such move; ``possible`` are those it has."""

    from_state: MinutesState
    to_state: MinutesState
    possible: tuple[MinutesState, ...]


def minutes_move(from_state: MinutesState, to_state: MinutesState) -> MinutesState:
    """The version's new state; a move that is not in the table is refused."""
    if to_state not in MINUTES_MOVES[from_state]:
        raise MinutesCannotMove(from_state, to_state, MINUTES_MOVES[from_state])
    return to_state
