"""Who is elected from a list: its first names, changed as little as the balance of the sexes demands.

Law: kommuneloven (2018) § 7-6.
Rules: R-225, R-226, R-227.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import minimum_of_each, short_gender

EXTRA_DEPUTIES = 2
"""How many more deputies than members a list has, as far as there are names. A direct election gives three more."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name on a list: its ``place`` from 1, and the person's sex."""

    place: int
    name: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Promotion:
    """One step of the balance: who gives way to whom: ``number`` of the sex of ``enters`` was below ``minimum``."""

    leaves: Listed
    enters: Listed
    number: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Picked:
    """Who is picked, in list order; each step on the way; and the sex that is still short, if its names ran out."""

    names: tuple[Listed, ...]
    promotions: tuple[Promotion, ...]
    still_short: Gender | None


def pick(listed: Sequence[Listed], number: int) -> Picked:
    """The first so many names of a list, changed as little as the balance demands.

    While a sex is short, the lowest-placed of the other sex gives way to the highest-placed of the short sex who is
    not yet taken. If nobody of that sex is left, the picking stops there and says so: a person must then mend the list.
    Fewer names than asked for are picked as they are, balanced as far as they go.

    Law: kommuneloven (2018) § 7-6 (2), (3).
    Rules: R-225, R-226.
    """
    in_order = sorted(listed, key=lambda each: each.place)
    taken, waiting = in_order[:number], in_order[number:]
    minimum = minimum_of_each(len(taken))
    promotions: list[Promotion] = []
    while short := short_gender([each.gender for each in taken]):
        enters = next((each for each in waiting if each.gender is short), None)
        if enters is None:
            return Picked(tuple(taken), tuple(promotions), short)
        leaves = [each for each in taken if each.gender is short.other][-1]
        promotions.append(Promotion(leaves, enters, sum(each.gender is short for each in taken), minimum))
        taken = sorted([each for each in taken if each is not leaves] + [enters], key=lambda each: each.place)
        waiting.remove(enters)
    return Picked(tuple(taken), tuple(promotions), None)


def pick_members_and_deputies(listed: Sequence[Listed], seats: int) -> tuple[Picked, Picked]:
    """A list's members, and its deputies from the names that are left: two more than the members, as far as possible.

    Compare the three more of a direct election. A list without seats has no deputies.

    Law: kommuneloven (2018) § 7-6 (2), (3), (5).
    Rules: R-225, R-227.
    """
    members = pick(listed, seats)
    places = {each.place for each in members.names}
    rest = [each for each in listed if each.place not in places]
    return members, pick(rest, seats + EXTRA_DEPUTIES if seats else 0)
