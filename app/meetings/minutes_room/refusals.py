"""What the minutes room refuses, beside what the domain refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError
from app.meetings.domain.minutes_checklist import ChecklistFinding


@dataclass(unsafe_hash=True)
class MinutesNotReady(DomainError):
    """The minutes cannot be approved: something that the act asks for is missing."""

    findings: tuple[ChecklistFinding, ...]
    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class NoApprovingVote(DomainError):
    """No later meeting of the council has adopted the approval of minutes by a vote."""

    meeting: str
    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class NoMinutesYet(DomainError):
    """There is no version of the minutes that this can be done with."""

    meeting: str


@dataclass(unsafe_hash=True)
class MeetingStillRuns(DomainError):
    """The minutes are kept when the meeting is closed; until then everything is in the meeting room."""

    meeting: str


@dataclass(unsafe_hash=True)
class NothingNoted(DomainError):
    """A note without words."""
