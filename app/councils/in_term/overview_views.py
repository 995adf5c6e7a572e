"""Every council at a glance, and what needs somebody."""

from flask import render_template

from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db
from app.core.permissions import Permission
from app.councils.in_term.queries import person_names, standing
from app.councils.in_term.room import council_rooms, sees
from app.councils.membership_words import kind_words, role_name
from app.councils.queries import councils
from app.councils.succession_texts import last_day


@council_rooms.get("")
@requires(Permission.COUNCILS_SEE)
def overview() -> str:
    """The councils that one keeps: who leads, how many sit, and what needs somebody."""
    session, at = db.session(), now()
    today = at.astimezone(OSLO).date()
    seen = [standing(session, each, today, at) for each in councils(session) if sees(each)]
    return render_template(
        "councils/overview.html",
        standings=seen,
        names=person_names(session),
        kind_words=kind_words,
        role_name=role_name,
        last_day=last_day,
    )
