"""What the calendar refuses, as types with facts."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.elections.domain.calendar_rows import CalendarRow


@dataclass(unsafe_hash=True)
class NoSuchRow(DomainError):
    """The election's calendar has no such row."""

    row: CalendarRow


@dataclass(unsafe_hash=True)
class DoneInTheFuture(DomainError):
    """What is done was done today at the latest."""

    done_on: date
    today: date


@dataclass(unsafe_hash=True)
class SetAfterElection(DomainError):
    """A deadline before the election is set to a day before it."""

    day: date
    election_day: date
