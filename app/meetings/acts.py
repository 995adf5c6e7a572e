"""What the staff's pages of meetings do alike: save, and answer with the page again when refused."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import TypedDict

from flask import flash, redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.audit.services import Actor
from app.auth.guard import current_actor
from app.core.clock import now
from app.core.errors import DomainError
from app.core.forms import Form
from app.meetings.edit_form import EditForm
from app.meetings.live.told import Told
from app.meetings.refusal_texts import describe
from app.meetings.refusals import MeetingStaleEdit

NOTHING_TOLD = Told()


class Acted(TypedDict):
    """Who acts, and when: what every service is told."""

    by: Actor
    at: datetime


def acted() -> Acted:
    """The one signed in, now."""
    return {"by": current_actor(), "at": now()}


def attempt(form: Form, save: Callable[[], None], told: Callable[[], Told] | None = None) -> bool:
    """Whether the form was in order and saved. If not, the form says why and keeps all that was typed.

    A save that had not seen the latest gets the latest edit's number, so that it can be sent again once it is looked
    over.
    """
    if not form.validate_on_submit():
        return False
    try:
        save()
    except DomainError as refusal:
        if isinstance(refusal, MeetingStaleEdit) and isinstance(form, EditForm):
            form.seen.data, form.seen.raw_data = refusal.current, [str(refusal.current)]
        form.form_errors.extend(describe(refusal, told() if told else NOTHING_TOLD).split("\n"))
        return False
    return True


def answer(address: str, page: Callable[[], str], *, saved: bool, said: str = "") -> ResponseReturnValue:
    """On to the address when it was saved; else the page again, with what must be put right."""
    if saved:
        flash(said or _("Lagret."), "success")
        return redirect(address, HTTPStatus.SEE_OTHER)
    return page(), HTTPStatus.UNPROCESSABLE_ENTITY
