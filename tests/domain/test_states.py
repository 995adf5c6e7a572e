"""Where an election and a settlement can go: row by row, and nowhere else."""

from itertools import product

import pytest

from app.elections.domain.states import (
    ElectionState,
    MoveNotAllowed,
    SettlementState,
    moves,
    settlement_moves,
)

ELECTION = """
draft open_for_lists
open_for_lists lists_decided
lists_decided voting
voting counting
counting settled
settled counting
settled valid
settled invalid
valid archived
invalid archived
"""
SETTLEMENT = """
proposed decided
proposed annulled
decided annulled
"""


def rows(table: str) -> set[tuple[str, ...]]:
    return {tuple(line.split()) for line in table.split("\n") if line}


@pytest.mark.parametrize(("before", "after"), list(product(ElectionState, repeat=2)))
def test_an_election_moves_as_the_table_says(before: ElectionState, after: ElectionState) -> None:
    if (before, after) in rows(ELECTION):
        assert moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed):
            moves(before, after)


@pytest.mark.parametrize(("before", "after"), list(product(SettlementState, repeat=2)))
def test_a_settlement_moves_as_the_table_says(before: SettlementState, after: SettlementState) -> None:
    if (before, after) in rows(SETTLEMENT):
        assert settlement_moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed):
            settlement_moves(before, after)


def test_a_refused_move_tells_which_are_possible() -> None:
    with pytest.raises(MoveNotAllowed) as refused:
        moves(ElectionState.SETTLED, ElectionState.VOTING)
    assert refused.value.possible == (ElectionState.COUNTING, ElectionState.VALID, ElectionState.INVALID)
