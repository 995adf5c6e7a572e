"""What the services of counting refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import FormFault


@dataclass(unsafe_hash=True)
class NotCounting(DomainError):
    """The election is not being counted: not yet, or no more."""

    election_state: str


@dataclass(unsafe_hash=True)
class PlanNotOpen(DomainError):
    """Units are laid down when the lists are decided and until the election is settled."""

    election_state: str


@dataclass(unsafe_hash=True)
class FiguresNotInOrder(DomainError):
    """The figures cannot be stored as they are; each fault stands with its line."""

    form_faults: tuple[FormFault, ...]


@dataclass(unsafe_hash=True)
class EntryTaken(DomainError):
    """The entry was saved by somebody else, or in another window, after it was read.

    ``own``: it is the same person's. ``version`` is the stored one.
    """

    turn: int
    version: int
    typed_by: str
    typed_at: datetime
    own: bool


@dataclass(unsafe_hash=True)
class StaleUnit(DomainError):
    """Something has happened to the unit since it was read: the act had seen edit ``seen`` of ``current``."""

    seen: int
    current: int


@dataclass(unsafe_hash=True)
class ExplanationsMissing(DomainError):
    """These controls have no explanation."""

    codes: tuple[ControlCode, ...]


@dataclass(unsafe_hash=True)
class DoubtfulUndecided(DomainError):
    """Ballots set aside in the first count of the unit are not decided."""

    left: int
    rule: str = "R-138"


@dataclass(unsafe_hash=True)
class ReasonNeeded(DomainError):
    """The act must have a reason."""


@dataclass(unsafe_hash=True)
class NothingToReopen(DomainError):
    """The unit has no figures yet."""


@dataclass(unsafe_hash=True)
class UnitInUse(DomainError):
    """Figures have been typed or imported for the unit; it is not taken out of the plan."""


@dataclass(unsafe_hash=True)
class UnitTypedHere(DomainError):
    """The unit's figures are typed in the counting room; a file adds nothing to them."""

    contest: str
    count: int
    category: str
    place: str


@dataclass(unsafe_hash=True)
class StaleFigures(DomainError):
    """The figures were changed by somebody else since they were read."""


@dataclass(unsafe_hash=True)
class NoHandOvers(DomainError):
    """In this election ballots of other districts are judged where they lie."""

    rule: str = "R-107"


@dataclass(unsafe_hash=True)
class SameDistrict(DomainError):
    """Ballots are handed over to another district."""


@dataclass(unsafe_hash=True)
class OwnHandOver(DomainError):
    """Who sent the ballots does not confirm how many came."""


@dataclass(unsafe_hash=True)
class UnitsNotApproved(DomainError):
    """A contest is not settled while units of its counts are not approved."""

    contest: str
    number: int
