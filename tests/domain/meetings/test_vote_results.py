"""What a vote came to: quorum, majority, ties, and who broke them."""

import pytest

from app.meetings.domain.presence import Voter
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.vote_forms import ByGroup, Choice, SecretBallot, Tally, Unanimous
from app.meetings.domain.vote_results import (
    CastingVoteMissing,
    CastingVoteNotNeeded,
    DecidedBy,
    Majority,
    PartyVotes,
    VoteResult,
    count_vote,
)
from tests.domain.meetings.meetings import PARTIES, per_seat, some_voters

FOR, AGAINST = Choice.FOR, Choice.AGAINST
ALL = some_voters(*PARTIES)


def counted(choices: str, *, leader: int = 1, voters: tuple[Voter, ...] = ALL, on_persons: bool = False) -> VoteResult:
    taking_part = voters[: len(choices)]
    return count_vote(per_seat(choices), taking_part, 15, leader, on_persons=on_persons)


@pytest.mark.rule("R-289")
def test_eight_against_seven_is_a_majority_of_fifteen() -> None:
    result = counted("FFFFFFFFAAAAAAA")
    assert (result.tally, result.needed, result.decided_by, result.adopted) == (
        Tally(8, 7),
        8,
        DecidedBy.MAJORITY,
        True,
    )
    assert not counted("AAAAAAAAFFFFFFF").adopted


@pytest.mark.rule("R-289")
@pytest.mark.parametrize(("leader", "adopted"), [(1, True), (14, False)])
def test_at_a_tie_the_leaders_own_vote_decides(leader: int, adopted: bool) -> None:
    """14 vote, 7 to 7: with the leader among those for it is adopted, with the leader among those against it falls."""
    result = counted("FFFFFFFAAAAAAA", leader=leader)
    assert (result.decided_by, result.adopted, result.leader) == (DecidedBy.CASTING_VOTE, adopted, leader)
    assert result.casting is (FOR if adopted else AGAINST)


@pytest.mark.rule("R-289")
def test_without_a_tie_no_casting_vote_is_told() -> None:
    assert counted("FFFFFFFFAAAAAAA").casting is None


@pytest.mark.rule("R-287")
def test_eight_of_fifteen_can_decide_and_seven_cannot() -> None:
    assert count_vote(Unanimous(), ALL[:8], 15, 1).quorum.occupied == 8
    with pytest.raises(NotQuorate):
        count_vote(Unanimous(), ALL[:7], 15, 1)


@pytest.mark.rule("R-289")
def test_unanimous_for_and_unanimous_against() -> None:
    assert (counted("F" * 15).decided_by, counted("F" * 15).adopted) == (DecidedBy.UNANIMOUS, True)
    assert (counted("A" * 15).decided_by, counted("A" * 15).adopted) == (DecidedBy.UNANIMOUS, False)


def test_where_unanimity_is_asked_for_one_against_is_enough() -> None:
    result = count_vote(per_seat("F" * 14 + "A"), ALL, 15, 1, majority=Majority.UNANIMITY)
    assert (result.decided_by, result.adopted) == (DecidedBy.ONE_AGAINST, False)


@pytest.mark.rule("R-288", "R-289")
def test_blank_votes_count_as_cast_so_that_nobody_may_have_more_than_half() -> None:
    """7 for, 6 against, 2 blank: 15 cast, 8 needed."""
    result = counted("FFFFFFFAAAAAA--", on_persons=True)
    assert (result.needed, result.decided_by, result.adopted) == (8, DecidedBy.NO_MAJORITY, False)


@pytest.mark.rule("R-289")
def test_in_an_appointment_a_tie_is_decided_by_the_leader_unless_that_vote_was_blank() -> None:
    assert counted("FFFFFFFAAAAAAA-", on_persons=True).decided_by is DecidedBy.CASTING_VOTE
    assert counted("FFFFFFFAAAAAAA-", leader=15, on_persons=True).decided_by is DecidedBy.NO_MAJORITY


@pytest.mark.rule("R-300")
def test_the_result_tells_how_each_party_voted_and_who_in_a_party_that_split() -> None:
    """As minutes write it: 8 votes (H 4, FrP 2, KrF 1, V 1) against 7; then with seat 2 (H) on the other side."""
    result = counted("FFFFFFFFAAAAAAA")
    assert [(each.party, each.tally.votes_for) for each in result.by_party()][:4] == [
        ("H", 4),
        ("FrP", 2),
        ("KrF", 1),
        ("V", 1),
    ]
    assert result.split_parties() == ()
    split = count_vote(ByGroup((("H", FOR),), AGAINST, ((2, AGAINST),)), ALL, 15, 1)
    assert split.by_party()[0] == PartyVotes("H", Tally(3, 1))
    assert split.split_parties() == ("H",)
    assert [each.seat for each in split.seats(FOR)] == [1, 3, 4]


@pytest.mark.rule("R-254", "R-300")
def test_one_who_has_left_the_party_votes_as_an_independent_and_splits_no_party() -> None:
    voters = some_voters("H", "", "H", "Ap", "Ap", "Ap", "", "V")
    result = count_vote(ByGroup((("H", FOR),), AGAINST, ((7, FOR),)), voters, 15, 1)
    assert result.by_party()[1] == PartyVotes("", Tally(1, 1))
    assert result.split_parties() == ()


@pytest.mark.rule("R-289")
def test_after_a_tie_in_a_written_ballot_the_leader_says_the_casting_vote() -> None:
    with pytest.raises(CastingVoteMissing):
        count_vote(SecretBallot(7, 7), ALL[:14], 15, 1, on_persons=True)
    result = count_vote(SecretBallot(7, 7, casting=AGAINST), ALL[:14], 15, 1, on_persons=True)
    assert (result.decided_by, result.adopted, result.secret) == (DecidedBy.CASTING_VOTE, False, True)
    with pytest.raises(CastingVoteNotNeeded):
        count_vote(SecretBallot(8, 7, casting=FOR), ALL, 15, 1, on_persons=True)
