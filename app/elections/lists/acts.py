"""What every page of the list room does alike: find, save, and answer with the page again when refused."""

from collections.abc import Callable
from http import HTTPStatus

from flask import abort, flash, redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.database import db
from app.core.errors import DomainError
from app.core.forms import Form
from app.elections.domain.list_review import NotReadyForApproval
from app.elections.lists.forms import EditForm
from app.elections.lists.models import ListProposalRow
from app.elections.lists.queries import proposal_by_number
from app.elections.lists.refusals import StaleEdit
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe


def the_election(address: str, session: Session | None = None) -> ElectionRow:
    """The election at this address, or 404."""
    return election_by_address(session or db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def the_proposal(address: str, number: int, session: Session | None = None) -> ListProposalRow:
    """The proposal with this number in the election, or 404."""
    session = session or db.session()
    return proposal_by_number(session, the_election(address, session), number) or abort(HTTPStatus.NOT_FOUND)


def attempt(form: Form, save: Callable[[], None]) -> bool:
    """Whether the form was in order and saved. If not, the form says why and keeps all that was typed.

    A save that had not seen the latest gets the latest edit's number, so that it can be sent again once it is looked
    over.
    """
    if not form.validate_on_submit():
        return False
    try:
        save()
    except DomainError as refusal:
        if isinstance(refusal, StaleEdit) and isinstance(form, EditForm):
            form.seen.data, form.seen.raw_data = refusal.current, [str(refusal.current)]
        form.form_errors.extend(texts_of(refusal))
        return False
    return True


def texts_of(error: DomainError) -> list[str]:
    """One text for each thing that is wrong; with its rule where the refusal is one thing."""
    rule = getattr(error, "rule", "")
    lines = describe(error).split("\n")
    told_already = isinstance(error, NotReadyForApproval) or not rule
    return lines if told_already else [f"{line} ({rule})" for line in lines]


def answer(address: str, page: Callable[[], str], *, saved: bool) -> ResponseReturnValue:
    """On to the address when it was saved; else the page again, with what must be put right."""
    if saved:
        flash(_("Lagret."), "success")
        return redirect(address, HTTPStatus.SEE_OTHER)
    return page(), HTTPStatus.UNPROCESSABLE_ENTITY
