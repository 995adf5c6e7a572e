"""Each warning at its limit: the figure that gives it and the nearest that does not."""

from collections.abc import Mapping

import pytest

from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_controls import (
    ControlWarning,
    Limits,
    UnitKey,
    control_warnings,
    differing_much,
    digits_swapped,
    limits_in,
    write_ins_balance,
)
from app.elections.domain.count_form import Figures
from app.elections.domain.election import RuleSetName
from app.elections.domain.settings import SettingName, Settings
from app.elections.domain.tally import ListTally, Tally, WriteInCount
from tests.elections import lists_of

LIMITS = Limits()
VO1, VO2 = ("VO", "0801"), ("VO", "0802")


def warned(
    figures: Figures, other: Figures | None = None, elsewhere: Mapping[UnitKey, Figures] | None = None
) -> list[ControlWarning]:
    return list(control_warnings(("A", "B", "C"), figures, other, elsewhere or {}, LIMITS))


@pytest.mark.rule("R-91")
def test_ballots_are_held_against_the_crosses_in_the_roll() -> None:
    """100 + 50 + 30 for lists, 2 blank and 1 doubtful are 183 ballots."""
    figures = {**lists_of(A=100, B=50, C=30), "blank": 2, "doubtful": 1}
    assert warned({**figures, "ticks": 183}) == []
    assert warned({**figures, "ticks": 184}) == [ControlWarning(ControlCode.TICKS)]
    assert warned(figures) == []


@pytest.mark.rule("R-139")
@pytest.mark.parametrize(
    ("first", "second", "much"),
    [
        (740, 755, True),
        (750, 765, True),
        (751, 766, False),
        (740, 754, False),
        (755, 740, False),
        (750, 735, True),
        (10, 20, False),
        (0, 15, True),
    ],
    ids=[
        "15 ballots, 2.03 %",
        "15 ballots, exactly 2 %",
        "15 ballots, 1.997 %",
        "14 ballots",
        "15 fewer, 1.99 %",
        "15 fewer, exactly 2 %",
        "doubled, but 10 ballots",
        "none at first",
    ],
)
def test_the_counts_differ_much_at_two_percent_and_fifteen_ballots(first: int, second: int, much: bool) -> None:
    lines = differing_much(["list:A"], {"list:A": first}, {"list:A": second}, LIMITS)
    assert lines == (("list:A",) if much else ())


def test_a_warning_names_the_lists_that_changed_between_the_counts() -> None:
    before = {**lists_of(A=300, B=200, C=100), "blank": 0}
    after = {**lists_of(A=320, B=180, C=100), "blank": 0}
    assert warned(after, before) == [ControlWarning(ControlCode.FIRST_AGAINST_SECOND, ("list:A", "list:B"))]


@pytest.mark.parametrize(("blank", "strange"), [(2, ()), (3, ("blank",))])
def test_three_blank_ballots_in_a_hundred_are_many(blank: int, strange: tuple[str, ...]) -> None:
    found = warned({**lists_of(A=60, B=20, C=20 - blank), "blank": blank})
    assert found == ([ControlWarning(ControlCode.BLANK_OR_REJECTED, strange)] if strange else [])


def test_rejected_ballots_are_taken_together_whatever_the_ground() -> None:
    """2 on ground a and 1 on ground d in a hundred are 3 %."""
    figures = {**lists_of(A=57, B=20, C=20), "blank": 0, "rejected-a": 2, "rejected-d": 1}
    assert warned(figures) == [ControlWarning(ControlCode.BLANK_OR_REJECTED, ("rejected-a", "rejected-d"))]


@pytest.mark.parametrize(("elsewhere", "strange"), [(15, True), (14, False)])
def test_a_list_with_none_here_and_many_elsewhere(elsewhere: int, strange: bool) -> None:
    """Elsewhere C has 15 of 100 ballots; of 100 ballots here it should have had 15. With 14 of 100, 14: too few."""
    others = {VO2: lists_of(A=50, B=50 - elsewhere, C=elsewhere)}
    found = warned(lists_of(A=60, B=40, C=0), elsewhere=others)
    assert found == ([ControlWarning(ControlCode.NONE_HERE, ("list:C",))] if strange else [])


def test_two_neighbours_that_have_each_others_figures() -> None:
    found = warned(lists_of(A=40, B=52, C=30), lists_of(A=52, B=40, C=30))
    assert found == [ControlWarning(ControlCode.NEIGHBOURS_SWAPPED, ("list:A", "list:B"))]


def test_neighbours_with_the_same_figure_have_not_changed_places() -> None:
    assert warned(lists_of(A=40, B=40, C=30), lists_of(A=40, B=40, C=30)) == []


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [(154, 145, True), (154, 514, True), (154, 451, False), (154, 154, False), (10, 1, False), (155, 155, False)],
)
def test_two_neighbouring_digits_in_the_other_order(one: int, other: int, swapped: bool) -> None:
    assert digits_swapped(one, other) is swapped


def test_swapped_digits_are_told_with_their_list() -> None:
    """154 in the first count, 145 in the second: 9 ballots, too few for the difference itself."""
    found = warned(lists_of(A=145, B=90, C=80), lists_of(A=154, B=90, C=80))
    assert found == [ControlWarning(ControlCode.DIGITS_SWAPPED, ("list:A",))]


def test_the_same_figures_in_two_units_name_the_other_unit() -> None:
    same = lists_of(A=40, B=30, C=20)
    assert warned(same, elsewhere={VO1: same}) == [ControlWarning(ControlCode.SAME_FIGURES, (), VO1)]


def test_two_units_without_ballots_are_not_alike_in_a_way_that_means_anything() -> None:
    few = lists_of(A=5, B=5, C=4)
    assert warned(few, elsewhere={VO1: few}) == []


@pytest.mark.parametrize(("a", "far"), [(70, ("list:A", "list:B")), (69, ())])
def test_a_share_twenty_points_from_the_contests(a: int, far: tuple[str, ...]) -> None:
    """Elsewhere A and B have 50 % each. 70 of 100 is 20 points more, and 30 of 100 is 20 points less."""
    found = warned(lists_of(A=a, B=100 - a, C=0), elsewhere={VO2: lists_of(A=150, B=150, C=0)})
    assert found == ([ControlWarning(ControlCode.SHARE_FAR_OFF, far)] if far else [])


@pytest.mark.rule("R-111")
def test_write_ins_given_are_write_ins_received() -> None:
    lists = (ListTally("A", 10, (0,)), ListTally("B", 10, (0,)))
    assert write_ins_balance(Tally(lists, (WriteInCount("A", "B", 1, 4),), 4, ()))
    assert not write_ins_balance(Tally(lists, (WriteInCount("A", "X", 1, 4),), 4, ()))


@pytest.mark.rule("R-139")
def test_the_limits_are_those_the_municipality_decided() -> None:
    decided = Settings(RuleSetName.VALGLOVEN_2023, {SettingName.COUNT_DIFFERENCE_BALLOTS: "25"})
    assert limits_in(Settings(RuleSetName.VALGLOVEN_2023)) == Limits(2, 15, 3, 20)
    assert limits_in(decided) == Limits(2, 25, 3, 20)
