"""A chair by majority: more than half at first, most votes the second time, a lot between equals."""

from datetime import date

import pytest

from app.councils.domain.lots import LotDoesNotFit
from app.councils.domain.majority_of_chair import (
    ChairElected,
    ChairLotRequired,
    NobodyVotedFor,
    Round,
    SecondVoteNotNeeded,
    SecondVoteRequired,
    elect_chair,
    votes_needed,
    voting_forms_for_chair,
)
from app.councils.domain.proportional_election import VotingForm

pytestmark = pytest.mark.rule("R-230")


@pytest.mark.parametrize(("cast", "needed"), [(15, 8), (14, 8), (13, 7), (1, 1)])
def test_more_than_half_of_the_votes_cast(cast: int, needed: int) -> None:
    assert votes_needed(Round.of({"Anne": cast})) == needed


def test_eight_of_fifteen_elect_in_the_first_round() -> None:
    assert elect_chair(Round.of({"Anne": 8, "Berit": 7})) == ChairElected("Anne", 1, 8, 8)


def test_exactly_half_is_not_enough() -> None:
    assert elect_chair(Round.of({"Anne": 7, "Berit": 7})) == SecondVoteRequired(7, 8)


def test_blank_votes_count_as_cast_in_the_first_round_unless_decided_otherwise() -> None:
    """7 for Anne, 6 for Berit, 2 blank: 7 of 15 is not more than half, 7 of 13 is."""
    first = Round.of({"Anne": 7, "Berit": 6}, blank=2)
    assert elect_chair(first) == SecondVoteRequired(7, 8)
    assert elect_chair(first, blank_counts=False) == ChairElected("Anne", 1, 7, 7)


def test_most_votes_win_the_second_time_though_they_are_not_half() -> None:
    first = Round.of({"Anne": 6, "Berit": 5, "Carl": 4})
    assert elect_chair(first, first) == ChairElected("Anne", 2, 6, 8)


def test_equal_votes_the_second_time_are_decided_by_lot() -> None:
    equal = Round.of({"Anne": 7, "Berit": 7}, blank=1)
    assert elect_chair(equal, equal) == ChairLotRequired(("Anne", "Berit"), 7)
    assert elect_chair(equal, equal, drawn="Berit") == ChairElected("Berit", 2, 7, 8, by_lot=True)


def test_a_lot_won_by_someone_else_is_refused() -> None:
    equal = Round.of({"Anne": 6, "Berit": 6, "Carl": 3})
    with pytest.raises(LotDoesNotFit):
        elect_chair(equal, equal, drawn="Carl")


def test_a_second_vote_when_the_first_elected_somebody_is_refused() -> None:
    decided = Round.of({"Anne": 8, "Berit": 7})
    with pytest.raises(SecondVoteNotNeeded) as refused:
        elect_chair(decided, decided)
    assert refused.value.winner == "Anne"


def test_nobody_is_elected_by_blank_votes_alone() -> None:
    with pytest.raises(NobodyVotedFor):
        elect_chair(Round.of({"Anne": 0}, blank=15))


def test_a_show_of_hands_is_open_from_1_july_2023() -> None:
    assert voting_forms_for_chair(date(2023, 6, 30)) == (VotingForm.WRITTEN,)
    assert VotingForm.SHOW_OF_HANDS in voting_forms_for_chair(date(2023, 7, 1))
