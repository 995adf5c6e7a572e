"""What every page of the settlement room does alike: find the contest and its settlement, or answer 404."""

from http import HTTPStatus

from flask import abort
from sqlalchemy.orm import Session

from app.core.database import db
from app.elections.lists.acts import the_election
from app.elections.models import ContestRow
from app.elections.queries import contests_of
from app.elections.settling.queries import KeptSettlement, settlements_of


def the_contest(address: str, code: str, session: Session | None = None) -> ContestRow:
    """The contest with this code in the election, or 404."""
    session = session or db.session()
    rows = contests_of(session, the_election(address, session).id)
    return next((row for row in rows if row.code == code), None) or abort(HTTPStatus.NOT_FOUND)


def the_settlement(address: str, code: str, number: int, session: Session | None = None) -> KeptSettlement:
    """The contest's settlement with this number, or 404."""
    session = session or db.session()
    kept = settlements_of(session, the_contest(address, code, session).id)
    return next((each for each in kept if each.row.number == number), None) or abort(HTTPStatus.NOT_FOUND)
