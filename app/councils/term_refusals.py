"""What the services of the term refuse beside what the domain refuses."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class DayOutsideTerm(DomainError):
    """Nothing happens in a council on a day when it does not sit. ``term_to_on`` is the day after its last."""

    on: date
    term_from_on: date
    term_to_on: date
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class ProposalOutdated(DomainError):
    """The council has changed since the proposal was made, so that the law now says something else."""

    effective_on: date
    rule: str = "R-256"


@dataclass(unsafe_hash=True)
class UnknownPerson(DomainError):
    """Nobody with this number is registered."""

    person_id: int


@dataclass(unsafe_hash=True)
class UnknownSpell(DomainError):
    """Nothing with this number is recorded for the council."""

    version_id: int
