"""What the public pages of meetings are made of: frozen values that a template can only read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.meetings.calling.documents.summons_content import Summons
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.states import MeetingState


@dataclass(frozen=True, slots=True)
class MovedFrom:
    """Where a meeting was to be held, and why it is not."""

    starts_at: datetime
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as the plan has it: nothing of its agenda. ``called``: its agenda is there to read."""

    address: str
    council: str
    slug: str
    on: date
    starts_at: datetime
    duration_minutes: int
    place: str
    form: MeetingForm
    state: MeetingState
    number: str
    reason: str
    revision: int
    changed_at: datetime
    called: bool
    moves: tuple[MovedFrom, ...]

    @property
    def ends_at(self) -> datetime:
        """When it is expected to end."""
        return self.starts_at + timedelta(minutes=self.duration_minutes)

    @property
    def cancelled(self) -> bool:
        """Whether it is not held."""
        return self.state is MeetingState.CANCELLED


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """Meetings to come, the nearest first, and those that have been, the latest first.

    ``council`` and ``slug`` are empty for all councils; ``year`` is None for what is to come and the last months.
    """

    council: str
    slug: str
    year: int | None
    years: tuple[int, ...]
    to_come: tuple[MeetingLine, ...]
    held: tuple[MeetingLine, ...]
    all: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting; ``summons`` is what was called, with everything exempt kept back, None before it is called."""

    meeting: MeetingLine
    summons: Summons | None
