"""Ballot readings added up to the figures of a settlement."""

import itertools

import pytest

from app.elections.domain.ballots import BallotReader, Disregarded, UnknownList
from app.elections.domain.tally import (
    ListTally,
    NegativeBallots,
    Tally,
    TallyBuilder,
    TooManyBallotsRead,
    WriteInCount,
)
from tests.builders import RULES_2002, a_ballot, a_contest, a_list

CONTEST = a_contest(seats=15, lists=[a_list("A", 3), a_list("B", 3, ineligible=[3]), a_list("C", 3)])
READER = BallotReader(CONTEST, RULES_2002)


def builder_with(*ballots: str) -> TallyBuilder:
    """A builder that has read ballots written "LIST marks/write-ins", as "A 1 2/B:1"."""
    builder = TallyBuilder(CONTEST)
    for ballot in ballots:
        code, _, rest = ballot.partition(" ")
        marks, _, write_ins = rest.partition("/")
        builder.add(READER.read(a_ballot(code, [int(mark) for mark in marks.split()], write_ins)))
    return builder


@pytest.mark.rule("R-115", "R-160")
def test_marks_and_write_ins_add_up_by_candidate() -> None:
    """R-160: three ballots with changes, of 10, 5 and 0 ballots in the second count.

    A1 has two marks and A3 one. List A gave B1 two write-ins and C2 one; list B gave A2 one. B3 cannot be elected.
    """
    tally = builder_with("A 1 3/B:1 C:2", "A 1/B:1 B:3", "B /A:2 ?").build({"A": 10, "B": 5})
    assert tally == Tally(
        lists=(ListTally("A", 10, (2, 0, 1)), ListTally("B", 5, (0, 0, 0)), ListTally("C", 0, (0, 0, 0))),
        write_ins=(WriteInCount("A", "B", 1, 2), WriteInCount("A", "C", 2, 1), WriteInCount("B", "A", 2, 1)),
        changed_ballots=3,
        disregarded=((Disregarded.WRITE_IN_UNREADABLE, 1), (Disregarded.WRITE_IN_INELIGIBLE, 1)),
    )


@pytest.mark.rule("R-116")
def test_a_ballot_counts_one_for_its_list_whatever_is_written_on_it() -> None:
    """R-116: five names moved away from list A, and its ballots are as many as before."""
    assert builder_with("A /B:1 B:2 C:1 C:2 C:3").build({"A": 1}).lists[0].ballots == 1


def test_the_order_of_adding_never_matters() -> None:
    ballots = ["A 1/B:1", "B 2/A:1 C:1", "C /B:2", "A 2 2"]
    tallies = {builder_with(*order).build({"A": 2, "B": 1, "C": 1}) for order in itertools.permutations(ballots)}
    assert len(tallies) == 1


def test_equal_ballots_can_be_added_at_once() -> None:
    one_by_one = builder_with(*["A 1/B:1 ?"] * 3)
    at_once = TallyBuilder(CONTEST)
    at_once.add(READER.read(a_ballot("A", [1], "B:1 ?")), times=3)
    assert at_once.build({"A": 7}) == one_by_one.build({"A": 7})


def test_a_ballot_without_changes_is_no_changed_ballot() -> None:
    assert builder_with("A ", "A 1", "A /?").build({"A": 3}).changed_ballots == 2


def test_building_twice_gives_the_same() -> None:
    builder = builder_with("A 1/B:1")
    assert builder.build({"A": 1}) == builder.build({"A": 1})


def test_more_ballots_read_than_counted_are_refused() -> None:
    builder = builder_with("A 1", "A ")
    with pytest.raises(TooManyBallotsRead) as refusal:
        builder.build({"A": 1})
    assert refusal.value == TooManyBallotsRead("fana", "A", 2, 1)


def test_negative_ballots_are_refused() -> None:
    with pytest.raises(NegativeBallots) as refusal:
        builder_with().build({"B": -1})
    assert refusal.value == NegativeBallots("fana", "B", -1)


def test_ballots_of_an_unknown_list_are_refused() -> None:
    with pytest.raises(UnknownList) as refusal:
        builder_with().build({"X": 1})
    assert refusal.value == UnknownList("fana", "X")


def test_a_reading_of_an_unknown_list_is_refused() -> None:
    other = a_contest(lists=["X", "Y"])
    reading = BallotReader(other, RULES_2002).read(a_ballot("X"))
    with pytest.raises(UnknownList):
        TallyBuilder(CONTEST).add(reading)
