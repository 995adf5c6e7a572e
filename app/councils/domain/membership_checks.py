"""Whether the spells of one council and term can all be true together; if not, the first that cannot is refused.

Rules: R-253, R-256, R-259, R-261, R-262.
"""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from typing import Protocol, TypeVar

from app.core.errors import DomainError
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, LeaveSpell
from app.councils.domain.membership_refusals import (
    InTwoRanks,
    InTwoRoles,
    InTwoSeats,
    LeavesOverlap,
    LeaveWithoutOffice,
    MemberAndDeputy,
    NoSuchSeat,
    OutsideTerm,
    RankTaken,
    RoleTaken,
    RoleWithoutSeat,
    SeatTaken,
    SubstituteWithoutLeave,
    SuspensionsOverlap,
    SuspensionWithoutOffice,
)
from app.councils.domain.terms import Term
from app.councils.domain.time_axes import Dated, overlap


class OfPerson(Dated, Protocol):
    """A spell of a person."""

    @property
    def person_id(self) -> int: ...


SpellT = TypeVar("SpellT", bound=OfPerson)


def require_possible(membership: Membership, seats: int, term: Term) -> None:
    """Refuse spells that cannot all be true.

    Nothing lies outside the term. A seat has one holder on a day, and a person one seat; a substitute sits only while
    the holder is on leave. A deputy has one number, a number one deputy, and no member is a deputy. An office has one
    holder, who is a member all the while. One on leave or suspended has a place all the while.
    A person may come back, to the same seat or another, any number of times.

    Rules: R-253, R-256, R-259, R-261, R-262.
    """
    _require_within(membership, term)
    _require_seats(membership, seats)
    _require_substitutes(membership, term)
    _require_deputies(membership)
    _require_roles(membership, term)
    _require_leaves(membership, term)
    _require_suspensions(membership, term)


def _require_within(membership: Membership, term: Term) -> None:
    """Rules: R-262."""
    offices: tuple[OfPerson, ...] = (*membership.seats, *membership.deputies, *membership.roles)
    spells = (*offices, *membership.leaves, *membership.suspensions, *membership.affiliations)
    for each in spells:
        if not term.from_on <= each.from_on < (each.to_on or term.to_on) <= term.to_on:
            raise OutsideTerm(each.person_id, each.from_on, each.to_on, term.from_on, term.to_on)


def _require_seats(membership: Membership, seats: int) -> None:
    """Rules: R-262."""
    for each in membership.seats:
        if not 1 <= each.seat <= seats:
            raise NoSuchSeat(each.seat, seats)
    for substitutes in (False, True):
        spells = [each for each in membership.seats if (each.cause is Cause.SUBSTITUTE) is substitutes]
        _refuse_pairs(spells, lambda first, second: first.seat == second.seat, SeatTaken)
    _refuse_pairs(membership.seats, _same_person, InTwoSeats)


def _require_substitutes(membership: Membership, term: Term) -> None:
    """Rules: R-256."""
    for substitute in membership.seats:
        if substitute.cause is Cause.SUBSTITUTE:
            leaves = _leaves_of_seat(membership, substitute.seat)
            if not _covered(substitute, leaves, term):
                raise SubstituteWithoutLeave(substitute)


def _leaves_of_seat(membership: Membership, seat: int) -> list[LeaveSpell]:
    """The leaves of those who hold the seat, on days when they hold it."""
    holders = [each for each in membership.seats if each.seat == seat and each.cause is not Cause.SUBSTITUTE]
    return [
        leave
        for leave in membership.leaves
        if any(holder.person_id == leave.person_id and overlap(holder, leave) for holder in holders)
    ]


def _require_deputies(membership: Membership) -> None:
    """Rules: R-262."""
    _refuse_pairs(
        membership.deputies,
        lambda first, second: (first.list_code, first.rank) == (second.list_code, second.rank),
        RankTaken,
    )
    _refuse_pairs(membership.deputies, _same_person, InTwoRanks)
    for seat in membership.seats:
        for deputy in membership.deputies:
            if seat.cause is not Cause.SUBSTITUTE and seat.person_id == deputy.person_id and overlap(seat, deputy):
                raise MemberAndDeputy(seat, deputy)


def _require_roles(membership: Membership, term: Term) -> None:
    """Rules: R-259."""
    for first, second in combinations(membership.roles, 2):
        if first.role is second.role and overlap(first, second):
            raise RoleTaken(first.role, first, second)
    _refuse_pairs(membership.roles, _same_person, InTwoRoles)
    for each in membership.roles:
        if not _covered(each, [seat for seat in membership.seats if seat.person_id == each.person_id], term):
            raise RoleWithoutSeat(each)


def _require_leaves(membership: Membership, term: Term) -> None:
    """Rules: R-253."""
    _refuse_pairs(membership.leaves, _same_person, LeavesOverlap)
    for each in membership.leaves:
        offices: tuple[OfPerson, ...] = (*membership.seats, *membership.deputies)
        if not _covered(each, [held for held in offices if held.person_id == each.person_id], term):
            raise LeaveWithoutOffice(each)


def _require_suspensions(membership: Membership, term: Term) -> None:
    """Rules: R-261."""
    _refuse_pairs(membership.suspensions, _same_person, SuspensionsOverlap)
    for each in membership.suspensions:
        offices: tuple[OfPerson, ...] = (*membership.seats, *membership.deputies)
        if not _covered(each, [held for held in offices if held.person_id == each.person_id], term):
            raise SuspensionWithoutOffice(each)


def _same_person(first: OfPerson, second: OfPerson) -> bool:
    return first.person_id == second.person_id


def _refuse_pairs(
    spells: Iterable[SpellT], same: Callable[[SpellT, SpellT], bool], refusal: Callable[[SpellT, SpellT], DomainError]
) -> None:
    in_order = sorted(spells, key=lambda each: each.from_on)
    for first, second in combinations(in_order, 2):
        if same(first, second) and overlap(first, second):
            raise refusal(first, second)


def _covered(inner: Dated, outer: Iterable[Dated], term: Term) -> bool:
    """Whether each day of ``inner`` is a day of one of ``outer``, which may follow each other without a gap."""
    reached: date = inner.from_on
    for each in sorted(outer, key=lambda each: each.from_on):
        if each.from_on <= reached:
            reached = max(reached, each.to_on or term.to_on)
    return reached >= (inner.to_on or term.to_on)
