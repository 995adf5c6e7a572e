"""Who sat in which seat, when – and what was known of it when: spells on two axes of time, of which nothing is erased.

Days are counted from ``from_on`` up to, but not with, ``to_on``: one whose last day is a meeting day has the day after.
A correction is a version that replaces another; what was shown before can always be shown again.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-9, 7-10.
Rules: R-262.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from app.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Spell:
    """One version of a person's time in a seat. ``to_on`` is None while it lasts.

    ``replaces`` is the version this one takes the place of; ``annulled`` says that the spell never was.
    """

    version: int
    seat: int
    person: str
    from_on: date
    to_on: date | None
    recorded_at: datetime
    replaces: int | None = None
    annulled: bool = False

    def covers(self, day: date) -> bool:
        """Whether the person sat on that day."""
        return self.from_on <= day and (self.to_on is None or day < self.to_on)


@dataclass(unsafe_hash=True)
class SpellsOverlap(DomainError):
    """Two spells that cannot both be: of one seat, or of one person in two seats of the same council."""

    first: Spell
    second: Spell


@dataclass(unsafe_hash=True)
class OutsideTerm(DomainError):
    """A spell that begins before its term of office, ends after it, or ends before it has begun."""

    spell: Spell
    term_from: date
    term_to: date


def known_at(spells: Iterable[Spell], moment: datetime) -> tuple[Spell, ...]:
    """The spells as they were known at that moment, by seat and first day.

    Rules: R-262.
    """
    recorded = [each for each in spells if each.recorded_at <= moment]
    replaced = {each.replaces for each in recorded}
    standing = [each for each in recorded if each.version not in replaced and not each.annulled]
    return tuple(sorted(standing, key=lambda each: (each.seat, each.from_on)))


def council_on(spells: Iterable[Spell], day: date, known: datetime) -> dict[int, str]:
    """Seat → person: the council on that day, as it was known at that moment. Empty seats are not there.

    Rules: R-262.
    """
    return {each.seat: each.person for each in known_at(spells, known) if each.covers(day)}


def require_possible(spells: Sequence[Spell], term_from: date, term_to: date) -> None:
    """Refuse spells of one council and term, as now known, that cannot all be true.

    A seat has one holder on a day; a person sits in one seat; nothing lies outside the term. A person may come back, to
    the same seat or another, any number of times.

    Rules: R-262.
    """
    for each in spells:
        last = each.to_on or term_to
        if not term_from <= each.from_on < last <= term_to:
            raise OutsideTerm(each, term_from, term_to)
    in_order = sorted(spells, key=lambda each: each.from_on)
    for seat in {each.seat for each in spells}:
        _refuse_overlap([each for each in in_order if each.seat == seat])
    for person in {each.person for each in spells}:
        _refuse_overlap([each for each in in_order if each.person == person])


def _refuse_overlap(in_order: Sequence[Spell]) -> None:
    for earlier, later in pairwise(in_order):
        if earlier.to_on is None or later.from_on < earlier.to_on:
            raise SpellsOverlap(earlier, later)
