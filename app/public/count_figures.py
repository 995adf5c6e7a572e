"""How many voted, how, and what became of the ballots: the figures of both counts of one contest.

Law: valgloven (2002) §§ 10-3, 10-4; valgloven (2023) §§ 10-3, 10-5.
Rules: R-101, R-103, R-130, R-133, R-137, R-139.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.elections.documents.counts_content import CATEGORIES, FIRST, REJECTION_CODES, SECOND
from app.elections.documents.record_content import CountGroup
from app.elections.documents.small_units import SMALLEST_GROUP

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
    groups = [_group(group, second) for group in CountGroup]
    return CountFigures(
        electors=electors,
        ticks=_ticks(lines),
        for_lists=sum(group.for_lists for group in groups),
        blank=sum(group.blank for group in groups),
        rejected=tuple((ground, number) for ground, number in rejected if number),
        groups=shown_groups([group for group in groups if group.approved or group.rejected]),
        lists=_list_counts(lines, list_codes),
    )


def shown_groups(groups: Sequence[GroupFigures]) -> tuple[GroupFigures, ...]:
    """The groups that may be shown alone; smaller ones are put together until no group is small.

    60 approved ballots is the number under which advance votes are not counted by themselves either.

    Law: valgloven (2023) § 10-8 (2).
    Rules: R-134, R-137.
    """
    by_size = sorted(groups, key=lambda group: group.approved)
    while len(by_size) > 1 and by_size[0].approved < SMALLEST_GROUP:
        by_size = sorted([_together(by_size[0], by_size[1]), *by_size[2:]], key=lambda group: group.approved)
    order = list(CountGroup)
    return tuple(sorted(by_size, key=lambda group: order.index(group.groups[0])))


def _together(one: GroupFigures, other: GroupFigures) -> GroupFigures:
    groups = tuple(group for group in CountGroup if group in one.groups + other.groups)
    return GroupFigures(groups, one.for_lists + other.for_lists, one.blank + other.blank, one.rejected + other.rejected)


def _group(group: CountGroup, second: Mapping[tuple[str, str], int]) -> GroupFigures:
    lines = [(line, number) for (category, line), number in second.items() if category in CATEGORIES[group]]
    return GroupFigures(
        groups=(group,),
        for_lists=sum(number for line, number in lines if line.startswith("list:")),
        blank=sum(number for line, number in lines if line == "blank"),
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
    def ballots(count: int, code: str) -> int:
        return sum(number for (of, _, line), number in lines.items() if of == count and line == f"list:{code}")

    if not any(count == FIRST for count, _, _ in lines):
        return ()
    return tuple(ListCounts(code, ballots(FIRST, code), ballots(SECOND, code)) for code in list_codes)
