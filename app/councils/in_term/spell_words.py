"""A recorded fact in words, and its place in an address."""

from flask_babel import gettext as _

from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Spell
from app.councils.membership_words import role_name

KINDS: dict[str, type[Spell]] = {
    "seat": SeatSpell,
    "deputy": DeputySpell,
    "role": RoleSpell,
    "leave": LeaveSpell,
    "suspension": SuspensionSpell,
    "group": GroupAffiliation,
}
"""What stands in the address for each kind of fact."""


def kind_in_address(spell: Spell) -> str:
    """The word for this kind of fact in an address."""
    return next(word for word, kind in KINDS.items() if type(spell) is kind)


def spell_text(spell: Spell) -> str:
    """What the fact is: «Plass 3, Ap», «Vara nr. 1, Ap», «Leder»."""
    match spell:
        case SeatSpell() | DeputySpell():
            return _place_text(spell)
        case RoleSpell(role=role):
            return role_name(role)
        case LeaveSpell():
            return _("Fritak")
        case SuspensionSpell():
            return _("Suspendert")
        case GroupAffiliation(group_name=group_name):
            return _("Gruppe: %(group)s", group=group_name)


def _place_text(spell: SeatSpell | DeputySpell) -> str:
    list_code = spell.list_code or "–"
    if isinstance(spell, DeputySpell):
        return _("Vara nr. %(rank)s, %(list)s", rank=spell.rank, list=list_code)
    if spell.cause is Cause.SUBSTITUTE:
        return _("Settemedlem i plass %(seat)s, %(list)s", seat=spell.seat, list=list_code)
    return _("Plass %(seat)s, %(list)s", seat=spell.seat, list=list_code)
