"""The worked example W-1, counted in two polling districts, as the record of it is tested."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.councils.domain.lots import Lot
from app.elections.domain.ballots import Disregarded
from app.elections.domain.election import CandidateList, Contest, PollingDistrict, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import settle
from app.elections.domain.tally import Tally
from tests.builders import a_contest, a_tally
from tests.domain.worked_examples import w1_contest, w1_tally
from tests.elections import CountKey, a_received_file, a_stored_election, count_contest, lists_of, settle_contest

SAMI_NAME = "Ánde Čođđi Ŋálli Šaŋŧŧaž"
NESTTUN, KALAND = "0801", "0802"

SECOND_COUNT: dict[CountKey, dict[str, int]] = {
    (2, "FO", ""): {**lists_of(A=1000, B=900, C=500, D=300, E=150), "blank": 20, "rejected-a": 3},
    (2, "FS", ""): lists_of(A=64, B=50, C=30, D=20, E=10),
    (2, "VO", NESTTUN): {**lists_of(A=1200, B=1100, C=500, D=300, E=150), "blank": 15, "rejected-d": 2},
    (2, "VO", KALAND): {**lists_of(A=997, B=960, C=451, D=283, E=91), "blank": 12},
    (2, "VS", ""): lists_of(A=3, B=4, C=0, D=1, E=0),
}
"""W-1's ballots: A 1000 + 64 + 1200 + 997 + 3 = 3264, and so on. Eight voters used special envelopes."""

FIRST_COUNT: dict[CountKey, dict[str, int]] = {
    (1, "FO", ""): {**lists_of(A=999, B=900, C=502, D=300, E=149), "blank": 20, "doubtful": 3, "ticks": 2874},
    (1, "FS", ""): {**lists_of(A=64, B=50, C=30, D=20, E=10), "ticks": 174},
    (1, "VO", NESTTUN): {**lists_of(A=1200, B=1100, C=500, D=300, E=150), "blank": 15, "doubtful": 2, "ticks": 3268},
    (1, "VO", KALAND): {**lists_of(A=997, B=960, C=451, D=283, E=91), "blank": 12, "ticks": 2796},
    (1, "VS", ""): {**lists_of(A=3, B=4, C=0, D=1, E=0), "ticks": 8},
}
"""In the first count A and E had one advance ballot less and C two more. Ticks: 2874 + 174 + 3268 + 2796 + 8 = 9120."""


def w1_in_fana(list_c: CandidateList | None = None) -> Contest:
    """W-1 among 15 000 electors in two polling districts; the first on list A has a name in Northern Sámi letters."""
    contest = w1_contest(list_c)
    list_a = contest.lists[0]
    first = replace(list_a.candidates[0], name=SAMI_NAME, birth_year=1980)
    list_a = replace(list_a, name="Sámi listu", registered_party=False, candidates=(first, *list_a.candidates[1:]))
    return replace(
        contest,
        code="fana",
        district="Fana",
        electors=15_000,
        polling_districts=(PollingDistrict(NESTTUN, "Nesttun", 8000), PollingDistrict(KALAND, "Kaland", 7000)),
        lists=(list_a, *contest.lists[1:]),
    )


def w1_tally_in_fana(contest: Contest) -> Tally:
    """W-1's tally from 4 000 changed ballots; 21 names were written in for C6, who is not eligible."""
    disregarded = ((Disregarded.WRITE_IN_INELIGIBLE, 21),)
    return replace(w1_tally(contest), changed_ballots=4000, disregarded=disregarded)


def a_recorded_contest(
    session: Session,
    contest: Contest,
    tally: Tally,
    *counts: dict[CountKey, dict[str, int]],
    rule_set: RuleSetName = RuleSetName.VALGLOVEN_2002,
    lots: Sequence[Lot] = (),
) -> int:
    """The id of the contest, stored with these counts and settled by the rules."""
    election = a_stored_election(session, contest, rule_set=rule_set)
    row = election.contests[0]
    for count in counts:
        count_contest(session, row, count)
    a_received_file(session, election, "setup.json")
    settle_contest(session, row, settle(contest, RULE_SETS[rule_set], tally, lots))
    return row.id


def w1_recorded(session: Session, rule_set: RuleSetName = RuleSetName.VALGLOVEN_2002) -> int:
    """W-1, counted twice and settled."""
    contest = w1_in_fana()
    return a_recorded_contest(session, contest, w1_tally_in_fana(contest), FIRST_COUNT, SECOND_COUNT, rule_set=rule_set)


def tied_contest(session: Session) -> int:
    """Three seats and 100 ballots each for A and B: 300/1.4 each, then 300/3 each for one seat. B wins the lot."""
    contest = a_contest(3, ["A", "B"], code="fana")
    tally = a_tally(contest, {"A": 100, "B": 100})
    counts = {(2, "VO", ""): lists_of(A=100, B=100)}
    return a_recorded_contest(session, contest, tally, counts, lots=[Lot(("A", "B"), "B")])
