"""Who may sit where in a meeting: the seats with their holders, and the deputies of each list in order.

Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
Rules: R-254, R-255, R-286.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.errors import DomainError
from app.councils.domain.basis import ElectedBy
from app.councils.domain.membership import Role
from app.councils.domain.sitting_council import Member, NotInCouncil, SittingCouncil


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person as the minutes name them. ``party`` is the group one belongs to on the day; empty for an independent."""

    person_id: int
    name: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class RosterSeat:
    """A seat: ``group`` is the list that won it, ``substitute`` the *settemedlem* who sits while the holder is away.

    ``holder`` is None where nobody has been elected.
    """

    seat: int
    group: str
    holder: Attendee | None
    role: Role | None = None
    substitute: Attendee | None = None

    @property
    def summoned(self) -> Attendee | None:
        """Who is summoned first."""
        return self.substitute or self.holder


@dataclass(frozen=True, slots=True)
class RosterDeputy:
    """A deputy: ``rank`` from 1 within the list or group, or among all where there is one row."""

    attendee: Attendee
    group: str
    rank: int


@dataclass(unsafe_hash=True)
class NoSuchSeat(DomainError):
    """The council has seats from 1 to ``seats``."""

    seat: int
    seats: int


@dataclass(unsafe_hash=True)
class MayNotSit(DomainError):
    """The person neither holds the seat nor is a deputy of the list ``group`` that won it."""

    person_id: int
    seat: int
    group: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The council of a meeting day. ``one_row``: elected by majority, so that one row of deputies serves all."""

    seats: tuple[RosterSeat, ...]
    deputies: tuple[RosterDeputy, ...] = ()
    one_row: bool = False

    @property
    def members(self) -> int:
        """How many members the council has: what quorum and thirds are taken of.

        Law: kommuneloven (2018) § 11-9.
        Rules: R-280, R-287.
        """
        return len(self.seats)

    def seat(self, number: int) -> RosterSeat:
        """The seat with this number; refused when the council has none."""
        for each in self.seats:
            if each.seat == number:
                return each
        raise NoSuchSeat(number, len(self.seats))

    def seat_of(self, person_id: int) -> RosterSeat | None:
        """The seat this person is summoned to as member or substitute, or None."""
        return next((each for each in self.seats if each.summoned and each.summoned.person_id == person_id), None)

    def attendee(self, person_id: int) -> Attendee:
        """The member, substitute or deputy with this id; refused when the council has none."""
        everybody = (*(each.summoned for each in self.seats), *(each.attendee for each in self.deputies))
        for each in (*everybody, *(seat.holder for seat in self.seats)):
            if each and each.person_id == person_id:
                return each
        raise NotInCouncil(person_id)

    def deputies_for(self, seat: int) -> tuple[RosterDeputy, ...]:
        """The deputies who can be called to a seat, in order.

        Law: kommuneloven (2018) § 7-10 (1).
        Rules: R-254, R-255.
        """
        group = self.seat(seat).group
        return tuple(
            sorted((each for each in self.deputies if self.one_row or each.group == group), key=lambda each: each.rank)
        )

    def holder_of(self, role: Role) -> int | None:
        """The person who has an office, or None."""
        return next((each.holder.person_id for each in self.seats if each.role is role and each.holder), None)

    def require_may_sit(self, seat: int, person_id: int) -> None:
        """Refuse anyone but the one the seat belongs to and the deputies of the list that won it.

        Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
        Rules: R-254, R-255, R-286.
        """
        place = self.seat(seat)
        may_sit = {each.attendee.person_id for each in self.deputies_for(seat)}
        if place.summoned:
            may_sit.add(place.summoned.person_id)
        if person_id not in may_sit:
            raise MayNotSit(person_id, seat, place.group)


def roster_of(
    council: SittingCouncil, parties: Mapping[int, str], substitutes: Mapping[int, Attendee] | None = None
) -> Roster:
    """The roster of a council as it stands on the meeting day.

    ``parties``: person → the group one belongs to that day, which may be another than the list that won the seat.
    ``substitutes``: seat → who sits there while the holder is on leave.

    Law: kommuneloven (2018) §§ 7-10, 7-11.
    Rules: R-254, R-255, R-256.
    """
    members = {each.seat: each for each in council.members}
    seats = [_seat(number, members.get(number), parties, substitutes or {}) for number in range(1, council.seats + 1)]
    deputies = tuple(
        RosterDeputy(Attendee(each.person_id, each.name, parties.get(each.person_id, "")), each.group, each.rank)
        for each in council.deputies
    )
    return Roster(tuple(seats), deputies, one_row=council.kind.elected_by is ElectedBy.MAJORITY)


def _seat(
    number: int, member: Member | None, parties: Mapping[int, str], substitutes: Mapping[int, Attendee]
) -> RosterSeat:
    if member is None:
        return RosterSeat(number, "", None)
    holder = Attendee(member.person_id, member.name, parties.get(member.person_id, ""))
    return RosterSeat(number, member.group, holder, member.role, substitutes.get(number))
