"""The acts on changed ballots that go into the audit trail, named in the past. No ballot's content is among them.

Each save of a clerk who types is not an act; beginning, handing in, taking over and being shown another's work are.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class TypedBatchEvent(Event):
    """The parent of events about one bundle, ``2027/fana/001``."""

    object_kind: ClassVar[str] = "typed_batch"


@dataclass(frozen=True, slots=True)
class BatchRegistered(TypedBatchEvent):
    """A bundle got a number and a batch sheet."""

    list_code: str
    ballots: int


@dataclass(frozen=True, slots=True)
class BatchWithdrawn(TypedBatchEvent):
    """A bundle that was registered is not to be typed after all."""


@dataclass(frozen=True, slots=True)
class BatchGrew(TypedBatchEvent):
    """There was a ballot more in the bundle than on its sheet."""

    before: dict[str, int]
    ballots: int


@dataclass(frozen=True, slots=True)
class EntryBegun(TypedBatchEvent):
    """A clerk began to type."""

    round: int
    turn: int


@dataclass(frozen=True, slots=True)
class EntryTakenOver(TypedBatchEvent):
    """A clerk goes on where another left off."""

    before: dict[str, str]
    round: int
    turn: int
    typed_by: str


@dataclass(frozen=True, slots=True)
class EntryShown(TypedBatchEvent):
    """Two typed at once; the one who came last was shown what the other has saved."""

    round: int
    turn: int
    typed_by: str


@dataclass(frozen=True, slots=True)
class EntryFinished(TypedBatchEvent):
    """A clerk handed in; how many ballots, and the second time how many differ."""

    round: int
    turn: int
    ballots: int
    differing: int | None


@dataclass(frozen=True, slots=True)
class DifferencesSettled(TypedBatchEvent):
    """Somebody looked at the paper for these ballots."""

    round: int
    numbers: list[int]
    left: int


@dataclass(frozen=True, slots=True)
class BatchApproved(TypedBatchEvent):
    """The bundle's ballots count."""

    round: int
    ballots: int


@dataclass(frozen=True, slots=True)
class BatchReopened(TypedBatchEvent):
    """The bundle is typed again, and what was approved no longer counts."""

    before: dict[str, str]
    round: int
    reason: str


@dataclass(frozen=True, slots=True)
class SampleDrawn(Event):
    """Ballots were drawn to be compared with the paper."""

    object_kind: ClassVar[str] = "contest"
    number: int
    seed: str
    ballots: int
    population: int


@dataclass(frozen=True, slots=True)
class SampleRecorded(Event):
    """What was found when drawn ballots were compared with the paper."""

    object_kind: ClassVar[str] = "contest"
    number: int
    agreeing: list[int]
    differing: list[int]
