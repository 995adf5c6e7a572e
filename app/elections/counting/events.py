"""The acts of counting that go into the audit trail. None of them holds a figure of a result (R-140)."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class CountPlanned(Event):
    """It was laid down which units a district is counted in."""

    object_kind: ClassVar[str] = "contest"
    units: tuple[str, ...]
    advance_places: int


@dataclass(frozen=True, slots=True)
class CountUnitDropped(Event):
    """A unit that was planned is not counted after all."""

    object_kind: ClassVar[str] = "count_unit"
    reason: str


@dataclass(frozen=True, slots=True)
class CountEntered(Event):
    """One person's figures were saved. ``agrees`` is None until two have typed the unit."""

    object_kind: ClassVar[str] = "count_unit"
    turn: int
    version: int
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class CountApproved(Event):
    """The board approved a unit's figures."""

    object_kind: ClassVar[str] = "count_unit"
    round: int
    explained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountExplained(Event):
    """The board explained what a control stopped at."""

    object_kind: ClassVar[str] = "count_unit"
    explained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountReopened(Event):
    """A unit was opened again."""

    object_kind: ClassVar[str] = "count_unit"
    before: dict[str, str | int]
    round: int
    reason: str


@dataclass(frozen=True, slots=True)
class RefusedVotesRecorded(Event):
    """How many votes were refused, by kind and ground."""

    object_kind: ClassVar[str] = "contest"
    before: dict[str, int]
    refused: dict[str, int]


@dataclass(frozen=True, slots=True)
class DoubtfulBallotDecided(Event):
    """The board decided on a ballot that was set aside. Which way is in the ballot's own row, not here."""

    object_kind: ClassVar[str] = "doubtful_ballot"
    number: int


@dataclass(frozen=True, slots=True)
class DoubtfulDecisionWithdrawn(Event):
    """A decision on a ballot that was set aside was taken back."""

    object_kind: ClassVar[str] = "doubtful_ballot"
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class BallotsHandedOver(Event):
    """Ballots of another district were sent to it."""

    object_kind: ClassVar[str] = "ballot_hand_over"
    to_contest: str
    sent: int


@dataclass(frozen=True, slots=True)
class HandOverReceived(Event):
    """The receiver counted the ballots that came."""

    object_kind: ClassVar[str] = "ballot_hand_over"
    before: dict[str, int | None]
    received: int
