"""What to look at in a year plan: meetings that stand in each other's way, and days that few would choose.

Law: kommuneloven (2018) §§ 11-2, 11-3; lov om helligdager og helligdagsfred (1995) § 2.
Rules: R-16, R-280.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import combinations

SATURDAY = 5


class ClashKind(StrEnum):
    """What two meetings at the same time want both."""

    SAME_COUNCIL = "same_council"
    SAME_PLACE = "same_place"
    SAME_SECRETARY = "same_secretary"


class DayRemark(StrEnum):
    """What is unusual about the day of a meeting. Nothing of it is forbidden."""

    PUBLIC_HOLIDAY = "public_holiday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting as the plan has it. ``on`` is its day in Norway; ``duration_minutes`` is what is set aside."""

    key: str
    council: str
    on: date
    starts_at: datetime
    duration_minutes: int
    place: str = ""
    secretary: str = ""

    @property
    def ends_at(self) -> datetime:
        """When it is expected to end."""
        return self.starts_at + timedelta(minutes=self.duration_minutes)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two meetings that want the same at the same time."""

    kind: ClashKind
    first: str
    second: str


def clashes(meetings: Sequence[PlannedMeeting]) -> tuple[Clash, ...]:
    """Every pair that overlaps and shares council, place or secretary. One ends when another begins: no clash.

    Names are compared without regard to case; an empty place or secretary is nobody's.

    Rules: R-280.
    """
    return tuple(clash for first, second in combinations(meetings, 2) for clash in _between(first, second))


def day_remark(day: date, is_public_holiday: Callable[[date], bool]) -> DayRemark | None:
    """What is unusual about the day, a holiday before a weekend; None for a working day.

    Law: lov om helligdager og helligdagsfred (1995) § 2.
    Rules: R-16.
    """
    if is_public_holiday(day):
        return DayRemark.PUBLIC_HOLIDAY
    return DayRemark.WEEKEND if day.weekday() >= SATURDAY else None


def _between(first: PlannedMeeting, second: PlannedMeeting) -> Iterator[Clash]:
    if first.starts_at >= second.ends_at or second.starts_at >= first.ends_at:
        return
    shared = (
        (ClashKind.SAME_COUNCIL, first.council, second.council),
        (ClashKind.SAME_PLACE, first.place, second.place),
        (ClashKind.SAME_SECRETARY, first.secretary, second.secretary),
    )
    for kind, one, other in shared:
        if one.strip() and one.strip().casefold() == other.strip().casefold():
            yield Clash(kind, first.key, second.key)
