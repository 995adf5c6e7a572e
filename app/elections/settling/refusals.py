"""What the services of the settlement room refuse, beside what the domain refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.blockers import Blocker


@dataclass(unsafe_hash=True)
class SettlementStands(DomainError):
    """The contest has a settlement that is proposed or decided: what it is made from is locked until it is annulled."""

    contest: str
    number: int
    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class NotReadyToSettle(DomainError):
    """Something stands between the contest and a lawful settlement."""

    contest: str
    blockers: tuple[Blocker, ...]
    rule: str = "R-150"


@dataclass(unsafe_hash=True)
class InputChanged(DomainError):
    """The lists, counts or ballots are not what they were when the figures on the page were made."""

    contest: str
    rule: str = "R-150"


@dataclass(unsafe_hash=True)
class NoTrial(DomainError):
    """No trial has been made: the board proposes what it has seen."""

    contest: str
    rule: str = "R-150"


@dataclass(unsafe_hash=True)
class LotNotDrawn(DomainError):
    """A lot must be drawn between these lists before the contest can be settled."""

    contest: str
    lists: tuple[str, ...]
    rule: str = "R-155"


@dataclass(unsafe_hash=True)
class NoLotToDraw(DomainError):
    """There is no tie to draw a lot for, or somebody has recorded this lot already."""

    contest: str
    rule: str = "R-155"


@dataclass(unsafe_hash=True)
class SamePersonDecides(DomainError):
    """Who proposed a settlement does not decide it."""

    person: str
    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class ReasonMissing(DomainError):
    """A settlement is annulled with a reason that everyone can read."""

    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class ValidityIsDecided(DomainError):
    """The municipal council has decided on the election in the district: the board changes it no more."""

    contest: str
    rule: str = "R-205"


@dataclass(unsafe_hash=True)
class ListsNotFrozen(DomainError):
    """The lists are still being decided: who stands, and whether it is a majority election, is not known yet."""

    election: str
    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class UnknownCandidate(DomainError):
    """No candidate stands there."""

    contest: str
    list_code: str
    position: int
    rule: str = "R-163"
