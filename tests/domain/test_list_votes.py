"""List votes: seats × ballots − write-ins given + write-ins received."""

import pytest

from app.elections.domain.list_votes import (
    ListVotes,
    count_list_votes,
    write_ins_only_move_votes,
    write_ins_received,
)
from tests.domain.nesseby_2019 import (
    LIST_VOTES,
    WRITE_INS,
    WRITE_INS_GIVEN,
    WRITE_INS_RECEIVED,
    nesseby_tally,
)
from tests.domain.nesseby_2019 import SEATS as NESSEBY_SEATS
from tests.domain.worked_examples import W1_LIST_VOTES, W1_SEATS, w1_contest, w1_tally


@pytest.mark.rule("R-150")
def test_list_votes_of_the_worked_example() -> None:
    """W-1, list A: 15 · 3264 = 48960; 48960 − 380 + 286 = 48866."""
    votes = count_list_votes(W1_SEATS, w1_tally(w1_contest()))
    assert votes[0] == ListVotes("A", 3264, 380, 286, 48866)
    assert {each.code: each.list_votes for each in votes} == W1_LIST_VOTES


@pytest.mark.rule("R-150")
def test_list_votes_of_nesseby() -> None:
    """List L01: 15 · 53 = 795; 795 − 11 + 14 = 798."""
    votes = count_list_votes(NESSEBY_SEATS, nesseby_tally())
    assert {each.code: each.list_votes for each in votes} == LIST_VOTES
    assert {each.code: each.write_ins_given for each in votes} == WRITE_INS_GIVEN
    assert {each.code: each.write_ins_received for each in votes} == WRITE_INS_RECEIVED


@pytest.mark.rule("R-151")
def test_write_ins_move_list_votes_and_make_none() -> None:
    """W-1: 972 given and 972 received; 135960 list votes = 15 · 9064 ballots."""
    votes = count_list_votes(W1_SEATS, w1_tally(w1_contest()))
    assert sum(each.write_ins_given for each in votes) == sum(each.write_ins_received for each in votes) == 972
    assert sum(each.list_votes for each in votes) == 135960 == 15 * 9064
    assert write_ins_only_move_votes(W1_SEATS, votes)


@pytest.mark.rule("R-151")
@pytest.mark.parametrize(
    "votes",
    [
        pytest.param(ListVotes("A", 2, 1, 0, 5), id="given to nobody"),
        pytest.param(ListVotes("A", 2, 0, 0, 7), id="a vote too many"),
    ],
)
def test_votes_that_write_ins_cannot_explain_are_seen(votes: ListVotes) -> None:
    """R-151: three seats."""
    assert not write_ins_only_move_votes(3, [votes])


@pytest.mark.rule("R-151", "R-160")
def test_write_ins_received_add_up_candidate_by_candidate() -> None:
    """Nesseby, list L06: 6 + 1 + 8 + 4 + 3 + 4 + 2 + 1 = 29."""
    received = write_ins_received(nesseby_tally())
    assert received["L06", 4] == 8
    assert received["L06", 20] == 0
    for code, numbers in WRITE_INS.items():
        assert [received[code, position] for position in range(1, len(numbers) + 1)] == list(numbers)
        assert sum(number for (receiver, _), number in received.items() if receiver == code) == WRITE_INS_RECEIVED[code]
