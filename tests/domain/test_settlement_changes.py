"""What a new settlement changed, against figures worked out by hand.

Three seats. A 60 and B 40 ballots: list votes 180 and 120, quotients A 128.57, B 85.71, A 60, B 40: A, B, A.
A 40 and B 60: the same the other way round: B, A, B. So A loses its second seat to B.
"""

import pytest

from app.councils.domain.lots import Lot
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.settlement_changes import (
    CandidateChange,
    FigureChange,
    ListFigure,
    Place,
    SeatChange,
    settlement_changes,
)
from tests.builders import a_contest, a_tally


def settled(a: int, b: int, *lots: Lot) -> Settlement:
    contest = a_contest(3, ["A", "B"], code="fana")
    made = settle(contest, RULE_SETS[RuleSetName.VALGLOVEN_2002], a_tally(contest, {"A": a, "B": b}), lots)
    assert isinstance(made, Settlement)
    return made


def test_the_same_settlement_changes_nothing() -> None:
    assert settlement_changes(settled(60, 40), settled(60, 40)).is_empty


@pytest.mark.rule("R-190")
def test_figures_seats_and_candidates_are_told_list_by_list() -> None:
    changes = settlement_changes(settled(60, 40), settled(40, 60))

    assert changes.figures == (
        FigureChange("A", ListFigure.BALLOTS, 60, 40),
        FigureChange("A", ListFigure.LIST_VOTES, 180, 120),
        FigureChange("A", ListFigure.SEATS, 2, 1),
        FigureChange("B", ListFigure.BALLOTS, 40, 60),
        FigureChange("B", ListFigure.LIST_VOTES, 120, 180),
        FigureChange("B", ListFigure.SEATS, 1, 2),
    )
    assert changes.seats == (SeatChange(1, "A", "B"), SeatChange(2, "B", "A"), SeatChange(3, "A", "B"))
    assert changes.candidates[0] == CandidateChange("A", 2, Place(Outcome.MEMBER, 2), Place(Outcome.DEPUTY, 1))
    assert changes.seats_moved


@pytest.mark.rule("R-207")
def test_other_votes_and_the_same_seats_move_no_seat() -> None:
    changes = settlement_changes(settled(60, 40), settled(59, 40))

    assert not changes.seats_moved
    assert changes.figures == (
        FigureChange("A", ListFigure.BALLOTS, 60, 59),
        FigureChange("A", ListFigure.LIST_VOTES, 180, 177),
    )
    assert changes.candidates == ()


def test_another_lot_is_a_change_of_its_own() -> None:
    """50 each: 150/3 for both, so the third seat is drawn."""
    between = ("A", "B")
    changes = settlement_changes(settled(50, 50, Lot(between, "A")), settled(50, 50, Lot(between, "B")))

    assert changes.lots == ((Lot(between, "A"),), (Lot(between, "B"),))
    assert changes.seats == (SeatChange(3, "A", "B"),)
