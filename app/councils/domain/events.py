"""What can happen to a member or deputy in the term.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
Rules: R-250, R-251, R-252, R-253, R-254, R-255, R-256, R-259, R-261.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.membership import Role


class LeavesBecause(StrEnum):
    """Why one leaves for good: released for the rest of the term, no longer eligible, or dead."""

    RELEASED = "released"
    LOST_ELIGIBILITY = "lost_eligibility"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class LeavesForGood:
    """A member or deputy leaves for the rest of the term."""

    person_id: int
    because: LeavesBecause


@dataclass(frozen=True, slots=True)
class MovesOut:
    """A member or deputy is registered as moved: out of the municipality, or to another district within it."""

    person_id: int
    within_municipality: bool


@dataclass(frozen=True, slots=True)
class MovesBack:
    """One who left seat number ``seat`` by moving out on ``moved_out_on`` is registered as moved back.

    ``seat`` is None for one who was a deputy.
    """

    person_id: int
    seat: int | None
    moved_out_on: date
    within_municipality: bool = False


@dataclass(frozen=True, slots=True)
class GoesOnLeave:
    """A temporary exemption from ``from_on`` up to, but not with, ``to_on``.

    ``to_on`` is None when it lasts until further notice; ``expected_long`` says whether that is thought to be three
    months or more.
    """

    person_id: int
    from_on: date
    to_on: date | None
    expected_long: bool = False


@dataclass(frozen=True, slots=True)
class WantsBack:
    """One on leave up to, but not with, ``leave_to_on`` asks to take the seat again."""

    person_id: int
    leave_to_on: date


@dataclass(frozen=True, slots=True)
class IsSuspended:
    """The municipal council itself has suspended a member until final judgment."""

    person_id: int


@dataclass(frozen=True, slots=True)
class SuspensionEnds:
    """There is a final judgment: one who was suspended takes part again from this day."""

    person_id: int


@dataclass(frozen=True, slots=True)
class SubstituteLeaves:
    """A *settemedlem* sits no longer for the holder of seat number ``seat``, whose leave goes on.

    The leave is from ``leave_from_on`` up to, but not with, ``leave_to_on``; None when it lasts until further notice.
    """

    person_id: int
    seat: int
    leave_from_on: date
    leave_to_on: date | None
    because: LeavesBecause = LeavesBecause.RELEASED


@dataclass(frozen=True, slots=True)
class IsAbsent:
    """A member is absent from a meeting, or stands down for a case."""

    person_id: int


@dataclass(frozen=True, slots=True)
class LeavesOffice:
    """The chair or deputy chair leaves the office and remains a member."""

    person_id: int


@dataclass(frozen=True, slots=True)
class ChangesParty:
    """A member or deputy joins another group; ``group_name`` is empty for one who becomes independent."""

    person_id: int
    group_name: str = ""


@dataclass(frozen=True, slots=True)
class DeputiesRunShort:
    """A list or group has too few deputies left. ``places``: how many an appointed council is to have at once."""

    group: str
    places: int = 1


@dataclass(frozen=True, slots=True)
class SeatIsVacant:
    """A seat that has nobody: left open by an earlier decision, or not taken when the council took office.

    ``group`` is the list or group that won it.
    """

    seat: int
    group: str


@dataclass(frozen=True, slots=True)
class OfficeIsVacant:
    """Nobody is chair, or deputy chair: after a takeover, or when the election had to wait."""

    role: Role


Event = (
    LeavesForGood
    | MovesOut
    | MovesBack
    | GoesOnLeave
    | WantsBack
    | IsSuspended
    | SuspensionEnds
    | SubstituteLeaves
    | IsAbsent
    | LeavesOffice
    | ChangesParty
    | DeputiesRunShort
    | SeatIsVacant
    | OfficeIsVacant
)
