"""Records as they were issued: what papers are compared with."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base
from app.elections.models import SHA256, ContestRow


class IssuedRecordRow(Base):
    """A record that has been issued, in one language. Never changed, never removed: papers may lie anywhere.

    ``edition`` counts the editions of a contest's record, whatever settlement they are of. ``reasons`` say why there is
    a new one; ``words`` is the fingerprint as people type it, ``signed`` the name of
    whoever issued it, and ``pdf`` the very file.
    """

    __tablename__ = "issued_record"
    __table_args__ = (UniqueConstraint("contest_id", "edition", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    edition: Mapped[int]
    language: Mapped[str] = mapped_column(String(2))
    settlement_number: Mapped[int]
    document_id: Mapped[str] = mapped_column(String(120))
    sha256: Mapped[str] = mapped_column(SHA256)
    words: Mapped[str] = mapped_column(String(120), index=True)
    reasons: Mapped[str] = mapped_column(Text)
    issued_at: Mapped[datetime]
    issued_by: Mapped[str] = mapped_column(String(254))
    signed: Mapped[str] = mapped_column(String(200))
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    contest: Mapped[ContestRow] = relationship()
