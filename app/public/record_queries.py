"""Election records for the public: read on the page, downloaded as issued, and recognised by the words on a paper.

Nothing of a record before the results are released, not even that there is one.

Law: valgloven (2002) § 9-9; valgloven (2023) §§ 13-4, 21-8.
Rules: R-140, R-190, R-191.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flask_babel import force_locale
from sqlalchemy.orm import Session

from app.elections.documents.gathered_record import record_content
from app.elections.documents.record import RecordLanguage, record_blocks, record_facts, record_pdf
from app.elections.domain.paper_words import TypedWords, read_typed
from app.elections.domain.release import is_released
from app.elections.domain.states import ElectionState
from app.elections.queries import current_settlement
from app.elections.record.editions import edition_of
from app.elections.record.models import IssuedRecordRow
from app.elections.record.queries import FoundPaper, newest_issue, newest_record, paper_with
from app.pdf.blocks import Block
from app.pdf.fingerprint import content_fingerprint
from app.public.headings import ContestHeading, PublishedElection
from app.public.queries import PublicVersion, contest_headings, public_version, published_election, settled_contest_id


class PaperIs(StrEnum):
    """What a paper is found to be."""

    CURRENT = "current"
    REPLACED = "replaced"
    ANNULLED = "annulled"
    UNKNOWN = "unknown"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """A record that was issued, as anyone may know of it. ``reasons`` say why it replaced the one before."""

    election: str
    district: str
    address: str
    code: str
    document_id: str
    language: str
    issued_at: datetime
    sha256: str
    reasons: str


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was typed, and what the paper is; ``newest`` is what replaced it. Nothing is typed on the empty page."""

    typed: TypedWords | None
    answer: PaperIs
    paper: IssuedRecord | None = None
    newest: IssuedRecord | None = None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The record of a contest, block by block; ``issued`` is None before it is issued.

    ``is_as_issued``: the blocks have the fingerprint that was issued. They have not where figures are being corrected,
    or where a later version of Verv words something otherwise; then the file holds.
    """

    election: PublishedElection
    contest: ContestHeading
    language: RecordLanguage
    blocks: tuple[Block, ...]
    issued: IssuedRecord | None
    words: tuple[str, ...]
    is_as_issued: bool


def record_version(session: Session, at: datetime) -> PublicVersion:
    """The version of what shows records: it changes with the other public pages, and when a record is issued."""
    version = public_version(session, at)
    told = f"{version.fingerprint} {newest_issue(session)}"
    return PublicVersion(hashlib.sha256(told.encode()).hexdigest(), version.next_release)


def paper_check(session: Session, text: str, at: datetime) -> PaperCheck:
    """What the paper with these words is, at this moment. A record that is not released is unknown.

    Rules: R-140, R-190.
    """
    if not text.strip():
        return PaperCheck(None, PaperIs.NOT_READ)
    typed = read_typed(text)
    if not typed.are_complete:
        return PaperCheck(typed, PaperIs.NOT_READ)
    found = next((each for each in paper_with(session, typed.words) if _may_be_known(each, at)), None)
    if found is None:
        return PaperCheck(typed, PaperIs.UNKNOWN)
    paper, newest = _issued(found.paper), _issued(found.newest)
    if not _is_in_force(session, found.newest):
        return PaperCheck(typed, PaperIs.ANNULLED, paper)
    return PaperCheck(typed, PaperIs.CURRENT if found.is_current else PaperIs.REPLACED, paper, newest)


def issued_pdf(session: Session, address: str, code: str, language: RecordLanguage, at: datetime) -> bytes | None:
    """The newest issued file, byte for byte; before that the record as it stands. None: no such record is public.

    Rules: R-140, R-190.
    """
    contest_id = settled_contest_id(session, address, code, at)
    if contest_id is None:
        return None
    row = _record_in_force(session, contest_id, language)
    return row.pdf if row else record_pdf(session, contest_id, language)


def record_page(session: Session, address: str, code: str, language: RecordLanguage, at: datetime) -> RecordPage | None:
    """The record on the page: the newest edition, or, before there is one, the record as it stands.

    Rules: R-140, R-190.
    """
    election = published_election(session, address, at)
    contest_id = settled_contest_id(session, address, code, at)
    if election is None or contest_id is None:
        return None
    row = _record_in_force(session, contest_id, language)
    content = record_content(session, contest_id, edition_of(session, row) if row else None)
    with force_locale(language):
        blocks = tuple(record_blocks(content))
        sha256 = content_fingerprint(record_facts(content, language), blocks)
    contest = next(each for each in contest_headings(session, election) if each.id == contest_id)
    words = tuple(row.words.split()) if row else ()
    issued = _issued(row) if row else None
    return RecordPage(election, contest, language, blocks, issued, words, issued is None or issued.sha256 == sha256)


def _may_be_known(found: FoundPaper, at: datetime) -> bool:
    election = found.paper.contest.election
    return election.state != ElectionState.DRAFT and is_released(election.release_time, at)


def _issued(row: IssuedRecordRow) -> IssuedRecord:
    contest = row.contest
    return IssuedRecord(
        election=contest.election.name,
        district=contest.district.name,
        address=contest.election.address,
        code=contest.code,
        document_id=row.document_id,
        language=row.language,
        issued_at=row.issued_at,
        sha256=row.sha256,
        reasons=row.reasons,
    )


def _record_in_force(session: Session, contest_id: int, language: str) -> IssuedRecordRow | None:
    """The newest issued record, where it is of the settlement that is in force."""
    row = newest_record(session, contest_id, language)
    return row if row and _is_in_force(session, row) else None


def _is_in_force(session: Session, row: IssuedRecordRow) -> bool:
    settlement = current_settlement(session, row.contest_id)
    return settlement is not None and settlement.number == row.settlement_number
