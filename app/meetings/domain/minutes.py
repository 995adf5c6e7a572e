"""The content of the minutes, made from the events: one structure for both faces, both written forms, page and paper.

Order: head, attendance, what happened outside the items, each item in the order it was handled, signatures. No wording.

Law: kommuneloven (2018) §§ 11-4, 11-5.
Rules: R-292, R-295, R-297, R-300.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.meetings.domain.agenda import AgendaItem
from app.meetings.domain.attendance import Attendance, attendance
from app.meetings.domain.closing import ClosingGround
from app.meetings.domain.events import (
    LeaderTookOver,
    MeetingClosed,
    MeetingSet,
    OnClosing,
    OnDisqualification,
    RemarkEntered,
)
from app.meetings.domain.exemption import ExemptTextUnshielded
from app.meetings.domain.meeting_elections import CommitteeElection, OfficeElection
from app.meetings.domain.proceedings import Decision, Happened, HeldVote, ItemProgress, Proceedings, Raised
from app.meetings.domain.proposals import Proposal, ProposalKind
from app.meetings.domain.states import ItemState
from app.meetings.domain.thirds import Admission


class Face(StrEnum):
    """Who the minutes are for: the public, or those who may read what is exempt."""

    PUBLIC = "public"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the events do not tell: whose meeting it is, its number in the year ("6/13"), where, and who wrote."""

    municipality: str
    council: str
    meeting_number: str
    place: str
    secretary: str
    archive_reference: str = ""
    next_meeting_on: date | None = None
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Led:
    """Who led, from when, and from which item on (its key; empty: from the start or between items)."""

    name: str
    from_at: datetime
    item: str = ""


@dataclass(frozen=True, slots=True)
class MinutesHead:
    """The head. Moments are those of the events; None while the meeting is not set, or not closed."""

    occasion: Occasion
    on: date
    remote: bool
    set_at: datetime | None
    closed_at: datetime | None
    leaders: tuple[Led, ...]
    case_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemMinutes:
    """One item. ``withheld`` is the paragraph that keeps its text from the public; empty: all of it is here.

    ``course`` is what happened in it, in order; the votes, proposals and questions stand in it by their keys.
    """

    item: AgendaItem
    title: str
    state: ItemState
    admission: Admission | None
    recommendation: Proposal | None
    raised: tuple[Raised, ...]
    closed_under: ClosingGround | None
    proposals: tuple[Proposal, ...]
    votes: tuple[HeldVote, ...]
    elections: tuple[OfficeElection, ...]
    committees: tuple[CommitteeElection, ...]
    decisions: tuple[Decision, ...]
    course: tuple[Happened, ...]
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes, of one face. ``between`` is what happened outside the items."""

    face: Face
    head: MinutesHead
    attendance: Attendance
    between: tuple[Happened, ...]
    items: tuple[ItemMinutes, ...]


def full_minutes(meeting: Proceedings, occasion: Occasion) -> Minutes:
    """Everything the events tell, in the order of the minutes: items as they were first opened, then the others.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    items = tuple(_item(meeting, each) for each in _in_order_of_handling(meeting))
    between = tuple(each for each in meeting.happened if not each.item)
    return Minutes(Face.FULL, _head(meeting, occasion, items), attendance(meeting), between, items)


def public_minutes(meeting: Proceedings, occasion: Occasion) -> Minutes:
    """The face that everyone sees, from the same source.

    Of an item that is exempt, or was handled behind closed doors, it has the public title, the legal basis and the open
    vote on closing, and what was decided about disqualification; of other items everything but the exempt remarks. An
    exempt item without a public title is refused.

    Law: kommuneloven (2018) §§ 11-4, 11-5; offentleglova (2006) § 13.
    Rules: R-283, R-292, R-300.
    """
    full = full_minutes(meeting, occasion)
    between = _without_exempt_remarks(full.between)
    return replace(full, face=Face.PUBLIC, between=between, items=tuple(_public(each) for each in full.items))


def _head(meeting: Proceedings, occasion: Occasion, items: tuple[ItemMinutes, ...]) -> MinutesHead:
    moments = {type(each.event): each.at for each in meeting.happened}
    numbers = tuple(each.item.number for each in items if each.item.number)
    return MinutesHead(
        occasion,
        meeting.setting.on,
        meeting.setting.remote,
        moments.get(MeetingSet),
        moments.get(MeetingClosed),
        _leaders(meeting),
        numbers,
    )


def _leaders(meeting: Proceedings) -> tuple[Led, ...]:
    """Law: kommuneloven (2018) § 11-2.

    Rules: R-281.
    """
    return tuple(
        Led(meeting.setting.roster.attendee(each.leader).name, each.at, each.item)
        for each in meeting.happened
        if isinstance(each.event, MeetingSet | LeaderTookOver) and each.leader is not None
    )


def _in_order_of_handling(meeting: Proceedings) -> tuple[ItemProgress, ...]:
    opened = tuple(dict.fromkeys(each.item for each in meeting.happened if each.item))
    handled = tuple(meeting.item(key) for key in opened)
    return (*handled, *(each for each in meeting.items if each.item.key not in opened))


def _item(meeting: Proceedings, progress: ItemProgress) -> ItemMinutes:
    item = progress.item
    recommendation = (
        Proposal("", item.key, 0, ProposalKind.RECOMMENDATION, item.recommendation, recommended_by=item.recommended_by)
        if item.recommendation
        else None
    )
    return ItemMinutes(
        item=item,
        title=item.title,
        state=progress.state,
        admission=progress.admission,
        recommendation=recommendation,
        raised=meeting.raised_in(item.key),
        closed_under=progress.ground,
        proposals=tuple(each for each in meeting.proposals if each.item == item.key),
        votes=tuple(each for each in meeting.votes if each.item == item.key),
        elections=tuple(each for each in meeting.elections if each.item == item.key),
        committees=tuple(each for each in meeting.committees if each.item == item.key),
        decisions=progress.decisions,
        course=tuple(each for each in meeting.happened if each.item == item.key),
    )


def _public(item: ItemMinutes) -> ItemMinutes:
    """Law: kommuneloven (2018) §§ 11-4, 11-5.

    Rules: R-292, R-300.
    """
    basis = item.item.exempt_under or (item.closed_under.legal_basis if item.closed_under else "")
    if not basis:
        return replace(item, course=_without_exempt_remarks(item.course))
    if item.item.exempt and not item.item.public_title.strip():
        raise ExemptTextUnshielded((item.item.key,))
    title = item.item.public_title if item.item.exempt else item.title
    return ItemMinutes(
        item=_shielded(item.item, title),
        title=title,
        state=item.state,
        admission=item.admission,
        recommendation=None,
        raised=tuple(replace(each, explained="") for each in item.raised),
        closed_under=item.closed_under,
        proposals=(),
        votes=tuple(each for each in item.votes if isinstance(each.subject, OnClosing | OnDisqualification)),
        elections=(),
        committees=(),
        decisions=(),
        course=(),
        withheld=basis,
    )


def _shielded(item: AgendaItem, title: str) -> AgendaItem:
    return replace(item, title=title, recommendation="", recommended_by="", archive_number="")


def _without_exempt_remarks(course: tuple[Happened, ...]) -> tuple[Happened, ...]:
    """An exempt remark keeps its place and its paragraph, and loses its words."""
    return tuple(
        replace(each, event=replace(each.event, text=""))
        if isinstance(each.event, RemarkEntered) and each.event.exempt_under
        else each
        for each in course
    )
