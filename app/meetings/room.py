"""The door to the meetings' staff pages: their place in the menu, and who may see which meeting."""

from flask import abort
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.auth.guard import current_reach
from app.auth.staff_menu import StaffRoom
from app.core.permissions import Permission
from app.councils.council_models import Council
from app.councils.queries import council_by_slug, councils
from app.meetings.calling.queries import last_issue
from app.meetings.models import Meeting
from app.meetings.queries import meeting_by_address

SEE, KEEP = Permission.MEETINGS_SEE, Permission.MEETINGS_KEEP

STAFF_ROOMS = (StaffRoom(_l("Møter"), "/admin/moter", SEE),)


def sees(council: Council) -> bool:
    """Whether the person signed in may read all about the council's meetings, exempt text and drafts too."""
    return current_reach(SEE).covers(council.slug)


def keeps(council: Council) -> bool:
    """Whether the person signed in keeps the council's meetings."""
    return current_reach(KEEP).covers(council.slug)


def councils_in_reach(session: Session) -> list[Council]:
    """The councils whose meetings the person signed in may read about, without those abolished."""
    return [each for each in councils(session) if sees(each) and each.abolished_on is None]


def council_to_keep(session: Session, slug: str) -> Council:
    """The council, for one who keeps its meetings; for others there is no such council."""
    council = council_by_slug(session, slug)
    return council if council and keeps(council) else abort(404)


def meeting_to_read(session: Session, address: str) -> Meeting:
    """The meeting, for one who may read all about it; for others there is no such meeting."""
    meeting = meeting_by_address(session, address)
    return meeting if meeting and sees(meeting.council) else abort(404)


def meeting_to_keep(session: Session, address: str) -> Meeting:
    """The meeting, for one who keeps it; for others there is no such meeting."""
    meeting = meeting_by_address(session, address)
    return meeting if meeting and keeps(meeting.council) else abort(404)


def issues_of(session: Session, meeting: Meeting) -> int:
    """How many times the meeting has been called: the first summons, and those of additional agendas or new times."""
    return last_issue(session, meeting)
