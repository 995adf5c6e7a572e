"""The acts of the calendar that go into the audit trail."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class DeadlineTicked(Event):
    """Something in the calendar was said to be done."""

    object_kind: ClassVar[str] = "election"
    row: str
    done_on: str
    reference: str


@dataclass(frozen=True, slots=True)
class DeadlineUnticked(Event):
    """It was not done after all."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, str]
    row: str


@dataclass(frozen=True, slots=True)
class CalendarDaySet(Event):
    """The municipality set a day where the law leaves it to them; None: it was taken away."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, str | None]
    row: str
    day: str | None


@dataclass(frozen=True, slots=True)
class CalendarShiftSet(Event):
    """The municipality said whether a day moves past days off, where that is left open (R-17)."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, bool]
    row: str
    shiftable: bool


@dataclass(frozen=True, slots=True)
class ElectionPostponed(Event):
    """The King in Council extended or postponed the voting (R-25)."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, str]
    election_day: str
    decision: str


@dataclass(frozen=True, slots=True)
class CalendarLinkMade(Event):
    """Somebody got a link to the calendar that works without signing in."""

    object_kind: ClassVar[str] = "election"
    number: int


@dataclass(frozen=True, slots=True)
class CalendarLinkRevoked(Event):
    """The link works no more."""

    object_kind: ClassVar[str] = "election"
    number: int
    holder: str
