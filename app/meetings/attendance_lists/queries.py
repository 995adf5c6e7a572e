"""Who met in the councils' meetings in a period, for remuneration: never public. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.councils.council_models import Council
from app.meetings.domain.attendance_figures import AttendanceFigure, PeriodFigure, Rates, figures, over_period
from app.meetings.domain.states import MeetingState
from app.meetings.live.queries import log_of
from app.meetings.queries import day_of, meetings_between

HELD = frozenset({MeetingState.CLOSED, MeetingState.MINUTES_APPROVED, MeetingState.PUBLISHED})
"""The states of a meeting that is over."""


@dataclass(frozen=True, slots=True)
class MeetingAttendance:
    """One meeting that was held, and everyone who sat in a seat."""

    council: str
    number: str
    on: date
    figures: tuple[AttendanceFigure, ...]


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A period, both days with it: the meetings held, each person's sum, and the rates the amounts are made with."""

    municipality: str
    councils: tuple[str, ...]
    from_on: date
    last_on: date
    meetings: tuple[MeetingAttendance, ...]
    people: tuple[PeriodFigure, ...]
    rates: Rates


def attendance_list(
    session: Session, councils: Sequence[Council], from_on: date, last_on: date, *, rates: Rates, known: datetime
) -> AttendanceList:
    """The meetings that are over in the period, by time, and the people by name.

    Rules: R-300.
    """
    found = meetings_between(session, from_on, last_on + timedelta(days=1), [each.id for each in councils])
    held = tuple(
        MeetingAttendance(
            each.council.name,
            each.meeting_number,
            day_of(each),
            figures(log_of(session, each, known).now),
        )
        for each in found
        if each.state in HELD
    )
    municipality = councils[0].district.municipality.name if councils else ""
    names = tuple(each.name for each in councils)
    people = over_period(each.figures for each in held)
    return AttendanceList(municipality, names, from_on, last_on, held, people, rates)
