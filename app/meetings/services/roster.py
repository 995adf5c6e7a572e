"""Write down who may sit where, when the roll is called."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.meetings.domain.roster import Roster
from app.meetings.domain.roster_json import roster_json
from app.meetings.events import RosterTaken
from app.meetings.models import Meeting, MeetingRosterRow
from app.meetings.queries import day_of, roster_on, term_of
from app.meetings.refusals import NoTermThatDay


def take_roster(session: Session, meeting: Meeting, *, by: Actor, at: datetime) -> Roster:
    """The roster of the meeting day as it is known now, kept with the meeting; taken again it is written anew.

    Law: kommuneloven (2018) §§ 7-10, 8-1.
    Rules: R-254, R-255, R-262.
    """
    term = term_of(session, meeting)
    if term is None:
        raise NoTermThatDay(meeting.council.name)
    roster = roster_on(session, term, day_of(meeting), at)
    session.merge(MeetingRosterRow(meeting_id=meeting.id, document=roster_json(roster), taken_at=at, taken_by=by.name))
    session.flush()
    record(session, RosterTaken(meeting.address, roster.members, len(roster.deputies)), by=by, at=at)
    return roster
