"""The acts on councils that go into the audit trail, named in the past."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class CouncilSetUp(Event):
    """A district council was set up."""

    object_kind: ClassVar[str] = "council"
    name: str
    district: str
    established_on: str


@dataclass(frozen=True, slots=True)
class TermOpened(Event):
    """A term of office of the municipality was entered."""

    object_kind: ClassVar[str] = "term"
    name: str
    from_on: str
    to_on: str


@dataclass(frozen=True, slots=True)
class CouncilTermOpened(Event):
    """A council was made ready for a term: its seats are there, and nobody is in them yet."""

    object_kind: ClassVar[str] = "council"
    basis: str
    elected_by: str
    seats: int
    from_on: str
    to_on: str


@dataclass(frozen=True, slots=True)
class CouncilTookOffice(Event):
    """The elected took their seats, deputies were ranked, and the previous council ended."""

    object_kind: ClassVar[str] = "council"
    from_on: str
    decision_reference: str
    seats_filled: int
    seats_empty: int
    deputies: int
    previous_ended_on: str | None


@dataclass(frozen=True, slots=True)
class PersonRegistered(Event):
    """A person was entered. What is private of a person is not copied into the trail."""

    object_kind: ClassVar[str] = "person"
    name: str
    protected: bool


@dataclass(frozen=True, slots=True)
class PersonsRegistered(Event):
    """Many persons were entered in one act; ``object_id`` is where they were named."""

    object_kind: ClassVar[str] = "person"
    registered: int


@dataclass(frozen=True, slots=True)
class PersonCorrected(Event):
    """Details of a person were changed: which ones, never what they were."""

    object_kind: ClassVar[str] = "person"
    name: str
    changed: list[str]


@dataclass(frozen=True, slots=True)
class CouncilAbolished(Event):
    """The municipal council has abolished a district council; ``from_on`` is the first day without it."""

    object_kind: ClassVar[str] = "council"
    from_on: str
    decision_reference: str
