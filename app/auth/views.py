"""Signing in and out, and one's own account."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.domain.refusals import PasswordRefused, PasswordWrong
from app.auth.forms import PasswordForm, SignInForm
from app.auth.guard import current_actor, current_person
from app.auth.limits import limit_refusals
from app.auth.queries import Person, account_by_address, active_person
from app.auth.refusal_texts import fault_text, refusal_text
from app.auth.role_texts import role_name
from app.auth.services import check_password, set_password
from app.auth.services import sign_in as let_in
from app.auth.services import sign_out as end_sessions
from app.auth.sessions import begin_session, end_session, session_has_run_out
from app.core.access import public, requires
from app.core.addresses import path_on_this_site
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import Form
from app.core.permissions import Permission

auth = Blueprint("auth", __name__)

STAFF_FRONT_PAGE = "/admin"


@auth.route("/logg-inn", methods=["GET", "POST"])
@public
@limit_refusals
def sign_in() -> ResponseReturnValue:
    """The way in for staff, and on to where they were going."""
    form = SignInForm()
    person = _let_in(form) if form.validate_on_submit() else current_person()
    if person:
        return redirect(path_on_this_site(request.args.get("next", ""), STAFF_FRONT_PAGE))
    return _page("auth/sign_in.html", form, run_out=session_has_run_out())


@auth.post("/logg-ut")
@public
def sign_out() -> ResponseReturnValue:
    """Out, everywhere. Open to all: somebody whose session has just run out is no less signed out."""
    person = current_person()
    if person:
        with transaction() as session:
            account = account_by_address(session, person.address, for_change=True)
            end_sessions(session, account, by=current_actor(), at=now())
    end_session()
    return redirect("/")


@auth.route("/admin/meg", methods=["GET", "POST"])
@requires(Permission.STAFF_PAGES_SEE)
@limit_refusals
def my_account() -> ResponseReturnValue:
    """Who I am here, what I may do, and a new password."""
    form = PasswordForm()
    if form.validate_on_submit() and _change_password(form):
        flash(_("Passordet er byttet. Du er logget ut alle andre steder."))
        return redirect(url_for("auth.my_account"))
    return _page("auth/my_account.html", form, person=current_person(), role_name=role_name)


def _let_in(form: SignInForm) -> Person | None:
    check, at = check_password(db.session(), form.address.data or "", form.password.data or ""), now()
    with transaction() as session:
        account = let_in(session, check, by=current_actor(), at=at)
        person = active_person(session, account.id) if account else None
    if person:
        begin_session(person, at)
    else:
        form.form_errors.append(_("E-postadressen eller passordet er ikke riktig."))
    return person


def _change_password(form: PasswordForm) -> bool:
    address, at = current_actor().name, now()
    if not check_password(db.session(), address, form.current.data or "").correct:
        form.current.errors = [refusal_text(PasswordWrong())]
        return False
    try:
        with transaction() as session:
            account = account_by_address(session, address, for_change=True)
            set_password(session, account, form.new.data or "", by=current_actor(), at=at)
            person = active_person(session, account.id)
    except PasswordRefused as refusal:
        form.new.errors = [fault_text(fault) for fault in refusal.faults]
        return False
    if person:
        begin_session(person, at)
    return True


def _page(template: str, form: Form, **rest: object) -> tuple[str, int]:
    """The page; 422 when the form was sent and something is wrong with it."""
    return render_template(
        template, form=form, **rest
    ), HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
