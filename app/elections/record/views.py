"""The staff's pages of records: issue them, print what goes with them, take the archive.

| address | page |
|---|---|
| ``/admin/valg/2023/protokoller`` | each district's record, its editions, and the papers that go with it |
| ``/admin/valg/2023/protokoller/fana/utkast-nb.pdf`` | the record as it would be issued now, without words and code |
| ``/admin/valg/2023/protokoller/fana/kretser-nb.pdf`` | a page for each unit of the count |
| ``/admin/valg/2023/protokoller/fana/brev-nb-nn.pdf`` | letters to the elected |
| ``/admin/valg/2023/protokoller/fana/brev-nb.txt`` | the same words for e-mail |
| ``/admin/valg/2023/protokoller/arkiv.zip`` | the archive of the whole election |
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.elections.documents.letters_to_elected import (
    LetterLanguages,
    elected_letter_text,
    elected_letters,
    elected_letters_pdf,
)
from app.elections.documents.record import RecordLanguage, record_pdf
from app.elections.documents.unit_records import unit_records_pdf
from app.elections.lists.acts import answer, attempt, the_election
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import contest_by_code, contests_of, settled_contests
from app.elections.record.forms import IssueForm
from app.elections.record.models import IssuedRecordRow
from app.elections.record.queries import editions
from app.elections.record.services.archive import archive_bytes
from app.elections.record.services.issue import issue_record
from app.elections.refusals import UnknownContest

record_room = Blueprint("records", __name__, url_prefix="/admin/valg/<address>/protokoller")

SEE, DECIDE = Permission.ELECTIONS_SEE, Permission.SETTLEMENTS_DECIDE
BETWEEN_LETTERS = "\n\n" + "-" * 72 + "\n\n"


@dataclass(frozen=True, slots=True)
class ContestRecords:
    """A district: whether it is settled, and its editions, newest first."""

    contest: ContestRow
    settled: bool
    editions: tuple[IssuedRecordRow, ...]


@record_room.get("")
@requires(SEE)
def overview(address: str) -> str:
    """Each district's record and what goes with it."""
    return _page(address)


@record_room.post("/<code>/utsted")
@requires(DECIDE)
def issue(address: str, code: str) -> ResponseReturnValue:
    """Issue the record of a district in both written forms."""
    form = IssueForm(prefix=f"{code}-")
    check_address = url_for("public_records.paper", _external=True)

    def save() -> None:
        with transaction() as session:
            contest = _contest(the_election(address, session), code)
            reasons = form.reasons.data or ""
            issue_record(session, contest, reasons, check_address=check_address, by=current_actor(), at=now())

    return answer(
        url_for("records.overview", address=address),
        lambda: _page(address, form, code),
        saved=attempt(form, save),
    )


@record_room.get("/<code>/utkast-<any(nb,nn):language>.pdf")
@requires(SEE)
def draft(address: str, code: str, language: RecordLanguage) -> Response:
    """The record as it would be issued now."""
    contest = _settled(address, code)
    return _file(record_pdf(db.session(), contest.id, language), "application/pdf", f"utkast-{code}-{language}.pdf")


@record_room.get("/<code>/kretser-<any(nb,nn):language>.pdf")
@requires(SEE)
def units(address: str, code: str, language: RecordLanguage) -> Response:
    """A page for each unit of the count, to be signed."""
    contest = _contest(the_election(address), code)
    pdf = unit_records_pdf(db.session(), contest.id, language, now())
    return _file(pdf, "application/pdf", f"kretser-{code}-{language}.pdf")


@record_room.get('/<code>/brev-<any("nb","nn","nb-nn"):languages>.pdf')
@requires(SEE)
def letters(address: str, code: str, languages: str) -> Response:
    """Letters to the elected of a district, a page each."""
    found = elected_letters(db.session(), _settled(address, code).id)
    pdf = elected_letters_pdf(found, LetterLanguages(languages))
    return _file(pdf, "application/pdf", f"brev-{code}-{languages}.pdf")


@record_room.get("/<code>/brev-<any(nb,nn):language>.txt")
@requires(SEE)
def letter_texts(address: str, code: str, language: Literal["nb", "nn"]) -> Response:
    """The letters as plain text, one after the other, for e-mail."""
    found = elected_letters(db.session(), _settled(address, code).id)
    text = BETWEEN_LETTERS.join(elected_letter_text(found, each, language) for each in found.persons)
    return _file(text.encode(), "text/plain; charset=utf-8", f"brev-{code}-{language}.txt")


@record_room.get("/arkiv.zip")
@requires(SEE)
def archive(address: str) -> Response:
    """The archive of the whole election; 404 until there is one to take."""
    try:
        content = archive_bytes(db.session(), the_election(address), at=now())
    except DomainError:
        abort(HTTPStatus.NOT_FOUND)
    return _file(content, "application/zip", f"arkiv-{address}.zip")


def _page(address: str, sent: IssueForm | None = None, code: str = "") -> str:
    election, session = the_election(address), db.session()
    settled, issued = settled_contests(session, election.id), editions(session, election.id)
    contests = contests_of(session, election.id)
    found = [
        ContestRecords(each, each.code in settled, tuple(row for row in issued if row.contest_id == each.id))
        for each in contests
    ]
    forms = {each.code: IssueForm(None, prefix=f"{each.code}-") for each in contests}
    if sent is not None:
        forms[code] = sent
    return render_template(
        "records/overview.html", election=election, records=found, forms=forms, sent=sent, code=code, now=now()
    )


def _contest(election: ElectionRow, code: str) -> ContestRow:
    try:
        return contest_by_code(db.session(), election, code)
    except UnknownContest:
        abort(HTTPStatus.NOT_FOUND)


def _settled(address: str, code: str) -> ContestRow:
    election = the_election(address)
    contest = _contest(election, code)
    return contest if code in settled_contests(db.session(), election.id) else abort(HTTPStatus.NOT_FOUND)


def _file(content: bytes, mimetype: str, name: str) -> Response:
    answer = Response(content, mimetype=mimetype)
    shown = "inline" if mimetype == "application/pdf" else "attachment"
    answer.headers.set("Content-Disposition", shown, filename=name)
    return answer
