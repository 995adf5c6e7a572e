"""What happened in a council, day by day, as it is told to anyone.

A member who is suspended is only said not to meet, and of a protected person it is not told why an office ended.

Rules: R-253, R-254, R-259, R-261, R-262.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.disclosure import PublicPerson
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, DeputySpell, EndCause, LeaveSpell, Role, SeatSpell, SuspensionSpell
from app.councils.domain.terms import Term
from app.councils.domain.time_axes import on


class What(StrEnum):
    """What became of somebody that day."""

    BEGINS = "begins"
    SUBSTITUTES = "substitutes"
    LEAVES = "leaves"
    TAKES_ROLE = "takes_role"
    LEAVES_ROLE = "leaves_role"
    LEAVE_BEGINS = "leave_begins"
    IS_BACK = "is_back"
    AWAY = "away"
    CHANGES_GROUP = "changes_group"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to one person."""

    what: What
    person: PublicPerson
    cause: Cause | None = None
    end_cause: EndCause | None = None
    role: Role | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """A day on which something changed. ``deputies``: the order of the deputies is another from that day."""

    day: date
    first: bool
    happenings: tuple[Happening, ...]
    deputies: bool


def changes(
    membership: Membership, term: Term, days: tuple[date, ...], people: Mapping[int, PublicPerson]
) -> tuple[DayOfChange, ...]:
    """What happened on each of the days. On the first day of the term everyone begins, and nobody is named."""
    told = list(_happenings(membership, people))
    deputies = {day for each in membership.deputies for day in (each.from_on, each.to_on)}
    return tuple(
        DayOfChange(
            day,
            day == term.from_on,
            () if day == term.from_on else tuple(each for happened_on, each in told if happened_on == day),
            day != term.from_on and day in deputies,
        )
        for day in days
    )


def end_cause_of(spell: SeatSpell | DeputySpell, person: PublicPerson) -> EndCause | None:
    """Why a spell ended, as far as anyone may know."""
    return spell.end_cause if person.has_own_page else None


def _happenings(membership: Membership, people: Mapping[int, PublicPerson]) -> Iterator[tuple[date | None, Happening]]:
    """Each with its day, those who leave before those who come."""
    for role in membership.roles:
        yield role.to_on, Happening(What.LEAVES_ROLE, people[role.person_id], role=role.role)
    for seat in membership.seats:
        person = people[seat.person_id]
        yield seat.to_on, Happening(What.LEAVES, person, end_cause=end_cause_of(seat, person), cause=seat.cause)
    yield from _away(membership, people)
    for seat in membership.seats:
        person = people[seat.person_id]
        what = What.SUBSTITUTES if seat.cause is Cause.SUBSTITUTE else What.BEGINS
        yield seat.from_on, Happening(what, person, cause=seat.cause if person.has_own_page else None)
    for role in membership.roles:
        yield role.from_on, Happening(What.TAKES_ROLE, people[role.person_id], role=role.role)
    for group in membership.affiliations:
        if group.person_id in people:
            yield group.from_on, Happening(What.CHANGES_GROUP, people[group.person_id], group=group.group_name)


def _away(membership: Membership, people: Mapping[int, PublicPerson]) -> Iterator[tuple[date | None, Happening]]:
    """Members only: a deputy's leave changes nothing in the council."""
    members = {each.person_id for each in membership.seats}
    for leave in membership.leaves:
        if leave.person_id in members:
            yield leave.from_on, Happening(What.LEAVE_BEGINS, people[leave.person_id])
            yield _back_on(leave, membership), Happening(What.IS_BACK, people[leave.person_id])
    for suspension in membership.suspensions:
        if suspension.person_id in members:
            yield suspension.from_on, Happening(What.AWAY, people[suspension.person_id])
            yield _back_on(suspension, membership), Happening(What.IS_BACK, people[suspension.person_id])


def _back_on(absence: LeaveSpell | SuspensionSpell, membership: Membership) -> date | None:
    """The day one meets again; None for one who has no seat to come back to."""
    if absence.to_on is None:
        return None
    held = [each for each in on(membership.seats, absence.to_on) if each.person_id == absence.person_id]
    return absence.to_on if held else None
