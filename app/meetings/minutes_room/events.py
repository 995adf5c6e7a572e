"""The acts on minutes that go into the audit trail. Their texts are in the versions, never here."""

from dataclasses import dataclass

from app.meetings.events import MeetingActed


@dataclass(frozen=True, slots=True)
class MinutesFrameSet(MeetingActed):
    """Secretary and place were written down after the meeting had begun."""

    before: dict[str, str]
    secretary: str
    place: str


@dataclass(frozen=True, slots=True)
class MinutesApproved(MeetingActed):
    """The minutes were approved, in a later meeting or by signatures."""

    version: int
    method: str
    approved_on: str
    approved_by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MinutesPublished(MeetingActed):
    """A version of the minutes was published: its public face."""

    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MinutesNoted(MeetingActed):
    """A correction or remark was added to the minutes, as a new version."""

    version: int
    sha256: str
