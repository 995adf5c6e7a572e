"""Events of the items, held against the meeting as it stands: considered, decided, put off, and behind which doors.

Law: kommuneloven (2018) §§ 11-3, 11-4, 11-5, 11-10, 11-11.
Rules: R-284, R-291, R-292, R-294, R-295, R-297.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from app.core.errors import DomainError
from app.meetings.domain.agenda import AgendaItem, needs_admission
from app.meetings.domain.disqualification import legal_basis, require_can_be_raised
from app.meetings.domain.events import (
    AdmissionAsked,
    ClosingDebateHeldClosed,
    Decided,
    DisqualificationRaised,
    DoorsClosed,
    DoorsOpened,
    ItemEvent,
    ItemHandled,
    ItemOpened,
    ItemPostponed,
    ItemRaised,
    ItemSetAside,
    ItemWithdrawn,
    OnClosing,
    OnProposal,
)
from app.meetings.domain.presence import InTwoStates, NotInSeat, resume
from app.meetings.domain.proceedings import (
    Decision,
    HeldVote,
    ItemProgress,
    ItemStillOpen,
    KeyTaken,
    NotInMeeting,
    Proceedings,
    Raised,
    require_open_item,
    require_running,
)
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.states import ItemState, item_moves
from app.meetings.domain.thirds import Admission, admission


@dataclass(unsafe_hash=True)
class NotAdmitted(DomainError):
    """The item was not sent with the summons, and cannot be decided: nobody was asked, or someone objected."""

    item: str
    admission: Admission | None
    rule: str = "R-284"


@dataclass(unsafe_hash=True)
class DecisionWithoutVote(DomainError):
    """A decision that rests on a vote of another item, on one that decides nothing, or on an election not yet won."""

    item: str
    rests_on: str


@dataclass(unsafe_hash=True)
class NotDecidedByVote(DomainError):
    """The vote that this refers to is of another kind or item, or went the other way."""

    vote: str
    item: str


@dataclass(unsafe_hash=True)
class RaisedAlready(DomainError):
    """The question is raised already for this member in this item."""

    person_id: int
    item: str


@dataclass(unsafe_hash=True)
class DoorsAre(DomainError):
    """The doors are closed, or open, already."""

    closed: bool


def record_item(now: Proceedings, event: ItemEvent) -> Proceedings:
    """The meeting after an event of its items.

    Law: kommuneloven (2018) §§ 11-3, 11-4, 11-5.
    Rules: R-284, R-292, R-295.
    """
    match event:
        case ItemRaised() | AdmissionAsked() | ItemOpened() | ItemWithdrawn():
            require_running(now)
            return _on_agenda(now, event)
        case ItemSetAside() | ItemHandled() | ItemPostponed():
            return _leave_item(now, require_open_item(now), event)
        case Decided():
            return _decide(now, require_open_item(now), event)
        case DisqualificationRaised():
            return _raise_question(now, require_open_item(now).item, event)
        case ClosingDebateHeldClosed() | DoorsClosed() | DoorsOpened():
            return _doors(now, require_open_item(now), event)
        case _:
            assert_never(event)


def require_admitted(now: Proceedings, progress: ItemProgress) -> None:
    """Refuse to decide an item outside the summons unless it has been asked, and nobody has stopped it.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-284.
    """
    asked = progress.admission
    if needs_admission(progress.item, now.setting.summoned_on) and not (asked and asked.admitted):
        raise NotAdmitted(progress.item.key, asked)


def require_adopted(now: Proceedings, key: str, item: str) -> HeldVote:
    """The vote with this key, which must belong to the item and have gone through."""
    vote = now.vote(key)
    if vote.item != item or not vote.result.adopted:
        raise NotDecidedByVote(key, item)
    return vote


def _on_agenda(now: Proceedings, event: ItemRaised | AdmissionAsked | ItemOpened | ItemWithdrawn) -> Proceedings:
    match event:
        case ItemRaised(item):
            if any(each.item.key == item.key for each in now.items):
                raise KeyTaken("item", item.key)
            return replace(now, items=(*now.items, ItemProgress(item)))
        case AdmissionAsked():
            return _ask_admission(now, event)
        case ItemOpened(key):
            if now.open_item:
                raise ItemStillOpen(now.open_item)
            progress = now.item(key)
            if progress.state is not ItemState.NUMBERED:
                item_moves(progress.state, ItemState.NUMBERED)
            return replace(now, open_item=key)
        case ItemWithdrawn(key):
            if now.open_item == key:
                now = _closed_item(now)
            progress = now.item(key)
            return now.with_item(replace(progress, state=item_moves(progress.state, ItemState.WITHDRAWN)))
        case _:
            assert_never(event)


def _ask_admission(now: Proceedings, event: AdmissionAsked) -> Proceedings:
    """Law: kommuneloven (2018) § 11-3.

    Rules: R-284.
    """
    progress = now.item(event.item)
    objecting = dict.fromkeys(event.objecting)
    for seat in objecting:
        if now.occupancy.occupant(seat) is None:
            raise NotInMeeting("seat", str(seat))
    asked = admission(len(objecting), now.occupancy.occupied, leader_objects=event.leader_objects)
    return now.with_item(replace(progress, admission=asked))


def _leave_item(
    now: Proceedings, progress: ItemProgress, event: ItemSetAside | ItemHandled | ItemPostponed
) -> Proceedings:
    """Law: kommuneloven (2018) § 11-3.

    Rules: R-284.
    """
    match event:
        case ItemSetAside():
            return _closed_item(now)
        case ItemHandled():
            state = ItemState.HANDLED
        case ItemPostponed(vote):
            held = require_adopted(now, vote, progress.item.key)
            if not _postpones(now, held):
                raise NotDecidedByVote(vote, progress.item.key)
            state = ItemState.POSTPONED
        case _:
            assert_never(event)
    return _closed_item(now.with_item(replace(progress, state=item_moves(progress.state, state))))


def _postpones(now: Proceedings, vote: HeldVote) -> bool:
    subject = vote.subject
    if not isinstance(subject, OnProposal) or subject.trial:
        return False
    return any(each.key == subject.proposal and each.kind is ProposalKind.POSTPONEMENT for each in now.proposals)


def _closed_item(now: Proceedings) -> Proceedings:
    """After an item everyone is back in their seats, and the doors are open."""
    return replace(now, open_item="", doors_closed=False, occupancy=resume(now.occupancy))


def _decide(now: Proceedings, progress: ItemProgress, event: Decided) -> Proceedings:
    """A decision rests on a vote that decides, in this item and with the quorum it had; or on an election that is over.

    Law: kommuneloven (2018) §§ 11-4, 11-9.
    Rules: R-287, R-289, R-300.
    """
    key = progress.item.key
    if not _can_rest_on(now, event.rests_on, key):
        raise DecisionWithoutVote(key, event.rests_on)
    made = Decision(event.text, event.rests_on, event.final, event.decider)
    return now.with_item(replace(progress, decisions=(*progress.decisions, made)))


def _can_rest_on(now: Proceedings, key: str, item: str) -> bool:
    vote = next((each for each in now.votes if each.key == key), None)
    if vote:
        return vote.item == item and isinstance(vote.subject, OnProposal) and not vote.subject.trial
    election = now.election(key)
    if election:
        return election.item == item and election.winner is not None
    return any(each.key == key and each.item == item and each.is_over for each in now.committees)


def _raise_question(now: Proceedings, item: AgendaItem, event: DisqualificationRaised) -> Proceedings:
    """Law: forvaltningsloven (1967) §§ 6, 8; kommuneloven (2018) §§ 11-10, 11-11.

    Rules: R-294, R-295, R-296, R-297.
    """
    require_can_be_raised(event.person_id, item, event.ground)
    basis = legal_basis(event.ground, now.setting.act)
    if now.occupancy.seat_of(event.person_id) is None:
        seat = now.occupancy.stepped_down_from(event.person_id)
        raise NotInSeat(event.person_id) if seat is None else InTwoStates(event.person_id, seat, stepped_down=True)
    if any(each.person_id == event.person_id for each in now.raised_in(item.key)):
        raise RaisedAlready(event.person_id, item.key)
    question = Raised(item.key, event.person_id, event.ground, basis, event.explained)
    return replace(now, raised=(*now.raised, question))


def _doors(
    now: Proceedings, progress: ItemProgress, event: ClosingDebateHeldClosed | DoorsClosed | DoorsOpened
) -> Proceedings:
    """Law: kommuneloven (2018) §§ 11-4, 11-5.

    Rules: R-291, R-292.
    """
    match event:
        case ClosingDebateHeldClosed(vote):
            if vote:
                require_adopted(now, vote, progress.item.key)
            return now
        case DoorsOpened():
            if not now.doors_closed:
                raise DoorsAre(closed=False)
            return replace(now, doors_closed=False)
        case DoorsClosed(vote):
            if now.doors_closed:
                raise DoorsAre(closed=True)
            subject = require_adopted(now, vote, progress.item.key).subject
            if not isinstance(subject, OnClosing):
                raise NotDecidedByVote(vote, progress.item.key)
            return replace(now.with_item(replace(progress, ground=subject.ground)), doors_closed=True)
        case _:
            assert_never(event)
