"""Make a municipality known, so that districts, borders and addresses have something to belong to."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.models import Municipality
from app.councils.places.events import MunicipalityAdded
from app.councils.places.refusals import NumberTaken


def add_municipality(session: Session, number: str, name: str, *, by: Actor, at: datetime) -> tuple[Municipality, bool]:
    """The municipality with this number and name, and whether it is new.

    One known by name alone is given the number. Another number is another municipality, though it has the same name.
    """
    found = session.scalar(select(Municipality).where(Municipality.number == number))
    if found is None:
        unnumbered = select(Municipality).where(Municipality.name == name, Municipality.number.is_(None))
        found = session.scalar(unnumbered)
    elif found.name != name:
        raise NumberTaken(number, name, found.name)
    if found and found.number:
        return found, False
    if found:
        found.number = number
    else:
        session.add(found := Municipality(number=number, name=name))
    session.flush()
    record(session, MunicipalityAdded(number, name), by=by, at=at)
    return found, True


def label(municipality: Municipality) -> str:
    """How a municipality is called in the audit trail: its number, or its name where that is not known."""
    return municipality.number or municipality.name


def lock(session: Session, municipality: Municipality) -> None:
    """Wait until nobody else changes the places of the municipality."""
    session.refresh(municipality, with_for_update=True)
