"""What a third can do, with exactly a third and one fewer."""

import pytest

from app.meetings.domain.thirds import (
    admission,
    demand_for_item,
    demand_for_meeting,
    demand_for_ordinary_meeting,
)

TABLE = [(5, 15, True), (4, 15, False), (5, 14, True), (4, 14, False), (3, 7, True), (2, 7, False), (0, 3, False)]


@pytest.mark.rule("R-280")
@pytest.mark.parametrize(("demanding", "members", "reached"), TABLE)
def test_a_third_of_the_members_can_demand_a_meeting(demanding: int, members: int, reached: bool) -> None:
    """3 · 5 = 15 ≥ 15, but 3 · 4 = 12 < 14."""
    assert demand_for_meeting(demanding, members).reached is reached


@pytest.mark.rule("R-280")
def test_the_fewest_that_are_a_third_are_told() -> None:
    assert [demand_for_meeting(0, members).needed for members in (15, 14, 13, 7, 3)] == [5, 5, 5, 3, 1]


@pytest.mark.rule("R-282")
def test_a_third_of_the_members_can_put_a_case_on_the_agenda() -> None:
    assert (demand_for_item(5, 15).reached, demand_for_item(4, 15).reached) == (True, False)


@pytest.mark.rule("R-284")
def test_a_case_outside_the_agenda_is_stopped_by_exactly_a_third_of_those_present() -> None:
    """12 present: 4 stop it and 3 do not, though 4 are no third of 15 members."""
    assert (admission(4, 12, leader_objects=False).admitted, admission(3, 12, leader_objects=False).admitted) == (
        False,
        True,
    )


@pytest.mark.rule("R-284")
def test_the_leader_alone_can_stop_a_case_outside_the_agenda() -> None:
    assert not admission(0, 15, leader_objects=True).admitted


@pytest.mark.rule("R-299")
def test_a_third_can_have_an_urgent_case_put_off_to_an_ordinary_meeting() -> None:
    assert (demand_for_ordinary_meeting(5, 15).reached, demand_for_ordinary_meeting(4, 15).reached) == (True, False)
