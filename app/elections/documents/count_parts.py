"""Both counts of a contest → parts B, C and D of the record.

Law: valgloven (2002) § 10-4; valgloven (2023) § 10-5 (2).
Rules: R-101, R-133, R-137, R-139.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.elections.documents.counts_content import FIRST, SECOND, ContestCounts
from app.elections.documents.record_content import (
    CategoryCount,
    CountGroup,
    Deviation,
    ListTotal,
    PlaceCount,
    Rejections,
    SecondCount,
    Unit,
    UnitDeviation,
    together,
)
from app.elections.domain.election import Contest
from app.elections.domain.small_units import shown_with

UnitKey = tuple[str, str]


def first_counts(counts: ContestCounts) -> tuple[tuple[CountGroup, tuple[CategoryCount, ...]], ...]:
    """The first count of each group that has one, category by category."""
    groups = ((group, shown_counts(counts, FIRST, group)) for group in counts.groups)
    return tuple((group, categories) for group, categories in groups if categories)


def second_counts(counts: ContestCounts) -> tuple[SecondCount, ...]:
    """The second count of each group that was counted at all, with what it changed per list."""
    return tuple(
        _second_count(counts, group)
        for group in counts.groups
        if any(counts.has(count, category) for count in (FIRST, SECOND) for category in counts.groups[group])
    )


def unit_deviations(counts: ContestCounts) -> tuple[UnitDeviation, ...]:
    """All ballots of each unit that was counted twice. Where the places differ, the category is the unit."""
    categories = [category for group in counts.groups for category in counts.groups[group]]
    return tuple(deviation for category in categories for deviation in _unit_deviations(counts, category))


def list_totals(counts: ContestCounts) -> tuple[ListTotal, ...]:
    """Each list's approved ballots of the second count, by group."""
    groups = [(group, counts.category_counts(SECOND, group)) for group in counts.groups]
    return tuple(
        ListTotal(each.name, tuple((group, _ballots_for(categories, at)) for group, categories in groups if categories))
        for at, each in enumerate(counts.contest.lists)
    )


def shown_counts(counts: ContestCounts, count: int, group: CountGroup) -> tuple[CategoryCount, ...]:
    """A group's figures as they may be shown: units that are too small are added to another (R-137)."""
    units = [(category, place) for category in counts.groups[group] for place in counts.places(count, category)]
    holders = shown_with({unit: counts.size(count, *unit) for unit in units})
    shown = []
    for category in counts.groups[group]:
        places = [
            _joined(counts, count, unit, [each for each in units if holders[each] == unit and each != unit])
            for unit in units
            if unit[0] == category and holders[unit] == unit
        ]
        if places:
            shown.append(CategoryCount(category, tuple(places)))
    return tuple(shown)


def _joined(counts: ContestCounts, count: int, unit: UnitKey, absorbed: Sequence[UnitKey]) -> PlaceCount:
    """The figures of a unit and of those it is shown together with."""
    own = counts.place_count(count, *unit)
    if not absorbed:
        return own
    names = tuple(Unit(category, counts.place_name(place)) for category, place in absorbed)
    all_figures = together([own, *(counts.place_count(count, *each) for each in absorbed)])
    return replace(all_figures, place=own.place, absorbed=names)


def _second_count(counts: ContestCounts, group: CountGroup) -> SecondCount:
    first, second = counts.category_counts(FIRST, group), counts.category_counts(SECOND, group)
    return SecondCount(
        group=group,
        categories=shown_counts(counts, SECOND, group),
        deviations=tuple(_list_deviations(first, second, counts.contest)) if first and second else (),
        rejections=tuple(Rejections(each.category, each.together.rejected) for each in second),
        missing=tuple(
            category
            for category in counts.groups[group]
            if counts.has(FIRST, category) and not counts.has(SECOND, category)
        ),
    )


def _list_deviations(
    first: Sequence[CategoryCount], second: Sequence[CategoryCount], contest: Contest
) -> Iterator[Deviation]:
    for at, each in enumerate(contest.lists):
        yield Deviation(each.name, _ballots_for(first, at), _ballots_for(second, at))


def _unit_deviations(counts: ContestCounts, category: str) -> Iterator[UnitDeviation]:
    first, second = counts.category_count(FIRST, category), counts.category_count(SECOND, category)
    if not first.places or not second.places:
        return
    if [each.place for each in first.places] != [each.place for each in second.places]:
        yield UnitDeviation(Unit(category, ""), first.together.ballots, second.together.ballots)
        return
    for before, after in zip(first.places, second.places, strict=True):
        yield UnitDeviation(Unit(category, before.place), before.ballots, after.ballots)


def _ballots_for(categories: Iterable[CategoryCount], at: int) -> int:
    return sum(place.lists[at] for category in categories for place in category.places)
