"""The seats by a second method, slow and obvious: write every quotient as a fraction, sort, take the highest."""

from collections import Counter
from fractions import Fraction

from app.councils.domain.seating import Contender

Rung = tuple[Fraction, int, str]
"""A quotient, the list's votes, the list."""


def sainte_lague_divisors(number: int) -> list[Fraction]:
    """1.4, 3, 5, 7 …"""
    return [Fraction(14, 10), *[Fraction(odd) for odd in range(3, 2 * number + 1, 2)]][:number]


def d_hondt_divisors(number: int) -> list[Fraction]:
    """1, 2, 3 …"""
    return [Fraction(divisor) for divisor in range(1, number + 1)]


def ladder(contenders: list[Contender], divisors: list[Fraction]) -> list[Rung]:
    """Every quotient a list could take a seat with, highest first, then by votes: as many as it has places."""
    rungs = [
        (Fraction(each.votes) / divisor, each.votes, each.code)
        for each in contenders
        for divisor in divisors[: each.places]
        if each.votes > 0
    ]
    return sorted(rungs, key=lambda rung: (rung[0], rung[1]), reverse=True)


def seats_by_sorting(contenders: list[Contender], seats: int, divisors: list[Fraction]) -> dict[str, int]:
    """Seats by list, when nothing is tied."""
    won = Counter(code for _, _, code in ladder(contenders, divisors)[:seats])
    return {each.code: won[each.code] for each in contenders}


def lists_tied_for_the_last_seat(contenders: list[Contender], seats: int, divisors: list[Fraction]) -> set[str]:
    """The lists with the quotient and the votes of the last seat, when not all of them get one; else nobody."""
    rungs = ladder(contenders, divisors)
    if len(rungs) <= seats or rungs[seats - 1][:2] != rungs[seats][:2]:
        return set()
    return {code for quotient, votes, code in rungs if (quotient, votes) == rungs[seats][:2]}
