"""What write-ins decided: R-111, R-150, R-160."""

import pytest

from app.elections.domain.settled_again import contest_of
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.without_write_ins import ListWithoutWriteIns, without_write_ins
from tests.builders import RULES_2002, a_contest, a_list, a_tally
from tests.domain.worked_examples import w1_contest, w1_tally


@pytest.fixture(scope="module")
def w1() -> Settlement:
    contest = w1_contest()
    outcome = settle(contest, RULES_2002, w1_tally(contest))
    assert isinstance(outcome, Settlement)
    return outcome


@pytest.mark.rule("R-150")
def test_without_write_ins_the_last_seat_of_w1_had_gone_to_a(w1: Settlement) -> None:
    """The rule book: write-ins ignored, A6 B5 C2 D2 E0.

    In C C1 has 370.25 + 612 = 982.25, C2 370.25 + 48 = 418.25 and C7 402: C7 is in by the third seat alone.
    """
    found = without_write_ins(w1, RULES_2002)
    assert [each.seats_without for each in found.lists] == [6, 5, 2, 2, 0]
    assert found.lists[0] == ListWithoutWriteIns("A", 48866, 5, 48960, 6, (), (6,))
    assert found.lists[2] == ListWithoutWriteIns("C", 22297, 3, 22215, 2, (7,), ())
    assert (found.moved_seats, found.changed_members, found.lot_between) == (1, 1, ())


@pytest.mark.rule("R-160")
def test_write_ins_can_decide_who_is_elected_while_the_seats_stay() -> None:
    """Three seats. B has one: B1 with 5 marks before B2 with 3, but 4 names written in for B2 make 7.

    A 100 ballots, 300 list votes − 4; B 60, 180 + 4: 296/1.4, 184/1.4, 296/3. Without: 300/1.4, 180/1.4, 300/3.
    """
    contest = a_contest(3, [a_list("A"), a_list("B")])
    tally = a_tally(contest, {"A": 100, "B": 60}, {"B": [5, 3]}, {"A": {"B": 4}}, {"B": [0, 4]})
    outcome = settle(contest, RULES_2002, tally)
    assert isinstance(outcome, Settlement)
    found = without_write_ins(outcome, RULES_2002)
    assert found.lists[1] == ListWithoutWriteIns("B", 184, 1, 180, 1, came_in=(2,), fell_out=(1,))
    assert (found.moved_seats, found.changed_members) == (0, 1)


@pytest.mark.rule("R-154")
def test_a_lot_that_had_been_required_without_write_ins_is_the_answer() -> None:
    """100 ballots each, one name from A to B: 299/3 and 301/3. Without it 300/3 twice for the third seat."""
    contest = a_contest(3, ["A", "B"])
    outcome = settle(contest, RULES_2002, a_tally(contest, {"A": 100, "B": 100}, write_ins={"A": {"B": 1}}))
    assert isinstance(outcome, Settlement)
    found = without_write_ins(outcome, RULES_2002)
    assert (found.lists, found.lot_between, found.moved_seats) == ((), ("A", "B"), 0)


def test_the_contest_is_read_back_from_its_settlement(w1: Settlement) -> None:
    """The same seats, lists, bonuses and eligibility as in the setup: settled again, every figure is the same."""
    assert settle(contest_of(w1), RULES_2002, w1.tally) == w1
