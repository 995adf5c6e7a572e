"""What the services of the summons and the call-out refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NothingToCall(DomainError):
    """The agenda has no item that is ready."""

    meeting: str
    rule: str = "R-282"


@dataclass(unsafe_hash=True)
class PublicTitleMissing(DomainError):
    """Exempt items that have no title for the public; ``titles`` are theirs, for the secretary's eyes."""

    titles: tuple[str, ...]
    rule: str = "R-283"


@dataclass(unsafe_hash=True)
class NotSummoned(DomainError):
    """The person has no seat to sit in at this meeting, so there is no absence to report."""

    meeting: str
    rule: str = "R-255"


@dataclass(unsafe_hash=True)
class MeetingNotCalled(DomainError):
    """The meeting is not called, is cancelled, or has begun: nobody is summoned to it now."""

    meeting: str
    starts_at: datetime
    rule: str = "R-255"


@dataclass(unsafe_hash=True)
class NotAbsent(DomainError):
    """The person has not reported an absence, or can come after all."""

    meeting: str
    rule: str = "R-255"


@dataclass(unsafe_hash=True)
class NoLongerAsked(DomainError):
    """The deputy is not the one who is asked now: the member can come, or the call has gone on."""

    meeting: str
    rule: str = "R-255"
