"""Two people type the same paper without seeing each other's figures; what differs is settled by the paper.

Law: valgforskriften (2024) § 11-1.
Rules: R-131.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.count_form import Figures
from app.elections.domain.count_unit_states import OPEN_FOR_ENTRY, CountUnitState

FIRST_PERSON, SECOND_PERSON = 1, 2


@dataclass(unsafe_hash=True)
class OwnEntry(DomainError):
    """Nobody controls what they have typed themselves."""

    rule: str = "R-131"


@dataclass(unsafe_hash=True)
class NotYourTurn(DomainError):
    """Two others have typed this unit."""


@dataclass(unsafe_hash=True)
class NotOpenForEntry(DomainError):
    """The unit's figures stand; they are typed anew only when it has been reopened."""

    state: CountUnitState


def differing(first: Figures, second: Figures, lines: Iterable[str]) -> tuple[str, ...]:
    """The lines where the two persons' figures differ, in the order of the form. Left open differs from 0.

    Which lines, and never the figures: a person who knows the other's figure finds it on the paper too.

    Law: valgforskriften (2024) § 11-1.
    Rules: R-131.
    """
    return tuple(line for line in lines if first.get(line) != second.get(line))


def turn_of(person: str, typed_by: tuple[str | None, str | None]) -> int:
    """Which of the two entries ``person`` types: the one they have begun, else the first that nobody has.

    Refused (``NotYourTurn``) when two others have.
    """
    first, second = typed_by
    if person == first:
        return FIRST_PERSON
    if person == second or (first is not None and second is None):
        return SECOND_PERSON
    if first is None:
        return FIRST_PERSON
    raise NotYourTurn


def require_other_person(person: str, other_person: str | None) -> None:
    """Refuse an entry to whoever made the other one, in whichever order; ``other_person`` is None when nobody did.

    Law: valgforskriften (2024) § 11-1.
    Rules: R-131.
    """
    if person == other_person:
        raise OwnEntry


def require_open_for_entry(state: CountUnitState) -> None:
    """Refuse to type over figures that two people agree on, or that are approved."""
    if state not in OPEN_FOR_ENTRY:
        raise NotOpenForEntry(state)
