"""What the services of councils refuse, as types with facts, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.council_setup import SetupFinding


@dataclass(unsafe_hash=True)
class SlugTaken(DomainError):
    """Another council has this place in public addresses."""

    slug: str
    name: str


@dataclass(unsafe_hash=True)
class CouncilNotInOrder(DomainError):
    """A council cannot be set up like this: too few members, or a name without the statutory designation."""

    name: str
    findings: tuple[SetupFinding, ...]


@dataclass(unsafe_hash=True)
class CouncilAlreadySits(DomainError):
    """The council has a term on some of these days already. ``rule`` R-262."""

    council: str
    from_on: date
    to_on: date
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class DuplicateGroup(DomainError):
    """Two lists or groups of one council with the same code."""

    code: str
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class UnknownGroup(DomainError):
    """Somebody is elected for a list or group that the council does not have."""

    code: str
    codes: tuple[str, ...]
    rule: str = "R-262"


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


@dataclass(unsafe_hash=True)
class AbolishedAlready(DomainError):
    """The council was abolished before; ``abolished_on`` is the first day without it."""

    council: str
    abolished_on: date
    rule: str = "R-7"


@dataclass(unsafe_hash=True)
class NobodySits(DomainError):
    """The council has no term that lasts until the day, so that nothing ends on it."""

    council: str
    on: date
    rule: str = "R-7"
