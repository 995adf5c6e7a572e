"""Who was there and when, as the minutes tell it: members who met, the absent, deputies and whom they met for.

Law: kommuneloven (2018) § 11-4.
Rules: R-255, R-300.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.councils.domain.membership import Role
from app.meetings.domain.events import (
    Arrived,
    CommitteeElected,
    DeputyCalledIn,
    ItemOpened,
    Left,
    OfficeRoundHeld,
    OnProcedure,
    OnProposal,
    RollCalled,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.proceedings import Happened, Proceedings
from app.meetings.domain.roster import Attendee
from app.meetings.domain.taking_part import OtherAttendee


class Change(StrEnum):
    """What changed for someone after the roll was called."""

    ARRIVED = "arrived"
    LEFT = "left"
    STEPPED_DOWN = "stepped_down"
    CALLED_IN = "called_in"


@dataclass(frozen=True, slots=True)
class PresenceChange:
    """A change: when, in which item (its key, empty between items), and after how many votes of the meeting."""

    change: Change
    at: datetime
    item: str
    votes_before: int


@dataclass(frozen=True, slots=True)
class Met:
    """Someone who sat in a seat. ``met_for`` is whose seat a deputy took, None for the one it belongs to.

    ``items`` are the keys of those in which the person sat at a vote, or, where there was none, when it was opened.
    """

    seat: int
    attendee: Attendee
    role: Role | None
    group: str
    met_for: Attendee | None
    changes: tuple[PresenceChange, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A member who never sat. ``covered``: a deputy met in the place for some of the meeting."""

    seat: int
    attendee: Attendee
    role: Role | None
    group: str
    covered: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """The three tables, the others who were there, and how many seats were occupied when the roll was called."""

    members: tuple[Met, ...]
    absent: tuple[Absent, ...]
    deputies: tuple[Met, ...]
    others: tuple[OtherAttendee, ...]
    at_roll: int
    of: int


def attendance(meeting: Proceedings) -> Attendance:
    """Who met, who was absent, and who met for whom, from the events.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-255, R-300.
    """
    met = tuple(_everybody(meeting))
    deputies = tuple(each for each in met if each.met_for)
    members = tuple(each for each in met if not each.met_for)
    rolls = [each for each in meeting.happened if isinstance(each.event, RollCalled)]
    others = tuple(other for each in rolls for other in _others(each))
    at_roll = sum(each.occupancy.occupied for each in rolls)
    roster = meeting.setting.roster
    return Attendance(members, _absent(meeting, met), deputies, others, at_roll, roster.members)


def _everybody(meeting: Proceedings) -> Iterator[Met]:
    sat = dict.fromkeys(
        (sitting.seat, sitting.person_id) for each in meeting.happened for sitting in each.occupancy.sitting
    )
    for seat, person_id in sorted(sat):
        place = meeting.setting.roster.seat(seat)
        own = place.summoned is not None and place.summoned.person_id == person_id
        yield Met(
            seat,
            meeting.setting.roster.attendee(person_id),
            place.role if own else None,
            place.group,
            None if own else place.summoned,
            tuple(_changes(meeting, person_id)),
            _items(meeting, seat, person_id),
        )


def _changes(meeting: Proceedings, person_id: int) -> Iterator[PresenceChange]:
    for each in meeting.happened:
        match each.event:
            case Arrived(_, who) if who == person_id:
                yield _change(Change.ARRIVED, each)
            case Left(who) if who == person_id:
                yield _change(Change.LEFT, each)
            case SteppedDown(who) if who == person_id:
                yield _change(Change.STEPPED_DOWN, each)
            case DeputyCalledIn(_, who) if who == person_id:
                yield _change(Change.CALLED_IN, each)
            case _:
                pass


def _change(change: Change, each: Happened) -> PresenceChange:
    return PresenceChange(change, each.at, each.item, each.votes_before)


def _items(meeting: Proceedings, seat: int, person_id: int) -> tuple[str, ...]:
    keys = dict.fromkeys(each.item for each in meeting.happened if each.item)
    return tuple(
        key for key in keys if any(each.occupancy.occupant(seat) == person_id for each in _that_count(meeting, key))
    )


def _that_count(meeting: Proceedings, item: str) -> tuple[Happened, ...]:
    """The votes of an item; the moments it was opened, when it had none."""
    course = [each for each in meeting.happened if each.item == item]
    votes = tuple(each for each in course if _is_vote_on_case(each))
    return votes or tuple(each for each in course if isinstance(each.event, ItemOpened))


def _is_vote_on_case(each: Happened) -> bool:
    match each.event:
        case VoteHeld(_, OnProposal() | OnProcedure()) | OfficeRoundHeld() | CommitteeElected():
            return True
        case _:
            return False


def _absent(meeting: Proceedings, met: tuple[Met, ...]) -> tuple[Absent, ...]:
    people = {each.attendee.person_id for each in met}
    covered = {each.seat for each in met if each.met_for}
    return tuple(
        Absent(each.seat, each.summoned, each.role, each.group, each.seat in covered)
        for each in meeting.setting.roster.seats
        if each.summoned and each.summoned.person_id not in people
    )


def _others(each: Happened) -> tuple[OtherAttendee, ...]:
    return each.event.others if isinstance(each.event, RollCalled) else ()
