"""What an audit by sample refuses, beside what the domain refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NotThisDraw(DomainError):
    """A row of the sample is not the paper that the seed draws there."""

    draw: int
    expected: str


@dataclass(unsafe_hash=True)
class PaperNotRead(DomainError):
    """What was found on a paper is neither a list, nor blank, rejected or missing; or a name on it cannot be."""

    draw: int
    found: str
    lists: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NoPapers(DomainError):
    """No paper is counted in the contest, so none can be drawn."""

    contest: str
