"""Enter what the municipal council decided on an election; if it is valid, its councils take office in the same act."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.councils.council_models import Council, CouncilTerm, Term
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.membership import Cause
from app.councils.domain.sitting_council import RankedDeputy
from app.councils.domain.slugs import free_slug
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start, Takeover, takes_office_on
from app.councils.services.persons import PersonDetails, register_persons
from app.councils.services.set_up import CouncilTermPlan, open_term, set_up_council
from app.councils.services.takeover import take_office
from app.elections.domain.elected import Candidacy, Elected, Ranked
from app.elections.domain.election import RuleSetName
from app.elections.domain.person_matches import Answer, KnownPerson, answers
from app.elections.domain.states import ElectionState, moves
from app.elections.domain.validity import SEATS_BY_LAW, YEARS, ValidityDecision, latest_end, require_in_order
from app.elections.events import ElectionMoved, ValidityDecided
from app.elections.models import ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.queries import contests_of, lock
from app.elections.refusals import NoCouncil, NotElected, SamePersonTwice
from app.elections.takeover_plan import ContestTakeover, TakeoverPlan, candidate_rows, plan_takeover, require_settled

PersonOf = Mapping[Candidacy, int]


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
    """The councils that took office, in the order of the setup; none when the election is invalid.

    ``told`` says who candidates are among the persons known (``person_matches.answers``); ``no_longer_eligible`` names
    the elected who can take no place that day, as ``fana:A:3``. All is stored, or nothing. Refused: a contest without
    settlement, a decision made already, a day or case that cannot be right, a district without a council, an uncertain
    person.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1); kommuneloven (2018) § 7-1.
    Rules: R-194, R-205, R-206, R-210, R-212.
    """
    lock(session, election)
    require_settled(session, election)
    state = ElectionState(election.state)
    after = moves(state, ElectionState.VALID if decision.valid else ElectionState.INVALID)
    today = at.astimezone(OSLO).date()
    require_in_order(decision, RuleSetName(election.rule_set), election.election_day, today)
    election.state = after
    _store(session, election, decision, sorted(no_longer_eligible), by=by, at=at)
    record(session, ElectionMoved(election.address, {"state": state}, after), by=by, at=at)
    if not decision.valid:
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
            free_slug(each.row.district.name, set(session.scalars(select(Council.slug)))),
            contact=contact,
            established_on=election.election_day,
            by=by,
            at=at,
        )
        for each in plan.without_council
    )


def _store(
    session: Session,
    election: ElectionRow,
    decision: ValidityDecision,
    no_longer_eligible: Sequence[str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """One decision for each district.

    Rules: R-205.
    """
    for row in contests_of(session, election.id):
        reference = decision.reference.strip()
        session.add(
            ValidityDecisionRow(
                contest_id=row.id,
                valid=decision.valid,
                decided_on=decision.decided_on,
                reference=reference,
                recorded_at=at,
                recorded_by=by.name,
            )
        )
        named = [each for each in no_longer_eligible if each.startswith(f"{row.code}:")]
        event = ValidityDecided(
            f"{election.address}/{row.code}", decision.valid, decision.decided_on.isoformat(), reference, named
        )
        record(session, event, by=by, at=at)


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
    if plan.without_council:
        raise NoCouncil(tuple(each.row.district.name for each in plan.without_council))
    _require_elected(plan, no_longer_eligible)
    person_of = _persons(session, election, plan, told, by=by, at=at)
    term = _term(session, election, starts_on, by=by, at=at)
    start = Start(starts_on, Cause.ELECTED, decision.reference.strip(), SEATS_BY_LAW[RuleSetName(election.rule_set)])
    done = []
    for each in plan.contests:
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


def _persons(
    session: Session, election: ElectionRow, plan: TakeoverPlan, told: Mapping[str, str], *, by: Actor, at: datetime
) -> PersonOf:
    """The person of each candidate, registered now if nobody known; the candidates' rows remember it."""
    said = answers(plan.matches, told)
    first = {candidacy: _first(candidacy, said) for candidacy in said}
    named = {each.ranked.candidacy: each.ranked for each in plan.matches}
    new = [each for each in said if first[each] == each]
    registered = register_persons(session, (_details(named[each]) for each in new), election.address, by=by, at=at)
    ids = {candidacy: person.id for candidacy, person in zip(new, registered, strict=True)}
    person_of = {each: of.id if isinstance(of, KnownPerson) else ids[of] for each, of in first.items()}
    _require_different(person_of)
    rows = candidate_rows(session, election.id)
    for each, person_id in person_of.items():
        rows[each.contest, each.list_code, each.position].person_id = person_id
    session.flush()
    return person_of


def _first(candidacy: Candidacy, said: Mapping[Candidacy, Answer]) -> KnownPerson | Candidacy:
    """The known person, or the first candidacy of one who is new: a candidacy refers only to one before it."""
    match said[candidacy]:
        case None:
            return candidacy
        case KnownPerson() as person:
            return person
        case Candidacy() as earlier:
            return _first(earlier, said)


def _details(ranked: Ranked) -> PersonDetails:
    return PersonDetails(ranked.candidate.name, ranked.candidate.gender)


def _require_different(person_of: PersonOf) -> None:
    """One person stands once in a contest.

    Rules: R-262.
    """
    standing: dict[tuple[str, int], list[Candidacy]] = defaultdict(list)
    for candidacy, person_id in person_of.items():
        standing[candidacy.contest, person_id].append(candidacy)
    for (contest, _person), candidacies in standing.items():
        if len(candidacies) > 1:
            raise SamePersonTwice(contest, tuple(map(str, candidacies)))


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
