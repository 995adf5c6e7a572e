"""At least forty per cent of each sex: on lists, among the elected, and in a whole body. Whole numbers only.

Law: kommuneloven (2018) §§ 7-5, 7-6, 7-7, 7-10.
Rules: R-222, R-225, R-227, R-229, R-258.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import DomainError
from app.councils.domain.gender import Gender

SMALLEST_WITH_SHARE = 4
"""From four on, forty per cent; with two or three, both sexes; with one, nothing can be asked."""


@dataclass(unsafe_hash=True)
class GenderBalanceBroken(DomainError):
    """A composition with too few of one sex, and no exception stated. ``rule`` is the rule that it breaks."""

    short: Gender
    number: int
    of: int
    minimum: int
    rule: str


def has_share(number: int, of: int) -> bool:
    """Whether so many are at least forty per cent: 2 of 5 are, 6 of 14 are, 5 of 14 are not.

    Law: kommuneloven (2018) § 7-5 (2).
    Rules: R-222.
    """
    return 5 * number >= 2 * of


def minimum_of_each(number: int) -> int:
    """How many of each sex there must be among so many: 2–3 → 1, 4–5 → 2, 6–7 → 3, 8–10 → 4, 13–15 → 6.

    One or none: no demand, though the act's "three or fewer" is written without that exception.

    Law: kommuneloven (2018) §§ 7-6 (3), 7-7 (3).
    Rules: R-225, R-229.
    """
    if number < SMALLEST_WITH_SHARE:
        return 1 if number > 1 else 0
    return -(-2 * number // 5)


def short_gender(genders: Sequence[Gender]) -> Gender | None:
    """The sex that is below its minimum among these, or None when both have enough.

    Law: kommuneloven (2018) §§ 7-6 (3), 7-7 (3).
    Rules: R-225, R-229.
    """
    minimum = minimum_of_each(len(genders))
    return next((gender for gender in Gender if genders.count(gender) < minimum), None)


def short_on_list(genders: Sequence[Gender], seats: int) -> Gender | None:
    """The sex that has too few names on a list for so many seats, or None when both have enough.

    It is the number of seats that decides which demand holds: from four seats on, forty per cent of the names; for two
    or three, both sexes.

    Law: kommuneloven (2018) § 7-5.
    Rules: R-222.
    """
    if seats < SMALLEST_WITH_SHARE:
        return next((gender for gender in Gender if seats > 1 and gender not in genders), None)
    return next((gender for gender in Gender if not has_share(genders.count(gender), len(genders))), None)


def short_in_replacement(remaining: Sequence[Gender | None]) -> Gender | None:
    """The sex that a new member should be of, so far as possible; None when either can be elected.

    ``remaining`` are the body's other members, or the group's other deputies: with one more of the other sex, this one
    would be under its minimum. Members whose sex is not registered count as neither.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-258.
    """
    minimum = minimum_of_each(len(remaining) + 1)
    numbers = sorted((list(remaining).count(gender), gender) for gender in Gender)
    fewest, gender = numbers[0]
    return gender if fewest < minimum and numbers[1][0] > fewest else None


def require_balance(genders: Sequence[Gender], rule: str, exception: str = "") -> None:
    """Refuse a composition with too few of one sex, unless an exception is stated and goes into the record.

    Law: kommuneloven (2018) §§ 7-6 (3), 7-7 (3).
    Rules: R-225, R-229.
    """
    short = short_gender(genders)
    if short and not exception.strip():
        raise GenderBalanceBroken(short, list(genders).count(short), len(genders), minimum_of_each(len(genders)), rule)
