"""What the roles are called, in words for people."""

from typing import assert_never

from flask_babel import gettext as _

from app.auth.domain.roles import Role


def role_name(role: Role) -> str:
    """The role's name as it stands on pages and in commands."""
    match role:
        case Role.ADMINISTRATOR:
            return str(_("administrator"))
        case Role.ELECTION_OFFICER:
            return str(_("valgansvarlig"))
        case Role.COUNT_CLERK:
            return str(_("teller"))
        case Role.ELECTORAL_BOARD:
            return str(_("valgstyret"))
        case Role.COUNCIL_SECRETARY:
            return str(_("utvalgssekretær"))
        case Role.APPOINTMENT_OFFICER:
            return str(_("bystyresekretariatet"))
        case Role.AUDITOR:
            return str(_("revisor"))
        case _:
            assert_never(role)
