"""What stands on the paper and what is found out about it: candidates, signatures, conditions, attachments."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.utils import secure_filename

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.formatting import joined
from app.core.permissions import Permission
from app.core.uploads import largest_file, takes_large_files
from app.elections.domain.list_candidates import most_candidates, most_with_bonus
from app.elections.domain.list_eligibility import conditions_asked
from app.elections.domain.list_proposal import Answer, Condition, SignerRole
from app.elections.lists import texts
from app.elections.lists.acts import answer, attempt, the_proposal
from app.elections.lists.forms import AnswersForm, AttachmentForm, EditForm, PasteForm
from app.elections.lists.models import ListProposalRow
from app.elections.lists.paper_kinds import names_of_kinds
from app.elections.lists.queries import reviewed, rules_of
from app.elections.lists.services.attachments import keep_attachment
from app.elections.lists.services.candidates import (
    TypedCandidate,
    add_candidates,
    answer_conditions,
    set_candidates,
)
from app.elections.lists.services.signers import add_signers, set_signers
from app.elections.lists.typed_rows import (
    CANDIDATE_LINE,
    SIGNER_LINE,
    Cells,
    pasted_candidates,
    pasted_signers,
    typed_candidates,
    typed_signers,
    uploaded_text,
    written_day,
)
from app.elections.services.received import PART_SIZE, Received, content

list_papers = Blueprint("list_papers", __name__, url_prefix="/admin/valg/<address>/lister/<int:number>")

RECEIVE = Permission.LISTS_RECEIVE
EMPTY_ROWS = 5
MEGABYTE = 1_000_000


@list_papers.route("/kandidater", methods=["GET", "POST"])
@requires(RECEIVE)
def candidates(address: str, number: int) -> ResponseReturnValue:
    """All candidates in one grid; a button moves one up or down, a number does the same."""
    form = EditForm(seen=the_proposal(address, number).edit)
    cells = Cells(request.form if request.method == "POST" else None)
    act, _colon, of = request.form.get("act", "").partition(":")

    def save() -> None:
        typed = typed_candidates(cells)
        if not cells.errors:
            moved = _moved(typed, cells.number(f"position-{of}", 0), up=act == "up") if act else typed
            with transaction() as session:
                row = the_proposal(address, number, session)
                set_candidates(session, row, moved, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save) and not cells.errors
    if request.method == "GET":
        return _candidates_page(address, number, form, cells)
    there = f"#rad-{max(1, cells.number(f'position-{of}', 1) + (-1 if act == 'up' else 1))}" if act else ""
    return answer(
        url_for("list_papers.candidates", address=address, number=number) + there,
        lambda: _candidates_page(address, number, form, cells),
        saved=saved,
    )


@list_papers.post("/kandidater/lim-inn")
@requires(RECEIVE)
def paste_candidates(address: str, number: int) -> ResponseReturnValue:
    """Candidates from a spreadsheet or a CSV file, after those that stand there."""
    form = PasteForm(prefix="lim")

    def save() -> None:
        found = pasted_candidates(_text_of(form))
        with transaction() as session:
            row = the_proposal(address, number, session)
            add_candidates(session, row, found, seen=form.seen.data or 0, by=current_actor(), at=now())

    return answer(
        url_for("list_papers.candidates", address=address, number=number),
        lambda: _candidates_page(address, number, form, Cells(None)),
        saved=attempt(form, save),
    )


@list_papers.route("/underskrifter", methods=["GET", "POST"])
@requires(RECEIVE)
def signatures(address: str, number: int) -> ResponseReturnValue:
    """All signers in one grid, and whether the roll knows them."""
    form = EditForm(seen=the_proposal(address, number).edit)
    cells = Cells(request.form if request.method == "POST" else None)

    def save() -> None:
        typed = typed_signers(cells)
        if not cells.errors:
            with transaction() as session:
                row = the_proposal(address, number, session)
                set_signers(session, row, typed, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save) and not cells.errors
    if request.method == "GET":
        return _signatures_page(address, number, form, cells)
    return answer(
        url_for("list_papers.signatures", address=address, number=number),
        lambda: _signatures_page(address, number, form, cells),
        saved=saved,
    )


@list_papers.post("/underskrifter/lim-inn")
@requires(RECEIVE)
def paste_signatures(address: str, number: int) -> ResponseReturnValue:
    """Signers from a spreadsheet or a CSV file, after those that stand there."""
    form = PasteForm(prefix="lim")

    def save() -> None:
        found = pasted_signers(_text_of(form))
        with transaction() as session:
            row = the_proposal(address, number, session)
            add_signers(session, row, found, seen=form.seen.data or 0, by=current_actor(), at=now())

    return answer(
        url_for("list_papers.signatures", address=address, number=number),
        lambda: _signatures_page(address, number, form, Cells(None)),
        saved=attempt(form, save),
    )


@list_papers.route("/kontroll", methods=["GET", "POST"])
@requires(RECEIVE)
def conditions(address: str, number: int) -> ResponseReturnValue:
    """What has been found out about each candidate, and where."""
    form = AnswersForm(seen=the_proposal(address, number).edit)

    def save() -> None:
        with transaction() as session:
            row = the_proposal(address, number, session)
            given = _answers(row, everything=bool(form.rest.data))
            source = (form.source.data or "").strip()
            answer_conditions(session, row, given, source, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _conditions_page(address, number, form, None)
    return answer(
        url_for("list_papers.conditions", address=address, number=number),
        lambda: _conditions_page(address, number, form, None),
        saved=saved,
    )


@list_papers.post("/vedlegg")
@requires(RECEIVE)
@takes_large_files
def attach(address: str, number: int) -> ResponseReturnValue:
    """Keep a paper that came with the list."""
    form = AttachmentForm(prefix="vedlegg")

    def save() -> None:
        upload = form.file.data
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / (secure_filename(upload.filename or "") or "vedlegg")
            upload.save(path)
            with path.open("rb") as file:
                received = Received(path, hashlib.file_digest(file, "sha256").hexdigest())
            with transaction() as session:
                keep_attachment(
                    session,
                    the_proposal(address, number, session),
                    (form.description.data or "").strip(),
                    received,
                    seen=form.seen.data or 0,
                    by=current_actor(),
                    at=now(),
                )

    has_file = bool(form.file.data and form.file.data.filename)
    if form.is_submitted() and not has_file:
        form.file.errors = [_("Velg en fil.")]
    return answer(
        url_for("list_papers.conditions", address=address, number=number),
        lambda: _conditions_page(address, number, None, form),
        saved=has_file and attempt(form, save),
    )


@list_papers.get("/vedlegg/<int:attachment>")
@requires(RECEIVE)
def attachment(address: str, number: int, attachment: int) -> Response:
    """A paper as it was handed in; always downloaded, never shown as a page of ours."""
    found = next((each for each in the_proposal(address, number).attachments if each.id == attachment), None)
    if found is None:
        abort(404)
    sent = Response(_streamed(content(db.session(), found.received_file_id)), mimetype="application/octet-stream")
    sent.content_length = found.file.size
    sent.headers.set("Content-Disposition", "attachment", filename=found.file.name)
    sent.headers["Cache-Control"] = "no-store"
    return sent


def _streamed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces from a file on disk, so that a slow reader holds neither memory nor the database."""
    waiting = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is sent
    for piece in pieces:
        waiting.write(piece)
    waiting.seek(0)
    return _sent_and_closed(waiting)


def _sent_and_closed(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(PART_SIZE):
            yield piece


def _text_of(form: PasteForm) -> str:
    upload = form.pasted()
    return uploaded_text(*upload) if upload else form.text.data or ""


def _moved(typed: Sequence[TypedCandidate], position: int, *, up: bool) -> list[TypedCandidate]:
    """The candidate at a position changes places with the neighbour; at the end it stays. Places are 1, 2, 3 … then."""
    ordered = sorted(typed, key=lambda each: each.position)
    at = next((at for at, each in enumerate(ordered) if each.position == position), 0)
    other = at - 1 if up else at + 1
    if 0 <= other < len(ordered):
        ordered[at], ordered[other] = ordered[other], ordered[at]
    return [replace(each, position=n) for n, each in enumerate(ordered, start=1)]


def _answers(row: ListProposalRow, *, everything: bool) -> dict[int, dict[Condition, Answer]]:
    """What was chosen of what is asked; where ``everything`` is ticked, yes for what was left unknown."""
    known = set(Answer)
    given: dict[int, dict[Condition, Answer]] = {}
    for position in [each.position for each in row.candidates]:
        for condition in conditions_asked(has_decision_power=row.contest.has_decision_power):
            sent = request.form.get(f"{condition}-{position}", "")
            chosen = Answer(sent) if sent in known else Answer.UNKNOWN
            if chosen is Answer.UNKNOWN and everything:
                chosen = Answer.FULFILLED
            given.setdefault(position, {})[condition] = chosen
    return given


def _candidates_page(address: str, number: int, form: EditForm, cells: Cells) -> str:
    row = the_proposal(address, number)
    rules = rules_of(row.contest)
    pasted = form if isinstance(form, PasteForm) else PasteForm(None, seen=row.edit, prefix="lim")
    grid = EditForm(None, seen=row.edit) if isinstance(form, PasteForm) else form
    return render_template(
        "lists/candidates.html",
        row=row,
        sent=form,
        form=grid,
        pasted=pasted,
        cells=cells,
        keys=_keys(cells.rows("first_name"), [each.id for each in row.candidates], sent=cells.were_sent),
        stored={str(each.id): each for each in row.candidates},
        most=most_candidates(row.contest.seats),
        bonus=most_with_bonus(rules),
        example=CANDIDATE_LINE,
        written_day=written_day,
    )


def _signatures_page(address: str, number: int, form: EditForm, cells: Cells) -> str:
    row = the_proposal(address, number)
    pasted = form if isinstance(form, PasteForm) else PasteForm(None, seen=row.edit, prefix="lim")
    grid = EditForm(None, seen=row.edit) if isinstance(form, PasteForm) else form
    return render_template(
        "lists/signatures.html",
        row=row,
        found=reviewed(db.session(), row),
        sent=form,
        form=grid,
        pasted=pasted,
        cells=cells,
        keys=_keys(cells.rows("name"), [each.id for each in row.signers], sent=cells.were_sent),
        stored={str(each.id): each for each in row.signers},
        names_roles=row.contest.election.rule_set == "valgloven-2002",
        roles=tuple(SignerRole),
        texts=texts,
        example=SIGNER_LINE,
        written_day=written_day,
    )


def _keys(sent_rows: Sequence[str], stored: Sequence[int], *, sent: bool) -> list[str]:
    """The rows of a grid: as they were sent, or those stored and some empty ones."""
    return list(sent_rows) if sent else [*map(str, stored), *(f"ny{n}" for n in range(1, EMPTY_ROWS + 1))]


def _conditions_page(
    address: str, number: int, form: AnswersForm | None, attachment_form: AttachmentForm | None
) -> str:
    row = the_proposal(address, number)
    return render_template(
        "lists/conditions.html",
        row=row,
        sent=form or attachment_form,
        form=form or AnswersForm(None, seen=row.edit),
        attach=attachment_form or AttachmentForm(None, seen=row.edit, prefix="vedlegg"),
        largest=largest_file() // MEGABYTE,
        kinds=joined(names_of_kinds()),
        given=request.form if form and request.method == "POST" else {},
        conditions=conditions_asked(has_decision_power=row.contest.has_decision_power),
        answers=tuple(Answer),
        texts=texts,
    )
