"""How far an appointment has come: prepared, then decided by the municipal council, or dropped.

Law: kommuneloven (2018) §§ 5-7, 7-1.
Rules: R-220.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError


class AppointmentState(StrEnum):
    """Where it stands. What is decided or dropped is never changed again."""

    DRAFT = "draft"
    DECIDED = "decided"
    DROPPED = "dropped"


APPOINTMENT_MOVES: Mapping[AppointmentState, tuple[AppointmentState, ...]] = {
    AppointmentState.DRAFT: (AppointmentState.DECIDED, AppointmentState.DROPPED),
    AppointmentState.DECIDED: (),
    AppointmentState.DROPPED: (),
}


@dataclass(unsafe_hash=True)
class AppointmentIsOver(DomainError):
    """The appointment is decided or dropped: nothing in it can be changed, and it cannot be decided again."""

    state: AppointmentState
    rule: str = "R-220"


def appointment_moves(from_state: AppointmentState, to_state: AppointmentState) -> AppointmentState:
    """The new state; a move that is not in the table is refused."""
    if to_state not in APPOINTMENT_MOVES[from_state]:
        raise AppointmentIsOver(from_state)
    return to_state


def require_draft(state: AppointmentState) -> None:
    """Refuse to change what is decided or dropped."""
    if state is not AppointmentState.DRAFT:
        raise AppointmentIsOver(state)
