"""Every line of R-256 for each kind of council and each time, and the order in which deputies are called."""

from datetime import date

import pytest

from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.succession import (
    Decider,
    Deputy,
    Step,
    chair_leaves,
    deputy_leaves,
    long_leave,
    member_leaves,
    short_absence,
    too_few_deputies,
)

APPOINTED = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.PROPORTIONAL)
ELECTED = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL)
BY_MAJORITY = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.MAJORITY)
BEFORE, AFTER = date(2023, 6, 30), date(2023, 7, 1)
DEPUTIES = [Deputy(2, "Berit", "A"), Deputy(1, "Anne", "A"), Deputy(1, "Hans", "H"), Deputy(3, "Carl", "A")]


def names(deputies: tuple[Deputy, ...]) -> list[str]:
    return [each.person for each in deputies]


@pytest.mark.rule("R-256", "R-260")
def test_in_a_directly_elected_council_the_first_deputy_of_the_list_moves_up() -> None:
    proposal = member_leaves(ELECTED, AFTER, "A", DEPUTIES)
    assert (proposal.step, proposal.decider) == (Step.MOVE_UP, Decider.LAW)
    assert names(proposal.in_turn) == ["Anne", "Berit", "Carl"]
    assert not proposal.check_gender


@pytest.mark.rule("R-256")
@pytest.mark.parametrize("on", [BEFORE, AFTER], ids=["before 1 July 2023", "from 1 July 2023"])
def test_in_an_appointed_council_a_new_member_is_elected_and_nobody_moves_up(on: date) -> None:
    proposal = member_leaves(APPOINTED, on, "A", DEPUTIES)
    assert (proposal.step, proposal.decider) == (Step.NEW_ELECTION, Decider.MUNICIPAL_COUNCIL)
    assert (proposal.in_turn, proposal.group_may_propose, proposal.check_gender) == ((), True, True)


@pytest.mark.rule("R-256")
def test_before_july_2023_a_directly_elected_council_too_had_a_new_election() -> None:
    assert member_leaves(ELECTED, BEFORE, "A", DEPUTIES).step is Step.NEW_ELECTION


@pytest.mark.rule("R-256")
def test_after_a_majority_election_the_first_deputy_of_all_moves_up() -> None:
    deputies = [Deputy(1, "Rolf", ""), Deputy(2, "Tone", "")]
    assert names(member_leaves(BY_MAJORITY, AFTER, "", deputies).in_turn) == ["Rolf", "Tone"]


@pytest.mark.rule("R-212", "R-256", "R-260")
def test_a_list_without_deputies_left_leads_to_a_new_settlement() -> None:
    proposal = member_leaves(ELECTED, AFTER, "V", DEPUTIES)
    assert (proposal.step, proposal.decider) == (Step.NEW_SETTLEMENT, Decider.ELECTORAL_BOARD)


@pytest.mark.rule("R-212", "R-256")
@pytest.mark.parametrize(
    ("kind", "step"), [(ELECTED, Step.NEW_SETTLEMENT), (APPOINTED, Step.NEW_ELECTION)], ids=["elected", "appointed"]
)
def test_a_deputy_who_leaves(kind: CouncilKind, step: Step) -> None:
    assert deputy_leaves(kind).step is step


@pytest.mark.rule("R-212", "R-256", "R-258")
@pytest.mark.parametrize(
    ("kind", "step", "gender"),
    [(ELECTED, Step.NEW_SETTLEMENT, False), (APPOINTED, Step.SUPPLEMENTARY_ELECTION, True)],
    ids=["elected", "appointed"],
)
def test_too_few_deputies(kind: CouncilKind, step: Step, gender: bool) -> None:
    proposal = too_few_deputies(kind)
    assert (proposal.step, proposal.check_gender) == (step, gender)


@pytest.mark.rule("R-256", "R-258")
@pytest.mark.parametrize(
    ("kind", "on", "step", "in_turn"),
    [
        (APPOINTED, BEFORE, Step.SUBSTITUTE, ["Anne", "Berit", "Carl"]),
        (APPOINTED, AFTER, Step.SUBSTITUTE, []),
        (ELECTED, BEFORE, Step.SUBSTITUTE, ["Anne", "Berit", "Carl"]),
        (ELECTED, AFTER, Step.DEPUTIES_IN_ORDER, ["Anne", "Berit", "Carl"]),
    ],
    ids=["appointed before: in order", "appointed: free choice", "elected before: in order", "elected: no substitute"],
)
def test_a_leave_of_three_months_or_more(kind: CouncilKind, on: date, step: Step, in_turn: list[str]) -> None:
    proposal = long_leave(kind, on, "A", DEPUTIES)
    assert (proposal.step, names(proposal.in_turn)) == (step, in_turn)
    assert not proposal.check_gender


@pytest.mark.rule("R-255")
@pytest.mark.parametrize("kind", [APPOINTED, ELECTED], ids=["appointed", "elected"])
def test_deputies_of_the_group_are_called_in_order_whoever_ranks_first_elsewhere(kind: CouncilKind) -> None:
    assert names(short_absence(kind, "A", DEPUTIES).in_turn) == ["Anne", "Berit", "Carl"]
    assert names(short_absence(kind, "H", DEPUTIES).in_turn) == ["Hans"]


@pytest.mark.rule("R-259")
@pytest.mark.parametrize(
    ("kind", "decider"),
    [(ELECTED, Decider.COUNCIL), (APPOINTED, Decider.MUNICIPAL_COUNCIL)],
    ids=["elected", "appointed"],
)
def test_a_chair_who_leaves_is_followed_by_an_election_not_by_the_deputy_chair(
    kind: CouncilKind, decider: Decider
) -> None:
    proposal = chair_leaves(kind)
    assert (proposal.step, proposal.decider, proposal.in_turn) == (Step.NEW_CHAIR, decider, ())
