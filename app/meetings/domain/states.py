"""Where a meeting and an agenda item stand, and the moves they can make. What the tables do not name cannot happen.

Law: kommuneloven (2018) §§ 11-2, 11-3, 11-4.
Rules: R-280, R-282, R-284, R-300.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.core.errors import DomainError


class MeetingState(StrEnum):
    """How far a meeting has come.

    CALLED: the agenda is sent and its case numbers issued. MOVED: it will be held another day, and is called anew for
    it. CLOSED (*hevet*): nothing more happens in it, and its events are frozen.
    """

    PLANNED = "planned"
    CALLED = "called"
    RUNNING = "running"
    CLOSED = "closed"
    MINUTES_APPROVED = "minutes_approved"
    PUBLISHED = "published"
    MOVED = "moved"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """How far an agenda item has come. POSTPONED: to a later meeting, where it gets a new number."""

    DRAFT = "draft"
    ON_AGENDA = "on_agenda"
    NUMBERED = "numbered"
    HANDLED = "handled"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


MEETING_MOVES: Mapping[MeetingState, tuple[MeetingState, ...]] = {
    MeetingState.PLANNED: (MeetingState.CALLED, MeetingState.MOVED, MeetingState.CANCELLED),
    MeetingState.CALLED: (MeetingState.RUNNING, MeetingState.MOVED, MeetingState.CANCELLED),
    MeetingState.RUNNING: (MeetingState.CLOSED,),
    MeetingState.CLOSED: (MeetingState.MINUTES_APPROVED,),
    MeetingState.MINUTES_APPROVED: (MeetingState.PUBLISHED,),
    MeetingState.PUBLISHED: (),
    MeetingState.MOVED: (MeetingState.CALLED, MeetingState.MOVED, MeetingState.CANCELLED),
    MeetingState.CANCELLED: (),
}

ITEM_MOVES: Mapping[ItemState, tuple[ItemState, ...]] = {
    ItemState.DRAFT: (ItemState.ON_AGENDA, ItemState.WITHDRAWN),
    ItemState.ON_AGENDA: (ItemState.DRAFT, ItemState.NUMBERED, ItemState.WITHDRAWN),
    ItemState.NUMBERED: (ItemState.HANDLED, ItemState.POSTPONED, ItemState.WITHDRAWN),
    ItemState.HANDLED: (),
    ItemState.POSTPONED: (),
    ItemState.WITHDRAWN: (),
}


@dataclass(unsafe_hash=True)
class MeetingCannotMove(DomainError):
    """The table has no move from the one state to the other; ``possible`` are those it has."""

    from_state: MeetingState
    to_state: MeetingState
    possible: tuple[MeetingState, ...]


@dataclass(unsafe_hash=True)
class ItemCannotMove(DomainError):
    """The item cannot come from the one state to the other; ``possible`` are the moves that the table has."""

    from_state: ItemState
    to_state: ItemState
    possible: tuple[ItemState, ...]


def meeting_moves(from_state: MeetingState, to_state: MeetingState) -> MeetingState:
    """The meeting's new state; a move that is not in the table is refused."""
    if not can_move(MEETING_MOVES, from_state, to_state):
        raise MeetingCannotMove(from_state, to_state, MEETING_MOVES[from_state])
    return to_state


def item_moves(from_state: ItemState, to_state: ItemState) -> ItemState:
    """The item's new state; a move that is not in the table is refused."""
    if not can_move(ITEM_MOVES, from_state, to_state):
        raise ItemCannotMove(from_state, to_state, ITEM_MOVES[from_state])
    return to_state


def is_numbered_as_called(state: MeetingState) -> bool:
    """Whether the agenda has been called, so that what is put on it now is an additional agenda and numbered at once.

    Rules: R-282, R-284.
    """
    return state in {MeetingState.CALLED, MeetingState.RUNNING}


State = TypeVar("State", bound=StrEnum)


def can_move(table: Mapping[State, tuple[State, ...]], from_state: State, to_state: State) -> bool:
    """Whether the table has the move."""
    return to_state in table[from_state]
