"""What is found out about a candidate after the lists are frozen, and what it changes."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.domain.eligibility_findings import EligibilityFinding, require_well_founded
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow
from app.elections.queries import load_contest, lock
from app.elections.services.settle import refuse_waiting
from app.elections.settling.events import EligibilityFound
from app.elections.settling.models import EligibilityFindingRow
from app.elections.settling.queries import candidate_at, validity_is_decided
from app.elections.settling.refusals import ListsNotFrozen, UnknownCandidate, ValidityIsDecided
from app.elections.settling.services.settlements import contest_name

BEFORE_LISTS_ARE_FROZEN = frozenset({ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS})


def record_finding(
    session: Session,
    contest: ContestRow,
    list_code: str,
    position: int,
    finding: EligibilityFinding,
    *,
    by: Actor,
    at: datetime,
) -> EligibilityFindingRow:
    """The finding, which holds from the next settlement on; the ballot stays as it is.

    Refused: before the lists are frozen, while a settlement stands, when the municipal council has decided on the
    election in the district, without a source, and what holds already.

    Law: valgloven (2002) § 11-12 (2); valgloven (2023) § 13-2 (1).
    Rules: R-66, R-163, R-205.
    """
    election = contest.election
    lock(session, election)
    if election.state in BEFORE_LISTS_ARE_FROZEN:
        raise ListsNotFrozen(election.address)
    if validity_is_decided(session, contest.id):
        raise ValidityIsDecided(contest.code)
    refuse_waiting(session, [contest])
    row = candidate_at(session, contest, list_code, position)
    if row is None:
        raise UnknownCandidate(contest.code, list_code, position)
    lists = {each.code: each for each in load_contest(session, contest.id).lists}
    eligible = lists[list_code].candidates[position - 1].eligible
    finding = replace(finding, source=" ".join(finding.source.split()))
    require_well_founded(finding, row.name, at.astimezone(OSLO).date(), eligible=eligible)
    stored = EligibilityFindingRow(
        candidate_id=row.id,
        cause=finding.cause,
        on_day=finding.on_day,
        source=finding.source,
        recorded_at=at,
        recorded_by=by.name,
    )
    session.add(stored)
    session.flush()
    event = EligibilityFound(
        contest_name(contest),
        {"eligible": str(eligible).lower()},
        f"{list_code}:{position}",
        finding.cause,
        finding.on_day.isoformat(),
        finding.source,
    )
    record(session, event, by=by, at=at)
    return stored
