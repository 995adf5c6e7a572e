"""Signatures: typed, pasted, looked up in the roll; removed when nobody can need them any more."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.complaints.queries import open_complaints
from app.elections.domain.list_proposal import Signer
from app.elections.domain.states import ElectionState
from app.elections.lists.events import ListSignersChanged, SignersForgotten
from app.elections.lists.models import ListProposalRow, SignerRow
from app.elections.lists.queries import proposals_of
from app.elections.lists.refusals import ComplaintsMayCome
from app.elections.lists.services.edits import object_id, open_proposal
from app.elections.models import ElectionRow

_OVER = frozenset({ElectionState.VALID, ElectionState.INVALID, ElectionState.ARCHIVED})


def set_signers(
    session: Session, row: ListProposalRow, signers: Sequence[Signer], *, seen: int, by: Actor, at: datetime
) -> None:
    """All signers, in the order of the paper.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 3 (1); valgloven (2002) § 6-4; valgloven (2023) § 5-5.
    Rules: R-57, R-58, R-59, R-60.
    """
    open_proposal(session, row, seen)
    row.signers.clear()
    session.flush()
    _append(session, row, signers, by=by, at=at)


def add_signers(
    session: Session, row: ListProposalRow, signers: Sequence[Signer], *, seen: int, by: Actor, at: datetime
) -> None:
    """Signers after those that stand there.

    Rules: R-57, R-59.
    """
    open_proposal(session, row, seen)
    _append(session, row, signers, by=by, at=at)


def forget_signers(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> int:
    """Remove every signature of the election's proposals, and tell how many there were.

    Names of signers are confidential and serve only to check the lists. They are kept while anyone may complain: until
    the municipal council has decided whether the election is valid, and no complaint is open. Refused before that.

    Law: valgloven (2002) §§ 6-4, 6-6; valgloven (2023) § 5-5.
    Rules: R-58, R-59.
    """
    session.scalar(select(ElectionRow.id).where(ElectionRow.id == election.id).with_for_update())
    if ElectionState(election.state) not in _OVER or open_complaints(session, election):
        raise ComplaintsMayCome
    rows = [row for row in proposals_of(session, election.id) if row.signers]
    number = sum(len(row.signers) for row in rows)
    for row in rows:
        row.signers.clear()
        row.signers_forgotten_at = at
    session.flush()
    record(session, SignersForgotten(election.address, len(rows), number), by=by, at=at)
    return number


def _append(session: Session, row: ListProposalRow, signers: Sequence[Signer], *, by: Actor, at: datetime) -> None:
    for ordinal, each in enumerate(signers, start=len(row.signers) + 1):
        row.signers.append(
            SignerRow(
                ordinal=ordinal,
                name=each.name,
                birth_date=each.birth_date,
                address=each.address,
                board_member=each.board_member,
                entitled=each.entitled,
                role=each.role,
            )
        )
    session.flush()
    entitled = sum(each.entitled is True for each in row.signers)
    record(session, ListSignersChanged(object_id(row), len(row.signers), entitled), by=by, at=at)
