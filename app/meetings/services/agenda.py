"""The agenda as it is made: items put on it, headed, ordered, withdrawn. They are drafts until the agenda is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.meetings.agenda.queries import demand_of
from app.meetings.agenda.refusals import DemandedByThird
from app.meetings.domain.agenda import ItemKind, moved
from app.meetings.domain.exemption import require_legal_basis
from app.meetings.domain.states import ItemState, item_moves
from app.meetings.events import AgendaItemChanged, AgendaItemMoved, AgendaItemPut, AgendaOrdered
from app.meetings.models import AgendaItemRow, Meeting
from app.meetings.queries import item_by_key, item_value
from app.meetings.refusals import ItemHasGoneOut, ItemNotThere
from app.meetings.services.plan import edit_meeting, tell_subscribers


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """What an item is, before its case text. An exempt one has its paragraph and a title for the public."""

    kind: ItemKind
    title: str
    exempt_under: str = ""
    public_title: str = ""
    archive_number: str = ""
    case_officer: str = ""
    recommendation: str = ""
    recommended_by: str = ""
    not_attached: str = ""
    pay_of_elected: bool = False


def put_item(
    session: Session, meeting: Meeting, heading: ItemHeading, *, seen: int, by: Actor, at: datetime
) -> AgendaItemRow:
    """A new item, last on the agenda, as a draft. Refused: a legal basis that cannot be used.

    Law: kommuneloven (2018) § 11-3; offentleglova (2006) § 16.
    Rules: R-282, R-283.
    """
    edit_meeting(session, meeting, seen)
    row = AgendaItemRow(
        key=f"i{max((int(each.key[1:]) for each in meeting.items), default=0) + 1}",
        position=max((each.position for each in meeting.items), default=0) + 1,
        state=ItemState.DRAFT,
        additional=False,
    )
    _fill(row, heading)
    meeting.items.append(row)
    session.flush()
    record(session, AgendaItemPut(meeting.address, row.key, row.kind, bool(row.exempt_under)), by=by, at=at)
    return row


def change_item(
    session: Session, meeting: Meeting, key: str, heading: ItemHeading, *, seen: int, by: Actor, at: datetime
) -> None:
    """Another heading of an item that has not gone out.

    Rules: R-282, R-283.
    """
    edit_meeting(session, meeting, seen)
    _fill(draft_item(meeting, key), heading)
    record(session, AgendaItemChanged(meeting.address, key, "heading"), by=by, at=at)


def set_item_state(
    session: Session, meeting: Meeting, key: str, state: ItemState, *, seen: int, by: Actor, at: datetime
) -> None:
    """Ready for the agenda, back to a draft, or withdrawn. A number that is issued stays issued.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    edit_meeting(session, meeting, seen)
    row = the_item(meeting, key)
    before = {"state": str(row.state)}
    if state is not ItemState.ON_AGENDA:
        _require_not_demanded(session, row, meeting, at)
    row.state = item_moves(row.state, state)
    if row.sent_on:
        tell_subscribers(meeting, at)
    record(session, AgendaItemMoved(meeting.address, key, before, row.state), by=by, at=at)


def order_items(session: Session, meeting: Meeting, keys: Sequence[str], *, seen: int, by: Actor, at: datetime) -> None:
    """The items in this order; those not named stay behind in the order they stand. It is the leader's to set.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    edit_meeting(session, meeting, seen)
    for key in keys:
        the_item(meeting, key)
    places = {key: place for place, key in enumerate(keys)}
    ordered = sorted(meeting.items, key=lambda each: (places.get(each.key, len(places)), each.position))
    _number_positions(ordered)
    record(session, AgendaOrdered(meeting.address, [each.key for each in ordered]), by=by, at=at)


def move_item(session: Session, meeting: Meeting, key: str, to: int, *, seen: int, by: Actor, at: datetime) -> None:
    """One item moved to place ``to``, from 1.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    the_item(meeting, key)
    order = [each.key for each in moved([item_value(each) for each in meeting.items], key, to)]
    order_items(session, meeting, order, seen=seen, by=by, at=at)


def the_item(meeting: Meeting, key: str) -> AgendaItemRow:
    """The item with this key; refused when the agenda has none."""
    row = item_by_key(meeting, key)
    if row is None:
        raise ItemNotThere(key)
    return row


def draft_item(meeting: Meeting, key: str) -> AgendaItemRow:
    """An item that has not gone out to anybody; refused when it has."""
    row = the_item(meeting, key)
    if row.sent_on is not None:
        raise ItemHasGoneOut(key, row.number)
    return row


def _require_not_demanded(session: Session, row: AgendaItemRow, meeting: Meeting, at: datetime) -> None:
    """Refuse to take off the agenda what a third of the members demand (R-282)."""
    third = demand_of(session, meeting, row, at)
    if third.reached:
        raise DemandedByThird(third.number, third.needed)


def _number_positions(rows: Sequence[AgendaItemRow]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position


def _fill(row: AgendaItemRow, heading: ItemHeading) -> None:
    row.kind, row.title = heading.kind, heading.title
    row.exempt_under = require_legal_basis(heading.exempt_under) if heading.exempt_under else ""
    row.public_title = heading.public_title
    row.archive_number, row.case_officer = heading.archive_number, heading.case_officer
    row.recommendation, row.recommended_by = heading.recommendation, heading.recommended_by
    row.not_attached, row.pay_of_elected = heading.not_attached, heading.pay_of_elected
