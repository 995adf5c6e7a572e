"""Candidates, persons and officers in words, on the page and at the keyboard alike."""

from flask_babel import gettext as _

from app.councils.domain.membership import Role
from app.elections.domain.elected import Candidacy
from app.elections.domain.person_matches import KnownPerson
from app.elections.takeover_plan import TakeoverPlan


def role_text(role: Role) -> str:
    """An office in a council."""
    return {Role.CHAIR: _("leder"), Role.DEPUTY_CHAIR: _("nestleder")}[role]


def offered_text(offered: KnownPerson | Candidacy, plan: TakeoverPlan) -> str:
    """Somebody a candidate could be: a person with what is known of him or her, or a candidate in another district."""
    match offered:
        case KnownPerson():
            facts = [_("født %(year)s", year=offered.birth_year) if offered.birth_year else _("fødselsår ukjent")]
            return _("%(name)s, %(facts)s", name=offered.name, facts=", ".join([*facts, *offered.offices]))
        case Candidacy():
            district = next(each.row.district.name for each in plan.contests if each.row.code == offered.contest)
            return _(
                "samme person som nr. %(position)s på liste %(list)s i %(district)s",
                position=offered.position,
                list=offered.list_code,
                district=district,
            )
