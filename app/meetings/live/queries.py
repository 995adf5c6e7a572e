"""The log of a meeting as stored, and what its minutes must know beside it. A session first; nothing here writes."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.meetings.domain.event_json import entry_from_json
from app.meetings.domain.event_log import Entry, EventLog, LogEntry, read_log
from app.meetings.domain.events import ItemWithdrawn
from app.meetings.domain.minutes import Occasion
from app.meetings.domain.proceedings import Setting
from app.meetings.domain.roster import Roster
from app.meetings.domain.states import MeetingState
from app.meetings.live.told import Told
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.models import Meeting, MeetingEventRow
from app.meetings.queries import called_items, day_of, item_value, setting_of


def entries_of(session: Session, meeting: Meeting) -> tuple[LogEntry, ...]:
    """Everything that was ever recorded of the meeting, undone entries and undoing ones too."""
    rows = session.scalars(
        select(MeetingEventRow).where(MeetingEventRow.meeting_id == meeting.id).order_by(MeetingEventRow.sequence)
    )
    return tuple(entry_from_json(json.loads(each.document)) for each in rows)


def log_of(session: Session, meeting: Meeting, known: datetime) -> EventLog:
    """The log and the meeting that comes of it; before the roll is called, with the membership known at ``known``.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-262, R-300.
    """
    entries = entries_of(session, meeting)
    return read_log(_setting(session, meeting, known, entries), entries)


def _setting(session: Session, meeting: Meeting, known: datetime, entries: Iterable[LogEntry]) -> Setting:
    """The called agenda, also with what was withdrawn from it during the meeting, but not before."""
    withdrawn = {
        each.event.item for each in entries if isinstance(each, Entry) and isinstance(each.event, ItemWithdrawn)
    }
    setting = setting_of(session, meeting, known)
    standing = {each.key for each in setting.agenda} | withdrawn
    return replace(setting, agenda=tuple(item_value(each) for each in called_items(meeting) if each.key in standing))


def occasion_of(session: Session, meeting: Meeting) -> Occasion:
    """Whose meeting it is, where, who writes, and when the council meets next.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    following = session.scalars(
        select(Meeting)
        .where(
            Meeting.council_id == meeting.council_id,
            Meeting.starts_at > meeting.starts_at,
            Meeting.state != MeetingState.CANCELLED,
        )
        .order_by(Meeting.starts_at)
        .limit(1)
    ).first()
    council = meeting.council
    return Occasion(
        municipality=council.district.municipality.name,
        council=council.name,
        meeting_number=meeting.meeting_number,
        place=meeting.place,
        secretary=meeting.secretary,
        archive_reference=meeting.archive_reference,
        next_meeting_on=day_of(following) if following else None,
    )


def form_of(meeting: Meeting) -> WrittenForm:
    """The written form the meeting's minutes are kept in."""
    return WrittenForm.NYNORSK if meeting.language == WrittenForm.NYNORSK else WrittenForm.BOKMAAL


def names_of(roster: Roster) -> dict[int, str]:
    """Everyone who may sit in the meeting, by person."""
    attendees = (
        *(each for seat in roster.seats for each in (seat.holder, seat.substitute) if each),
        *(each.attendee for each in roster.deputies),
    )
    return {each.person_id: each.name for each in attendees}


def told_of(log: EventLog) -> Told:
    """What refusals need to name persons and items."""
    items = {
        each.item.key: " ".join(part for part in (each.item.number, f"«{each.item.title}»") if part)
        for each in log.now.items
    }
    return Told(names_of(log.setting.roster), items)
