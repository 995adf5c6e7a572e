"""Figures that no ballots could have given are refused, each fault by its name.

Three seats, lists A and B of three candidates; B3 cannot be elected; so at most three write-ins on a ballot.
"""

from dataclasses import replace

import pytest

from app.elections.domain.possible_tally import Impossible, ImpossibleTally, require_possible
from app.elections.domain.settlement import settle
from app.elections.domain.tally import ListTally, Tally, WriteInCount
from tests.builders import RULES_2002, a_contest, a_list
from tests.domain.outcomes import finished

CONTEST = a_contest(3, [a_list("A", 3), a_list("B", 3, ineligible=[3])])


def a_tally(
    a: tuple[int, tuple[int, ...]] = (10, (0, 0, 0)),
    b: tuple[int, tuple[int, ...]] = (10, (0, 0, 0)),
    *write_ins: WriteInCount,
) -> Tally:
    return Tally((ListTally("A", *a), ListTally("B", *b)), write_ins, 0, ())


def faults(tally: Tally) -> tuple[tuple[str, Impossible], ...]:
    with pytest.raises(ImpossibleTally) as refusal:
        require_possible(CONTEST, RULES_2002, tally)
    assert refusal.value.contest == "fana"
    return refusal.value.faults


def test_figures_at_their_limits_are_possible() -> None:
    """Every ballot of A marks all its candidates and names both of B's who can be elected."""
    names = (WriteInCount("A", "B", 1, 10), WriteInCount("A", "B", 2, 10))
    require_possible(CONTEST, RULES_2002, a_tally((10, (10, 10, 10)), (0, (0, 0, 0)), *names))


@pytest.mark.rule("R-110")
def test_more_marks_than_ballots() -> None:
    """R-110: one mark for each candidate on a ballot."""
    assert faults(a_tally(a=(10, (11, 0, 0)))) == (("A", Impossible.MARKS),)
    assert faults(a_tally(b=(10, (0, 0, -1)))) == (("B", Impossible.MARKS),)


def test_marks_for_other_candidates_than_the_list_has() -> None:
    assert faults(a_tally(a=(10, (0, 0)))) == (("A", Impossible.OTHER_CANDIDATES),)


def test_negative_ballots() -> None:
    assert ("A", Impossible.NEGATIVE_BALLOTS) in faults(a_tally(a=(-1, (0, 0, 0))))


@pytest.mark.rule("R-111", "R-114")
@pytest.mark.parametrize(
    "count",
    [
        pytest.param(WriteInCount("A", "A", 1, 1), id="own list"),
        pytest.param(WriteInCount("A", "X", 1, 1), id="no such list"),
        pytest.param(WriteInCount("A", "B", 0, 1), id="positions start at one"),
        pytest.param(WriteInCount("A", "B", 4, 1), id="no such candidate"),
        pytest.param(WriteInCount("A", "B", 3, 1), id="cannot be elected"),
    ],
)
def test_write_ins_for_nobody(count: WriteInCount) -> None:
    assert faults(a_tally((10, (0, 0, 0)), (10, (0, 0, 0)), count)) == (("A", Impossible.WRITE_INS_FOR_NOBODY),)


@pytest.mark.parametrize("number", [0, -1, 11])
def test_more_write_ins_for_a_candidate_than_ballots_or_none(number: int) -> None:
    count = WriteInCount("A", "B", 1, number)
    assert ("A", Impossible.WRITE_INS) in faults(a_tally((10, (0, 0, 0)), (10, (0, 0, 0)), count))


def test_write_ins_from_ballots_of_no_list() -> None:
    count = WriteInCount("X", "B", 1, 1)
    assert faults(a_tally((10, (0, 0, 0)), (10, (0, 0, 0)), count)) == (("X", Impossible.WRITE_INS),)


@pytest.mark.rule("R-112", "R-113", "R-151")
def test_more_write_ins_than_the_quota_of_all_ballots() -> None:
    """Three seats: ten ballots can give away thirty list votes, all they hold, and not forty."""
    contest = a_contest(3, [a_list("A", 3), a_list("B", 4)])
    counts = tuple(WriteInCount("A", "B", position, 10) for position in range(1, 5))
    tally = Tally((ListTally("A", 10, (0, 0, 0)), ListTally("B", 0, (0, 0, 0, 0))), counts, 0, ())
    with pytest.raises(ImpossibleTally) as refusal:
        settle(contest, RULES_2002, tally)
    assert refusal.value.faults == (("A", Impossible.WRITE_INS_OVER_QUOTA),)


@pytest.mark.rule("R-113")
def test_where_so_decided_a_list_can_lose_more_votes_than_it_holds_and_wins_nothing() -> None:
    """R-113, quota not capped at the seats: A 3 · 10 − 40 = −10 list votes, B 40."""
    rules = replace(RULES_2002, writein_cap_at_seats=False)
    contest = a_contest(3, [a_list("A", 3), a_list("B", 4)])
    counts = tuple(WriteInCount("A", "B", position, 10) for position in range(1, 5))
    tally = Tally((ListTally("A", 10, (0, 0, 0)), ListTally("B", 0, (0, 0, 0, 0))), counts, 0, ())
    settlement = finished(settle(contest, rules, tally))
    assert [(each.list_votes, each.seats) for each in settlement.lists] == [(-10, 0), (40, 3)]


def test_the_lists_of_another_contest() -> None:
    tally = Tally((ListTally("A", 10, (0, 0, 0)),), (), 0, ())
    assert faults(tally) == (("fana", Impossible.OTHER_LISTS),)


def test_every_fault_is_named_once() -> None:
    counts = (WriteInCount("B", "B", 1, 1), WriteInCount("B", "B", 2, 1))
    assert faults(a_tally((10, (11, 11, 0)), (10, (0, 0, 0)), *counts)) == (
        ("A", Impossible.MARKS),
        ("B", Impossible.WRITE_INS_FOR_NOBODY),
    )
