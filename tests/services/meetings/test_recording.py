"""What happens in a meeting is recorded entry by entry: once, in order, with the rows and the audit trail following."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.councils.domain.majority_of_chair import Round
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.event_log import Entry, MeetingIsClosed, OutOfSequence, SentWithOtherWords
from app.meetings.domain.events import (
    AdmissionAsked,
    Arrived,
    Decided,
    DisqualificationRaised,
    ItemHandled,
    ItemOpened,
    ItemWithdrawn,
    LeaderTookOver,
    Left,
    LotDrawn,
    MeetingClosed,
    MeetingSet,
    OfficeRoundHeld,
    OnDisqualification,
    OnProposal,
    RemarkEntered,
    RollCalled,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.leading import CannotLead, LeaderNotInSeat
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.minutes import full_minutes
from app.meetings.domain.presence import Sitting
from app.meetings.domain.proceedings import MeetingNotRunning
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.record_items import NotAdmitted
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.vote_forms import ByGroup, Choice, Unanimous
from app.meetings.domain.vote_results import DecidedBy
from app.meetings.live.queries import occasion_of
from app.meetings.live.services.recording import raise_item, record_entry
from app.meetings.models import MeetingEventRow, MeetingRosterRow
from app.meetings.queries import roster_of_meeting
from app.meetings.services.agenda import ItemHeading
from tests.held_meetings import SIX_O_CLOCK, Secretary, a_called_meeting, an_evening_held, begun, decide, person_in
from tests.stored_meetings import a_meeting, fana_elected

FOR, AGAINST = Choice.FOR, Choice.AGAINST


def rows(session: Session) -> list[MeetingEventRow]:
    return list(session.scalars(select(MeetingEventRow).order_by(MeetingEventRow.sequence)))


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


@pytest.mark.rule("R-300")
def test_each_entry_is_a_row_and_an_audit_event_and_the_meeting_runs(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    assert [(each.sequence, each.kind, each.undone) for each in rows(session)] == [
        (1, "roll_called", False),
        (2, "meeting_set", False),
    ]
    assert acts(session)[-3:] == ["RosterTaken", "EventRecorded", "EventRecorded"]
    assert secretary.meeting.state is MeetingState.RUNNING
    assert session.get(MeetingRosterRow, secretary.meeting.id) is not None


@pytest.mark.rule("R-300")
def test_the_same_entry_sent_again_is_not_recorded_again_whatever_its_number_and_moment(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    again = Entry("e2", 9, SIX_O_CLOCK + timedelta(hours=1), MeetingSet(person_in(secretary.log.setting.roster, 1)))
    before = len(acts(session))
    record_entry(session, secretary.meeting, again, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    assert len(rows(session)) == 2
    assert len(acts(session)) == before


@pytest.mark.rule("R-300")
def test_one_who_has_not_seen_what_others_recorded_is_refused(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    with pytest.raises(OutOfSequence) as refused:
        record_entry(
            session, secretary.meeting, Entry("x", 2, SIX_O_CLOCK, ItemOpened("i1")), by=AT_THE_KEYBOARD, at=SIX_O_CLOCK
        )
    assert (refused.value.given, refused.value.expected) == (2, 3)
    with pytest.raises(SentWithOtherWords):
        record_entry(
            session,
            secretary.meeting,
            Entry("e2", 3, SIX_O_CLOCK, ItemOpened("i1")),
            by=AT_THE_KEYBOARD,
            at=SIX_O_CLOCK,
        )
    assert len(rows(session)) == 2


@pytest.mark.rule("R-300")
def test_an_undone_entry_stays_and_is_marked_until_the_undo_is_undone(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    secretary.record(ItemOpened("i2"))
    secretary.undo("e3")
    assert [each.undone for each in rows(session)] == [False, False, True, False]
    assert secretary.log.now.open_item == ""
    secretary.undo("e4")
    assert [each.undone for each in rows(session)] == [False, False, False, False, False]
    assert secretary.log.now.open_item == "i2"
    assert acts(session)[-1] == "EventUndone"


@pytest.mark.rule("R-300")
def test_nothing_is_recorded_after_the_meeting_is_closed_and_its_items_have_their_states(session: Session) -> None:
    secretary = an_evening_held(session)
    assert secretary.meeting.state is MeetingState.CLOSED
    assert {each.key: each.state for each in secretary.meeting.items} == dict.fromkeys(
        ("i1", "i2", "i3"), ItemState.HANDLED
    )
    with pytest.raises(MeetingIsClosed):
        secretary.record(RemarkEntered("For sent."))


@pytest.mark.rule("R-282", "R-284")
def test_an_item_raised_in_the_meeting_gets_the_next_number_and_must_be_asked_about(session: Session) -> None:
    """The called agenda had 1/25 and 2/25. One of seven objects; three are a third."""
    secretary = begun(session, a_called_meeting(session))
    heading = ItemHeading(ItemKind.DECISION, "Brøyting", recommendation="Det brøytes.")
    log = raise_item(
        session,
        secretary.meeting,
        heading,
        event_id="raised",
        sequence=3,
        moment=SIX_O_CLOCK + timedelta(minutes=2),
        by=AT_THE_KEYBOARD,
        at=SIX_O_CLOCK,
    )
    assert [(each.item.key, each.item.number) for each in log.now.items][-1] == ("i4", "3/25")
    secretary.record(AdmissionAsked("i4", objecting=(2,)), *decide("i4", "Det brøytes."))
    assert secretary.log.now.item("i4").state is ItemState.HANDLED
    row = next(each for each in secretary.meeting.items if each.key == "i4")
    assert (row.state, row.number, row.additional, row.sent_on) == (ItemState.HANDLED, "3/25", True, None)


@pytest.mark.rule("R-282")
def test_an_item_whose_raising_is_undone_is_withdrawn_and_its_number_stays_used(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    heading = ItemHeading(ItemKind.DECISION, "Brøyting")
    for event_id in ("first", "second"):
        raise_item(
            session,
            secretary.meeting,
            heading,
            event_id=event_id,
            sequence=secretary.log.next_sequence,
            moment=SIX_O_CLOCK + timedelta(minutes=2),
            by=AT_THE_KEYBOARD,
            at=SIX_O_CLOCK,
        )
        if event_id == "first":
            secretary.undo("first")
    states = {each.number: each.state for each in secretary.meeting.items if each.number}
    assert (states["3/25"], states["4/25"]) == (ItemState.WITHDRAWN, ItemState.NUMBERED)
    assert [each.item.number for each in secretary.log.now.items] == ["", "1/25", "2/25", "4/25"]


@pytest.mark.rule("R-300")
def test_an_item_withdrawn_in_the_meeting_stays_in_its_log(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    secretary.record(ItemWithdrawn("i3", "mer må utredes"))
    assert next(each for each in secretary.meeting.items if each.key == "i3").state is ItemState.WITHDRAWN
    assert secretary.log.now.item("i3").state is ItemState.WITHDRAWN


@pytest.mark.rule("R-287")
def test_quorum_of_seven_is_four_and_is_lost_when_two_are_disqualified(session: Session) -> None:
    """Five of seven meet. Would two be kept out of the question, three remained and four are needed: so all five decide
    it. When the two have stepped down three of seven sit, and the case cannot be decided."""
    secretary = begun(session, a_called_meeting(session), (1, 2, 3, 4, 5))
    roster = secretary.log.setting.roster
    two = (person_in(roster, 3), person_in(roster, 4))
    secretary.record(ItemOpened("i2"), *(DisqualificationRaised(each, Ground.PARTY) for each in two))
    secretary.record(*(VoteHeld(f"d{each}", OnDisqualification(each), Unanimous()) for each in two))
    assert [each.deciders.all_take_part for each in secretary.log.now.votes if each.deciders] == [True, True]
    secretary.record(*(SteppedDown(each) for each in two))
    with pytest.raises(NotQuorate) as refused:
        secretary.record(VoteHeld("v", OnProposal(""), Unanimous()))
    assert (refused.value.occupied, refused.value.members, refused.value.needed) == (3, 7, 4)


@pytest.mark.rule("R-289")
def test_a_tie_is_decided_by_the_leader_in_a_case(session: Session) -> None:
    """Six of seven sit: Ap 3 (seats 1, 3, 5) for, H 3 against. The chair in seat 1 is for."""
    secretary = begun(session, a_called_meeting(session), (1, 2, 3, 4, 5, 6))
    secretary.record(ItemOpened("i2"), VoteHeld("v", OnProposal(""), ByGroup((("Ap", FOR), ("H", AGAINST)))))
    result = secretary.log.now.votes[-1].result
    assert (result.tally.votes_for, result.tally.votes_against) == (3, 3)
    assert (result.decided_by, result.adopted) == (DecidedBy.CASTING_VOTE, True)


@pytest.mark.rule("R-281", "R-295")
def test_a_disqualified_chair_does_not_lead_the_case(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    roster = secretary.log.setting.roster
    chair, deputy_chair = person_in(roster, 1), person_in(roster, 2)
    secretary.record(ItemOpened("i2"), DisqualificationRaised(chair, Ground.PARTY))
    with pytest.raises(LeaderNotInSeat):
        secretary.record(VoteHeld("d", OnDisqualification(chair), Unanimous()))
    secretary.record(LeaderTookOver(deputy_chair), VoteHeld("d", OnDisqualification(chair), Unanimous()))
    secretary.record(SteppedDown(chair), VoteHeld("v", OnProposal(""), Unanimous()), ItemHandled())
    assert secretary.log.now.votes[-1].result.tally.cast == 6


@pytest.mark.rule("R-281")
def test_with_both_chairs_absent_a_leader_is_elected_first(session: Session) -> None:
    meeting = a_called_meeting(session)
    roster = roster_of_meeting(session, meeting, SIX_O_CLOCK)
    secretary = Secretary(session, meeting)
    secretary.record(RollCalled(tuple(Sitting(seat, person_in(roster, seat)) for seat in (3, 4, 5, 6))))
    with pytest.raises(CannotLead):
        secretary.record(MeetingSet(person_in(roster, 3)))
    secretary.record(MeetingSet(None))
    assert secretary.log.now.leader is None


@pytest.mark.rule("R-255", "R-300")
def test_a_deputy_attends_the_second_item_only(session: Session) -> None:
    """Seat 7 is empty at the roll; the first deputy of Ap sits in it for case 2/25 and leaves before the end."""
    secretary = begun(session, a_called_meeting(session), range(1, 7))
    deputy = secretary.log.setting.roster.deputies_for(7)[0].attendee
    secretary.record(*decide("i2", "Parken bygges."), Arrived(7, deputy.person_id), *decide("i3", "Lysene slås på."))
    secretary.record(Left(deputy.person_id), ItemOpened("i1"), ItemHandled(), MeetingClosed())
    met = full_minutes(secretary.log.now, occasion_of(session, secretary.meeting)).attendance
    assert [(each.attendee.name, each.items) for each in met.deputies] == [("Fana Ap vara en", ("i3",))]
    assert [each.result.tally.cast for each in secretary.log.now.votes] == [6, 7]


def test_a_refused_entry_leaves_no_row_and_no_audit_event(session: Session) -> None:
    secretary = begun(session, a_called_meeting(session))
    before = (len(rows(session)), len(acts(session)))
    with pytest.raises(OutOfSequence):
        record_entry(
            session,
            secretary.meeting,
            Entry("y", 7, SIX_O_CLOCK, ItemOpened("i1")),
            by=AT_THE_KEYBOARD,
            at=SIX_O_CLOCK,
        )
    assert (len(rows(session)), len(acts(session))) == before


@pytest.mark.rule("R-284")
def test_exactly_a_third_of_those_present_stops_an_item_outside_the_agenda(session: Session) -> None:
    """Six of seven are there; two object, and 3 · 2 = 6 is a third."""
    secretary = begun(session, a_called_meeting(session), range(1, 7))
    raise_item(
        session,
        secretary.meeting,
        ItemHeading(ItemKind.DECISION, "Brøyting", recommendation="Det brøytes."),
        event_id="raised",
        sequence=3,
        moment=SIX_O_CLOCK + timedelta(minutes=2),
        by=AT_THE_KEYBOARD,
        at=SIX_O_CLOCK,
    )
    secretary.record(AdmissionAsked("i4", objecting=(2, 4)), ItemOpened("i4"))
    with pytest.raises(NotAdmitted):
        secretary.record(VoteHeld("v", OnProposal(""), Unanimous()))


@pytest.mark.rule("R-289", "R-290")
def test_a_tie_in_an_election_is_decided_by_lot_and_never_by_the_leader(session: Session) -> None:
    """Six vote, three for each, in both rounds."""
    secretary = begun(session, a_called_meeting(session), range(1, 7))
    tied = Round((("Fana Ap to", 3), ("Fana H to", 3)), 0)
    secretary.record(ItemOpened("i2"), *(OfficeRoundHeld("e", Office.OTHER, tied) for _ in range(2)))
    assert secretary.log.now.elections[0].winner is None
    secretary.record(LotDrawn("e", "Fana H to"), Decided("Fana H to velges.", "e"))
    assert secretary.log.now.elections[0].winner == "Fana H to"


@pytest.mark.rule("R-282")
def test_nothing_is_recorded_of_a_meeting_that_nobody_is_summoned_to(session: Session) -> None:
    """Planned, and moved after it was called: it is called anew first."""
    council, _ = fana_elected(session)
    planned = a_meeting(session, council)
    with pytest.raises(MeetingNotRunning) as refused:
        Secretary(session, planned).record(RollCalled(()))
    assert refused.value.state is MeetingState.PLANNED
    assert rows(session) == []
