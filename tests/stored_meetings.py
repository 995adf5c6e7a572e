"""Makers of stored meetings: Fana's directly elected council of seven, and meetings in the year plan of 2025."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO
from app.councils.council_models import Council, Person
from app.meetings.calling.services.call import Called, call_meeting
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.states import ItemState
from app.meetings.models import AgendaItemRow, Meeting
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state
from app.meetings.services.plan import MeetingFrame, plan_meeting
from tests.stored_councils import a_council, elect, people

PLANNED_AT = datetime(2025, 1, 7, 9, tzinfo=UTC)
CALLED_AT = datetime(2025, 2, 27, 12, tzinfo=UTC)
ON_11_MARCH = datetime(2025, 3, 11, 18, tzinfo=OSLO)
SEATS = "Ap H Ap H Ap H Ap"


def fana_elected(session: Session, name: str = "Fana", slug: str = "fana") -> tuple[Council, list[Person]]:
    """Seven seats: Ap has 1, 3, 5 and 7, H has 2, 4 and 6. Persons: Ap 4, H 3, then two deputies of Ap, two of H."""
    council = a_council(session, name, slug)
    everyone = people(session, *(f"{name} {each}" for each in WHO))
    members = {"Ap": everyone[0:4], "H": everyone[4:7]}
    elect(session, council, SEATS, members, deputies={"Ap": everyone[7:9], "H": everyone[9:11]})
    session.flush()
    return council, everyone


WHO = (
    "Ap en",
    "Ap to",
    "Ap tre",
    "Ap fire",
    "H en",
    "H to",
    "H tre",
    "Ap vara en",
    "Ap vara to",
    "H vara en",
    "H vara to",
)


def a_meeting(session: Session, council: Council, starts_at: datetime = ON_11_MARCH) -> Meeting:
    """A meeting in the plan, at six in the evening of 11 March 2025 unless told otherwise."""
    return plan_meeting(session, council, MeetingFrame(starts_at, "Fana kulturhus"), by=AT_THE_KEYBOARD, at=PLANNED_AT)


def an_item(
    session: Session, meeting: Meeting, title: str, kind: ItemKind = ItemKind.DECISION, *, ready: bool = True
) -> AgendaItemRow:
    """An item, ready for the agenda unless told otherwise."""
    seen, by = meeting.edit, AT_THE_KEYBOARD
    row = put_item(session, meeting, ItemHeading(kind, title), seen=seen, by=by, at=PLANNED_AT)
    if ready:
        set_item_state(session, meeting, row.key, ItemState.ON_AGENDA, seen=seen + 1, by=by, at=PLANNED_AT)
    return row


def keys(meeting: Meeting) -> Sequence[str]:
    """The keys of the agenda, in its order."""
    return [each.key for each in sorted(meeting.items, key=lambda each: each.position)]


def called(session: Session, meeting: Meeting, at: datetime = CALLED_AT) -> Called:
    """The meeting called, on 27 February 2025 unless told otherwise: twelve days before 11 March."""
    return call_meeting(session, meeting, seen=meeting.edit, by=AT_THE_KEYBOARD, at=at)
