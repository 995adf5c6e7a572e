"""What every page of the appointment room does alike: find, save, and answer with the page again when refused."""

from collections.abc import Callable
from http import HTTPStatus

from flask import abort, current_app, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.auth.guard import current_reach, may
from app.core.access import access_of
from app.core.database import db
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.councils.appointing.forms import EditForm
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.queries import appointment_by_number, council_in
from app.councils.appointing.refusal_texts import texts_of
from app.councils.appointing.refusals import NotInAppointment, StaleEdit


def require_whole_municipality() -> None:
    """An appointment is of every council at once: for one who holds the permission in some of them it is not there."""
    view = current_app.view_functions.get(request.endpoint or "")
    access = access_of(view) if view else None
    wanted = access.wanted(request.method) if access else None
    if wanted and not current_reach(wanted).everywhere:
        abort(HTTPStatus.NOT_FOUND)


def may_change() -> bool:
    """Whether the person signed in prepares and decides appointments, and not only reads them."""
    return may(Permission.COUNCILS_APPOINT)


def the_appointment(number: int, session: Session | None = None) -> Appointment:
    """The appointment with this number, or 404."""
    return appointment_by_number(session or db.session(), number) or abort(HTTPStatus.NOT_FOUND)


def the_council(number: int, slug: str, session: Session | None = None) -> CouncilAppointment:
    """The council of this appointment, or 404."""
    return council_in(session or db.session(), number, slug) or abort(HTTPStatus.NOT_FOUND)


def attempt(form: Form, save: Callable[[], None]) -> bool:
    """Whether the form was in order and saved. If not, the form says why and keeps all that was typed.

    A save that had not seen the latest gets the latest edit's number, so that it can be sent again once it is looked
    over. What is not there to be changed is a page that does not exist.
    """
    if not form.validate_on_submit():
        return False
    try:
        save()
    except StaleEdit as refusal:
        if isinstance(form, EditForm):
            form.seen.data, form.seen.raw_data = refusal.current, [str(refusal.current)]
        form.form_errors.extend(texts_of(refusal))
        return False
    except NotInAppointment:
        abort(HTTPStatus.NOT_FOUND)
    except DomainError as refusal:
        form.form_errors.extend(texts_of(refusal))
        return False
    return True


def answer(address: str, page: Callable[[], str], *, saved: bool) -> ResponseReturnValue:
    """On to the address when it was saved; else the page again, with what must be put right."""
    if saved:
        flash(_("Lagret."), "success")
        return redirect(address, HTTPStatus.SEE_OTHER)
    return page(), HTTPStatus.UNPROCESSABLE_ENTITY


def yes_no(value: str | None) -> bool | None:
    """An answer of three: yes, no, not entered."""
    return {"yes": True, "no": False}.get(value or "")


def answer_of(*, value: bool | None) -> str:
    """``yes_no``, back."""
    return "" if value is None else ("yes" if value else "no")
