"""What happens to complaints, for the audit trail: never who complained, nor what was written."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class ComplaintReceived(Event):
    """A complaint came in."""

    object_kind: ClassVar[str] = "complaint"
    about: str
    received_at: str
    last_day: str | None
    late: bool


@dataclass(frozen=True, slots=True)
class ComplaintForwarded(Event):
    """A complaint was sent on to the instance above (R-203)."""

    object_kind: ClassVar[str] = "complaint"
    forwarded_to: str
    forwarded_on: str


@dataclass(frozen=True, slots=True)
class ComplaintAnswered(Event):
    """A complaint was decided."""

    object_kind: ClassVar[str] = "complaint"
    outcome: str
    decided_at: str
    decided_on: str
    reference: str
