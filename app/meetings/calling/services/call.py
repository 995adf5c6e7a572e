"""Call a meeting: its numbers are issued, its summons goes to everybody by the law's list, and it is announced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.councils.council_models import Council
from app.meetings.calling.models import SummonsRow
from app.meetings.calling.queries import Recipient, last_issue, recipients
from app.meetings.calling.refusals import NothingToCall, PublicTitleMissing
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.case_numbers import issue_numbers
from app.meetings.domain.exemption import Passage, require_shielded
from app.meetings.domain.notice import Call, NoticeFinding, findings
from app.meetings.domain.states import ItemState, MeetingState, is_numbered_as_called, item_moves, meeting_moves
from app.meetings.events import MeetingCalled
from app.meetings.models import AgendaItemRow, CaseNumberRow, Meeting
from app.meetings.plain_text import plain_text
from app.meetings.queries import case_numbers_of, day_of, item_value, last_meeting_number, standing_rules, term_of
from app.meetings.refusals import NoTermThatDay
from app.meetings.services.plan import edit_meeting, tell_subscribers

TO_DECIDE = frozenset({ItemKind.DECISION, ItemKind.STAFF_APPOINTMENT})
"""The kinds whose papers must go out with the summons, or leader and a third of those present can object."""


@dataclass(frozen=True, slots=True)
class Called:
    """What came of the call: which time it was, who was summoned, and what is wrong with it without stopping it."""

    issue: int
    summonses: tuple[SummonsRow, ...]
    findings: tuple[NoticeFinding, ...]


def call_meeting(session: Session, meeting: Meeting, *, seen: int, by: Actor, at: datetime) -> Called:
    """Send the agenda. On a meeting that is called already, what is ready is an additional agenda.

    Items that are ready get their numbers in the order they stand, from the series of council and year. The meeting is
    announced in the same moment, so that the public has the agenda no later than the members. Refused: nothing is
    ready; no term covers the day; an exempt title has none for the public, or stands in what the public reads; the
    meeting's day is past. Short notice is told and does not stop.

    Law: kommuneloven (2018) §§ 11-2, 11-3; offentleglova (2006) § 13.
    Rules: R-282, R-283, R-284.
    """
    edit_meeting(session, meeting, seen)
    ready = _ready(session, meeting)
    additional = is_numbered_as_called(meeting.state)
    if not ready and (additional or not _gone_out(meeting)):
        raise NothingToCall(meeting.address)
    require_public_face(ready)
    found = _findings(session, meeting, ready, at)
    _number(session, meeting, ready)
    for item in ready:
        item.state, item.additional = item_moves(item.state, ItemState.NUMBERED), additional
        item.sent_on = at.astimezone(OSLO).date()
    if not additional:
        _begin(session, meeting, by, at)
    called = Called(*_summon(session, meeting, by, at), found)
    numbers, shortcomings = [each.number for each in ready if each.number], [str(each.shortcoming) for each in found]
    event = MeetingCalled(meeting.address, called.issue, len(called.summonses), numbers, shortcomings)
    record(session, event, by=by, at=at)
    return called


def require_public_face(items: Sequence[AgendaItemRow]) -> None:
    """Refuse exempt items without a public title, and exempt words in anything that the public will read.

    Law: offentleglova (2006) § 13; kommuneloven (2018) § 11-4.
    Rules: R-283, R-300.
    """
    if nameless := tuple(each.title for each in items if each.exempt_under and not each.public_title.strip()):
        raise PublicTitleMissing(nameless)
    for item in items:
        secret = [Passage(plain_text(each.html), each.exempt_under) for each in item.passages if each.exempt_under]
        if item.exempt_under:
            secret.append(Passage(item.title, item.exempt_under))
        require_shielded(tuple(_public_texts(item)), secret)


def _public_texts(item: AgendaItemRow) -> Iterator[tuple[str, str]]:
    yield item.key, item.public_title if item.exempt_under else item.title
    if item.exempt_under:
        return
    yield item.key, item.recommendation
    yield item.key, item.not_attached
    yield from ((item.key, each.title) for each in item.attachments if not each.exempt_under)
    for each in item.passages:
        if not each.exempt_under:
            yield item.key, plain_text(each.html)


def _ready(session: Session, meeting: Meeting) -> tuple[AgendaItemRow, ...]:
    if term_of(session, meeting) is None:
        raise NoTermThatDay(meeting.council.name)
    items = sorted(meeting.items, key=lambda each: (each.position, each.id))
    return tuple(each for each in items if each.state is ItemState.ON_AGENDA)


def _gone_out(meeting: Meeting) -> bool:
    return any(each.state is ItemState.NUMBERED for each in meeting.items)


def _findings(
    session: Session, meeting: Meeting, ready: Sequence[AgendaItemRow], at: datetime
) -> tuple[NoticeFinding, ...]:
    day = at.astimezone(OSLO).date()
    seats = tuple(each.seat for each in recipients(session, meeting, at) if each.seat is not None)
    items = tuple(replace(item_value(each), sent_on=day if _has_papers(each) else None) for each in ready)
    days = standing_rules(session, meeting.council).notice_days
    return findings(Call(day_of(meeting), day, day, items, seats), seats, days)


def _has_papers(item: AgendaItemRow) -> bool:
    """Whether the members get what they need beforehand; only what is to be decided needs papers."""
    return item.kind not in TO_DECIDE or bool(item.passages or item.attachments or item.recommendation)


def _number(session: Session, meeting: Meeting, ready: Sequence[AgendaItemRow]) -> None:
    """Rules: R-282."""
    session.execute(
        select(Council.id).where(Council.id == meeting.council_id).with_for_update()
    )  # one series at a time
    day = day_of(meeting)
    taken = case_numbers_of(session, meeting.council_id, day.year)
    by_key = {each.key: each for each in ready}
    for issued in issue_numbers([item_value(each) for each in ready], day, taken):
        number = issued.number
        by_key[issued.key].case_number = CaseNumberRow(
            council_id=meeting.council_id, year=number.year, sequence=number.sequence
        )
    session.flush()


def _begin(session: Session, meeting: Meeting, by: Actor, at: datetime) -> None:
    meeting.state = meeting_moves(meeting.state, MeetingState.CALLED)
    meeting.summoned_at = meeting.announced_at = at
    meeting.called_by = by.name
    if meeting.number is None:
        meeting.year = day_of(meeting).year
        meeting.number = last_meeting_number(session, meeting.council_id, meeting.year) + 1


def _summon(session: Session, meeting: Meeting, by: Actor, at: datetime) -> tuple[int, tuple[SummonsRow, ...]]:
    issue = last_issue(session, meeting) + 1
    rows = tuple(_summons(meeting, issue, each, by, at) for each in recipients(session, meeting, at))
    session.add_all(rows)
    tell_subscribers(meeting, at)
    session.flush()
    return issue, rows


def _summons(meeting: Meeting, issue: int, to: Recipient, by: Actor, at: datetime) -> SummonsRow:
    return SummonsRow(
        meeting_id=meeting.id,
        issue=issue,
        person_id=to.person_id,
        recipient_id=to.recipient_id,
        seat=to.seat,
        name=to.name,
        email=to.email,
        capacity=to.capacity,
        issued_at=at,
        issued_by=by.name,
        send_failed="",
    )
