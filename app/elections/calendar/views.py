"""The staff's calendar of an election: what is due, late and done; ticks; days of one's own; a file for calendars."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, url_for
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
from app.elections.calendar.forms import DayForm, DoneForm, PostponementForm, ShiftForm
from app.elections.calendar.links import link_token
from app.elections.calendar.models import CalendarSubscription
from app.elections.calendar.queries import calendar_of, days_set, entries, postponements_of, subscription_of
from app.elections.calendar.services.calendar import postpone_election, set_day, set_shiftable, tick, untick
from app.elections.calendar.services.subscriptions import revoke, subscribe
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.election import RuleSetName
from app.elections.domain.postponement import is_postponable
from app.elections.domain.states import ElectionState
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe

calendar_room = Blueprint("calendar", __name__, url_prefix="/admin/valg/<address>")

SEE, SET_UP = Permission.ELECTIONS_SEE, Permission.ELECTIONS_SET_UP
ROW = "/kalender/<row>"
POSTPONEMENT = "utsettelse"
SENT_AS: dict[type[Form], str] = {DoneForm: "gjort", DayForm: "dag", ShiftForm: "flytting"}
"""What the last part of a row's address is for each of its forms."""


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


@calendar_room.post(f"{ROW}/flytting")
@requires(SET_UP)
def shift(address: str, row: str) -> ResponseReturnValue:
    """Say whether the day moves past days off, where that is left open."""
    found, form = _row(address, row), ShiftForm(prefix=f"{row}-").offer()

    def save() -> None:
        moves = form.shiftable.data == "yes"
        with transaction() as session:
            set_shiftable(session, _election(address), found, shiftable=moves, by=current_actor(), at=now())

    return _answer(address, row, form, save)


@calendar_room.post("/kalender/utsettelse")
@requires(SET_UP)
def postpone(address: str) -> ResponseReturnValue:
    """Record that the voting was extended or postponed."""
    form = PostponementForm(prefix="utsettelse-")

    def save() -> None:
        if form.election_day.data is None:
            return
        with transaction() as session:
            election, decision = _election(address), form.decision.data or ""
            postpone_election(session, election, form.election_day.data, decision, by=current_actor(), at=now())

    _election(address)
    return _answer(address, POSTPONEMENT, form, save)


@calendar_room.post("/kalender/lenke")
@requires(SEE)
def make_link(address: str) -> ResponseReturnValue:
    """Get a link of one's own to the calendar, for a calendar program."""
    with transaction() as session:
        subscribe(session, _election(address), by=current_actor(), at=now())
    return redirect(url_for("calendar.show", address=address, _anchor="abonnement"), HTTPStatus.SEE_OTHER)


@calendar_room.post("/kalender/lenke/trekk")
@requires(SEE)
def revoke_link(address: str) -> ResponseReturnValue:
    """End one's own link."""
    with transaction() as session:
        revoke(session, _election(address), by=current_actor(), at=now())
    flash(_("Lenken virker ikke lenger."), "success")
    return redirect(url_for("calendar.show", address=address, _anchor="abonnement"), HTTPStatus.SEE_OTHER)


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
        if each.deadline.shift_is_open and each.deadline.on_day_off:
            key, moves = each.deadline.row, "yes" if each.deadline.shiftable else "no"
            forms[f"{key}/flytting"] = ShiftForm(None, prefix=f"{key}-", data={"shiftable": moves}).offer()
    if sent is not None and type(sent) in SENT_AS:
        forms[f"{row}/{SENT_AS[type(sent)]}"] = sent
    link = subscription_of(session, election.id, current_actor().name)
    return render_template(
        "elections/calendar.html",
        election=election,
        entries=found,
        forms=forms,
        sent=sent,
        texts=texts,
        csrf=Form(),
        link=_address_of(link) if link else None,
        postponements=postponements_of(session, election.id),
        postponement=sent if isinstance(sent, PostponementForm) else PostponementForm(None, prefix="utsettelse-"),
        may_be_postponed=is_postponable(RuleSetName(election.rule_set), ElectionState(election.state)),
    )


def _address_of(link: CalendarSubscription) -> str:
    token = link_token(link.id, current_app.config["SECRET_KEY"])
    return url_for("calendar_links.subscribed", token=token, _external=True)


def _election(address: str) -> ElectionRow:
    return election_by_address(db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def _row(address: str, row: str) -> CalendarRow:
    """The row of this name in the election's calendar, or 404."""
    found = next((each.row for each in calendar_of(db.session(), _election(address)) if each.row == row), None)
    return found or abort(HTTPStatus.NOT_FOUND)
