"""Members who demand that a case is on the agenda: a third of them can, whatever the leader thinks."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.meetings.agenda.queries import demand_of
from app.meetings.domain.states import ItemState, item_moves
from app.meetings.domain.thirds import Third
from app.meetings.events import ItemDemanded
from app.meetings.models import Meeting, MemberDemandRow
from app.meetings.services.agenda import the_item
from app.meetings.services.plan import edit_meeting


def record_demand(
    session: Session, meeting: Meeting, key: str, person_ids: Sequence[int], *, seen: int, by: Actor, at: datetime
) -> Third:
    """Who demands the item; when they are a third of the members, it is on the agenda.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    edit_meeting(session, meeting, seen)
    row = the_item(meeting, key)
    session.execute(delete(MemberDemandRow).where(MemberDemandRow.agenda_item_id == row.id))
    session.add_all(
        MemberDemandRow(
            meeting_id=meeting.id, agenda_item_id=row.id, person_id=each, recorded_at=at, recorded_by=by.name
        )
        for each in dict.fromkeys(person_ids)
    )
    session.flush()
    third = demand_of(session, meeting, row, at)
    if third.reached and row.state is ItemState.DRAFT:
        row.state = item_moves(row.state, ItemState.ON_AGENDA)
    record(session, ItemDemanded(meeting.address, key, third.number, third.needed), by=by, at=at)
    return third
