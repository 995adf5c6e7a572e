"""Confirm what decides whether those who are named can be elected."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.appointing.events import EligibilityConfirmed
from app.councils.appointing.models import Appointment, EligibilityFacts
from app.councils.appointing.queries import facts_of
from app.councils.appointing.services.edits import open_appointment
from app.councils.domain.eligibility import Position
from app.councils.models import District


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found of a person in the population register and by asking. The default is one who can be elected."""

    resident: bool = True
    district: District | None = None
    voting_right: bool = True
    under_voting_age: bool = False
    position: Position | None = None
    position_left_on: date | None = None
    in_control_committee: bool = False


def confirm_facts(
    session: Session,
    appointment: Appointment,
    persons: Collection[int],
    facts: Facts,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The same facts confirmed of all these persons; what was confirmed of them before is replaced.

    Law: kommuneloven (2018) §§ 7-2, 7-3.
    Rules: R-35, R-36, R-37, R-38, R-39, R-40.
    """
    open_appointment(session, appointment, seen)
    known = facts_of(session, appointment)
    for person_id in persons:
        row = known.get(person_id) or EligibilityFacts(appointment_id=appointment.id, person_id=person_id)
        row.resident, row.district, row.voting_right = facts.resident, facts.district, facts.voting_right
        row.under_voting_age, row.position = facts.under_voting_age, facts.position
        row.position_left_on, row.in_control_committee = facts.position_left_on, facts.in_control_committee
        row.confirmed_at, row.confirmed_by = at, by.name
        session.add(row)
    session.flush()
    record(session, EligibilityConfirmed(str(appointment.id), sorted(persons)), by=by, at=at)
