"""Who may attend, speak and propose without being a member. None of them votes.

Law: kommuneloven (2018) §§ 6-1, 8-1, 10-3, 13-1, 13-4.
Rules: R-286.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError


class Capacity(StrEnum):
    """In what capacity someone is there. OTHER: called in to inform, or the public: nobody gives them the right."""

    MEMBER = "member"
    MAYOR = "mayor"
    CHIEF_EXECUTIVE = "chief_executive"
    CITY_GOVERNMENT_LEADER = "city_government_leader"
    EMPLOYEE_REPRESENTATIVE = "employee_representative"
    OTHER = "other"


class Right(StrEnum):
    """What one can do in a meeting."""

    ATTEND = "attend"
    SPEAK = "speak"
    PROPOSE = "propose"
    VOTE = "vote"


RIGHTS: Mapping[Capacity, tuple[Right, ...]] = {
    Capacity.MEMBER: (Right.ATTEND, Right.SPEAK, Right.PROPOSE, Right.VOTE),
    Capacity.MAYOR: (Right.ATTEND, Right.SPEAK, Right.PROPOSE),
    Capacity.CHIEF_EXECUTIVE: (Right.ATTEND, Right.SPEAK),
    Capacity.CITY_GOVERNMENT_LEADER: (Right.ATTEND, Right.SPEAK),
    Capacity.EMPLOYEE_REPRESENTATIVE: (Right.ATTEND, Right.SPEAK),
    Capacity.OTHER: (),
}
"""The rights by law. Employee representatives have theirs in cases about the municipality as employer only."""


@dataclass(frozen=True, slots=True)
class OtherAttendee:
    """Someone who is there without a seat, as the minutes name them."""

    name: str
    capacity: Capacity
    title: str = ""


@dataclass(unsafe_hash=True)
class HasNoRight(DomainError):
    """The law does not give this right in this capacity, and the council cannot."""

    capacity: Capacity
    right: Right


def may(capacity: Capacity, right: Right, *, employer_matter: bool = False) -> bool:
    """Whether one in this capacity has a right in the meeting. It cannot be given to anyone else.

    Law: kommuneloven (2018) §§ 6-1, 8-1, 10-3, 13-1, 13-4.
    Rules: R-286.
    """
    if capacity is Capacity.EMPLOYEE_REPRESENTATIVE and not employer_matter:
        return False
    return right in RIGHTS[capacity]


def require_right(capacity: Capacity, right: Right, *, employer_matter: bool = False) -> None:
    """Refuse what the law gives no right to.

    Law: kommuneloven (2018) § 8-1.
    Rules: R-286.
    """
    if not may(capacity, right, employer_matter=employer_matter):
        raise HasNoRight(capacity, right)
