"""The library's holidays against the act's own list, with Easter reckoned here by another method."""

from datetime import date, timedelta

import pytest

from app.core.public_holidays import is_public_holiday, known

FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday."""


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian method."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays_of(year: int) -> set[date]:
    movable = {easter(year) + timedelta(days=days) for days in FROM_EASTER}
    return movable | {date(year, month, day) for month, day in FIXED}


def test_easter_of_years_that_everyone_can_look_up() -> None:
    known = (date(2019, 4, 21), date(2023, 4, 9), date(2024, 3, 31), date(2027, 3, 28), date(2031, 4, 13))
    assert tuple(easter(day.year) for day in known) == known


@pytest.mark.rule("R-16")
@pytest.mark.parametrize("years", [(2000, 2050), (2050, 2101)])
def test_the_librarys_holidays_are_the_twelve_of_the_acts_and_no_others(years: tuple[int, int]) -> None:
    for year in range(*years):
        days = (date(year, 1, 1) + timedelta(days=at) for at in range(366))
        found = {day for day in days if day.year == year and is_public_holiday(day)}
        assert found == holidays_of(year)


@pytest.mark.rule("R-16")
def test_easter_eve_is_no_holiday() -> None:
    assert not is_public_holiday(date(2019, 4, 20))


@pytest.mark.rule("R-16")
def test_a_year_whose_holidays_are_not_known_is_refused_and_not_taken_for_one_without() -> None:
    assert known(2100)
    assert not known(2101)
    with pytest.raises(ValueError, match="2101"):
        is_public_holiday(date(2101, 12, 25))
