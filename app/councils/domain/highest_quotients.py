"""The seats of a contest, one by one to the highest quotient.

Law: valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2 (4); kommuneloven (2018) § 7-6.
Rules: R-152, R-153, R-154, R-165, R-224.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import lcm

from app.councils.domain.divisors import Divisors
from app.councils.domain.lots import Lot, LotRequired, refuse_leftover_lots
from app.councils.domain.seating import Contender, Seating
from app.councils.domain.seats import Quotient, SeatAward


@dataclass(frozen=True, slots=True)
class Distribution:
    """The seats given, and what can be said about them. See ``Settlement`` for the fields."""

    seat_order: tuple[SeatAward, ...]
    next_in_line: tuple[Quotient, ...]
    passed_over: tuple[Quotient, ...]
    unfilled_seats: int
    lots: tuple[Lot, ...]

    def seats_of(self, code: str) -> int:
        """How many seats a list has won."""
        return sum(award.list_code == code for award in self.seat_order)


def distribute(
    contest: str, contenders: Sequence[Contender], seats: int, divisors: Divisors, lots: Iterable[Lot] = ()
) -> Distribution | LotRequired:
    """The seats, each to the highest quotient left, or the lot that must be drawn first.

    ``contenders`` stand in setup order. A list without votes is given no seat, even if seats are left over; a list
    without places is given no more.

    Law: valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 11-4 (2), 13-1 (2); kommuneloven (2018) § 7-6.
    Rules: R-152, R-224.
    """
    competing = [each for each in contenders if each.votes > 0]
    drawn = iter([(lot.lists, lot.winner) for lot in lots])
    seating = Seating(competing, seats)
    for equals in falling_groups_of_equals(competing, seats, divisors):
        if tied := seating.seat(equals, drawn):
            codes = tuple(each.list_code for each in tied)
            return LotRequired(contest, codes, len(seating.awards) + 1, tied[0].quotient, tied[0].votes)
        if not seating.open_seats:
            break
    refuse_leftover_lots(drawn)
    return Distribution(
        tuple(seating.awards),
        seating.next_in_line(divisors),
        tuple(seating.passed_over),
        seating.open_seats,
        tuple(seating.lots),
    )


def falling_groups_of_equals(
    contenders: Sequence[Contender], seats: int, divisors: Divisors
) -> Iterator[list[Quotient]]:
    """All quotients that could take a seat, highest first, in groups that are exactly equal.

    Inside a group, more votes stand first, then setup order. To compare without fractions, each quotient is multiplied
    by one and the same number, the least that every divisor goes into. The trap: 700/1.4 equals 1500/3.

    Rules: R-153.
    """
    scaled = [divisors.scaled(won) for won in range(seats)]
    multiple = lcm(*scaled)
    ladder = sorted(
        (
            (each.votes * (multiple // divisor), each.votes, each.code, won)
            for each in contenders
            for won, divisor in enumerate(scaled)
        ),
        key=lambda rung: rung[:2],
        reverse=True,
    )
    for _, rungs in groupby(ladder, key=lambda rung: rung[0]):
        yield [Quotient(code, votes, divisors.divisor(won)) for _, votes, code, won in rungs]
