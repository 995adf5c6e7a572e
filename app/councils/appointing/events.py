"""The acts of the appointment room that go into the audit trail, named in the past.

``object_id`` is the appointment's number, or that and the council's slug: ``3/fana``. Persons stand by their number.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class AppointmentCreated(Event):
    """The appointment of a term's councils was begun."""

    object_kind: ClassVar[str] = "appointment"
    name: str
    term: str
    councils: list[str]


@dataclass(frozen=True, slots=True)
class AppointmentGroupsSet(Event):
    """The parties, and their members in the municipal council, were entered anew."""

    object_kind: ClassVar[str] = "appointment"
    before: dict[str, int]
    groups: dict[str, int]


@dataclass(frozen=True, slots=True)
class DistrictBallotsSet(Event):
    """The parties' ballots in a district were entered anew: election day, advance."""

    object_kind: ClassVar[str] = "council_appointment"
    before: dict[str, list[int]]
    ballots: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class AllocationBasisChosen(Event):
    """Method, basis and the published key for the targets were chosen."""

    object_kind: ClassVar[str] = "appointment"
    before: dict[str, object]
    method: str
    basis: str
    key_whole: int | None
    key_published_in: str
    key_parts: dict[str, int | None]


@dataclass(frozen=True, slots=True)
class TargetLotDrawn(Event):
    """A lot between parties with equal quotients in a district's target."""

    object_kind: ClassVar[str] = "council_appointment"
    between: list[str]
    winner: str


@dataclass(frozen=True, slots=True)
class SeatsSet(Event):
    """The number of seats of a council was changed."""

    object_kind: ClassVar[str] = "council_appointment"
    before: dict[str, int]
    seats: int


@dataclass(frozen=True, slots=True)
class NominationChanged(Event):
    """A name was added, moved, given another part, swapped or taken out of a nomination."""

    object_kind: ClassVar[str] = "council_appointment"
    change: str
    person_id: int
    group: str
    kind: str
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class GroupListChanged(Event):
    """A list was put up, changed or withdrawn; ``persons`` are its names in order, after the act."""

    object_kind: ClassVar[str] = "council_appointment"
    change: str
    code: str
    persons: list[int]


@dataclass(frozen=True, slots=True)
class AppointmentMethodRecorded(Event):
    """Whether a proportional election is demanded, how votes are given, both votes on agreement, a stated exception."""

    object_kind: ClassVar[str] = "council_appointment"
    before: dict[str, object]
    proportional_demanded: bool | None
    voting_form: str | None
    unanimous_on_method: bool | None
    unanimous_on_nomination: bool | None
    exception: str


@dataclass(frozen=True, slots=True)
class CouncilBallotRecorded(Event):
    """The vote of a proportional election was recorded."""

    object_kind: ClassVar[str] = "council_appointment"
    votes: dict[str, int]
    blank: int
    present: int


@dataclass(frozen=True, slots=True)
class CouncilLotDrawn(Event):
    """A lot between lists with equal quotients and equal votes."""

    object_kind: ClassVar[str] = "council_appointment"
    between: list[str]
    winner: str


@dataclass(frozen=True, slots=True)
class OfficerVoteRecorded(Event):
    """The rounds for chair or deputy chair were recorded. Persons → votes."""

    object_kind: ClassVar[str] = "council_appointment"
    role: str
    rounds: list[dict[str, int]]
    by_lot: bool


@dataclass(frozen=True, slots=True)
class EligibilityConfirmed(Event):
    """What decides their eligibility was confirmed of these persons."""

    object_kind: ClassVar[str] = "appointment"
    persons: list[int]


@dataclass(frozen=True, slots=True)
class AppointmentDecided(Event):
    """The municipal council has appointed its district councils. ``exceptions``: council → the reason stated."""

    object_kind: ClassVar[str] = "appointment"
    decision_reference: str
    councils: dict[str, str]
    exceptions: dict[str, str]


@dataclass(frozen=True, slots=True)
class AppointmentDropped(Event):
    """An appointment was given up."""

    object_kind: ClassVar[str] = "appointment"
    reason: str
