"""How many list votes the list next in line was short of the last seat: R-152, R-153, R-154."""

from fractions import Fraction

import pytest

from app.councils.domain.seats import DecidedBy, Quotient, SeatAward
from app.elections.domain.next_in_line import list_votes_short


def the_last_seat(votes: int, divisor: Fraction | int) -> SeatAward:
    return SeatAward(15, "X", votes, Fraction(divisor), DecidedBy.QUOTIENT)


def next_in_line(votes: int, divisor: Fraction | int) -> Quotient:
    return Quotient("Y", votes, Fraction(divisor))


@pytest.mark.rule("R-152", "R-153")
def test_in_w1_list_a_lacked_188_list_votes_for_the_last_seat() -> None:
    """C took it with 22 297 / 5 = 4 459.4. A had 48 866 / 11; 4 459.4 · 11 = 49 053.4, so 49 054 − 48 866 = 188."""
    assert list_votes_short(next_in_line(48866, 11), the_last_seat(22297, 5)) == 188


@pytest.mark.rule("R-154")
def test_an_equal_quotient_is_enough_for_the_list_with_more_votes() -> None:
    """The seat went for 500 / 1 = 500. With 1 500 votes Y has 1 500 / 3 = 500 too, and more votes: it lacked 1."""
    assert list_votes_short(next_in_line(1499, 3), the_last_seat(500, 1)) == 1


@pytest.mark.rule("R-154")
def test_an_equal_quotient_is_not_enough_for_the_list_with_fewer_votes() -> None:
    """The seat went for 1 500 / 3 = 500. Y at 700 / 1.4 = 500 has fewer votes than 1 500, so it lacked one more."""
    assert list_votes_short(next_in_line(700, Fraction(7, 5)), the_last_seat(1500, 3)) == 1


@pytest.mark.rule("R-154")
def test_the_loser_of_a_lot_lacked_a_single_list_vote() -> None:
    """Both had 900 / 3: the lot decided, and 901 / 3 would have been higher."""
    assert list_votes_short(next_in_line(900, 3), the_last_seat(900, 3)) == 1


@pytest.mark.rule("R-153")
@pytest.mark.parametrize("votes", range(1, 60))
def test_with_so_many_more_votes_the_seat_is_taken_and_with_one_less_it_is_not(votes: int) -> None:
    """Held against the rule itself: a higher quotient, or an equal one with more votes."""
    last = the_last_seat(97, Fraction(7, 5))

    def takes(with_votes: int) -> bool:
        quotient = Fraction(with_votes, 3)
        return quotient > last.quotient or (quotient == last.quotient and with_votes > last.votes)

    short = list_votes_short(next_in_line(votes, 3), last)
    assert takes(votes + short)
    assert not takes(votes + short - 1)
