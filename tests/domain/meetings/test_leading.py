"""Who leads: chair, deputy chair, or one who is elected when both are away."""

import pytest

from app.councils.domain.majority_of_chair import Round
from app.meetings.domain.events import LeaderTookOver, Left, MeetingSet, OfficeRoundHeld
from app.meetings.domain.leading import CannotLead, LeaderNotInSeat, leaders_by_law, require_in_seat
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.presence import EMPTY
from tests.domain.meetings.meetings import (
    CHAIR,
    DEPUTY_CHAIR,
    Recorder,
    a_roster,
    a_setting,
    roll,
    running,
    vote,
)

WITHOUT_BOTH = [seat for seat in range(1, 16) if seat not in {CHAIR, DEPUTY_CHAIR}]


@pytest.mark.rule("R-281")
def test_chair_and_deputy_chair_lead_and_nobody_else() -> None:
    meeting = running()
    assert leaders_by_law(a_roster(), meeting.now.occupancy) == (CHAIR, DEPUTY_CHAIR)
    assert meeting.record(LeaderTookOver(DEPUTY_CHAIR)).leader == DEPUTY_CHAIR
    with pytest.raises(CannotLead) as refused:
        meeting.record(LeaderTookOver(2))
    assert refused.value.may_lead == (CHAIR, DEPUTY_CHAIR)


@pytest.mark.rule("R-281")
def test_when_both_are_away_a_meeting_leader_is_elected_before_anything_is_decided() -> None:
    """13 votes, 7 needed: member 2 gets 8."""
    meeting = running(seats=WITHOUT_BOTH, leader=None)
    with pytest.raises(LeaderNotInSeat):
        meeting.record(vote())
    with pytest.raises(CannotLead):
        meeting.record(LeaderTookOver(2))
    held = Round((("Member 2", 8), ("Member 3", 5)))
    meeting.record(OfficeRoundHeld("e", Office.MEETING_LEADER, held), LeaderTookOver(2))
    assert meeting.record(vote()).votes[0].result.leader == 2


@pytest.mark.rule("R-281")
def test_a_meeting_is_not_set_without_leader_while_the_deputy_chair_is_there() -> None:
    recorder = Recorder(a_setting())
    with pytest.raises(CannotLead) as refused:
        recorder.record(roll([*WITHOUT_BOTH, DEPUTY_CHAIR]), MeetingSet(None))
    assert refused.value.may_lead == (DEPUTY_CHAIR,)


@pytest.mark.rule("R-281")
def test_a_leader_who_has_left_leads_no_vote() -> None:
    meeting = running()
    meeting.record(Left(CHAIR))
    with pytest.raises(LeaderNotInSeat):
        meeting.record(vote())
    meeting.record(LeaderTookOver(DEPUTY_CHAIR))
    assert meeting.record(vote()).votes[0].result.leader == DEPUTY_CHAIR


@pytest.mark.rule("R-281")
def test_one_who_is_not_there_leads_nothing() -> None:
    with pytest.raises(LeaderNotInSeat):
        require_in_seat(CHAIR, EMPTY)
    with pytest.raises(LeaderNotInSeat):
        running(seats=WITHOUT_BOTH, leader=CHAIR)
