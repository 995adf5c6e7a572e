"""The persons behind the elected: those known from before, and those registered when they take office."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.councils.services.persons import PersonDetails, register_persons
from app.elections.domain.elected import Candidacy, Ranked
from app.elections.domain.person_matches import Answer, KnownPerson, answers
from app.elections.models import ElectionRow
from app.elections.refusals import SamePersonTwice
from app.elections.takeover_plan import TakeoverPlan, candidate_rows

PersonOf = Mapping[Candidacy, int]


def register_elected(
    session: Session,
    election: ElectionRow,
    plan: TakeoverPlan,
    told: Mapping[str, str],
    standing: Collection[Candidacy],
    *,
    by: Actor,
    at: datetime,
) -> PersonOf:
    """The person of each candidate ``standing``, registered now if nobody known; the candidates' rows remember it.

    Nobody is registered for having stood in an election that is invalid. Refused: an uncertain person who is not told,
    and one who stands twice in a contest.

    Rules: R-43, R-262.
    """
    said = answers(plan.matches, told)
    first = {candidacy: _first(candidacy, said) for candidacy in said if candidacy in standing}
    named = {each.ranked.candidacy: each.ranked for each in plan.matches}
    needed = {of for of in first.values() if isinstance(of, Candidacy)}
    new = [each for each in said if each in needed]
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
