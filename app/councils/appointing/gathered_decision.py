"""What the decision on an appointment kept, gathered for its document."""

from datetime import timedelta

from sqlalchemy.orm import Session

from app.councils.appointing.decision_document import AppointmentDecision, DecidedPart
from app.councils.appointing.documents import ballot_in, decided_in
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.decided_council import DecidedCouncil
from app.councils.queries import persons


def gathered_decision(session: Session, appointment: Appointment) -> AppointmentDecision | None:
    """The decision with every council in it; None while there is none."""
    kept = [(row, decided_in(row.outcome)) for row in appointment.councils]
    parts = tuple(_part(session, row, decision) for row, decision in kept if decision)
    if appointment.state is not AppointmentState.DECIDED or appointment.closed_at is None:
        return None
    return AppointmentDecision(
        appointment.id,
        appointment.name,
        appointment.term.municipality.name,
        appointment.decision_reference,
        appointment.decided_on,
        appointment.from_on,
        appointment.to_on - timedelta(days=1),
        appointment.closed_at,
        parts,
    )


def _part(session: Session, row: CouncilAppointment, decision: DecidedCouncil) -> DecidedPart:
    """Names as they stood when it was decided, where the decision kept them; of others as they stand."""
    elected = {who for each in decision.outcome.lists for who in (*each.members, *each.deputies)}
    voted = {
        int(who)
        for officer in decision.officers
        for held in (officer.vote.first, officer.vote.second)
        if held
        for who, _votes in held.votes
    }
    names = {number: person.name for number, person in persons(session, elected | voted).items()}
    if decision.nomination:
        named = (*decision.nomination.members, *decision.nomination.deputies)
        names |= {each.person_id: each.name for each in named}
    names |= {each.person_id: each.name for put in decision.lists for each in put.candidates}
    ballot = ballot_in(row.ballot) if decision.election else None
    groups = {each.code: each.name for each in row.appointment.groups} | {each.code: each.name for each in row.lists}
    return DecidedPart(decision, names, groups, ballot.lots if ballot else ())
