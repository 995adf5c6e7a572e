"""From any ballots at all to a settlement: write-ins move list votes and make none, and nothing else decides."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.gender import Gender
from app.councils.domain.lots import Lot, LotRequired
from app.elections.domain.ballots import BallotReader, ChangedBallot, WriteIn
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.list_votes import count_list_votes, write_ins_only_move_votes
from app.elections.domain.rule_sets import RuleSet, WriteInOverflow, WriteInOwnList
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.tally import Tally, TallyBuilder
from tests.builders import RULES_2002, a_contest, a_list

quick = settings(max_examples=100, derandomize=True, deadline=None, database=None)

LISTS = [a_list("A", 4, bonus=1), a_list("B", 4, ineligible=[2]), a_list("C", 4)]

names = st.one_of(st.none(), st.builds(WriteIn, st.sampled_from("ABC"), st.integers(1, 5)))
ballots = st.builds(
    ChangedBallot,
    st.sampled_from("ABC"),
    st.lists(st.integers(1, 4), max_size=5).map(tuple),
    st.lists(names, max_size=9).map(tuple),
)
piles = st.lists(ballots, min_size=1, max_size=12)
rule_sets = st.builds(
    replace,
    st.just(RULES_2002),
    writein_own_list=st.sampled_from(WriteInOwnList),
    writein_overflow=st.sampled_from(WriteInOverflow),
    writein_requires_eligible=st.booleans(),
)


def tallied(contest: Contest, rules: RuleSet, pile: list[ChangedBallot]) -> Tally:
    """The pile is the whole second count: each list has as many ballots as are in it."""
    reader, builder = BallotReader(contest, rules), TallyBuilder(contest)
    for ballot in pile:
        builder.add(reader.read(ballot))
    return builder.build({code: sum(each.list_code == code for each in pile) for code in "ABC"})


def settled(contest: Contest, rules: RuleSet, tally: Tally) -> Settlement:
    """With every lot won by the first of the tied."""
    lots: list[Lot] = []
    while isinstance(outcome := settle(contest, rules, tally, lots), LotRequired):
        lots.append(Lot(outcome.lists, outcome.lists[0]))
    return outcome


@pytest.mark.rule("R-113", "R-151")
@given(pile=piles, rules=rule_sets, seats=st.sampled_from([3, 4, 7, 15]))
@quick
def test_write_ins_move_list_votes_and_make_none(pile: list[ChangedBallot], rules: RuleSet, seats: int) -> None:
    """ΣG = ΣM, ΣL = seats × Σ ballots, and no list falls below zero."""
    votes = count_list_votes(seats, tallied(a_contest(seats, LISTS), rules, pile))
    assert sum(each.write_ins_given for each in votes) == sum(each.write_ins_received for each in votes)
    assert sum(each.list_votes for each in votes) == seats * len(pile)
    assert write_ins_only_move_votes(seats, votes)
    assert all(each.list_votes >= 0 for each in votes)


@pytest.mark.rule("R-110", "R-112", "R-114")
@given(ballot=ballots, rules=rule_sets, seats=st.sampled_from([3, 15, 24]))
@quick
def test_everything_on_a_ballot_counts_or_is_disregarded_with_a_reason(
    ballot: ChangedBallot, rules: RuleSet, seats: int
) -> None:
    reading = BallotReader(a_contest(seats, LISTS), rules).read(ballot)
    written = len(ballot.marks) + len(ballot.write_ins)
    assert len(reading.marks) + len(reading.write_ins) + len(reading.disregarded) == written
    assert len(set(reading.marks)) == len(reading.marks)
    assert len(set(reading.write_ins)) == len(reading.write_ins) <= rules.write_in_quota(seats)
    assert all(each.list_code != ballot.list_code for each in reading.write_ins)


@pytest.mark.rule("R-151", "R-160", "R-164")
@given(pile=piles, rules=rule_sets, seats=st.sampled_from([3, 7]))
@quick
def test_a_settlement_of_any_ballots_adds_up(pile: list[ChangedBallot], rules: RuleSet, seats: int) -> None:
    """Tallies made of ballots are always possible; each list's members are its seats; write-ins sum by candidate."""
    contest = a_contest(seats, LISTS)
    settlement = settled(contest, rules, tallied(contest, rules, pile))
    assert sum(each.seats for each in settlement.lists) + settlement.unfilled_seats == seats
    for each in settlement.lists:
        assert sum(candidate.outcome == "member" for candidate in each.candidates) == each.seats
        assert sum(candidate.write_ins for candidate in each.candidates) == each.write_ins_received
        ranks = sorted(candidate.rank for candidate in each.candidates if candidate.rank)
        assert ranks == list(range(1, len(ranks) + 1))


@pytest.mark.rule("R-186")
@given(pile=piles, genders=st.lists(st.sampled_from([None, *Gender]), min_size=12, max_size=12))
@quick
def test_who_the_candidates_are_decides_nothing(pile: list[ChangedBallot], genders: list[Gender | None]) -> None:
    """R-186: no rule on gender; nor on name, age, profession or place."""
    given_genders = iter(genders)

    def disguised(each: Candidate) -> Candidate:
        return replace(each, name="?", gender=next(given_genders), birth_year=2000, profession="?", residence="?")

    disguised_lists = [CandidateList(each.code, "?", False, tuple(map(disguised, each.candidates))) for each in LISTS]
    contest, other = a_contest(7, LISTS), a_contest(7, disguised_lists)
    tally = tallied(contest, RULES_2002, pile)
    assert settled(contest, RULES_2002, tally) == settled(other, RULES_2002, tally)
