"""The page where it is entered whether an election is valid, and its councils take office."""

from datetime import date
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.councils.refusals import CouncilAlreadySits
from app.elections.complaints.queries import open_complaints
from app.elections.domain.election import RuleSetName
from app.elections.domain.person_matches import AnswerNotOffered, UncertainPersons
from app.elections.domain.release import is_released
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.domain.validity import ComplaintsOpen, DecidedOnAnotherDay, ReferenceMissing, ValidityDecision
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe, describe_left_out
from app.elections.refusals import NoCouncil, NotAllSettled, NotElected, SamePersonTwice
from app.elections.services.validity import decide_validity, set_up_missing_councils
from app.elections.state_texts import election_state_text
from app.elections.takeover_plan import TakeoverPlan, decided, plan_takeover
from app.elections.validity_forms import VALID, ContactForm, ValidityForm, validity_form

validity_room = Blueprint("validity", __name__, url_prefix="/admin/valg")

REFUSED = (
    AnswerNotOffered,
    ComplaintsOpen,
    CouncilAlreadySits,
    DecidedOnAnotherDay,
    MoveNotAllowed,
    NoCouncil,
    NotElected,
    ReferenceMissing,
    SamePersonTwice,
    UncertainPersons,
)


@validity_room.route("/<address>/gyldighet", methods=["GET", "POST"])
@requires(Permission.SETTLEMENTS_DECIDE)
def decide(address: str) -> ResponseReturnValue:
    """Who will sit in which council if the election is valid, and the decision; afterwards, what was decided."""
    election = _election(address)
    plan = _plan(election)
    if plan is None:
        decisions = decided(db.session(), election, now())
        return render_template(
            "admin/validity_decided.html", election=election, decisions=decisions, state_text=election_state_text
        )
    form = validity_form(plan)
    if form.validate_on_submit() and _decide(form, address):
        flash(_("Vedtaket er ført."), "success")
        return redirect(url_for("validity.decide", address=address))
    return _page(election, plan, form, ContactForm(formdata=None))


@validity_room.route("/<address>/gyldighet/utvalg", methods=["GET", "POST"])
@requires(Permission.SETTLEMENTS_DECIDE)
def set_up_councils(address: str) -> ResponseReturnValue:
    """A council for each district of the election that has none."""
    election = _election(address)
    plan = _plan(election)
    if plan is None or request.method == "GET":
        return redirect(url_for("validity.decide", address=address))
    contact = ContactForm()
    if not contact.validate_on_submit():
        return _page(election, plan, validity_form(plan), contact)
    with transaction() as session:
        set_up_missing_councils(session, _election(address), contact.contact.data or "", by=current_actor(), at=now())
    flash(_("Utvalgene er opprettet."), "success")
    return redirect(url_for("validity.decide", address=address))


def _election(address: str) -> ElectionRow:
    return election_by_address(db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def _plan(election: ElectionRow) -> TakeoverPlan | None:
    """The takeover as it would be today; None when nothing can be decided: not settled yet, or decided already."""
    if election.state != ElectionState.SETTLED or not is_released(election.release_time, now()):
        return None
    try:
        return plan_takeover(db.session(), election, _day(election), now())
    except NotAllSettled:
        return None


def _decide(form: ValidityForm, address: str) -> bool:
    decision = ValidityDecision(
        form.outcome.data == VALID,
        form.decided_on.data or _today(),
        form.reference.data or "",
        bool(form.complaints_closed.data),
        frozenset(form.invalid_in.data or ()),
    )
    try:
        with transaction() as session:
            decide_validity(
                session,
                _election(address),
                decision,
                told=form.told(),
                no_longer_eligible=form.ineligible.data or (),
                by=current_actor(),
                at=now(),
            )
    except REFUSED as refusal:
        form.form_errors.append(describe(refusal))
        return False
    return True


def _page(election: ElectionRow, plan: TakeoverPlan, form: ValidityForm, contact: ContactForm) -> tuple[str, int]:
    """The page; 422 when something was sent and is wrong with it."""
    page = render_template(
        "admin/validity.html",
        election=election,
        plan=plan,
        form=form,
        contact=contact,
        day=_day(election),
        describe_left_out=describe_left_out,
        open_complaints=open_complaints(db.session(), election),
        asks_about_complaints=election.rule_set == RuleSetName.VALGLOVEN_2023,
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or contact.errors else HTTPStatus.OK


def _day(election: ElectionRow) -> date:
    """The day asked about: the decision's, or the one to look at; today when there is none after the election."""
    asked = request.form.get("decided_on") or request.args.get("dag", "")
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return _today()
    return day if election.election_day < day <= _today() else _today()


def _today() -> date:
    return now().astimezone(OSLO).date()
