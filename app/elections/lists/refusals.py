"""What the services of list proposals refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class StaleEdit(DomainError):
    """Others have saved changes to the proposal since it was read: the save had seen edit ``seen`` of ``current``."""

    heading: str
    seen: int
    current: int


@dataclass(unsafe_hash=True)
class ListsNotOpen(DomainError):
    """The election does not take list proposals: it is not open for lists, or the lists are decided."""

    election_state: str
    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class CodeTaken(DomainError):
    """Another proposal or list of the district has this code."""

    code: str


@dataclass(unsafe_hash=True)
class NotADraft(DomainError):
    """A proposal that has been received is never thrown away."""

    heading: str
    rule: str = "R-50"


@dataclass(unsafe_hash=True)
class NothingToTell(DomainError):
    """There is no defect to tell the representative of."""

    heading: str
    rule: str = "R-62"


@dataclass(unsafe_hash=True)
class NothingToWithdraw(DomainError):
    """No withdrawal has come in for the board to decide on."""

    heading: str
    rule: str = "R-64"


@dataclass(unsafe_hash=True)
class ListsUndecided(DomainError):
    """Proposals that are not decided, by heading and district."""

    headings: tuple[str, ...]
    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class DeadlineNotPassed(DomainError):
    """More proposals may still come: the list deadline has not passed."""

    closes_at: datetime
    rule: str = "R-50"


@dataclass(unsafe_hash=True)
class NotAnswered(DomainError):
    """The source of what has been found out about the candidates is missing."""

    rule: str = "R-35"


@dataclass(unsafe_hash=True)
class LinesNotUnderstood(DomainError):
    """Lines that cannot be used: number and text of each, and what a line looks like."""

    lines: tuple[tuple[int, str], ...]
    example: str


@dataclass(unsafe_hash=True)
class NothingApproved(DomainError):
    """The district has no approved list to announce."""

    district: str
    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class AnnouncedInFuture(DomainError):
    """An announcement is recorded when it is made, not before."""

    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class ReceivedInFuture(DomainError):
    """A moment of receipt that has not come yet."""

    rule: str = "R-50"


@dataclass(unsafe_hash=True)
class ComplaintsMayCome(DomainError):
    """Signatures are kept until the election is decided valid or invalid: until then they may have to be shown."""

    rule: str = "R-59"


@dataclass(unsafe_hash=True)
class ReferenceMissing(DomainError):
    """A decision of the municipal council without its case number."""

    rule: str = "R-24"


@dataclass(unsafe_hash=True)
class DecidedInFuture(DomainError):
    """A decision is recorded when it is made, not before."""

    rule: str = "R-24"


@dataclass(unsafe_hash=True)
class StatementSourceMissing(DomainError):
    """What the party's national board has stated, without where it stands."""

    rule: str = "R-53"


@dataclass(unsafe_hash=True)
class NotAPaper(DomainError):
    """A file that is neither a PDF nor a picture, by its content; ``kinds`` are those that can be kept."""

    name: str
    kinds: tuple[str, ...]
    rule: str = "R-59"
