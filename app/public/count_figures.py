"""How many voted, how, and what became of the ballots: the figures of both counts of one contest.

Law: valgloven (2002) §§ 10-3, 10-4; valgloven (2023) §§ 10-3, 10-5.
Rules: R-101, R-103, R-130, R-133, R-137, R-139.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from app.elections.documents.counts_content import CATEGORIES, FIRST, REJECTION_CODES, SECOND
from app.elections.documents.record_content import CountGroup
from app.elections.domain.approved_ballots import approved_ballots
from app.elections.domain.categories import Category
from app.elections.domain.small_units import Size, Unit, shown_with

Lines = Mapping[tuple[int, str, str], int]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Ballots that came in the same way, or in ways that are too few to be shown alone."""

    groups: tuple[CountGroup, ...]
    for_lists: int
    blank: int
    rejected: int

    @property
    def approved(self) -> int:
        return self.for_lists + self.blank


@dataclass(frozen=True, slots=True)
class ListCounts:
    """A list's ballots in the first and in the second count."""

    code: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class CountFigures:
    """The second count, and the first beside it. ``rejected`` is by ground, a to d, grounds that occurred only.

    ``electors`` and ``ticks`` (crosses in the roll) are None where they were never recorded. ``lists`` is empty where
    no first count is recorded.
    """

    electors: int | None
    ticks: int | None
    for_lists: int
    blank: int
    rejected: tuple[tuple[str, int], ...]
    groups: tuple[GroupFigures, ...]
    lists: tuple[ListCounts, ...]

    @property
    def approved(self) -> int:
        return self.for_lists + self.blank

    @property
    def rejected_in_all(self) -> int:
        return sum(number for _, number in self.rejected)

    @property
    def votes_cast(self) -> int:
        """Crosses in the roll; where nobody noted them, the ballots that were found."""
        return self.approved + self.rejected_in_all if self.ticks is None else self.ticks

    @property
    def deviations(self) -> int:
        """How many lists have another number in the second count than in the first."""
        return sum(each.first != each.second for each in self.lists)


def count_figures(lines: Lines, list_codes: Sequence[str], electors: int | None) -> CountFigures:
    """The figures of a contest from its lines, which are added up over places: (count, category, line) → number."""
    second = {(category, line): number for (count, category, line), number in lines.items() if count == SECOND}
    rejected = ((code[-1], _of_line(second, code)) for code in REJECTION_CODES)
    approved = approved_ballots((line, number) for (_, line), number in second.items())
    return CountFigures(
        electors=electors,
        ticks=_ticks(lines),
        for_lists=approved.for_lists,
        blank=approved.blank,
        rejected=tuple((ground, number) for ground, number in rejected if number),
        groups=shown_groups(_groups(second), electors),
        lists=_list_counts(lines, list_codes),
    )


def shown_groups(groups: Mapping[Unit, GroupFigures], electors: int | None) -> tuple[GroupFigures, ...]:
    """The groups as they may be shown: those that are too small put together with others, as in the record.

    A group goes by the category that most of its ballots came in as; ballots of election day come from the whole roll.

    Law: valgloven (2002) § 10-4 (2); valgloven (2023) § 10-8 (2)–(5).
    Rules: R-137.
    """
    sizes = {unit: Size(group.approved, electors if unit[0] == Category.VO else None) for unit, group in groups.items()}
    holders = shown_with(sizes)
    shown = [
        reduce(_together, (group for unit, group in groups.items() if holders[unit] == host))
        for host in groups
        if holders[host] == host
    ]
    order = list(CountGroup)
    return tuple(sorted(shown, key=lambda group: order.index(group.groups[0])))


def _together(one: GroupFigures, other: GroupFigures) -> GroupFigures:
    groups = tuple(group for group in CountGroup if group in one.groups + other.groups)
    return GroupFigures(groups, one.for_lists + other.for_lists, one.blank + other.blank, one.rejected + other.rejected)


def _groups(second: Mapping[tuple[str, str], int]) -> dict[Unit, GroupFigures]:
    """The groups that have any ballot, by the category that most of their ballots came in as."""
    groups: dict[Unit, GroupFigures] = {}
    for group in CountGroup:
        by_category = [_group(group, category, second) for category in CATEGORIES[group]]
        most = max(range(len(by_category)), key=lambda at: by_category[at].approved)
        figures = reduce(_together, by_category)
        if figures.approved or figures.rejected:
            groups[CATEGORIES[group][most], ""] = figures
    return groups


def _group(group: CountGroup, category: str, second: Mapping[tuple[str, str], int]) -> GroupFigures:
    lines = [(line, number) for (of, line), number in second.items() if of == category]
    approved = approved_ballots(lines)
    return GroupFigures(
        groups=(group,),
        for_lists=approved.for_lists,
        blank=approved.blank,
        rejected=sum(number for line, number in lines if line in REJECTION_CODES),
    )


def _of_line(second: Mapping[tuple[str, str], int], wanted: str) -> int:
    return sum(number for (_, line), number in second.items() if line == wanted)


def _ticks(lines: Lines) -> int | None:
    """Crosses in the roll are noted with the first count; where they are not, with the second."""
    for wanted in (FIRST, SECOND):
        noted = [number for (count, _, line), number in lines.items() if count == wanted and line == "ticks"]
        if noted:
            return sum(noted)
    return None


def _list_counts(lines: Lines, list_codes: Sequence[str]) -> tuple[ListCounts, ...]:
    if not any(count == FIRST for count, _, _ in lines):
        return ()
    first, second = (
        approved_ballots((line, number) for (count, _, line), number in lines.items() if count == wanted).by_list
        for wanted in (FIRST, SECOND)
    )
    return tuple(ListCounts(code, first.get(code, 0), second.get(code, 0)) for code in list_codes)
