"""A target by the district's votes is a recommendation, and void once one member demands a proportional election."""

import pytest

from app.councils.domain.lots import LotRequired
from app.councils.domain.recommendation import Recommendation, recommendation
from app.councils.domain.seat_targets import DistrictVotes, PartyVotes, SeatTarget, seat_target


def target(**votes: int) -> SeatTarget:
    parties = tuple(PartyVotes(code, number, 10 * number) for code, number in votes.items())
    found = seat_target(DistrictVotes("Fana", 3, parties))
    assert isinstance(found, SeatTarget)
    return found


def shares(shown: Recommendation | LotRequired) -> list[tuple[str, int, int, int]]:
    assert isinstance(shown, Recommendation)
    return [(each.code, each.members, each.deputies, each.by_proportional_election) for each in shown.shares]


@pytest.mark.rule("R-229", "R-234")
def test_both_ways_are_shown_group_by_group() -> None:
    """By the district's votes A 2, B 1. The municipal council has 20 of A, 30 of B and 17 of C: by d'Hondt one each."""
    shown = recommendation(target(A=300, B=100), {"A": 20, "B": 30, "C": 17}, proportional_demanded=False)
    assert shares(shown) == [("A", 2, 4, 1), ("B", 1, 3, 1), ("C", 0, 0, 1)]


@pytest.mark.rule("R-234")
@pytest.mark.parametrize("demanded", [True, False])
def test_a_target_is_void_when_a_proportional_election_is_demanded(demanded: bool) -> None:
    shown = recommendation(target(A=300, B=100), {"A": 20, "B": 47}, proportional_demanded=demanded)
    assert isinstance(shown, Recommendation)
    assert shown.void is demanded


@pytest.mark.rule("R-224", "R-234")
def test_groups_equal_for_the_last_seat_ask_for_a_lot() -> None:
    shown = recommendation(target(A=300, B=100), {"A": 30, "B": 30}, proportional_demanded=True)
    assert isinstance(shown, LotRequired)
    assert shown.lists == ("A", "B")


@pytest.mark.rule("R-233")
def test_advance_ballots_that_no_district_can_be_told_for_are_counted_as_left_out() -> None:
    """Ten times as many in advance as on election day: 4 000, none of which count."""
    assert target(A=300, B=100).left_out == 4000
