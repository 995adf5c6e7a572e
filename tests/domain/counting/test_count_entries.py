"""Two people, one paper: who types which entry, and what the comparison tells."""

import pytest

from app.elections.domain.count_entries import (
    NotOpenForEntry,
    NotYourTurn,
    OwnEntry,
    differing,
    require_open_for_entry,
    require_other_person,
    turn_of,
)
from app.elections.domain.count_unit_states import CountUnitState

LINES = ("ticks", "list:A", "list:B", "blank")


@pytest.mark.rule("R-131")
def test_the_comparison_names_the_lines_in_the_order_of_the_form_and_no_figure() -> None:
    first = {"list:A": 154, "list:B": 40, "blank": 2}
    second = {"blank": 3, "list:B": 40, "list:A": 145}
    assert differing(first, second, LINES) == ("list:A", "blank")


def test_a_line_left_open_is_not_the_same_as_nothing() -> None:
    assert differing({"ticks": 0}, {}, LINES) == ("ticks",)


def test_equal_entries_differ_nowhere() -> None:
    assert differing({"list:A": 1}, {"list:A": 1}, LINES) == ()


@pytest.mark.rule("R-131")
@pytest.mark.parametrize(
    ("person", "typed_by", "turn"),
    [
        ("kari", (None, None), 1),
        ("kari", ("kari", None), 1),
        ("ola", ("kari", None), 2),
        ("ola", ("kari", "ola"), 2),
        ("kari", ("kari", "ola"), 1),
    ],
)
def test_a_person_types_the_entry_they_have_begun_or_the_first_that_nobody_has(
    person: str, typed_by: tuple[str | None, str | None], turn: int
) -> None:
    assert turn_of(person, typed_by) == turn


def test_a_third_person_has_nothing_to_type() -> None:
    with pytest.raises(NotYourTurn):
        turn_of("per", ("kari", "ola"))


@pytest.mark.rule("R-131")
def test_nobody_controls_their_own_entry() -> None:
    with pytest.raises(OwnEntry):
        require_other_person("kari", "kari")
    require_other_person("ola", "kari")
    require_other_person("kari", None)


@pytest.mark.parametrize("state", [CountUnitState.CONTROLLED, CountUnitState.APPROVED])
def test_figures_that_stand_are_not_typed_over(state: CountUnitState) -> None:
    with pytest.raises(NotOpenForEntry):
        require_open_for_entry(state)
