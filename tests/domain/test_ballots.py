"""What counts on one ballot. The contest has lists A, B and C of 12 candidates; B3 cannot be elected; 15 seats."""

from dataclasses import replace

import pytest

from app.elections.domain.ballots import (
    BallotReader,
    BallotReading,
    Disregarded,
    UnknownList,
    UnknownPosition,
    WriteIn,
)
from app.elections.domain.rule_sets import RuleSet, WriteInOverflow, WriteInOwnList
from tests.builders import RULES_2002, RULES_2023, a_ballot, a_contest, a_list

CONTEST = a_contest(seats=15, lists=["A", a_list("B", ineligible=[3]), "C"])
AS_MARK = replace(RULES_2002, writein_own_list=WriteInOwnList.AS_MARK)
ALL_OR_NONE = replace(RULES_2002, writein_overflow=WriteInOverflow.NONE)


def counted(reading: BallotReading) -> str:
    """Write-ins that count, as a ballot file writes them."""
    return " ".join(f"{each.list_code}:{each.position}" for each in reading.write_ins)


@pytest.mark.rule("R-110")
def test_any_number_of_own_candidates_can_be_marked() -> None:
    """R-110: all twelve on the list."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(marks=range(1, 13)))
    assert reading == BallotReading("A", tuple(range(1, 13)), (), ())


@pytest.mark.rule("R-110")
def test_two_marks_for_one_candidate_count_once() -> None:
    """R-110: candidate 4 is marked three times; two of them are disregarded."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(marks=[4, 2, 4, 4]))
    assert reading.marks == (4, 2)
    assert reading.disregarded == (Disregarded.MARK_REPEATED, Disregarded.MARK_REPEATED)


@pytest.mark.rule("R-111")
def test_names_from_other_lists_count_in_the_order_written() -> None:
    """R-111."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(marks=[1], write_ins="C:2 B:1"))
    assert reading == BallotReading("A", (1,), (WriteIn("C", 2), WriteIn("B", 1)), ())


@pytest.mark.rule("R-114")
@pytest.mark.parametrize(
    ("write_ins", "counts", "reasons"),
    [
        pytest.param("? B:1", "B:1", [Disregarded.WRITE_IN_UNREADABLE], id="unreadable name"),
        pytest.param("B:13 B:1", "B:1", [Disregarded.WRITE_IN_UNKNOWN_CANDIDATE], id="no such candidate on the list"),
        pytest.param("B:0 B:1", "B:1", [Disregarded.WRITE_IN_UNKNOWN_CANDIDATE], id="positions start at one"),
        pytest.param("A:13", "", [Disregarded.WRITE_IN_UNKNOWN_CANDIDATE], id="no such candidate on the own list"),
        pytest.param("B:3 B:1", "B:1", [Disregarded.WRITE_IN_INELIGIBLE], id="cannot be elected"),
        pytest.param("B:3 B:3", "", [Disregarded.WRITE_IN_INELIGIBLE] * 2, id="cannot be elected, written twice"),
        pytest.param("B:1 C:1 B:1", "B:1 C:1", [Disregarded.WRITE_IN_REPEATED], id="written twice"),
        pytest.param("A:1 B:1", "B:1", [Disregarded.WRITE_IN_OWN_LIST], id="from the own list"),
    ],
)
def test_a_name_that_does_not_count_is_disregarded_with_its_reason(
    write_ins: str, counts: str, reasons: list[Disregarded]
) -> None:
    """R-114 (a) to (d): the other names on the ballot count all the same."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(write_ins=write_ins))
    assert counted(reading) == counts
    assert reading.marks == ()
    assert list(reading.disregarded) == reasons


@pytest.mark.rule("R-112", "R-114")
def test_the_first_names_up_to_the_quota_count() -> None:
    """R-112, R-114 (e): 15 seats give room for five names; the last two of seven fall away."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(write_ins="B:1 B:2 B:4 B:5 C:1 C:2 C:3"))
    assert counted(reading) == "B:1 B:2 B:4 B:5 C:1"
    assert reading.disregarded == (Disregarded.WRITE_IN_OVER_QUOTA, Disregarded.WRITE_IN_OVER_QUOTA)


@pytest.mark.rule("R-114")
def test_disregarded_names_do_not_use_up_the_quota() -> None:
    """R-114 (e): unreadable, ineligible, repeated and own names stand before the fifth valid one; all five count."""
    reading = BallotReader(CONTEST, RULES_2002).read(a_ballot(write_ins="? B:3 B:1 B:1 A:1 B:2 B:4 B:5 B:6"))
    assert counted(reading) == "B:1 B:2 B:4 B:5 B:6"
    assert len(reading.disregarded) == 4
    assert Disregarded.WRITE_IN_OVER_QUOTA not in reading.disregarded


@pytest.mark.rule("R-114")
def test_where_so_decided_no_name_counts_when_there_are_too_many() -> None:
    """R-114 (e), overflow = none: six valid names, quota five."""
    reading = BallotReader(CONTEST, ALL_OR_NONE).read(a_ballot(marks=[1], write_ins="B:1 B:2 B:4 B:5 C:1 C:2"))
    assert (reading.marks, reading.write_ins) == ((1,), ())
    assert reading.disregarded == (Disregarded.WRITE_IN_OVER_QUOTA,) * 6


@pytest.mark.rule("R-114")
def test_where_so_decided_names_that_fit_the_quota_still_count() -> None:
    """R-114 (e), overflow = none: five valid names and one repeated are not too many."""
    reading = BallotReader(CONTEST, ALL_OR_NONE).read(a_ballot(write_ins="B:1 B:2 B:4 B:5 C:1 C:1"))
    assert counted(reading) == "B:1 B:2 B:4 B:5 C:1"
    assert reading.disregarded == (Disregarded.WRITE_IN_REPEATED,)


@pytest.mark.rule("R-114")
@pytest.mark.parametrize(
    ("marks", "write_ins", "marks_that_count", "reasons"),
    [
        pytest.param([], "A:7", (7,), [], id="not marked before: a mark"),
        pytest.param([7], "A:7", (7,), [Disregarded.WRITE_IN_OWN_LIST], id="marked before: nothing more"),
        pytest.param([], "A:7 A:7", (7,), [Disregarded.WRITE_IN_OWN_LIST], id="written twice: one mark"),
        pytest.param([2], "A:7 A:1", (2, 7, 1), [], id="several"),
    ],
)
def test_where_so_decided_an_own_name_counts_as_one_mark(
    marks: list[int], write_ins: str, marks_that_count: tuple[int, ...], reasons: list[Disregarded]
) -> None:
    """R-114 (d), own list = as mark: a personal vote, but no list vote moves."""
    reading = BallotReader(CONTEST, AS_MARK).read(a_ballot(marks=marks, write_ins=write_ins))
    assert reading.marks == marks_that_count
    assert reading.write_ins == ()
    assert list(reading.disregarded) == reasons


@pytest.mark.rule("R-114")
def test_an_own_name_that_counts_as_a_mark_takes_nothing_of_the_quota() -> None:
    """R-114 (d): five names from other lists count beside it."""
    reading = BallotReader(CONTEST, AS_MARK).read(a_ballot(write_ins="A:1 B:1 B:2 B:4 B:5 B:6"))
    assert reading.marks == (1,)
    assert counted(reading) == "B:1 B:2 B:4 B:5 B:6"


@pytest.mark.rule("R-114")
def test_write_ins_for_an_ineligible_candidate_can_be_let_count() -> None:
    """R-114 (b): the act of 2023 no longer names eligibility; a municipality may decide that the list vote moves."""
    rules = replace(RULES_2023, writein_requires_eligible=False)
    assert counted(BallotReader(CONTEST, rules).read(a_ballot(write_ins="B:3"))) == "B:3"


@pytest.mark.rule("R-112")
@pytest.mark.parametrize(
    ("seats", "quota"), [(15, 5), (20, 5), (23, 5), (24, 6), (27, 6), (28, 7), (67, 16), (7, 5), (5, 5)]
)
def test_quota_is_a_quarter_of_the_seats_but_at_least_five(seats: int, quota: int) -> None:
    """R-112: 24/4 = 6; 27/4 = 6.75 → 6; 67/4 = 16.75 → 16; 15/4 = 3.75 → 5."""
    assert RULES_2002.write_in_quota(seats) == RULES_2023.write_in_quota(seats) == quota


@pytest.mark.rule("R-113")
@pytest.mark.parametrize(("seats", "capped", "uncapped"), [(3, 3, 5), (4, 4, 5), (5, 5, 5), (15, 5, 5)])
def test_a_ballot_cannot_give_away_more_votes_than_it_holds(seats: int, capped: int, uncapped: int) -> None:
    """R-113: a ballot holds as many list votes as there are seats; unless the municipality has decided otherwise."""
    assert RULES_2002.write_in_quota(seats) == capped
    assert replace(RULES_2002, writein_cap_at_seats=False).write_in_quota(seats) == uncapped


@pytest.mark.rule("R-112", "R-113")
@pytest.mark.parametrize(("seats", "counts"), [(3, 3), (7, 5), (15, 5), (24, 6), (27, 6), (67, 16)])
def test_the_reader_keeps_to_the_quota_of_the_contest(seats: int, counts: int) -> None:
    """R-112, R-113: twenty names are written."""
    contest = a_contest(seats=seats, lists=["A", a_list("B", candidates=20)])
    names = " ".join(f"B:{position}" for position in range(1, 21))
    reading = BallotReader(contest, RULES_2002).read(a_ballot(write_ins=names))
    assert [each.position for each in reading.write_ins] == list(range(1, counts + 1))


@pytest.mark.rule("R-110")
@pytest.mark.parametrize("position", [0, -1, 13])
def test_a_mark_for_nobody_is_refused(position: int) -> None:
    with pytest.raises(UnknownPosition) as refusal:
        BallotReader(CONTEST, RULES_2002).read(a_ballot("B", marks=[1, position]))
    assert refusal.value == UnknownPosition("fana", "B", position)


@pytest.mark.parametrize(
    ("list_code", "write_ins"), [pytest.param("X", "", id="ballot"), pytest.param("A", "X:1", id="write-in")]
)
def test_an_unknown_list_is_refused(list_code: str, write_ins: str) -> None:
    with pytest.raises(UnknownList) as refusal:
        BallotReader(CONTEST, RULES_2002).read(a_ballot(list_code, write_ins=write_ins))
    assert refusal.value == UnknownList("fana", "X")


@pytest.mark.parametrize("rules", [RULES_2002, RULES_2023], ids=lambda rules: str(rules.name))
def test_both_acts_read_a_ballot_alike_at_their_defaults(rules: RuleSet) -> None:
    reader = BallotReader(CONTEST, rules)
    assert counted(reader.read(a_ballot(marks=[1], write_ins="B:3 C:1"))) == "C:1"
    assert reader.read(a_ballot("B")) == BallotReading("B", (), (), ())
