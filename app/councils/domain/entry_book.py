"""The entries of one act, gathered: which spells end, which never come to be, and which begin.

Rules: R-262.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from app.core.errors import DomainError
from app.councils.domain.history import History
from app.councils.domain.membership import (
    DeputySpell,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Entry, Spell, SpellT, changed, never_was, new
from app.councils.domain.time_axes import Version, covers, known_at

OfficeT = TypeVar("OfficeT", SeatSpell, DeputySpell, RoleSpell)
BesideT = TypeVar("BesideT", LeaveSpell, SuspensionSpell, GroupAffiliation)


@dataclass(unsafe_hash=True)
class BeganThatDay(DomainError):
    """A spell cannot end before its first day is over: what began that day is corrected instead."""

    spell: Spell
    on: date
    rule: str = "R-262"


def currently_known(history: History, moment: datetime) -> History:
    """The history with only the versions that are known at the moment.

    Rules: R-262.
    """
    return History(
        known_at(history.seats, moment),
        known_at(history.deputies, moment),
        known_at(history.roles, moment),
        known_at(history.leaves, moment),
        known_at(history.suspensions, moment),
        known_at(history.affiliations, moment),
    )


@dataclass(slots=True)
class EntryBook:
    """What is written down in one act. ``known`` are the versions known; ``on`` the day from which all of it holds."""

    known: History
    on: date
    _ended: dict[tuple[type[Spell], int], Entry] = field(default_factory=dict)
    _begun: list[Spell] = field(default_factory=list)

    def entries(self) -> tuple[Entry, ...]:
        """Endings first, in the order they were made, then what begins."""
        return *self._ended.values(), *(new(each) for each in self._begun)

    @property
    def begun(self) -> tuple[Spell, ...]:
        """What begins by this act, in the order it was written down."""
        return tuple(self._begun)

    def begin(self, spell: Spell) -> None:
        """A new fact."""
        self._begun.append(spell)

    def end_offices(self, versions: Iterable[Version[OfficeT]], cause: EndCause) -> tuple[OfficeT, ...]:
        """End those that cover the day, and give them as they were. What has ended already in this act is left."""
        ended = []
        for version in versions:
            if covers(version.spell, self.on) and self._free(version):
                if version.spell.from_on == self.on:
                    raise BeganThatDay(version.spell, self.on)
                self._put(version, changed(version, replace(version.spell, to_on=self.on, end_cause=cause)))
                ended.append(version.spell)
        return tuple(ended)

    def end_beside(self, versions: Iterable[Version[BesideT]]) -> None:
        """End leaves, suspensions and affiliations from the day on; those that would begin later never come to be."""
        for version in versions:
            if not self._free(version):
                continue
            if version.spell.from_on >= self.on:
                self._put(version, never_was(version))
            elif covers(version.spell, self.on):
                self._put(version, changed(version, replace(version.spell, to_on=self.on)))

    def _free(self, version: Version[SpellT]) -> bool:
        return (type(version.spell), version.id) not in self._ended

    def _put(self, version: Version[SpellT], entry: Entry) -> None:
        self._ended[type(version.spell), version.id] = entry


def of(person_id: int, versions: Sequence[Version[SpellT]]) -> list[Version[SpellT]]:
    """The spells of one person."""
    return [each for each in versions if each.spell.person_id == person_id]
