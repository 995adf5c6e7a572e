"""What typing changed ballots from paper is stored as: bundles, what each clerk typed, rulings, and drawn samples.

What is typed stays for ever: a reopened bundle is typed in a new round beside the old one. Nothing tells whose ballot
it was; a ballot is known by its number in the bundle alone.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.typed_batches import BatchState
from app.elections.models import PAPER_CODE, CandidateListRow, ContestRow

ACTOR = String(254)


class TypedBatch(Base):
    """A bundle of one list's changed ballots, as its batch sheet names it.

    ``round`` counts how often it has been begun; ``batch_id`` is where its ballots stand once approved.
    """

    __tablename__ = "typed_batch"
    __table_args__ = (
        UniqueConstraint("contest_id", "code"),
        CheckConstraint("ballots BETWEEN 1 AND 200", name="ballots"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    code: Mapped[str] = mapped_column(PAPER_CODE)
    list_id: Mapped[int] = mapped_column(ForeignKey("candidate_list.id"))
    ballots: Mapped[int]
    state: Mapped[BatchState] = mapped_column(stored(BatchState))
    round: Mapped[int]
    reason: Mapped[str] = mapped_column(String(500))
    registered_at: Mapped[datetime]
    registered_by: Mapped[str] = mapped_column(ACTOR)
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None] = mapped_column(ACTOR)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batch.id"))
    contest: Mapped[ContestRow] = relationship()
    candidate_list: Mapped[CandidateListRow] = relationship()
    entries: Mapped[list["TypedEntry"]] = relationship(
        back_populates="batch", order_by="(TypedEntry.round, TypedEntry.turn)"
    )
    rulings: Mapped[list["BallotRuling"]] = relationship(order_by="(BallotRuling.round, BallotRuling.number)")


class TypedEntry(Base):
    """What one clerk typed: a line for each ballot, as typed. ``edit`` counts saves, so that none overwrites unseen.

    ``shown_to`` are those who have been shown it while it was being typed, one address a line; they never type the
    second time. ``finished_at`` is None while it is being typed.
    """

    __tablename__ = "typed_entry"
    __table_args__ = (CheckConstraint("turn IN (1, 2)", name="turn"),)

    typed_batch_id: Mapped[int] = mapped_column(ForeignKey("typed_batch.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    turn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lines: Mapped[str] = mapped_column(Text)
    edit: Mapped[int]
    typed_by: Mapped[str] = mapped_column(ACTOR)
    shown_to: Mapped[str] = mapped_column(Text)
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    batch: Mapped[TypedBatch] = relationship(back_populates="entries")


class BallotRuling(Base):
    """What the paper says of a ballot that two clerks typed differently, and who looked."""

    __tablename__ = "ballot_ruling"

    typed_batch_id: Mapped[int] = mapped_column(ForeignKey("typed_batch.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    line: Mapped[str] = mapped_column(Text)
    ruled_at: Mapped[datetime]
    ruled_by: Mapped[str] = mapped_column(ACTOR)


class BallotSample(Base):
    """Ballots drawn in public from a contest's changed ballots. ``population`` is how many there were to draw from."""

    __tablename__ = "ballot_sample"
    __table_args__ = (UniqueConstraint("contest_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    number: Mapped[int]
    seed: Mapped[str] = mapped_column(String(60))
    population: Mapped[int]
    witnesses: Mapped[str] = mapped_column(String(500))
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str] = mapped_column(ACTOR)
    contest: Mapped[ContestRow] = relationship()
    ballots: Mapped[list["SampledBallotRow"]] = relationship(order_by="SampledBallotRow.ordinal")


class SampledBallotRow(Base):
    """A drawn ballot as it was stored when drawn. ``agrees`` is None until somebody has looked at the paper."""

    __tablename__ = "sampled_ballot"

    sample_id: Mapped[int] = mapped_column(ForeignKey("ballot_sample.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    batch: Mapped[str] = mapped_column(PAPER_CODE)
    ballot: Mapped[str] = mapped_column(PAPER_CODE)
    list_code: Mapped[str] = mapped_column(String(20))
    marks: Mapped[str] = mapped_column(Text)
    write_ins: Mapped[str] = mapped_column(Text)
    agrees: Mapped[bool | None]
    difference: Mapped[str] = mapped_column(String(500))
    recorded_at: Mapped[datetime | None]
    recorded_by: Mapped[str | None] = mapped_column(ACTOR)
