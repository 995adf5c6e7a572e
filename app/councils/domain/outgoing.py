"""How a council ends: every spell that lasts is closed when its successor takes over, or when it is abolished.

Law: kommuneloven (2018) §§ 5-7, 7-1.
Rules: R-7, R-14, R-18, R-210.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.history import Membership
from app.councils.domain.membership import (
    DeputySpell,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.terms import sits_until
from app.councils.domain.time_axes import on

Office = TypeVar("Office", SeatSpell, DeputySpell, RoleSpell)
Beside = TypeVar("Beside", LeaveSpell, SuspensionSpell, GroupAffiliation)
SpellT = TypeVar("SpellT")


@dataclass(frozen=True, slots=True)
class Ending(Generic[SpellT]):
    """A spell and what takes its place: closed earlier; None when it would have begun only afterwards, so never was."""

    before: SpellT
    after: SpellT | None


@dataclass(frozen=True, slots=True)
class Endings:
    """What is changed when a council ends on ``to_on``; what had already ended stands as it was."""

    to_on: date
    seats: tuple[Ending[SeatSpell], ...]
    deputies: tuple[Ending[DeputySpell], ...]
    roles: tuple[Ending[RoleSpell], ...]
    leaves: tuple[Ending[LeaveSpell], ...]
    suspensions: tuple[Ending[SuspensionSpell], ...]
    affiliations: tuple[Ending[GroupAffiliation], ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The council that sits until now, as known. ``election_year`` is that of the election of its successor."""

    basis: CouncilBasis
    membership: Membership
    election_year: int

    def sits_until(self, successor_from_on: date) -> date:
        """The first day on which it no longer sits: when its successor starts; appointed, at most to the year-end.

        Law: kommuneloven (2018) § 7-1.
        Rules: R-14, R-210.
        """
        if self.basis is CouncilBasis.DIRECTLY_ELECTED:
            return successor_from_on
        return sits_until(successor_from_on, self.election_year)

    def chair_at_the_end(self, successor_from_on: date) -> int | None:
        """Who is chair on its last day, if anyone.

        Rules: R-210.
        """
        last_day = self.sits_until(successor_from_on) - timedelta(days=1)
        chairs = (each for each in on(self.membership.roles, last_day) if each.role is Role.CHAIR)
        return next((each.person_id for each in chairs), None)

    def ends(self, successor_from_on: date) -> Endings:
        """Everything that ends because the term is over.

        Law: kommuneloven (2018) § 7-1.
        Rules: R-14, R-210.
        """
        return end_all(self.membership, self.sits_until(successor_from_on), EndCause.TERM_ENDED)


def end_all(membership: Membership, to_on: date, cause: EndCause) -> Endings:
    """Ends all that lasts: ``to_on`` is the first day on which the council no longer sits.

    That an appointed council alone can be abolished in its term is seen with ``require_can_be_abolished``.

    Law: kommuneloven (2018) §§ 5-7, 7-1.
    Rules: R-7, R-210.
    """
    return Endings(
        to_on,
        _end_offices(membership.seats, to_on, cause),
        _end_offices(membership.deputies, to_on, cause),
        _end_offices(membership.roles, to_on, cause),
        _end_beside(membership.leaves, to_on),
        _end_beside(membership.suspensions, to_on),
        _end_beside(membership.affiliations, to_on),
    )


def _end_offices(spells: Iterable[Office], to_on: date, cause: EndCause) -> tuple[Ending[Office], ...]:
    """Rules: R-210."""
    return tuple(
        Ending(each, replace(each, to_on=to_on, end_cause=cause) if each.from_on < to_on else None)
        for each in spells
        if each.to_on is None or each.to_on > to_on
    )


def _end_beside(spells: Iterable[Beside], to_on: date) -> tuple[Ending[Beside], ...]:
    """Rules: R-210."""
    return tuple(
        Ending(each, replace(each, to_on=to_on) if each.from_on < to_on else None)
        for each in spells
        if each.to_on is None or each.to_on > to_on
    )
