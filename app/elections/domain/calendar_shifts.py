"""Days that are no working days, and what they do to a deadline.

The holidays themselves are given by whoever asks: a function that says whether a day is one.

Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4; lov om helligdager og helligdagsfred (1995) § 2.
Rules: R-15, R-16, R-19.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

IsHoliday = Callable[[date], bool]

SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)


class WhyOff(StrEnum):
    """Why a day is no working day. A holiday is told as one, whatever day of the week it is."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that a deadline was moved past, and why."""

    day: date
    why: WhyOff


@dataclass(frozen=True, slots=True)
class Shifted:
    """The working day a date leads to, and the days off it was moved past, in order; none when it was not moved."""

    day: date
    past: tuple[DayOff, ...] = ()


def why_off(day: date, is_holiday: IsHoliday) -> WhyOff | None:
    """Why nothing can fall due on the day; None on a working day.

    Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
    Rules: R-15, R-16.
    """
    if is_holiday(day):
        return WhyOff.HOLIDAY
    if day.weekday() == SUNDAY:
        return WhyOff.SUNDAY
    return WhyOff.SATURDAY if day.weekday() == SATURDAY else None


def next_working_day(day: date, is_holiday: IsHoliday) -> Shifted:
    """The day itself when it is a working day, else the first one after it, however many days off lie between.

    Saturday 20 April 2019 → Tuesday 23 April, past Easter Eve, Easter Sunday and Easter Monday.

    Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
    Rules: R-15, R-16.
    """
    past: list[DayOff] = []
    while reason := why_off(day, is_holiday):
        past.append(DayOff(day, reason))
        day += ONE_DAY
    return Shifted(day, tuple(past))


def counted_from(event: date, days: int, is_holiday: IsHoliday) -> date:
    """The last day of a period of so many days after an event, before that day itself is moved.

    The day of the event is day 0. On a day off nothing begins: day 0 is then the next working day.

    Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
    Rules: R-19.
    """
    return next_working_day(event, is_holiday).day + timedelta(days=days)
