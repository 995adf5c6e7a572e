"""What typing changed ballots refuses, as types with facts. Their texts stand in ``refusal_texts.py``."""

from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.states import ElectionState


@dataclass(unsafe_hash=True)
class NotCounting(DomainError):
    """The election is not at the point where ballots are counted."""

    state: ElectionState


@dataclass(unsafe_hash=True)
class MoreTypedThanCounted(DomainError):
    """More changed ballots of a list, in bundles and files together, than its second count has ballots."""

    contest: str
    list_code: str
    ballots: int
    counted: int


@dataclass(unsafe_hash=True)
class BatchMovedOn(DomainError):
    """The bundle is no longer where the clerk's page had it: typed by another, reopened, or withdrawn."""

    code: str


@dataclass(unsafe_hash=True)
class LineTwice(DomainError):
    """What was sent has a ballot more than once."""

    number: int


@dataclass(unsafe_hash=True)
class LinesLeftOver(DomainError):
    """What was sent has lines for ballots that the bundle has not."""

    number: int
    ballots: int


@dataclass(unsafe_hash=True)
class OtherListTyped(DomainError):
    """The clerk has a bundle of another list in hand than the batch sheet says."""

    code: str
    sheet: str
    typed: str


@dataclass(unsafe_hash=True)
class ReasonMissing(DomainError):
    """A bundle is reopened, or a ballot found different, without saying why or how."""


@dataclass(unsafe_hash=True)
class BatchCodeTaken(DomainError):
    """A file has brought a batch with this code."""

    code: str


@dataclass(unsafe_hash=True)
class BatchIsTyped(DomainError):
    """A file has new ballots for a bundle that is typed from paper."""

    contest: str
    code: str


@dataclass(unsafe_hash=True)
class BatchesOpen(DomainError):
    """Bundles that are not approved yet, so that what is drawn from would change."""

    codes: tuple[str, ...]


@dataclass(unsafe_hash=True)
class RecordedAlready(DomainError):
    """What was found of these drawn ballots has been recorded, and stays."""

    ordinals: tuple[int, ...]
