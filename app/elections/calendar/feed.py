"""An election's calendar as a file for other calendars."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.clock import OSLO
from app.core.icalendar import CalendarDate, icalendar_bytes
from app.elections.calendar import texts
from app.elections.domain.calendar import Deadline


def calendar_file(name: str, address: str, deadlines: Iterable[Deadline], made_at: datetime, language: str) -> bytes:
    """The deadlines that have a day, in bokmål or nynorsk. A deadline keeps its place in the calendar when it moves.

    ``made_at`` is when the election was made: nothing in the file depends on when it is fetched.

    Rules: R-13, R-14.
    """
    with force_locale(language):
        dates = [_date(address, each) for each in deadlines if each.day]
        return icalendar_bytes(_("Valgkalender: %(election)s", election=name), dates, made_at)


def _date(address: str, deadline: Deadline) -> CalendarDate:
    assert deadline.day is not None  # asked by the caller
    told = [texts.moved_text(deadline), texts.law_text(deadline)]
    return CalendarDate(
        uid=f"{deadline.row}.{address}@verv",
        day=deadline.day,
        summary=texts.row_text(deadline.row),
        description="\n".join(filter(None, told)),
        at=datetime.combine(deadline.day, deadline.clock, OSLO) if deadline.clock else None,
    )
