"""What will happen when an election is found valid: who takes which place, who is known before, which council ends.

Rules: R-194, R-205, R-210, R-212.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.history import CouncilOnDay
from app.councils.domain.outgoing import Outgoing
from app.councils.domain.takeover import takes_office_on
from app.councils.membership_models import DeputySpellRow, SeatSpellRow
from app.councils.queries import council_of_district, council_on_date, persons, term_on
from app.councils.spell_rows import history_of
from app.elections.domain.elected import Elected, Ranked, elected_of
from app.elections.domain.person_matches import KnownPerson, PersonMatch, match_persons, plain_name
from app.elections.domain.settlement import LeftOut
from app.elections.models import CandidateListRow, CandidateRow, ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.queries import (
    contests_left_out,
    contests_of,
    current_settlement,
    load_election,
    settled_contests,
    validity_of,
)
from app.elections.refusals import NotAllSettled


@dataclass(frozen=True, slots=True)
class OutgoingCouncil:
    """The council that sits until now. ``chair`` calls the first meeting of the new one; None: then the mayor does."""

    last_day: date
    chair: Person | None


@dataclass(frozen=True, slots=True)
class ContestTakeover:
    """One contest: who was elected, and the council of its district, None when there is none yet."""

    row: ContestRow
    elected: Elected
    council: Council | None
    outgoing: OutgoingCouncil | None


@dataclass(frozen=True, slots=True)
class TakeoverPlan:
    """The settled contests of an election, in the order of the setup, and who their candidates could be.

    ``left_out`` are those without a settlement between lists: nobody takes office there by this decision.
    """

    contests: tuple[ContestTakeover, ...]
    matches: tuple[PersonMatch, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def without_council(self) -> tuple[ContestTakeover, ...]:
        """The contests whose district has no council yet."""
        return tuple(each for each in self.contests if each.council is None)


def plan_takeover(session: Session, election: ElectionRow, starts_on: date, known: datetime) -> TakeoverPlan:
    """What the takeover would be if the new councils started that day. Refused while a contest is not settled.

    Rules: R-194, R-205, R-210, R-212.
    """
    apart = require_settled(session, election)
    setup = {each.code: each for each in load_election(session, election).contests}
    contests = []
    for row in settled_rows(session, election, apart):
        stored = current_settlement(session, row.id)
        assert stored, "each contest is settled"
        council = council_of_district(session, row.district_id, starts_on)
        outgoing = _outgoing(session, council, starts_on, election.election_day.year, known) if council else None
        contests.append(ContestTakeover(row, elected_of(setup[row.code], stored.settlement), council, outgoing))
    candidates = [ranked for each in contests for ranked in each.elected.everyone()]
    return TakeoverPlan(tuple(contests), match_persons(candidates, known_persons(session, candidates)), apart)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided in a district, and the council that took office with it, None when the election was invalid."""

    contest: ContestRow
    decision: ValidityDecisionRow
    council_term: CouncilTerm | None
    on_first_day: CouncilOnDay | None
    outgoing: OutgoingCouncil | None


def decided(session: Session, election: ElectionRow, known: datetime) -> tuple[Decided, ...]:
    """What was decided in each district, in the order of the setup; nothing before it is decided.

    Rules: R-205, R-210.
    """
    found = []
    for contest, decision in validity_of(session, election.id):
        council = council_of_district(session, contest.district_id, decision.decided_on) if decision.valid else None
        if not council:
            found.append(Decided(contest, decision, None, None, None))
            continue
        starts_on = takes_office_on(decision.decided_on)
        outgoing = _outgoing(session, council, starts_on, election.election_day.year, known)
        council_term = term_on(session, council.id, starts_on)
        first = council_on_date(session, council_term, starts_on, known) if council_term else None
        found.append(Decided(contest, decision, council_term, first, outgoing))
    return tuple(found)


def require_settled(session: Session, election: ElectionRow) -> tuple[LeftOut, ...]:
    """The contests without a settlement between lists, which stop no other. Refused while another has none.

    Rules: R-3, R-180, R-205.
    """
    apart = contests_left_out(session, election.id)
    done = settled_contests(session, election.id) | {each.contest for each in apart}
    if lacking := tuple(row.code for row in contests_of(session, election.id) if row.code not in done):
        raise NotAllSettled(lacking)
    return apart


def settled_rows(session: Session, election: ElectionRow, apart: Sequence[LeftOut]) -> list[ContestRow]:
    """The contests of the election but those ``apart``, in the order of the setup."""
    codes = {each.contest for each in apart}
    return [row for row in contests_of(session, election.id) if row.code not in codes]


def known_persons(session: Session, candidates: Sequence[Ranked]) -> list[KnownPerson]:
    """Persons in the register with the names of these candidates, in the order they were registered.

    The year of birth is the person's own, else that of the ballot the person has stood on before.
    """
    wanted = {plain_name(each.candidate.name) for each in candidates}
    named = {id_: name for id_, name in session.execute(select(Person.id, Person.name)) if plain_name(name) in wanted}
    found = persons(session, named)
    stood, served = _stood(session, found), _served(session, found)
    return [
        KnownPerson(
            each.id,
            each.name,
            each.birth_date.year if each.birth_date else stood.get(each.id),
            each.gender,
            tuple(served[each.id]),
        )
        for each in sorted(found.values(), key=lambda each: each.id)
    ]


def _stood(session: Session, found: Collection[int]) -> dict[int, int]:
    rows = session.execute(
        select(CandidateRow.person_id, CandidateRow.birth_year).where(
            CandidateRow.person_id.in_(found), CandidateRow.birth_year.is_not(None)
        )
    )
    return {person: year for person, year in rows if person is not None and year is not None}


def _served(session: Session, found: Collection[int]) -> dict[int, list[str]]:
    """In which councils each has had a seat or a deputy's place."""
    served: dict[int, list[str]] = defaultdict(list)
    for kind in (SeatSpellRow, DeputySpellRow):
        rows = session.execute(
            select(kind.person_id, Council.name)
            .join(CouncilTerm, CouncilTerm.id == kind.council_term_id)
            .join(Council, Council.id == CouncilTerm.council_id)
            .where(kind.person_id.in_(found), kind.annulled.is_(False))
            .distinct()
            .order_by(Council.name)
        )
        for person, council in rows:
            if council not in served[person]:
                served[person].append(council)
    return served


def candidate_rows(session: Session, election_id: int) -> dict[tuple[str, str, int], CandidateRow]:
    """(contest, list, position) → the candidate's row."""
    rows = session.execute(
        select(ContestRow.code, CandidateListRow.code, CandidateRow)
        .join(CandidateListRow, CandidateListRow.contest_id == ContestRow.id)
        .join(CandidateRow, CandidateRow.list_id == CandidateListRow.id)
        .where(ContestRow.election_id == election_id)
    )
    return {(contest, list_code, row.position): row for contest, list_code, row in rows}


def _outgoing(
    session: Session, council: Council, starts_on: date, election_year: int, known: datetime
) -> OutgoingCouncil | None:
    """Rules: R-210."""
    council_term = term_on(session, council.id, starts_on - timedelta(days=1))
    if council_term is None:
        return None
    ending = Outgoing(council_term.basis, history_of(session, council_term.id).known_at(known), election_year)
    chair = ending.chair_at_the_end(starts_on)
    to_on = min(ending.sits_until(starts_on), council_term.to_on)
    return OutgoingCouncil(to_on - timedelta(days=1), session.get(Person, chair) if chair else None)
