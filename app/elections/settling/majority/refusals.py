"""What the services of a majority election refuse, beside what the domain refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NoMajorityElection(DomainError):
    """The contest has two lists or more: there is a choice between lists."""

    contest: str
    rule: str = "R-180"


@dataclass(unsafe_hash=True)
class BatchTaken(DomainError):
    """A batch of the contest has this code already."""

    code: str
    rule: str = "R-115"


@dataclass(unsafe_hash=True)
class BatchAgreed(DomainError):
    """Two people have typed the batch alike: it is finished."""

    code: str
    rule: str = "R-115"


@dataclass(unsafe_hash=True)
class NoBallots(DomainError):
    """No ballot with names has been typed by two people."""

    contest: str
    rule: str = "R-182"


@dataclass(unsafe_hash=True)
class NameNotWritten(DomainError):
    """No ballot has this name."""

    name: str
    rule: str = "R-181"


@dataclass(unsafe_hash=True)
class PersonMissing(DomainError):
    """Who is meant must be said, and somebody else than the name itself."""

    name: str
    rule: str = "R-181"


@dataclass(unsafe_hash=True)
class RulingReasonMissing(DomainError):
    """The board gives its reason for what it says of a name."""

    rule: str = "R-181"
