"""The acts of the meeting room that go into the audit trail. What was said or decided is in the log, not here."""

from dataclasses import dataclass

from app.meetings.events import MeetingActed


@dataclass(frozen=True, slots=True)
class EventRecorded(MeetingActed):
    """Something that happened in the meeting was recorded in its log."""

    sequence: int
    kind: str


@dataclass(frozen=True, slots=True)
class EventUndone(MeetingActed):
    """An entry of the log was taken back; both stay in it."""

    sequence: int
    undone: str


@dataclass(frozen=True, slots=True)
class ItemRaisedInMeeting(MeetingActed):
    """An item came on the agenda in the meeting, and got its number."""

    key: str
    case_number: str
