"""Approved ballots in the figures of a count: those for each list, and the blank ones.

Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
Rules: R-103, R-115, R-150.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LIST_PREFIX = "list:"
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ApprovedBallots:
    """How many ballots each list has, by its code, and how many are blank. A list without a figure has none."""

    by_list: Mapping[str, int]
    blank: int

    @property
    def for_lists(self) -> int:
        """Ballots for any list: what seats are given by."""
        return sum(self.by_list.values())

    @property
    def all(self) -> int:
        return self.for_lists + self.blank


def approved_ballots(figures: Iterable[tuple[str, int]]) -> ApprovedBallots:
    """Adds up the figures (line, number) of one count: every category and place of the same line together.

    ``list:A`` 40 and ``list:A`` 3 and ``blank`` 2 are 43 ballots for A and 2 blank. Crosses in the roll, doubtful and
    rejected ballots are not approved ballots and are passed by. Lists stand in the order they first come.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
    Rules: R-103, R-115, R-150.
    """
    by_list: dict[str, int] = {}
    blank = 0
    for line, number in figures:
        if line.startswith(LIST_PREFIX):
            code = line.removeprefix(LIST_PREFIX)
            by_list[code] = by_list.get(code, 0) + number
        elif line == BLANK:
            blank += number
    return ApprovedBallots(by_list, blank)
