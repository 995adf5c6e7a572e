"""The candidates of one list in the order they are elected."""

from collections.abc import Sequence

import pytest

from app.elections.domain.candidates import (
    CandidateResult,
    Outcome,
    bonus_quarters,
    outcome_of,
    rank_candidates,
    score_quarters,
)
from app.elections.domain.election import CandidateList
from tests.builders import RULES_2002, a_list, filled


def ranked(
    candidate_list: CandidateList, seats: int, marks: Sequence[int] = (), ballots: int = 100
) -> tuple[CandidateResult, ...]:
    length = len(candidate_list.candidates)
    return rank_candidates(
        candidate_list.candidates, ballots, filled(marks, length), [0] * length, seats=seats, rules=RULES_2002
    )


def by_number(results: Sequence[CandidateResult], outcome: Outcome) -> list[int]:
    chosen = [each for each in results if each.outcome is outcome]
    return [each.position for each in sorted(chosen, key=lambda each: each.number or 0)]


@pytest.mark.rule("R-160")
def test_score_adds_marks_write_ins_and_bonus_in_quarters() -> None:
    """W-2, C1: 612 marks, 108 write-ins and a bonus of 370.25 are 1090.25 votes, 4361 quarters."""
    assert score_quarters(612, 108, 1481) == 4361


@pytest.mark.rule("R-161")
@pytest.mark.parametrize(("ballots", "quarters"), [(0, 0), (1, 1), (1481, 1481), (7987, 7987)])
def test_bonus_is_a_quarter_of_the_ballots_and_never_rounded(ballots: int, quarters: int) -> None:
    """7987 ballots give 1996.75 votes, as printed for Senterpartiet in Bergen in 2019."""
    assert bonus_quarters(ballots, RULES_2002) == quarters


@pytest.mark.rule("R-161")
def test_a_quarter_of_a_vote_decides() -> None:
    """101 ballots: the bonus is 25.25, a quarter vote more than 25 marks, less than 26."""
    assert by_number(ranked(a_list("A", 7, bonus=1), 1, marks=[0, 25], ballots=101), Outcome.MEMBER) == [1]
    assert by_number(ranked(a_list("A", 7, bonus=1), 1, marks=[0, 26], ballots=101), Outcome.MEMBER) == [2]


@pytest.mark.rule("R-160")
def test_a_single_personal_vote_lifts_a_candidate_to_the_top() -> None:
    """R-160: no threshold, however many ballots."""
    assert by_number(ranked(a_list("A", 7), 1, marks=[0, 0, 0, 0, 0, 0, 1], ballots=10_000), Outcome.MEMBER) == [7]


@pytest.mark.rule("R-162")
def test_without_personal_votes_the_list_order_stands() -> None:
    results = ranked(a_list("A", 7), 2)
    assert [each.rank for each in results] == [1, 2, 3, 4, 5, 6, 7]
    assert results[0].tied_with == (2, 3, 4, 5, 6, 7)


@pytest.mark.rule("R-162")
def test_equal_scores_are_decided_by_list_order_also_for_the_last_seat() -> None:
    """Candidates 2 and 5 have 9 marks each; there is one seat."""
    results = ranked(a_list("A", 7), 1, marks=[0, 9, 0, 0, 9])
    assert by_number(results, Outcome.MEMBER) == [2]
    assert by_number(results, Outcome.DEPUTY) == [5, 1, 3, 4]
    assert results[1].tied_with == (5,)


@pytest.mark.rule("R-163")
def test_a_candidate_who_is_ineligible_or_dead_is_skipped() -> None:
    """R-163: the dead are entered as ineligible. Most marks of all, and yet the next moves up."""
    results = ranked(a_list("A", 7, bonus=1, ineligible=[1]), 1, marks=[50, 9])
    assert by_number(results, Outcome.MEMBER) == [2]
    assert by_number(results, Outcome.DEPUTY) == [3, 4, 5, 6]
    assert results[0] == CandidateResult(1, 100, 50, 0, 300, None, Outcome.INELIGIBLE, None, ())


@pytest.mark.rule("R-163")
def test_an_ineligible_candidate_ties_with_nobody() -> None:
    results = ranked(a_list("A", 3, ineligible=[1]), 1)
    assert [each.tied_with for each in results] == [(), (3,), (2,)]


@pytest.mark.rule("R-164")
@pytest.mark.parametrize(
    ("seats", "candidates", "deputies"),
    [
        pytest.param(1, 12, 4, id="one seat and three more"),
        pytest.param(4, 12, 7, id="four seats and three more"),
        pytest.param(5, 12, 7, id="as far as there are candidates left"),
        pytest.param(7, 7, 0, id="all are members"),
        pytest.param(0, 12, 0, id="no seat, no deputies"),
    ],
)
def test_deputies_are_the_seats_and_three_more_as_far_as_possible(seats: int, candidates: int, deputies: int) -> None:
    results = ranked(a_list("A", candidates), seats)
    assert by_number(results, Outcome.MEMBER) == list(range(1, seats + 1))
    assert by_number(results, Outcome.DEPUTY) == list(range(seats + 1, seats + deputies + 1))


@pytest.mark.rule("R-164")
@pytest.mark.parametrize(
    ("rank", "outcome"),
    [
        (None, (Outcome.INELIGIBLE, None)),
        (1, (Outcome.MEMBER, 1)),
        (3, (Outcome.MEMBER, 3)),
        (4, (Outcome.DEPUTY, 1)),
        (9, (Outcome.DEPUTY, 6)),
        (10, (Outcome.NONE, None)),
    ],
)
def test_what_each_rank_gives_on_a_list_with_three_seats(rank: int | None, outcome: tuple[Outcome, int | None]) -> None:
    assert outcome_of(rank, 3, RULES_2002) == outcome
