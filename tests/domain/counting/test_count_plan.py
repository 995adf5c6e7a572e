"""What is counted where: the limits 60, 30 and 100 are those of the act, and nothing crosses a district's border."""

from dataclasses import replace

import pytest

from app.elections.domain.categories import Category
from app.elections.domain.count_plan import (
    AdvancePlace,
    CountedBy,
    PlannedUnit,
    Starts,
    counted_by,
    plan_units,
    starts,
)
from app.elections.domain.election import Contest, PollingDistrict, RuleSetName
from tests.builders import a_contest


def contest(*electors: int | None) -> Contest:
    """A contest whose polling districts K1, K2 … have so many names in the roll."""
    districts = tuple(PollingDistrict(f"K{at}", f"Krets {at}", number) for at, number in enumerate(electors, 1))
    return replace(a_contest(15, ("A", "B")), polling_districts=districts)


def places(*votes: int) -> tuple[AdvancePlace, ...]:
    return tuple(AdvancePlace(f"F{at}", f"Sted {at}", number) for at, number in enumerate(votes, 1))


def told(units: tuple[PlannedUnit, ...], *categories: str) -> list[str]:
    """``FO F1`` · ``FO [F2 F3]`` – a unit with its place, or with the places counted together in it."""
    return [
        " ".join(filter(None, [each.category, each.place, f"[{' '.join(each.pooled)}]" if each.pooled else ""]))
        for each in units
        if each.category in categories
    ]


@pytest.mark.rule("R-134", "R-135")
@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((), ["FO", "FS"]),
        ((60, 200), ["FO F1", "FO F2", "FS"]),
        ((59, 200), ["FO F2", "FS [F1]"]),
        ((59, 1, 200), ["FO F3", "FO [F1 F2]", "FS"]),
        ((20, 20), ["FS [F1 F2]"]),
    ],
    ids=[
        "without places all is counted together",
        "sixty is enough",
        "59 wait for the late count",
        "59 and 1 are sixty together",
        "forty in all wait for the late count",
    ],
)
def test_advance_places_with_sixty_votes_are_counted_apart(votes: tuple[int, ...], expected: list[str]) -> None:
    assert told(plan_units(contest(), places(*votes), routed=False), "FO", "FS") == expected


@pytest.mark.rule("R-136", "R-137")
@pytest.mark.parametrize(
    ("electors", "expected"),
    [
        ((), ["VO"]),
        ((100, 2000), ["VO K1", "VO K2"]),
        ((99, 60, 2000), ["VO [K1 K2]", "VO K3"]),
        ((99, 300, 2000), ["VO [K1 K2]", "VO K3"]),
        ((99,), ["VO [K1]"]),
        ((None, 2000), ["VO [K1 K2]"]),
        ((None, 100, 2000), ["VO [K1 K2]", "VO K3"]),
    ],
    ids=[
        "without polling districts all is counted together",
        "a hundred names are enough",
        "two small ones have 159 names together",
        "one of 99 takes the smallest other along",
        "there is no other",
        "nobody knows how many: with the only other",
        "nobody knows how many: with the smallest other",
    ],
)
def test_polling_districts_with_a_hundred_names_are_counted_apart(
    electors: tuple[int | None, ...], expected: list[str]
) -> None:
    assert told(plan_units(contest(*electors), (), routed=False), "VO") == expected


@pytest.mark.rule("R-107", "R-133")
def test_ballots_from_other_districts_have_a_unit_only_where_ballots_are_handed_over() -> None:
    apart = [each.category for each in plan_units(contest(), (), routed=True)]
    assert apart == [Category.FO, Category.FS, Category.BF, Category.VO, Category.VS, Category.VB]
    assert Category.BF not in [each.category for each in plan_units(contest(), (), routed=False)]


@pytest.mark.rule("R-132")
def test_the_polling_place_counts_its_own_urn_first_under_the_act_of_2023_only() -> None:
    assert counted_by(RuleSetName.VALGLOVEN_2023, 1, Category.VO) is CountedBy.POLLING_PLACE
    assert counted_by(RuleSetName.VALGLOVEN_2002, 1, Category.VO) is CountedBy.BOARD
    assert counted_by(RuleSetName.VALGLOVEN_2023, 2, Category.VO) is CountedBy.BOARD
    assert counted_by(RuleSetName.VALGLOVEN_2023, 1, Category.FO) is CountedBy.BOARD


@pytest.mark.rule("R-135")
def test_the_late_count_waits_for_all_that_can_arrive() -> None:
    assert [starts(1, each) for each in (Category.FO, Category.FS, Category.VO, Category.VS)] == [
        Starts.DAY_BEFORE,
        Starts.ALL_ARRIVED,
        Starts.POLLS_CLOSED,
        Starts.VOTES_APPROVED,
    ]
    assert starts(2, Category.FO) is Starts.FIRST_COUNTED
