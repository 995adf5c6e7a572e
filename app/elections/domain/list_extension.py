"""A later list deadline for a district that fewer than two lists came in for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_receipt import is_late
from app.elections.domain.majority_election import FEWEST_LISTS


@dataclass(frozen=True, slots=True)
class ListExtension:
    """What the municipal council decided: the last day to hand in lists, at 12:00, and the day of the decision."""

    until: date
    decided_on: date


@dataclass(unsafe_hash=True)
class NoExtension(DomainError):
    """The act of 2002 knows no later list deadline."""

    rule: str = "R-24"


@dataclass(unsafe_hash=True)
class EnoughLists(DomainError):
    """Two lists or more had come in when the deadline was over."""

    arrived: int
    rule: str = "R-24"


@dataclass(unsafe_hash=True)
class ListsMayStillCome(DomainError):
    """Nobody knows how many lists come in before the deadline is over."""

    closes_at: datetime
    rule: str = "R-24"


@dataclass(unsafe_hash=True)
class ExtensionOutOfBounds(DomainError):
    """The new deadline is after the old one and no later than 30 April; the decision lies between the two."""

    first: date
    last: date
    rule: str = "R-24"


def arrived_in_time(received: Iterable[datetime | None], closes_at: datetime) -> int:
    """How many proposals had come in when the deadline was over; one that was withdrawn later had come in.

    Law: valgloven (2023) § 5-7 (4).
    Rules: R-24, R-50.
    """
    return sum(each is not None and not is_late(each, closes_at) for each in received)


def require_extendable(
    rule_set: RuleSetName, arrived: int, closes_at: datetime, latest: date | None, extension: ListExtension
) -> None:
    """Refuse a later deadline where the act gives none: under the act of 2002, with two lists or more in time, after
    ``latest``, which is 30 April or the working day it leads to, and before the ordinary deadline is over.

    Law: valgloven (2023) § 5-7 (4).
    Rules: R-24.
    """
    if rule_set is RuleSetName.VALGLOVEN_2002 or latest is None:
        raise NoExtension
    if extension.decided_on < closes_at.date():
        raise ListsMayStillCome(closes_at)
    if arrived >= FEWEST_LISTS:
        raise EnoughLists(arrived)
    if not closes_at.date() < extension.until <= latest or extension.decided_on > extension.until:
        raise ExtensionOutOfBounds(closes_at.date(), latest)
