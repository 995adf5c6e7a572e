"""Three members of the municipal council, within three weeks."""

from datetime import date

import pytest

from app.meetings.domain.legality_control import Controlled, demand, last_day_of_demand

DECIDED = date(2025, 6, 2)


@pytest.mark.rule("R-302")
@pytest.mark.parametrize(
    ("members", "on", "enough", "in_time"),
    [(3, 23, True, True), (2, 23, False, True), (3, 24, True, False), (3, 1, True, False)],
)
def test_a_demand_is_taken_up_from_three_and_in_time(members: int, on: int, enough: bool, in_time: bool) -> None:
    """Three weeks from Monday 2 June is Monday 23 June."""
    made = demand(Controlled.CLOSING, members, DECIDED, date(2025, 6, on))
    assert (made.enough, made.in_time) == (enough, in_time)


@pytest.mark.rule("R-302")
def test_three_weeks_run_over_new_year() -> None:
    assert last_day_of_demand(date(2025, 12, 18)) == date(2026, 1, 8)
