"""How many seats each party would have in a district: the worked example W-5, both bases, and what they need."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seat_targets import (
    AdvanceKey,
    AllocationBasis,
    DistrictVotes,
    LocalSeatMethod,
    NoPublishedKey,
    PartyVotes,
    SeatTarget,
    counted_votes,
    seat_target,
    side_by_side,
)
from app.councils.domain.seats import six_decimals

W5 = {
    "Ap": 2850,
    "MDG": 2400,
    "SV": 2130,
    "H": 2020,
    "R": 1510,
    "FNB": 1330,
    "V": 610,
    "Sp": 540,
    "FrP": 480,
    "KrF": 420,
    "Pp": 150,
}
KEY = AdvanceKey(3, 10, "byrådssak 1/20")
WITH_KEY = AllocationBasis.WITH_ADVANCE_KEY


def district(votes: dict[str, int], seats: int = 15, key: AdvanceKey | None = None) -> DistrictVotes:
    return DistrictVotes("Årstad", seats, tuple(PartyVotes(party, number) for party, number in votes.items()), key)


def reached(outcome: SeatTarget | LotRequired) -> SeatTarget:
    assert isinstance(outcome, SeatTarget)
    return outcome


def seats(target: SeatTarget, votes: dict[str, int]) -> list[int]:
    return [target.seats_of(party) for party in votes]


def last_and_next(target: SeatTarget) -> list[str]:
    last, following = target.distribution.seat_order[-1], target.distribution.next_in_line
    shown = [(last.list_code, last.quotient), *((each.list_code, each.quotient) for each in following)]
    return [f"{code} {six_decimals(quotient)}" for code, quotient in shown]


@pytest.mark.rule("R-232", "R-235")
def test_w5_by_modified_sainte_lague() -> None:
    """W-5: the last seat to V, 610/1.4; next SV, 2130/5."""
    target = reached(seat_target(district(W5)))
    assert seats(target, W5) == [3, 3, 2, 2, 2, 2, 1, 0, 0, 0, 0]
    assert last_and_next(target) == ["V 435.714286", "SV 426.000000"]


@pytest.mark.rule("R-232", "R-235")
def test_w5_by_d_hondt() -> None:
    """W-5: the last seat to SV, 2130/3; next H, 2020/3."""
    target = reached(seat_target(district(W5), LocalSeatMethod.DHONDT))
    assert seats(target, W5) == [4, 3, 3, 2, 2, 1, 0, 0, 0, 0, 0]
    assert last_and_next(target) == ["SV 710.000000", "H 673.333333"]


@pytest.mark.rule("R-233")
def test_advance_votes_are_shared_out_by_the_published_key_in_whole_numbers() -> None:
    """Three tenths of 55 and of 40 are 16.5 and 12: with 100 and 90 on election day, 1165 and 1020 tenths."""
    votes = DistrictVotes("Fana", 3, (PartyVotes("Ap", 100, 55), PartyVotes("H", 90, 40)), KEY)
    assert counted_votes(votes, WITH_KEY) == (10, [1165, 1020])
    assert counted_votes(votes, AllocationBasis.ELECTION_DAY_ONLY) == (1, [100, 90])
    target = reached(seat_target(votes, basis=WITH_KEY))
    assert target.votes(target.distribution.seat_order[0].votes) == Fraction(233, 2)


@pytest.mark.rule("R-233")
def test_the_basis_can_decide_a_seat() -> None:
    """On election day Ap has two of three seats: 100/1.4, 90/1.4, and 100/3 before 90/3.

    With three tenths of 1000 advance votes H has 390 votes, and all three: 390/1.4, 390/3, and 390/5 = 78 before
    100/1.4 = 71.4.
    """
    votes = DistrictVotes("Fana", 3, (PartyVotes("Ap", 100), PartyVotes("H", 90, 1000)), KEY)
    by_day, by_key = reached(seat_target(votes)), reached(seat_target(votes, basis=WITH_KEY))
    assert (by_day.seats_of("Ap"), by_key.seats_of("Ap")) == (2, 0)


@pytest.mark.rule("R-233")
@pytest.mark.parametrize(
    "key", [None, AdvanceKey(3, 10, " "), AdvanceKey(11, 10, "x"), AdvanceKey(-1, 10, "x"), AdvanceKey(0, 0, "x")]
)
def test_without_a_published_key_advance_votes_are_not_shared_out(key: AdvanceKey | None) -> None:
    with pytest.raises(NoPublishedKey) as refused:
        seat_target(district(W5, key=key), basis=WITH_KEY)
    assert (refused.value.district, refused.value.rule) == ("Årstad", "R-233")


@pytest.mark.rule("R-154", "R-232")
def test_parties_alike_for_the_last_seat_ask_for_a_lot() -> None:
    alike = district({"Ap": 100, "H": 100}, seats=3)
    required = seat_target(alike)
    assert isinstance(required, LotRequired)
    assert (required.contest, required.lists, required.seat) == ("Årstad", ("Ap", "H"), 3)
    assert reached(seat_target(alike, lots=[Lot(("Ap", "H"), "H")])).seats_of("H") == 2


@pytest.mark.rule("R-232", "R-233", "R-234")
def test_all_districts_stand_side_by_side_under_every_basis() -> None:
    """Without a key there is one basis, and two methods; with a key, two of each."""
    rows = side_by_side([district(W5), district(W5, key=KEY)])
    shown = [[(target.basis, target.method) for target in map(reached, row)] for row in rows]
    day_only = [(AllocationBasis.ELECTION_DAY_ONLY, method) for method in LocalSeatMethod]
    assert shown == [day_only, [*day_only, *((WITH_KEY, method) for method in LocalSeatMethod)]]


@pytest.mark.rule("R-232")
@given(votes=st.lists(st.integers(0, 3000), min_size=2, max_size=6).filter(any), part=st.integers(0, 7))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_a_key_without_advance_votes_changes_no_seat(votes: list[int], part: int) -> None:
    """All figures are multiplied by the same number, so no quotient passes another."""
    named = {f"P{number}": each for number, each in enumerate(votes)}
    keyed = district(named, 7, AdvanceKey(part, 7, "published"))
    by_day, by_key = seat_target(keyed), seat_target(keyed, basis=WITH_KEY)
    if isinstance(by_day, LotRequired):
        assert isinstance(by_key, LotRequired)
        assert by_key.lists == by_day.lists
    else:
        assert seats(reached(by_key), named) == seats(by_day, named)
