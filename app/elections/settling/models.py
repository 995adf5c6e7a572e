"""What is decided about settlements, each a row that is added once: decisions, annulments, trials, lots, findings.

The settlement itself is ``elections.models.SettlementRow``. Where it stands follows from the rows here.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.eligibility_findings import FindingCause
from app.elections.models import NAME, SHA256, CandidateRow

ACTOR = String(254)


class SettlementDecisionRow(Base):
    """The electoral board has decided a settlement. ``present`` has one name a line.

    Decided at the keyboard, there is no meeting to tell of.
    """

    __tablename__ = "settlement_decision"

    settlement_id: Mapped[int] = mapped_column(ForeignKey("settlement.id"), primary_key=True, autoincrement=False)
    decided_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(ACTOR)
    met_on: Mapped[date | None]
    members: Mapped[int | None]
    present: Mapped[str] = mapped_column(Text)
    case_number: Mapped[str] = mapped_column(String(80))


class SettlementAnnulmentRow(Base):
    """A settlement is annulled, proposed or decided: it stays readable, and holds no more."""

    __tablename__ = "settlement_annulment"

    settlement_id: Mapped[int] = mapped_column(ForeignKey("settlement.id"), primary_key=True, autoincrement=False)
    annulled_at: Mapped[datetime]
    annulled_by: Mapped[str] = mapped_column(ACTOR)
    reason: Mapped[str] = mapped_column(Text)


class TrialSettlementRow(Base):
    """A settlement made to see how it would be, or where it stops: ``document`` or ``lot_required``."""

    __tablename__ = "trial_settlement"

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), index=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ACTOR)
    input_sha256: Mapped[str] = mapped_column(SHA256)
    document: Mapped[str | None] = mapped_column(Text)
    lot_required: Mapped[str | None] = mapped_column(Text)


class SettlementLotRow(Base):
    """A lot that the board has drawn, for the figures with this fingerprint: for as long as they stand, it holds.

    ``between`` are those it was drawn between, list codes or persons, and ``witnesses`` names: one a line. ``seat`` is
    the seat, or in a majority election the place among the members or the deputies.
    """

    __tablename__ = "settlement_lot"
    __table_args__ = (UniqueConstraint("contest_id", "input_sha256", "ordinal"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    input_sha256: Mapped[str] = mapped_column(SHA256)
    ordinal: Mapped[int]
    seat: Mapped[int]
    between: Mapped[str] = mapped_column(Text)
    winner: Mapped[str] = mapped_column(NAME)
    witnesses: Mapped[str] = mapped_column(Text)
    drawn_on: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)


class EligibilityFindingRow(Base):
    """What was found out about a candidate after the lists were frozen. The latest is what holds."""

    __tablename__ = "eligibility_finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    cause: Mapped[FindingCause] = mapped_column(stored(FindingCause))
    on_day: Mapped[date]
    source: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)
    candidate: Mapped[CandidateRow] = relationship()
