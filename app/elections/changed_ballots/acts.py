"""What every page of the room does alike: find the bundle, and say why something was refused."""

from http import HTTPStatus

from flask import abort, flash, redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.database import db
from app.core.errors import DomainError
from app.elections.changed_ballots.models import TypedBatch
from app.elections.changed_ballots.queries import batch_by_number
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe


def the_election(address: str, session: Session | None = None) -> ElectionRow:
    """The election at this address, or 404."""
    return election_by_address(session or db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def the_batch(address: str, number: int, session: Session | None = None) -> TypedBatch:
    """The bundle with this number in the election, or 404."""
    session = session or db.session()
    return batch_by_number(session, the_election(address, session), number) or abort(HTTPStatus.NOT_FOUND)


def the_contest(address: str, code: str, session: Session | None = None) -> ContestRow:
    """The contest with this code in the election, or 404."""
    contests = {each.code: each for each in the_election(address, session).contests}
    return contests.get(code) or abort(HTTPStatus.NOT_FOUND)


def told(error: DomainError) -> list[str]:
    """One sentence or two for each thing that is wrong."""
    return describe(error).split("\n")


def saved(address: str) -> ResponseReturnValue:
    """On to the address, where it says that all is stored."""
    flash(_("Lagret."), "success")
    return redirect(address, HTTPStatus.SEE_OTHER)
