"""The worked examples of the rule book, and what wrong methods would make of them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.councils.domain.divisors import d_hondt
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.seating import Contender
from app.councils.domain.seats import DecidedBy, Quotient, six_decimals
from app.elections.domain.ballots import BallotReader, ChangedBallot, Disregarded, WriteIn
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settlement import settle
from app.elections.domain.tally import TallyBuilder
from tests.builders import RULES_2002, RULES_2023, a_contest, a_tally
from tests.domain.outcomes import finished, list_result, list_votes, positions, seat_order, seats_won
from tests.domain.worked_examples import (
    W1_BALLOTS,
    W1_LIST_VOTES,
    W1_SEAT_ORDER,
    W1_SEATS_WON,
    W1_WRITE_INS,
    W2_MARKS,
    W2_VOID_WRITE_INS,
    W2_WRITE_INS,
    w1_contest,
    w1_tally,
    w1_tally_of_list_votes,
    w2_list,
)


@pytest.mark.rule("R-150", "R-152", "R-156")
@pytest.mark.parametrize("rules", [RULES_2002, RULES_2023], ids=lambda rules: str(rules.name))
def test_w1_seats_and_every_quotient(rules: RuleSet) -> None:
    """W-1: list votes 48866, 45183, 22297, 13558, 6056; the seats one by one as printed in the rule book."""
    settlement = finished(settle(w1_contest(), rules, w1_tally(w1_contest())))
    assert list_votes(settlement) == W1_LIST_VOTES
    assert seats_won(settlement) == W1_SEATS_WON
    assert seat_order(settlement) == W1_SEAT_ORDER
    assert {award.decided_by for award in settlement.seat_order} == {DecidedBy.QUOTIENT}
    assert (settlement.passed_over, settlement.unfilled_seats, settlement.lots) == ((), 0, ())


@pytest.mark.rule("R-152", "R-156")
def test_w1_next_in_line() -> None:
    """W-1: list A's sixth quotient, 48866/11 = 4442.363636; list E's first is 6056/1.4 = 4325.714286."""
    settlement = finished(settle(w1_contest(), RULES_2002, w1_tally(w1_contest())))
    assert settlement.next_in_line == (Quotient("A", 48866, Fraction(11)),)
    assert six_decimals(settlement.next_in_line[0].quotient) == "4442.363636"
    assert six_decimals(Fraction(6056) / Fraction(7, 5)) == "4325.714286"


@pytest.mark.rule("R-150")
def test_w1_without_write_ins_would_give_other_seats() -> None:
    """W-1, wrong method: A6 B5 C2 D2 E0; the last seat to A 48960/11 = 4450.909091, before C 22215/5 = 4443."""
    settlement = finished(settle(w1_contest(), RULES_2002, a_tally(w1_contest(), W1_BALLOTS)))
    assert seats_won(settlement) == {"A": 6, "B": 5, "C": 2, "D": 2, "E": 0}
    assert seat_order(settlement).endswith("15 A 4450.909091")
    assert settlement.next_in_line == (Quotient("C", 22215, Fraction(5)),)


@pytest.mark.rule("R-152")
def test_w1_with_first_divisor_one_would_give_other_seats() -> None:
    """W-1, wrong method: A5 B5 C2 D2 E1."""
    rules = replace(RULES_2002, first_divisor=Fraction(1))
    settlement = finished(settle(w1_contest(), rules, w1_tally(w1_contest())))
    assert seats_won(settlement) == {"A": 5, "B": 5, "C": 2, "D": 2, "E": 1}


@pytest.mark.rule("R-152", "R-224")
def test_w1_by_d_hondt_would_give_other_seats() -> None:
    """W-1, the method of appointed bodies: A6 B6 C2 D1 E0."""
    contenders = [Contender(code, votes, 15) for code, votes in W1_LIST_VOTES.items()]
    distribution = distribute("w1", contenders, 15, d_hondt())
    assert isinstance(distribution, Distribution)
    assert {code: distribution.seats_of(code) for code in W1_LIST_VOTES} == {"A": 6, "B": 6, "C": 2, "D": 1, "E": 0}


@pytest.mark.rule("R-165")
def test_w1_with_list_c_short_of_candidates_gives_its_third_seat_to_list_a() -> None:
    """R-165: C has two eligible candidates. Its third quotient 22297/5 = 4459.4 is passed over; A has 4442.363636."""
    contest = w1_contest(w2_list(eligible=2))
    settlement = finished(settle(contest, RULES_2002, w1_tally_of_list_votes(contest)))
    assert seats_won(settlement) == {"A": 6, "B": 5, "C": 2, "D": 2, "E": 0}
    assert seat_order(settlement).endswith("14 D 4519.333333 · 15 A 4442.363636")
    assert settlement.passed_over == (Quotient("C", 22297, Fraction(5)),)
    assert settlement.next_in_line == (Quotient("E", 6056, Fraction(7, 5)),)
    assert settlement.unfilled_seats == 0


@pytest.mark.rule("R-160", "R-161", "R-162", "R-163", "R-164")
def test_w2_candidates_of_list_c() -> None:
    """W-2: 1481 ballots, bonus 370.25, three seats, so six deputies.

    C1 4·(612 + 108) + 1481 = 4361; C2 4·(48 + 7) + 1481 = 1701, a quarter vote before C7 4·(402 + 23) = 1700.
    C3 and C5 have 876 each, C4 and C11 364 each: the list order decides. C6 cannot be elected.
    """
    settlement = finished(settle(w1_contest(), RULES_2002, w1_tally(w1_contest())))
    result = list_result(settlement, "C")
    assert (result.ballots, result.write_ins_received, result.seats) == (1481, 214, 3)
    scores = [each.score_quarters for each in result.candidates if each.rank]
    assert scores == [4361, 1701, 876, 364, 876, 1700, 68, 292, 0, 364, 0]
    assert positions(result, Outcome.MEMBER) == [1, 2, 7]
    assert positions(result, Outcome.DEPUTY) == [3, 5, 4, 11, 9, 8]
    assert positions(result, Outcome.NONE) == [10, 12]
    assert positions(result, Outcome.INELIGIBLE) == [6]


@pytest.mark.rule("R-161", "R-162", "R-163")
def test_w2_says_what_decided_for_each_candidate() -> None:
    """W-2: C2 by the bonus; C3 before C5 by list order alone; C6 keeps 520 marks that lead nowhere."""
    settlement = finished(settle(w1_contest(), RULES_2002, w1_tally(w1_contest())))
    candidates = list_result(settlement, "C").candidates
    assert candidates[1] == CandidateResult(2, 1481, 48, 7, 1701, 2, Outcome.MEMBER, 2, ())
    assert candidates[2] == CandidateResult(3, 0, 205, 14, 876, 4, Outcome.DEPUTY, 1, (5,))
    assert candidates[4] == CandidateResult(5, 0, 190, 29, 876, 5, Outcome.DEPUTY, 2, (3,))
    assert candidates[5] == CandidateResult(6, 0, 520, 0, 2080, None, Outcome.INELIGIBLE, None, ())
    assert [candidates[position - 1].rank for position in (10, 12)] == [10, 11]


@pytest.mark.rule("R-110", "R-114", "R-116", "R-150", "R-160")
def test_w1_and_w2_from_the_ballots_themselves() -> None:
    """W-1 and W-2 read ballot by ballot: the same figures, and 21 names of the ineligible C6 void with their reason.

    List C's marks are laid on its first ballots, each candidate's on as many as there are marks; each write-in stands
    alone on a ballot of the list that gave it, and list A's ballots have the 21 void names too.
    """
    contest = w1_contest()
    reader, builder = BallotReader(contest, RULES_2002), TallyBuilder(contest)
    for number in range(max(W2_MARKS)):
        marks = tuple(position for position, marked in enumerate(W2_MARKS, start=1) if marked > number)
        builder.add(reader.read(ChangedBallot("C", marks, ())))
    for each in w1_tally(contest).write_ins:
        ballot = ChangedBallot(each.giver, (), (WriteIn(each.receiver, each.position),))
        builder.add(reader.read(ballot), times=each.number)
    builder.add(reader.read(ChangedBallot("A", (), (WriteIn("C", 6),))), times=W2_VOID_WRITE_INS)

    tally = builder.build(W1_BALLOTS)
    assert tally.lists == w1_tally(contest).lists
    assert set(tally.write_ins) == set(w1_tally(contest).write_ins)
    assert tally.changed_ballots == 612 + 972 + 21
    assert tally.disregarded == ((Disregarded.WRITE_IN_INELIGIBLE, 21),)
    assert seat_order(finished(settle(contest, RULES_2002, tally))) == W1_SEAT_ORDER


def test_w2_write_ins_are_those_that_list_c_received() -> None:
    """The two tables of the rule book agree: 108 + 7 + 14 + 3 + 29 + 23 + 12 + 18 = 164 + 22 + 10 + 18 = 214."""
    assert sum(W2_WRITE_INS) == sum(row.get("C", 0) for row in W1_WRITE_INS.values()) == 214


@pytest.mark.rule("R-153", "R-154")
def test_equal_quotients_that_floating_point_would_not_see_as_equal() -> None:
    """The trap: two seats, X 700 and Y 1500 list votes (350 and 750 ballots).

    Y's first is 1500/1.4. Then 700/1.4 = 500 = 1500/3 exactly: the seat goes to Y, who has more votes.
    """
    contest = a_contest(seats=2, lists=["X", "Y"])
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"X": 350, "Y": 750})))
    assert 700 / 1.4 > 1500 / 3, "the reason why no quotient is ever a floating-point number"
    assert seats_won(settlement) == {"X": 0, "Y": 2}
    assert seat_order(settlement) == "1 Y 1071.428571 · 2 Y 500.000000"
    assert settlement.seat_order[1].decided_by is DecidedBy.MORE_VOTES
    assert settlement.next_in_line == (Quotient("X", 700, Fraction(7, 5)),)
