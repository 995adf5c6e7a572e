"""Who is elected from a list: the worked example W-4, and what must hold for any list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import minimum_of_each, short_gender
from app.councils.domain.picking import Picked, pick, pick_members_and_deputies
from tests.domain.councils.councils import a_list


def places(picked: Picked) -> list[int]:
    return [each.place for each in picked.names]


def steps(picked: Picked) -> list[tuple[int, int]]:
    """(who gives way, who enters), by place."""
    return [(step.leaves.place, step.enters.place) for step in picked.promotions]


@pytest.mark.rule("R-225", "R-226", "R-227", "R-228")
def test_w4_list_two_gets_a_second_woman_and_its_deputies_a_third() -> None:
    """W-4: of the first four one is a woman; no. 4, the lowest man, gives way to no. 6.

    The rest begin 4 M, 5 M, 7 M, 8 K, 9 K, 10 M: two women of three needed, so no. 10 gives way to no. 11.
    """
    members, deputies = pick_members_and_deputies(a_list("M M K M M K M K K M K M K M"), 4)
    assert (places(members), steps(members)) == ([1, 2, 3, 6], [(4, 6)])
    assert (places(deputies), steps(deputies)) == ([4, 5, 7, 8, 9, 11], [(10, 11)])
    assert (members.promotions[0].number, members.promotions[0].minimum) == (1, 2)


@pytest.mark.rule("R-225", "R-226", "R-227", "R-228")
def test_w4_list_three_has_two_seats_and_both_sexes() -> None:
    """W-4: 1 M and 4 K. The rest begin 2 M, 3 M, 5 M, 6 K; the deputies need two women, so 5 gives way to 8."""
    members, deputies = pick_members_and_deputies(a_list("M M M K M K M K"), 2)
    assert (places(members), steps(members)) == ([1, 4], [(2, 4)])
    assert (places(deputies), steps(deputies)) == ([2, 3, 6, 8], [(5, 8)])


@pytest.mark.rule("R-225", "R-226")
def test_each_step_is_told_until_there_are_enough() -> None:
    """Eight members need four of each: of the first eight one is a woman. 8, 7 and 6 give way to 9, 10 and 11."""
    picked = pick(a_list("K MMMMMMM KKK"), 8)
    assert steps(picked) == [(8, 9), (7, 10), (6, 11)]
    assert [step.number for step in picked.promotions] == [1, 2, 3]
    assert places(picked) == [1, 2, 3, 4, 5, 9, 10, 11]


@pytest.mark.rule("R-225")
def test_the_rule_protects_men_as_it_protects_women() -> None:
    """Four members, all women among the first four; the lowest two give way to the two highest men."""
    assert steps(pick(a_list("KKKKKMM"), 4)) == [(4, 6), (3, 7)]


@pytest.mark.rule("R-225", "R-227")
def test_a_list_with_one_seat_is_asked_for_nothing() -> None:
    members, deputies = pick_members_and_deputies(a_list("M M M M"), 1)
    assert (places(members), members.still_short) == ([1], None)
    assert deputies.still_short is Gender.FEMALE


@pytest.mark.rule("R-227")
def test_a_list_has_two_more_deputies_than_members_as_far_as_there_are_names() -> None:
    _, enough = pick_members_and_deputies(a_list("M K M K M K M K"), 2)
    _, fewer = pick_members_and_deputies(a_list("M K M K M"), 2)
    assert (places(enough), places(fewer)) == ([3, 4, 5, 6], [3, 4, 5])


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
        assert short_gender([each.gender for each in picked.names]) is None
    else:
        assert all(each.gender is not picked.still_short for each in listed if each.place not in places(picked))


@pytest.mark.rule("R-226")
@given(sexes=st.text("KM", min_size=4, max_size=16), number=st.integers(2, 8))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_no_more_names_are_moved_than_the_sex_was_short_of(sexes: str, number: int) -> None:
    listed = a_list(sexes)
    first = [each.gender for each in listed[:number]]
    short = short_gender(first)
    lacking = minimum_of_each(len(first)) - first.count(short) if short else 0
    assert len(pick(listed, number).promotions) <= lacking


@pytest.mark.rule("R-226")
@given(sexes=st.text("KM", min_size=1, max_size=16), number=st.integers(1, 8))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_within_each_sex_the_order_of_the_list_decides(sexes: str, number: int) -> None:
    """Nobody is picked before a person of the same sex who stands higher."""
    listed = a_list(sexes)
    picked = set(places(pick(listed, number)))
    for gender in Gender:
        standing = [each.place in picked for each in listed if each.gender is gender]
        assert standing == sorted(standing, reverse=True)
