"""From an election to a sitting council: who has which seat, who is deputy number what, and how the old one ends.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-1, 7-3, 7-9.
Rules: R-14, R-194, R-210, R-256, R-262.
"""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.membership import Cause, DeputySpell, Role, RoleSpell, SeatSpell
from app.councils.domain.outgoing import Endings, Outgoing


@dataclass(frozen=True, slots=True)
class ElectedOfList:
    """The persons of a list or group, members and deputies each in the order they were elected."""

    code: str
    members: tuple[int, ...]
    deputies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ElectionOutcome:
    """Who was elected. ``seat_order`` names the list of each seat, the highest quotient first.

    After an election by majority there is one list with the code "", which has all seats in the order of votes; after
    an agreed election the seats are numbered group by group. Seats that nobody could fill are not there.
    """

    seat_order: tuple[str, ...]
    lists: tuple[ElectedOfList, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """When and by what decision the council takes office, and the officers the municipal council has elected.

    A directly elected council starts on the day its election is found valid, and elects its own officers.
    """

    from_on: date
    cause: Cause
    decision_reference: str
    legal_basis: str
    officers: tuple[tuple[Role, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SeatNotTaken:
    """A seat whose elected person is no longer eligible on the first day: it is vacant, and filled as in the term."""

    seat: int
    list_code: str
    person_id: int


@dataclass(frozen=True, slots=True)
class Takeover:
    """All that is recorded in one act.

    ``vacant_offices`` must be filled in the first meeting. ``convener_id`` is the outgoing chair, who calls that
    meeting; None when there is none, and then the mayor does.
    """

    seats: tuple[SeatSpell, ...]
    deputies: tuple[DeputySpell, ...]
    roles: tuple[RoleSpell, ...]
    not_taken: tuple[SeatNotTaken, ...]
    vacant_offices: tuple[Role, ...]
    convener_id: int | None
    outgoing: Endings | None


@dataclass(unsafe_hash=True)
class OutcomeDoesNotAddUp(DomainError):
    """A list has another number of members than of seats."""

    list_code: str
    seats: int
    members: int
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class ElectedTwice(DomainError):
    """One person is elected more than once to the same council."""

    person_id: int
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class OfficerNotMember(DomainError):
    """The one elected chair or deputy chair has no seat in the council."""

    role: Role
    person_id: int
    rule: str = "R-220"


def takes_office_on(valid_on: date, fixed_on: date | None = None) -> date:
    """The first day of a directly elected council: when its election is found valid, or a later day that is set.

    Until then the outgoing council sits.

    Law: kommuneloven (2018) § 7-1.
    Rules: R-210.
    """
    return valid_on if fixed_on is None else max(valid_on, fixed_on)


def take_over(
    outcome: ElectionOutcome,
    start: Start,
    outgoing: Outgoing | None = None,
    no_longer_eligible: Set[int] = frozenset(),
) -> Takeover:
    """Fills the seats and ranks the deputies in one act, and ends the previous term's spells.

    Seat number n is the one the n-th highest quotient won; a list's first seat goes to its first member. Deputies keep
    the numbers they were elected with, also when one before them can no longer be one. Offices fall vacant unless the
    municipal council has filled them.

    Law: kommuneloven (2018) §§ 5-7, 5-8, 7-1, 7-3, 7-9.
    Rules: R-194, R-210, R-256, R-262.
    """
    _require_whole(outcome)
    placed = tuple(_places(outcome))
    seats = tuple(_spell(*each, start) for each in placed if each[2] not in no_longer_eligible)
    roles = tuple(_roles(start, seats))
    return Takeover(
        seats,
        tuple(_deputies(outcome, start, no_longer_eligible)),
        roles,
        tuple(SeatNotTaken(*each) for each in placed if each[2] in no_longer_eligible),
        tuple(role for role in Role if role not in {each.role for each in roles}),
        outgoing.chair_at_the_end(start.from_on) if outgoing else None,
        outgoing.ends(start.from_on) if outgoing else None,
    )


def _places(outcome: ElectionOutcome) -> Iterator[tuple[int, str, int]]:
    """Seat number, list and person, seat by seat."""
    waiting = {each.code: iter(each.members) for each in outcome.lists}
    for seat, code in enumerate(outcome.seat_order, start=1):
        yield seat, code, next(waiting[code])


def _spell(seat: int, code: str, person_id: int, start: Start) -> SeatSpell:
    return SeatSpell(
        seat,
        person_id,
        start.from_on,
        None,
        start.cause,
        code,
        decision_reference=start.decision_reference,
        legal_basis=start.legal_basis,
    )


def _deputies(outcome: ElectionOutcome, start: Start, no_longer_eligible: Set[int]) -> Iterator[DeputySpell]:
    """Rules: R-256, R-262."""
    for each in outcome.lists:
        for rank, person_id in enumerate(each.deputies, start=1):
            if person_id not in no_longer_eligible:
                yield DeputySpell(
                    person_id,
                    each.code,
                    rank,
                    start.from_on,
                    None,
                    start.cause,
                    decision_reference=start.decision_reference,
                    legal_basis=start.legal_basis,
                )


def _roles(start: Start, seats: tuple[SeatSpell, ...]) -> Iterator[RoleSpell]:
    """The officers elected with the council; each must have a seat in it.

    Law: kommuneloven (2018) § 5-7.
    Rules: R-210, R-220.
    """
    members = {each.person_id for each in seats}
    for role, person_id in start.officers:
        if person_id not in members:
            raise OfficerNotMember(role, person_id)
        yield RoleSpell(person_id, role, start.from_on, None, decision_reference=start.decision_reference)


def _require_whole(outcome: ElectionOutcome) -> None:
    """Rules: R-262."""
    won = Counter(outcome.seat_order)
    members = {each.code: len(each.members) for each in outcome.lists}
    for code in dict.fromkeys((*members, *won)):
        if won[code] != members.get(code, 0):
            raise OutcomeDoesNotAddUp(code, won[code], members.get(code, 0))
    times = Counter(person_id for each in outcome.lists for person_id in (*each.members, *each.deputies))
    for person_id, number in times.items():
        if number > 1:
            raise ElectedTwice(person_id)
