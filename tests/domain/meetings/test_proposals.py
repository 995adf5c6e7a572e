"""Proposals: numbered, by whom, joint or not, withdrawn, and voted over in their order."""

from datetime import UTC, datetime

import pytest

from app.meetings.domain.events import ProposalMoved, ProposalWithdrawn
from app.meetings.domain.presence import NotInSeat
from app.meetings.domain.proceedings import KeyTaken
from app.meetings.domain.proposals import (
    Mover,
    Proposal,
    ProposalKind,
    alternative_rounds,
    is_public,
    order_of_voting,
)
from app.meetings.domain.record_votes import NobodyMoves, ProposalNotStanding
from app.meetings.domain.vote_forms import Choice, Unanimous
from tests.domain.meetings.meetings import running, vote


def moved(key: str, *movers: int, kind: ProposalKind = ProposalKind.ALTERNATIVE) -> ProposalMoved:
    return ProposalMoved(key, kind, f"Proposal {key}", movers)


def a_proposal(number: int, kind: ProposalKind, *, withdrawn: bool = False) -> Proposal:
    return Proposal(kind, "park", number, kind, "", withdrawn=withdrawn)


@pytest.mark.rule("R-286")
def test_proposals_are_numbered_as_they_come_with_movers_and_parties() -> None:
    after = running().record(moved("a", 9, 13), moved("b", 15))
    assert [(each.number, each.parties, each.joint) for each in after.proposals] == [
        (1, ("Ap", "SV"), True),
        (2, ("R",), False),
    ]


def test_two_movers_of_one_party_make_no_joint_proposal() -> None:
    assert not running().record(moved("a", 9, 10)).proposals[0].joint


@pytest.mark.rule("R-286")
def test_only_those_who_sit_move_proposals_and_the_mayor() -> None:
    meeting = running(seats=range(1, 15))
    with pytest.raises(NotInSeat):
        meeting.record(moved("a", 15))
    with pytest.raises(NobodyMoves):
        meeting.record(moved("a"))
    by_mayor = ProposalMoved("m", ProposalKind.ALTERNATIVE, "Another", mayor=Mover(500, "The mayor", "V"))
    assert meeting.record(by_mayor).proposals[0].parties == ("V",)


def test_a_withdrawn_proposal_keeps_its_number_and_is_not_voted_over() -> None:
    meeting = running()
    after = meeting.record(moved("a", 9), ProposalWithdrawn("a"), moved("b", 10))
    assert [(each.number, each.withdrawn) for each in after.proposals] == [(1, True), (2, False)]
    with pytest.raises(ProposalNotStanding):
        meeting.record(vote(proposal="a"))
    with pytest.raises(KeyTaken):
        meeting.record(moved("b", 10))


def test_between_two_proposals_the_winner_stands_and_the_other_falls() -> None:
    meeting = running()
    meeting.record(moved("a", 9), moved("b", 13), vote("v1", "a", Unanimous(Choice.AGAINST), against="b"))
    with pytest.raises(ProposalNotStanding):
        meeting.record(vote("v2", "a"))
    meeting.record(vote("v2", "b"))
    with pytest.raises(ProposalNotStanding):
        meeting.record(vote("v3", "b"))


def test_a_recommendation_that_has_fallen_or_is_adopted_is_not_voted_over_again() -> None:
    for choice in (Choice.FOR, Choice.AGAINST):
        meeting = running()
        meeting.record(vote(form=Unanimous(choice)))
        with pytest.raises(ProposalNotStanding):
            meeting.record(vote("v2"))


def test_a_recommendation_that_has_beaten_another_is_then_adopted() -> None:
    meeting = running()
    assert meeting.record(moved("a", 9), vote("v1", against="a"), vote("v2")).votes[-1].result.adopted


def test_the_usual_order_of_voting() -> None:
    """Whether it is decided today, then its parts, the whole, what comes on top, and what is passed on."""
    kinds = (
        ProposalKind.PASSED_ON,
        ProposalKind.ADDITIONAL,
        ProposalKind.ALTERNATIVE,
        ProposalKind.AMENDING,
        ProposalKind.POSTPONEMENT,
    )
    moved_in_order = [a_proposal(number, kind) for number, kind in enumerate(kinds, start=1)]
    moved_in_order.append(a_proposal(6, ProposalKind.AMENDING, withdrawn=True))
    moved_in_order.append(a_proposal(0, ProposalKind.RECOMMENDATION))
    assert [each.number for each in order_of_voting(moved_in_order)] == [5, 4, 3, 0, 2, 1]
    assert [each.number for each in alternative_rounds(moved_in_order)] == [3, 0]


@pytest.mark.rule("R-283")
def test_a_proposal_handed_in_before_the_meeting_is_public_from_that_moment() -> None:
    at = datetime(2025, 5, 7, 10, tzinfo=UTC)
    handed_in = Proposal("a", "park", 1, ProposalKind.ALTERNATIVE, "", entered_at=at)
    assert (is_public(handed_in, at), is_public(handed_in, datetime(2025, 5, 7, 9, 59, tzinfo=UTC))) == (True, False)
    assert not is_public(a_proposal(1, ProposalKind.ALTERNATIVE), at)
