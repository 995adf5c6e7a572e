"""The acts during the term that go into the audit trail, named in the past."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class ChangeProposed(Event):
    """Something has happened to a member or deputy, and what the law says was written down."""

    object_kind: ClassVar[str] = "membership_change"
    council: str
    what: dict[str, object]
    effective_on: str
    steps: list[str]


@dataclass(frozen=True, slots=True)
class ChangeWithdrawn(Event):
    """A proposed change came to nothing."""

    object_kind: ClassVar[str] = "membership_change"
    before: dict[str, object]
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeDecided(Event):
    """A change was decided, and the spells written down. ``choices`` stand in the order of the steps."""

    object_kind: ClassVar[str] = "membership_change"
    before: dict[str, object]
    state: str
    council: str
    effective_on: str
    decision_reference: str
    bodies: list[str]
    choices: list[dict[str, object]]
    spells: list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class SpellsCorrected(Event):
    """What was recorded was wrong: spells were corrected, or it was said that they never were."""

    object_kind: ClassVar[str] = "council"
    before: dict[str, object]
    spells: list[dict[str, object]]
    reason: str


@dataclass(frozen=True, slots=True)
class SpellAdded(Event):
    """A fact that had been forgotten was written down, and why it came late."""

    object_kind: ClassVar[str] = "council"
    spell: dict[str, object]
    reason: str
