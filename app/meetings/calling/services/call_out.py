"""A member cannot come: the absence, the deputies asked one after another, and their answers."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.meetings.calling.models import AbsenceRow, DeputyCallRow
from app.meetings.calling.queries import absence_of, call_log, projection, seats_called, standing_of
from app.meetings.calling.refusals import MeetingNotCalled, NoLongerAsked, NotAbsent, NotSummoned
from app.meetings.domain.call_out import Answered, DeputyAnswer, record_answer
from app.meetings.domain.states import MeetingState
from app.meetings.events import AbsenceReported, AbsenceWithdrawn, DeputyAnswered, DeputyAsked
from app.meetings.models import Meeting


def report_absence(
    session: Session, meeting: Meeting, person_id: int, note: str, *, by: Actor, at: datetime
) -> tuple[Answered, ...]:
    """A member, or the substitute in the seat, cannot come; the next deputy in line is asked at once. Those asked now.

    Reported twice it is reported once. Refused: one who has no seat in the meeting; a meeting that has begun.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255, R-286.
    """
    _require_open(meeting, at)
    if absence_of(session, meeting, person_id):
        return ()
    seat = next((each.seat for each in seats_called(session, meeting, at) if each.person_id == person_id), None)
    if seat is None:
        raise NotSummoned(meeting.address)
    row = AbsenceRow(
        meeting_id=meeting.id, person_id=person_id, seat=seat, note=note, reported_at=at, reported_by=by.name
    )
    session.add(row)
    session.flush()
    record(session, AbsenceReported(meeting.address, person_id, seat), by=by, at=at)
    return ask_next(session, meeting, by=by, at=at)


def withdraw_absence(session: Session, meeting: Meeting, person_id: int, *, by: Actor, at: datetime) -> None:
    """The member can come after all, and has the seat; a deputy who was asked for it need not come.

    Law: kommuneloven (2018) § 8-1.
    Rules: R-255.
    """
    _require_open(meeting, at)
    row = absence_of(session, meeting, person_id)
    if row is None:
        raise NotAbsent(meeting.address)
    row.withdrawn_at = at
    session.flush()
    record(session, AbsenceWithdrawn(meeting.address, person_id, row.seat), by=by, at=at)


def ask_next(session: Session, meeting: Meeting, *, by: Actor, at: datetime) -> tuple[Answered, ...]:
    """Ask the deputy who is next in line for each place that nobody is asked for; those asked now.

    Law: kommuneloven (2018) § 7-10 (1).
    Rules: R-254, R-255.
    """
    _require_open(meeting, at)
    found = projection(session, meeting, at)
    asked = []
    for place in found.places if found else ():
        if place.next_to_call is not None:
            line = Answered(place.call.absent.person_id, place.next_to_call, DeputyAnswer.ASKED, at)
            _log(session, meeting, line, by)
            pair = (line.absent_person_id, line.deputy_person_id)
            record(session, DeputyAsked(meeting.address, *pair), by=by, at=at)
            asked.append(line)
    return tuple(asked)


def answer_call(
    session: Session,
    meeting: Meeting,
    absent_person_id: int,
    deputy_person_id: int,
    answer: DeputyAnswer,
    *,
    by: Actor,
    at: datetime,
) -> tuple[Answered, ...]:
    """What a deputy who was asked answers; a no, or none in time, and the next in line is asked. Those asked now.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255.
    """
    _require_open(meeting, at)
    line = Answered(absent_person_id, deputy_person_id, answer, at)
    record_answer(call_log(session, meeting), line)
    _log(session, meeting, line, by)
    event = DeputyAnswered(meeting.address, absent_person_id, deputy_person_id, answer)
    record(session, event, by=by, at=at)
    return ask_next(session, meeting, by=by, at=at)


def answer_own_call(
    session: Session,
    meeting: Meeting,
    absent_person_id: int,
    deputy_person_id: int,
    answer: DeputyAnswer,
    *,
    by: Actor,
    at: datetime,
) -> tuple[Answered, ...]:
    """A deputy's own answer. Refused when somebody else is asked or comes by now, or the member can come after all.

    Law: kommuneloven (2018) § 8-1.
    Rules: R-255.
    """
    if standing_of(session, meeting, absent_person_id, deputy_person_id, at) is None:
        raise NoLongerAsked(meeting.address)
    return answer_call(session, meeting, absent_person_id, deputy_person_id, answer, by=by, at=at)


def _log(session: Session, meeting: Meeting, line: Answered, by: Actor) -> None:
    session.add(
        DeputyCallRow(
            meeting_id=meeting.id,
            absent_person_id=line.absent_person_id,
            deputy_person_id=line.deputy_person_id,
            answer=line.answer,
            at=line.at,
            by=by.name,
        )
    )
    session.flush()


def _require_open(meeting: Meeting, at: datetime) -> None:
    if meeting.state is not MeetingState.CALLED or at >= meeting.starts_at:
        raise MeetingNotCalled(meeting.address, meeting.starts_at)
