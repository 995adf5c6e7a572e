"""Record what happens in a meeting, entry by entry, as it happens or a little later; take an entry back.

The same entry sent again is not recorded again, whatever its number in the log: who was cut off may safely repeat.
"""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.case_numbers import issue_numbers
from app.meetings.domain.event_json import entry_json
from app.meetings.domain.event_log import Entry, EventLog, LogEntry, Undo, append
from app.meetings.domain.events import ItemRaised, RollCalled
from app.meetings.domain.exemption import require_legal_basis
from app.meetings.domain.proceedings import MeetingNotRunning, require_running
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.live.events import EventRecorded, EventUndone, ItemRaisedInMeeting
from app.meetings.live.queries import log_of
from app.meetings.models import AgendaItemRow, CaseNumberRow, Meeting, MeetingEventRow
from app.meetings.queries import case_numbers_of, day_of, item_value
from app.meetings.services.agenda import ItemHeading
from app.meetings.services.roster import take_roster

RECORDED_STATES = frozenset({MeetingState.RUNNING, MeetingState.CLOSED})
"""The states of a meeting that its log decides."""

NOT_CALLED = frozenset({MeetingState.PLANNED, MeetingState.MOVED, MeetingState.CANCELLED})
"""The states of a meeting that nobody has been summoned to: nothing can be recorded of it."""


def record_entry(session: Session, meeting: Meeting, entry: LogEntry, *, by: Actor, at: datetime) -> EventLog:
    """The log with the entry in it. Sent again with the same id and words, nothing changes.

    Refused: what could not have happened as the meeting stood; an entry that has not seen what others recorded;
    anything once the meeting is closed.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-287, R-300.
    """
    hold(session, meeting)
    _require_called(meeting)
    log = log_of(session, meeting, at)
    if is_recorded(log, entry):
        return log
    if isinstance(entry, Entry) and isinstance(entry.event, RollCalled):
        take_roster(session, meeting, by=by, at=at)
        log = log_of(session, meeting, at)
    after = append(log, entry)
    _store(session, meeting, entry, by=by, at=at)
    _follow(session, meeting, after)
    return after


def record_entries(
    session: Session, meeting: Meeting, entries: Iterable[LogEntry], *, by: Actor, at: datetime
) -> EventLog:
    """The log with all of these, in the order of their numbers: all of them, or, if one is refused, none.

    Rules: R-300.
    """
    log = log_of(session, meeting, at)
    for entry in sorted(entries, key=lambda each: each.sequence):
        log = record_entry(session, meeting, entry, by=by, at=at)
    return log


def raise_item(
    session: Session,
    meeting: Meeting,
    heading: ItemHeading,
    *,
    event_id: str,
    sequence: int,
    moment: datetime,
    by: Actor,
    at: datetime,
) -> EventLog:
    """An item comes on the agenda in the meeting: it gets the next number of the council's year, and stands last.

    Whether it may be decided is asked afterwards.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282, R-284.
    """
    hold(session, meeting)
    log = log_of(session, meeting, at)
    if any(each.event_id == event_id for each in log.entries):
        return log
    require_running(log.now)
    item = _new_item(session, meeting, heading)
    record(session, ItemRaisedInMeeting(meeting.address, item.key, item.number), by=by, at=at)
    return record_entry(session, meeting, Entry(event_id, sequence, moment, ItemRaised(item)), by=by, at=at)


def is_recorded(log: EventLog, entry: LogEntry) -> bool:
    """Whether this very entry is in the log already, at whatever moment it was first sent."""
    known = next((each for each in log.entries if each.event_id == entry.event_id), None)
    match known, entry:
        case Entry(event=before), Entry(event=now):
            return before == now
        case Undo(undone=before), Undo(undone=now):
            return before == now
        case _:
            return False


def hold(session: Session, meeting: Meeting) -> None:
    """Hold the meeting until the transaction ends, so that two who record at once come one after the other."""
    session.flush()
    session.execute(select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    session.refresh(meeting)


def _require_called(meeting: Meeting) -> None:
    """Law: kommuneloven (2018) § 11-3.

    Rules: R-282.
    """
    if meeting.state in NOT_CALLED:
        raise MeetingNotRunning(meeting.state)


def _store(session: Session, meeting: Meeting, entry: LogEntry, *, by: Actor, at: datetime) -> None:
    document = entry_json(entry)
    session.add(
        MeetingEventRow(
            meeting_id=meeting.id,
            sequence=entry.sequence,
            event_id=entry.event_id,
            at=entry.at,
            kind=str(document["kind"]),
            document=json.dumps(document, ensure_ascii=False, sort_keys=True),
            undone=False,
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    session.flush()
    event = (
        EventUndone(meeting.address, entry.sequence, entry.undone)
        if isinstance(entry, Undo)
        else EventRecorded(meeting.address, entry.sequence, str(document["kind"]))
    )
    record(session, event, by=by, at=at)


def _follow(session: Session, meeting: Meeting, log: EventLog) -> None:
    """The rows say what the log says: how far the meeting and its items have come, and which entries stand."""
    standing = {each.event_id for each in log.now.happened}
    for row in session.scalars(select(MeetingEventRow).where(MeetingEventRow.meeting_id == meeting.id)):
        row.undone = row.kind != "undo" and row.event_id not in standing
    if log.now.state in RECORDED_STATES or meeting.state in RECORDED_STATES:
        meeting.state = log.now.state
    reached = {each.item.key: each.state for each in log.now.items}
    for item in meeting.items:
        if item.key in reached:
            item.state = reached[item.key]
        elif item.sent_on is None and item.state not in (ItemState.DRAFT, ItemState.ON_AGENDA):
            item.state = ItemState.WITHDRAWN
    session.flush()


def _new_item(session: Session, meeting: Meeting, heading: ItemHeading) -> AgendaItem:
    row = AgendaItemRow(
        meeting=meeting,
        key=f"i{max((int(each.key[1:]) for each in meeting.items), default=0) + 1}",
        position=max((each.position for each in meeting.items), default=0) + 1,
        kind=heading.kind,
        state=ItemState.NUMBERED,
        title=heading.title,
        public_title=heading.public_title,
        exempt_under=require_legal_basis(heading.exempt_under) if heading.exempt_under else "",
        archive_number=heading.archive_number,
        case_officer=heading.case_officer,
        recommendation=heading.recommendation,
        recommended_by=heading.recommended_by,
        not_attached=heading.not_attached,
        sent_on=None,
        additional=True,
        pay_of_elected=heading.pay_of_elected,
    )
    session.add(row)
    session.flush()
    _number(session, meeting, row)
    return item_value(row)


def _number(session: Session, meeting: Meeting, row: AgendaItemRow) -> None:
    """Rules: R-282."""
    session.execute(select(Council.id).where(Council.id == meeting.council_id).with_for_update())
    day = day_of(meeting)
    issued = case_numbers_of(session, meeting.council_id, day.year)
    unnumbered = AgendaItem(row.key, row.kind if row.kind is not ItemKind.OTHER else ItemKind.DECISION, row.title)
    for each in issue_numbers([unnumbered], day, issued):
        row.case_number = CaseNumberRow(
            council_id=meeting.council_id, year=each.number.year, sequence=each.number.sequence
        )
    session.flush()
