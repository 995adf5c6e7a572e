"""Giving seats while walking down the quotients: who is seated, who is tied, who is passed over.

Law: valgloven (2002) §§ 11-4 (3), 11-12 (4); valgloven (2023) §§ 11-4 (3), 13-2 (4).
Rules: R-154, R-155, R-165.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.councils.domain.divisors import Divisors
from app.councils.domain.lots import DrawnLots, Lot, winner_of_next_lot
from app.councils.domain.seats import DecidedBy, Quotient, SeatAward


@dataclass(frozen=True, slots=True)
class Contender:
    """A list in the count, with as many ``places`` as it has people who can take a seat."""

    code: str
    votes: int
    places: int


class Seating:
    """The seats given so far. It is handed groups of equal quotients, highest first, until no seat is open."""

    def __init__(self, contenders: Sequence[Contender], seats: int) -> None:
        self._contenders = contenders
        self._seats = seats
        self._places = {each.code: each.places for each in contenders}
        self._left_in_round = seats
        self._out_of_the_count: set[str] = set()
        self.awards: list[SeatAward] = []
        self.passed_over: list[Quotient] = []
        self.lots: list[Lot] = []

    @property
    def open_seats(self) -> int:
        """The seats not yet given."""
        return self._seats - len(self.awards)

    def seat(self, equals: Sequence[Quotient], drawn: DrawnLots) -> list[Quotient]:
        """Gives seats to equal quotients: to the list with more votes first; if equal there too, by lot.

        A lot is called only when there are fewer seats left than lists tied; when there is a seat for each, they are
        recorded in setup order. The answer is empty, or names the tied for whom no lot has been drawn yet.

        Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
        Rules: R-154.
        """
        alone = sum(self._places[each.list_code] > 0 for each in equals) == 1
        for _, level in groupby(equals, key=lambda each: each.votes):
            same_votes = list(level)
            standing = [each for each in same_votes if self._places[each.list_code]]
            if len(standing) > self.open_seats:
                return self.seat_by_lot(standing, drawn)
            reason = DecidedBy.MORE_VOTES if len(standing) == 1 else DecidedBy.ORDER_ONLY
            for quotient in standing:
                self._award(quotient, DecidedBy.QUOTIENT if alone else reason)
            self.pass_over([each for each in same_votes if each not in standing])
        return []

    def seat_by_lot(self, tied: list[Quotient], drawn: DrawnLots) -> list[Quotient]:
        """Gives the open seats among tied lists, one drawn lot for each seat; names the tied when lots run out.

        Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
        Rules: R-154, R-155.
        """
        while self.open_seats:
            codes = tuple(each.list_code for each in tied)
            winner = winner_of_next_lot(codes, drawn)
            if winner is None:
                return tied
            self.lots.append(Lot(codes, winner))
            self._award(tied[codes.index(winner)], DecidedBy.LOT)
            tied = [each for each in tied if each.list_code != winner]
        return []

    def pass_over(self, exhausted: Sequence[Quotient]) -> None:
        """Notes the quotients that would have taken a seat, had their list had an eligible candidate left.

        Each is a surplus seat, which goes on to the other lists by the same quotients. When as many quotients have been
        considered as there were seats to give, the lists with a surplus are out of the count; the next round gives the
        surplus seats to the others, and may find a new list exhausted.

        Law: valgloven (2002) § 11-12 (4); valgloven (2023) § 13-2 (4).
        Rules: R-165.
        """
        for quotient in exhausted:
            if self._left_in_round > 0 and quotient.list_code not in self._out_of_the_count:
                self.passed_over.append(quotient)
                self._left_in_round -= 1
        if self._left_in_round <= 0:
            self._out_of_the_count = {each.list_code for each in self.passed_over}
            self._left_in_round = self.open_seats

    def next_in_line(self, divisors: Divisors) -> tuple[Quotient, ...]:
        """The highest quotient that took no seat, of lists with someone left to take it; all of them when equal.

        Equal quotients stand in setup order, whoever has more votes. Where nobody is left, nobody is in line.
        """
        waiting = [
            Quotient(each.code, each.votes, divisors.divisor(each.places - self._places[each.code]))
            for each in self._contenders
            if self._places[each.code]
        ]
        highest = max((each.quotient for each in waiting), default=None)
        return tuple(each for each in waiting if each.quotient == highest)

    def _award(self, quotient: Quotient, decided_by: DecidedBy) -> None:
        seat = len(self.awards) + 1
        self.awards.append(SeatAward(seat, quotient.list_code, quotient.votes, quotient.divisor, decided_by))
        self._places[quotient.list_code] -= 1
        self._left_in_round -= 1
