"""The acts on meetings that go into the audit trail, named in the past. Exempt titles and texts are never facts."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class MeetingActed(Event):
    """The parent of these events: all are about one meeting, ``2025-03-11-fana``."""

    object_kind: ClassVar[str] = "meeting"


@dataclass(frozen=True, slots=True)
class MeetingPlanned(MeetingActed):
    """A meeting was put into the year plan."""

    council: str
    starts_at: str
    place: str
    form: str


@dataclass(frozen=True, slots=True)
class MeetingChanged(MeetingActed):
    """Place, form, length, language or secretary of a meeting was changed."""

    before: dict[str, str]
    place: str
    form: str


@dataclass(frozen=True, slots=True)
class MeetingMoved(MeetingActed):
    """A meeting was moved to another time or place."""

    before: dict[str, str]
    starts_at: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingCancelled(MeetingActed):
    """A meeting will not be held."""

    reason: str


@dataclass(frozen=True, slots=True)
class MeetingCalled(MeetingActed):
    """The agenda was called: numbers issued, the summons sent, the meeting announced (R-282, R-283)."""

    issue: int
    summoned: int
    case_numbers: list[str]
    shortcomings: list[str]


@dataclass(frozen=True, slots=True)
class RosterTaken(MeetingActed):
    """Who may sit where in the meeting was written down from the membership of the day (R-262)."""

    seats: int
    deputies: int


@dataclass(frozen=True, slots=True)
class AgendaItemPut(MeetingActed):
    """An item was put on the agenda, as a draft until it is called."""

    key: str
    kind: str
    exempt: bool


@dataclass(frozen=True, slots=True)
class AgendaItemChanged(MeetingActed):
    """An item's heading, case text or papers were changed."""

    key: str
    changed: str


@dataclass(frozen=True, slots=True)
class AgendaItemMoved(MeetingActed):
    """An item came to another state."""

    key: str
    before: dict[str, str]
    state: str


@dataclass(frozen=True, slots=True)
class AgendaOrdered(MeetingActed):
    """The items were put in another order."""

    keys: list[str]


@dataclass(frozen=True, slots=True)
class StandingRulesSet(Event):
    """What a council's rules say of its meetings was written down (R-301)."""

    object_kind: ClassVar[str] = "council"
    before: dict[str, object] | None
    notice_days: int
    approval: str
    remote_allowed: bool
    number_prefix: bool


@dataclass(frozen=True, slots=True)
class SummonsSent(MeetingActed):
    """Summonses were handed to the mail server, and how many it did not take."""

    issue: int
    sent: int
    failed: int


@dataclass(frozen=True, slots=True)
class SummonsRead(MeetingActed):
    """Somebody who was summoned said that the summons is read."""

    person_id: int


@dataclass(frozen=True, slots=True)
class AbsenceReported(MeetingActed):
    """A member cannot come (R-255). The reason is not a fact of the trail."""

    person_id: int
    seat: int


@dataclass(frozen=True, slots=True)
class AbsenceWithdrawn(MeetingActed):
    """A member who could not come, can after all."""

    person_id: int
    seat: int


@dataclass(frozen=True, slots=True)
class DeputyAsked(MeetingActed):
    """The next deputy in line was asked to come (R-255)."""

    absent_person_id: int
    deputy_person_id: int


@dataclass(frozen=True, slots=True)
class DeputyAnswered(MeetingActed):
    """A deputy who was asked has answered, or the time to answer ran out."""

    absent_person_id: int
    deputy_person_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class ItemDemanded(MeetingActed):
    """Members demand that an item is on the agenda: how many, of how many needed (R-282)."""

    key: str
    demanding: int
    needed: int


@dataclass(frozen=True, slots=True)
class RecipientAdded(Event):
    """Somebody outside the council is summoned to its meetings (R-286)."""

    object_kind: ClassVar[str] = "council"
    name: str
    capacity: str


@dataclass(frozen=True, slots=True)
class RecipientRemoved(Event):
    """Somebody outside the council is no longer summoned."""

    object_kind: ClassVar[str] = "council"
    name: str
