"""The acts of setting up an election that go into the audit trail."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class ElectionPlanned(Event):
    """An election was set up on the page; ``seats`` by contest, ``settings`` by name."""

    object_kind: ClassVar[str] = "election"
    name: str
    election_day: str
    rule_set: str
    seats: dict[str, int]
    settings: dict[str, str]
    with_decision_power: list[str]


@dataclass(frozen=True, slots=True)
class ElectionReplanned(Event):
    """A draft was changed; ``before`` is all of it as it was."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, object]
    name: str
    election_day: str
    rule_set: str
    seats: dict[str, int]
    settings: dict[str, str]
    with_decision_power: list[str]


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """Settings of an election were decided otherwise; both hold only those that changed."""

    object_kind: ClassVar[str] = "election"
    before: dict[str, str]
    settings: dict[str, str]
