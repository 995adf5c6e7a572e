"""Elections in the meeting: rounds, lots, and never a casting vote."""

from datetime import date

import pytest

from app.councils.domain.agreed_election import Nomination, Nominee, Obstacle, Unanimity
from app.councils.domain.gender import Gender
from app.councils.domain.lots import Lot, LotDoesNotFit, LotRequired
from app.councils.domain.majority_of_chair import ChairElected, ChairLotRequired, Round, SecondVoteRequired
from app.councils.domain.proportional_election import ProportionalElection, VotingForm
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.events import Decided, LotDrawn, OfficeRoundHeld
from app.meetings.domain.meeting_elections import (
    ElectionIsOver,
    Office,
    OfficeElection,
    VotesAreNotOnePerSeat,
    VotingFormNotOpen,
    agreed_committee,
    hold_round,
)
from app.meetings.domain.proceedings import KeyTaken, NotInMeeting
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.record_items import DecisionWithoutVote
from app.meetings.domain.record_votes import ElectionsHaveRounds
from tests.domain.meetings.committees import a_committee
from tests.domain.meetings.meetings import HANDLED, Recorder, an_item, running, vote


def election(seats: int = 14) -> Recorder:
    return running(an_item("chair", ItemKind.ELECTION), seats=range(1, seats + 1))


def a_round(*votes: int, blank: int = 0) -> OfficeRoundHeld:
    names = ("Member 2", "Member 9", "Member 13")
    return OfficeRoundHeld("e", Office.DEPUTY_CHAIR, Round(tuple(zip(names, votes, strict=False)), blank))


@pytest.mark.rule("R-230", "R-290")
def test_more_than_half_elects_in_the_first_round() -> None:
    """14 votes: 8 needed, and 8 given."""
    after = election().record(a_round(8, 6))
    assert after.elections[0].result == ChairElected("Member 2", 1, 8, 8)


@pytest.mark.rule("R-289", "R-290")
def test_a_tie_in_an_election_is_decided_by_lot_and_never_by_the_leader() -> None:
    """7 to 7, and 7 to 7 again: the leader, who sits, decides nothing."""
    meeting = election()
    assert meeting.record(a_round(7, 7)).elections[0].result == SecondVoteRequired(7, 8)
    assert meeting.record(a_round(7, 7)).elections[0].result == ChairLotRequired(("Member 2", "Member 9"), 7)
    with pytest.raises(DecisionWithoutVote):
        meeting.record(Decided("Member 9 is elected.", "e"))
    with pytest.raises(LotDoesNotFit):
        meeting.record(LotDrawn("e", "Member 13"))
    after = meeting.record(LotDrawn("e", "Member 9"), Decided("Member 9 is elected.", "e"), HANDLED)
    assert after.elections[0].result == ChairElected("Member 9", 2, 7, 8, by_lot=True)


@pytest.mark.rule("R-230", "R-288")
def test_blank_votes_are_votes_and_in_the_second_round_most_votes_win() -> None:
    """7 of 14 is not more than half; then 6, 5 and 3 blank elects with 6."""
    meeting = election()
    meeting.record(a_round(7, 5, blank=2))
    assert meeting.record(a_round(6, 5, blank=3)).elections[0].winner == "Member 2"


@pytest.mark.rule("R-290")
def test_one_vote_from_each_occupied_seat() -> None:
    meeting = election()
    for wrong in (a_round(8, 7), a_round(7, 6), a_round(15, -1)):
        with pytest.raises(VotesAreNotOnePerSeat):
            meeting.record(wrong)


@pytest.mark.rule("R-287")
def test_an_election_needs_quorum_in_each_round() -> None:
    with pytest.raises(NotQuorate):
        election(7).record(a_round(4, 3))


@pytest.mark.rule("R-230")
def test_an_election_that_is_over_has_no_more_rounds_or_lots() -> None:
    meeting = election()
    meeting.record(a_round(8, 6))
    for more in (a_round(8, 6), LotDrawn("e", "Member 2")):
        with pytest.raises(ElectionIsOver):
            meeting.record(more)


@pytest.mark.rule("R-230")
def test_by_show_of_hands_since_july_2023_only() -> None:
    held = Round((("Anne", 3),))
    with pytest.raises(NotInMeeting):
        election().record(LotDrawn("never", "Member 2"))
    with pytest.raises(VotingFormNotOpen):
        hold_round(
            OfficeElection("e", "i", Office.OTHER),
            held,
            occupied=3,
            members=5,
            form=VotingForm.SHOW_OF_HANDS,
            on=date(2023, 6, 30),
        )


@pytest.mark.rule("R-289")
def test_an_election_item_has_no_vote_for_and_against() -> None:
    with pytest.raises(ElectionsHaveRounds):
        election().record(vote())


@pytest.mark.rule("R-224", "R-290")
def test_a_working_committee_is_elected_proportionally() -> None:
    """9 to 5, three seats: A 9, B 5, A 4.5."""
    meeting = election()
    after = meeting.record(a_committee(9, 5), Decided("Elected.", "wc"))
    result = after.committees[0].result
    assert isinstance(result, ProportionalElection)
    assert [(each.code, each.seats) for each in result.lists] == [("A", 2), ("B", 1)]
    with pytest.raises(KeyTaken):
        meeting.record(a_committee(9, 5))


@pytest.mark.rule("R-224", "R-289")
def test_a_tie_between_lists_waits_for_the_lot() -> None:
    """7 to 7, three seats: each takes one, and the third is drawn for."""
    meeting = election()
    waiting = meeting.record(a_committee(7, 7)).committees[0]
    assert isinstance(waiting.result, LotRequired)
    with pytest.raises(DecisionWithoutVote):
        meeting.record(Decided("Elected.", "wc"))
    after = meeting.record(a_committee(7, 7, lots=(Lot(("A", "B"), "B"),)))
    result = after.committees[0].result
    assert isinstance(result, ProportionalElection)
    assert [each.seats for each in result.lists] == [1, 2]


@pytest.mark.rule("R-229", "R-290")
def test_by_agreement_when_everybody_agrees_twice() -> None:
    nomination = Nomination(
        (Nominee(1, "Anne", Gender.FEMALE, "A"), Nominee(2, "Bo", Gender.MALE, "B"), Nominee(3, "Cy", Gender.MALE, "B"))
    )
    assert agreed_committee(nomination, 3, Unanimity(on_method=True, on_nomination=True)) == ()
    (found,) = agreed_committee(nomination, 3, Unanimity(on_method=True, on_nomination=False))
    assert found.obstacle is Obstacle.NOMINATION_NOT_UNANIMOUS
