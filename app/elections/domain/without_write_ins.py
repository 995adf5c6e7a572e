"""What write-ins decided: the settlement beside the one there had been without them.

Law: valgloven (2002) §§ 10-6 (3), 11-12; valgloven (2023) §§ 13-1 (3), 13-2 (2).
Rules: R-111, R-150, R-160.
"""

from dataclasses import dataclass

from app.councils.domain.lots import LotRequired
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settled_again import settled_without_write_ins
from app.elections.domain.settlement import ListResult, Settlement


@dataclass(frozen=True, slots=True)
class ListWithoutWriteIns:
    """A list with and without write-ins. ``came_in`` and ``fell_out`` are positions of members, best rank first.

    ``came_in`` are members thanks to write-ins; ``fell_out`` had been members but for them.
    """

    code: str
    list_votes: int
    seats: int
    list_votes_without: int
    seats_without: int
    came_in: tuple[int, ...]
    fell_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WithoutWriteIns:
    """The lists in setup order; empty where ``lot_between`` tells who had then had to draw lots."""

    lists: tuple[ListWithoutWriteIns, ...]
    lot_between: tuple[str, ...]

    @property
    def moved_seats(self) -> int:
        """How many seats another list had had."""
        return sum(max(0, each.seats - each.seats_without) for each in self.lists)

    @property
    def changed_members(self) -> int:
        """How many of those who are members had not been."""
        return sum(len(each.came_in) for each in self.lists)


def without_write_ins(settlement: Settlement, rules: RuleSet) -> WithoutWriteIns:
    """The same ballots and marks settled by the same rules, had no voter written in a name from another list.

    In W-1 list A had had 15 · 3264 = 48 960 list votes and 6 seats, and C 22 215 and 2: the 15th seat had gone to A for
    48 960 / 11 = 4 450.9, before C's 22 215 / 5 = 4 443.

    Law: valgloven (2002) §§ 10-6 (3), 11-12; valgloven (2023) §§ 13-1 (3), 13-2 (2).
    Rules: R-111, R-150, R-160.
    """
    other = settled_without_write_ins(settlement, rules)
    if isinstance(other, LotRequired):
        return WithoutWriteIns((), other.lists)
    return WithoutWriteIns(tuple(map(_beside, settlement.lists, other.lists)), ())


def _beside(real: ListResult, other: ListResult) -> ListWithoutWriteIns:
    members, others = _members(real), _members(other)
    return ListWithoutWriteIns(
        real.code,
        real.list_votes,
        real.seats,
        other.list_votes,
        other.seats,
        came_in=tuple(each for each in members if each not in others),
        fell_out=tuple(each for each in others if each not in members),
    )


def _members(result: ListResult) -> list[int]:
    """The positions of the members, best rank first."""

    def rank(each: CandidateResult) -> int:
        return each.rank or 0

    return [each.position for each in sorted(result.candidates, key=rank) if each.outcome is Outcome.MEMBER]
