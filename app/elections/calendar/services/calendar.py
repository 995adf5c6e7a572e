"""Say that something in the calendar is done, or not; set days where the law leaves them open; postpone the voting."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.calendar.events import (
    CalendarDaySet,
    CalendarShiftSet,
    DeadlineTicked,
    DeadlineUnticked,
    ElectionPostponed,
)
from app.elections.calendar.models import CalendarDay, CalendarShift, CalendarTick, ElectionPostponement
from app.elections.calendar.queries import deadline, postponements_of
from app.elections.calendar.refusals import DoneInTheFuture, NoSuchRow, SetAfterElection
from app.elections.domain.calendar import Deadline, require_settable, require_shift_open, require_tickable
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.election import RuleSetName
from app.elections.domain.postponement import require_postponable
from app.elections.domain.states import ElectionState
from app.elections.models import ElectionRow
from app.elections.queries import lock
from app.elections.services.set_up import released_from


def tick(
    session: Session,
    election: ElectionRow,
    row: CalendarRow,
    done_on: date,
    reference: str,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Store that the row is done. The same again changes nothing; another day or case stands instead of the first.

    Refused: a row that passes by itself, and a day that is not yet.

    Rules: R-14.
    """
    lock(session, election)
    require_tickable(_row(session, election, row))
    if done_on > (today := at.astimezone(OSLO).date()):
        raise DoneInTheFuture(done_on, today)
    known = session.get(CalendarTick, (election.id, row))
    if known and (known.done_on, known.reference) == (done_on, reference):
        return
    if known:
        _untick(session, election, known, by=by, at=at)
    session.add(
        CalendarTick(
            election_id=election.id, row=row, done_on=done_on, reference=reference, recorded_at=at, recorded_by=by.name
        )
    )
    record(session, DeadlineTicked(election.address, row, done_on.isoformat(), reference), by=by, at=at)


def untick(session: Session, election: ElectionRow, row: CalendarRow, *, by: Actor, at: datetime) -> None:
    """Take a tick back; the audit trail keeps what it said. Where there is none nothing changes."""
    lock(session, election)
    known = session.get(CalendarTick, (election.id, row))
    if known:
        _untick(session, election, known, by=by, at=at)


def set_day(
    session: Session, election: ElectionRow, row: CalendarRow, day: date | None, *, by: Actor, at: datetime
) -> None:
    """Store the day set by the municipality or its board; None takes it away.

    Refused where the law gives the day, and after the election day.

    Rules: R-14, R-42.
    """
    lock(session, election)
    require_settable(_row(session, election, row))
    if day and day >= election.election_day:
        raise SetAfterElection(day, election.election_day)
    known = session.get(CalendarDay, (election.id, row))
    before = known.day if known else None
    if before == day:
        return
    if known and day:
        known.day = day
    elif known:
        session.delete(known)
    elif day:
        session.add(CalendarDay(election_id=election.id, row=row, day=day))
    told = {"day": before.isoformat() if before else None}
    record(session, CalendarDaySet(election.address, told, row, day.isoformat() if day else None), by=by, at=at)


def set_shiftable(
    session: Session, election: ElectionRow, row: CalendarRow, *, shiftable: bool, by: Actor, at: datetime
) -> None:
    """Store whether the row's day moves past days off. The same again changes nothing.

    Refused for every row but those that the rule book leaves open.

    Rules: R-17.
    """
    lock(session, election)
    found = _row(session, election, row)
    require_shift_open(found)
    if found.shiftable is shiftable:
        return
    known = session.get(CalendarShift, (election.id, row)) or CalendarShift(election_id=election.id, row=row)
    known.shiftable = shiftable
    session.add(known)
    session.flush()
    record(session, CalendarShiftSet(election.address, {"shiftable": not shiftable}, row, shiftable), by=by, at=at)


def postpone_election(
    session: Session, election: ElectionRow, day: date, decision: str, *, by: Actor, at: datetime
) -> None:
    """The voting ends on a later day: everything reckoned from the election day moves, and so does the release of
    results, to 21:00 on the new day. The address and the deadlines of the year stay.

    Refused: under the act of 2002, a day that is not later, without the decision, before and after such an election.

    Law: valgloven (2023) ch. 18, § 21-8.
    Rules: R-25, R-140.
    """
    lock(session, election)
    before = election.election_day
    require_postponable(RuleSetName(election.rule_set), ElectionState(election.state), before, day, decision)
    session.add(
        ElectionPostponement(
            election_id=election.id,
            number=len(postponements_of(session, election.id)) + 1,
            day_before=before,
            day=day,
            decision=decision.strip(),
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    election.election_day, election.release_time = day, released_from(day)
    session.flush()
    told = {"election_day": before.isoformat()}
    record(session, ElectionPostponed(election.address, told, day.isoformat(), decision.strip()), by=by, at=at)


def _untick(session: Session, election: ElectionRow, known: CalendarTick, *, by: Actor, at: datetime) -> None:
    before = {"done_on": known.done_on.isoformat(), "reference": known.reference, "recorded_by": known.recorded_by}
    row = known.row
    session.delete(known)
    record(session, DeadlineUnticked(election.address, before, row), by=by, at=at)


def _row(session: Session, election: ElectionRow, row: CalendarRow) -> Deadline:
    found = deadline(session, election, row)
    if found is None:
        raise NoSuchRow(row)
    return found
