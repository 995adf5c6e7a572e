"""Enter a person who holds an office, and change a person's details."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Person
from app.councils.domain.gender import Gender
from app.councils.events import PersonCorrected, PersonRegistered


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is kept of a person. ``office_contact`` alone is shown outside staff pages, and not of the protected."""

    name: str
    gender: Gender | None = None
    birth_date: date | None = None
    protected: bool = False
    home_address: str = ""
    private_contact: str = ""
    office_contact: str = ""


def register_person(session: Session, details: PersonDetails, *, by: Actor, at: datetime) -> Person:
    """A person, entered once however many offices follow."""
    person = Person(**asdict(details))
    session.add(person)
    session.flush()
    record(session, PersonRegistered(str(person.id), person.name, person.protected), by=by, at=at)
    return person


def correct_person(session: Session, person: Person, details: PersonDetails, *, by: Actor, at: datetime) -> None:
    """Change a person's details. The trail tells which, and never what they were."""
    changed = [name for name, value in asdict(details).items() if getattr(person, name) != value]
    if changed:
        for name in changed:
            setattr(person, name, getattr(details, name))
        record(session, PersonCorrected(str(person.id), person.name, changed), by=by, at=at)
