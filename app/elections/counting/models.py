"""What counting is stored as: units, the figures each person typed, explanations, and ballots that needed a decision.

What has been typed is never overwritten: each save is a row of its own, and a reopened unit begins a new round. Only
approved figures become lines of the count (``CountLineRow``).
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import LONGEST_REMARK
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.doubtful_ballots import DoubtfulOutcome
from app.elections.domain.refused_votes import RefusalGround, VoteKind
from app.elections.models import CODE, NAME, PAPER_CODE, ContestRow

ACTOR = String(254)
REMARK = String(LONGEST_REMARK)
CATEGORY = String(2)


class AdvancePlaceRow(Base):
    """A place where advance votes are received, and how many of the district's ballots came in there (R-134)."""

    __tablename__ = "advance_place"

    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), primary_key=True)
    code: Mapped[str] = mapped_column(CODE, primary_key=True)
    ordinal: Mapped[int]
    name: Mapped[str] = mapped_column(NAME)
    votes: Mapped[int]


class CountUnitRow(Base):
    """A unit of a count. ``edit`` counts what happened to it, so that nobody acts on what they have not seen.

    ``pooled`` are the codes of places counted together in it. ``round`` begins at 1, and anew at each reopening.
    """

    __tablename__ = "count_unit"
    __table_args__ = (
        UniqueConstraint("contest_id", "count", "category", "place"),
        CheckConstraint("count IN (1, 2)", name="count"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    count: Mapped[int]
    category: Mapped[str] = mapped_column(CATEGORY)
    place: Mapped[str] = mapped_column(PAPER_CODE)
    pooled: Mapped[str] = mapped_column(Text)
    state: Mapped[CountUnitState] = mapped_column(stored(CountUnitState))
    edit: Mapped[int]
    round: Mapped[int]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None] = mapped_column(ACTOR)
    contest: Mapped[ContestRow] = relationship()
    entries: Mapped[list["CountEntryRow"]] = relationship(
        back_populates="unit", order_by="CountEntryRow.id", cascade="all, delete-orphan"
    )
    explanations: Mapped[list["CountExplanationRow"]] = relationship(
        order_by="CountExplanationRow.id", cascade="all, delete-orphan"
    )
    reopenings: Mapped[list["CountReopeningRow"]] = relationship(
        order_by="CountReopeningRow.id", cascade="all, delete-orphan"
    )


class CountEntryRow(Base):
    """What one person typed of a unit, as typed: ``figures`` is JSON, line → number. Never changed.

    ``turn`` is 1 for the first person and 2 for the second; a correction is a new ``version``.
    """

    __tablename__ = "count_entry"
    __table_args__ = (
        UniqueConstraint("unit_id", "round", "turn", "version"),
        CheckConstraint("turn IN (1, 2)", name="turn"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("count_unit.id"))
    round: Mapped[int]
    turn: Mapped[int]
    version: Mapped[int]
    figures: Mapped[str] = mapped_column(Text)
    remark: Mapped[str] = mapped_column(REMARK)
    typed_at: Mapped[datetime]
    typed_by: Mapped[str] = mapped_column(ACTOR)
    unit: Mapped[CountUnitRow] = relationship(back_populates="entries")


class CountExplanationRow(Base):
    """Why figures that a control stopped at are right all the same. It is printed in the record."""

    __tablename__ = "count_explanation"
    __table_args__ = (UniqueConstraint("unit_id", "round", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("count_unit.id"))
    round: Mapped[int]
    code: Mapped[ControlCode] = mapped_column(stored(ControlCode))
    text: Mapped[str] = mapped_column(REMARK)
    given_at: Mapped[datetime]
    given_by: Mapped[str] = mapped_column(ACTOR)


class CountReopeningRow(Base):
    """That a unit was reopened, why, and what stood until then: ``figures`` as JSON, and the file they came in, if any.

    ``round`` is the round that ended.
    """

    __tablename__ = "count_reopening"
    __table_args__ = (UniqueConstraint("unit_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("count_unit.id"))
    round: Mapped[int]
    reason: Mapped[str] = mapped_column(REMARK)
    figures: Mapped[str] = mapped_column(Text)
    received_file_id: Mapped[int | None] = mapped_column(ForeignKey("received_file.id"))
    reopened_at: Mapped[datetime]
    reopened_by: Mapped[str] = mapped_column(ACTOR)


class RefusedVotesRow(Base):
    """How many votes were refused on one ground (R-96). Votes, never ballots: nothing in them was opened."""

    __tablename__ = "refused_votes"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), primary_key=True)
    kind: Mapped[VoteKind] = mapped_column(stored(VoteKind), primary_key=True)
    ground: Mapped[RefusalGround] = mapped_column(stored(RefusalGround), primary_key=True)
    number: Mapped[int]


class DoubtfulBallotRow(Base):
    """The board's decision on one ballot set aside in a unit; ``number`` is its number in the unit's pile.

    A decision that was wrong is withdrawn with a reason, and stays.
    """

    __tablename__ = "doubtful_ballot"
    __table_args__ = (UniqueConstraint("contest_id", "category", "place", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    category: Mapped[str] = mapped_column(CATEGORY)
    place: Mapped[str] = mapped_column(PAPER_CODE)
    number: Mapped[int]
    outcome: Mapped[DoubtfulOutcome] = mapped_column(stored(DoubtfulOutcome))
    list_id: Mapped[int | None] = mapped_column(ForeignKey("candidate_list.id"))
    reason: Mapped[str] = mapped_column(REMARK)
    decided_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(ACTOR)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(ACTOR)
    withdrawn_reason: Mapped[str | None] = mapped_column(REMARK)


class HandOverRow(Base):
    """Ballots of another district, sent to it: how many were sent, and how many came (R-107)."""

    __tablename__ = "ballot_hand_over"
    __table_args__ = (
        CheckConstraint("sent > 0", name="sent"),
        CheckConstraint("received >= 0", name="received"),
        CheckConstraint("from_contest_id <> to_contest_id", name="districts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    from_contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), index=True)
    to_contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), index=True)
    category: Mapped[str] = mapped_column(CATEGORY)
    place: Mapped[str] = mapped_column(PAPER_CODE)
    sent: Mapped[int]
    sent_at: Mapped[datetime]
    sent_by: Mapped[str] = mapped_column(ACTOR)
    received: Mapped[int | None]
    received_at: Mapped[datetime | None]
    received_by: Mapped[str | None] = mapped_column(ACTOR)
    remark: Mapped[str] = mapped_column(REMARK)
    from_contest: Mapped[ContestRow] = relationship(foreign_keys=[from_contest_id])
    to_contest: Mapped[ContestRow] = relationship(foreign_keys=[to_contest_id])
