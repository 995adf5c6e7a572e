"""When a meeting must be called and announced, and what is wrong with the call.

Law: kommuneloven (2018) §§ 11-2, 11-3.
Rules: R-282, R-283, R-298.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.agenda import AgendaItem

NOTICE_DAYS = 7
"""The act asks for reasonable notice and names no number; the municipality may set another."""


class Shortcoming(StrEnum):
    """What is wrong with a call. The act asks for reasonable notice, so short notice warns and does not stop."""

    SHORT_NOTICE = "short_notice"
    NOT_ANNOUNCED = "not_announced"
    ANNOUNCED_AFTER_SUMMONS = "announced_after_summons"
    MEMBER_NOT_SUMMONED = "member_not_summoned"
    NO_DOCUMENTS = "no_documents"
    NO_PUBLIC_TITLE = "no_public_title"


@dataclass(frozen=True, slots=True)
class NoticeFinding:
    """A shortcoming with its facts: ``days`` of notice where ``needed`` were asked for; the item or seat concerned."""

    shortcoming: Shortcoming
    days: int | None = None
    needed: int | None = None
    item: str = ""
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A meeting as it is called: when, when announced, with which items, and to which seats it has gone."""

    meeting_on: date
    summoned_on: date
    announced_on: date | None
    items: tuple[AgendaItem, ...]
    seats_summoned: tuple[int, ...]


@dataclass(unsafe_hash=True)
class CalledAfterMeeting(DomainError):
    """The summons would go out on the day of the meeting's beginning or later."""

    meeting_on: date
    summoned_on: date


def last_day_of_summons(meeting_on: date, notice_days: int = NOTICE_DAYS) -> date:
    """The last day the summons can go out: with seven days, Thursday for the Thursday after.

    Whole days are counted from the day it is sent to the day of the meeting; the first is not counted, the last is.
    Sundays and holidays count like other days, since the documents can be read on them.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    return meeting_on - timedelta(days=notice_days)


def days_of_notice(summoned_on: date, meeting_on: date) -> int:
    """How many days of notice are given: sent on 1 June for 8 June, seven.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    if summoned_on > meeting_on:
        raise CalledAfterMeeting(meeting_on, summoned_on)
    return (meeting_on - summoned_on).days


def findings(call: Call, seats: Sequence[int], notice_days: int = NOTICE_DAYS) -> tuple[NoticeFinding, ...]:
    """Everything wrong with a call. ``seats`` are those with somebody to summon.

    The meeting is announced also when it is expected to be closed. Items without documents can still be decided, but
    then leader or a third of those present can object.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282, R-283, R-284.
    """
    return (*_of_dates(call, notice_days), *_of_seats(call, seats), *_of_items(call))


def _of_dates(call: Call, notice_days: int) -> Iterator[NoticeFinding]:
    """Rules: R-282, R-283."""
    days = days_of_notice(call.summoned_on, call.meeting_on)
    if days < notice_days:
        yield NoticeFinding(Shortcoming.SHORT_NOTICE, days, notice_days)
    if call.announced_on is None:
        yield NoticeFinding(Shortcoming.NOT_ANNOUNCED)
    elif call.announced_on > call.summoned_on:
        late = (call.announced_on - call.summoned_on).days
        yield NoticeFinding(Shortcoming.ANNOUNCED_AFTER_SUMMONS, late, 0)


def _of_seats(call: Call, seats: Sequence[int]) -> Iterator[NoticeFinding]:
    for seat in seats:
        if seat not in call.seats_summoned:
            yield NoticeFinding(Shortcoming.MEMBER_NOT_SUMMONED, seat=seat)


def _of_items(call: Call) -> Iterator[NoticeFinding]:
    for item in call.items:
        if item.sent_on is None:
            yield NoticeFinding(Shortcoming.NO_DOCUMENTS, item=item.key)
        if item.exempt and not item.public_title:
            yield NoticeFinding(Shortcoming.NO_PUBLIC_TITLE, item=item.key)
