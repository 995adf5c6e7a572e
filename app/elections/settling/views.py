"""The settlement room: what stands in the way, trials, lots, what is proposed, decided and annulled."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.councils.domain.lots import LotRequired
from app.elections.domain.blockers import Blocker
from app.elections.domain.board_meetings import BoardMeeting, names_in, needed_for_quorum
from app.elections.domain.majority_election import FEWEST_LISTS, PersonLotRequired
from app.elections.domain.settlement_differences import differences
from app.elections.lists.acts import answer, attempt, the_election
from app.elections.models import BETWEEN_LISTS, ContestRow
from app.elections.queries import contests_of, lists_per_contest, load_contest
from app.elections.settling import texts
from app.elections.settling.acts import the_contest, the_settlement
from app.elections.settling.blockers import blockers
from app.elections.settling.figures import list_figures, named
from app.elections.settling.forms import AnnulForm, DecisionForm, LotForm, ProposeForm, TrialForm
from app.elections.settling.lot_slips import SlipLanguage, lot_slips_pdf
from app.elections.settling.majority.queries import is_majority, newest_majority_trial
from app.elections.settling.queries import (
    KeptSettlement,
    Trial,
    findings_of,
    lot_rows,
    newest_trial,
    settlements_of,
    validity_is_decided,
)
from app.elections.settling.services.lots import DrawnLot, record_lot
from app.elections.settling.services.settlements import annul, decide, make_trial, propose
from app.elections.state_texts import election_state_text

settling_room = Blueprint("settling", __name__, url_prefix="/admin/valg/<address>/oppgjor")

SEE, MAKE, DECIDE = Permission.ELECTIONS_SEE, Permission.SETTLEMENTS_MAKE, Permission.SETTLEMENTS_DECIDE


@dataclass(frozen=True, slots=True)
class ContestAtAGlance:
    """One contest in the overview: what stands in the way, the newest settlement, and whether a lot waits."""

    row: ContestRow
    blockers: tuple[Blocker, ...]
    newest: KeptSettlement | None
    lot: bool
    majority: bool


@settling_room.get("")
@requires(SEE)
def overview(address: str) -> ResponseReturnValue:
    """What stands between now and a lawful settlement, in every district at a glance."""
    session, election = db.session(), the_election(address)
    lists = lists_per_contest(session, election.id)
    glances = []
    for row in contests_of(session, election.id):
        newest = next(iter(settlements_of(session, row.id)), None)
        majority = lists.get(row.id, 0) < FEWEST_LISTS
        trial = newest_majority_trial(session, row.id) if majority else newest_trial(session, row.id)
        lot = isinstance(trial.outcome, LotRequired | PersonLotRequired) if trial else False
        glances.append(ContestAtAGlance(row, blockers(session, row), newest, lot, majority))
    return render_template(
        "settling/overview.html", election=election, contests=glances, texts=texts, state_text=election_state_text
    )


@settling_room.get("/<code>")
@requires(SEE)
def contest(address: str, code: str) -> ResponseReturnValue:
    """One district: what is in the way, the newest trial, the settlements."""
    row = the_contest(address, code)
    if is_majority(db.session(), row):
        return redirect(url_for("majority.room", address=address, code=code))
    return _contest_page(row)


@settling_room.post("/<code>/prove")
@requires(MAKE)
def trial(address: str, code: str) -> ResponseReturnValue:
    """How it would be settled from what is there now."""
    row, form = the_contest(address, code), TrialForm()

    def save() -> None:
        with transaction() as session:
            make_trial(session, the_contest(address, code, session), by=current_actor(), at=now())

    saved = attempt(form, save)
    if saved:
        return redirect(url_for("settling.contest", address=address, code=code, _anchor="prove"), HTTPStatus.SEE_OTHER)
    return _contest_page(row, form), HTTPStatus.UNPROCESSABLE_ENTITY


@settling_room.post("/<code>/lodd")
@requires(MAKE)
def lot(address: str, code: str) -> ResponseReturnValue:
    """Who won the lot, and who saw it."""
    row = the_contest(address, code)
    form = LotForm().offer(_tied(row, newest_trial(db.session(), row.id)))

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
            record_lot(session, the_contest(address, code, session), drawn, by=current_actor(), at=now())

    return answer(
        url_for("settling.contest", address=address, code=code, _anchor="prove"),
        lambda: _contest_page(row, form),
        saved=attempt(form, save),
    )


@settling_room.get("/<code>/lodd-<any(nb,nn):language>.pdf")
@requires(SEE)
def lot_slips(address: str, code: str, language: SlipLanguage) -> ResponseReturnValue:
    """The slips to draw between."""
    row = the_contest(address, code)
    found = newest_trial(db.session(), row.id)
    if found is None or not isinstance(found.outcome, LotRequired):
        abort(HTTPStatus.NOT_FOUND)
    names = {each.code: each.name for each in load_contest(db.session(), row.id).lists}
    pdf = lot_slips_pdf(row, found.outcome, names, language, found.made_at)
    reply = Response(pdf, mimetype="application/pdf")
    reply.headers.set("Content-Disposition", "inline", filename=f"lodd-{code}-{found.outcome.seat}.pdf")
    return reply


@settling_room.post("/<code>/foresla")
@requires(MAKE)
def put_forward(address: str, code: str) -> ResponseReturnValue:
    """Propose the settlement that the trial showed."""
    row, form = the_contest(address, code), ProposeForm()

    def save() -> None:
        with transaction() as session:
            seen = form.seen.data or ""
            propose(session, the_contest(address, code, session), seen, by=current_actor(), at=now())

    return answer(
        url_for("settling.contest", address=address, code=code),
        lambda: _contest_page(row, form),
        saved=attempt(form, save),
    )


@settling_room.get("/<code>/<int:number>")
@requires(SEE)
def settlement(address: str, code: str, number: int) -> ResponseReturnValue:
    """One settlement, whatever became of it."""
    return _settlement_page(address, code, number)


@settling_room.post("/<code>/<int:number>/vedtak")
@requires(DECIDE)
def decision(address: str, code: str, number: int) -> ResponseReturnValue:
    """The board decides the settlement."""
    the_settlement(address, code, number)
    form = DecisionForm()

    def save() -> None:
        assert form.held_on.data
        meeting = BoardMeeting(
            form.held_on.data, form.members.data or 0, names_in(form.present.data or ""), form.case_number.data or ""
        )
        with transaction() as session:
            row = the_settlement(address, code, number, session).row
            decide(session, row, meeting, by=current_actor(), at=now())

    return answer(
        url_for("settling.settlement", address=address, code=code, number=number),
        lambda: _settlement_page(address, code, number, form),
        saved=attempt(form, save),
    )


@settling_room.post("/<code>/<int:number>/opphev")
@requires(DECIDE)
def annulment(address: str, code: str, number: int) -> ResponseReturnValue:
    """The board annuls the settlement, with a reason."""
    the_settlement(address, code, number)
    form = AnnulForm(prefix="opphev")

    def save() -> None:
        with transaction() as session:
            row = the_settlement(address, code, number, session).row
            annul(session, row, form.reason.data or "", by=current_actor(), at=now())

    return answer(
        url_for("settling.settlement", address=address, code=code, number=number),
        lambda: _settlement_page(address, code, number, form),
        saved=attempt(form, save),
    )


def _contest_page(row: ContestRow, sent: TrialForm | LotForm | ProposeForm | None = None) -> str:
    session, found = db.session(), newest_trial(db.session(), row.id)
    value = load_contest(session, row.id)
    kept = settlements_of(session, row.id)
    stopped = found.outcome if found and isinstance(found.outcome, LotRequired) else None
    tried = found.outcome if found and not isinstance(found.outcome, LotRequired) else None
    form = sent if isinstance(sent, LotForm) else _blank_lot(row, found)
    return render_template(
        "settling/contest.html",
        election=row.election,
        row=row,
        blockers=blockers(session, row),
        majority=len(value.lists) < FEWEST_LISTS,
        kept=kept,
        standing=next((each for each in kept if each.state != "annulled"), None),
        trial=found,
        tried=tried,
        figures=list_figures(value, tried) if tried else (),
        stopped=stopped,
        names={each.code: each.name for each in value.lists},
        lots=lot_rows(session, row.id, found.input_sha256) if found else (),
        findings=findings_of(session, row.id),
        lot_form=form,
        sent=sent,
        texts=texts,
    )


def _settlement_page(address: str, code: str, number: int, sent: DecisionForm | AnnulForm | None = None) -> str:
    session, kept = db.session(), the_settlement(address, code, number)
    if kept.row.kind != BETWEEN_LISTS:
        abort(HTTPStatus.NOT_FOUND)
    row = kept.row.contest
    value, made = load_contest(session, row.id), kept.settlement
    before = next((each for each in settlements_of(session, row.id) if each.row.number == number - 1), None)
    changed = named(value, differences(before.settlement, made)) if before else None
    return render_template(
        "settling/settlement.html",
        election=row.election,
        row=row,
        kept=kept,
        settlement=made,
        figures=list_figures(value, made),
        names={each.code: each.name for each in value.lists},
        lots=lot_rows(session, row.id, kept.row.input_sha256),
        before=before,
        changed=changed,
        final=validity_is_decided(session, row.id),
        own=kept.row.made_by == current_actor().name,
        present=(kept.decision.present.splitlines() if kept.decision else []),
        needed=needed_for_quorum,
        decision=sent if isinstance(sent, DecisionForm) else DecisionForm(None, held_on=today()),
        annul=sent if isinstance(sent, AnnulForm) else AnnulForm(None, prefix="opphev"),
        sent=sent,
        texts=texts,
    )


def _tied(row: ContestRow, found: Trial | None) -> list[tuple[str, str]]:
    """The lists that a lot is to be drawn between, by code and name; none without a tie."""
    if found is None or not isinstance(found.outcome, LotRequired):
        return []
    names = {each.code: each.name for each in load_contest(db.session(), row.id).lists}
    return [(code, names[code]) for code in found.outcome.lists]


def _blank_lot(row: ContestRow, found: Trial | None) -> LotForm | None:
    if found is None or not isinstance(found.outcome, LotRequired):
        return None
    form = LotForm(None, seen=found.input_sha256, seat=found.outcome.seat, drawn_on=today())
    return form.offer(_tied(row, found))


def today() -> date:
    """The day in Norway."""
    return now().astimezone(OSLO).date()
