"""R-140: nothing about results to anyone outside before 21:00 on election day."""

from datetime import UTC, datetime, timedelta

import pytest

from app.elections.domain.release import is_released

NINE_IN_OSLO = datetime(2023, 9, 11, 19, tzinfo=UTC)


@pytest.mark.rule("R-140")
@pytest.mark.parametrize(
    ("seconds", "released"),
    [(-1, False), (0, True), (1, True)],
    ids=["a second before nine: no", "at nine: yes", "a second after nine: yes"],
)
def test_results_are_released_at_nine_and_not_before(seconds: int, released: bool) -> None:
    assert is_released(NINE_IN_OSLO, NINE_IN_OSLO + timedelta(seconds=seconds)) is released
