"""Minutes approved by a vote in the council's next meeting, and by nothing less."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.events import ItemOpened, OnProposal, VoteHeld
from app.meetings.domain.minutes_states import MinutesCannotMove, MinutesState
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.vote_forms import Choice, Unanimous
from app.meetings.minutes_room.queries import approving_meetings
from app.meetings.minutes_room.refusals import MeetingStillRuns, NoApprovingVote
from app.meetings.minutes_room.services.minutes import InMeeting, Signatures, add_note, approve_minutes, publish_minutes
from app.meetings.models import Meeting
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state
from tests.held_meetings import SIX_O_CLOCK, Secretary, a_called_meeting, an_evening_held, begun
from tests.stored_meetings import PLANNED_AT, a_meeting, called

APRIL = datetime(2025, 4, 8, 18, tzinfo=OSLO)
A_MONTH_LATER = datetime(2025, 4, 8, 20, tzinfo=OSLO)


def the_next_meeting(session: Session, before: Meeting, *, adopted: bool) -> Meeting:
    """In April, with the approval of minutes on its agenda, voted on unanimously: for, or against."""
    meeting = a_meeting(session, before.council, APRIL)
    heading = ItemHeading(ItemKind.APPROVAL_OF_MINUTES, "Godkjenning av protokoll", recommendation="Den godkjennes.")
    row = put_item(session, meeting, heading, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    seen, by = meeting.edit, AT_THE_KEYBOARD
    set_item_state(session, meeting, row.key, ItemState.ON_AGENDA, seen=seen, by=by, at=PLANNED_AT)
    called(session, meeting, APRIL - timedelta(days=10))
    choice = Choice.FOR if adopted else Choice.AGAINST
    begun(session, meeting).record(ItemOpened("i1"), VoteHeld("v", OnProposal(""), Unanimous(choice)))
    return meeting


@pytest.mark.rule("R-300")
def test_the_next_meeting_approves_by_a_vote(session: Session) -> None:
    secretary = an_evening_held(session)
    later = the_next_meeting(session, secretary.meeting, adopted=True)
    assert [each.number for each in approving_meetings(session, secretary.meeting, A_MONTH_LATER)] == ["2/25"]
    how = InMeeting(later.address)
    row = approve_minutes(session, secretary.meeting, how, by=AT_THE_KEYBOARD, at=A_MONTH_LATER)
    assert (row.state, row.approved_by, row.version) == (MinutesState.APPROVED, "2/25", 1)
    assert row.approved_on == APRIL.date()
    assert secretary.meeting.state is MeetingState.MINUTES_APPROVED
    acts = list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))
    assert acts[-1] == "MinutesApproved"


@pytest.mark.rule("R-300")
def test_a_meeting_that_voted_against_does_not_approve(session: Session) -> None:
    secretary = an_evening_held(session)
    later = the_next_meeting(session, secretary.meeting, adopted=False)
    with pytest.raises(NoApprovingVote):
        approve_minutes(session, secretary.meeting, InMeeting(later.address), by=AT_THE_KEYBOARD, at=A_MONTH_LATER)
    assert secretary.meeting.state is MeetingState.CLOSED


@pytest.mark.rule("R-300")
def test_minutes_are_approved_once_and_published_once(session: Session) -> None:
    secretary = an_evening_held(session)
    leader = secretary.log.now.leader
    assert leader is not None
    how = Signatures((leader,), (leader,), SIX_O_CLOCK.date())
    approve_minutes(session, secretary.meeting, how, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    with pytest.raises(MinutesCannotMove):
        approve_minutes(session, secretary.meeting, how, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    publish_minutes(session, secretary.meeting, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    with pytest.raises(MinutesCannotMove):
        publish_minutes(session, secretary.meeting, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)


@pytest.mark.rule("R-300")
def test_a_remark_on_the_draft_is_kept_through_approval(session: Session) -> None:
    secretary = an_evening_held(session)
    leader = secretary.log.now.leader
    assert leader is not None
    draft = add_note(session, secretary.meeting, "Anne Aas leste opp.", by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    assert (draft.state, draft.published_at) == (MinutesState.DRAFT, None)
    how = Signatures((leader,), (leader,), SIX_O_CLOCK.date())
    row = approve_minutes(session, secretary.meeting, how, by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
    assert row.version == 2
    assert "Anne Aas leste opp." in row.document


def test_a_meeting_that_runs_has_no_minutes_to_approve(session: Session) -> None:
    secretary: Secretary = begun(session, a_called_meeting(session))
    with pytest.raises(MeetingStillRuns):
        add_note(session, secretary.meeting, "For tidlig.", by=AT_THE_KEYBOARD, at=SIX_O_CLOCK)
