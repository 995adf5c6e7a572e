"""Links by which a person's calendar program reads an election's calendar: made, and revoked for good."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.calendar.events import CalendarLinkMade, CalendarLinkRevoked
from app.elections.calendar.models import CalendarSubscription
from app.elections.calendar.queries import subscription_of
from app.elections.models import ElectionRow
from app.elections.queries import lock


def subscribe(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> CalendarSubscription:
    """The link of the one who asks. Whoever has one already keeps it."""
    lock(session, election)
    known = subscription_of(session, election.id, by.name)
    if known:
        return known
    made = CalendarSubscription(election_id=election.id, holder=by.name, made_at=at)
    session.add(made)
    session.flush()
    record(session, CalendarLinkMade(election.address, made.id), by=by, at=at)
    return made


def revoke(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    """The link of the one who asks works no more; where there is none nothing changes."""
    lock(session, election)
    known = subscription_of(session, election.id, by.name)
    if known:
        known.revoked_at, known.revoked_by = at, by.name
        record(session, CalendarLinkRevoked(election.address, known.id, known.holder), by=by, at=at)
