"""Everything recorded of one council in one term, and the council on any day as it was known at any moment.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
Rules: R-253, R-254, R-261, R-262.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.time_axes import Version, on, spells_known_at

AwaySpell = TypeVar("AwaySpell", LeaveSpell, SuspensionSpell)


@dataclass(frozen=True, slots=True)
class Membership:
    """The spells of one council and term as they are known at one moment."""

    seats: tuple[SeatSpell, ...] = ()
    deputies: tuple[DeputySpell, ...] = ()
    roles: tuple[RoleSpell, ...] = ()
    leaves: tuple[LeaveSpell, ...] = ()
    suspensions: tuple[SuspensionSpell, ...] = ()
    affiliations: tuple[GroupAffiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """Every version ever recorded of one council and term: rows are added to it, never taken away."""

    seats: tuple[Version[SeatSpell], ...] = ()
    deputies: tuple[Version[DeputySpell], ...] = ()
    roles: tuple[Version[RoleSpell], ...] = ()
    leaves: tuple[Version[LeaveSpell], ...] = ()
    suspensions: tuple[Version[SuspensionSpell], ...] = ()
    affiliations: tuple[Version[GroupAffiliation], ...] = ()

    def known_at(self, moment: datetime) -> Membership:
        """The spells as they were known at that moment.

        Rules: R-262.
        """
        return Membership(
            spells_known_at(self.seats, moment),
            spells_known_at(self.deputies, moment),
            spells_known_at(self.roles, moment),
            spells_known_at(self.leaves, moment),
            spells_known_at(self.suspensions, moment),
            spells_known_at(self.affiliations, moment),
        )


@dataclass(frozen=True, slots=True)
class SeatOnDay:
    """One seat on a day: whose it is, and who sits in it.

    ``holder`` is None for an empty seat. A holder on leave or suspended keeps the seat; ``substitute`` is the
    *settemedlem* elected for the leave. ``group_name`` is the holder's group that day, empty when none is recorded.
    """

    seat: int
    holder: SeatSpell | None
    leave: LeaveSpell | None = None
    suspension: SuspensionSpell | None = None
    substitute: SeatSpell | None = None
    role: Role | None = None
    group_name: str = ""

    @property
    def sitting_person_id(self) -> int | None:
        """Who is summoned first: the substitute, else the holder; None when a deputy must be called."""
        if self.substitute:
            return self.substitute.person_id
        return self.holder.person_id if self.holder and not (self.leave or self.suspension) else None


@dataclass(frozen=True, slots=True)
class CouncilOnDay:
    """The council on a day: every seat from 1, and the deputies by list or group in their order."""

    day: date
    seats: tuple[SeatOnDay, ...]
    deputies: tuple[DeputySpell, ...]

    def holder_of(self, role: Role) -> int | None:
        """The person who has an office, or None."""
        return next((each.holder.person_id for each in self.seats if each.holder and each.role is role), None)

    def deputies_of(self, list_code: str) -> tuple[DeputySpell, ...]:
        """The deputies of one list or group, in order."""
        return tuple(each for each in self.deputies if each.list_code == list_code)


def council_on(history: History, seats: int, day: date, known: datetime) -> CouncilOnDay:
    """The council on a day as it was known at a moment: "3 March 2022, as we knew it on 1 April".

    Rules: R-262.
    """
    return composition(history.known_at(known), seats, day)


def composition(membership: Membership, seats: int, day: date) -> CouncilOnDay:
    """The council on a day, of ``seats`` seats; empty seats are there, without a holder.

    Rules: R-253, R-261, R-262.
    """
    deputies = sorted(on(membership.deputies, day), key=lambda each: (each.list_code, each.rank))
    numbers = range(1, seats + 1)
    return CouncilOnDay(day, tuple(_seat_on(membership, number, day) for number in numbers), tuple(deputies))


def _seat_on(membership: Membership, seat: int, day: date) -> SeatOnDay:
    sitting = [each for each in on(membership.seats, day) if each.seat == seat]
    holder = next((each for each in sitting if each.cause is not Cause.SUBSTITUTE), None)
    if holder is None:
        return SeatOnDay(seat, None)
    person_id = holder.person_id
    roles = [each.role for each in on(membership.roles, day) if each.person_id == person_id]
    groups = [each.group_name for each in on(membership.affiliations, day) if each.person_id == person_id]
    return SeatOnDay(
        seat,
        holder,
        leave=_of(person_id, on(membership.leaves, day)),
        suspension=_of(person_id, on(membership.suspensions, day)),
        substitute=next((each for each in sitting if each.cause is Cause.SUBSTITUTE), None),
        role=next(iter(roles), None),
        group_name=next(iter(groups), ""),
    )


def _of(person_id: int, spells: Sequence[AwaySpell]) -> AwaySpell | None:
    return next((each for each in spells if each.person_id == person_id), None)
