"""The decision: the municipal council appoints its district councils, and the seats are filled, in one act."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.appointing.documents import written
from app.councils.appointing.events import AppointmentDecided
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.queries import CouncilStanding, standing_of, target_of
from app.councils.appointing.services.edits import open_whole
from app.councils.domain.appointment_states import AppointmentState, appointment_moves
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.decided_council import DecidedCouncil, decided
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.lawful_decision import NotYetLawful, in_the_way
from app.councils.domain.membership import Cause
from app.councils.domain.proportional_election import Method
from app.councils.domain.proposals import Decider
from app.councils.domain.seat_targets import SeatTarget
from app.councils.domain.sitting_council import Settings
from app.councils.domain.takeover import Start
from app.councils.services.set_up import CouncilTermPlan
from app.councils.services.takeover import take_office

LEGAL_BASIS = {
    Method.AGREED: "kommuneloven (2018) § 7-7",
    Method.PROPORTIONAL: "kommuneloven (2018) § 7-6",
}

ELECTED_BY = {Method.AGREED: ElectedBy.AGREED, Method.PROPORTIONAL: ElectedBy.PROPORTIONAL}


def decide_appointment(
    session: Session, appointment: Appointment, decision_reference: str, *, seen: int, by: Actor, at: datetime
) -> None:
    """Appoint every council of the appointment. Refused, with nothing stored, while anything stands in the way.

    ``seen`` is ``edits_of`` the appointment as it was read: nobody decides on names that were changed meanwhile.

    Law: kommuneloven (2018) §§ 5-7, 7-4, 7-6, 7-7, 7-8.
    Rules: R-220, R-224, R-225, R-227, R-229, R-230, R-262.
    """
    if not decision_reference.strip():
        raise CaseNumberMissing((Decider.MUNICIPAL_COUNCIL,))
    open_whole(session, appointment, seen)
    ready = standing_of(session, appointment)
    _require_lawful(ready)
    appointment.state = appointment_moves(appointment.state, AppointmentState.DECIDED)
    appointment.decision_reference, appointment.closed_at, appointment.closed_by = decision_reference, at, by.name
    for each in ready:
        _fill(session, each, by=by, at=at)
    methods = {each.row.council.slug: str(each.prepared.method) for each in ready}
    exceptions = {each.row.council.slug: each.row.exception for each in ready if each.row.exception}
    event = AppointmentDecided(str(appointment.id), decision_reference, methods, exceptions)
    record(session, event, by=by, at=at)


def _require_lawful(ready: tuple[CouncilStanding, ...]) -> None:
    """Rules: R-220, R-229."""
    stops = [(each.row.council.name, in_the_way(each.found)) for each in ready]
    if any(found for _council, found in stops):
        raise NotYetLawful(tuple((council, found) for council, found in stops if found))


def _fill(session: Session, ready: CouncilStanding, *, by: Actor, at: datetime) -> None:
    """One council: what was decided is kept whole, and the elected take office.

    Rules: R-220, R-262.
    """
    row, appointment = ready.row, ready.row.appointment
    target = target_of(row)
    decision = decided(ready.prepared, target if isinstance(target, SeatTarget) else None)
    if decision is None:  # whatever would make it None stands in the way, and has been refused
        raise NotYetLawful(((row.council.name, ready.found),))
    start = Start(
        appointment.from_on,
        Cause.APPOINTED,
        appointment.decision_reference,
        LEGAL_BASIS[decision.method],
        tuple((each.role, int(each.elected.winner)) for each in decision.officers),
    )
    row.outcome = written(decision)
    row.version += 1
    council_term, _taken = take_office(
        session,
        row.council,
        appointment.term,
        _plan(row, decision),
        outcome=decision.outcome,
        start=start,
        by=by,
        at=at,
    )
    row.council_term = council_term


def _plan(row: CouncilAppointment, decision: DecidedCouncil) -> CouncilTermPlan:
    """Rules: R-5, R-36, R-220."""
    appointment = row.appointment
    agreed = decision.method is Method.AGREED
    named = {each.code: each.name for each in (appointment.groups if agreed else row.lists)}
    return CouncilTermPlan(
        CouncilKind(CouncilBasis.APPOINTED, ELECTED_BY[decision.method]),
        appointment.decided_on,
        appointment.from_on,
        appointment.to_on,
        row.seats,
        tuple((each.code, named[each.code]) for each in decision.outcome.lists),
        Settings(residence_restriction=appointment.residence_restriction),
    )
