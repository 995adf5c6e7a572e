"""Lay down which units a district is counted in, and take one out again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.counting.events import CountPlanned, CountUnitDropped
from app.elections.counting.models import AdvancePlaceRow, CountUnitRow
from app.elections.counting.queries import UnitKey, unit_at
from app.elections.counting.refusals import PlanNotOpen, ReasonNeeded, UnitInUse
from app.elections.counting.services.open_unit import hold_election, new_unit, object_id, refuse_settled
from app.elections.domain.categories import Category
from app.elections.domain.count_form import FIRST, SECOND
from app.elections.domain.count_plan import AdvancePlace, PlannedUnit, plan_units
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.other_districts import ForeignBallotPolicy
from app.elections.domain.settings import SettingName
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import load_contest, lock
from app.elections.services.counts import start_counting
from app.elections.setting_queries import settings_of

PLANNABLE = frozenset({ElectionState.LISTS_DECIDED, ElectionState.VOTING, ElectionState.COUNTING})


def begin_counting(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    """Move the election on to *counting*. Refused before the lists are decided and after the settlement.

    Rules: R-130.
    """
    lock(session, election)
    start_counting(session, election, by=by, at=at)


def make_plan(
    session: Session, contest: ContestRow, places: Sequence[AdvancePlace], *, by: Actor, at: datetime
) -> tuple[PlannedUnit, ...]:
    """Store where advance votes came in and the units that follow, the same in both counts.

    Units that nobody has begun follow the new plan; those with figures stay whatever the plan says.

    Rules: R-132, R-133, R-134, R-136, R-137.
    """
    hold_election(session, contest)
    refuse_settled(session, contest)
    if contest.election.state not in PLANNABLE:
        raise PlanNotOpen(contest.election.state)
    _store_places(session, contest, places)
    routed = settings_of(session, contest.election)[SettingName.FOREIGN_BALLOT_POLICY] == ForeignBallotPolicy.ROUTE
    planned = plan_units(load_contest(session, contest.id), places, routed=routed)
    wanted = {
        UnitKey(count, unit.category, unit.place): " ".join(unit.pooled)
        for count in (FIRST, SECOND)
        for unit in planned
    }
    _store_units(session, contest, wanted)
    subject = f"{contest.election.address}/{contest.code}"
    record(session, CountPlanned(subject, tuple(map(str, wanted)), len(places)), by=by, at=at)
    return planned


def drop_unit(session: Session, row: CountUnitRow, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a unit out of the plan: it has no ballots. Refused when it has figures, and without a reason."""
    hold_election(session, row.contest)
    refuse_settled(session, row.contest)
    unit = unit_at(session, row.contest, UnitKey(row.count, Category(row.category), row.place))
    if row.state is not CountUnitState.AWAITED or (unit and unit.is_approved):
        raise UnitInUse
    if not reason.strip():
        raise ReasonNeeded
    subject = object_id(row)
    session.delete(row)
    record(session, CountUnitDropped(subject, reason.strip()), by=by, at=at)


def _store_places(session: Session, contest: ContestRow, places: Sequence[AdvancePlace]) -> None:
    session.execute(delete(AdvancePlaceRow).where(AdvancePlaceRow.contest_id == contest.id))
    session.add_all(
        AdvancePlaceRow(contest_id=contest.id, code=each.code, ordinal=at, name=each.name, votes=each.votes)
        for at, each in enumerate(places)
    )
    session.flush()


def _store_units(session: Session, contest: ContestRow, wanted: dict[UnitKey, str]) -> None:
    rows = session.scalars(select(CountUnitRow).where(CountUnitRow.contest_id == contest.id))
    known = {UnitKey(row.count, Category(row.category), row.place): row for row in rows}
    for key, row in known.items():
        if row.state is CountUnitState.AWAITED and key not in wanted:
            session.delete(row)
        elif row.state is CountUnitState.AWAITED:
            row.pooled = wanted[key]
    session.flush()
    for key, pooled in wanted.items():
        if key not in known:
            new_unit(session, contest, key, pooled)
