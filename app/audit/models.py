"""The audit trail's rows: who did what, when, and what it was before. Only ever added to."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base

FINGERPRINT = String(64)


class AuditEvent(Base):
    """One act. ``actor`` is an account's address, or ``command`` for an act at the server's own keyboard.

    ``number`` is its place in the trail, without gaps; ``fingerprint`` covers it and everything before it. Both are
    given when the transaction is stored, so no row without them is ever seen.
    """

    __tablename__ = "audit_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int | None] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(254), index=True)
    act: Mapped[str] = mapped_column(String(80), index=True)
    object_kind: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[str] = mapped_column(String(80))
    before: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[str | None] = mapped_column(String(500))
    request_id: Mapped[str | None] = mapped_column(String(64))
    fingerprint: Mapped[str | None] = mapped_column(FINGERPRINT)


class AuditHead(Base):
    """Where the trail ends: one row. Held from the end of an act until it is stored, so that acts queue."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(FINGERPRINT)
