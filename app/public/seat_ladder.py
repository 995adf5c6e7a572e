"""The seats one by one, each with the quotient that took it, and who stood next.

Law: valgloven (2002) §§ 11-4, 11-12 (4); valgloven (2023) §§ 11-4, 13-2 (4).
Rules: R-152, R-154, R-156, R-165.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.councils.domain.seats import Quotient, SeatAward
from app.elections.domain.next_in_line import list_votes_short
from app.elections.domain.settlement import Settlement
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """A seat and the list that took it."""

    shown: ShownList
    award: SeatAward


@dataclass(frozen=True, slots=True)
class ShownQuotient:
    """A quotient that took no seat, and the list it belongs to."""

    shown: ShownList
    quotient: Quotient


@dataclass(frozen=True, slots=True)
class NextInLine:
    """Who would have had one seat more, and how far they were from the last seat.

    ``behind`` is the difference between the two quotients; ``list_votes_short`` the fewest further list votes that had
    given the seat, all else unchanged.
    """

    shown: ShownList
    quotient: Quotient
    behind: Fraction
    list_votes_short: int


@dataclass(frozen=True, slots=True)
class ShownLot:
    """A lot that was drawn: between whom, and who won."""

    lists: tuple[ShownList, ...]
    winner: ShownList


@dataclass(frozen=True, slots=True)
class SeatLadder:
    """All seats, highest quotient first, and what stands below and beside them."""

    seats: tuple[ShownSeat, ...]
    next_in_line: tuple[NextInLine, ...]
    passed_over: tuple[ShownQuotient, ...]
    unfilled_seats: int
    lots: tuple[ShownLot, ...]


def seat_ladder(settlement: Settlement, lists: Mapping[str, ShownList]) -> SeatLadder:
    """The ladder of a settlement. Nobody is next in line for a seat that nobody could be given."""
    seats = settlement.seat_order
    return SeatLadder(
        seats=tuple(ShownSeat(lists[award.list_code], award) for award in seats),
        next_in_line=tuple(_next_in_line(lists, each, seats[-1]) for each in settlement.next_in_line if seats),
        passed_over=tuple(ShownQuotient(lists[each.list_code], each) for each in settlement.passed_over),
        unfilled_seats=settlement.unfilled_seats,
        lots=tuple(ShownLot(tuple(lists[code] for code in lot.lists), lists[lot.winner]) for lot in settlement.lots),
    )


def _next_in_line(lists: Mapping[str, ShownList], quotient: Quotient, last: SeatAward) -> NextInLine:
    return NextInLine(
        shown=lists[quotient.list_code],
        quotient=quotient,
        behind=last.quotient - quotient.quotient,
        list_votes_short=list_votes_short(quotient, last),
    )
