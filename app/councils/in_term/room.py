"""The door to the councils' staff pages: their blueprint, their place in the menu, and who may see which council."""

from flask import Blueprint, abort
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.auth.guard import current_reach
from app.auth.staff_menu import StaffRoom
from app.core.permissions import Permission
from app.councils.council_models import Council, CouncilTerm
from app.councils.queries import council_by_slug

council_rooms = Blueprint("councils", __name__, url_prefix="/admin/bydeler")

STAFF_ROOMS = (StaffRoom(_l("Bydelsutvalg"), "/admin/bydeler", Permission.COUNCILS_SEE),)


def council_in_reach(session: Session, slug: str) -> Council:
    """The council, for one who keeps it; for others there is no such council."""
    council = council_to_read(session, slug)
    return council if keeps(council) else abort(404)


def council_to_read(session: Session, slug: str) -> Council:
    """The council, for one who may read all about it; for others there is no such council."""
    council = council_by_slug(session, slug)
    return council if council and sees(council) else abort(404)


def sees(council: Council) -> bool:
    """Whether the person signed in may read all about the council's membership."""
    return current_reach(Permission.COUNCILS_SEE).covers(council.slug)


def keeps(council: Council) -> bool:
    """Whether the person signed in keeps the council's membership."""
    return current_reach(Permission.COUNCILS_KEEP).covers(council.slug)


def may_appoint(council: Council) -> bool:
    """Whether the person signed in writes down the municipal council's decisions about this council."""
    return current_reach(Permission.COUNCILS_APPOINT).covers(council.slug)


def may_see_all_of(councils_and_terms: list[CouncilTerm]) -> bool:
    """Whether the person signed in may read about one of these councils, or there are none."""
    return not councils_and_terms or any(sees(each.council) for each in councils_and_terms)


def may_keep_all_of(councils_and_terms: list[CouncilTerm]) -> bool:
    """Whether the person signed in keeps one of these councils, or there are none."""
    return not councils_and_terms or any(keeps(each.council) for each in councils_and_terms)
