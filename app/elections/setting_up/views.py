"""Staff pages that set elections up: all of them, a new one in one sitting, one of them, its settings, hand-over."""

from collections.abc import Callable, Sequence
from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.auth.guard import current_actor
from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.councils.models import Municipality
from app.elections.calendar import texts as calendar_texts
from app.elections.calendar.queries import lists_close_at, what_is_next
from app.elections.domain.election import RuleSetName
from app.elections.domain.local_election_day import next_local_election_year
from app.elections.domain.settings import Settings
from app.elections.domain.states import ElectionState
from app.elections.models import ElectionRow
from app.elections.queries import contests_of, election_by_address
from app.elections.refusal_texts import describe
from app.elections.setting_queries import settings_of
from app.elections.setting_up import queries, texts
from app.elections.setting_up.forms import PlanForm, plan_form, settings_form
from app.elections.setting_up.services.hand_over import BEFORE_LISTS, setup_to_hand_over
from app.elections.setting_up.services.plan import change_plan, change_settings, open_for_lists, plan_election
from app.elections.state_texts import election_state_text

set_up_room = Blueprint("elections", __name__, url_prefix="/admin/valg")

STAFF_ROOMS = (StaffRoom(_l("Valg"), "/admin/valg", Permission.ELECTIONS_SEE),)


@set_up_room.get("")
@requires(Permission.ELECTIONS_SEE)
def overview() -> str:
    """Every election, and a way to set up a new one."""
    return render_template(
        "elections/overview.html", elections=queries.elections(db.session()), state_text=election_state_text
    )


@set_up_room.route("/nytt", methods=["GET", "POST"])
@requires(Permission.ELECTIONS_SET_UP)
def create() -> ResponseReturnValue:
    """Set up an election in one sitting, from the districts or from an election before."""
    places = queries.municipalities(db.session())
    place = _municipality(places)
    template = _template(place) if place else None
    form = _new_form(place, template) if place else None
    made: list[str] = []

    def save(plan_of: PlanForm) -> None:
        with transaction() as session:
            chosen = session.get_one(Municipality, place.id if place else 0)
            made.append(plan_election(session, chosen, plan_of.plan(), by=current_actor(), at=now()).address)

    if form and _saved(form, lambda: save(form)):
        return redirect(url_for("elections.show", address=made[0]), HTTPStatus.SEE_OTHER)
    page = render_template(
        "elections/new.html",
        form=form,
        places=places,
        place=place,
        template=template,
        templates=[each for each in queries.elections(db.session()) if place and each.municipality_id == place.id],
    )
    return page, _status(form)


@set_up_room.get("/<address>")
@requires(Permission.ELECTIONS_SEE)
def show(address: str) -> str:
    """One election: its districts, what is decided for it, what is different from last time, what comes next."""
    election, session = _election(address), db.session()
    late, following = what_is_next(session, election, now())
    return render_template(
        "elections/election.html",
        election=election,
        contests=contests_of(session, election.id),
        settings=texts.shown_settings(settings_of(session, election)),
        locked_at=lists_close_at(session, election),
        since_last=queries.changed_since_last(session, election),
        late=late,
        following=following,
        texts=texts,
        calendar_texts=calendar_texts,
        state_text=election_state_text,
        is_draft=election.state == ElectionState.DRAFT,
        lists_are_decided=election.state not in BEFORE_LISTS,
        rule_set=RuleSetName(election.rule_set),
        now=now(),
        form=Form(),
        blockers=(),
    )


@set_up_room.route("/<address>/oppsett", methods=["GET", "POST"])
@requires(Permission.ELECTIONS_SET_UP)
def edit(address: str) -> ResponseReturnValue:
    """Change a draft: its name, its day, its districts and seats, what is decided for it."""
    election, session = _election(address), db.session()
    if election.state != ElectionState.DRAFT:
        return redirect(url_for("elections.show", address=address))
    districts = queries.offered_districts(session, election.municipality_id, election)
    form = plan_form(districts, settings_of(session, election), election.name, election.election_day)

    def save() -> None:
        with transaction() as writing:
            change_plan(writing, _election(address), form.plan(), by=current_actor(), at=now())

    if _saved(form, save):
        flash(_("Lagret."), "success")
        return redirect(url_for("elections.show", address=address), HTTPStatus.SEE_OTHER)
    return render_template("elections/edit.html", form=form, election=election), _status(form)


@set_up_room.route("/<address>/innstillinger", methods=["GET", "POST"])
@requires(Permission.ELECTIONS_SET_UP)
def settings(address: str) -> ResponseReturnValue:
    """Decide settings, until they are locked."""
    election, session = _election(address), db.session()
    form = settings_form(settings_of(session, election))

    def save() -> None:
        with transaction() as writing:
            change_settings(writing, _election(address), form.decided(), by=current_actor(), at=now())

    if _saved(form, save):
        flash(_("Lagret."), "success")
        return redirect(url_for("elections.show", address=address), HTTPStatus.SEE_OTHER)
    closes = lists_close_at(session, election)
    page = render_template(
        "elections/settings.html",
        form=form,
        election=election,
        fixed=[each for each in texts.shown_settings(settings_of(session, election)) if each.fixed],
        locked_at=closes,
        locked=bool(closes and now() > closes),
    )
    return page, _status(form)


@set_up_room.post("/<address>/apne")
@requires(Permission.ELECTIONS_SET_UP)
def open_lists(address: str) -> ResponseReturnValue:
    """Let lists come in; the election is public from now on."""
    _election(address)
    try:
        with transaction() as session:
            open_for_lists(session, _election(address), by=current_actor(), at=now())
    except DomainError as refusal:
        flash(describe(refusal), "danger")
    else:
        flash(_("Valget er åpnet for lister og vises på de åpne sidene."), "success")
    return redirect(url_for("elections.show", address=address), HTTPStatus.SEE_OTHER)


@set_up_room.get("/<address>/setup.json")
@requires(Permission.ELECTIONS_SEE)
def hand_over(address: str) -> ResponseReturnValue:
    """The setup for printer and scanner."""
    try:
        content = setup_to_hand_over(db.session(), _election(address))
    except DomainError as refusal:
        flash(describe(refusal), "danger")
        return redirect(url_for("elections.show", address=address), HTTPStatus.SEE_OTHER)
    answer = Response(content, mimetype="application/json")
    answer.headers.set("Content-Disposition", "attachment", filename=f"setup-{address}.json")
    return answer


def _election(address: str) -> ElectionRow:
    return election_by_address(db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def _municipality(places: Sequence[Municipality]) -> Municipality | None:
    """The municipality asked for, or the only one there is."""
    asked = request.args.get("kommune", "")
    return next((each for each in places if str(each.id) == asked), places[0] if len(places) == 1 else None)


def _template(place: Municipality) -> ElectionRow | None:
    """The election to copy from, when one of this municipality is asked for."""
    found = election_by_address(db.session(), request.args.get("kopier", ""))
    return found if found and found.municipality_id == place.id else None


def _new_form(place: Municipality, template: ElectionRow | None) -> PlanForm:
    """The form filled for the next local elections; districts, seats and settings from the election that is copied.

    The day is not filled in: the King decides which Monday it is.
    """
    decided = settings_of(db.session(), template).all() if template else {}
    name = _("Bydelsvalg %(year)s", year=next_local_election_year(now().astimezone(OSLO).date()))
    districts = queries.offered_districts(db.session(), place.id, template)
    return plan_form(districts, Settings(RuleSetName.VALGLOVEN_2023, decided), name)


def _saved(form: Form, save: Callable[[], None]) -> bool:
    """Whether the form was sent, in order, and stored; if not it says why and keeps what was typed."""
    if not form.validate_on_submit():
        return False
    try:
        save()
    except DomainError as refusal:
        form.form_errors.append(describe(refusal))
        return False
    return True


def _status(form: Form | None) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form and form.errors else HTTPStatus.OK
