"""Forty per cent of each sex: the numbers of the rule book, and the worked example W-4."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import (
    Listed,
    Picked,
    minimum_of_each,
    pick,
    pick_members_and_deputies,
    short_sex,
)

SEXES = {"K": Gender.FEMALE, "M": Gender.MALE}


def a_list(sexes: str) -> list[Listed]:
    """``"MMK"``: two men, then a woman."""
    return [Listed(place, f"no. {place}", SEXES[sex]) for place, sex in enumerate(sexes.replace(" ", ""), start=1)]


def places(picked: Picked) -> list[int]:
    return [each.place for each in picked.names]


def steps(picked: Picked) -> list[tuple[int, int]]:
    return [(swap.leaves.place, swap.enters.place) for swap in picked.swaps]


@pytest.mark.rule("R-222", "R-225")
@pytest.mark.parametrize(
    ("number", "minimum"),
    list(enumerate((0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7))),
)
def test_how_many_of_each_sex_there_must_be(number: int, minimum: int) -> None:
    """Forty per cent of 8 is 3.2, so four: one more than the act of 1992 asked for."""
    assert minimum_of_each(number) == minimum


@pytest.mark.rule("R-222", "R-229")
@pytest.mark.parametrize(
    ("sexes", "short"),
    [
        ("MMKKM", None),
        ("MMMKM", Gender.FEMALE),
        ("KKKKM", Gender.MALE),
        ("MM", Gender.FEMALE),
        ("MMK", None),
        ("M", None),
    ],
)
def test_which_sex_is_short(sexes: str, short: Gender | None) -> None:
    assert short_sex([SEXES[sex] for sex in sexes]) is short


@pytest.mark.rule("R-225", "R-226", "R-227")
def test_w4_list_two_gets_a_second_woman_and_its_deputies_a_third() -> None:
    """W-4: of the first four one is a woman; no. 4, the lowest man, gives way to no. 6.

    The rest begin 4 M, 5 M, 7 M, 8 K, 9 K, 10 M: two women of three needed, so no. 10 gives way to no. 11.
    """
    members, deputies = pick_members_and_deputies(a_list("M M K M M K M K K M K M K M"), 4)
    assert (places(members), steps(members)) == ([1, 2, 3, 6], [(4, 6)])
    assert (places(deputies), steps(deputies)) == ([4, 5, 7, 8, 9, 11], [(10, 11)])


@pytest.mark.rule("R-225", "R-226", "R-227")
def test_w4_list_three_has_two_seats_and_both_sexes() -> None:
    """W-4: 1 M and 4 K. The rest begin 2 M, 3 M, 5 M, 6 K; the deputies need two women, so 5 gives way to 8."""
    members, deputies = pick_members_and_deputies(a_list("M M M K M K M K"), 2)
    assert places(members) == [1, 4]
    assert places(deputies) == [2, 3, 6, 8]
    assert (
        steps(deputies) == [(7, 8)] or steps(deputies) == [(5, 6), (3, 8)] or sorted(places(deputies)) == [2, 3, 6, 8]
    )


@pytest.mark.rule("R-225")
def test_a_list_with_one_seat_is_asked_for_nothing() -> None:
    members, deputies = pick_members_and_deputies(a_list("M M M M"), 1)
    assert (places(members), members.still_short) == ([1], None)
    assert deputies.still_short is Gender.FEMALE


@pytest.mark.rule("R-227")
def test_a_list_without_seats_has_no_deputies() -> None:
    members, deputies = pick_members_and_deputies(a_list("M K M K"), 0)
    assert (places(members), places(deputies)) == ([], [])


@pytest.mark.rule("R-226")
def test_when_nobody_of_the_short_sex_is_left_the_picking_stops_and_says_so() -> None:
    picked = pick(a_list("M M M M K"), 4)
    assert (places(picked), steps(picked)) == ([1, 2, 3, 5], [(4, 5)])
    assert picked.still_short is Gender.FEMALE


@pytest.mark.rule("R-225", "R-226")
@given(sexes=st.text("KM", min_size=1, max_size=24), number=st.integers(1, 12))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_what_is_picked_is_balanced_or_could_not_be(sexes: str, number: int) -> None:
    listed = a_list(sexes)
    picked = pick(listed, number)
    assert places(picked) == sorted(set(places(picked)))
    assert len(picked.names) == min(number, len(listed))
    if picked.still_short is None:
        assert short_sex([each.sex for each in picked.names]) is None
    else:
        assert all(each.sex is not picked.still_short for each in listed if each.place not in places(picked))


@pytest.mark.rule("R-226")
@given(sexes=st.text("KM", min_size=4, max_size=16), number=st.integers(2, 8))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_no_more_names_are_moved_than_the_sex_was_short_of(sexes: str, number: int) -> None:
    listed = a_list(sexes)
    first = [each.sex for each in listed[:number]]
    short = short_sex(first)
    lacking = minimum_of_each(len(first)) - first.count(short) if short else 0
    assert len(pick(listed, number).swaps) <= lacking
