"""What issuing a record refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NewEditionNeedsReasons(DomainError):
    """A record that replaces one already issued says why."""

    document_id: str
    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class NothingToCorrect(DomainError):
    """The record says what the issued one says: the same settlement, the same complaints."""

    document_id: str
    rule: str = "R-190"
