"""When an event is said to have happened, held against the events beside it: time in a log never runs backwards.

Rules: R-300.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.errors import DomainError
from app.meetings.domain.event_log import EventLog, NotInLog

HALF_A_DAY = timedelta(hours=12)
"""A device whose clock is further off than this is not asked for the time."""


@dataclass(unsafe_hash=True)
class TimeDoesNotFit(DomainError):
    """The time that was typed lies before what came before it, or after what came after."""

    at: datetime
    earliest: datetime | None
    latest: datetime


def placed_at(log: EventLog, typed: datetime | None, device: datetime | None, before: str, now: datetime) -> datetime:
    """The moment of a new event. A typed time must fit where the event is put; others are moved so that they do.

    ``before``: the event it came before; empty: it came last. An event put before another without a time of its own has
    the other's.

    Rules: R-300.
    """
    earliest, latest = _room_for(log, before, now)
    if typed is not None:
        if (earliest and _minute(typed) < _minute(earliest)) or typed > latest:
            raise TimeDoesNotFit(typed, earliest, latest)
        return max(typed, earliest) if earliest else typed
    said = device if device and abs(now - device) < HALF_A_DAY else now
    if before:
        said = latest
    said = min(said, latest)
    return max(said, earliest) if earliest else said


def _room_for(log: EventLog, before: str, now: datetime) -> tuple[datetime | None, datetime]:
    """From the moment of the event before the place, to that of the one after it; the last place ends now."""
    happened = log.now.happened
    if not before:
        return (happened[-1].at if happened else None), max(now, happened[-1].at) if happened else now
    places = [place for place, each in enumerate(happened) if each.event_id == before]
    if not places:
        raise NotInLog(before)
    place = places[0]
    return (happened[place - 1].at if place else None), happened[place].at


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
