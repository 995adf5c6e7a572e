"""Reading issued records: the newest of a contest, and the one that a paper's words belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.models import Account
from app.elections.models import ContestRow, SettlementRow
from app.elections.queries import StoredSettlement
from app.elections.record.models import IssuedRecordRow
from app.elections.settlement_document import read_settlement


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """The record that a paper is, and the newest one in the same contest and language, which may be the same."""

    paper: IssuedRecordRow
    newest: IssuedRecordRow

    @property
    def is_current(self) -> bool:
        """Whether no later edition has replaced it."""
        return self.paper.edition == self.newest.edition


def newest_record(session: Session, contest_id: int, language: str = "nb") -> IssuedRecordRow | None:
    """The newest edition of a contest's record in a language."""
    return session.scalar(
        select(IssuedRecordRow)
        .where(IssuedRecordRow.contest_id == contest_id, IssuedRecordRow.language == language)
        .order_by(IssuedRecordRow.edition.desc())
        .limit(1)
    )


def edition_numbered(session: Session, contest_id: int, number: int, language: str = "nb") -> IssuedRecordRow | None:
    """An edition of a contest's record in a language."""
    return session.scalar(
        select(IssuedRecordRow).where(
            IssuedRecordRow.contest_id == contest_id,
            IssuedRecordRow.edition == number,
            IssuedRecordRow.language == language,
        )
    )


def editions(session: Session, election_id: int) -> Sequence[IssuedRecordRow]:
    """Every record of the election, by contest, newest first, bokmål before nynorsk."""
    return session.scalars(
        select(IssuedRecordRow)
        .join(ContestRow, ContestRow.id == IssuedRecordRow.contest_id)
        .where(ContestRow.election_id == election_id)
        .order_by(ContestRow.ordinal, IssuedRecordRow.edition.desc(), IssuedRecordRow.language)
    ).all()


def paper_with(session: Session, words: Sequence[str]) -> tuple[FoundPaper, ...]:
    """The record that carries these words, oldest first; nearly always one or none.

    Rules: R-190.
    """
    rows = session.scalars(
        select(IssuedRecordRow).where(IssuedRecordRow.words == " ".join(words)).order_by(IssuedRecordRow.id)
    )
    return tuple(FoundPaper(row, newest_record(session, row.contest_id, row.language) or row) for row in rows)


def settlement_numbered(session: Session, contest_id: int, number: int) -> StoredSettlement:
    """A settlement of the contest, the newest or an older one."""
    row = session.scalars(
        select(SettlementRow).where(SettlementRow.contest_id == contest_id, SettlementRow.number == number)
    ).one()
    return StoredSettlement(row.number, row.made_at, row.made_by, row.input_sha256, read_settlement(row.document))


def account_name(session: Session, address: str) -> str:
    """The name of whoever acts; empty at the keyboard of the server, which is nobody's."""
    return session.scalar(select(Account.name).where(Account.address == address)) or ""


def newest_issue(session: Session) -> datetime | None:
    """When a record was last issued at all; public pages change then."""
    return session.scalar(select(IssuedRecordRow.issued_at).order_by(IssuedRecordRow.id.desc()).limit(1))
