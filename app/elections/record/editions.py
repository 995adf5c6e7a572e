"""Editions of a contest's record: what each is, and what it changed since the one before.

Rules: R-190.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.elections.documents.gathered_record import Edition, document_id
from app.elections.documents.record_content import Correction
from app.elections.domain.settlement_changes import SettlementChanges, settlement_changes
from app.elections.models import ContestRow
from app.elections.queries import StoredSettlement
from app.elections.record.models import IssuedRecordRow
from app.elections.record.queries import edition_numbered, settlement_numbered


@dataclass(frozen=True, slots=True)
class Issue:
    """What is issued: the settlement, when, signed by whom (a name, empty for the board as such), and why anew."""

    stored: StoredSettlement
    at: datetime
    signed: str
    reasons: str


def edition_after(session: Session, contest: ContestRow, earlier: IssuedRecordRow | None, issue: Issue) -> Edition:
    """The edition that follows ``earlier``, with what it changes; the first where there is none."""
    known_as = document_id(contest, issue.stored.number)
    if earlier is None:
        return Edition(known_as, issue.stored.number, issue.at, None)
    changes = _changes(session, earlier, issue.stored)
    correction = Correction(earlier.document_id, earlier.issued_at, issue.at, issue.signed, issue.reasons, changes)
    return Edition(f"{known_as}-{earlier.edition + 1}", issue.stored.number, issue.at, correction)


def edition_of(session: Session, row: IssuedRecordRow) -> Edition:
    """The edition that was issued with this row."""
    earlier = edition_numbered(session, row.contest_id, row.edition - 1)
    stored = settlement_numbered(session, row.contest_id, row.settlement_number)
    return edition_after(session, row.contest, earlier, Issue(stored, row.issued_at, row.signed, row.reasons))


def _changes(session: Session, earlier: IssuedRecordRow, stored: StoredSettlement) -> SettlementChanges | None:
    if earlier.settlement_number == stored.number:
        return None
    before = settlement_numbered(session, earlier.contest_id, earlier.settlement_number)
    return settlement_changes(before.settlement, stored.settlement)
