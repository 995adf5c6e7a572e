"""What is written down of a membership in one act: new facts, corrections, and facts that never were.

Rules: R-262.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from app.core.errors import DomainError
from app.councils.domain.membership import (
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.time_axes import Version

Spell = SeatSpell | DeputySpell | RoleSpell | LeaveSpell | SuspensionSpell | GroupAffiliation
SpellT = TypeVar("SpellT", SeatSpell, DeputySpell, RoleSpell, LeaveSpell, SuspensionSpell, GroupAffiliation)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what is written down.

    ``replaces_id`` is the version of the same kind of spell that it takes the place of, None for a fact not known
    before. ``annulled``: the spell never was.
    """

    spell: Spell
    replaces_id: int | None = None
    annulled: bool = False


def new(spell: Spell) -> Entry:
    """A fact not known before."""
    return Entry(spell)


def changed(before: Version[SpellT], after: SpellT) -> Entry:
    """A fact that takes the place of what was recorded: closed, or corrected."""
    return Entry(after, before.id)


def never_was(before: Version[SpellT]) -> Entry:
    """Something recorded that was never true."""
    return Entry(before.spell, before.id, annulled=True)


@dataclass(unsafe_hash=True)
class ChangedMeanwhile(DomainError):
    """Somebody has corrected the fact since it was read: it must be read again before it is changed."""

    spell: Spell
    rule: str = "R-262"


def require_unreplaced(entries: Iterable[Entry], replaced: Collection[tuple[type, int]]) -> None:
    """Refuse to replace what has been replaced already. ``replaced``: kind of spell and number of its version.

    Rules: R-262.
    """
    for each in entries:
        if each.replaces_id is not None and (type(each.spell), each.replaces_id) in replaced:
            raise ChangedMeanwhile(each.spell)
