"""The two series of divisors by which seats are distributed.

Law: valgloven (2002) § 11-4; valgloven (2023) § 11-4; kommuneloven (2018) § 7-6.
Rules: R-152, R-153, R-224.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Divisors:
    """A series of divisors: ``first``, ``second``, and from there on ``step`` more each time."""

    first: Fraction
    second: int
    step: int

    @property
    def scale(self) -> int:
        """What every divisor is multiplied by to be a whole number: 5 where the first divisor is 1.4."""
        return self.first.denominator

    def scaled(self, seats_won: int) -> int:
        """The divisor of a list that has won so many seats, as a whole number: 7, 15, 25, 35, 45 …

        Rules: R-153.
        """
        if seats_won == 0:
            return self.first.numerator
        return self.scale * (self.second + self.step * (seats_won - 1))

    def divisor(self, seats_won: int) -> Fraction:
        """The divisor of a list that has won so many seats: 7/5, 3, 5, 7, 9 …"""
        return Fraction(self.scaled(seats_won), self.scale)


FIRST_DIVISOR = Fraction(7, 5)
"""1.4, the first divisor of public elections."""


def modified_sainte_lague(first_divisor: Fraction = FIRST_DIVISOR) -> Divisors:
    """1.4, 3, 5, 7, 9 …: the divisors of a direct election. There is no threshold.

    Law: Grunnloven (1814) § 59; valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 11-4 (2), 13-1 (2).
    Rules: R-152.
    """
    return Divisors(first_divisor, second=3, step=2)


def d_hondt() -> Divisors:
    """1, 2, 3, 4 …: the divisors of proportional elections held by an elected body.

    Law: kommuneloven (2018) § 7-6.
    Rules: R-224.
    """
    return Divisors(Fraction(1), second=2, step=1)
