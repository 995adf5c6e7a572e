"""What the result had been without write-ins, with the names of lists and candidates.

Law: valgloven (2002) §§ 10-6 (3), 11-12; valgloven (2023) §§ 13-1 (3), 13-2 (2).
Rules: R-111, R-150, R-160.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.domain.election import Candidate
from app.elections.domain.without_write_ins import ListWithoutWriteIns, WithoutWriteIns
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class ListEffect:
    """One list with and without write-ins. ``came_in`` are members thanks to them, ``fell_out`` had been members."""

    shown: ShownList
    figures: ListWithoutWriteIns
    came_in: tuple[Candidate, ...]
    fell_out: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class WriteInEffect:
    """The lists in setup order; empty where those in ``lot_between`` had then had to draw lots."""

    lists: tuple[ListEffect, ...]
    lot_between: tuple[ShownList, ...]
    moved_seats: int
    changed_members: int


def write_in_effect(without: WithoutWriteIns, lists: Mapping[str, ShownList]) -> WriteInEffect:
    """What write-ins decided."""
    return WriteInEffect(
        tuple(_effect(lists[each.code], each) for each in without.lists),
        tuple(lists[code] for code in without.lot_between),
        without.moved_seats,
        without.changed_members,
    )


def _effect(shown: ShownList, figures: ListWithoutWriteIns) -> ListEffect:
    came_in, fell_out = (
        tuple(shown.candidates[position - 1] for position in positions)
        for positions in (figures.came_in, figures.fell_out)
    )
    return ListEffect(shown, figures, came_in, fell_out)
