"""Case numbers: one gap-free series for each council and calendar year, issued when the agenda is called.

Nobody types them, so nobody types them wrong. A number that is issued is used, whatever becomes of its item.

Rules: R-282, R-300.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.meetings.domain.agenda import NUMBERED_KINDS, AgendaItem, ItemKind


@dataclass(frozen=True, slots=True, order=True)
class CaseNumber:
    """A number in the series of a council and year."""

    year: int
    sequence: int

    def __str__(self) -> str:
        """``45/25``: the number, then the year's last two figures."""
        return f"{self.sequence}/{self.year % 100:02d}"


@dataclass(frozen=True, slots=True)
class Issued:
    """The number an item has been given."""

    key: str
    number: CaseNumber


@dataclass(unsafe_hash=True)
class SeriesIsBroken(DomainError):
    """The numbers issued so far in the year are not 1, 2, 3 …: ``missing`` is the first that is not there."""

    year: int
    missing: int


PREFIXES = {
    ItemKind.DECISION: "PS",
    ItemKind.ELECTION: "PS",
    ItemKind.STAFF_APPOINTMENT: "PS",
    ItemKind.APPROVAL_OF_MINUTES: "PS",
    ItemKind.REFERRAL: "RS",
    ItemKind.INFORMATION: "OS",
    ItemKind.QUESTION: "FO",
    ItemKind.OTHER: "PS",
}
"""What councils that write the kind before the number write there."""


def with_prefix(number: CaseNumber, kind: ItemKind) -> str:
    """``PS 45/25``; the series is the same with and without."""
    return f"{PREFIXES[kind]} {number}" if kind in PREFIXES else str(number)


def issue_numbers(items: Sequence[AgendaItem], meeting_on: date, issued: Iterable[CaseNumber]) -> tuple[Issued, ...]:
    """A number for each item that is to have one and has none, in the order of the agenda.

    ``issued`` are all numbers the council has ever been given, also those of items withdrawn or postponed: none is used
    again, and a postponed item gets a new one in the meeting it comes to. The year is the one the meeting is held in,
    so an agenda called on 29 December for 8 January begins with 1. An additional agenda goes on where the first ended.

    Rules: R-282, R-284.
    """
    last = last_issued(meeting_on.year, issued)
    waiting = [each for each in items if not each.number and each.kind in NUMBERED_KINDS]
    return tuple(
        Issued(each.key, CaseNumber(meeting_on.year, sequence)) for sequence, each in enumerate(waiting, start=last + 1)
    )


def last_issued(year: int, issued: Iterable[CaseNumber]) -> int:
    """The highest number of the year, 0 before the first; a series with a gap is refused."""
    taken = {each.sequence for each in issued if each.year == year}
    for expected in range(1, len(taken) + 1):
        if expected not in taken:
            raise SeriesIsBroken(year, expected)
    return len(taken)


def range_line(numbers: Sequence[CaseNumber]) -> str:
    """``21/13–24/13``, as the head of the minutes says which cases they hold; one alone stands by itself."""
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}–{last}"
