"""A unit's form: Nesseby's first count of election day, typed line by line, and everything that can be typed wrong.

The record of 9 September 2019 (VO): 305 ticks; 28, 19, 36, 114, 69 and 35 ballots, 301 for lists; 3 blank, 1 doubtful,
305 in all.
"""

import pytest

from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import (
    FIRST,
    SECOND,
    FormFault,
    changed_per_list,
    counted_lines,
    form_lines,
    read_form,
    sums_of,
)

LISTS = ("L01", "L02", "L03", "L04", "L05", "L06")
TYPED = {
    "ticks": "305",
    "list:L01": "28",
    "list:L02": "19",
    "list:L03": "36",
    "list:L04": "114",
    "list:L05": "69",
    "list:L06": "35",
    "sum:lists": "301",
    "blank": "3",
    "doubtful": "1",
    "sum:all": "305",
}


def faults(typed: dict[str, str], count: int = FIRST, category: Category = Category.VO) -> list[FormFault]:
    return list(read_form(LISTS, count, category, typed).faults)


def test_the_form_asks_in_the_order_of_the_paper() -> None:
    assert list(form_lines(LISTS, FIRST)) == list(TYPED)
    assert form_lines(("A",), SECOND) == (
        *("ticks", "unchanged:A", "changed:A", "sum:lists", "blank"),
        *("rejected-a", "rejected-b", "rejected-c", "rejected-d", "sum:all"),
    )


def test_a_paper_that_adds_up_is_read_without_a_fault() -> None:
    read = read_form(LISTS, FIRST, Category.VO, TYPED)
    assert read.faults == ()
    assert dict(read.figures) == {line: int(text) for line, text in TYPED.items()}
    assert sums_of(read.figures) == (301, 305)


def test_a_number_may_have_a_space_where_thousands_begin() -> None:
    assert read_form(("A",), FIRST, Category.VO, {"list:A": " 1 204 "}).figures["list:A"] == 1204
    assert read_form(("A",), FIRST, Category.VO, {"list:A": "1\u00a0204"}).figures["list:A"] == 1204


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ControlCode.MISSING),
        ("28,5", ControlCode.NOT_A_NUMBER),
        ("tjue", ControlCode.NOT_A_NUMBER),
        ("٣", ControlCode.NOT_A_NUMBER),
        ("-1", ControlCode.NEGATIVE),
        ("10000001", ControlCode.TOO_LARGE),
        ("9" * 400, ControlCode.TOO_LARGE),
    ],
)
def test_what_is_not_a_number_of_ballots_is_told_at_its_line_alone(text: str, code: ControlCode) -> None:
    """The sums are not held against figures that could not be read."""
    assert faults({**TYPED, "list:L01": text}) == [FormFault(code, "list:L01")]


def test_minus_nothing_is_nothing() -> None:
    assert read_form(("A",), FIRST, Category.VO, {"list:A": "-0"}).figures["list:A"] == 0


def test_a_figure_for_a_list_that_does_not_stand_is_not_thrown_away_unseen() -> None:
    assert faults({**TYPED, "list:L09": "4"}) == [FormFault(ControlCode.UNKNOWN_LINE, "list:L09")]


@pytest.mark.rule("R-139")
def test_a_slip_in_a_list_shows_in_both_sums() -> None:
    """28 typed as 82: the lists are 301 + 54 = 355, all ballots 359."""
    assert faults({**TYPED, "list:L01": "82"}) == [
        FormFault(ControlCode.SUM_OF_LISTS, "sum:lists", 355),
        FormFault(ControlCode.SUM_OF_ALL, "sum:all", 359),
    ]


def test_a_slip_among_blank_ballots_shows_in_the_last_sum_alone() -> None:
    assert faults({**TYPED, "blank": "30"}) == [FormFault(ControlCode.SUM_OF_ALL, "sum:all", 332)]


def test_ticks_are_asked_for_where_the_roll_is_counted() -> None:
    without = {line: text for line, text in TYPED.items() if line != "ticks"}
    assert faults(without) == [FormFault(ControlCode.MISSING, "ticks")]
    assert faults(without, category=Category.BF) == []


@pytest.mark.rule("R-115", "R-116")
def test_unchanged_and_changed_ballots_of_a_list_are_its_ballots() -> None:
    """Second count: A has 40 unchanged and 12 changed, B 30 and none; 2 blank, 1 rejected on ground d: 85 in all."""
    typed = {
        "unchanged:A": "40",
        "changed:A": "12",
        "unchanged:B": "30",
        "changed:B": "0",
        "sum:lists": "82",
        "blank": "2",
        "rejected-a": "0",
        "rejected-b": "0",
        "rejected-c": "0",
        "rejected-d": "1",
        "sum:all": "85",
    }
    read = read_form(("A", "B"), SECOND, Category.VO, typed)
    assert read.faults == ()
    assert counted_lines(read.figures) == {
        "list:A": 52,
        "list:B": 30,
        "blank": 2,
        "rejected-a": 0,
        "rejected-b": 0,
        "rejected-c": 0,
        "rejected-d": 1,
    }
    assert changed_per_list(read.figures) == {"A": 12, "B": 0}
