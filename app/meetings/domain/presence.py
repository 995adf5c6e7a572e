"""Which seats are occupied, and by whom: the one thing that quorum and votes are counted from.

A person is in one state at a time: in a seat, stepped down from it for the item, or not there.

Law: kommuneloven (2018) §§ 8-1, 11-9, 11-10.
Rules: R-255, R-286, R-287, R-295.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.core.errors import DomainError
from app.meetings.domain.roster import Attendee, Roster


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person in a seat."""

    seat: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Occupancy:
    """The seats at one moment. ``stepped_down`` are those who have left their seat for the item, and get it back."""

    sitting: tuple[Sitting, ...] = ()
    stepped_down: tuple[Sitting, ...] = ()

    @property
    def occupied(self) -> int:
        """How many seats are occupied."""
        return len(self.sitting)

    def occupant(self, seat: int) -> int | None:
        """Who sits in a seat, or None."""
        return next((each.person_id for each in self.sitting if each.seat == seat), None)

    def seat_of(self, person_id: int) -> int | None:
        """Where a person sits, or None."""
        return next((each.seat for each in self.sitting if each.person_id == person_id), None)

    def stepped_down_from(self, person_id: int) -> int | None:
        """The seat a person has stepped down from for the item, or None."""
        return next((each.seat for each in self.stepped_down if each.person_id == person_id), None)


EMPTY = Occupancy()
"""Nobody is there."""


@dataclass(frozen=True, slots=True)
class Voter:
    """An occupied seat at a vote: who sits there, for which party, and whether as a deputy."""

    seat: int
    person_id: int
    name: str
    party: str
    as_deputy: bool = False


@dataclass(unsafe_hash=True)
class SeatIsTaken(DomainError):
    """Somebody else sits in the seat and must leave it first."""

    seat: int
    person_id: int
    taken_by: int


@dataclass(unsafe_hash=True)
class InTwoStates(DomainError):
    """The person sits in ``seat`` already, or has stepped down from it for the item."""

    person_id: int
    seat: int
    stepped_down: bool


@dataclass(unsafe_hash=True)
class NotInSeat(DomainError):
    """The person does not sit in a seat, so nothing can be left or stepped down from."""

    person_id: int


def take_seat(occupancy: Occupancy, roster: Roster, seat: int, person_id: int) -> Occupancy:
    """The seats after someone has taken one: the member, or a deputy of the list that won it.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255, R-286.
    """
    roster.require_may_sit(seat, person_id)
    now = occupancy.seat_of(person_id)
    stepped = occupancy.stepped_down_from(person_id)
    if now is not None or stepped is not None:
        raise InTwoStates(person_id, now or stepped or seat, stepped_down=now is None)
    taken_by = occupancy.occupant(seat)
    if taken_by is not None:
        raise SeatIsTaken(seat, person_id, taken_by)
    sitting = sorted((*occupancy.sitting, Sitting(seat, person_id)), key=lambda each: each.seat)
    return replace(occupancy, sitting=tuple(sitting))


def leave(occupancy: Occupancy, person_id: int) -> Occupancy:
    """The seats after someone has left the meeting; also one who had stepped down, who then does not come back."""
    if occupancy.seat_of(person_id) is None and occupancy.stepped_down_from(person_id) is None:
        raise NotInSeat(person_id)
    return Occupancy(_without(occupancy.sitting, person_id), _without(occupancy.stepped_down, person_id))


def step_down(occupancy: Occupancy, person_id: int) -> Occupancy:
    """The seats after someone has left the seat for the item: it is empty until a deputy is called in.

    Law: kommuneloven (2018) § 11-10; forvaltningsloven (1967) § 8.
    Rules: R-287, R-295.
    """
    seat = occupancy.seat_of(person_id)
    if seat is None:
        raise NotInSeat(person_id)
    return Occupancy(_without(occupancy.sitting, person_id), (*occupancy.stepped_down, Sitting(seat, person_id)))


def resume(occupancy: Occupancy) -> Occupancy:
    """The seats after the item: those who stepped down are back, and deputies called in for them have left.

    Rules: R-287.
    """
    back = {each.seat: each for each in occupancy.stepped_down}
    stayed = [each for each in occupancy.sitting if each.seat not in back]
    return Occupancy(tuple(sorted((*stayed, *back.values()), key=lambda each: each.seat)))


def voters(occupancy: Occupancy, roster: Roster, without: Collection[int] = ()) -> tuple[Voter, ...]:
    """The occupied seats in order, with who votes in each; ``without`` are persons who take no part in the question.

    Law: kommuneloven (2018) §§ 8-1, 11-9.
    Rules: R-287, R-288, R-295.
    """
    return tuple(
        _voter(each, roster.attendee(each.person_id), roster)
        for each in occupancy.sitting
        if each.person_id not in without
    )


def _voter(sitting: Sitting, attendee: Attendee, roster: Roster) -> Voter:
    summoned = roster.seat(sitting.seat).summoned
    as_deputy = summoned is None or summoned.person_id != sitting.person_id
    return Voter(sitting.seat, attendee.person_id, attendee.name, attendee.party, as_deputy)


def _without(sitting: tuple[Sitting, ...], person_id: int) -> tuple[Sitting, ...]:
    return tuple(each for each in sitting if each.person_id != person_id)
