"""The year plan and the agenda as they are made, with the audit trail afterwards."""

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.exemption import NotForElectedBodies
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.roster import Attendee
from app.meetings.domain.states import MeetingState
from app.meetings.domain.urgent_cases import RemoteNotAllowed
from app.meetings.queries import meeting_by_address, parties_on, roster_of_meeting, term_of
from app.meetings.refusals import MeetingAtThatTime, MeetingHasBegun, MeetingStaleEdit, MoveNeedsReason
from app.meetings.services.agenda import ItemHeading, move_item, put_item
from app.meetings.services.plan import MeetingFrame, cancel_meeting, move_meeting, plan_meeting
from app.meetings.services.roster import take_roster
from tests.stored_meetings import ON_11_MARCH, PLANNED_AT, a_meeting, an_item, fana_elected, keys

ON_18_MARCH = datetime(2025, 3, 18, 18, tzinfo=OSLO)


@pytest.mark.rule("R-280")
def test_a_planned_meeting_has_its_place_in_addresses_and_in_the_audit_trail(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    assert (meeting.address, meeting.state, meeting.number) == ("2025-03-11-fana", MeetingState.PLANNED, None)
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event is not None
    assert (event.act, event.object_id) == ("MeetingPlanned", "2025-03-11-fana")


@pytest.mark.rule("R-280")
def test_a_council_does_not_meet_twice_at_the_same_moment(session: Session) -> None:
    council, _ = fana_elected(session)
    a_meeting(session, council)
    with pytest.raises(MeetingAtThatTime):
        a_meeting(session, council)


def test_a_second_meeting_of_the_day_has_an_address_of_its_own(session: Session) -> None:
    council, _ = fana_elected(session)
    a_meeting(session, council)
    assert a_meeting(session, council, ON_11_MARCH.replace(hour=20)).address == "2025-03-11-fana-2"


@pytest.mark.rule("R-298")
def test_a_remote_meeting_is_refused_where_the_municipal_council_has_not_allowed_it(session: Session) -> None:
    council, _ = fana_elected(session)
    frame = MeetingFrame(ON_11_MARCH, form=MeetingForm.REMOTE)
    with pytest.raises(RemoteNotAllowed):
        plan_meeting(session, council, frame, by=AT_THE_KEYBOARD, at=PLANNED_AT)


@pytest.mark.rule("R-283")
def test_a_moved_meeting_keeps_its_address_and_says_where_it_was(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    move_meeting(session, meeting, ON_18_MARCH, "", "Skolen er stengt.", seen=1, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    session.flush()
    found = meeting_by_address(session, "2025-03-11-fana")
    assert found is not None
    assert (found.state, found.starts_at, found.place) == (MeetingState.MOVED, ON_18_MARCH, "Fana kulturhus")
    assert [(each.from_at, each.reason) for each in found.moves] == [(ON_11_MARCH, "Skolen er stengt.")]
    assert found.revision == 1


@pytest.mark.rule("R-283")
def test_nobody_is_told_of_a_move_without_a_reason(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    with pytest.raises(MoveNeedsReason):
        move_meeting(session, meeting, ON_18_MARCH, "", " ", seen=1, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    with pytest.raises(MoveNeedsReason):
        cancel_meeting(session, meeting, "", seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)


@pytest.mark.rule("R-280")
def test_a_cancelled_meeting_stays_cancelled(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    cancel_meeting(session, meeting, "Ingen saker.", seen=1, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    with pytest.raises(MeetingHasBegun):
        cancel_meeting(session, meeting, "Igjen.", seen=2, by=AT_THE_KEYBOARD, at=PLANNED_AT)


def test_no_save_overwrites_what_it_has_not_seen(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring i Fanaveien")
    heading = ItemHeading(ItemKind.DECISION, "Skolebruksplan")
    with pytest.raises(MeetingStaleEdit):
        put_item(session, meeting, heading, seen=1, by=AT_THE_KEYBOARD, at=PLANNED_AT)


@pytest.mark.rule("R-282")
def test_an_item_is_moved_on_the_agenda(session: Session) -> None:
    """Three items in the order they came; the third moved first: 3, 1, 2."""
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    for title in ("Trafikksikring", "Skolebruksplan", "Badeplassen"):
        an_item(session, meeting, title)
    move_item(session, meeting, "i3", 1, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    session.flush()
    assert keys(meeting) == ["i3", "i1", "i2"]


@pytest.mark.rule("R-283")
def test_a_paragraph_that_cannot_be_used_for_papers_to_an_elected_body_is_refused(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    heading = ItemHeading(ItemKind.DECISION, "Intern sak", exempt_under="offentleglova (2006) § 14")
    with pytest.raises(NotForElectedBodies):
        put_item(session, meeting, heading, seen=1, by=AT_THE_KEYBOARD, at=PLANNED_AT)


@pytest.mark.rule("R-262")
def test_the_roster_of_a_meeting_is_kept_as_it_was_when_the_roll_was_called(session: Session) -> None:
    """Seven seats; seat 1 is Ap's, and its first deputy is the first of Ap's two."""
    council, everyone = fana_elected(session)
    meeting = a_meeting(session, council)
    taken = take_roster(session, meeting, by=AT_THE_KEYBOARD, at=ON_11_MARCH)
    kept = roster_of_meeting(session, meeting, ON_18_MARCH)
    assert kept == taken
    assert kept.members == 7
    assert kept.seat(1).holder == Attendee(everyone[0].id, "Fana Ap en", "Ap")
    assert [each.attendee.name for each in kept.deputies_for(1)] == ["Fana Ap vara en", "Fana Ap vara to"]


@pytest.mark.rule("R-254")
def test_one_who_has_never_changed_group_belongs_to_the_list_one_was_elected_for(session: Session) -> None:
    council, everyone = fana_elected(session)
    term = term_of(session, a_meeting(session, council))
    assert term is not None
    parties = parties_on(session, term, ON_11_MARCH.date(), PLANNED_AT)
    assert (parties[everyone[0].id], parties[everyone[10].id]) == ("Ap", "H")
