"""Those outside the council to whom the summons goes too: by law, or on request."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council
from app.meetings.calling.models import OtherRecipient, SummonsRow
from app.meetings.domain.taking_part import Capacity
from app.meetings.events import RecipientAdded, RecipientRemoved


def add_recipient(
    session: Session, council: Council, name: str, email: str, capacity: Capacity, *, by: Actor, at: datetime
) -> OtherRecipient:
    """One more who is summoned to the council's meetings from now on. Nobody gets a right to speak by it.

    Law: kommuneloven (2018) §§ 6-1, 8-1, 10-3, 13-1, 13-4.
    Rules: R-282, R-286.
    """
    row = OtherRecipient(
        municipality_id=council.district.municipality_id,
        council_id=council.id,
        name=name,
        email=email,
        capacity=capacity,
    )
    session.add(row)
    session.flush()
    record(session, RecipientAdded(council.slug, name, capacity), by=by, at=at)
    return row


def remove_recipient(session: Session, council: Council, row: OtherRecipient, *, by: Actor, at: datetime) -> None:
    """No longer summoned; the summonses that were sent keep the name.

    Rules: R-282.
    """
    session.execute(update(SummonsRow).where(SummonsRow.recipient_id == row.id).values(recipient_id=None))
    session.delete(row)
    session.flush()
    record(session, RecipientRemoved(council.slug, row.name), by=by, at=at)
