"""What must hold for any votes: checked on many, against a slow second method and against another's program."""

from fractions import Fraction
from itertools import pairwise

import apportionment.methods as second_opinion
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.councils.domain.divisors import d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import LotRequired
from app.councils.domain.seating import Contender
from tests.builders import RULES_2002

SAINTE_LAGUE = modified_sainte_lague(RULES_2002.first_divisor)
VOTES = st.lists(st.integers(0, 5000), min_size=2, max_size=8).filter(any)
SEATS = st.integers(3, 25)
steady = settings(derandomize=True, max_examples=150, deadline=None)


def distributed(votes: list[int], seats: int, codes: str = "ABCDEFGH") -> Distribution | LotRequired:
    contenders = [Contender(code, number, seats) for code, number in zip(codes, votes, strict=False)]
    return distribute("any", contenders, seats, SAINTE_LAGUE)


def seats_of(distribution: Distribution, votes: list[int]) -> list[int]:
    return [distribution.seats_of(code) for code, _ in zip("ABCDEFGH", votes, strict=False)]


def all_quotients(votes: list[int], seats: int) -> list[tuple[Fraction, int, int]]:
    """(quotient, votes, list) of every list and divisor, highest first, more votes first among equals: by fractions."""
    divisors = [Fraction(7, 5), *(Fraction(3 + 2 * n) for n in range(seats - 1))]
    return sorted(
        ((number / divisor, number, index) for index, number in enumerate(votes) if number for divisor in divisors),
        key=lambda each: (-each[0], -each[1], each[2]),
    )


@pytest.mark.rule("R-152", "R-153", "R-154")
@given(votes=VOTES, seats=SEATS)
@steady
def test_the_slow_and_obvious_method_gives_the_same_seats(votes: list[int], seats: int) -> None:
    outcome = distributed(votes, seats)
    quotients = all_quotients(votes, seats)
    last, after = quotients[seats - 1], quotients[seats] if len(quotients) > seats else None
    if after and last[:2] == after[:2]:
        assert isinstance(outcome, LotRequired)
        assert (outcome.quotient, outcome.list_votes) == last[:2]
    else:
        assert isinstance(outcome, Distribution)
        assert seats_of(outcome, votes) == [
            sum(index == each for _, _, each in quotients[:seats]) for index in range(len(votes))
        ]
        assert [award.quotient for award in outcome.seat_order] == [each[0] for each in quotients[:seats]]


@pytest.mark.rule("R-152")
@given(votes=VOTES, seats=SEATS)
@steady
def test_all_seats_are_given_and_one_more_seat_never_costs_a_list_one(votes: list[int], seats: int) -> None:
    fewer, more = distributed(votes, seats), distributed(votes, seats + 1)
    assume(isinstance(fewer, Distribution))
    assume(isinstance(more, Distribution))
    assert isinstance(fewer, Distribution)
    assert isinstance(more, Distribution)
    assert (sum(seats_of(fewer, votes)), sum(seats_of(more, votes))) == (seats, seats + 1)
    assert all(before <= after for before, after in zip(seats_of(fewer, votes), seats_of(more, votes), strict=True))


@pytest.mark.rule("R-152")
@given(votes=VOTES, seats=SEATS)
@steady
def test_neither_names_nor_order_of_lists_matter_without_a_tie(votes: list[int], seats: int) -> None:
    outcome, turned = distributed(votes, seats), distributed(votes[::-1], seats, "QRSTUVWX")
    assert isinstance(outcome, LotRequired) is isinstance(turned, LotRequired)
    if isinstance(outcome, Distribution) and isinstance(turned, Distribution):
        names = "QRSTUVWX"[: len(votes)]
        assert seats_of(outcome, votes) == [turned.seats_of(name) for name in names[::-1]]


@pytest.mark.rule("R-153")
@given(first=st.integers(1, 400), step=st.integers(1, 12))
@steady
def test_an_exact_tie_across_divisors_is_always_seen(first: int, step: int) -> None:
    """7 · n votes over 1.4 and (2 · step + 1) · 5 · n over 2 · step + 1 are both 5 · n: the larger goes first."""
    smaller, larger = 7 * first, 5 * first * (2 * step + 1)
    assume(smaller < larger)
    outcome = distributed([smaller, larger], max(3, step + 1))
    assert isinstance(outcome, Distribution)
    order = [(award.list_code, award.quotient) for award in outcome.seat_order]
    if ("A", Fraction(5 * first)) in order:
        assert order.index(("B", Fraction(5 * first))) < order.index(("A", Fraction(5 * first)))


@pytest.mark.rule("R-152")
@given(votes=st.lists(st.integers(1, 5000), min_size=2, max_size=8), seats=SEATS)
@steady
def test_another_program_agrees_where_no_quotients_are_equal(votes: list[int], seats: int) -> None:
    """The other one counts with floating point, so it is asked only where no two quotients are near each other."""
    quotients = [each[0] for each in all_quotients(votes, seats + 1)][: seats + 1]
    assume(all(higher - lower > Fraction(1, 1000) for higher, lower in pairwise(quotients)))
    outcome = distributed(votes, seats)
    assert isinstance(outcome, Distribution)
    theirs = second_opinion.compute("modified_saintelague", votes, seats, verbose=False)
    assert seats_of(outcome, votes) == theirs


@pytest.mark.rule("R-224")
@given(votes=VOTES, seats=SEATS)
@steady
def test_d_hondt_never_favours_a_split(votes: list[int], seats: int) -> None:
    """Two lists that join never win fewer seats together than apart."""
    apart = distribute("any", [Contender(str(n), v, 99) for n, v in enumerate(votes)], seats, d_hondt())
    joined = [votes[0] + votes[1], *votes[2:]]
    together = distribute("any", [Contender(str(n), v, 99) for n, v in enumerate(joined)], seats, d_hondt())
    assume(isinstance(apart, Distribution))
    assume(isinstance(together, Distribution))
    assert isinstance(apart, Distribution)
    assert isinstance(together, Distribution)
    assert together.seats_of("0") >= apart.seats_of("0") + apart.seats_of("1")
