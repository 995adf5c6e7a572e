"""Events of the frame and the seats, held against the meeting as it stands.

Law: kommuneloven (2018) §§ 8-1, 11-2, 11-6, 11-10.
Rules: R-255, R-281, R-286, R-293, R-295.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from app.core.errors import DomainError
from app.meetings.domain import presence
from app.meetings.domain.events import (
    Arrived,
    DeputyCalledIn,
    FrameEvent,
    LeaderTookOver,
    Left,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
    MeetingSet,
    PresenceEvent,
    RecordingPermitted,
    RollCalled,
    SteppedDown,
)
from app.meetings.domain.leading import CannotLead, leaders_by_law, require_leader
from app.meetings.domain.presence import EMPTY, Occupancy
from app.meetings.domain.proceedings import (
    ItemStillOpen,
    MeetingNotRunning,
    Proceedings,
    require_open_item,
    require_running,
)
from app.meetings.domain.states import MeetingState, meeting_moves


@dataclass(unsafe_hash=True)
class RollNotCalled(DomainError):
    """The meeting is set before it is known who is there."""


@dataclass(unsafe_hash=True)
class RollCalledTwice(DomainError):
    """The roll is called once, before the meeting is set; then people arrive and leave."""


@dataclass(unsafe_hash=True)
class NotAdjourned(DomainError):
    """A pause ends that has not begun."""


@dataclass(unsafe_hash=True)
class NoDecisionToStepDown(DomainError):
    """The council has not found the member disqualified in the item, or excused from it."""

    person_id: int
    item: str
    rule: str = "R-295"


@dataclass(unsafe_hash=True)
class NobodySteppedDown(DomainError):
    """A deputy is called in for the item to a seat that nobody has stepped down from."""

    seat: int


def record_frame(now: Proceedings, event: FrameEvent) -> Proceedings:
    """The meeting after an event of its frame.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-281, R-293.
    """
    match event:
        case RollCalled():
            return _call_roll(now, event)
        case MeetingSet(leader):
            return _set(now, leader)
        case MeetingResumed():
            return _resume(now)
        case LeaderTookOver() | MeetingAdjourned() | RecordingPermitted() | MeetingClosed():
            require_running(now)
            return _while_running(now, event)
        case _:
            assert_never(event)


def record_presence(now: Proceedings, event: PresenceEvent) -> Proceedings:
    """The meeting after someone has come, gone or stepped down. People come and go in a pause too.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1, 11-10.
    Rules: R-255, R-286, R-295.
    """
    if now.state is not MeetingState.RUNNING:
        raise MeetingNotRunning(now.state)
    roster = now.setting.roster
    match event:
        case Arrived(seat, person_id):
            return _seated(now, presence.take_seat(now.occupancy, roster, seat, person_id))
        case Left(person_id):
            return _seated(now, presence.leave(now.occupancy, person_id))
        case SteppedDown(person_id):
            return _step_down(now, person_id)
        case DeputyCalledIn(seat, person_id):
            require_open_item(now)
            if seat not in {each.seat for each in now.occupancy.stepped_down}:
                raise NobodySteppedDown(seat)
            return _seated(now, presence.take_seat(now.occupancy, roster, seat, person_id))
        case _:
            assert_never(event)


def _while_running(
    now: Proceedings, event: LeaderTookOver | MeetingAdjourned | RecordingPermitted | MeetingClosed
) -> Proceedings:
    match event:
        case LeaderTookOver(person_id):
            roster = now.setting.roster
            return replace(now, leader=require_leader(person_id, roster, now.occupancy, now.elected_leader))
        case MeetingAdjourned():
            return replace(now, adjourned=True)
        case RecordingPermitted():
            return now
        case MeetingClosed():
            return _close(now)
        case _:
            assert_never(event)


def _call_roll(now: Proceedings, event: RollCalled) -> Proceedings:
    if now.roll_called:
        raise RollCalledTwice
    occupancy = EMPTY
    for each in event.sitting:
        occupancy = presence.take_seat(occupancy, now.setting.roster, each.seat, each.person_id)
    return replace(now, occupancy=occupancy, roll_called=True)


def _set(now: Proceedings, leader: int | None) -> Proceedings:
    """Law: kommuneloven (2018) § 11-2.

    Rules: R-281.
    """
    if not now.roll_called:
        raise RollNotCalled
    state = meeting_moves(now.state, MeetingState.RUNNING)
    roster, occupancy = now.setting.roster, now.occupancy
    if leader is None and (may_lead := leaders_by_law(roster, occupancy)):
        raise CannotLead(None, may_lead)
    leads = None if leader is None else require_leader(leader, roster, occupancy, None)
    return replace(now, state=state, leader=leads)


def _resume(now: Proceedings) -> Proceedings:
    if not now.adjourned:
        raise NotAdjourned
    return replace(now, adjourned=False)


def _close(now: Proceedings) -> Proceedings:
    if now.open_item:
        raise ItemStillOpen(now.open_item)
    return replace(now, state=meeting_moves(now.state, MeetingState.CLOSED))


def _step_down(now: Proceedings, person_id: int) -> Proceedings:
    """Law: forvaltningsloven (1967) § 8; kommuneloven (2018) § 11-11.

    Rules: R-295, R-297.
    """
    item = require_open_item(now).item.key
    found = {each.person_id for each in now.raised_in(item) if each.found}
    if person_id not in found:
        raise NoDecisionToStepDown(person_id, item)
    return _seated(now, presence.step_down(now.occupancy, person_id))


def _seated(now: Proceedings, occupancy: Occupancy) -> Proceedings:
    return replace(now, occupancy=occupancy)
