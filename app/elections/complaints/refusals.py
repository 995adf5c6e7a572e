"""What the services of complaints refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import date, datetime

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class ComplaintInFuture(DomainError):
    """A complaint cannot have come in later than now."""

    received_at: datetime
    rule: str = "R-201"


@dataclass(unsafe_hash=True)
class AnsweredOnAnotherDay(DomainError):
    """A complaint is sent on or decided on a day from its receipt to today."""

    day: date
    received_on: date
    today: date
    rule: str = "R-203"


@dataclass(unsafe_hash=True)
class NothingComplainedOf(DomainError):
    """A complaint says who complains and what about."""

    rule: str = "R-201"
