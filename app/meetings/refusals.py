"""What the services of meetings refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class MeetingStaleEdit(DomainError):
    """Others have saved changes to the meeting since it was read: the save had seen edit ``seen`` of ``current``."""

    meeting: str
    seen: int
    current: int


@dataclass(unsafe_hash=True)
class MeetingAtThatTime(DomainError):
    """The council has a meeting that begins at this moment already."""

    council: str
    starts_at: datetime


@dataclass(unsafe_hash=True)
class MeetingHasBegun(DomainError):
    """The meeting is held or being held: its plan and its agenda are no longer changed here."""

    meeting: str
    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class ItemNotThere(DomainError):
    """The meeting's agenda has no such item."""

    key: str


@dataclass(unsafe_hash=True)
class ItemHasGoneOut(DomainError):
    """What has been sent to the members is not changed behind their backs: withdraw it, or send it anew."""

    key: str
    number: str
    rule: str = "R-282"


@dataclass(unsafe_hash=True)
class NoTermThatDay(DomainError):
    """The council has no term that covers the day, so nobody can be summoned."""

    council: str
    rule: str = "R-282"


@dataclass(unsafe_hash=True)
class MoveNeedsReason(DomainError):
    """Those who have the meeting in their calendars are told why it is moved or cancelled."""

    meeting: str
    rule: str = "R-283"
