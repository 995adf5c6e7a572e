"""The seats of a contest: one by one to the highest quotient.

Law: valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1.
Rules: R-152, R-153, R-154, R-155, R-156, R-165.
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
        return Fraction(self.votes) / self.divisor


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
        return Fraction(self.votes) / self.divisor


def six_decimals(value: Fraction) -> str:
    """A quotient for reading: six decimals, rounded half up; 48866/(7/5) → "34904.285714". Never counted with."""
    raise NotImplementedError
