"""Lots, seat by seat: who is in them, what they give, and what the record says of them.

The figures are list votes, and small: 7 and 15 give equal quotients with the divisors 1.4 and 3 (7/1.4 = 15/3 = 5).
"""

from fractions import Fraction

import pytest

from app.councils.domain.divisors import Divisors, d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded, LotRequired
from app.councils.domain.seating import Contender
from app.councils.domain.seats import Quotient
from app.elections.domain.settlement import settle
from tests.builders import RULES_2002, a_contest, a_tally
from tests.domain.outcomes import finished, seats_won

SAINTE_LAGUE = modified_sainte_lague(RULES_2002.first_divisor)


def shared_out(
    seats: int,
    votes: dict[str, int],
    lots: tuple[Lot, ...] = (),
    *,
    places: dict[str, int] | None = None,
    divisors: Divisors = SAINTE_LAGUE,
) -> Distribution | LotRequired:
    """The seats by list votes; each list has 50 places, or as many as told."""
    contenders = [Contender(code, number, (places or {}).get(code, 50)) for code, number in votes.items()]
    return distribute("fana", contenders, seats, divisors, lots)


def order(outcome: Distribution | LotRequired) -> str:
    """Who took the seats, in order, and by what: "A quotient, B lot"."""
    assert isinstance(outcome, Distribution), outcome
    return ", ".join(f"{award.list_code} {award.decided_by}" for award in outcome.seat_order)


@pytest.mark.rule("R-154")
def test_last_seat_goes_to_the_list_with_more_votes() -> None:
    """Y 15/1.4; then X 7/1.4 = 5 = Y 15/3: Y has more votes."""
    assert order(shared_out(2, {"X": 7, "Y": 15})) == "Y quotient, Y more_votes"


@pytest.mark.rule("R-154", "R-155")
@pytest.mark.parametrize(("winner", "loser"), [("A", "B"), ("B", "A")])
def test_a_drawn_lot_decides_the_last_seat(winner: str, loser: str) -> None:
    outcome = shared_out(3, {"A": 100, "B": 100, "C": 10}, (Lot(("A", "B"), winner),))
    assert order(outcome) == f"A order_only, B order_only, {winner} lot"
    assert isinstance(outcome, Distribution)
    assert outcome.lots == (Lot(("A", "B"), winner),)
    assert outcome.next_in_line == (Quotient(loser, 100, Fraction(3)),)


@pytest.mark.rule("R-154", "R-155")
def test_a_lot_is_drawn_for_each_seat_among_three_equal_lists() -> None:
    """Two seats, three equal lists: the first lot is between three, the second between the two that are left."""
    votes = {"A": 100, "B": 100, "C": 100}
    assert shared_out(2, votes) == LotRequired("fana", ("A", "B", "C"), 1, Fraction(500, 7), 100)
    first = Lot(("A", "B", "C"), "B")
    assert shared_out(2, votes, (first,)) == LotRequired("fana", ("A", "C"), 2, Fraction(500, 7), 100)
    second = Lot(("A", "C"), "C")
    outcome = shared_out(2, votes, (first, second))
    assert order(outcome) == "B lot, C lot"
    assert isinstance(outcome, Distribution)
    assert outcome.lots == (first, second)
    assert outcome.next_in_line == (Quotient("A", 100, Fraction(7, 5)),)


@pytest.mark.rule("R-154", "R-155")
def test_more_votes_come_first_and_the_lot_is_between_the_others() -> None:
    """Three seats. Y has 15/1.4; then Y 15/3 = X 7/1.4 = Z 7/1.4: Y first by votes, X or Z by lot."""
    votes = {"X": 7, "Y": 15, "Z": 7}
    assert shared_out(3, votes) == LotRequired("fana", ("X", "Z"), 3, Fraction(5), 7)
    assert order(shared_out(3, votes, (Lot(("X", "Z"), "Z"),))) == "Y quotient, Y more_votes, Z lot"


@pytest.mark.rule("R-154")
def test_those_with_fewer_votes_are_not_in_the_lot() -> None:
    """Two equal lists with 15 and one with 7, three seats: the third seat is between 15/3, 15/3 and 7/1.4, all 5."""
    votes = {"X": 7, "Y": 15, "Z": 15}
    assert shared_out(3, votes) == LotRequired("fana", ("Y", "Z"), 3, Fraction(5), 15)
    outcome = shared_out(3, votes, (Lot(("Y", "Z"), "Y"),))
    assert isinstance(outcome, Distribution)
    assert outcome.next_in_line == (Quotient("X", 7, Fraction(7, 5)), Quotient("Z", 15, Fraction(3)))


@pytest.mark.rule("R-155")
@pytest.mark.parametrize(
    "lot",
    [
        pytest.param(Lot(("A", "C"), "A"), id="between others"),
        pytest.param(Lot(("A", "B", "C"), "A"), id="between more"),
        pytest.param(Lot(("A",), "A"), id="between fewer"),
        pytest.param(Lot(("A", "A", "B"), "A"), id="one named twice"),
        pytest.param(Lot(("A", "B"), "C"), id="won by another"),
        pytest.param(Lot((), "A"), id="between nobody"),
    ],
)
def test_a_lot_that_does_not_fit_the_tie_is_refused(lot: Lot) -> None:
    with pytest.raises(LotDoesNotFit) as refusal:
        shared_out(1, {"A": 100, "B": 100, "C": 10}, (lot,))
    assert refusal.value == LotDoesNotFit(("A", "B"), lot.lists, lot.winner)


@pytest.mark.rule("R-155")
@pytest.mark.parametrize(
    ("votes", "lots"),
    [
        pytest.param({"A": 100, "B": 90}, [Lot(("A", "B"), "A")], id="no tie at all"),
        pytest.param({"A": 100, "B": 100}, [Lot(("A", "B"), "A"), Lot(("A", "B"), "B")], id="one too many"),
    ],
)
def test_a_lot_that_decides_nothing_is_refused(votes: dict[str, int], lots: list[Lot]) -> None:
    with pytest.raises(LotNotNeeded) as refusal:
        shared_out(1, votes, tuple(lots))
    assert refusal.value == LotNotNeeded(lots[-1].lists, lots[-1].winner)


@pytest.mark.rule("R-154", "R-155")
def test_an_exhausted_list_takes_no_part_in_a_lot() -> None:
    """Four seats, three lists of 100; C has one place and has taken it: the fourth seat is between A and B alone."""
    outcome = shared_out(4, {"A": 100, "B": 100, "C": 100}, places={"C": 1})
    assert outcome == LotRequired("fana", ("A", "B"), 4, Fraction(100, 3), 100)


@pytest.mark.rule("R-224")
def test_ties_by_d_hondt_are_decided_in_the_same_way() -> None:
    """Three seats, A 200 and B 100: A 200; then 200/2 = 100/1, A first by votes, and B too has a seat."""
    assert order(shared_out(3, {"A": 200, "B": 100}, divisors=d_hondt())) == "A quotient, A more_votes, B more_votes"
    assert order(shared_out(2, {"A": 200, "B": 100}, divisors=d_hondt())) == "A quotient, A more_votes"
    assert shared_out(1, {"A": 9, "B": 9}, divisors=d_hondt()) == LotRequired("fana", ("A", "B"), 1, Fraction(9), 9)


@pytest.mark.rule("R-154")
def test_votes_in_a_tie_are_list_votes_and_not_ballots() -> None:
    """Two seats; ballots X 4, Y 7; Y's ballots give X one vote and X's give Y two: X 8 − 2 + 1 = 7, Y 14 − 1 + 2 = 15.

    Then 7/1.4 = 15/3 and Y has more list votes.
    """
    contest = a_contest(seats=2, lists=["X", "Y"])
    tally = a_tally(contest, {"X": 4, "Y": 7}, write_ins={"X": {"Y": 2}, "Y": {"X": 1}})
    settlement = finished(settle(contest, RULES_2002, tally))
    assert {each.code: each.list_votes for each in settlement.lists} == {"X": 7, "Y": 15}
    assert seats_won(settlement) == {"X": 0, "Y": 2}
