"""Makers of meetings that are held: Fana's seven members on 11 March 2025, and a secretary who records what happens.

Seats 1, 3, 5 and 7 are Ap's, 2, 4 and 6 H's; nobody has been elected chair, so a meeting leader is elected first unless
the council is given its officers. Four are a quorum.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO
from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.membership import Role, RoleSpell
from app.councils.domain.recording import new
from app.councils.services.spells import record_spells
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.event_log import Entry, EventLog, Undo
from app.meetings.domain.events import (
    Decided,
    ItemHandled,
    ItemOpened,
    MeetingClosed,
    MeetingEvent,
    MeetingSet,
    OnProposal,
    RollCalled,
    VoteHeld,
)
from app.meetings.domain.exemption import SECRECY_BASIS
from app.meetings.domain.presence import Sitting
from app.meetings.domain.roster import Roster
from app.meetings.domain.states import ItemState
from app.meetings.domain.vote_forms import Unanimous
from app.meetings.live.queries import log_of
from app.meetings.live.services.recording import record_entry
from app.meetings.models import Meeting
from app.meetings.queries import roster_of_meeting, term_of
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state
from tests.stored_councils import AFTER_ELECTION, VALID_ON
from tests.stored_meetings import PLANNED_AT, a_meeting, called, fana_elected

SIX_O_CLOCK = datetime(2025, 3, 11, 18, tzinfo=OSLO)
SECRET = "Kari Nes skylder husleie"


def chaired(session: Session, council: Council, term: CouncilTerm, people: Sequence[Person]) -> None:
    """«Fana Ap en» (seat 1) leads, «Fana H en» (seat 2) is deputy chair."""
    offices = [
        new(RoleSpell(person.id, role, VALID_ON, None, decision_reference="2023/1"))
        for role, person in ((Role.CHAIR, people[0]), (Role.DEPUTY_CHAIR, people[4]))
    ]
    record_spells(session, term, offices, by=AT_THE_KEYBOARD, at=AFTER_ELECTION)


def a_called_meeting(session: Session, *, with_secret: bool = False) -> Meeting:
    """Called with opening (i1), a park (i2) and streetlights (i3), both recommended; and a secret (i4) if told so."""
    council, everyone = fana_elected(session)
    meeting = a_meeting(session, council)
    term = term_of(session, meeting)
    assert term is not None
    chaired(session, council, term, everyone)
    meeting.secretary = "Siv Sand"
    headings = [
        ItemHeading(ItemKind.OPENING, "Godkjenning av innkalling og saksliste"),
        ItemHeading(ItemKind.DECISION, "Ny park", recommendation="Parken bygges."),
        ItemHeading(ItemKind.DECISION, "Gatelys", recommendation="Lysene slås på."),
    ]
    if with_secret:
        title, public_title = f"Leieforhold: {SECRET}", "Leiesak"
        headings.append(ItemHeading(ItemKind.DECISION, title, SECRECY_BASIS, public_title, recommendation=SECRET))
    for heading in headings:
        row = put_item(session, meeting, heading, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)
        seen, by = meeting.edit, AT_THE_KEYBOARD
        set_item_state(session, meeting, row.key, ItemState.ON_AGENDA, seen=seen, by=by, at=PLANNED_AT)
    called(session, meeting)
    session.flush()
    return meeting


class Secretary:
    """Records events a minute apart from six o'clock, with ids ``e1``, ``e2`` …"""

    def __init__(self, session: Session, meeting: Meeting) -> None:
        self.session, self.meeting = session, meeting

    @property
    def log(self) -> EventLog:
        return log_of(self.session, self.meeting, SIX_O_CLOCK)

    def record(self, *events: MeetingEvent, before: str = "") -> EventLog:
        for event in events:
            number = self.log.next_sequence
            at = SIX_O_CLOCK + timedelta(minutes=number - 1)
            self._send(Entry(f"e{number}", number, at, event, before))
        return self.log

    def undo(self, event_id: str) -> EventLog:
        number = self.log.next_sequence
        return self._send(Undo(f"e{number}", number, SIX_O_CLOCK + timedelta(minutes=number - 1), event_id))

    def _send(self, entry: Entry | Undo) -> EventLog:
        return record_entry(self.session, self.meeting, entry, by=AT_THE_KEYBOARD, at=entry.at)


def person_in(roster: Roster, seat: int) -> int:
    """Who holds a seat."""
    holder = roster.seat(seat).holder
    assert holder is not None
    return holder.person_id


def begun(session: Session, meeting: Meeting, seats: Sequence[int] = range(1, 8)) -> Secretary:
    """The roll called with the members of these seats, and the meeting set by the chair in seat 1."""
    secretary = Secretary(session, meeting)
    roster = roster_of_meeting(session, meeting, SIX_O_CLOCK)
    secretary.record(RollCalled(tuple(Sitting(seat, person_in(roster, seat)) for seat in seats)))
    secretary.record(MeetingSet(person_in(roster, 1)))
    return secretary


def decide(key: str, text: str) -> tuple[MeetingEvent, ...]:
    """The recommendation of an item adopted unanimously."""
    vote = f"v-{key}"
    return (ItemOpened(key), VoteHeld(vote, OnProposal(""), Unanimous()), Decided(text, vote), ItemHandled())


def an_evening_held(session: Session) -> Secretary:
    """Everything handled and decided unanimously, and the meeting closed."""
    secretary = begun(session, a_called_meeting(session))
    secretary.record(ItemOpened("i1"), ItemHandled())
    secretary.record(*decide("i2", "Parken bygges."), *decide("i3", "Lysene slås på."), MeetingClosed())
    return secretary
