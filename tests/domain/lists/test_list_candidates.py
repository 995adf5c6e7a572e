"""Candidates: their number, order, bonus, and what is said of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.elections.domain.list_candidates import is_same_person, most_candidates, most_with_bonus
from app.elections.domain.list_findings import Check
from app.elections.domain.list_proposal import BonusEvenSize, ListSettings, ProposerKind
from app.elections.domain.list_review import review
from tests.domain.lists.proposals import a_proposal, candidate, candidates, checked, rules, voters


@pytest.mark.rule("R-55")
@pytest.mark.parametrize(
    ("seats", "number", "expected"),
    [
        (15, 6, [Check.TOO_FEW_CANDIDATES]),
        (15, 7, []),
        (15, 21, []),
        (15, 22, [Check.TOO_MANY_CANDIDATES]),
        (3, 7, []),
        (3, 9, []),
        (3, 10, [Check.TOO_MANY_CANDIDATES]),
        (7, 13, []),
        (7, 14, [Check.TOO_MANY_CANDIDATES]),
        (17, 23, []),
        (17, 24, [Check.TOO_MANY_CANDIDATES]),
    ],
)
def test_a_list_has_seven_candidates_to_six_more_than_the_seats(seats: int, number: int, expected: list[Check]) -> None:
    """15 seats: 7 to 21. The minimum of 7 holds for 3 seats too: 7 to 9."""
    assert checked(a_proposal(names=candidates(number)), by=rules(seats)) == expected
    assert most_candidates(seats) == seats + 6


@pytest.mark.rule("R-52")
@pytest.mark.parametrize(
    ("places", "expected", "facts"),
    [
        ([1, 2, 3, 4, 5, 6, 7], [], []),
        ([1, 2, 4, 5, 6, 7, 8], [Check.GAP_IN_ORDER], ["3"]),
        ([2, 3, 4, 5, 6, 7, 8], [Check.GAP_IN_ORDER], ["1"]),
        ([1, 2, 3, 3, 5, 6, 7], [Check.GAP_IN_ORDER, Check.PLACE_TWICE], ["4", "3"]),
        ([1, 1, 2, 3, 4, 5, 6], [Check.PLACE_TWICE], ["1"]),
    ],
)
def test_candidates_are_ranked_without_gaps(places: list[int], expected: list[Check], facts: list[str]) -> None:
    names = [candidate(n, f"Navn{at} Fana") for at, n in enumerate(places)]
    found = review(a_proposal(names=names), [], rules())
    assert [each.check for each in found] == expected
    assert [each.fact("places") for each in found] == facts


@pytest.mark.rule("R-56")
@pytest.mark.parametrize(
    ("seats", "most"), [(3, 0), (10, 0), (11, 4), (15, 4), (23, 4), (24, 4), (25, 6), (53, 6), (54, 6), (55, 10)]
)
def test_the_bonus_is_for_as_many_as_the_councils_size_allows(seats: int, most: int) -> None:
    assert most_with_bonus(rules(seats)) == most
    assert Check.BONUS_TOO_MANY not in checked(a_proposal(names=candidates(14, most)), by=rules(seats))
    assert Check.BONUS_TOO_MANY in checked(a_proposal(names=candidates(14, most + 1)), by=rules(seats))


@pytest.mark.rule("R-56")
def test_the_settings_decide_for_small_councils_and_for_24_and_54_seats() -> None:
    settings = ListSettings(bonus_max_small=2, bonus_even_size=BonusEvenSize.UPPER)
    sizes = (7, 15, 24, 25, 54)
    assert [most_with_bonus(rules(seats, settings=settings)) for seats in sizes] == [2, 4, 6, 6, 10]


@pytest.mark.rule("R-56")
@pytest.mark.parametrize(
    ("bold", "whole"),
    [([], True), ([1], True), ([1, 2, 3, 4], True), ([2], False), ([1, 3], False), ([1, 2, 4], False)],
)
def test_bonus_candidates_stand_together_from_the_top(bold: list[int], whole: bool) -> None:
    names = [replace(each, bonus=each.position in bold) for each in candidates()]
    assert checked(a_proposal(names=names)) == ([] if whole else [Check.BONUS_NOT_FROM_TOP])


@pytest.mark.rule("R-54")
@pytest.mark.parametrize("what", ["profession", "residence", "group"])
def test_what_is_said_of_one_is_said_of_all(what: str) -> None:
    """On a joint list, where also the group may be said. Three of seven have it: 4, 5, 6 and 7 lack it."""
    some = [candidate(n, **{what: "noe" if n < 4 else " "}) for n in range(1, 8)]
    every = [candidate(n, **{what: "noe"}) for n in range(1, 8)]
    joint = a_proposal("Fana og Ytrebygda", kind=ProposerKind.JOINT, signers=voters(15))
    [finding] = review(replace(joint, candidates=tuple(some)), [], rules())
    assert (finding.check, finding.fact("what"), finding.fact("places")) == (Check.PARTLY_GIVEN, what, "4, 5, 6, 7")
    assert checked(replace(joint, candidates=tuple(every))) == []


@pytest.mark.rule("R-54")
def test_a_group_is_said_on_joint_lists_only() -> None:
    assert checked(a_proposal(names=candidates(group="Venstre"))) == [Check.GROUP_NOT_JOINT]


@pytest.mark.rule("R-54")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"first_name": ""}, Check.NAME_MISSING),
        ({"last_name": " "}, Check.NAME_MISSING),
        ({"birth_year": None}, Check.BIRTH_YEAR_MISSING),
    ],
)
def test_first_name_last_name_and_year_of_birth_must_be_there(given: dict[str, Any], expected: Check) -> None:
    names = (candidate(1, **given), *candidates()[1:])
    assert checked(a_proposal(names=names)) == [expected]


@pytest.mark.rule("R-54")
def test_two_of_one_name_are_told_apart_by_profession_or_residence() -> None:
    """Kari Lie born 1980 and Kari Lie born 1990 are two; only their residence tells voters which is which."""
    first = candidate(1, "Kari Lie", residence="Hop")
    second = candidate(2, "Kari Lie", residence="Hop", birth_year=1990, birth_date=date(1990, 5, 1))
    rest = candidates(residence="Paradis")[2:]
    assert checked(a_proposal(names=(first, second, *rest))) == [Check.NOT_TOLD_APART]
    assert checked(a_proposal(names=(first, replace(second, residence="Skjold"), *rest))) == []


@pytest.mark.rule("R-55")
def test_nobody_stands_twice_on_one_list() -> None:
    twice = replace(candidate(1, "Kåre Lie"), position=2, first_name="KARE")
    assert checked(a_proposal(names=(candidate(1, "Kåre Lie"), twice, *candidates()[2:]))) == [Check.LISTED_TWICE]


def test_birth_dates_tell_who_is_who_then_years_and_else_nobody_knows() -> None:
    one = candidate(1, "Kari Lie")
    assert is_same_person(one, replace(one, birth_date=date(1980, 3, 3))) is False
    assert is_same_person(one, replace(one, birth_date=None)) is True
    assert is_same_person(one, replace(one, birth_date=None, birth_year=None)) is None
    assert is_same_person(one, replace(one, first_name="Mari")) is False
