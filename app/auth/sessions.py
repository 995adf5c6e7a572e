"""Who is signed in: a session in a signed cookie, bound to its account's epoch and to two time limits."""

from datetime import UTC, datetime

from flask import session
from flask_login import login_user, logout_user

from app.auth.domain.session_limits import session_is_over
from app.auth.queries import Person, active_person
from app.core.clock import now
from app.core.database import db

_SEEN_AGAIN_AFTER = 60
"""Seconds. The cookie is written anew when its last use is older than this, not with every answer."""


def begin_session(person: Person, at: datetime) -> None:
    """A new session, with nothing in it from before: what was planted in the old one is gone."""
    session.clear()
    session.permanent = True
    login_user(person)
    session.update(epoch=person.session_epoch, began=int(at.timestamp()), seen=int(at.timestamp()))


def end_session() -> None:
    """Nobody is signed in in this browser, and nothing is remembered."""
    logout_user()
    session.clear()


def session_has_run_out() -> bool:
    """Whether somebody was signed in here and is so no longer, for time, a new password or a closed account."""
    return "_user_id" in session and person_of_session(session["_user_id"]) is None


def person_of_session(account_id: str) -> Person | None:
    """Whose session this is, or None when it is over. Asked by Flask-Login, once for a request."""
    if not {"epoch", "began", "seen"} <= session.keys():
        return None
    if session_is_over(_moment(session["began"]), _moment(session["seen"]), now()):
        return None
    person = active_person(db.session(), int(account_id))
    return person if person and person.session_epoch == session["epoch"] else None


def note_use() -> None:
    """Push the idle limit ahead: the person is at work."""
    seconds = int(now().timestamp())
    if seconds - session["seen"] >= _SEEN_AGAIN_AFTER:
        session["seen"] = seconds


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
