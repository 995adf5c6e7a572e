"""The councils' staff pages: who sits where, what has happened, and what must be decided."""

from flask import Blueprint, render_template
from flask_babel import lazy_gettext as _l

from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.database import db
from app.core.permissions import Permission
from app.councils.queries import councils

council_rooms = Blueprint("councils", __name__, url_prefix="/admin/bydeler")

STAFF_ROOMS = (StaffRoom(_l("Bydelsutvalg"), "/admin/bydeler", Permission.COUNCILS_KEEP),)


@council_rooms.get("")
@requires(Permission.COUNCILS_KEEP)
def overview() -> str:
    """Every council, with where to go from there."""
    return render_template("councils/overview.html", councils=councils(db.session()))
