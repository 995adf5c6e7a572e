"""What must hold when lists are short of candidates and lots are drawn to the end, by both methods.

Many of the votes are small, so that exact ties are common.
"""

from dataclasses import replace
from fractions import Fraction

import apportionment.methods as second_opinion
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.councils.domain.divisors import Divisors, d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seating import Contender
from app.councils.domain.seats import DecidedBy
from tests.builders import RULES_2002
from tests.domain.second_method import (
    d_hondt_divisors,
    lists_tied_for_the_last_seat,
    sainte_lague_divisors,
    seats_by_sorting,
)

quick = settings(max_examples=150, derandomize=True, deadline=None, database=None)

SAINTE_LAGUE = modified_sainte_lague(RULES_2002.first_divisor)
METHODS = {"sainte_lague": (SAINTE_LAGUE, sainte_lague_divisors), "d_hondt": (d_hondt(), d_hondt_divisors)}
BY_BOTH_METHODS = pytest.mark.parametrize("method", list(METHODS))

votes = st.one_of(st.integers(0, 60), st.sampled_from([7, 15, 21, 35, 45, 700, 1500]), st.integers(0, 10**6))
seats = st.integers(1, 25)


@st.composite
def contender_lists(draw: st.DrawFn, places: st.SearchStrategy[int] | None = None) -> list[Contender]:
    """Two to eight lists, with candidates enough unless ``places`` says otherwise."""
    numbers = draw(st.lists(votes, min_size=2, max_size=8))
    rooms = [100 if places is None else draw(places) for _ in numbers]
    return [Contender(f"L{n}", number, room) for n, (number, room) in enumerate(zip(numbers, rooms, strict=True))]


few_places = st.integers(0, 12)


def seats_of(distribution: Distribution, contenders: list[Contender]) -> dict[str, int]:
    return {each.code: distribution.seats_of(each.code) for each in contenders}


def drawn_to_the_end(
    contenders: list[Contender], number: int, choose: int, divisors: Divisors = SAINTE_LAGUE
) -> Distribution:
    """The distribution when every lot is won by the list number ``choose`` of the tied, counted round."""
    lots: list[Lot] = []
    while True:
        outcome = distribute("fana", contenders, number, divisors, lots)
        if isinstance(outcome, Distribution):
            assert outcome.lots == tuple(lots)
            return outcome
        lots.append(Lot(outcome.lists, outcome.lists[choose % len(outcome.lists)]))


@pytest.mark.rule("R-152", "R-165")
@BY_BOTH_METHODS
@given(contenders=contender_lists(few_places), number=seats, choose=st.integers(0, 7))
@quick
def test_seats_add_up(method: str, contenders: list[Contender], number: int, choose: int) -> None:
    """Every seat is given or unfilled; no list gets more than it can fill; nobody is seated without votes."""
    distribution = drawn_to_the_end(contenders, number, choose, METHODS[method][0])
    won = seats_of(distribution, contenders)
    assert sum(won.values()) == len(distribution.seat_order)
    assert len(distribution.seat_order) + distribution.unfilled_seats == number
    assert [award.seat for award in distribution.seat_order] == list(range(1, len(distribution.seat_order) + 1))
    assert all(won[each.code] <= (each.places if each.votes else 0) for each in contenders)
    if distribution.unfilled_seats:
        assert all(won[each.code] == each.places for each in contenders if each.votes)


@pytest.mark.rule("R-152")
@BY_BOTH_METHODS
@given(contenders=contender_lists(few_places), number=seats, choose=st.integers(0, 7))
@quick
def test_seats_are_given_by_falling_quotients(
    method: str, contenders: list[Contender], number: int, choose: int
) -> None:
    """Each list's quotients are those of its first, second, third … divisor, and next in line is no higher."""
    divisors, all_divisors = METHODS[method]
    distribution = drawn_to_the_end(contenders, number, choose, divisors)
    quotients = [award.quotient for award in distribution.seat_order]
    assert quotients == sorted(quotients, reverse=True)
    assert all(each.quotient <= quotients[-1] for each in distribution.next_in_line)
    for each in contenders:
        used = [award.divisor for award in distribution.seat_order if award.list_code == each.code]
        assert used == all_divisors(number)[: len(used)]


@pytest.mark.rule("R-153", "R-154")
@BY_BOTH_METHODS
@given(contenders=contender_lists(few_places), number=seats)
@quick
def test_a_slow_and_obvious_method_agrees(method: str, contenders: list[Contender], number: int) -> None:
    """All fractions, sorted; and every exact tie for the last seat is reported, with the lists it is between."""
    divisors, all_divisors = METHODS[method]
    outcome = distribute("fana", contenders, number, divisors)
    tied = lists_tied_for_the_last_seat(contenders, number, all_divisors(number + 1))
    if isinstance(outcome, LotRequired):
        assert set(outcome.lists) == tied
    else:
        assert tied == set()
        assert seats_of(outcome, contenders) == seats_by_sorting(contenders, number, all_divisors(number))


@pytest.mark.rule("R-154")
@given(contenders=contender_lists(few_places), number=seats, data=st.data())
@quick
def test_neither_the_order_nor_the_names_of_lists_give_seats(
    contenders: list[Contender], number: int, data: st.DataObject
) -> None:
    """Whatever is decided without a lot is decided alike when the lists are shuffled and renamed."""
    outcome = distribute("fana", contenders, number, SAINTE_LAGUE)
    shuffled = data.draw(st.permutations(contenders))
    renamed = [replace(each, code=f"{99 - n}{each.code}") for n, each in enumerate(shuffled)]
    other = distribute("fana", renamed, number, SAINTE_LAGUE)
    if isinstance(outcome, LotRequired):
        assert isinstance(other, LotRequired)
        assert {code[2:] for code in other.lists} == set(outcome.lists)
        assert replace(other, lists=outcome.lists) == outcome
    else:
        assert isinstance(other, Distribution)
        assert {code[2:]: won for code, won in seats_of(other, renamed).items()} == seats_of(outcome, contenders)


@pytest.mark.rule("R-152")
@given(contenders=contender_lists(few_places), number=seats)
@quick
def test_one_more_seat_never_costs_a_list_a_seat(contenders: list[Contender], number: int) -> None:
    """For given list votes."""
    fewer = distribute("fana", contenders, number, SAINTE_LAGUE)
    more = distribute("fana", contenders, number + 1, SAINTE_LAGUE)
    assume(isinstance(fewer, Distribution) and isinstance(more, Distribution))
    assert isinstance(fewer, Distribution)
    assert isinstance(more, Distribution)
    assert all(more.seats_of(each.code) >= fewer.seats_of(each.code) for each in contenders)
    assert more.seat_order[: len(fewer.seat_order)] == fewer.seat_order


@pytest.mark.rule("R-155")
@given(contenders=contender_lists(), number=seats, choose=st.integers(0, 7))
@quick
def test_each_lot_gives_one_seat_to_one_of_the_tied(contenders: list[Contender], number: int, choose: int) -> None:
    distribution = drawn_to_the_end(contenders, number, choose)
    by_lot = [award.list_code for award in distribution.seat_order if award.decided_by is DecidedBy.LOT]
    assert by_lot == [lot.winner for lot in distribution.lots]


@pytest.mark.rule("R-165")
@given(contenders=contender_lists(), number=seats, places=st.integers(0, 5))
@quick
def test_as_many_quotients_are_passed_over_as_seats_go_on(
    contenders: list[Contender], number: int, places: int
) -> None:
    """The first list is short of candidates: what it would have won beyond its places is what is passed over."""
    free = distribute("fana", contenders, number, SAINTE_LAGUE)
    short = [replace(contenders[0], places=places), *contenders[1:]]
    capped = distribute("fana", short, number, SAINTE_LAGUE)
    assume(isinstance(free, Distribution) and isinstance(capped, Distribution))
    assert isinstance(free, Distribution)
    assert isinstance(capped, Distribution)
    surplus = max(0, free.seats_of("L0") - places)
    assert len(capped.passed_over) == surplus
    assert all(each.list_code == "L0" for each in capped.passed_over)
    assert all(capped.seats_of(each.code) >= free.seats_of(each.code) for each in contenders[1:])


@pytest.mark.rule("R-224")
@given(numbers=st.lists(st.integers(1, 10**6), min_size=2, max_size=8), number=seats)
@quick
def test_another_program_agrees_on_d_hondt_where_nothing_is_tied(numbers: list[int], number: int) -> None:
    """It counts with floating point, so it is asked only where no quotient equals that of the last seat."""
    quotients = sorted((Fraction(v) / d for v in numbers for d in d_hondt_divisors(number + 1)), reverse=True)
    assume(quotients[number - 1] != quotients[number])
    contenders = [Contender(f"L{n}", votes_of_list, 100) for n, votes_of_list in enumerate(numbers)]
    outcome = distribute("fana", contenders, number, d_hondt())
    assert isinstance(outcome, Distribution)
    theirs = second_opinion.compute("dhondt", numbers, number, verbose=False)
    assert list(seats_of(outcome, contenders).values()) == [int(won) for won in theirs]
