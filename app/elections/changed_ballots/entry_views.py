"""Where ballots are typed: a line for each, saved while it is typed, compared when both are in."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.elections.changed_ballots import texts
from app.elections.changed_ballots.acts import saved, the_batch, told
from app.elections.changed_ballots.forms import EntryForm, entry_lines, ruling_lines
from app.elections.changed_ballots.models import TypedBatch
from app.elections.changed_ballots.queries import (
    desk_of,
    differences_of,
    entry_of,
    lines_of,
    may_type,
    rulings_of,
)
from app.elections.changed_ballots.refusals import BatchMovedOn, OtherListTyped
from app.elections.changed_ballots.services.batches import settle_differences
from app.elections.changed_ballots.services.entries import (
    EditConflict,
    Saved,
    finish_entry,
    grow,
    save_entry,
    take_over,
)
from app.elections.changed_ballots.views import refused
from app.elections.domain.typed_batches import FIRST, SECOND, TYPED_IN, turn_of

batch_entries = Blueprint("batch_entries", __name__, url_prefix="/admin/bunker/<address>/<int:number>")

ENTER = Permission.COUNTS_ENTER
SAVE, AUTOSAVE, MORE, FINISH = "save", "autosave", "more", "finish"


@batch_entries.get("/tast")
@requires(ENTER)
def entry(address: str, number: int) -> ResponseReturnValue:
    """The grid, with what this clerk has typed so far; nothing of what others have."""
    batch = the_batch(address, number)
    begun = entry_of(batch, turn_of(batch.state)) if batch.state in TYPED_IN else None
    person = current_actor().name
    if not may_type(batch, person) or (begun and begun.typed_by != person):
        return redirect(url_for("changed_ballots.show", address=address, number=number), HTTPStatus.SEE_OTHER)
    turn = turn_of(batch.state)
    form = EntryForm(
        None,
        round=batch.round,
        turn=turn,
        seen=begun.edit if begun else 0,
        list_code=batch.candidate_list.code if begun else "",
    )
    return entry_page(batch, form, lines_of(batch, turn))


@batch_entries.post("/tast")
@requires(ENTER)
def type_lines(address: str, number: int) -> ResponseReturnValue:
    """Save, and then what the button says: nothing more, one ballot more, or hand in."""
    form, act = EntryForm(), request.form.get("act", SAVE)
    batch = the_batch(address, number)
    lines = [request.form.get(f"line-{at}", "") for at in range(1, batch.ballots + 1)]
    if not form.validate_on_submit() or (act == FINISH and not _names_its_list(form)):
        return entry_page(batch, form, lines), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        outcome = _save(address, number, form)
        if isinstance(outcome, EditConflict):
            return _conflict(address, number, form, outcome, act)
        if act == AUTOSAVE:
            return {"edit": outcome.edit}
        form.seen.data, form.seen.raw_data = outcome.edit, [str(outcome.edit)]
        return _then(address, number, form, act)
    except BatchMovedOn as refusal:
        return _refused(address, number, form, lines, told(refusal)), HTTPStatus.CONFLICT
    except DomainError as refusal:
        return _refused(address, number, form, lines, told(refusal)), HTTPStatus.UNPROCESSABLE_ENTITY


@batch_entries.post("/overta")
@requires(ENTER)
def go_on(address: str, number: int) -> ResponseReturnValue:
    """Go on where another clerk left off."""
    try:
        with transaction() as session:
            take_over(session, the_batch(address, number, session), by=current_actor(), at=now())
    except DomainError as refusal:
        return refused(address, number, refusal)
    return redirect(url_for(".entry", address=address, number=number), HTTPStatus.SEE_OTHER)


@batch_entries.route("/sammenlign", methods=["GET", "POST"])
@requires(ENTER)
def compare(address: str, number: int) -> ResponseReturnValue:
    """The ballots that were typed differently; for each, what the paper says."""
    form = Form()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                batch = the_batch(address, number, session)
                settle_differences(session, batch, ruling_lines(request.form), by=current_actor(), at=now())
            return saved(url_for("changed_ballots.show", address=address, number=number))
        except DomainError as refusal:
            form.form_errors.extend(told(refusal))
    return comparison_page(address, number, form), (
        HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    )


def entry_page(batch: TypedBatch, form: EntryForm, lines: list[str]) -> str:
    """The grid with these lines, each with what it says."""
    desk = desk_of(db.session(), batch)
    read = desk.read((lines + [""] * batch.ballots)[: batch.ballots])
    return render_template(
        "changed_ballots/entry.html",
        batch=batch,
        form=form,
        rows=[
            (at, line, texts.said(desk, each), each)
            for at, (line, each) in enumerate(zip(lines, read, strict=False), 1)
        ],
        first_empty=next((at for at, each in enumerate(read, 1) if not each.is_done), len(read)),
        done=sum(each.is_done for each in read),
        desk=texts.for_the_page(desk),
    )


def comparison_page(address: str, number: int, form: Form) -> str:
    """Both lines of every ballot that differs, and what was chosen so far."""
    batch = the_batch(address, number)
    desk = desk_of(db.session(), batch)
    return render_template(
        "changed_ballots/comparison.html",
        batch=batch,
        desk=desk,
        form=form,
        differences=differences_of(desk, batch),
        rulings=rulings_of(desk, batch),
        first=lines_of(batch, FIRST),
        second=lines_of(batch, SECOND),
        chosen=request.form,
        texts=texts,
        page=texts.for_the_page(desk),
    )


def _names_its_list(form: EntryForm) -> bool:
    """Whether the clerk has said which list is in hand; it is asked for once, at the latest when handing in."""
    if (form.list_code.data or "").strip():
        return True
    form.list_code.errors = [_("Skriv listens kode.")]
    return False


def _save(address: str, number: int, form: EntryForm) -> Saved | EditConflict:
    with transaction() as session:
        batch = the_batch(address, number, session)
        typed = (form.list_code.data or "").strip()
        if typed and typed.casefold() != batch.candidate_list.code.casefold():
            raise OtherListTyped(batch.code, batch.candidate_list.code, typed)
        lines = entry_lines(request.form, batch.ballots)
        return save_entry(session, batch, lines, form.place, by=current_actor(), at=now())


def _then(address: str, number: int, form: EntryForm, act: str) -> ResponseReturnValue:
    """What follows when the lines are saved."""
    if act == MORE:
        with transaction() as session:
            grow(session, the_batch(address, number, session), form.place, by=current_actor(), at=now())
    if act == FINISH:
        with transaction() as session:
            finish_entry(session, the_batch(address, number, session), form.place, by=current_actor(), at=now())
        return saved(url_for("changed_ballots.show", address=address, number=number))
    return saved(url_for(".entry", address=address, number=number))


def _conflict(address: str, number: int, form: EntryForm, conflict: EditConflict, act: str) -> ResponseReturnValue:
    """Both versions, and the choice between them; a page that saves by itself only learns that there is one."""
    if act == AUTOSAVE:
        return {"typed_by": conflict.typed_by}, HTTPStatus.CONFLICT
    batch = the_batch(address, number)
    desk = desk_of(db.session(), batch)
    mine = entry_lines(request.form, batch.ballots)
    both = zip(mine, conflict.lines, strict=False)
    page = render_template(
        "changed_ballots/conflict.html",
        batch=batch,
        form=form,
        conflict=conflict,
        mine=mine,
        differing=[(at, stored, sent) for at, (sent, stored) in enumerate(both, 1) if sent != stored],
        said=lambda line: texts.said(desk, desk.lines.read(line)),
        person=current_actor().name,
    )
    return page, HTTPStatus.CONFLICT


def _refused(
    address: str, number: int, form: EntryForm, lines: list[str], why: list[str]
) -> str | dict[str, list[str]]:
    """The grid again with all that was typed and why it was refused; for a page that saves by itself, why alone."""
    if request.form.get("act") == AUTOSAVE:
        return {"refused": why}
    form.form_errors.extend(why)
    return entry_page(the_batch(address, number), form, lines)
