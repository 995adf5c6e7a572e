"""Issue the record of a contest: from then on a paper can be held against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.complaints.models import ComplaintRow
from app.elections.documents.gathered_record import NotSettled, record_content
from app.elections.documents.record import RecordLanguage, record_blocks, record_facts
from app.elections.documents.record_content import RecordContent
from app.elections.domain.paper_words import words_of
from app.elections.models import ContestRow
from app.elections.queries import StoredSettlement, current_settlement, lock
from app.elections.record.editions import Issue, edition_after
from app.elections.record.events import RecordIssued
from app.elections.record.models import IssuedRecordRow
from app.elections.record.queries import account_name, newest_record
from app.elections.record.refusals import NewEditionNeedsReasons, NothingToCorrect
from app.elections.services.export import refuse_before_release
from app.pdf.document import build_pdf
from app.pdf.facts import PaperCheck
from app.pdf.fingerprint import content_fingerprint

LANGUAGES: tuple[RecordLanguage, ...] = ("nb", "nn")
BETWEEN_WORDS = "-"


@dataclass(frozen=True, slots=True)
class Printed:
    """A record in one language, with what it is known by."""

    language: RecordLanguage
    sha256: str
    words: tuple[str, ...]
    pdf: bytes


def issue_record(
    session: Session, contest: ContestRow, reasons: str = "", *, check_address: str = "", by: Actor, at: datetime
) -> tuple[IssuedRecordRow, ...]:
    """Issue the record of the newest settlement in bokmål and nynorsk, and keep it for good; one row a language.

    ``check_address`` is where a reader of the QR code is led; without it the code says the words alone. Refused before
    results are released, while the contest is not settled, a new edition without reasons, and one with nothing new.

    Law: valgloven (2002) §§ 9-9, 10-7; valgloven (2023) §§ 10-15 (2), 13-4, 21-8.
    Rules: R-140, R-190, R-191.
    """
    lock(session, contest.election)
    refuse_before_release(contest.election, at)
    stored = current_settlement(session, contest.id)
    if stored is None:
        raise NotSettled(contest.code)
    earlier = newest_record(session, contest.id)
    if earlier:
        _require_new(session, earlier, stored, reasons)
    signed = account_name(session, by.name)
    edition = edition_after(session, contest, earlier, Issue(stored, at, signed, reasons.strip()))
    content = record_content(session, contest.id, edition)
    number = earlier.edition + 1 if earlier else 1
    rows = tuple(
        IssuedRecordRow(
            contest_id=contest.id,
            edition=number,
            language=printed.language,
            settlement_number=stored.number,
            document_id=edition.document_id,
            sha256=printed.sha256,
            words=" ".join(printed.words),
            reasons=reasons.strip(),
            issued_at=at,
            issued_by=by.name,
            signed=signed,
            pdf=printed.pdf,
        )
        for printed in _printed(content, check_address)
    )
    session.add_all(rows)
    fingerprints = {row.language: row.sha256 for row in rows}
    key = f"{contest.election.address}/{contest.code}"
    event = RecordIssued(key, edition.document_id, number, stored.number, fingerprints, reasons.strip())
    record(session, event, by=by, at=at)
    return rows


def _require_new(session: Session, earlier: IssuedRecordRow, stored: StoredSettlement, reasons: str) -> None:
    """A new edition has something to say that the earlier one has not, and says why.

    Rules: R-190.
    """
    recorded = (ComplaintRow.recorded_at, ComplaintRow.forwarded_recorded_at, ComplaintRow.decision_recorded_at)
    since = [moment > earlier.issued_at for moment in recorded]
    newer = select(ComplaintRow.id).where(ComplaintRow.contest_id == earlier.contest_id, since[0] | since[1] | since[2])
    if stored.number == earlier.settlement_number and session.scalar(newer.limit(1)) is None:
        raise NothingToCorrect(earlier.document_id)
    if not reasons.strip():
        raise NewEditionNeedsReasons(earlier.document_id)


def _printed(content: RecordContent, check_address: str) -> Iterator[Printed]:
    for language in LANGUAGES:
        with force_locale(language):
            facts, blocks = record_facts(content, language), tuple(record_blocks(content))
            sha256 = content_fingerprint(facts, blocks)
            words = words_of(sha256)
            check = PaperCheck(_("Ord: %(words)s", words=" ".join(words)), paper_code(words, check_address))
            yield Printed(language, sha256, words, build_pdf(facts, blocks, check))


def paper_code(words: tuple[str, ...], check_address: str) -> str:
    """What the QR code says: the address that checks the paper, or the words alone where there is none."""
    typed = BETWEEN_WORDS.join(words)
    return f"{check_address}?ord={quote(typed)}" if check_address else typed
