"""The year plan as the staff see it: every meeting of the year, with what stands in the way. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.core.public_holidays import is_public_holiday, known
from app.councils.council_models import Council
from app.meetings.domain.states import MeetingState
from app.meetings.domain.year_plan import Clash, ClashKind, DayRemark, PlannedMeeting, clashes, day_remark
from app.meetings.models import Meeting
from app.meetings.queries import day_of, meetings_between


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A meeting with what is unusual about its day, and the meetings it clashes with, by what they share."""

    meeting: Meeting
    day: date
    remark: DayRemark | None
    clashes: tuple[tuple[ClashKind, Meeting], ...]


def year_plan(session: Session, year: int, councils: Sequence[Council], shown: Sequence[Council]) -> list[PlanRow]:
    """The meetings of ``shown`` in the year; clashes are looked for among those of all ``councils``.

    Rules: R-280.
    """
    meetings = meetings_between(session, date(year, 1, 1), date(year + 1, 1, 1), [each.id for each in councils])
    held = [each for each in meetings if each.state is not MeetingState.CANCELLED]
    found = clashes([_planned(each) for each in held])
    by_address = {each.address: each for each in meetings}
    wanted = {each.id for each in shown}
    return [_row(each, found, by_address) for each in meetings if each.council_id in wanted]


def _planned(meeting: Meeting) -> PlannedMeeting:
    return PlannedMeeting(
        meeting.address,
        meeting.council.slug,
        day_of(meeting),
        meeting.starts_at,
        meeting.duration_minutes,
        meeting.place,
        meeting.secretary,
    )


def _row(meeting: Meeting, found: Sequence[Clash], by_address: dict[str, Meeting]) -> PlanRow:
    day = day_of(meeting)
    others = [
        (each.kind, by_address[each.second if each.first == meeting.address else each.first])
        for each in found
        if meeting.address in {each.first, each.second}
    ]
    holiday = day_remark(day, is_public_holiday) if known(day.year) else None
    return PlanRow(meeting, day, holiday, tuple(others))
