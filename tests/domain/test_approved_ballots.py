"""What the figures of a count add up to: ballots for each list, and blank ones."""

import pytest

from app.elections.domain.approved_ballots import approved_ballots


@pytest.mark.rule("R-103", "R-150")
def test_ballots_of_a_list_add_up_over_categories_and_places() -> None:
    """40 + 3 for A; 7 for B; 2 + 1 blank: 50 for lists, 53 approved."""
    figures = [("list:A", 40), ("blank", 2), ("list:B", 7), ("list:A", 3), ("blank", 1)]
    approved = approved_ballots(figures)
    assert approved.by_list == {"A": 43, "B": 7}
    assert (approved.for_lists, approved.blank, approved.all) == (50, 3, 53)


@pytest.mark.rule("R-101", "R-138")
@pytest.mark.parametrize("line", ["ticks", "doubtful", "rejected-a", "rejected-d"])
def test_what_is_not_an_approved_ballot_is_passed_by(line: str) -> None:
    approved = approved_ballots([("list:A", 5), (line, 9)])
    assert (approved.by_list, approved.all) == ({"A": 5}, 5)


def test_without_figures_there_are_no_ballots() -> None:
    approved = approved_ballots([])
    assert (approved.by_list, approved.for_lists, approved.blank) == ({}, 0, 0)
