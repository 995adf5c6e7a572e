"""What became of the e-mails, and who has read the summons."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.meetings.calling.queries import summonses
from app.meetings.events import SummonsRead, SummonsSent
from app.meetings.models import Meeting


def note_sent(
    session: Session, meeting: Meeting, outcome: Mapping[int, str], *, issue: int, by: Actor, at: datetime
) -> None:
    """Write down which summonses were sent; ``outcome`` is summons → what the mail server said, empty when it took it.

    Rules: R-282.
    """
    for row in summonses(session, meeting):
        if row.id in outcome:
            row.send_failed = outcome[row.id][:200]
            row.sent_at = None if outcome[row.id] else at
    failed = sum(bool(each) for each in outcome.values())
    record(session, SummonsSent(meeting.address, issue, len(outcome) - failed, failed), by=by, at=at)


def note_read(session: Session, meeting: Meeting, person_id: int, *, by: Actor, at: datetime) -> None:
    """The person says that the summons is read; the first time is kept.

    Rules: R-282.
    """
    unread = [each for each in summonses(session, meeting) if each.person_id == person_id and each.read_at is None]
    for row in unread:
        row.read_at = at
    if unread:
        record(session, SummonsRead(meeting.address, person_id), by=by, at=at)
