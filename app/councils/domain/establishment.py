"""What a district council must be: how many seats at least, and what it may be called.

Law: kommuneloven (2018) §§ 5-1, 5-5, 5-7.
Rules: R-5, R-6.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError

FEWEST_SEATS = 3

DESIGNATIONS = ("kommunedelsutval", "bydelsutval")
"""The statute's word and the same with "by" for "kommune"; in bokmål a "g" follows, in nynorsk not."""

OLD_DESIGNATIONS = (*DESIGNATIONS, "bydelsstyre")
"""What bodies could be called by the act of 1992."""


@dataclass(unsafe_hash=True)
class TooFewSeats(DomainError):
    """A district council with fewer than three members."""

    seats: int
    fewest: int = FEWEST_SEATS
    rule: str = "R-5"


@dataclass(unsafe_hash=True)
class NameWithoutDesignation(DomainError):
    """A name that does not have the statute's designation in it."""

    name: str
    rule: str = "R-6"


def require_lawful_size(seats: int) -> None:
    """Refuse fewer than three seats. There is no greatest number, and the number need not be odd.

    Law: kommuneloven (2018) §§ 5-5, 5-7.
    Rules: R-5.
    """
    if seats < FEWEST_SEATS:
        raise TooFewSeats(seats)


def require_lawful_name(name: str, established_on: date, constituted_on: date) -> None:
    """Refuse a name without *kommunedelsutvalg* or *bydelsutvalg* in it.

    *Bydelsstyre* is accepted for bodies older than the constituting meeting of autumn 2019 (``constituted_on``).

    Law: kommuneloven (2018) § 5-1 (3).
    Rules: R-6.
    """
    allowed = OLD_DESIGNATIONS if established_on < constituted_on else DESIGNATIONS
    if not any(word in name.casefold() for word in allowed):
        raise NameWithoutDesignation(name)
