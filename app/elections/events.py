"""The acts of an election that go into the audit trail, named in the past."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class ElectionSetUp(Event):
    """An election was made from a setup file."""

    object_kind: ClassVar[str] = "election"
    name: str
    rule_set: str
    contests: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CountsImported(Event):
    """Figures of a count were taken in from a file."""

    object_kind: ClassVar[str] = "election"
    file: str
    sha256: str
    added: int
    known: int


@dataclass(frozen=True, slots=True)
class BallotsImported(Event):
    """Changed ballots were taken in from a file."""

    object_kind: ClassVar[str] = "election"
    file: str
    sha256: str
    added: int
    known: int


@dataclass(frozen=True, slots=True)
class ElectionMoved(Event):
    """An election went from one state to the next."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, str]
    state: str


@dataclass(frozen=True, slots=True)
class LotDrawn:
    """That the board drew a lot for a seat, and between which lists; not who won it."""

    seat: int
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettlementMade(Event):
    """A contest was settled. Who won what, a lot too, stands in the settlement: the trail is read before release.

    Rules: R-140.
    """

    object_kind: ClassVar[str] = "contest"
    number: int
    input_sha256: str
    lots: list[LotDrawn]


@dataclass(frozen=True, slots=True)
class ValidityDecided(Event):
    """The municipal council has decided whether the election in a district is valid (R-205)."""

    object_kind: ClassVar[str] = "contest"
    valid: bool
    decided_on: str
    reference: str
    no_longer_eligible: list[str]
