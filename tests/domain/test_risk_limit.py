"""The audit by sample, against figures worked out by hand.

Three seats, 100 papers: A 60, B 40. List votes 180 and 120, seats A 2 and B 1. A's last seat was at divisor 3 (60),
B's at 7/5 (85.71…); A's next would be at 5 (36), B's at 3 (40).

A before B: c = 3/(2·3) = 1/2. A paper of A: 1/2·(3/3) + 1/2 = 1; of B: 1/2·(0 − 3/3) + 1/2 = 0; a blank one 1/2.
Upper = 1/2 + 3/(2·3) = 1. Mean as counted 0.6·1 + 0.4·0 = 3/5, so the margin is 1/5. A paper found as counted is worth
1/(2 − 1/5) = 5/9, and the wager grows by 1 + 9/5·(5/9 − 1/2) = 11/10.
"""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from app.councils.domain.divisors import modified_sainte_lague
from app.elections.domain.election import RuleSetName
from app.elections.domain.risk_limit import (
    Assertion,
    Comparison,
    PaperVotes,
    RiskLimitImpossible,
    assertions,
    audit_status,
    comparison_figure,
    measured_risk,
    papers_needed,
)
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from tests.builders import a_contest, a_tally

SEATS, PAPERS = 3, 100
A, B, BLANK = {"A": 3}, {"B": 3}, dict[str, int]()
A_BEFORE_B = Assertion("A", Fraction(3), "B", Fraction(3))
B_BEFORE_A = Assertion("B", Fraction(7, 5), "A", Fraction(5))
MARGIN = Fraction(1, 5)
LIMIT = Fraction(1, 20)


def settled(a: int = 60, b: int = 40) -> Settlement:
    contest = a_contest(SEATS, ["A", "B"], code="fana")
    made = settle(contest, RULE_SETS[RuleSetName.VALGLOVEN_2002], a_tally(contest, {"A": a, "B": b}), ())
    assert isinstance(made, Settlement)
    return made


def matching(*papers: tuple[PaperVotes, int]) -> list[Comparison]:
    return [Comparison(votes, votes) for votes, times in papers for _time in range(times)]


@pytest.mark.rule("R-152")
def test_each_list_with_seats_holds_its_last_seat_against_every_other_lists_next_quotient() -> None:
    assert assertions(settled(), modified_sainte_lague()) == (A_BEFORE_B, B_BEFORE_A)


@pytest.mark.rule("R-165")
def test_a_list_with_nobody_left_is_nobodys_rival() -> None:
    assert assertions(settled(), modified_sainte_lague(), exhausted=["B"]) == (B_BEFORE_A,)


@pytest.mark.parametrize(
    ("votes", "figure"), [(A, 1), (B, 0), (BLANK, Fraction(1, 2)), ({"A": 2, "B": 1}, Fraction(2, 3))]
)
def test_a_paper_is_worth_what_it_says_of_the_two_lists(votes: PaperVotes, figure: Fraction) -> None:
    """Two votes for A and one for B: 1/2·(2/3 − 1/3) + 1/2 = 2/3."""
    assert A_BEFORE_B.figure(votes, SEATS) == figure


def test_margins_follow_from_the_list_votes() -> None:
    """B before A: (5/3)·(120·5/7 − 180/5)/100 = (5/3)·(348/7)/100 = 29/35."""
    votes = {"A": 180, "B": 120}

    assert A_BEFORE_B.margin(votes, SEATS, PAPERS) == MARGIN
    assert B_BEFORE_A.margin(votes, SEATS, PAPERS) == Fraction(29, 35)
    assert B_BEFORE_A.upper == Fraction(16, 7)


@pytest.mark.parametrize(
    ("counted", "found", "worth"),
    [
        (A, A, Fraction(5, 9)),
        (B, B, Fraction(5, 9)),
        (A, BLANK, Fraction(5, 18)),
        (A, B, Fraction(0)),
        (A, None, Fraction(0)),
        (B, None, Fraction(5, 9)),
        (B, A, Fraction(10, 9)),
    ],
)
def test_a_compared_paper_is_worth_less_when_it_was_counted_for_too_much(
    counted: PaperVotes, found: PaperVotes | None, worth: Fraction
) -> None:
    """A found blank: overstated by 1/2, so (1/2)/(9/5) = 5/18. A paper of B that is gone can have been no worse."""
    assert comparison_figure(A_BEFORE_B, MARGIN, Comparison(counted, found), SEATS) == worth


def test_thirty_two_matching_papers_meet_a_limit_of_five_per_cent_and_thirty_one_do_not() -> None:
    """1.1^31 = 19.19…, 1.1^32 = 21.11…; 20 is wanted."""
    assert papers_needed(A_BEFORE_B, MARGIN, LIMIT) == 32
    assert measured_risk(A_BEFORE_B, MARGIN, matching((A, 31)), SEATS) == Fraction(10, 11) ** 31
    status = audit_status(settled(), [A_BEFORE_B], matching((A, 20), (B, 12)), papers=PAPERS, risk_limit=LIMIT)
    assert status.is_met
    assert (status.compared, status.differences) == (32, 0)


def test_one_paper_of_the_other_list_costs_nine_tenths() -> None:
    """1.1^31 · 1/10 = 1.919…: far from 20."""
    sample = [*matching((A, 31)), Comparison(A, B)]
    status = audit_status(settled(), [A_BEFORE_B], sample, papers=PAPERS, risk_limit=LIMIT)

    assert status.assertions[0].risk == Fraction(10, 11) ** 31 * 10
    assert not status.is_met
    assert status.differences == 1


def test_every_assertion_must_be_met() -> None:
    """In 12 papers B's last seat is certain enough (1571/1310 each: 1.199^17 = 21.9), A's is not."""
    asserted = assertions(settled(), modified_sainte_lague())
    status = audit_status(settled(), asserted, matching((A, 17)), papers=PAPERS, risk_limit=LIMIT)

    assert [each.met for each in status.assertions] == [False, True]
    assert not status.is_met


def test_equal_quotients_cannot_be_confirmed_by_any_sample() -> None:
    assert papers_needed(A_BEFORE_B, Fraction(0), LIMIT) is None
    assert measured_risk(A_BEFORE_B, Fraction(0), matching((A, 1000)), SEATS) == 1


@pytest.mark.parametrize("wrong_papers", [10, 11, 20])
def test_where_the_count_is_wrong_the_wager_is_not_expected_to_grow(wrong_papers: int) -> None:
    """Counted 60–40, but ten or more of A's are B's: 50–50 at best. Ten: 0.9·11/10 + 0.1·1/10 = 1 exactly."""
    papers: Sequence[Comparison] = [
        *matching((A, 60 - wrong_papers), (B, 40)),
        *[Comparison(A, B)] * wrong_papers,
    ]
    factors = [1 / measured_one(each) for each in papers]

    assert sum(factors, Fraction(0)) / PAPERS <= 1
    if wrong_papers == 10:
        assert sum(factors, Fraction(0)) / PAPERS == 1


def measured_one(comparison: Comparison) -> Fraction:
    """One over what the wager becomes by this paper alone, whether it grows or shrinks."""
    figure = comparison_figure(A_BEFORE_B, MARGIN, comparison, SEATS)
    return 1 / (1 + Fraction(9, 5) * (figure - Fraction(1, 2)))


@pytest.mark.parametrize("limit", [Fraction(0), Fraction(1), Fraction(-1, 20), Fraction(20)])
def test_a_risk_limit_lies_between_nothing_and_certainty(limit: Fraction) -> None:
    with pytest.raises(RiskLimitImpossible):
        audit_status(settled(), [A_BEFORE_B], [], papers=PAPERS, risk_limit=limit)


def test_nothing_compared_confirms_nothing() -> None:
    asserted = assertions(settled(), modified_sainte_lague())
    status = audit_status(settled(), asserted, [], papers=PAPERS, risk_limit=LIMIT)

    assert [each.risk for each in status.assertions] == [1, 1]
    assert not status.is_met
