"""One edit at a time: whoever saves must have seen the latest, and nothing decided is changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.refusals import StaleEdit
from app.councils.domain.appointment_states import require_draft


def open_appointment(session: Session, appointment: Appointment, seen: int) -> None:
    """Hold the appointment until the transaction ends, and count the edit. Refused: a save that is out of date."""
    _hold(session, appointment)
    if seen != appointment.version:
        raise StaleEdit(appointment.name, seen, appointment.version)
    appointment.version += 1


def open_council(session: Session, row: CouncilAppointment, seen: int) -> None:
    """Hold the appointment, and count the edit of one council; the others can be edited meanwhile."""
    _hold(session, row.appointment)
    session.refresh(row)
    if seen != row.version:
        raise StaleEdit(row.council.name, seen, row.version)
    row.version += 1


def edits_of(appointment: Appointment) -> int:
    """All edits so far, of the appointment and of every council in it."""
    return appointment.version + sum(row.version for row in appointment.councils)


def open_whole(session: Session, appointment: Appointment, seen: int) -> None:
    """Hold the appointment for an act on all of it: refused when any council has been edited since it was read."""
    _hold(session, appointment)
    if seen != edits_of(appointment):
        raise StaleEdit(appointment.name, seen, edits_of(appointment))
    appointment.version += 1


def object_id(row: CouncilAppointment) -> str:
    """What the audit trail calls a council in an appointment: ``3/fana``."""
    return f"{row.appointment_id}/{row.council.slug}"


def _hold(session: Session, appointment: Appointment) -> None:
    session.execute(select(Appointment.id).where(Appointment.id == appointment.id).with_for_update())
    session.refresh(appointment)
    require_draft(appointment.state)
