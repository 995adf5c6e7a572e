"""The rule sets as data: everything in which the election acts and the municipality's settings can differ.

Law: valgloven (2002) §§ 7-2, 11-4, 11-12; valgloven (2023) §§ 6-10, 11-4, 13-1, 13-2.
Rules: 0.6, R-56, R-112, R-113, R-114, R-152, R-164, and the settings register K.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.elections.domain.election import RuleSetName


class WriteInOwnList(StrEnum):
    """What a name from the ballot's own list in the write-in field is worth (R-114 d)."""

    IGNORE = "ignore"
    AS_MARK = "as_mark"


class WriteInOverflow(StrEnum):
    """Which write-ins count when there are more valid names than the quota (R-114 e)."""

    FIRST_VALID = "first_valid"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One election act with the settings of the register that decide results, at their defaults.

    ``first_divisor`` is the first of the divisors; the next are 3, 5, 7 … (R-152). ``bonus_share`` is the part of the
    list's ballots that a bonus candidate is given (R-161). ``extra_deputies`` come on top of the seats won (R-164).
    """

    name: RuleSetName
    first_divisor: Fraction = Fraction(7, 5)
    bonus_share: Fraction = Fraction(1, 4)
    extra_deputies: int = 3
    write_in_minimum: int = 5
    write_in_share: Fraction = Fraction(1, 4)
    writein_cap_at_seats: bool = True
    writein_requires_eligible: bool = True
    writein_own_list: WriteInOwnList = WriteInOwnList.IGNORE
    writein_overflow: WriteInOverflow = WriteInOverflow.FIRST_VALID
    bonus_max_small: int = 0

    def write_in_quota(self, seats: int) -> int:
        """How many write-ins can count on one ballot: 15 seats → 5, 24 → 6, 67 → 16, 3 → 3.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
        Rules: R-112, R-113.
        """
        quota = max(self.write_in_minimum, seats * self.write_in_share.numerator // self.write_in_share.denominator)
        return min(quota, seats) if self.writein_cap_at_seats else quota

    def bonus_maximum(self, seats: int) -> int:
        """How many candidates of a list may carry the bonus: 15 seats → 4, 24 → 4, 25 → 6, 54 → 6, 55 → 10.

        Law: valgloven (2002) § 6-2 (3); valgloven (2023) § 5-3.
        Rules: R-56.
        """
        if seats < 11:
            return self.bonus_max_small
        if seats < 25:
            return 4
        return 6 if seats < 55 else 10


RULE_SETS = {name: RuleSet(name) for name in RuleSetName}

FIRST_ELECTION_DAY = date(2003, 1, 1)
"""When direct elections to district councils got their regulation, and the act of 2002 came into force."""
LAST_ELECTION_DAY = date(2199, 12, 31)
"""A day beyond is a slip of the keyboard."""
LAST_DAY_OF_ACT_OF_2002 = date(2023, 9, 11)


def rule_set_on(day: date) -> RuleSetName:
    """The act that an election on this day is held under: up to and including 11 September 2023 that of 2002.

    Rules: 0.1.
    """
    return RuleSetName.VALGLOVEN_2002 if day <= LAST_DAY_OF_ACT_OF_2002 else RuleSetName.VALGLOVEN_2023
