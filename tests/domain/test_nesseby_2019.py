"""A whole official result: the council election in Unjárga-Nesseby, 9 September 2019."""

import pytest

from app.elections.domain.candidates import Outcome
from app.elections.domain.settlement import Settlement, settle
from tests.builders import RULES_2002
from tests.domain.nesseby_2019 import (
    BALLOTS,
    BONUS_CANDIDATES,
    DEPUTIES,
    LIST_VOTES,
    MEMBERS,
    RANKED,
    SEAT_ORDER,
    SEATS_WON,
    nesseby_contest,
    nesseby_tally,
)
from tests.domain.outcomes import finished, list_result, list_votes, positions, seat_order, seats_won


@pytest.fixture(scope="module")
def settlement() -> Settlement:
    return finished(settle(nesseby_contest(), RULES_2002, nesseby_tally()))


@pytest.mark.rule("R-150", "R-152", "R-156")
def test_list_votes_seats_and_quotients_are_those_of_the_record(settlement: Settlement) -> None:
    assert list_votes(settlement) == LIST_VOTES
    assert seats_won(settlement) == SEATS_WON
    assert seat_order(settlement) == SEAT_ORDER


@pytest.mark.rule("R-160", "R-161", "R-162", "R-164")
@pytest.mark.parametrize("code", list(BALLOTS))
def test_members_deputies_and_ranks_are_those_of_the_record(settlement: Settlement, code: str) -> None:
    result = list_result(settlement, code)
    ranked = sorted(result.candidates, key=lambda each: each.rank or 0)
    assert positions(result, Outcome.MEMBER) == MEMBERS[code]
    assert positions(result, Outcome.DEPUTY) == DEPUTIES[code]
    assert [each.position for each in ranked] == RANKED[code]


@pytest.mark.rule("R-161")
def test_bonuses_are_quarters_of_the_ballots(settlement: Settlement) -> None:
    """The record prints 13.25 for the first of L01 (53 ballots) and 67.25 for the two of L04 (269 ballots)."""
    for code, number in BONUS_CANDIDATES.items():
        bonuses = [each.bonus_quarters for each in list_result(settlement, code).candidates]
        assert bonuses == [BALLOTS[code]] * number + [0] * (len(bonuses) - number)


@pytest.mark.rule("R-162")
def test_equal_candidates_stand_in_list_order(settlement: Settlement) -> None:
    """In L06 candidates 3, 5 and 6 have 7 personal votes each; the fifth deputy is 5, so 6 is left out."""
    candidates = list_result(settlement, "L06").candidates
    assert [candidates[position - 1].score_quarters for position in (3, 5, 6)] == [28, 28, 28]
    assert candidates[4].tied_with == (3, 6)
    assert (candidates[4].outcome, candidates[5].outcome) == (Outcome.DEPUTY, Outcome.NONE)
