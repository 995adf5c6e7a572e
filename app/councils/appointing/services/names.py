"""Find the person who is named, or enter one who is new."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.councils.appointing.refusals import AnotherPerson, PersonKnown, SexNotRegistered
from app.councils.council_models import Person
from app.councils.domain.gender import Gender
from app.councils.refusals import UnknownPerson
from app.councils.services.persons import PersonDetails, register_person


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it was typed. ``person_id``: it is this person. ``is_new``: it is none of those with the same name."""

    name: str
    gender: Gender | None = None
    birth_date: date | None = None
    person_id: int | None = None
    is_new: bool = False


def person_named(session: Session, named: Named, *, by: Actor, at: datetime) -> Person:
    """The person meant. Asked back, by refusal, when there are persons with the name and none was pointed out.

    One with the same name and the same birth date is the same person. Refused: one whose sex is not registered,
    and a number that is nobody's or another's.

    Rules: R-222, R-229.
    """
    person = _pointed_out(session, named, named.person_id) if named.person_id is not None else _known(session, named)
    if person is None:
        if named.gender is None:
            raise SexNotRegistered(named.name)
        return register_person(session, PersonDetails(named.name, named.gender, named.birth_date), by=by, at=at)
    if person.gender is None:
        raise SexNotRegistered(person.name)
    return person


def _pointed_out(session: Session, named: Named, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise UnknownPerson(person_id)
    if person.name != named.name:
        raise AnotherPerson(person_id, person.name, named.name)
    return person


def _known(session: Session, named: Named) -> Person | None:
    if named.is_new:
        return None
    same = list(session.scalars(select(Person).where(Person.name == named.name).order_by(Person.id)))
    if named.birth_date:
        if born := [each for each in same if each.birth_date == named.birth_date]:
            return born[0]
        same = [each for each in same if each.birth_date is None]
    if same:
        raise PersonKnown(named.name, tuple((each.id, each.birth_date) for each in same))
    return None
