"""The acts of the settlement room that go into the audit trail. Who won what stands in the settlement, never here.

Rules: R-140.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class SettlementEvent(Event):
    """The parent of these events: all are about one contest, ``2027/fana``."""

    object_kind: ClassVar[str] = "contest"


@dataclass(frozen=True, slots=True)
class TrialSettlementMade(SettlementEvent):
    """A settlement was tried: it came through, or stopped at a tie."""

    input_sha256: str
    needs_lot: bool


@dataclass(frozen=True, slots=True)
class LotRecorded(SettlementEvent):
    """The outcome of a lot was entered; between which lists and in front of whom, not who won it."""

    input_sha256: str
    seat: int
    lists: tuple[str, ...]
    witnesses: tuple[str, ...]
    drawn_on: str


@dataclass(frozen=True, slots=True)
class SettlementDecided(SettlementEvent):
    """The electoral board decided a settlement; at the keyboard without a meeting to tell of."""

    before: dict[str, str]
    number: int
    met_on: str | None
    members: int | None
    present: tuple[str, ...]
    case_number: str


@dataclass(frozen=True, slots=True)
class SettlementAnnulled(SettlementEvent):
    """A settlement holds no more."""

    before: dict[str, str]
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class EligibilityFound(SettlementEvent):
    """A candidate was found not to be eligible, or eligible after all. ``candidate`` is ``A:3``."""

    before: dict[str, str]
    candidate: str
    cause: str
    on_day: str
    source: str
