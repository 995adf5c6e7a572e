"""The ranks of a settlement put back on names: members, deputies and those after them (R-162 to R-165)."""

import pytest

from app.elections.domain.elected import ElectedList, Ranked, elected_of
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from tests.domain.worked_examples import w1_contest, w1_tally


def elected_in_w1(contest: Contest) -> dict[str, ElectedList]:
    outcome = settle(contest, RULE_SETS[RuleSetName.VALGLOVEN_2002], w1_tally(contest))
    assert isinstance(outcome, Settlement)
    return {each.code: each for each in elected_of(contest, outcome).lists}


def positions(ranked: tuple[Ranked, ...]) -> list[int]:
    return [each.candidacy.position for each in ranked]


@pytest.mark.rule("R-164")
def test_each_list_with_seats_has_its_members_and_three_deputies_more() -> None:
    """W-1: 15 seats, A 5, B 5, C 3, D 2."""
    lists = elected_in_w1(w1_contest())
    assert {code: len(each.members) for code, each in lists.items()} == {"A": 5, "B": 5, "C": 3, "D": 2}
    assert all(len(each.deputies) <= len(each.members) + 3 for each in lists.values())
    assert all(
        [ranked.rank for ranked in each.ranked] == list(range(1, len(each.ranked) + 1)) for each in lists.values()
    )
    assert str(lists["A"].members[0].candidacy).startswith(f"{w1_contest().code}:A:")


@pytest.mark.rule("R-163")
def test_one_who_is_not_eligible_is_nowhere() -> None:
    """Number 6 on list C cannot be elected, and is neither member nor deputy nor next."""
    contest = w1_contest()
    of_c = next(each for each in contest.lists if each.code == "C")
    assert [each.position for each in of_c.candidates if not each.eligible] == [6]
    assert 6 not in positions(elected_in_w1(contest)["C"].ranked)
