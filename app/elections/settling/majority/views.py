"""Majority elections: the room of the officer and the board, and the pages where ballots are typed."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.auth.guard import current_actor
from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.elections.domain.board_meetings import BoardMeeting, names_in
from app.elections.domain.majority_election import PersonLotRequired
from app.elections.domain.majority_entries import NameRuling, Ruling
from app.elections.lists.acts import answer, attempt
from app.elections.models import OF_PERSONS, ContestRow
from app.elections.settling import texts as room_texts
from app.elections.settling.acts import the_contest, the_settlement
from app.elections.settling.forms import AnnulForm, DecisionForm, LotForm, ProposeForm, TrialForm
from app.elections.settling.lot_slips import SlipLanguage, lot_slips_pdf
from app.elections.settling.majority import texts
from app.elections.settling.majority.document import read_majority
from app.elections.settling.majority.forms import BatchForm, RulingForm, TypingForm
from app.elections.settling.majority.models import MajorityBatchRow
from app.elections.settling.majority.queries import (
    MajorityTrial,
    batches_of,
    blockers,
    is_majority,
    names_written,
    newest_majority_trial,
    rulings_of,
    typed,
    where_names_are_typed,
)
from app.elections.settling.majority.services.entries import register_batch, rule_on_name, type_batch
from app.elections.settling.majority.services.settlements import (
    decide_majority,
    make_majority_trial,
    propose_majority,
    record_person_lot,
)
from app.elections.settling.queries import KeptSettlement, lot_rows, settlements_of, validity_is_decided
from app.elections.settling.services.lots import DrawnLot
from app.elections.settling.services.settlements import annul
from app.elections.settling.views import today

majority_room = Blueprint("majority", __name__, url_prefix="/admin/valg/<address>/flertallsvalg")
majority_typing = Blueprint("majority_typing", __name__, url_prefix="/admin/flertallsvalg")

STAFF_ROOMS = (StaffRoom(_l("Flertallsvalg"), "/admin/flertallsvalg", Permission.COUNTS_ENTER),)

SEE, MAKE, DECIDE = Permission.ELECTIONS_SEE, Permission.SETTLEMENTS_MAKE, Permission.SETTLEMENTS_DECIDE


@majority_typing.get("")
@requires(Permission.COUNTS_ENTER)
def overview() -> ResponseReturnValue:
    """Where there are ballots with names to type."""
    return render_template("majority/overview.html", contests=where_names_are_typed(db.session()))


@majority_typing.route("/<address>/<code>", methods=["GET", "POST"])
@requires(Permission.COUNTS_ENTER)
def batches(address: str, code: str) -> ResponseReturnValue:
    """The batches of a district, and a new one."""
    row, form = _majority(address, code), BatchForm()

    def save() -> None:
        with transaction() as session:
            contest = _majority(address, code)
            register_batch(session, contest, form.code.data or "", form.ballots.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _batches_page(row, form)
    here = url_for("majority_typing.batches", address=address, code=code)
    return answer(here, lambda: _batches_page(row, form), saved=saved)


@majority_typing.route("/<address>/<code>/<int:number>", methods=["GET", "POST"])
@requires(Permission.COUNTS_ENTER)
def typing(address: str, code: str, number: int) -> ResponseReturnValue:
    """Type a batch. What others have typed is never shown."""
    batch, form = _batch(address, code, number), TypingForm()

    def save() -> None:
        with transaction() as session:
            type_batch(session, _batch(address, code, number), form.text.data or "", by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _typing_page(batch, form)
    here = url_for("majority_typing.batches", address=address, code=code)
    return answer(here, lambda: _typing_page(_batch(address, code, number), form), saved=saved)


@majority_room.get("/<code>")
@requires(SEE)
def room(address: str, code: str) -> ResponseReturnValue:
    """One district on its way to a result."""
    return _room_page(_majority(address, code))


@majority_room.post("/<code>/navn")
@requires(Permission.COUNTS_APPROVE)
def ruling(address: str, code: str) -> ResponseReturnValue:
    """What the board says of a name."""
    row = _majority(address, code)
    form = RulingForm().offer(names_written(db.session(), row.id))

    def save() -> None:
        with transaction() as session:
            contest, said = _majority(address, code), NameRuling(Ruling(form.ruling.data), form.person.data or "")
            reason = form.reason.data or ""
            rule_on_name(session, contest, form.name.data, said, reason, by=current_actor(), at=now())

    return answer(_here(row), lambda: _room_page(row, form), saved=attempt(form, save))


@majority_room.post("/<code>/prove")
@requires(MAKE)
def trial(address: str, code: str) -> ResponseReturnValue:
    """How the places would fall now."""
    row, form = _majority(address, code), TrialForm()

    def save() -> None:
        with transaction() as session:
            make_majority_trial(session, _majority(address, code), by=current_actor(), at=now())

    if attempt(form, save):
        return redirect(f"{_here(row)}#prove", HTTPStatus.SEE_OTHER)
    return _room_page(row, form), HTTPStatus.UNPROCESSABLE_ENTITY


@majority_room.post("/<code>/lodd")
@requires(MAKE)
def lot(address: str, code: str) -> ResponseReturnValue:
    """Who won the lot, and who saw it."""
    row = _majority(address, code)
    form = LotForm().offer(_tied(newest_majority_trial(db.session(), row.id)))

    def save() -> None:
        assert form.drawn_on.data
        drawn = DrawnLot(
            form.seat.data or 0,
            form.winner.data,
            names_in(form.witnesses.data or ""),
            form.drawn_on.data,
            form.seen.data or "",
        )
        with transaction() as session:
            record_person_lot(session, _majority(address, code), drawn, by=current_actor(), at=now())

    return answer(f"{_here(row)}#prove", lambda: _room_page(row, form), saved=attempt(form, save))


@majority_room.get("/<code>/lodd-<any(nb,nn):language>.pdf")
@requires(SEE)
def lot_slips(address: str, code: str, language: SlipLanguage) -> ResponseReturnValue:
    """The slips to draw between."""
    row = _majority(address, code)
    found = newest_majority_trial(db.session(), row.id)
    if found is None or not isinstance(found.outcome, PersonLotRequired):
        abort(HTTPStatus.NOT_FOUND)
    return Response(lot_slips_pdf(row, found.outcome, {}, language, found.made_at), mimetype="application/pdf")


@majority_room.post("/<code>/foresla")
@requires(MAKE)
def put_forward(address: str, code: str) -> ResponseReturnValue:
    """Propose the settlement that the trial showed."""
    row, form = _majority(address, code), ProposeForm()

    def save() -> None:
        with transaction() as session:
            propose_majority(session, _majority(address, code), form.seen.data or "", by=current_actor(), at=now())

    return answer(_here(row), lambda: _room_page(row, form), saved=attempt(form, save))


@majority_room.get("/<code>/<int:number>")
@requires(SEE)
def settlement(address: str, code: str, number: int) -> ResponseReturnValue:
    """One settlement, whatever became of it."""
    return _settlement_page(_kept(address, code, number))


@majority_room.post("/<code>/<int:number>/vedtak")
@requires(DECIDE)
def decision(address: str, code: str, number: int) -> ResponseReturnValue:
    """The board decides the settlement."""
    kept, form = _kept(address, code, number), DecisionForm()

    def save() -> None:
        assert form.held_on.data
        meeting = BoardMeeting(
            form.held_on.data, form.members.data or 0, names_in(form.present.data or ""), form.case_number.data or ""
        )
        with transaction() as session:
            decide_majority(session, _kept(address, code, number).row, meeting, by=current_actor(), at=now())

    here = url_for("majority.settlement", address=address, code=code, number=number)
    return answer(here, lambda: _settlement_page(kept, form), saved=attempt(form, save))


@majority_room.post("/<code>/<int:number>/opphev")
@requires(DECIDE)
def annulment(address: str, code: str, number: int) -> ResponseReturnValue:
    """The board annuls the settlement, with a reason."""
    kept, form = _kept(address, code, number), AnnulForm(prefix="opphev")

    def save() -> None:
        with transaction() as session:
            annul(session, _kept(address, code, number).row, form.reason.data or "", by=current_actor(), at=now())

    here = url_for("majority.settlement", address=address, code=code, number=number)
    return answer(here, lambda: _settlement_page(kept, form), saved=attempt(form, save))


def _majority(address: str, code: str) -> ContestRow:
    row = the_contest(address, code)
    return row if is_majority(db.session(), row) else abort(HTTPStatus.NOT_FOUND)


def _batch(address: str, code: str, number: int) -> MajorityBatchRow:
    rows = {row.id: row for row in batches_of(db.session(), _majority(address, code).id)}
    return rows.get(number) or abort(HTTPStatus.NOT_FOUND)


def _kept(address: str, code: str, number: int) -> KeptSettlement:
    kept = the_settlement(address, code, number)
    return kept if kept.row.kind == OF_PERSONS else abort(HTTPStatus.NOT_FOUND)


def _here(row: ContestRow) -> str:
    return url_for("majority.room", address=row.election.address, code=row.code)


def _batches_page(row: ContestRow, form: BatchForm) -> str:
    found = [(each, typed(each)) for each in batches_of(db.session(), row.id)]
    reader = current_actor().name
    return render_template(
        "majority/batches.html", election=row.election, row=row, form=form, batches=found, reader=reader, texts=texts
    )


def _typing_page(batch: MajorityBatchRow, form: TypingForm) -> str:
    entries, reader = typed(batch), current_actor().name
    return render_template(
        "majority/typing.html", batch=batch, form=form, status=texts.batch_text(entries, reader), row=batch.contest
    )


def _tied(found: MajorityTrial | None) -> list[tuple[str, str]]:
    if found is None or not isinstance(found.outcome, PersonLotRequired):
        return []
    return [(person, person) for person in found.outcome.persons]


def _room_page(row: ContestRow, sent: TrialForm | LotForm | ProposeForm | RulingForm | None = None) -> str:
    session = db.session()
    found, kept = newest_majority_trial(session, row.id), settlements_of(session, row.id)
    outcome = found.outcome if found else None
    stopped = outcome if isinstance(outcome, PersonLotRequired) else None
    blank = None
    if found and stopped:
        blank = LotForm(None, seen=found.input_sha256, seat=stopped.number, drawn_on=today())
        blank.by_name().offer(_tied(found))
    names = names_written(session, row.id)
    return render_template(
        "majority/room.html",
        election=row.election,
        row=row,
        blockers=blockers(session, row),
        kept=kept,
        standing=next((each for each in kept if each.state != "annulled"), None),
        trial=found,
        tried=None if stopped else outcome,
        stopped=stopped,
        lots=lot_rows(session, row.id, found.input_sha256) if found else (),
        lot_form=sent.by_name() if isinstance(sent, LotForm) else blank,
        names=names,
        rulings=rulings_of(session, row.id),
        ruling=sent if isinstance(sent, RulingForm) else RulingForm(None).offer(names),
        sent=sent,
        texts=texts,
        room_texts=room_texts,
    )


def _settlement_page(kept: KeptSettlement, sent: DecisionForm | AnnulForm | None = None) -> str:
    session, row = db.session(), kept.row.contest
    return render_template(
        "majority/settlement.html",
        election=row.election,
        row=row,
        kept=kept,
        settlement=read_majority(kept.row.document),
        lots=lot_rows(session, row.id, kept.row.input_sha256),
        final=validity_is_decided(session, row.id),
        own=kept.row.made_by == current_actor().name,
        present=kept.decision.present.splitlines() if kept.decision else [],
        decision=sent if isinstance(sent, DecisionForm) else DecisionForm(None, held_on=today()),
        annul=sent if isinstance(sent, AnnulForm) else AnnulForm(None, prefix="opphev"),
        sent=sent,
        texts=texts,
        room_texts=room_texts,
    )
