"""Say that something in the calendar is done, or not after all; set a day where the law leaves it to the board."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.calendar.events import CalendarDaySet, DeadlineTicked, DeadlineUnticked
from app.elections.calendar.models import CalendarDay, CalendarTick
from app.elections.calendar.queries import deadline
from app.elections.calendar.refusals import DoneInTheFuture, NoSuchRow, SetAfterElection
from app.elections.domain.calendar import Deadline, require_settable, require_tickable
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.models import ElectionRow
from app.elections.queries import lock


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
