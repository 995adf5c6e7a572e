"""What is taken out of the audit trail is itself an act."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class AuditTrailExported(Event):
    """The trail was written out as a file: how many events, and the fingerprint of the last of them."""

    object_kind: ClassVar[str] = "audit_trail"
    events: int
    fingerprint: str
