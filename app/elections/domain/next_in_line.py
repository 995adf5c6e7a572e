"""How far the list next in line was from the last seat.

Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
Rules: R-152, R-153, R-154.
"""

from fractions import Fraction

from app.councils.domain.seats import Quotient, SeatAward


def list_votes_short(next_in_line: Quotient, last_seat: SeatAward) -> int:
    """The fewest further list votes with which ``next_in_line`` had taken ``last_seat``, all else unchanged.

    A higher quotient takes the seat. So does an equal quotient with more list votes; an equal quotient from as many
    list votes is a lot and does not. One list vote is not one ballot: a ballot is as many list votes as there are
    seats. 48 866 over 11 against 22 297 over 5 (4 442.36 < 4 459.40): 22 297 · 11 / 5 = 49 053.4, so 49 054 are
    needed and 188 are short.

    Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
    Rules: R-153, R-154.
    """
    level = Fraction(last_seat.votes * next_in_line.divisor, last_seat.divisor)
    needed = -(-level.numerator // level.denominator)
    if needed == level and needed <= last_seat.votes:
        needed += 1
    return needed - next_in_line.votes
