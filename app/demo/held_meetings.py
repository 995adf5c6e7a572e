"""What happened in some of the demo's meetings: recorded, approved by the leader's signature and published.

A member is absent and a deputy sits for the last case; a case is voted on by group, another is unanimous.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD as BY
from app.core.clock import OSLO
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.event_log import Entry
from app.meetings.domain.events import (
    Arrived,
    Decided,
    ItemHandled,
    ItemOpened,
    MeetingClosed,
    MeetingEvent,
    MeetingSet,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    RemarkEntered,
    RollCalled,
    VoteHeld,
)
from app.meetings.domain.leading import leaders_by_law
from app.meetings.domain.minutes_checklist import MUST_BE_DECIDED
from app.meetings.domain.presence import EMPTY, Occupancy, Sitting
from app.meetings.domain.proceedings import Setting
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.roster import RosterSeat
from app.meetings.domain.vote_forms import ByGroup, Choice, Unanimous, VoteForm
from app.meetings.live.queries import form_of, log_of
from app.meetings.live.services.recording import record_entry
from app.meetings.minutes_room.services.minutes import Signatures, approve_minutes, publish_minutes
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.models import Meeting

STEP = timedelta(minutes=4)
ROLL_CALL = "Opprop"
NOTED = {
    WrittenForm.BOKMAAL: "Saken ble tatt til orientering.",
    WrittenForm.NYNORSK: "Saka vart teken til orientering.",
}
APPROVED = {WrittenForm.BOKMAAL: "Protokollen godkjennes.", WrittenForm.NYNORSK: "Protokollen vert godkjend."}


def hold(session: Session, meeting: Meeting, number: int) -> None:
    """The meeting from roll call to published minutes. ``number`` decides who is absent and who votes against."""
    at = meeting.starts_at
    log = log_of(session, meeting, at)
    roster = log.setting.roster
    held = [each for each in roster.seats if each.summoned]
    officers = leaders_by_law(roster, _all(held))
    if not officers:
        return
    absent = [each for each in held if each.summoned and each.summoned.person_id not in officers][number % 5]
    events = _events(log.setting, held, absent, officers[0], form_of(meeting))
    for sequence, event in enumerate(events, start=1):
        record_entry(session, meeting, Entry(f"{meeting.id}-{sequence}", sequence, at, event), by=BY, at=at)
        at += STEP
    approved_on = at.astimezone(OSLO).date()
    approve_minutes(session, meeting, Signatures((officers[0],), (officers[0],), approved_on), by=BY, at=at)
    publish_minutes(session, meeting, by=BY, at=at + STEP)


def _all(held: list[RosterSeat]) -> Occupancy:
    sitting = tuple(Sitting(each.seat, each.summoned.person_id) for each in held if each.summoned)
    return Occupancy(sitting) if sitting else EMPTY


def _events(
    setting: Setting, held: list[RosterSeat], absent: RosterSeat, leader: int, form: WrittenForm
) -> Iterator[MeetingEvent]:
    roster, agenda = setting.roster, setting.agenda
    present = [each for each in held if each is not absent]
    yield RollCalled(_all(present).sitting)
    yield MeetingSet(leader)
    deputy = next((each.attendee.person_id for each in roster.deputies_for(absent.seat)), None)
    cases = [each for each in agenda if each.kind is ItemKind.DECISION]
    for item in agenda:
        if cases and item is cases[-1] and deputy is not None:
            yield Arrived(absent.seat, deputy)
        if item.kind is not ItemKind.OTHER:
            yield from _item(item, leader, _against(present) if cases and item is cases[0] else Unanimous(), form)
    yield MeetingClosed()


def _item(item: AgendaItem, leader: int, form: VoteForm, form_of_minutes: WrittenForm) -> Iterator[MeetingEvent]:
    yield ItemOpened(item.key)
    if item.kind is ItemKind.OPENING and item.title != ROLL_CALL:
        yield VoteHeld(f"v-{item.key}", OnProcedure(item.title), Unanimous())
    elif item.kind in MUST_BE_DECIDED:
        yield from _decided(item, leader, form, APPROVED[form_of_minutes])
    elif item.kind is not ItemKind.OPENING:
        yield RemarkEntered(NOTED[form_of_minutes])
    yield ItemHandled()


def _decided(item: AgendaItem, leader: int, form: VoteForm, proposed: str) -> Iterator[MeetingEvent]:
    """The recommendation, or, where there is none, what the leader proposes."""
    vote, text, proposal = f"v-{item.key}", item.recommendation, ""
    if not text:
        text, proposal = proposed, f"p-{item.key}"
        yield ProposalMoved(proposal, ProposalKind.ALTERNATIVE, text, (leader,))
    yield VoteHeld(vote, OnProposal(proposal), form)
    yield Decided(text, vote)


def _against(held: list[RosterSeat]) -> ByGroup:
    """The party of the last seat votes against, the rest for."""
    parties = [each.summoned.party for each in held if each.summoned and each.summoned.party]
    return ByGroup(((parties[-1], Choice.AGAINST),), Choice.FOR) if parties else ByGroup((), Choice.FOR)
