"""What stands about a contest's settlements: each with where it stands, the newest trial, the lots, the findings."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from app.councils.domain.lots import LotRequired
from app.elections.domain.settlement import Settlement
from app.elections.domain.states import SettlementState
from app.elections.models import CandidateListRow, CandidateRow, ContestRow, SettlementRow, ValidityDecisionRow
from app.elections.settlement_document import read_settlement
from app.elections.settling.models import (
    EligibilityFindingRow,
    SettlementAnnulmentRow,
    SettlementDecisionRow,
    SettlementLotRow,
    TrialSettlementRow,
)
from app.elections.settling.standing import in_force, standing


@dataclass(frozen=True, slots=True)
class KeptSettlement:
    """A settlement with all that was decided about it."""

    row: SettlementRow
    decision: SettlementDecisionRow | None
    annulment: SettlementAnnulmentRow | None

    @property
    def state(self) -> SettlementState:
        """Where it stands."""
        if self.annulment:
            return SettlementState.ANNULLED
        return SettlementState.DECIDED if self.decision else SettlementState.PROPOSED

    @property
    def settlement(self) -> Settlement:
        """The settlement as it was made."""
        return read_settlement(self.row.document)


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial settlement: how it would be, or the lot at which it stops."""

    made_at: datetime
    made_by: str
    input_sha256: str
    outcome: Settlement | LotRequired


def settlements_of(session: Session, contest_id: int) -> tuple[KeptSettlement, ...]:
    """Every settlement of a contest, the newest first."""
    statement = (
        select(SettlementRow, SettlementDecisionRow, SettlementAnnulmentRow)
        .outerjoin(SettlementDecisionRow, SettlementDecisionRow.settlement_id == SettlementRow.id)
        .outerjoin(SettlementAnnulmentRow, SettlementAnnulmentRow.settlement_id == SettlementRow.id)
        .where(SettlementRow.contest_id == contest_id)
        .order_by(SettlementRow.number.desc())
    )
    return tuple(KeptSettlement(*row) for row in session.execute(statement))


def standing_settlement(session: Session, contest_id: int) -> SettlementRow | None:
    """The settlement that is proposed or decided. There is never more than one."""
    return session.scalar(
        select(SettlementRow)
        .where(SettlementRow.contest_id == contest_id, standing())
        .order_by(SettlementRow.number.desc())
        .limit(1)
    )


def newest_number(session: Session, contest_id: int) -> int:
    """The number of the contest's newest settlement, whatever became of it; 0 before the first."""
    return session.scalar(select(func.max(SettlementRow.number)).where(SettlementRow.contest_id == contest_id)) or 0


def is_in_force(session: Session, settlement_id: int) -> bool:
    """Whether this settlement is the result."""
    return session.scalar(select(SettlementRow.id).where(SettlementRow.id == settlement_id, in_force())) is not None


def validity_is_decided(session: Session, contest_id: int) -> bool:
    """Whether the municipal council has decided on the election in the district (R-205)."""
    found = select(ValidityDecisionRow.id).where(ValidityDecisionRow.contest_id == contest_id)
    return session.scalar(found) is not None


def newest_trial(session: Session, contest_id: int) -> Trial | None:
    """The trial that was made last."""
    row = session.scalar(
        select(TrialSettlementRow)
        .where(TrialSettlementRow.contest_id == contest_id)
        .order_by(TrialSettlementRow.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    outcome = read_settlement(row.document) if row.document else read_lot_required(row.lot_required or "")
    return Trial(row.made_at, row.made_by, row.input_sha256, outcome)


def lot_rows(session: Session, contest_id: int, input_sha256: str) -> Sequence[SettlementLotRow]:
    """The lots drawn for the figures with this fingerprint, in order."""
    return session.scalars(
        select(SettlementLotRow)
        .where(SettlementLotRow.contest_id == contest_id, SettlementLotRow.input_sha256 == input_sha256)
        .order_by(SettlementLotRow.ordinal)
    ).all()


def findings_of(session: Session, contest_id: int) -> Sequence[EligibilityFindingRow]:
    """All that was found out about the contest's candidates, in the order it was recorded."""
    return session.scalars(
        select(EligibilityFindingRow)
        .join(CandidateRow, CandidateRow.id == EligibilityFindingRow.candidate_id)
        .join(CandidateListRow, CandidateListRow.id == CandidateRow.list_id)
        .where(CandidateListRow.contest_id == contest_id)
        .order_by(EligibilityFindingRow.id)
        .options(joinedload(EligibilityFindingRow.candidate))
    ).all()


def candidate_at(session: Session, contest: ContestRow, list_code: str, position: int) -> CandidateRow | None:
    """The candidate at this place of a list of the contest."""
    return session.scalar(
        select(CandidateRow)
        .join(CandidateListRow, CandidateListRow.id == CandidateRow.list_id)
        .where(
            CandidateListRow.contest_id == contest.id,
            CandidateListRow.code == list_code,
            CandidateRow.position == position,
        )
    )


def write_lot_required(required: LotRequired) -> str:
    """The lot at which a trial stopped, as JSON."""
    quotient = f"{required.quotient.numerator}/{required.quotient.denominator}"
    return json.dumps([required.contest, required.lists, required.seat, quotient, required.list_votes])


def read_lot_required(text: str) -> LotRequired:
    """What ``write_lot_required`` wrote."""
    contest, lists, seat, quotient, list_votes = json.loads(text)
    return LotRequired(contest, tuple(lists), seat, Fraction(quotient), list_votes)
