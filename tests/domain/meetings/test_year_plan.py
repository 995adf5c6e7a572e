"""Clashes in a year plan, and days that few would choose."""

from datetime import UTC, date, datetime

import pytest

from app.core.public_holidays import is_public_holiday
from app.meetings.domain.year_plan import Clash, ClashKind, DayRemark, PlannedMeeting, clashes, day_remark

DAY = date(2026, 3, 10)


def planned(key: str, hour: int, *, council: str = "", place: str = "", secretary: str = "") -> PlannedMeeting:
    """A meeting of two hours on 10 March 2026."""
    starts_at = datetime(2026, 3, 10, hour, tzinfo=UTC)
    return PlannedMeeting(key, council or key, DAY, starts_at, 120, place, secretary)


@pytest.mark.rule("R-280")
def test_two_meetings_in_one_place_at_once_clash() -> None:
    found = clashes((planned("fana", 17, place="Rådhuset"), planned("arna", 18, place="rådhuset ")))
    assert found == (Clash(ClashKind.SAME_PLACE, "fana", "arna"),)


@pytest.mark.rule("R-280")
def test_one_meeting_that_ends_when_another_begins_is_no_clash() -> None:
    """17 to 19, and 19 to 21."""
    assert clashes((planned("fana", 17, place="Rådhuset"), planned("arna", 19, place="Rådhuset"))) == ()


@pytest.mark.rule("R-280")
def test_a_secretary_cannot_write_in_two_meetings_at_once() -> None:
    found = clashes((planned("fana", 17, secretary="Kari"), planned("arna", 17, secretary="Kari")))
    assert [each.kind for each in found] == [ClashKind.SAME_SECRETARY]


@pytest.mark.rule("R-280")
def test_an_empty_place_is_nobodys() -> None:
    assert clashes((planned("fana", 17), planned("arna", 17))) == ()


@pytest.mark.rule("R-16")
@pytest.mark.parametrize(
    ("day", "remark"),
    [
        (date(2026, 5, 14), DayRemark.PUBLIC_HOLIDAY),
        (date(2026, 5, 17), DayRemark.PUBLIC_HOLIDAY),
        (date(2026, 3, 14), DayRemark.WEEKEND),
        (date(2026, 3, 10), None),
    ],
    ids=["Ascension Day", "17 May, a Sunday", "a Saturday", "a Tuesday"],
)
def test_holidays_and_weekends_are_told(day: date, remark: DayRemark | None) -> None:
    assert day_remark(day, is_public_holiday) == remark
