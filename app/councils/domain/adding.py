"""A fact of membership that was forgotten when it was true, written down afterwards: whose decision it was.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
Rules: R-253, R-256, R-259, R-261, R-262.
"""

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.proposals import Decider
from app.councils.domain.recording import Spell

BY_LAW = (Cause.MOVED_UP, Cause.RETURNED)
BY_THE_ELECTION = (Cause.ELECTED, Cause.NEW_SETTLEMENT)


def decides_spell(spell: Spell, basis: CouncilBasis) -> Decider:
    """Who decided that it was so; LAW where it followed by itself.

    Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
    Rules: R-253, R-256, R-259, R-261.
    """
    match spell:
        case SeatSpell(cause=cause) | DeputySpell(cause=cause):
            return _decides_place(cause)
        case RoleSpell():
            directly = basis is CouncilBasis.DIRECTLY_ELECTED
            return Decider.COUNCIL if directly else Decider.MUNICIPAL_COUNCIL
        case LeaveSpell() | SuspensionSpell():
            return Decider.MUNICIPAL_COUNCIL
        case GroupAffiliation():
            return Decider.LAW


def _decides_place(cause: Cause) -> Decider:
    """Rules: R-256."""
    if cause in BY_LAW:
        return Decider.LAW
    return Decider.ELECTORAL_BOARD if cause in BY_THE_ELECTION else Decider.MUNICIPAL_COUNCIL


def require_addition(spell: Spell, basis: CouncilBasis, reason: str) -> None:
    """Refuse to add a fact without saying why it comes now, or a body's decision without its case number.

    Rules: R-262.
    """
    if not reason.strip():
        raise ReasonMissing
    decider = decides_spell(spell, basis)
    if decider is not Decider.LAW and not isinstance(spell, GroupAffiliation) and not spell.decision_reference.strip():
        raise CaseNumberMissing((decider,))
