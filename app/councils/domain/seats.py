"""What a seat was given for: the quotient, and what decided between equals.

Law: valgloven (2002) § 11-4; valgloven (2023) § 11-4.
Rules: R-152, R-154, R-156.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class DecidedBy(StrEnum):
    """How a seat was decided.

    QUOTIENT: nobody else had as high a quotient. MORE_VOTES: others had, with fewer list votes. LOT: others had, with
    as many list votes. ORDER_ONLY: as LOT, but there were seats for all of them, so only the order was open and the
    setup's order is recorded.
    """

    QUOTIENT = "quotient"
    MORE_VOTES = "more_votes"
    LOT = "lot"
    ORDER_ONLY = "order_only"


@dataclass(frozen=True, slots=True)
class Quotient:
    """A list's votes over one of its divisors."""

    list_code: str
    votes: int
    divisor: Fraction

    @property
    def quotient(self) -> Fraction:
        return Fraction(self.votes, self.divisor)


@dataclass(frozen=True, slots=True)
class SeatAward:
    """Seat number ``seat`` (from 1, highest quotient first) and the quotient that took it."""

    seat: int
    list_code: str
    votes: int
    divisor: Fraction
    decided_by: DecidedBy

    @property
    def quotient(self) -> Fraction:
        return Fraction(self.votes, self.divisor)


def six_decimals(value: Fraction) -> str:
    """A quotient for reading: six decimals, rounded half up: 48866/1.4 → "34904.285714". Never counted with again.

    Rules: R-156.
    """
    millionths = (2 * 10**6 * value.numerator + value.denominator) // (2 * value.denominator)
    whole, decimals = divmod(millionths, 10**6)
    return f"{whole}.{decimals:06}"
