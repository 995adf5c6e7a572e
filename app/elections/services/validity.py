"""Enter what the municipal council decided on an election; if it is valid, its councils take office in the same act."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.addresses import address_of_name, free_address
from app.core.clock import OSLO
from app.councils.council_models import Council, CouncilTerm, Term
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.membership import Cause
from app.councils.domain.sitting_council import RankedDeputy
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start, Takeover, takes_office_on
from app.councils.services.set_up import CouncilTermPlan, open_term, set_up_council
from app.councils.services.takeover import take_office
from app.elections.complaints.queries import open_complaints
from app.elections.domain.elected import Candidacy, Elected, Ranked
from app.elections.domain.election import RuleSetName
from app.elections.domain.release import is_released
from app.elections.domain.states import ElectionState, moves
from app.elections.domain.validity import (
    SEATS_BY_LAW,
    YEARS,
    ValidityDecision,
    latest_end,
    require_complaints_closed,
    require_in_order,
)
from app.elections.events import ElectionMoved, ValidityDecided
from app.elections.models import ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.queries import lock
from app.elections.refusals import NoCouncil, NotElected, NotReleased, UnknownContest
from app.elections.services.elected_persons import PersonOf, register_elected
from app.elections.takeover_plan import (
    ContestTakeover,
    TakeoverPlan,
    plan_takeover,
    require_settled,
    settled_rows,
)


@dataclass(frozen=True, slots=True)
class TookOffice:
    """A council that has taken office, and all that was recorded of it."""

    contest: ContestRow
    council_term: CouncilTerm
    takeover: Takeover


def decide_validity(
    session: Session,
    election: ElectionRow,
    decision: ValidityDecision,
    *,
    told: Mapping[str, str] | None = None,
    no_longer_eligible: Collection[str] = (),
    by: Actor,
    at: datetime,
) -> tuple[TookOffice, ...]:
    """The councils that took office, in the order of the setup; none where the election is invalid.

    Each district has a decision of its own; the election is valid when it is so in one of them. A contest without a
    settlement between lists has no decision and stops no other. ``told`` says who candidates are among the persons
    known (``person_matches.answers``); ``no_longer_eligible`` names the elected who can take no place that day, as
    ``fana:A:3``. All is stored, or nothing. Refused: a contest that is still to be settled, results that are not
    released, a decision made already, a day or case that cannot be right, an unknown contest, a district without a
    council, an uncertain person.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1); kommuneloven (2018) § 7-1.
    Rules: R-3, R-140, R-194, R-205, R-206, R-210, R-212.
    """
    lock(session, election)
    rows = settled_rows(session, election, require_settled(session, election))
    _require_known(decision.invalid_in, rows)
    valid = any(decision.is_valid_in(row.code) for row in rows)
    state = ElectionState(election.state)
    after = moves(state, ElectionState.VALID if valid else ElectionState.INVALID)
    if not is_released(election.release_time, at):
        raise NotReleased(election.release_time)
    today = at.astimezone(OSLO).date()
    require_in_order(decision, RuleSetName(election.rule_set), election.election_day, today)
    require_complaints_closed(RuleSetName(election.rule_set), len(open_complaints(session, election)))
    election.state = after
    for row in rows:
        _store(session, row, decision, sorted(no_longer_eligible), by=by, at=at)
    record(session, ElectionMoved(election.address, {"state": state}, after), by=by, at=at)
    if not valid:
        return ()
    return _take_over(session, election, decision, told or {}, frozenset(no_longer_eligible), by=by, at=at)


def set_up_missing_councils(
    session: Session, election: ElectionRow, contact: str, *, by: Actor, at: datetime
) -> tuple[Council, ...]:
    """A council for each district of the election that has none: «Fana bydelsutvalg», from election day on.

    Rules: R-6.
    """
    lock(session, election)
    plan = plan_takeover(session, election, election.election_day, at)
    return tuple(
        set_up_council(
            session,
            each.row.district,
            f"{each.row.district.name} bydelsutvalg",
            free_address(address_of_name(each.row.district.name, "bydel"), set(session.scalars(select(Council.slug)))),
            contact=contact,
            established_on=election.election_day,
            by=by,
            at=at,
        )
        for each in plan.without_council
    )


def _require_known(named: Collection[str], rows: Sequence[ContestRow]) -> None:
    """Rules: R-205."""
    codes = tuple(row.code for row in rows)
    for code in sorted(named):
        if code not in codes:
            raise UnknownContest(code, codes)


def _store(
    session: Session,
    row: ContestRow,
    decision: ValidityDecision,
    no_longer_eligible: Sequence[str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """The decision for one district.

    Rules: R-205.
    """
    reference, valid = decision.reference.strip(), decision.is_valid_in(row.code)
    session.add(
        ValidityDecisionRow(
            contest_id=row.id,
            valid=valid,
            decided_on=decision.decided_on,
            reference=reference,
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    named = [each for each in no_longer_eligible if each.startswith(f"{row.code}:")]
    contest, day = f"{row.election.address}/{row.code}", decision.decided_on.isoformat()
    record(session, ValidityDecided(contest, valid, day, reference, named), by=by, at=at)


def _take_over(
    session: Session,
    election: ElectionRow,
    decision: ValidityDecision,
    told: Mapping[str, str],
    no_longer_eligible: frozenset[str],
    *,
    by: Actor,
    at: datetime,
) -> tuple[TookOffice, ...]:
    """Rules: R-194, R-210, R-212."""
    starts_on = takes_office_on(decision.decided_on)
    plan = plan_takeover(session, election, starts_on, at)
    valid = [each for each in plan.contests if decision.is_valid_in(each.row.code)]
    if lacking := tuple(each.row.district.name for each in valid if each.council is None):
        raise NoCouncil(lacking)
    _require_elected(plan, no_longer_eligible)
    standing = {candidacy for each in valid for candidacy in _candidacies(each.elected)}
    person_of = register_elected(session, election, plan, told, standing, by=by, at=at)
    term = _term(session, election, starts_on, by=by, at=at)
    start = Start(starts_on, Cause.ELECTED, decision.reference.strip(), SEATS_BY_LAW[RuleSetName(election.rule_set)])
    done = []
    for each in valid:
        assert each.council, "each district has a council"
        left_out = {person_of[of] for of in _candidacies(each.elected) if str(of) in no_longer_eligible}
        council_term, takeover = take_office(
            session,
            each.council,
            term,
            _plan_of(each, election, starts_on),
            outcome=_outcome(each.elected, person_of),
            start=start,
            candidates=[one for one in _candidates(each.elected, person_of) if one.person_id not in left_out],
            no_longer_eligible=left_out,
            by=by,
            at=at,
        )
        done.append(TookOffice(each.row, council_term, takeover))
    return tuple(done)


def _require_elected(plan: TakeoverPlan, no_longer_eligible: frozenset[str]) -> None:
    """Rules: R-194."""
    standing = {str(ranked.candidacy) for each in plan.contests for ranked in each.elected.everyone()}
    if unknown := sorted(no_longer_eligible - standing):
        raise NotElected(tuple(unknown))


def _term(session: Session, election: ElectionRow, starts_on: date, *, by: Actor, at: datetime) -> Term:
    """The municipality's term after this election: the one that has begun, else one from now on.

    Rules: R-210.
    """
    begun = session.scalar(
        select(Term).where(
            Term.municipality_id == election.municipality_id,
            Term.from_on > election.election_day,
            Term.from_on <= starts_on,
            Term.to_on > starts_on,
        )
    )
    if begun:
        return begun
    year, last = election.election_day.year, latest_end(election.election_day)
    return open_term(session, election.municipality, f"{year}–{year + YEARS}", starts_on, last, by=by, at=at)


def _plan_of(contest: ContestTakeover, election: ElectionRow, starts_on: date) -> CouncilTermPlan:
    """Rules: R-210."""
    return CouncilTermPlan(
        CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL),
        election.election_day,
        starts_on,
        latest_end(election.election_day),
        contest.row.seats,
        tuple((each.code, each.name) for each in contest.elected.lists),
    )


def _outcome(elected: Elected, person_of: PersonOf) -> ElectionOutcome:
    """Rules: R-162, R-164."""

    def ids(ranked: Iterable[Ranked]) -> tuple[int, ...]:
        return tuple(person_of[each.candidacy] for each in ranked)

    lists = (ElectedOfList(each.code, ids(each.members), ids(each.deputies)) for each in elected.lists)
    return ElectionOutcome(elected.seat_order, tuple(lists))


def _candidates(elected: Elected, person_of: PersonOf) -> Iterator[RankedDeputy]:
    """Rules: R-212."""
    for each in chain.from_iterable(of.ranked for of in elected.lists):
        yield RankedDeputy(
            person_of[each.candidacy], each.candidate.name, each.candidacy.list_code, each.rank, each.candidate.gender
        )


def _candidacies(elected: Elected) -> Iterator[Candidacy]:
    return (each.candidacy for each in elected.everyone())
