"""Closing the doors for an item: when it must be done, when it may, and what the minutes then say.

Law: kommuneloven (2018) §§ 11-4, 11-5, 11-7.
Rules: R-291, R-292, R-298.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.exemption import SECRECY_BASIS, require_legal_basis


class ClosingBasis(StrEnum):
    """Why the doors are closed.

    EMPLOYEE: a case about an employee's service relationship. SECRECY: information under a statutory duty of secrecy.
    PRIVACY: regard for privacy requires it. PUBLIC_INTERESTS: weighty public interests indicate it, and information
    would come up that could be exempt from public access.
    """

    EMPLOYEE = "employee"
    SECRECY = "secrecy"
    PRIVACY = "privacy"
    PUBLIC_INTERESTS = "public_interests"


MUST_CLOSE = (ClosingBasis.EMPLOYEE, ClosingBasis.SECRECY)
LEGAL_BASIS = "kommuneloven (2018) § 11-5"


@dataclass(frozen=True, slots=True)
class ClosingGround:
    """The ground for closing. ``exempt_under`` is the paragraph that the information could be kept back by."""

    basis: ClosingBasis
    exempt_under: str = ""

    @property
    def legal_basis(self) -> str:
        """What the minutes name: the paragraph on closing, and the one on the information where there is one."""
        return "; ".join(part for part in (LEGAL_BASIS, self.exempt_under) if part)


@dataclass(unsafe_hash=True)
class ClosingNeedsExemption(DomainError):
    """Public interests are not enough: it must also be said by which paragraph the information could be exempt."""

    basis: ClosingBasis


@dataclass(unsafe_hash=True)
class CannotBeRemote(DomainError):
    """A meeting that must be closed for the item cannot be a remote one."""

    item: str
    basis: ClosingBasis
    rule: str = "R-298"


def must_close(basis: ClosingBasis) -> bool:
    """Whether the act leaves no choice.

    Law: kommuneloven (2018) § 11-5.
    Rules: R-291.
    """
    return basis in MUST_CLOSE


def closing_required(item: AgendaItem) -> ClosingBasis | None:
    """Why the doors must be closed for an item, as far as the agenda tells: staff, or a duty of secrecy (§ 13).

    Law: kommuneloven (2018) § 11-5.
    Rules: R-291.
    """
    if item.kind is ItemKind.STAFF_APPOINTMENT:
        return ClosingBasis.EMPLOYEE
    return ClosingBasis.SECRECY if item.exempt_under == SECRECY_BASIS else None


def require_ground(ground: ClosingGround, item: str, *, remote: bool) -> None:
    """Refuse a ground that the act does not know.

    Public interests need an exemption by name; and what *must* be closed cannot be held as a remote meeting, while what
    *may* be closed can.

    Law: kommuneloven (2018) §§ 11-5, 11-7.
    Rules: R-291, R-298.
    """
    if ground.exempt_under:
        require_legal_basis(ground.exempt_under)
    elif ground.basis is ClosingBasis.PUBLIC_INTERESTS:
        raise ClosingNeedsExemption(ground.basis)
    if remote and must_close(ground.basis):
        raise CannotBeRemote(item, ground.basis)
