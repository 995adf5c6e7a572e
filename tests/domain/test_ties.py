"""Equal quotients: more list votes first, then a lot; but only where it decides who gets a seat."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded
from app.councils.domain.seats import DecidedBy
from app.elections.domain.possible_tally import ImpossibleTally
from app.elections.domain.settlement import LeftOut, NoSettlement, NoVotes, TooFewLists, left_out, settle
from tests.builders import RULES_2002, a_contest, a_list, a_tally
from tests.domain.outcomes import finished, seats_won, stopped


@pytest.mark.rule("R-154")
def test_equal_quotients_go_to_the_list_with_more_list_votes() -> None:
    """Seven seats: A 30 ballots → 210 list votes, B 14 → 98. 210/3 = 98/1.4 = 70, and A has more votes."""
    contest = a_contest(7, ["A", "B"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 30, "B": 14})))
    tied = [award for award in settlement.seat_order if award.quotient == 70]
    assert [(award.seat, award.list_code, award.decided_by) for award in tied] == [
        (2, "A", DecidedBy.MORE_VOTES),
        (3, "B", DecidedBy.MORE_VOTES),
    ]


@pytest.mark.rule("R-154", "R-155")
def test_equal_votes_for_the_last_seat_stop_the_settlement() -> None:
    """Three seats, 50 ballots each: 150/1.4 twice, then 150/3 = 50 for both, and one seat left."""
    contest = a_contest(3, ["A", "B"])
    required = stopped(settle(contest, RULES_2002, a_tally(contest, {"A": 50, "B": 50})))
    assert (required.lists, required.seat, required.list_votes) == (("A", "B"), 3, 150)
    assert required.quotient == Fraction(50)


@pytest.mark.rule("R-155")
@pytest.mark.parametrize(("winner", "seats"), [("A", {"A": 2, "B": 1}), ("B", {"A": 1, "B": 2})])
def test_the_lot_decides_and_is_part_of_the_result(winner: str, seats: dict[str, int]) -> None:
    contest = a_contest(3, ["A", "B"])
    lot = Lot(("A", "B"), winner)
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 50, "B": 50}), [lot]))
    assert seats_won(settlement) == seats
    assert settlement.lots == (lot,)
    assert settlement.seat_order[-1].decided_by is DecidedBy.LOT


@pytest.mark.rule("R-154")
def test_a_tie_with_seats_for_all_needs_no_lot() -> None:
    """Four seats, two lists alike: 1.4 and 3 for both. The order is the setup's, and is recorded as order only."""
    contest = a_contest(4, ["A", "B"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 50, "B": 50})))
    assert seats_won(settlement) == {"A": 2, "B": 2}
    assert settlement.lots == ()
    assert {award.decided_by for award in settlement.seat_order} == {DecidedBy.ORDER_ONLY}


@pytest.mark.rule("R-154", "R-155")
def test_three_alike_for_two_seats_need_two_lots() -> None:
    """Five seats, three lists alike: one each, then 3 for all three with two seats left. Each lot gives one seat."""
    contest = a_contest(5, ["A", "B", "C"])
    tally = a_tally(contest, {"A": 20, "B": 20, "C": 20})
    first = stopped(settle(contest, RULES_2002, tally))
    assert (first.lists, first.seat) == (("A", "B", "C"), 4)
    second = stopped(settle(contest, RULES_2002, tally, [Lot(("A", "B", "C"), "B")]))
    assert (second.lists, second.seat) == (("A", "C"), 5)
    lots = [Lot(("A", "B", "C"), "B"), Lot(("A", "C"), "C")]
    assert seats_won(finished(settle(contest, RULES_2002, tally, lots))) == {"A": 1, "B": 2, "C": 2}


@pytest.mark.rule("R-154", "R-155")
def test_the_larger_list_takes_its_seat_before_the_lot_between_the_smaller() -> None:
    """Nine seats: A 45 ballots → 405, B and C 21 → 189. 405/3 = 189/1.4 = 135 for seats 2 to 4: no lot.

    Then 81 (A), 63 (B), 63 (C) – seats for all – 405/7, and 45 = 405/9 = … for the last: A alone has 45.
    """
    contest = a_contest(9, ["A", "B", "C"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 45, "B": 21, "C": 21})))
    assert [award.list_code for award in settlement.seat_order] == ["A", "A", "B", "C", "A", "B", "C", "A", "A"]
    assert settlement.seat_order[1].decided_by is DecidedBy.MORE_VOTES


@pytest.mark.rule("R-155")
@pytest.mark.parametrize(
    ("lots", "refusal"),
    [
        ([Lot(("A", "C"), "A")], LotDoesNotFit),
        ([Lot(("A", "B", "C"), "A")], LotDoesNotFit),
        ([Lot(("A", "B"), "A"), Lot(("A", "B"), "B")], LotNotNeeded),
    ],
    ids=["between others", "between more", "one too many"],
)
def test_a_lot_that_was_not_called_for_is_refused(lots: list[Lot], refusal: type[Exception]) -> None:
    contest = a_contest(3, ["A", "B", "C"])
    with pytest.raises(refusal):
        settle(contest, RULES_2002, a_tally(contest, {"A": 50, "B": 50, "C": 1}), lots)


@pytest.mark.rule("R-155")
def test_lots_may_name_the_tied_in_any_order() -> None:
    contest = a_contest(3, ["A", "B"])
    tally = a_tally(contest, {"A": 50, "B": 50})
    settlement = finished(settle(contest, RULES_2002, tally, [Lot(("B", "A"), "A")]))
    assert seats_won(settlement) == {"A": 2, "B": 1}


@pytest.mark.rule("R-165")
def test_when_all_lists_are_exhausted_seats_stay_empty() -> None:
    """Nine seats, two lists with three and four who can be elected: seven seats are given, two cannot be."""
    contest = a_contest(9, [a_list("A", 7, ineligible=(1, 2, 3, 4)), a_list("B", 7, ineligible=(1, 2, 3))])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 60, "B": 40})))
    assert seats_won(settlement) == {"A": 3, "B": 4}
    assert settlement.unfilled_seats == 2


@pytest.mark.rule("R-152", "R-165")
def test_a_list_without_votes_is_given_no_seat_even_if_one_is_left() -> None:
    contest = a_contest(9, [a_list("A", 7), a_list("B", 7)])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 60})))
    assert seats_won(settlement) == {"A": 7, "B": 0}
    assert settlement.unfilled_seats == 2
    assert settlement.next_in_line == ()


@pytest.mark.rule("R-165")
def test_an_exhausted_list_takes_no_part_in_a_tie() -> None:
    """A and B alike, A has one who can be elected: of three seats B takes two, and no lot is called for."""
    contest = a_contest(3, [a_list("A", 7, ineligible=range(2, 8)), a_list("B", 7)])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 50, "B": 50})))
    assert seats_won(settlement) == {"A": 1, "B": 2}
    assert settlement.lots == ()


@pytest.mark.rule("R-150")
def test_without_a_ballot_for_any_list_there_is_nothing_to_settle() -> None:
    contest = a_contest(3, ["A", "B"])
    with pytest.raises(NoVotes):
        settle(contest, RULES_2002, a_tally(contest, {}))


@pytest.mark.rule("R-180")
@pytest.mark.parametrize("lists", [[], ["A"]])
def test_one_list_or_none_is_another_kind_of_election(lists: list[str]) -> None:
    contest = a_contest(3, lists)
    with pytest.raises(TooFewLists):
        settle(contest, RULES_2002, a_tally(contest, dict.fromkeys(lists, 10)))


@pytest.mark.rule("R-3", "R-150", "R-180")
def test_a_contest_is_left_out_for_its_lists_or_for_want_of_ballots_and_never_for_wrong_figures() -> None:
    one, two = a_contest(3, ["A"]), a_contest(3, ["A", "B"])
    assert left_out(one, RULES_2002, a_tally(one, {"A": 10})) == LeftOut(one.code, NoSettlement.MAJORITY_ELECTION)
    assert left_out(two, RULES_2002, a_tally(two, {})) == LeftOut(two.code, NoSettlement.NO_VOTES)
    assert left_out(two, RULES_2002, a_tally(two, {"B": 1})) is None
    none = a_tally(two, {})
    marked = replace(none, lists=(replace(none.lists[0], marks=(1, *none.lists[0].marks[1:])), none.lists[1]))
    with pytest.raises(ImpossibleTally):
        left_out(two, RULES_2002, marked)
