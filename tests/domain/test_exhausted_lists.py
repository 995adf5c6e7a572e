"""Lists that win more seats than they have eligible candidates."""

from fractions import Fraction

import pytest

from app.councils.domain.seats import Quotient
from app.elections.domain.candidates import Outcome
from app.elections.domain.settlement import Settlement, settle
from tests.builders import RULES_2002, a_contest, a_list, a_tally
from tests.domain.outcomes import finished, list_result, positions, seat_order, seats_won


def settled(seats: int, ballots: dict[str, int], candidates: dict[str, int]) -> Settlement:
    contest = a_contest(seats, [a_list(code, number) for code, number in candidates.items()])
    return finished(settle(contest, RULES_2002, a_tally(contest, ballots)))


@pytest.mark.rule("R-165")
def test_surplus_seats_go_to_the_other_lists_by_the_same_quotients() -> None:
    """Five seats; ballots A 100, B 20, C 10, so 500, 100 and 50 list votes; A has two candidates.

    The five highest are A 500/1.4, A 500/3, A 500/5, A 500/7 and B 100/1.4 (as high as 500/7, with fewer votes). A can
    fill two of its four, so two seats go on to the next of the others: C 50/1.4 = 35.71 and B 100/3 = 33.33. A's
    500/9 = 55.56 stands before these, but it is not among the five: A is out of the count.
    """
    settlement = settled(5, {"A": 100, "B": 20, "C": 10}, {"A": 2, "B": 7, "C": 7})
    assert seats_won(settlement) == {"A": 2, "B": 2, "C": 1}
    assert seat_order(settlement) == "1 A 357.142857 · 2 A 166.666667 · 3 B 71.428571 · 4 C 35.714286 · 5 B 33.333333"
    assert settlement.passed_over == (Quotient("A", 500, Fraction(5)), Quotient("A", 500, Fraction(7)))


@pytest.mark.rule("R-165")
def test_the_surplus_of_a_list_may_exhaust_another() -> None:
    """Four seats; list votes A 400, B 40, C 4; A and B have one candidate each.

    A's four quotients down to 400/7 = 57.14 are the highest, so three seats go on. Of these B would take all with
    40/1.4, 40/3 and 40/5; it fills one, and the two that are left go to C with 4/1.4 and 4/3.
    """
    settlement = settled(4, {"A": 100, "B": 10, "C": 1}, {"A": 1, "B": 1, "C": 7})
    assert seats_won(settlement) == {"A": 1, "B": 1, "C": 2}
    assert [(each.list_code, int(each.divisor)) for each in settlement.passed_over] == [
        ("A", 3),
        ("A", 5),
        ("A", 7),
        ("B", 3),
        ("B", 5),
    ]


@pytest.mark.rule("R-163", "R-165")
def test_ineligible_and_dead_candidates_fill_no_seat() -> None:
    """Three seats; A wins all by votes, but only one of its seven candidates can be elected."""
    contest = a_contest(3, [a_list("A", 7, ineligible=range(2, 8)), "B"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 1000, "B": 1})))
    assert seats_won(settlement) == {"A": 1, "B": 2}
    assert positions(list_result(settlement, "A"), Outcome.MEMBER) == [1]
    assert positions(list_result(settlement, "A"), Outcome.DEPUTY) == []


@pytest.mark.rule("R-165")
def test_a_list_without_eligible_candidates_wins_nothing() -> None:
    contest = a_contest(3, [a_list("A", 2, ineligible=[1, 2]), "B"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 1000, "B": 1})))
    assert seats_won(settlement) == {"A": 0, "B": 3}
    assert len(settlement.passed_over) == 3


@pytest.mark.rule("R-165")
def test_seats_that_nobody_can_take_are_unfilled() -> None:
    """Five seats, four candidates in all; list votes A 250, B 75.

    The five highest are A 178.57, A 83.33, B 53.57, A 250/5 = 50 and A 250/7 = 35.71; A fills two of its four. Of the
    two seats that go on, B takes one with 75/3 = 25; its 75/5 = 15 would have taken the other.
    """
    settlement = settled(5, {"A": 50, "B": 15}, {"A": 2, "B": 2})
    assert seats_won(settlement) == {"A": 2, "B": 2}
    assert settlement.unfilled_seats == 1
    assert settlement.next_in_line == ()
    assert len(settlement.seat_order) == 4
    assert settlement.passed_over == (
        Quotient("A", 250, Fraction(5)),
        Quotient("A", 250, Fraction(7)),
        Quotient("B", 75, Fraction(5)),
    )


@pytest.mark.rule("R-165")
def test_nothing_is_passed_over_when_there_are_candidates_enough() -> None:
    settlement = settled(3, {"A": 100, "B": 1}, {"A": 3, "B": 1})
    assert seats_won(settlement) == {"A": 3, "B": 0}
    assert settlement.passed_over == ()
    assert settlement.next_in_line == (Quotient("B", 3, Fraction(7, 5)),)


@pytest.mark.rule("R-150", "R-152")
def test_a_list_without_ballots_can_win_a_seat_by_write_ins() -> None:
    """Five seats; 20 ballots of A, each with a name from B: A 100 − 20 = 80, B 20. The fourth is B's: 20/1.4 = 14.29,
    after 80/1.4, 80/3 and 80/5 = 16, before 80/7 = 11.43, which takes the fifth.
    """
    contest = a_contest(5, ["A", "B"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 20}, write_ins={"A": {"B": 20}})))
    assert seat_order(settlement).split(" · ")[3:] == ["4 B 14.285714", "5 A 11.428571"]
    assert list_result(settlement, "B").candidates[0].write_ins == 20
