"""Ballots that need a decision: those of other districts, those in doubt, and votes that are refused."""

import pytest

from app.elections.domain.categories import Category
from app.elections.domain.doubtful_ballots import (
    DecisionIncomplete,
    DoubtfulDecision,
    DoubtfulOutcome,
    NoMoreDoubtful,
    require_complete,
    require_undecided_left,
)
from app.elections.domain.election import RuleSetName
from app.elections.domain.other_districts import (
    ForeignBallot,
    ForeignBallotOutcome,
    ForeignBallotPolicy,
    balances,
    judge_foreign_ballot,
)
from app.elections.domain.refused_votes import RefusalGround, VoteKind, grounds, kind_of

OLD, NEW = RuleSetName.VALGLOVEN_2002, RuleSetName.VALGLOVEN_2023
PARTY_HERE = ForeignBallot(registered_party=True, list_here=True)


@pytest.mark.rule("R-106")
@pytest.mark.parametrize(
    ("ballot", "rules", "outcome"),
    [
        (PARTY_HERE, OLD, ForeignBallotOutcome.COUNTS_FOR_LIST),
        (PARTY_HERE, NEW, ForeignBallotOutcome.COUNTS_FOR_LIST),
        (ForeignBallot(registered_party=True), NEW, ForeignBallotOutcome.REJECTED),
        (ForeignBallot(list_here=True), NEW, ForeignBallotOutcome.REJECTED),
        (ForeignBallot(blank=True), OLD, ForeignBallotOutcome.REJECTED),
        (ForeignBallot(blank=True), NEW, ForeignBallotOutcome.BLANK),
    ],
    ids=[
        "a registered party with a list here, 2002",
        "a registered party with a list here, 2023",
        "a party without a list here",
        "a local group",
        "blank, 2002",
        "blank, 2023",
    ],
)
def test_where_ballots_of_others_are_judged_where_they_lie(
    ballot: ForeignBallot, rules: RuleSetName, outcome: ForeignBallotOutcome
) -> None:
    assert judge_foreign_ballot(ForeignBallotPolicy.LOCAL, rules, ballot) is outcome


@pytest.mark.rule("R-107")
@pytest.mark.parametrize("ballot", [PARTY_HERE, ForeignBallot(), ForeignBallot(blank=True)])
def test_where_they_are_routed_every_ballot_goes_to_the_district_it_names(ballot: ForeignBallot) -> None:
    assert judge_foreign_ballot(ForeignBallotPolicy.ROUTE, NEW, ballot) is ForeignBallotOutcome.HANDED_OVER


@pytest.mark.rule("R-107")
def test_a_hand_over_balances_when_as_many_came_as_were_sent() -> None:
    assert balances(12, 12)
    assert not balances(12, 11)
    assert not balances(0, None)


@pytest.mark.rule("R-96")
def test_each_act_has_its_grounds_for_refusing_a_vote() -> None:
    assert [each.value for each in grounds(OLD, VoteKind.ADVANCE)] == [f"SG-{n}" for n in range(1, 9)]
    assert [each.value for each in grounds(NEW, VoteKind.ADVANCE)] == ["SG-1", "SG-2", "SG-4", "SG-5", "SG-6", "SG-7"]
    assert [each.value for each in grounds(OLD, VoteKind.ELECTION_DAY)] == ["SG-1", "SG-2", "SG-6", "SG-8"]
    assert RefusalGround.NO_OPPORTUNITY not in grounds(NEW, VoteKind.ELECTION_DAY)


def test_late_advance_votes_are_advance_votes() -> None:
    assert kind_of(Category.FS) is VoteKind.ADVANCE
    assert kind_of(Category.VB) is VoteKind.ELECTION_DAY


@pytest.mark.rule("R-99", "R-138")
@pytest.mark.parametrize(
    ("decision", "what"),
    [
        (DoubtfulDecision(DoubtfulOutcome.BLANK, None, "  "), "reason"),
        (DoubtfulDecision(DoubtfulOutcome.FOR_LIST, None, "Navnet er overstrøket."), "list"),
        (DoubtfulDecision(DoubtfulOutcome.FOR_LIST, "X", "Navnet er overstrøket."), "list"),
        (DoubtfulDecision(DoubtfulOutcome.REJECTED_A, "A", "Uten stempel."), "no_list"),
    ],
)
def test_a_decision_on_a_doubtful_ballot_has_its_reason_and_its_list(decision: DoubtfulDecision, what: str) -> None:
    with pytest.raises(DecisionIncomplete) as refused:
        require_complete(decision, ("A", "B"))
    assert refused.value.what == what


def test_a_whole_decision_is_taken() -> None:
    require_complete(DoubtfulDecision(DoubtfulOutcome.FOR_LIST, "A", "Leselig partinavn."), ("A", "B"))
    require_complete(DoubtfulDecision(DoubtfulOutcome.REJECTED_D, None, "Listen stiller ikke her."), ("A", "B"))


@pytest.mark.rule("R-138")
def test_no_more_ballots_are_decided_than_were_set_aside() -> None:
    require_undecided_left(2, 1)
    with pytest.raises(NoMoreDoubtful):
        require_undecided_left(2, 2)
