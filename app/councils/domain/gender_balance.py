"""At least forty per cent of each sex: on lists, among the elected, and in a whole body. Whole numbers only.

Law: kommuneloven (2018) §§ 7-5, 7-6, 7-7.
Rules: R-222, R-225, R-226, R-227, R-229.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.councils.domain.gender import Gender

SMALLEST_WITH_SHARE = 4
"""From four on, forty per cent; with two or three, both sexes; with one, nothing can be asked."""


def minimum_of_each(number: int) -> int:
    """How many of each sex there must be among so many: 2–3 → 1, 4–5 → 2, 6–7 → 3, 8–10 → 4, 13–15 → 6.

    One or none: no demand, though the act's "three or fewer" is written without that exception.

    Law: kommuneloven (2018) §§ 7-5 (3), 7-6 (3).
    Rules: R-222, R-225.
    """
    if number < SMALLEST_WITH_SHARE:
        return 1 if number > 1 else 0
    return -(-2 * number // 5)


def short_sex(sexes: Sequence[Gender]) -> Gender | None:
    """The sex that is below its minimum among these, or None when both have enough.

    Law: kommuneloven (2018) §§ 7-5 (3), 7-6 (3), 7-7 (3).
    Rules: R-222, R-225, R-229.
    """
    minimum = minimum_of_each(len(sexes))
    return next((sex for sex in Gender if sexes.count(sex) < minimum), None)


@dataclass(frozen=True, slots=True)
class Listed:
    """A name on a list: its ``place`` from 1, and the person's sex."""

    place: int
    name: str
    sex: Gender


@dataclass(frozen=True, slots=True)
class Swap:
    """One step of the balance: who gave way to whom, because there were too few of the sex of ``enters``."""

    leaves: Listed
    enters: Listed


@dataclass(frozen=True, slots=True)
class Picked:
    """Who is picked, in list order; each step on the way; and the sex that is still short, if its names ran out."""

    names: tuple[Listed, ...]
    swaps: tuple[Swap, ...]
    still_short: Gender | None


def pick(listed: Sequence[Listed], number: int) -> Picked:
    """The first so many names of a list, changed as little as balance demands.

    While a sex is short, the lowest-placed of the other sex gives way to the highest-placed of the short sex who is
    not yet taken. If nobody of that sex is left, the picking stops there and says so: a person must then mend the list.
    Fewer names than asked for are picked as they are, balanced as far as they go.

    Law: kommuneloven (2018) § 7-6 (3).
    Rules: R-225, R-226.
    """
    in_order = sorted(listed, key=lambda each: each.place)
    taken, waiting = in_order[:number], in_order[number:]
    swaps: list[Swap] = []
    while short := short_sex([each.sex for each in taken]):
        enters = next((each for each in waiting if each.sex is short), None)
        if enters is None:
            return Picked(tuple(taken), tuple(swaps), short)
        leaves = [each for each in taken if each.sex is short.other][-1]
        swaps.append(Swap(leaves, enters))
        taken = sorted([each for each in taken if each is not leaves] + [enters], key=lambda each: each.place)
        waiting.remove(enters)
    return Picked(tuple(taken), tuple(swaps), None)


def pick_members_and_deputies(listed: Sequence[Listed], seats: int, extra_deputies: int = 2) -> tuple[Picked, Picked]:
    """A list's members, and its deputies from the names that are left: two more than the members, as far as possible.

    Compare the three more of a direct election. A list without seats has no deputies.

    Law: kommuneloven (2018) § 7-6 (3), (4).
    Rules: R-225, R-227.
    """
    members = pick(listed, seats)
    places = {each.place for each in members.names}
    rest = [each for each in listed if each.place not in places]
    return members, pick(rest, seats + extra_deputies if seats else 0)
