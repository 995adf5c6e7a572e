"""The staff's calendar of an election: what is due, late and done; ticks; days of one's own; a file for calendars."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.i18n import chosen_language
from app.core.permissions import Permission
from app.elections.calendar import texts
from app.elections.calendar.feed import calendar_file
from app.elections.calendar.forms import DayForm, DoneForm
from app.elections.calendar.queries import calendar_of, days_set, entries
from app.elections.calendar.services.calendar import set_day, tick, untick
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe

calendar_room = Blueprint("calendar", __name__, url_prefix="/admin/valg/<address>")

SEE, SET_UP = Permission.ELECTIONS_SEE, Permission.ELECTIONS_SET_UP
ROW = "/kalender/<row>"


@calendar_room.get("/kalender")
@requires(SEE)
def show(address: str) -> str:
    """Every deadline by day, with how it stands."""
    return _page(address)


@calendar_room.get("/kalender.ics")
@requires(SEE)
def feed(address: str) -> Response:
    """The whole calendar for a calendar program."""
    election = _election(address)
    language = "nn" if chosen_language() == "nn" else "nb"
    deadlines = calendar_of(db.session(), election)
    answer = Response(
        calendar_file(election.name, f"{address}.admin", deadlines, election.created_at, language),
        mimetype="text/calendar",
    )
    answer.headers.set("Content-Disposition", "attachment", filename=f"valgkalender-{address}.ics")
    return answer


@calendar_room.post(f"{ROW}/gjort")
@requires(SET_UP)
def done(address: str, row: str) -> ResponseReturnValue:
    """Say that it is done."""
    found, form = _row(address, row), DoneForm(prefix=f"{row}-")

    def save() -> None:
        if form.done_on.data is None:
            return
        reference = (form.reference.data or "").strip()
        with transaction() as session:
            tick(session, _election(address), found, form.done_on.data, reference, by=current_actor(), at=now())

    return _answer(address, row, form, save)


@calendar_room.post(f"{ROW}/angre")
@requires(SET_UP)
def not_done(address: str, row: str) -> ResponseReturnValue:
    """Say that it is not done after all."""
    found = _row(address, row)

    def save() -> None:
        with transaction() as session:
            untick(session, _election(address), found, by=current_actor(), at=now())

    return _answer(address, row, Form(), save)


@calendar_room.post(f"{ROW}/dag")
@requires(SET_UP)
def day(address: str, row: str) -> ResponseReturnValue:
    """Set the day that the law leaves to the municipality or its board."""
    found, form = _row(address, row), DayForm(prefix=f"{row}-")

    def save() -> None:
        with transaction() as session:
            set_day(session, _election(address), found, form.day.data, by=current_actor(), at=now())

    return _answer(address, row, form, save)


def _answer(address: str, row: str, form: Form, save: Callable[[], None]) -> ResponseReturnValue:
    """Back to the calendar when it was saved; else the calendar with what must be put right, and all that was typed."""
    if form.validate_on_submit():
        try:
            save()
        except DomainError as refusal:
            form.form_errors.append(describe(refusal))
        else:
            flash(_("Lagret."), "success")
            return redirect(url_for("calendar.show", address=address, _anchor=row), HTTPStatus.SEE_OTHER)
    return _page(address, form, row), HTTPStatus.UNPROCESSABLE_ENTITY


def _page(address: str, sent: Form | None = None, row: str = "") -> str:
    election, session = _election(address), db.session()
    found = entries(session, election, now())
    set_days = days_set(session, election.id)
    today = now().astimezone(OSLO).date()
    acts = [each.deadline.row for each in found if each.deadline.is_act and not each.tick]
    forms: dict[str, Form] = {
        f"{each}/gjort": DoneForm(None, prefix=f"{each}-", data={"done_on": today}) for each in acts
    }
    for each in found:
        if each.deadline.settable:
            key = each.deadline.row
            forms[f"{key}/dag"] = DayForm(None, prefix=f"{key}-", data={"day": set_days.get(key)})
    if sent is not None and type(sent) is not Form:
        forms[f"{row}/{'gjort' if isinstance(sent, DoneForm) else 'dag'}"] = sent
    return render_template(
        "elections/calendar.html", election=election, entries=found, forms=forms, sent=sent, texts=texts, csrf=Form()
    )


def _election(address: str) -> ElectionRow:
    return election_by_address(db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def _row(address: str, row: str) -> CalendarRow:
    """The row of this name in the election's calendar, or 404."""
    found = next((each.row for each in calendar_of(db.session(), _election(address)) if each.row == row), None)
    return found or abort(HTTPStatus.NOT_FOUND)
