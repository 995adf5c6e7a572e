"""The audit trail in words."""

from flask_babel import gettext as _

from app.audit.domain.chain import Break, Fault, Head
from app.audit.services import COMMAND
from app.auth.guard import VISITOR
from app.core.formatting import number


def actor_text(actor: str) -> str:
    """Who did it."""
    return {COMMAND: _("ved tjenerens tastatur"), VISITOR: _("noen som ikke var logget inn")}.get(actor, actor)


def break_text(found: Break) -> str:
    """What is wrong with the trail, and from where it cannot be relied on."""
    match found.fault:
        case Fault.CHANGED:
            return _("Hendelse %(number)s er endret etter at den ble ført.", number=number(found.number))
        case Fault.MISSING:
            return _("Hendelse %(number)s mangler.", number=number(found.number))
        case Fault.CUT_SHORT:
            return _("Sporet slutter for tidlig: hendelse %(number)s mangler.", number=number(found.number))
        case Fault.TOO_LONG:
            return _("Hendelse %(number)s er lagt til utenom Verv.", number=number(found.number))


def whole_text(head: Head) -> str:
    """That every event is what was recorded."""
    return _(
        "Revisjonssporet er slik det ble ført: %(number)s hendelser. Fingeravtrykk av den siste: %(fingerprint)s",
        number=number(head.number),
        fingerprint=head.fingerprint,
    )
