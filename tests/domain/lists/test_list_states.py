"""Where a list proposal can go: row by row, and nowhere else."""

from itertools import product

import pytest

from app.elections.domain.list_proposal_states import (
    DECIDED,
    LIST_PROPOSAL_MOVES,
    ListProposalState,
    ProposalDecided,
    all_decided,
    list_proposal_moves,
    require_undecided,
)
from app.elections.domain.states import MoveNotAllowed

S = ListProposalState
ROWS = {
    tuple(line.split())
    for line in """
draft received
received defects_notified
received approved
received rejected
received withdrawn
defects_notified corrected
defects_notified rejected
defects_notified withdrawn
corrected defects_notified
corrected approved
corrected rejected
corrected withdrawn
""".strip().split("\n")
}


@pytest.mark.rule("R-62")
@pytest.mark.parametrize(("before", "after"), list(product(S, repeat=2)))
def test_a_list_proposal_moves_as_the_table_says(before: S, after: S) -> None:
    if (before, after) in ROWS:
        assert list_proposal_moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed):
            list_proposal_moves(before, after)


@pytest.mark.rule("R-66")
def test_nothing_moves_once_the_board_has_decided() -> None:
    assert {state for state, following in LIST_PROPOSAL_MOVES.items() if not following} == DECIDED


@pytest.mark.rule("R-66")
@pytest.mark.parametrize("state", S)
def test_what_is_decided_is_frozen(state: S) -> None:
    if state in DECIDED:
        with pytest.raises(ProposalDecided):
            require_undecided(state)
    else:
        require_undecided(state)


@pytest.mark.rule("R-66")
@pytest.mark.parametrize(
    ("states", "decided"),
    [([S.APPROVED, S.REJECTED, S.WITHDRAWN], True), ([S.APPROVED, S.CORRECTED], False), ([S.DRAFT], False), ([], True)],
)
def test_the_lists_are_decided_when_none_is_left(states: list[S], decided: bool) -> None:
    assert all_decided(states) is decided
