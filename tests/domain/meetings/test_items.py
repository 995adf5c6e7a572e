"""Items in the meeting: asked about, decided, postponed, set aside, withdrawn."""

from datetime import date

import pytest

from app.meetings.domain.events import (
    AdmissionAsked,
    Decided,
    ItemOpened,
    ItemPostponed,
    ItemRaised,
    ItemSetAside,
    ItemWithdrawn,
    OnProposal,
    ProposalMoved,
    VoteHeld,
)
from app.meetings.domain.proceedings import ItemStillOpen, KeyTaken, NotInMeeting
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.record_items import DecisionWithoutVote, NotAdmitted, NotDecidedByVote
from app.meetings.domain.record_votes import RECOMMENDATION
from app.meetings.domain.states import ItemCannotMove, ItemState
from app.meetings.domain.vote_forms import Choice, Unanimous
from tests.domain.meetings.meetings import HANDLED, an_item, postponement, running, vote

LATE = an_item(sent_on=date(2025, 5, 6))


@pytest.mark.rule("R-284")
def test_a_late_item_is_decided_when_nobody_who_can_has_objected() -> None:
    meeting = running(LATE)
    with pytest.raises(NotAdmitted):
        meeting.record(vote())
    meeting.record(AdmissionAsked("park", objecting=(9, 10, 11, 12)), vote(), Decided("Opened.", "v1"))
    assert meeting.now.item("park").decisions[0].text == "Opened."


@pytest.mark.rule("R-284")
def test_exactly_a_third_of_those_present_stop_it() -> None:
    """Twelve sit, and four object."""
    meeting = running(LATE, seats=range(1, 13))
    meeting.record(AdmissionAsked("park", objecting=(9, 10, 11, 12)))
    with pytest.raises(NotAdmitted) as refused:
        meeting.record(vote())
    assert refused.value.admission is not None
    assert (refused.value.admission.objecting.number, refused.value.admission.objecting.needed) == (4, 4)


@pytest.mark.rule("R-284")
def test_the_leader_stops_it_alone_and_it_can_still_be_postponed() -> None:
    meeting = running(LATE)
    meeting.record(AdmissionAsked("park", leader_objects=True), postponement(), vote("later?", "later"))
    assert meeting.record(ItemPostponed("later?")).item("park").state is ItemState.POSTPONED


@pytest.mark.rule("R-284")
def test_an_objection_from_an_empty_seat_is_none() -> None:
    with pytest.raises(NotInMeeting):
        running(LATE, seats=range(1, 13)).record(AdmissionAsked("park", objecting=(13,)))


@pytest.mark.rule("R-284")
def test_a_case_raised_in_the_meeting_is_asked_about_too() -> None:
    meeting = running()
    urgent = an_item("bridge", number="46/25", sent_on=None)
    meeting.record(HANDLED, ItemRaised(urgent), ItemOpened("bridge"))
    with pytest.raises(NotAdmitted):
        meeting.record(vote())
    meeting.record(AdmissionAsked("bridge"), vote(), HANDLED)
    with pytest.raises(KeyTaken):
        meeting.record(ItemRaised(urgent))


@pytest.mark.rule("R-284")
def test_a_case_is_postponed_by_simple_majority_and_by_that_vote_only() -> None:
    meeting = running()
    meeting.record(postponement(), vote("case"))
    with pytest.raises(NotDecidedByVote):
        meeting.record(ItemPostponed("case"))
    meeting.record(vote("later?", "later", Unanimous(Choice.AGAINST)))
    with pytest.raises(NotDecidedByVote):
        meeting.record(ItemPostponed("later?"))


@pytest.mark.rule("R-287")
def test_without_quorum_nothing_is_voted_over_and_so_nothing_decided() -> None:
    meeting = running(seats=range(1, 8))
    with pytest.raises(NotQuorate):
        meeting.record(vote())
    with pytest.raises(DecisionWithoutVote):
        meeting.record(Decided("Opened.", "v1"))


@pytest.mark.rule("R-300")
def test_a_decision_rests_on_a_vote_of_its_own_item_and_not_on_a_trial() -> None:
    meeting = running(an_item(), an_item("road", number="46/25"))
    meeting.record(vote(), HANDLED, ItemOpened("road"))
    meeting.record(VoteHeld("trial", OnProposal(RECOMMENDATION, trial=True), Unanimous()))
    for rests_on in ("v1", "trial", "never"):
        with pytest.raises(DecisionWithoutVote):
            meeting.record(Decided("Built.", rests_on))


def test_a_trial_vote_leaves_the_proposal_standing() -> None:
    meeting = running()
    meeting.record(ProposalMoved("a", ProposalKind.ALTERNATIVE, "Another park", (9,)))
    meeting.record(VoteHeld("trial", OnProposal("a", trial=True), Unanimous(Choice.AGAINST)))
    assert meeting.record(vote(proposal="a")).votes[-1].result.adopted


def test_one_item_at_a_time_and_one_set_aside_is_taken_up_again() -> None:
    meeting = running(an_item(), an_item("road", number="46/25"))
    with pytest.raises(ItemStillOpen):
        meeting.record(ItemOpened("road"))
    meeting.record(ItemSetAside(), ItemOpened("road"), HANDLED)
    assert meeting.record(ItemOpened("park")).open_item == "park"


def test_an_item_that_is_done_is_not_opened_again() -> None:
    meeting = running()
    meeting.record(HANDLED)
    with pytest.raises(ItemCannotMove):
        meeting.record(ItemOpened("park"))


def test_a_withdrawn_item_keeps_its_number() -> None:
    after = running().record(ItemWithdrawn("park", "By the city government"))
    assert (after.item("park").state, after.item("park").item.number) == (ItemState.WITHDRAWN, "45/25")


def test_a_vote_has_a_recommendation_to_be_about() -> None:
    meeting = running(an_item(recommendation=""))
    with pytest.raises(NotInMeeting):
        meeting.record(vote())
    with pytest.raises(NotInMeeting):
        meeting.record(vote(proposal="never"))
    with pytest.raises(NotInMeeting):
        meeting.record(ItemWithdrawn("never"))
