"""What remuneration is paid by: meetings attended as member or deputy or led, and time in the seat. Never public.

The rates are the municipality's own, and are not here.

Rules: R-300.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.meetings.domain.proceedings import Proceedings

NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class AttendanceFigure:
    """One person in one meeting. ``in_seat`` leaves out pauses no more than the minutes do; ``led`` is for any part."""

    person_id: int
    name: str
    on: date
    as_deputy: bool
    led: bool
    in_seat: timedelta

    @property
    def whole_minutes(self) -> int:
        """The time in the seat in whole minutes, rounded down."""
        return self.in_seat // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """One person over several meetings; ``in_seat`` is added up before it is rounded."""

    person_id: int
    name: str
    as_member: int
    as_deputy: int
    led: int
    in_seat: timedelta


@dataclass(frozen=True, slots=True)
class Rates:
    """What is paid, in whole kroner: for each meeting as member or as deputy, and beside it for each one led."""

    as_member: int = 0
    as_deputy: int = 0
    led: int = 0

    def amount(self, figure: PeriodFigure) -> int:
        """The sum for one person over the period: 3 meetings at 1 200 and one of them led at 300 make 3 900.

        Rules: R-300.
        """
        return figure.as_member * self.as_member + figure.as_deputy * self.as_deputy + figure.led * self.led


def figures(meeting: Proceedings) -> tuple[AttendanceFigure, ...]:
    """Everyone who sat in a seat, in the order of seats; one who sat in two seats stands once, as a deputy if ever so.

    Rules: R-300.
    """
    time = _time_in_seat(meeting)
    leaders = {each.leader for each in meeting.happened}
    return tuple(
        AttendanceFigure(
            person_id,
            meeting.setting.roster.attendee(person_id).name,
            meeting.setting.on,
            as_deputy=meeting.setting.roster.seat_of(person_id) is None,
            led=person_id in leaders,
            in_seat=time.get(person_id, NO_TIME),
        )
        for person_id in _sat(meeting)
    )


def over_period(meetings: Iterable[tuple[AttendanceFigure, ...]]) -> tuple[PeriodFigure, ...]:
    """The figures of several meetings added up for each person, by name.

    Rules: R-300.
    """
    everyone: dict[int, list[AttendanceFigure]] = {}
    for meeting in meetings:
        for each in meeting:
            everyone.setdefault(each.person_id, []).append(each)
    return tuple(sorted((_summed(each) for each in everyone.values()), key=lambda each: (each.name, each.person_id)))


def _summed(met: list[AttendanceFigure]) -> PeriodFigure:
    deputy = sum(each.as_deputy for each in met)
    led = sum(each.led for each in met)
    in_seat = sum((each.in_seat for each in met), NO_TIME)
    return PeriodFigure(met[0].person_id, met[0].name, len(met) - deputy, deputy, led, in_seat)


def _sat(meeting: Proceedings) -> Iterator[int]:
    sat = dict.fromkeys(
        (sitting.seat, sitting.person_id) for each in meeting.happened for sitting in each.occupancy.sitting
    )
    yield from dict.fromkeys(person_id for _seat, person_id in sorted(sat))


def _time_in_seat(meeting: Proceedings) -> dict[int, timedelta]:
    time: dict[int, timedelta] = {}
    for before, after in pairwise(meeting.happened):
        for sitting in before.occupancy.sitting:
            time[sitting.person_id] = time.get(sitting.person_id, NO_TIME) + max(after.at - before.at, NO_TIME)
    return time
