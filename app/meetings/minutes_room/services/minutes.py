"""Approve the minutes, publish them, and correct them by notes. Each step keeps a version that is never changed.

A draft is what the log tells; it becomes a version when it is approved or noted on, and public when it is published.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.meetings.domain.approval import Approved, approve_by_signatures, approve_in_meeting
from app.meetings.domain.event_log import EventLog
from app.meetings.domain.exemption import require_shielded
from app.meetings.domain.minutes import Face, full_minutes
from app.meetings.domain.minutes_checklist import blockers
from app.meetings.domain.minutes_states import MinutesState, minutes_move
from app.meetings.domain.states import MeetingState, meeting_moves
from app.meetings.live.queries import form_of, log_of, names_of, occasion_of
from app.meetings.live.services.recording import hold
from app.meetings.minutes_room.events import MinutesApproved, MinutesFrameSet, MinutesNoted, MinutesPublished
from app.meetings.minutes_room.kept_minutes import KeptMinutes, fingerprint_of, kept_document
from app.meetings.minutes_room.queries import (
    approving_meetings,
    exempt_passages,
    latest_version,
    notes_of,
    text_of,
    written,
)
from app.meetings.minutes_room.refusals import (
    MeetingStillRuns,
    MinutesNotReady,
    NoApprovingVote,
    NoMinutesYet,
    NothingNoted,
)
from app.meetings.minutes_texts.document_words import DOCUMENT_WORDS
from app.meetings.minutes_texts.minutes_text import Standing, day_text
from app.meetings.minutes_texts.plain import plain_text
from app.meetings.models import Meeting, MinutesRow
from app.meetings.queries import day_of


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who was chosen to sign, who has signed, and when."""

    chosen: tuple[int, ...]
    signed: Collection[int]
    on: date


@dataclass(frozen=True, slots=True)
class InMeeting:
    """Approved by a vote in a later meeting, named by its address."""

    address: str


def set_frame(session: Session, meeting: Meeting, secretary: str, place: str, *, by: Actor, at: datetime) -> None:
    """Who wrote, and where it was, when that was not known before the meeting began; until the minutes are approved.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    hold(session, meeting)
    if meeting.state not in {MeetingState.RUNNING, MeetingState.CLOSED}:
        raise NoMinutesYet(meeting.address)
    before = {"secretary": meeting.secretary, "place": meeting.place}
    meeting.secretary, meeting.place = secretary.strip(), place.strip()
    record(session, MinutesFrameSet(meeting.address, before, meeting.secretary, meeting.place), by=by, at=at)


def approve_minutes(
    session: Session, meeting: Meeting, how: Signatures | InMeeting, *, by: Actor, at: datetime
) -> MinutesRow:
    """The minutes approved: by a vote in a later meeting, or by the signatures of those whom the council has chosen.

    Refused while anything that the act asks for is missing.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    hold(session, meeting)
    log = _closed_log(session, meeting, at)
    if findings := blockers(full_minutes(log.now, occasion_of(session, meeting))):
        raise MinutesNotReady(findings)
    approved, whom = _approved(session, meeting, log, how, at)
    before = latest_version(session, meeting)
    state = minutes_move(before.state if before else MinutesState.DRAFT, MinutesState.APPROVED)
    texts = written(session, meeting, log, Standing(approved.on))
    kept = _with_notes(texts, notes_of(before))
    row = _keep(session, meeting, kept, state, at=at, by=by)
    row.approved_on, row.approved_by = approved.on, whom
    meeting.state = meeting_moves(meeting.state, MeetingState.MINUTES_APPROVED)
    event = MinutesApproved(
        meeting.address, row.version, approved.method, approved.on.isoformat(), row.approved_by, row.sha256
    )
    record(session, event, by=by, at=at)
    return row


def publish_minutes(session: Session, meeting: Meeting, *, by: Actor, at: datetime) -> MinutesRow:
    """The approved version's public face is for everyone from now on. Refused: exempt words that stand in it.

    Law: kommuneloven (2018) § 11-4; offentleglova (2006) § 13.
    Rules: R-300.
    """
    hold(session, meeting)
    row = latest_version(session, meeting)
    if row is None:
        raise NoMinutesYet(meeting.address)
    state = minutes_move(row.state, MinutesState.PUBLISHED)
    _require_public(session, meeting, KeptMinutes(text_of(row, Face.PUBLIC), text_of(row, Face.FULL)), at)
    row.state, row.published_at, row.published_by = state, at, by.name
    meeting.state = meeting_moves(meeting.state, MeetingState.PUBLISHED)
    record(session, MinutesPublished(meeting.address, row.version, row.sha256), by=by, at=at)
    return row


def add_note(session: Session, meeting: Meeting, text: str, *, by: Actor, at: datetime) -> MinutesRow:
    """A correction or remark, dated, after the minutes' own text, which stands. It makes a new version.

    On published minutes the new version is public at once.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    hold(session, meeting)
    if not text.strip():
        raise NothingNoted
    log = _closed_log(session, meeting, at)
    before = latest_version(session, meeting)
    if before is None:
        texts = written(session, meeting, log, Standing())
    else:
        texts = KeptMinutes(text_of(before, Face.PUBLIC), text_of(before, Face.FULL))
    form = form_of(meeting)
    line = DOCUMENT_WORDS[form].note.format(day=day_text(at.astimezone(OSLO).date(), form), text=text.strip())
    kept = _with_notes(texts, (*notes_of(before), line))
    _require_public(session, meeting, kept, at)
    row = _keep(session, meeting, kept, before.state if before else MinutesState.DRAFT, at=at, by=by)
    if before is not None:
        row.approved_on, row.approved_by = before.approved_on, before.approved_by
    if row.state is MinutesState.PUBLISHED:
        row.published_at, row.published_by = at, by.name
    record(session, MinutesNoted(meeting.address, row.version, row.sha256), by=by, at=at)
    return row


def _closed_log(session: Session, meeting: Meeting, at: datetime) -> EventLog:
    if meeting.state in {MeetingState.PLANNED, MeetingState.CALLED, MeetingState.RUNNING, MeetingState.MOVED}:
        raise MeetingStillRuns(meeting.address)
    return log_of(session, meeting, at)


def _approved(
    session: Session, meeting: Meeting, log: EventLog, how: Signatures | InMeeting, at: datetime
) -> tuple[Approved, str]:
    """Rules: R-300."""
    if isinstance(how, Signatures):
        names = names_of(log.setting.roster)
        approved = approve_by_signatures(how.chosen, how.signed, how.on)
        return approved, ", ".join(names.get(each, str(each)) for each in how.chosen)
    found = next((each for each in approving_meetings(session, meeting, at) if each.address == how.address), None)
    if found is None:
        raise NoApprovingVote(meeting.address)
    in_meeting = approve_in_meeting(day_of(meeting), found.on, vote_adopted=True)
    assert in_meeting is not None
    return in_meeting, found.number


def _with_notes(kept: KeptMinutes, notes: tuple[str, ...]) -> KeptMinutes:
    return KeptMinutes(replace(kept.public, notes=notes), replace(kept.full, notes=notes))


def _require_public(session: Session, meeting: Meeting, kept: KeptMinutes, at: datetime) -> None:
    passages = exempt_passages(log_of(session, meeting, at))
    require_shielded([(meeting.address, plain_text(kept.public))], passages)


def _keep(
    session: Session, meeting: Meeting, kept: KeptMinutes, state: MinutesState, *, at: datetime, by: Actor
) -> MinutesRow:
    before = latest_version(session, meeting)
    document = kept_document(kept)
    row = MinutesRow(
        meeting=meeting,
        version=before.version + 1 if before else 1,
        state=state,
        language=meeting.language,
        document=document,
        sha256=fingerprint_of(document),
        made_at=at,
        made_by=by.name,
        approved_by="",
    )
    session.add(row)
    session.flush()
    return row
