"""What cannot be recorded of a membership, as facts. ``rule`` is the number of the rule it would break.

Days run from ``from_on`` up to, but not with, ``to_on``.

Rules: R-253, R-259, R-261, R-262.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.membership import DeputySpell, LeaveSpell, Role, RoleSpell, SeatSpell, SuspensionSpell


@dataclass(unsafe_hash=True)
class OutsideTerm(DomainError):
    """A spell that begins before its term of office, ends after it, or has no day at all."""

    person_id: int
    from_on: date
    to_on: date | None
    term_from_on: date
    term_to_on: date
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class NoSuchSeat(DomainError):
    """A seat number that the council does not have."""

    seat: int
    seats: int
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class SeatTaken(DomainError):
    """Two persons in one seat on the same day."""

    first: SeatSpell
    second: SeatSpell
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class InTwoSeats(DomainError):
    """One person in two seats of the council on the same day."""

    first: SeatSpell
    second: SeatSpell
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class SubstituteWithoutLeave(DomainError):
    """A *settemedlem* for other days than those on which the holder of the seat is on leave."""

    spell: SeatSpell
    rule: str = "R-256"


@dataclass(unsafe_hash=True)
class RankTaken(DomainError):
    """Two deputies with one number on one list on the same day."""

    first: DeputySpell
    second: DeputySpell
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class InTwoRanks(DomainError):
    """One deputy with two numbers, on one list or two, on the same day."""

    first: DeputySpell
    second: DeputySpell
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class MemberAndDeputy(DomainError):
    """A member who is also a deputy in the council on the same day. A substitute may be: the seat is another's."""

    seat: SeatSpell
    deputy: DeputySpell
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class RoleTaken(DomainError):
    """Two persons with one office on the same day."""

    role: Role
    first: RoleSpell
    second: RoleSpell
    rule: str = "R-259"


@dataclass(unsafe_hash=True)
class InTwoRoles(DomainError):
    """One person who is chair and deputy chair on the same day."""

    first: RoleSpell
    second: RoleSpell
    rule: str = "R-259"


@dataclass(unsafe_hash=True)
class RoleWithoutSeat(DomainError):
    """An office on days when the person is not a member: one who leaves for good leaves the office too."""

    spell: RoleSpell
    rule: str = "R-259"


@dataclass(unsafe_hash=True)
class LeavesOverlap(DomainError):
    """Two leaves of one person on the same day: the first is corrected or lengthened instead."""

    first: LeaveSpell
    second: LeaveSpell
    rule: str = "R-253"


@dataclass(unsafe_hash=True)
class LeaveWithoutOffice(DomainError):
    """A leave on days when the person is neither a member nor a deputy."""

    spell: LeaveSpell
    rule: str = "R-253"


@dataclass(unsafe_hash=True)
class SuspensionsOverlap(DomainError):
    """The person is suspended already for some of the days."""

    first: SuspensionSpell
    second: SuspensionSpell
    rule: str = "R-261"


@dataclass(unsafe_hash=True)
class SuspensionWithoutOffice(DomainError):
    """A suspension on days when the person is neither member nor deputy of the council."""

    spell: SuspensionSpell
    rule: str = "R-261"
