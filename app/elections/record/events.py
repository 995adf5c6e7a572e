"""The acts on records that go into the audit trail."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class RecordIssued(Event):
    """A record was issued, with the fingerprint of each language (R-190)."""

    object_kind: ClassVar[str] = "contest"
    document_id: str
    edition: int
    settlement_number: int
    fingerprints: dict[str, str]
    reasons: str
