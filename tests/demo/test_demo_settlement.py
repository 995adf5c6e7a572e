"""The demo election settled: every seat filled without a lot, close in places, with something for each rule to do."""

from collections import Counter

import pytest

from app.demo.second_count import ballots_per_list
from app.elections.domain.ballots import BallotReader, Disregarded
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Election
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.tally import TallyBuilder
from tests.demo.conftest import Ballots, Counts


@pytest.fixture(scope="module")
def settlements(election: Election, counts: Counts, ballots: Ballots) -> dict[str, Settlement]:
    rules = RULE_SETS[election.rule_set]
    settled = {}
    for contest in election.contests:
        reader, builder = BallotReader(contest, rules), TallyBuilder(contest)
        for _, _, ballot in ballots[contest.code]:
            builder.add(reader.read(ballot))
        outcome = settle(contest, rules, builder.build(ballots_per_list(counts[contest.code][1], contest)))
        assert isinstance(outcome, Settlement), f"{contest.code} needs a lot"
        settled[contest.code] = outcome
    return settled


def test_all_eight_districts_fill_every_seat_without_a_lot(
    election: Election, settlements: dict[str, Settlement]
) -> None:
    for contest in election.contests:
        settlement = settlements[contest.code]
        assert sum(of.seats for of in settlement.lists) == len(settlement.seat_order) == contest.seats
        assert (settlement.unfilled_seats, settlement.lots) == (0, ())


def test_the_last_seat_is_close_in_at_least_one_district(settlements: dict[str, Settlement]) -> None:
    """Close: the next quotient is less than half a percent below the one that took the last seat."""
    close = [
        code
        for code, of in settlements.items()
        if of.next_in_line[0].quotient * 1000 > of.seat_order[-1].quotient * 995
    ]
    assert close


def test_no_list_wins_alone_and_five_to_nine_lists_are_represented(settlements: dict[str, Settlement]) -> None:
    for settlement in settlements.values():
        represented = [of.seats for of in settlement.lists if of.seats]
        assert 5 <= len(represented) <= 9
        assert 2 * max(represented) < settlement.seats


def test_some_members_stood_below_the_places_their_list_won(settlements: dict[str, Settlement]) -> None:
    """One in five in the records."""
    members = [
        (candidate.position, of.seats)
        for settlement in settlements.values()
        for of in settlement.lists
        for candidate in of.candidates
        if candidate.outcome is Outcome.MEMBER
    ]
    below = sum(position > seats for position, seats in members)
    assert 0.1 < below / len(members) < 0.3


@pytest.mark.rule("R-163")
def test_the_one_who_is_no_longer_eligible_is_passed_over(settlements: dict[str, Settlement]) -> None:
    out = [
        (code, of.code, candidate.position)
        for code, settlement in settlements.items()
        for of in settlement.lists
        for candidate in of.candidates
        if candidate.outcome is Outcome.INELIGIBLE
    ]
    assert out == [("bergenhus", "SV", 3)]


@pytest.mark.rule("R-110", "R-114")
def test_voters_slip_in_every_way_that_the_rules_provide_for(settlements: dict[str, Settlement]) -> None:
    """A scanner finds no candidate who does not exist, so that reason alone is missing. Most names do count."""
    slips = Counter[Disregarded]()
    for settlement in settlements.values():
        slips.update(dict(settlement.tally.disregarded))
    assert set(Disregarded) - set(slips) == {Disregarded.WRITE_IN_UNKNOWN_CANDIDATE}
    assert slips.total() < 0.1 * sum(w.number for s in settlements.values() for w in s.tally.write_ins)
