"""The smallest change of names that makes a composition lawful, compared with trying every change there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import short_gender
from app.councils.domain.swap_finder import Placed, SwapsFound, find_swaps

pytestmark = pytest.mark.rule("R-226", "R-229")


def composition(**groups: str) -> tuple[list[Placed], list[Placed]]:
    """``A="MM|K"``: group A has two men as members, and a woman waiting."""
    members: list[Placed] = []
    waiting: list[Placed] = []
    person_id = 0
    for group, letters in groups.items():
        seated = letters.split("|")[0]
        for place, letter in enumerate(letters.replace("|", ""), start=1):
            person_id += 1
            gender = Gender.FEMALE if letter == "K" else Gender.MALE
            named = Placed(person_id, f"{group}{place}", gender, group, place)
            (members if place <= len(seated) else waiting).append(named)
    return members, waiting


def swaps(found: SwapsFound) -> list[tuple[str, str]]:
    return [(swap.leaves.name, swap.enters.name) for swap in found.swaps]


def test_a_lawful_composition_is_left_alone() -> None:
    members, waiting = composition(A="KM|K", B="MK|M")
    assert find_swaps(members, waiting) == SwapsFound((), tuple(members), None, 0)


def test_one_swap_where_one_is_lacking() -> None:
    """Five members, one woman; two are needed. A's last man gives way to the woman next in line."""
    found = find_swaps(*composition(A="KMM|K", B="MM|M"))
    assert swaps(found) == [("A3", "A4")]
    assert [each.name for each in found.composition] == ["A1", "A2", "A4", "B1", "B2"]
    assert (found.short, found.lacking) == (None, 0)


def test_the_shortest_way_is_taken_whichever_group_it_is_in() -> None:
    """Four men. A's woman stands three places below its last man, B's and C's one place: B and C change."""
    found = find_swaps(*composition(A="MM|MMK", B="M|K", C="M|K"))
    assert swaps(found) == [("B1", "B2"), ("C1", "C2")]


def test_the_group_named_first_changes_where_the_way_is_equal() -> None:
    found = find_swaps(*composition(A="MM|K", B="KM|K"))
    assert swaps(found) == [("A2", "A3")]


def test_a_group_keeps_its_seats() -> None:
    """Only B has a woman waiting, and B has one seat: one swap is found, and one woman is still lacking."""
    found = find_swaps(*composition(A="MMM|M", B="M|KK"))
    assert swaps(found) == [("B1", "B2")]
    assert (found.short, found.lacking) == (Gender.FEMALE, 1)


@given(
    groups=st.lists(
        st.tuples(st.text("KM", min_size=1, max_size=4), st.text("KM", max_size=3)), min_size=1, max_size=3
    ),
)
@settings(derandomize=True, max_examples=150, deadline=None)
def test_no_smaller_change_of_names_makes_it_lawful(groups: list[tuple[str, str]]) -> None:
    """Every set of members with the same seats for each group is tried.

    The one that keeps most names wins; among those, the one whose places in their groups add up to least.
    """
    members, waiting = composition(**{f"g{n}": f"{seated}|{rest}" for n, (seated, rest) in enumerate(groups)})
    found = find_swaps(members, waiting)
    now = {each.person_id for each in members}
    lawful = [
        (len(now - {each.person_id for each in chosen}), sum(each.place for each in chosen))
        for chosen in combinations([*members, *waiting], len(members))
        if sorted(each.group for each in chosen) == sorted(each.group for each in members)
        and short_gender([each.gender for each in chosen]) is None
    ]
    assert (found.lacking == 0) == bool(lawful)
    if lawful:
        assert (len(found.swaps), sum(each.place for each in found.composition)) == min(lawful)
        assert short_gender([each.gender for each in found.composition]) is None
    assert sorted(each.group for each in found.composition) == sorted(each.group for each in members)
