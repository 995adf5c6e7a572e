"""Correcting what is recorded: a wrong date or reason, or a spell that never was, with what must be moved along.

Rules: R-262.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.core.errors import DomainError
from app.councils.domain.history import History
from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Entry, Spell
from app.councils.domain.time_axes import Version, overlap

A_DAY = timedelta(days=1)

AnyVersion = (
    Version[SeatSpell]
    | Version[DeputySpell]
    | Version[RoleSpell]
    | Version[LeaveSpell]
    | Version[SuspensionSpell]
    | Version[GroupAffiliation]
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand instead of a version; ``after`` is None when the spell never was."""

    before: AnyVersion
    after: Spell | None

    def entry(self) -> Entry:
        """The line that is written."""
        if self.after is None:
            return Entry(self.before.spell, self.before.id, annulled=True)
        return Entry(self.after, self.before.id)


@dataclass(unsafe_hash=True)
class NothingCorrected(DomainError):
    """What is to stand instead is just what stands."""

    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class AnothersSpell(DomainError):
    """A correction keeps person, seat, list and office: if one of those is wrong, the spell never was."""

    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class ReasonMissing(DomainError):
    """A correction, or a proposal withdrawn, says why."""

    rule: str = "R-262"


def require_correction(correction: Correction, reason: str) -> None:
    """Refuse a correction without a reason, of nothing, or into another's spell.

    Rules: R-262.
    """
    if not reason.strip():
        raise ReasonMissing
    if correction.after is None:
        return
    if correction.after == correction.before.spell:
        raise NothingCorrected
    if _whose(correction.after) != _whose(correction.before.spell):
        raise AnothersSpell


def moved_along(known: History, before: AnyVersion, after: Spell) -> tuple[Correction, ...]:
    """What hangs together with the dates that are corrected, moved the same way.

    When a member's last day was wrong, so were the first day of the one who followed in the seat and the last day of
    that one's time as deputy; an officer's date moves the next officer's; the end of a leave that of the substitute.

    Rules: R-256, R-259, R-262.
    """
    days = [
        (old, new)
        for old, new in ((before.spell.from_on, after.from_on), (before.spell.to_on, after.to_on))
        if old is not None and new is not None and old != new
    ]
    found = (_moved(each, days) for each in _tied(known, before, [old for old, _new in days]))
    return tuple(each for each in found if each.after != each.before.spell)


def hangs_together(known: History, version: AnyVersion) -> tuple[AnyVersion, ...]:
    """What would be moved along if both days of a fact were corrected: told before anyone corrects them.

    Rules: R-262.
    """
    spell: Spell = version.spell
    shifted = replace(spell, from_on=spell.from_on + A_DAY, to_on=spell.to_on + A_DAY if spell.to_on else None)
    return tuple(each.before for each in moved_along(known, version, shifted))


def _moved(version: AnyVersion, days: list[tuple[date, date]]) -> Correction:
    spell: Spell = version.spell
    moved = dict(days)
    begins = moved.get(spell.from_on, spell.from_on)
    ends = moved.get(spell.to_on, spell.to_on) if spell.to_on else None
    return Correction(version, replace(spell, from_on=begins, to_on=ends))


def _tied(known: History, before: AnyVersion, old_days: list[date]) -> Iterator[AnyVersion]:
    spell: Spell = before.spell
    match spell:
        case SeatSpell() | DeputySpell():
            yield from _of_members(known, before, old_days)
        case RoleSpell():
            yield from (each for each in known.roles if each.spell.role is spell.role and each.id != before.id)
        case LeaveSpell():
            yield from _substitutes(known, spell)
        case GroupAffiliation():
            yield from (
                each for each in known.affiliations if each.spell.person_id == spell.person_id and each.id != before.id
            )
        case SuspensionSpell():
            return


def _of_members(known: History, before: AnyVersion, old_days: list[date]) -> Iterator[AnyVersion]:
    """All of the person, and of those who begin or end in the same seat on one of the days."""
    spell: Spell = before.spell
    persons = {spell.person_id}
    if isinstance(spell, SeatSpell):
        seat = [each.spell for each in known.seats if each.spell.seat == spell.seat]
        persons |= {each.person_id for each in seat if each.from_on in old_days or each.to_on in old_days}
    others: tuple[AnyVersion, ...] = (*known.seats, *known.deputies, *known.roles, *known.leaves, *known.suspensions)
    yield from (each for each in others if each.spell.person_id in persons and each != before)


def _substitutes(known: History, leave: LeaveSpell) -> Iterator[Version[SeatSpell]]:
    """Those who sit for the one on leave."""
    held = {each.spell.seat for each in known.seats if each.spell.person_id == leave.person_id}
    for each in known.seats:
        if each.spell.cause is Cause.SUBSTITUTE and each.spell.seat in held and overlap(each.spell, leave):
            yield each


def _whose(spell: Spell) -> tuple[object, ...]:
    match spell:
        case SeatSpell():
            return SeatSpell, spell.person_id, spell.seat, spell.list_code
        case DeputySpell():
            return DeputySpell, spell.person_id, spell.rank, spell.list_code
        case RoleSpell():
            return RoleSpell, spell.person_id, spell.role
        case GroupAffiliation():
            return GroupAffiliation, spell.person_id, spell.group_name
        case _:
            return type(spell), spell.person_id
