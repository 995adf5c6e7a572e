"""What a new settlement of a contest changed: figure by figure, seat by seat, person by person.

Law: valgloven (2002) §§ 10-7, 13-4; valgloven (2023) §§ 10-15 (2), 15-3.
Rules: R-190, R-207.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from app.councils.domain.lots import Lot
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.settlement import ListResult, Settlement


class ListFigure(StrEnum):
    """A list's figures, in the order they follow from each other."""

    BALLOTS = "ballots"
    WRITE_INS_GIVEN = "write_ins_given"
    WRITE_INS_RECEIVED = "write_ins_received"
    LIST_VOTES = "list_votes"
    SEATS = "seats"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a list that became another."""

    list_code: str
    figure: ListFigure
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SeatChange:
    """A seat that another list has; None where the seat had, or has, no list."""

    seat: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """What a candidate is: member or deputy number so and so, or neither."""

    outcome: Outcome
    number: int | None


@dataclass(frozen=True, slots=True)
class CandidateChange:
    """A candidate who became something else, or got another number."""

    list_code: str
    position: int
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class SettlementChanges:
    """All that differs, in the order of the lists; ``lots`` are those drawn before and after, where they differ."""

    figures: tuple[FigureChange, ...]
    seats: tuple[SeatChange, ...]
    candidates: tuple[CandidateChange, ...]
    lots: tuple[tuple[Lot, ...], tuple[Lot, ...]] | None

    @property
    def seats_moved(self) -> bool:
        """Whether any list has more or fewer seats than before (what makes an error decisive, R-207)."""
        return any(each.figure is ListFigure.SEATS for each in self.figures)

    @property
    def is_empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.figures or self.seats or self.candidates or self.lots)


def settlement_changes(before: Settlement, after: Settlement) -> SettlementChanges:
    """The differences between two settlements of one contest with the same lists; a list in one alone counts as 0.

    Law: valgloven (2002) § 10-7; valgloven (2023) § 10-15 (2).
    Rules: R-190.
    """
    old, new = _by_code(before), _by_code(after)
    codes = tuple(dict.fromkeys((*old, *new)))
    return SettlementChanges(
        figures=tuple(change for code in codes for change in _figures(code, old.get(code), new.get(code))),
        seats=tuple(_seats(before, after)),
        candidates=tuple(change for code in codes for change in _candidates(code, old.get(code), new.get(code))),
        lots=(before.lots, after.lots) if before.lots != after.lots else None,
    )


def _by_code(settlement: Settlement) -> Mapping[str, ListResult]:
    return {each.code: each for each in settlement.lists}


def _figures(code: str, old: ListResult | None, new: ListResult | None) -> Iterator[FigureChange]:
    for figure in ListFigure:
        before, after = (int(getattr(each, figure)) if each else 0 for each in (old, new))
        if before != after:
            yield FigureChange(code, figure, before, after)


def _seats(before: Settlement, after: Settlement) -> Iterator[SeatChange]:
    pairs = zip_longest(before.seat_order, after.seat_order)
    for seat, (old, new) in enumerate(pairs, start=1):
        had, has = old.list_code if old else None, new.list_code if new else None
        if had != has:
            yield SeatChange(seat, had, has)


def _candidates(code: str, old: ListResult | None, new: ListResult | None) -> Iterator[CandidateChange]:
    had, has = (_places(each) for each in (old, new))
    nowhere = Place(Outcome.NONE, None)
    for position in sorted({*had, *has}):
        before, after = had.get(position, nowhere), has.get(position, nowhere)
        if before != after:
            yield CandidateChange(code, position, before, after)


def _places(result: ListResult | None) -> dict[int, Place]:
    return {each.position: _place(each) for each in result.candidates} if result else {}


def _place(result: CandidateResult) -> Place:
    return Place(result.outcome, result.number)
