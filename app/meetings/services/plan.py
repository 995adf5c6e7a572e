"""Plan a meeting, change its frame, move it, cancel it: what reaches calendars and subscribers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.councils.council_models import Council
from app.meetings.domain.meeting_forms import REMOTE_FORMS, MeetingForm
from app.meetings.domain.states import MEETING_MOVES, MeetingState, can_move, meeting_moves
from app.meetings.domain.urgent_cases import require_remote
from app.meetings.events import MeetingCancelled, MeetingChanged, MeetingMoved, MeetingPlanned
from app.meetings.models import Meeting, MeetingMoveRow
from app.meetings.queries import standing_rules, standing_rules_row
from app.meetings.refusals import MeetingAtThatTime, MeetingHasBegun, MeetingStaleEdit, MoveNeedsReason

DURATION_MINUTES = 180


@dataclass(frozen=True, slots=True)
class MeetingFrame:
    """When, where and how a meeting is held. An empty ``place``, ``language`` or ``secretary`` is the council's own."""

    starts_at: datetime
    place: str = ""
    form: MeetingForm = MeetingForm.ORDINARY
    duration_minutes: int = DURATION_MINUTES
    language: str = ""
    secretary: str = ""
    archive_reference: str = ""


def plan_meeting(session: Session, council: Council, frame: MeetingFrame, *, by: Actor, at: datetime) -> Meeting:
    """A meeting in the council's year plan. Refused: two at the same moment; a remote one that is not allowed.

    Law: kommuneloven (2018) §§ 11-2, 11-7.
    Rules: R-280, R-298.
    """
    _require_form(session, council, frame.form)
    _require_free(session, council, frame.starts_at, None)
    rules = standing_rules_row(session, council)
    meeting = Meeting(
        council=council,
        address=_free_address(session, council, frame.starts_at),
        starts_at=frame.starts_at,
        duration_minutes=frame.duration_minutes,
        place=frame.place or (rules.place if rules else ""),
        form=frame.form,
        state=MeetingState.PLANNED,
        reason="",
        language=frame.language or (rules.language if rules else "nb"),
        secretary=frame.secretary or (rules.secretary if rules else ""),
        archive_reference=frame.archive_reference,
        edit=1,
        revision=0,
        created_at=at,
        created_by=by.name,
        changed_at=at,
    )
    session.add(meeting)
    session.flush()
    event = MeetingPlanned(meeting.address, council.slug, frame.starts_at.isoformat(), meeting.place, meeting.form)
    record(session, event, by=by, at=at)
    return meeting


def change_meeting(
    session: Session, meeting: Meeting, frame: MeetingFrame, *, seen: int, by: Actor, at: datetime
) -> None:
    """Another place, form, length, language or secretary. The time is changed by ``move_meeting`` alone.

    Rules: R-280, R-298.
    """
    edit_meeting(session, meeting, seen)
    _require_form(session, meeting.council, frame.form)
    before = {"place": meeting.place, "form": str(meeting.form)}
    meeting.place, meeting.form = frame.place, frame.form
    meeting.duration_minutes, meeting.language = frame.duration_minutes, frame.language
    meeting.secretary, meeting.archive_reference = frame.secretary, frame.archive_reference
    tell_subscribers(meeting, at)
    record(session, MeetingChanged(meeting.address, before, meeting.place, meeting.form), by=by, at=at)


def move_meeting(
    session: Session,
    meeting: Meeting,
    to: datetime,
    place: str,
    reason: str,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The meeting is held at another time, or in another place. One that was called is called anew.

    Its numbers stay issued; what it was called ``from`` stays, for those who look for it there.

    Law: kommuneloven (2018) §§ 11-2, 11-3.
    Rules: R-280, R-282, R-283.
    """
    edit_meeting(session, meeting, seen)
    if not reason.strip():
        raise MoveNeedsReason(meeting.address)
    _require_free(session, meeting.council, to, meeting.id)
    before = {"starts_at": meeting.starts_at.isoformat(), "place": meeting.place}
    meeting.moves.append(
        MeetingMoveRow(
            from_at=meeting.starts_at, from_place=meeting.place, reason=reason.strip(), moved_at=at, moved_by=by.name
        )
    )
    meeting.state = meeting_moves(meeting.state, MeetingState.MOVED)
    meeting.starts_at, meeting.place, meeting.reason = to, place or meeting.place, reason.strip()
    meeting.summoned_at = meeting.announced_at = None
    tell_subscribers(meeting, at)
    event = MeetingMoved(meeting.address, before, to.isoformat(), meeting.place, meeting.reason)
    record(session, event, by=by, at=at)


def cancel_meeting(session: Session, meeting: Meeting, reason: str, *, seen: int, by: Actor, at: datetime) -> None:
    """The meeting is not held. It stays in every calendar as cancelled, with the reason.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-280, R-283.
    """
    edit_meeting(session, meeting, seen)
    if not reason.strip():
        raise MoveNeedsReason(meeting.address)
    meeting.state = meeting_moves(meeting.state, MeetingState.CANCELLED)
    meeting.reason = reason.strip()
    tell_subscribers(meeting, at)
    record(session, MeetingCancelled(meeting.address, meeting.reason), by=by, at=at)


def edit_meeting(session: Session, meeting: Meeting, seen: int) -> None:
    """Hold the meeting until the transaction ends, and count the edit. Refused: out of date; held, or being held."""
    session.flush()
    session.execute(select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    session.refresh(meeting)
    if seen != meeting.edit:
        raise MeetingStaleEdit(meeting.address, seen, meeting.edit)
    if not can_move(MEETING_MOVES, meeting.state, MeetingState.CANCELLED):
        raise MeetingHasBegun(meeting.address)
    meeting.edit += 1


def tell_subscribers(meeting: Meeting, at: datetime) -> None:
    """Calendars that hold the meeting take the newer one by this number; feeds say when. Drafts tell nobody."""
    meeting.revision += 1
    meeting.changed_at = at


def _require_form(session: Session, council: Council, form: MeetingForm) -> None:
    if form in REMOTE_FORMS:
        require_remote(allowed_by_municipal_council=standing_rules(session, council).remote_allowed)


def _require_free(session: Session, council: Council, starts_at: datetime, but: int | None) -> None:
    others = select(Meeting.id).where(
        Meeting.council_id == council.id,
        Meeting.starts_at == starts_at,
        Meeting.state != MeetingState.CANCELLED,
        Meeting.id != (but or 0),
    )
    if session.scalar(others.limit(1)):
        raise MeetingAtThatTime(council.name, starts_at)


def _free_address(session: Session, council: Council, starts_at: datetime) -> str:
    """``2025-03-11-fana``; a second meeting of the day is ``2025-03-11-fana-2``."""
    first = f"{starts_at.astimezone(OSLO):%Y-%m-%d}-{council.slug}"
    taken = set(session.scalars(select(Meeting.address).where(Meeting.address.startswith(first, autoescape=True))))
    return next(
        each for each in (first, *(f"{first}-{again}" for again in range(2, len(taken) + 3))) if each not in taken
    )
