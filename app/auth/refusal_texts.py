"""What is refused about accounts, in words for people; used by pages and commands alike."""

from typing import assert_never

from flask_babel import gettext as _

from app.auth.domain.passwords import LONGEST, SHORTEST, PasswordFault
from app.auth.domain.refusals import (
    AccountInactive,
    AddressTaken,
    AddressUnusable,
    FourEyesBroken,
    NameMissing,
    NoSuchAccount,
    OwnRights,
    PasswordRefused,
    PasswordWrong,
    RoleHeldAlready,
    RoleNotHeld,
)
from app.auth.role_texts import role_name
from app.core.errors import DomainError


def refusal_text(refusal: DomainError) -> str:
    """One sentence or more that says what was wrong and, where it is not plain, what would be right."""
    match refusal:
        case AddressUnusable(address):
            return _("«%(address)s» er ikke en e-postadresse.", address=address)
        case AddressTaken(address):
            return _("Det finnes allerede en konto med adressen %(address)s.", address=address)
        case NameMissing():
            return _("Kontoen må ha navnet til den som skal bruke den.")
        case NoSuchAccount(address):
            return _("Ingen konto har adressen %(address)s.", address=address)
        case AccountInactive(address):
            return _("Kontoen %(address)s er stengt.", address=address)
        case PasswordRefused(faults):
            return " ".join(fault_text(fault) for fault in faults)
        case PasswordWrong():
            return _("Passordet er ikke riktig.")
        case OwnRights(address):
            return _("Ingen kan endre sine egne rettigheter (%(address)s).", address=address)
        case FourEyesBroken(address, role):
            return _(
                "%(address)s kan ikke ha rollen «%(role)s» sammen med rollene kontoen har: "
                "det som avgjør en plass, skal gå gjennom to personer.",
                address=address,
                role=role_name(role),
            )
        case RoleHeldAlready(address, role):
            return _("%(address)s har allerede rollen «%(role)s» der.", address=address, role=role_name(role))
        case RoleNotHeld(address, role):
            return _("%(address)s har ikke rollen «%(role)s» der.", address=address, role=role_name(role))
        case _:
            raise refusal


def fault_text(fault: PasswordFault) -> str:
    """Why a password will not do."""
    match fault:
        case PasswordFault.TOO_SHORT:
            return _("Passordet er for kort: det skal ha minst %(number)s tegn.", number=SHORTEST)
        case PasswordFault.TOO_LONG:
            return _("Passordet er for langt: det kan ha høyst %(number)s tegn.", number=LONGEST)
        case PasswordFault.CONTAINS_ADDRESS:
            return _("Passordet inneholder e-postadressen. Velg et annet.")
        case _:
            assert_never(fault)
