"""The versions of a meeting's minutes, and what may approve them. A session first; nothing here writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.meetings.documents.minutes_document import Issue
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.event_log import EventLog
from app.meetings.domain.events import OnProposal, RemarkEntered
from app.meetings.domain.exemption import Passage
from app.meetings.domain.minutes import Face, full_minutes, public_minutes
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.live.queries import form_of, log_of, occasion_of
from app.meetings.minutes_room.kept_minutes import KeptMinutes, kept_face
from app.meetings.minutes_texts.minutes_text import MinutesText, Standing, minutes_text
from app.meetings.models import Meeting, MinutesRow
from app.meetings.queries import day_of


@dataclass(frozen=True, slots=True)
class Approving:
    """A later meeting of the council in which the approval of minutes was adopted."""

    address: str
    number: str
    on: date


def versions_of(session: Session, meeting: Meeting) -> list[MinutesRow]:
    """Every version, the latest first."""
    asked = select(MinutesRow).where(MinutesRow.meeting_id == meeting.id).order_by(MinutesRow.version.desc())
    return list(session.scalars(asked))


def latest_version(session: Session, meeting: Meeting) -> MinutesRow | None:
    """The latest version, or None while nothing is kept but the log."""
    return next(iter(versions_of(session, meeting)), None)


def state_of_minutes(session: Session, meeting: Meeting) -> MinutesState:
    """How far the minutes have come; a draft until a version is approved."""
    latest = latest_version(session, meeting)
    return latest.state if latest else MinutesState.DRAFT


def written(session: Session, meeting: Meeting, log: EventLog, standing: Standing) -> KeptMinutes:
    """Both faces of the minutes as the log tells them now.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    occasion, form, roster = occasion_of(session, meeting), form_of(meeting), log.setting.roster
    return KeptMinutes(
        minutes_text(public_minutes(log.now, occasion), roster, form, standing),
        minutes_text(full_minutes(log.now, occasion), roster, form, standing),
    )


def draft_text(session: Session, meeting: Meeting, face: Face, known: datetime) -> MinutesText:
    """The draft as it stands: from the log, and never shown to the public."""
    return written(session, meeting, log_of(session, meeting, known), Standing()).face(face)


def text_of(row: MinutesRow, face: Face) -> MinutesText:
    """A face of a kept version."""
    return kept_face(row.document, face)


def issue_of(meeting: Meeting, row: MinutesRow, face: Face) -> Issue:
    """What the document of a version is known by."""
    return Issue(f"MP-{meeting.address}-{row.version}-{FACE_IDS[face]}", row.made_at)


FACE_IDS = {Face.PUBLIC: "offentlig", Face.FULL: "full"}


def approving_meetings(session: Session, meeting: Meeting, known: datetime) -> Iterator[Approving]:
    """The later meetings of the council that have adopted the approval of minutes by a vote.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    later = session.scalars(
        select(Meeting)
        .where(Meeting.council_id == meeting.council_id, Meeting.starts_at > meeting.starts_at)
        .order_by(Meeting.starts_at)
    )
    for each in later:
        if day_of(each) > day_of(meeting) and _approves(log_of(session, each, known)):
            yield Approving(each.address, each.meeting_number, day_of(each))


def _approves(log: EventLog) -> bool:
    items = {each.item.key for each in log.now.items if each.item.kind is ItemKind.APPROVAL_OF_MINUTES}
    return any(
        vote.item in items and isinstance(vote.subject, OnProposal) and not vote.subject.trial and vote.result.adopted
        for vote in log.now.votes
    )


def exempt_passages(log: EventLog) -> tuple[Passage, ...]:
    """The words that must not stand in anything published: exempt remarks, and what exempt items are about.

    Law: offentleglova (2006) § 13; kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    remarks = tuple(
        Passage(each.event.text, each.event.exempt_under)
        for each in log.now.happened
        if isinstance(each.event, RemarkEntered) and each.event.exempt_under
    )
    items = tuple(
        Passage(text, each.item.exempt_under)
        for each in log.now.items
        if each.item.exempt
        for text in (each.item.title, each.item.recommendation)
        if text.strip() and text != each.item.public_title
    )
    return (*remarks, *items)


def notes_of(row: MinutesRow | None) -> tuple[str, ...]:
    """The corrections and remarks of a version, as they are printed."""
    return text_of(row, Face.PUBLIC).notes if row else ()
