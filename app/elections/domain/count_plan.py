"""Which units a district's ballots are counted in: by category and place, and what is too small is counted with others.

Nothing is ever merged across districts.

Law: valgloven (2002) §§ 10-4, 10-5; valgloven (2023) §§ 10-7, 10-8, 10-10; valgforskriften (2024) §§ 11-5, 11-7.
Rules: R-132, R-133, R-134, R-135, R-136, R-137.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.elections.domain.categories import Category
from app.elections.domain.election import Contest, PollingDistrict, RuleSetName
from app.elections.domain.small_units import SMALLEST_GROUP, SMALLEST_ROLL

CENTRALLY = ""
"""The place of what is not counted for one place alone."""


@dataclass(frozen=True, slots=True)
class AdvancePlace:
    """A place where advance votes are received, and how many ballots of the district came in there."""

    code: str
    name: str
    votes: int


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit to count. ``pooled`` are the codes of the places that are counted together in it, when there are such."""

    category: Category
    place: str
    pooled: tuple[str, ...] = ()


class CountedBy(StrEnum):
    """Who answers for the count of a unit."""

    BOARD = "board"
    POLLING_PLACE = "polling_place"


class Starts(StrEnum):
    """When the count of a unit can begin."""

    DAY_BEFORE = "day_before"
    POLLS_CLOSED = "polls_closed"
    ALL_ARRIVED = "all_arrived"
    VOTES_APPROVED = "votes_approved"
    FIRST_COUNTED = "first_counted"


def plan_units(contest: Contest, advance: Sequence[AdvancePlace], *, routed: bool) -> tuple[PlannedUnit, ...]:
    """The units of one count of the contest: advance first, then received from others, then election day.

    An advance polling place with at least 60 votes is a unit; the others are one together, or, when they too are fewer
    than 60, part of the late count. A polling district with at least 100 names in the roll is a unit; the others are
    counted together, and when they have fewer than 100 names the smallest of the others joins them, until they have. A
    polling district whose number of names nobody knows is counted together with others. ``routed``: ballots that name
    the district come from other districts' urns.

    Law: valgloven (2002) § 10-4 (2), (4); valgloven (2023) §§ 10-5 (2), 10-8 (2)–(5); valgforskriften (2024) § 11-5.
    Rules: R-133, R-134, R-135, R-136, R-137.
    """
    return (
        *_advance(advance),
        *((PlannedUnit(Category.BF, CENTRALLY),) if routed else ()),
        *_election_day(contest.polling_districts),
        PlannedUnit(Category.VS, CENTRALLY),
        PlannedUnit(Category.VB, CENTRALLY),
    )


def counted_by(rule_set: RuleSetName, count: int, category: Category) -> CountedBy:
    """Who answers for a count: the board, but for the first count of the urns under the act of 2023.

    Law: valgloven (2002) § 10-4 (1); valgloven (2023) §§ 10-7, 10-10.
    Rules: R-132.
    """
    urn_first = count == 1 and category is Category.VO
    return CountedBy.POLLING_PLACE if urn_first and rule_set is RuleSetName.VALGLOVEN_2023 else CountedBy.BOARD


def starts(count: int, category: Category) -> Starts:
    """When a count can begin at the earliest. The late one waits until nothing more can arrive (17:00 the day after).

    Law: valgloven (2023) § 10-8 (4)–(5); valgforskriften (2024) § 11-7.
    Rules: R-135.
    """
    if count != 1:
        return Starts.FIRST_COUNTED
    return {
        Category.FO: Starts.DAY_BEFORE,
        Category.FS: Starts.ALL_ARRIVED,
        Category.VO: Starts.POLLS_CLOSED,
        Category.VF: Starts.POLLS_CLOSED,
    }.get(category, Starts.VOTES_APPROVED)


def _advance(places: Sequence[AdvancePlace]) -> Iterator[PlannedUnit]:
    small = tuple(each for each in places if each.votes < SMALLEST_GROUP)
    together = tuple(each.code for each in small)
    enough = sum(each.votes for each in small) >= SMALLEST_GROUP
    yield from (PlannedUnit(Category.FO, each.code) for each in places if each.votes >= SMALLEST_GROUP)
    if enough or not places:
        yield PlannedUnit(Category.FO, CENTRALLY, together)
    yield PlannedUnit(Category.FS, CENTRALLY, () if enough else together)


def _election_day(districts: Sequence[PollingDistrict]) -> Iterator[PlannedUnit]:
    pooled = [each for each in districts if each.electors is None or each.electors < SMALLEST_ROLL]
    apart = [each for each in districts if each not in pooled]
    while pooled and apart and _known_names(pooled) < SMALLEST_ROLL:
        smallest = min(apart, key=lambda each: each.electors or 0)
        apart.remove(smallest)
        pooled.append(smallest)
    if pooled or not districts:
        codes = tuple(each.code for each in districts if each in pooled)
        yield PlannedUnit(Category.VO, CENTRALLY, codes)
    yield from (PlannedUnit(Category.VO, each.code) for each in apart)


def _known_names(districts: Sequence[PollingDistrict]) -> int:
    return sum(each.electors or 0 for each in districts)
