"""Ballots of a majority election as they are typed, and what the board says of the names. Rows are only added.

Nothing here tells whose ballot it was.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.majority_entries import Ruling
from app.elections.models import CODE, NAME, ContestRow
from app.elections.settling.models import ACTOR


class MajorityBatchRow(Base):
    """A bundle of so many ballots with names, as it lies on the table."""

    __tablename__ = "majority_batch"
    __table_args__ = (UniqueConstraint("contest_id", "code"), CheckConstraint("ballots >= 1", name="ballots"))

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    code: Mapped[str] = mapped_column(CODE)
    ballots: Mapped[int]
    registered_at: Mapped[datetime]
    registered_by: Mapped[str] = mapped_column(ACTOR)
    contest: Mapped[ContestRow] = relationship()
    entries: Mapped[list["MajorityEntryRow"]] = relationship(order_by="MajorityEntryRow.id")


class MajorityEntryRow(Base):
    """One person's typing of a batch, a line a ballot (``domain.majority_entries``)."""

    __tablename__ = "majority_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("majority_batch.id"), index=True)
    ballots: Mapped[str] = mapped_column(Text)
    typed_at: Mapped[datetime]
    typed_by: Mapped[str] = mapped_column(ACTOR)


class MajorityNameRulingRow(Base):
    """What the board says of a name as it is written. The latest is what holds."""

    __tablename__ = "majority_name_ruling"

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), index=True)
    written: Mapped[str] = mapped_column(NAME)
    ruling: Mapped[Ruling] = mapped_column(stored(Ruling))
    person: Mapped[str] = mapped_column(NAME)
    reason: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)
