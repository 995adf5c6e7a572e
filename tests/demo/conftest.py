"""The demo election, invented once for all tests of this folder."""

import pytest

from app.demo.ballots import district_ballots
from app.demo.counts import district_counts
from app.demo.election import DEMO_SEED, demo_election
from app.demo.second_count import Pile, ballots_per_list
from app.elections.domain.ballots import ChangedBallot
from app.elections.domain.election import Election

Counts = dict[str, tuple[tuple[Pile, ...], tuple[Pile, ...]]]
Ballots = dict[str, list[tuple[str, str, ChangedBallot]]]


@pytest.fixture(scope="session")
def election() -> Election:
    return demo_election()


@pytest.fixture(scope="session")
def counts(election: Election) -> Counts:
    """District → first and second count."""
    return {contest.code: district_counts(contest) for contest in election.contests}


@pytest.fixture(scope="session")
def ballots(election: Election, counts: Counts) -> Ballots:
    """District → batch, number, changed ballot."""
    return {
        contest.code: list(district_ballots(contest, ballots_per_list(counts[contest.code][1], contest), DEMO_SEED))
        for contest in election.contests
    }
