"""Two settlements side by side: W-1 with C as it is, and with C capped at two eligible candidates (R-165).

The freed seat goes to A: A 5 → 6, C 3 → 2. C7, the third of C's members, is not
eligible; A's next in order is elected.
"""

from dataclasses import replace

import pytest

from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.settlement_differences import differences
from tests.domain.worked_examples import w1_contest, w1_tally

RULES = replace(RULE_SETS[RuleSetName.VALGLOVEN_2002], writein_requires_eligible=False)
"""Names written in for those who are not eligible keep moving list votes, so that only the cap makes a difference."""


def settled(contest: Contest) -> Settlement:
    outcome = settle(contest, RULES, w1_tally(w1_contest()))
    assert isinstance(outcome, Settlement)
    return outcome


def capped(contest: Contest, eligible: frozenset[int]) -> Contest:
    """Only these of C's candidates are eligible."""
    lists = tuple(
        replace(
            each,
            candidates=tuple(replace(who, eligible=who.position in eligible) for who in each.candidates),
        )
        if each.code == "C"
        else each
        for each in contest.lists
    )
    return replace(contest, lists=lists)


def test_a_settlement_does_not_differ_from_itself() -> None:
    made = settled(w1_contest())
    assert not differences(made, made)


@pytest.mark.rule("R-163", "R-165")
def test_a_capped_list_loses_a_seat_and_the_change_names_list_and_persons() -> None:
    before, after = settled(w1_contest()), settled(capped(w1_contest(), frozenset({1, 2})))
    changed = differences(before, after)
    assert [(each.code, each.seats_before, each.seats_after) for each in changed.lists] == [("A", 5, 6), ("C", 3, 2)]
    lost = [(each.list_code, each.position) for each in changed.persons if each.before is Outcome.MEMBER]
    won = [each.list_code for each in changed.persons if each.after is Outcome.MEMBER]
    assert lost == [("C", 7)]
    assert won == ["A"]


def test_the_order_among_members_is_no_difference_and_among_deputies_it_is() -> None:
    """Swapping the numbers of two members changes nobody's place; a deputy who moves up has another place."""
    made = settled(w1_contest())
    of_a = made.lists[0].candidates
    members = [each for each in of_a if each.outcome is Outcome.MEMBER]
    deputies = [each for each in of_a if each.outcome is Outcome.DEPUTY]

    def renumbered(first: int, second: int) -> Settlement:
        numbers = {first: second, second: first}
        swapped = tuple(
            each._replace(number=next(of.number for of in of_a if of.position == numbers[each.position]))
            if each.position in numbers
            else each
            for each in of_a
        )
        return replace(made, lists=(replace(made.lists[0], candidates=swapped), *made.lists[1:]))

    assert not differences(made, renumbered(members[0].position, members[1].position))
    changed = differences(made, renumbered(deputies[0].position, deputies[1].position))
    assert {each.position for each in changed.persons} == {deputies[0].position, deputies[1].position}
