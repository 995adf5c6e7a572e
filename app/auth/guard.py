"""Nobody gets past who may not: every request is held against its view's mark before the view runs."""

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_login import LoginManager, current_user
from werkzeug.wrappers import Response

from app.audit.services import Actor
from app.auth.domain.roles import Reach, reach
from app.auth.limits import limiter
from app.auth.queries import Person
from app.auth.sessions import note_use, person_of_session
from app.core.access import access_of
from app.core.permissions import Permission

VISITOR = "visitor"
"""The actor of the audit trail's events that nobody signed in has done: sign-ins that were refused."""


def init_guard(app: Flask) -> None:
    """Know who is signed in, limit how often passwords are tried, and check every request.

    Templates get ``current_user`` and ``may(permission)``. A public page that uses neither reads no session.
    """
    manager = LoginManager()
    manager.session_protection = None  # it ends sessions when a phone changes network; ours end by time and epoch
    manager.user_loader(person_of_session)
    manager.init_app(app, add_context_processor=False)  # which would read the session for every page
    limiter.init_app(app)
    app.before_request(_check_access)
    app.add_template_global(current_user, "current_user")
    app.add_template_global(may)
    app.add_template_global(Permission, "Permission")


def current_person() -> Person | None:
    """Who is signed in, or None."""
    person = current_user._get_current_object()
    return person if isinstance(person, Person) else None


def current_actor() -> Actor:
    """Who acts in this request, for services and the audit trail."""
    person = current_person()
    return Actor(person.address if person else VISITOR, g.request_id)


def current_reach(permission: Permission) -> Reach:
    """Where the person signed in holds ``permission``: what a view looks its objects up inside."""
    person = current_person()
    return reach(person.grants if person else (), permission)


def may(permission: Permission) -> bool:
    """Whether the person signed in holds ``permission`` anywhere."""
    return bool(current_reach(permission))


def _check_access() -> Response | None:
    """Past: public views, addresses that lead nowhere (404 comes of itself), and those who hold the permission.

    Somebody not signed in is sent to sign in and back again; what they tried to send is answered 401, not carried on.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None:
        return None
    access = access_of(view)
    if access is None:
        abort(403)  # cannot be: the application refuses to start with an unmarked view
    wanted = access.wanted(request.method)
    if wanted is None:
        return None
    if current_person() is None:
        return _to_sign_in() if request.method in {"GET", "HEAD"} else abort(401)
    note_use()
    return None if may(wanted) else abort(403)


def _to_sign_in() -> Response:
    wanted = request.full_path if request.query_string else request.path
    return redirect(url_for("auth.sign_in", next=wanted))
