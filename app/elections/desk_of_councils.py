"""What in the councils needs someone, for the desk: each sees only the councils and appointments in reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.auth.guard import may
from app.core.permissions import Permission
from app.councils.appointing.models import Appointment
from app.councils.appointing.queries import appointments
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.membership import Role
from app.councils.in_term.queries import Standing, person_names, standing
from app.councils.in_term.room import keeps
from app.councils.membership_words import role_name
from app.councils.queries import councils
from app.councils.succession_texts import last_day


@dataclass(frozen=True, slots=True)
class DeskOfCouncils:
    """``needing`` are councils that need someone; ``keeps_any`` tells whether one keeps any council at all."""

    keeps_any: bool
    needing: tuple[Standing, ...]
    running: tuple[Appointment, ...]
    names: Mapping[int, str]

    @staticmethod
    def role_name(role: Role) -> str:
        """«Leder»."""
        return role_name(role)

    @staticmethod
    def last_day(to_on: date) -> date:
        """The last day of what is over on ``to_on``."""
        return last_day(to_on)


def desk_of_councils(session: Session, day: date, known: datetime) -> DeskOfCouncils:
    """The councils one keeps that need someone that day, and the appointments that are not decided."""
    kept = [each for each in councils(session) if keeps(each)] if may(Permission.COUNCILS_KEEP) else []
    standings = (standing(session, each, day, known) for each in kept)
    running = appointments(session) if may(Permission.COUNCILS_APPOINT) else []
    return DeskOfCouncils(
        bool(kept),
        tuple(each for each in standings if each.needs_someone),
        tuple(each for each in running if each.state is AppointmentState.DRAFT),
        person_names(session) if kept else {},
    )
