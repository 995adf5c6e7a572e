"""Which units of a district's count are too small to be shown by themselves, and what they are shown together with.

How a handful of people voted is nobody's business, so what lies below the law's limits for counting apart is added to
another unit of the same district before it is shown: never to another district's. The record gives each part of the
count by itself (R-133) and its units here; the public page gives the parts as units.

Law: valgloven (2002) § 10-4 (2); valgloven (2023) § 10-8 (2)–(5).
Rules: R-134, R-135, R-136, R-137.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.domain.categories import Category

SMALLEST_GROUP = 60
SMALLEST_LATE_GROUP = 30
SMALLEST_ROLL = 100
ADVANCE = frozenset({Category.FO, Category.FS})

Unit = tuple[str, str]
"""Category and place."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many approved ballots a unit has, and how many names its part of the roll has, when known."""

    ballots: int
    electors: int | None = None


def is_small(category: str, size: Size) -> bool:
    """Whether a unit of this size may not be shown by itself.

    A polling district is large enough with 100 names in its part of the roll, the late advance ballots with 30, and
    everything else with 60 ballots. An empty unit tells nothing about anybody.

    Law: valgloven (2002) § 10-4 (2); valgloven (2023) § 10-8 (2)–(5).
    Rules: R-134, R-135, R-136, R-137.
    """
    if not size.ballots:
        return False
    if size.electors is not None:
        return size.electors < SMALLEST_ROLL
    return size.ballots < (SMALLEST_LATE_GROUP if category == Category.FS else SMALLEST_GROUP)


def shown_with(sizes: Mapping[Unit, Size]) -> dict[Unit, Unit]:
    """For each unit of one district the unit it is shown with: mostly itself.

    The smallest unit that is too small joins the smallest other one: of its own category if there is one, else from the
    same part of the election (advance or election day), until none is too small or only one is left. Equals are taken
    in the order given.

    Law: valgloven (2002) § 10-4 (2); valgloven (2023) § 10-8 (2)–(5).
    Rules: R-137.
    """
    holder = {unit: unit for unit in sizes}
    open_units = {unit: size for unit, size in sizes.items() if size.ballots}
    while len(open_units) > 1:
        small = [unit for unit, size in open_units.items() if is_small(unit[0], size)]
        if not small:
            break
        joining = min(small, key=lambda unit: open_units[unit].ballots)
        size = open_units.pop(joining)
        host = min(open_units, key=lambda unit: (_distance(unit[0], joining[0]), open_units[unit].ballots))
        open_units[host] = _together(open_units[host], size)
        holder = {unit: host if held_by == joining else held_by for unit, held_by in holder.items()}
    return holder


def _distance(one: str, other: str) -> int:
    """0 the same category, 1 the same part of the election, 2 the other part. From other districts: election day."""
    return 0 if one == other else 1 + ((one in ADVANCE) != (other in ADVANCE))


def _together(host: Size, joining: Size) -> Size:
    """The size of both. Names in the roll are only added where both are known."""
    electors = None if host.electors is None or joining.electors is None else host.electors + joining.electors
    return Size(host.ballots + joining.ballots, electors)
