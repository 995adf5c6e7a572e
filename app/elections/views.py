"""Staff pages of elections: the desk that says what needs someone, and the page that shows every part of the look."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.auth.guard import may
from app.auth.staff_menu import StaffRoom
from app.core import design_system as parts
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db
from app.core.permissions import Permission
from app.elections.calendar import texts as calendar_texts
from app.elections.calendar.queries import what_is_next
from app.elections.desk_of_councils import desk_of_councils
from app.elections.domain.states import ElectionState
from app.elections.lists.queries import undecided_by_election
from app.elections.models import ElectionRow
from app.elections.progress import contest_progress
from app.elections.state_texts import blocker_text, election_state_text

admin = Blueprint("admin", __name__, url_prefix="/admin")


BEFORE_COUNTING = frozenset({ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS})
"""While lists are not decided there is nothing to count."""

STAFF_ROOMS = (
    StaffRoom(_l("Oversikt"), "/admin", Permission.STAFF_PAGES_SEE),
    StaffRoom(_l("Designsystem"), "/admin/designsystem", Permission.STAFF_PAGES_SEE),
)


@admin.get("")
@requires(Permission.STAFF_PAGES_SEE)
def desk() -> ResponseReturnValue:
    """What needs someone today: in the councils, and for each election what stands before a lawful settlement."""
    session, at = db.session(), now()
    rows = session.scalars(select(ElectionRow).order_by(ElectionRow.election_day.desc(), ElectionRow.id))
    seen = (
        [(row, contest_progress(session, row), what_is_next(session, row, at)) for row in rows]
        if may(Permission.ELECTIONS_SEE)
        else []
    )
    return render_template(
        "admin/desk.html",
        councils=desk_of_councils(session, at.astimezone(OSLO).date(), at),
        elections=seen,
        now=at,
        state_text=election_state_text,
        blocker_text=blocker_text,
        calendar_texts=calendar_texts,
        before_counting=BEFORE_COUNTING,
        undecided=undecided_by_election(session) if seen else {},
    )


@admin.get("/designsystem")
@requires(Permission.STAFF_PAGES_SEE)
def design_system() -> ResponseReturnValue:
    """Every part of the look, in every state."""
    return render_template("admin/design_system.html", **parts.samples())
