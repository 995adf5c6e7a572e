"""The electoral calendar of one election: every deadline with the day the rule names and the day it leads to.

Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
Rules: R-13, R-14, R-15, R-17, R-18, R-19, R-24, R-25.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.calendar_rows import (
    ROW_RULES,
    SHIFT_LEFT_OPEN,
    CalendarFacts,
    CalendarRow,
    Concern,
    Falls,
    RowRule,
)
from app.elections.domain.calendar_shifts import DayOff, next_working_day, why_off
from app.elections.domain.states import ElectionState

SOON_DAYS = 14
"""A deadline is told of as due so many days before it."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A row of an election's calendar.

    ``nominal`` is the day the rule names and ``day`` the day it leads to, after ``past``, the days off it was moved
    past. Both are None while the day is not known. ``clock`` is Norwegian time and stays when the day moves; None means
    the whole day. ``on_day_off``: the rule names a day that is no working day, whether it moves or not.
    """

    row: CalendarRow
    number: int
    law: str
    nominal: date | None
    day: date | None
    past: tuple[DayOff, ...]
    clock: time | None
    falls: Falls
    concerns: tuple[Concern, ...]
    is_public: bool
    is_act: bool
    settable: bool
    shiftable: bool
    on_day_off: bool = False

    def has_passed(self, at: datetime) -> bool:
        """Whether the last moment of the day, or the clock time, is over; ``at`` in Norwegian time.

        A deadline at 12:00 is kept at 12:00:00 and missed right after.

        Rules: R-13, R-50.
        """
        if self.day is None or at.date() != self.day or self.clock is None:
            return self.day is not None and at.date() > self.day
        return at.time() > self.clock

    @property
    def shift_is_open(self) -> bool:
        """Whether the municipality may say if the day moves past days off (R-17)."""
        return self.row in SHIFT_LEFT_OPEN


_NEEDED_FOR = {
    CalendarRow.LISTS_DECIDED: ElectionState.LISTS_DECIDED,
    CalendarRow.BALLOTS_READY: ElectionState.VOTING,
}


class Standing(StrEnum):
    """Where a row stands on a day."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    UPCOMING = "upcoming"
    PASSED = "passed"
    NO_DAY = "no_day"


@dataclass(unsafe_hash=True)
class DayNotSettable(DomainError):
    """The law gives the day of this row; nobody sets another."""

    row: CalendarRow
    rule: str = "R-14"


@dataclass(unsafe_hash=True)
class ShiftNotOpen(DomainError):
    """The law says whether the day of this row moves; nobody decides otherwise."""

    row: CalendarRow
    rule: str = "R-17"


@dataclass(unsafe_hash=True)
class NothingToTick(DomainError):
    """The row passes by itself: there is nothing the municipality can say it has done."""

    row: CalendarRow
    rule: str = "R-14"


def electoral_calendar(facts: CalendarFacts) -> tuple[Deadline, ...]:
    """Every row there is under the act, in the order of R-14. Sunday voting stands there when it is decided.

    Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
    Rules: R-13, R-14, R-15, R-24, R-25.
    """
    return tuple(_deadlines(facts))


def deadline_of(facts: CalendarFacts, row: CalendarRow) -> Deadline | None:
    """One row of the calendar; None when the act or the election has no such row.

    Rules: R-14.
    """
    return next((each for each in _deadlines(facts) if each.row is row), None)


def by_day(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The rows by day and clock time, those of a whole day after those with a time; rows without a day come last."""
    return sorted(deadlines, key=lambda each: (each.day or date.max, each.clock or time.max, each.number))


def standing(deadline: Deadline, at: datetime, *, done: bool, closed: bool = False) -> Standing:
    """Where a row stands; ``at`` in Norwegian time. Only what the municipality must do can be late or done.

    ``closed``: the election is over, and what was never ticked is not asked for any more.
    """
    if done:
        return Standing.DONE
    if deadline.day is None:
        return Standing.NO_DAY
    if deadline.has_passed(at):
        return Standing.LATE if deadline.is_act and not closed else Standing.PASSED
    return Standing.DUE if (deadline.day - at.date()).days <= SOON_DAYS else Standing.UPCOMING


def shown_by(state: ElectionState) -> frozenset[CalendarRow]:
    """The rows that need no tick, because the election could not be where it is without them.

    Rules: R-14, R-66, R-69.
    """
    come = list(ElectionState).index(state)
    return frozenset(row for row, needed in _NEEDED_FOR.items() if come >= list(ElectionState).index(needed))


def require_tickable(deadline: Deadline) -> None:
    """Refuses a row that passes by itself."""
    if not deadline.is_act:
        raise NothingToTick(deadline.row)


def require_settable(deadline: Deadline) -> None:
    """Refuses another day for a row whose day the law gives."""
    if not deadline.settable:
        raise DayNotSettable(deadline.row)


def require_shift_open(deadline: Deadline) -> None:
    """Refuses to say otherwise than the law whether a day moves.

    Law: valgloven (2002) § 15-5; valgloven (2023) § 21-4.
    Rules: R-15, R-17, R-18.
    """
    if not deadline.shift_is_open:
        raise ShiftNotOpen(deadline.row)


def _deadlines(facts: CalendarFacts) -> Iterator[Deadline]:
    for rule in ROW_RULES:
        law = rule.law(facts.rule_set)
        if law is not None and (facts.sunday_voting or not rule.if_sunday_voting):
            yield _deadline(rule, law, facts)


def _deadline(rule: RowRule, law: str, facts: CalendarFacts) -> Deadline:
    chosen = facts.chosen.get(rule.row) if rule.settable else None
    nominal = chosen or rule.day(facts)
    shiftable = facts.shiftable.get(rule.row, rule.shiftable)
    shifted = next_working_day(nominal, facts.is_holiday) if nominal and shiftable else None
    return Deadline(
        row=rule.row,
        number=rule.number,
        law=law,
        nominal=nominal,
        day=shifted.day if shifted else nominal,
        past=shifted.past if shifted else (),
        clock=rule.clock,
        falls=rule.falls,
        concerns=rule.concerns,
        is_public=rule.is_public,
        is_act=rule.is_act,
        settable=rule.settable,
        shiftable=shiftable,
        on_day_off=nominal is not None and why_off(nominal, facts.is_holiday) is not None,
    )
