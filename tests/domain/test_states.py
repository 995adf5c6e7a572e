"""Which moves an election and a settlement can make: every pair of states, as one table."""

import itertools

import pytest

from app.elections.domain.states import (
    ELECTION_MOVES,
    SETTLEMENT_MOVES,
    ElectionState,
    MoveNotAllowed,
    SettlementState,
    moves,
    settlement_moves,
)

ELECTION_ROWS = {
    ("draft", "open_for_lists"),
    ("open_for_lists", "lists_decided"),
    ("lists_decided", "voting"),
    ("voting", "counting"),
    ("counting", "settled"),
    ("settled", "valid"),
    ("settled", "invalid"),
    ("valid", "archived"),
    ("invalid", "archived"),
}
SETTLEMENT_ROWS = {("proposed", "decided"), ("proposed", "annulled")}


@pytest.mark.parametrize(
    ("before", "after"),
    list(itertools.product(ElectionState, repeat=2)),
    ids=str,
)
def test_an_election_moves_as_the_table_says_and_in_no_other_way(before: ElectionState, after: ElectionState) -> None:
    if (before, after) in ELECTION_ROWS:
        assert moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed) as refusal:
            moves(before, after)
        assert refusal.value == MoveNotAllowed(before, after, ELECTION_MOVES[before])


@pytest.mark.parametrize(
    ("before", "after"),
    list(itertools.product(SettlementState, repeat=2)),
    ids=str,
)
def test_a_settlement_is_decided_or_annulled_once(before: SettlementState, after: SettlementState) -> None:
    if (before, after) in SETTLEMENT_ROWS:
        assert settlement_moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed) as refusal:
            settlement_moves(before, after)
        assert refusal.value == MoveNotAllowed(before, after, SETTLEMENT_MOVES[before])


def test_every_state_has_its_row() -> None:
    assert set(ELECTION_MOVES) == set(ElectionState)
    assert set(SETTLEMENT_MOVES) == set(SettlementState)
