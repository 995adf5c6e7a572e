"""Stored elections as the public meets them: the worked example W-1 held in Fana, released or not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.councils.domain.lots import Lot
from app.councils.models import Municipality
from app.elections.domain.ballots import Disregarded
from app.elections.domain.election import CandidateList, Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import settle
from app.elections.domain.states import ElectionState
from app.elections.domain.tally import Tally
from app.elections.models import ElectionRow, SettlementRow
from tests.domain.worked_examples import W1_BALLOTS, w1_contest, w1_tally
from tests.elections import CountKey, a_stored_election, count_contest, lists_of, settle_contest

NINE_IN_THE_EVENING = datetime(2023, 9, 11, 19, tzinfo=UTC)
"""When results are released: 21:00 in Oslo on election day."""
PARTIES = {"A": "Arbeiderpartiet", "B": "Høyre", "C": "Rødt", "D": "Venstre", "E": "Nærmiljølisten"}


def an_election(
    session: Session,
    *contests: Contest,
    address: str = "2023",
    name: str = "Bydelsvalg 2023",
    state: ElectionState = ElectionState.COUNTING,
) -> ElectionRow:
    """An election of Bergen with these contests, in this state; nothing is counted or settled."""
    bergen = session.query(Municipality).filter_by(number="4601").one_or_none()
    election = a_stored_election(session, *contests, municipality=bergen, address=address)
    election.name, election.state = name, state
    session.flush()
    return election


def a_settlement(
    session: Session, election: ElectionRow, contest: Contest, tally: Tally, lots: Sequence[Lot] = ()
) -> SettlementRow:
    """The contest settled by the rules, and stored as its next settlement."""
    row = next(each for each in election.contests if each.code == contest.code)
    number = session.query(SettlementRow).filter_by(contest_id=row.id).count() + 1
    return settle_contest(
        session, row, settle(contest, RULE_SETS[RuleSetName(election.rule_set)], tally, lots), number=number
    )


def a_settled_election(session: Session) -> ElectionRow:
    """Bydelsvalg 2023 with one contest, Fana, counted and settled as W-1."""
    contest = w1_in_fana()
    election = an_election(session, contest, state=ElectionState.SETTLED)
    count_contest(session, election.contests[0], w1_counts())
    a_settlement(session, election, contest, w1_tally_in_fana())
    return election


def w1_in_fana() -> Contest:
    """The contest of W-1, with W-2's list C, among 15 000 electors."""
    return replace(with_parties(w1_contest()), code="fana", district="Fana", electors=15_000)


def w1_tally_in_fana() -> Tally:
    """The tally of W-1, from 4 000 changed ballots, with 21 names written in for C6, who is not eligible."""
    disregarded = ((Disregarded.WRITE_IN_INELIGIBLE, 21), (Disregarded.WRITE_IN_OVER_QUOTA, 3))
    return replace(w1_tally(w1_contest()), changed_ballots=4000, disregarded=disregarded)


def w1_counts() -> dict[CountKey, dict[str, int]]:
    """Counts that give W-1's ballots: 1 000 of list A in advance, the rest on election day; 76 blank, 10 rejected.

    9 064 for a list + 76 blank = 9 140 approved; 9 150 crosses in the roll. The first count has one of A's too few.
    """
    on_the_day = W1_BALLOTS | {"A": 2264}
    return {
        (1, "FO", ""): {**lists_of(A=1000), "ticks": 1020},
        (1, "VO", ""): {**lists_of(**on_the_day | {"A": 2263}), "ticks": 8130},
        (2, "FO", ""): {**lists_of(A=1000), "blank": 16},
        (2, "VO", ""): {**lists_of(**on_the_day), "blank": 60, "rejected-a": 7, "rejected-d": 3},
    }


def with_parties(contest: Contest) -> Contest:
    """The contest with the names of parties for its lists, and of candidates for its candidates."""
    return replace(contest, lists=tuple(_named(each) for each in contest.lists))


def _named(each: CandidateList) -> CandidateList:
    candidates = tuple(replace(candidate, name=f"Kandidat {candidate.name}") for candidate in each.candidates)
    return replace(each, name=PARTIES.get(each.code, each.name), candidates=candidates)
