"""The room for changed ballots: every bundle and how far it has come, its sheet, and what the board does with it."""

from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.auth.guard import current_actor
from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.elections.changed_ballots import texts
from app.elections.changed_ballots.acts import saved, the_batch, the_contest, the_election, told
from app.elections.changed_ballots.forms import ReasonForm, RegisterForm
from app.elections.changed_ballots.queries import (
    batches_of_election,
    desk_of,
    entry_of,
    may_type,
    settled_of,
    unsettled,
    workers_of,
)
from app.elections.changed_ballots.services.batches import (
    approve_batch,
    register_batch,
    reopen_batch,
    withdraw_batch,
)
from app.elections.changed_ballots.services.holding import COUNTED_IN
from app.elections.changed_ballots.sheet import batch_sheet_pdf
from app.elections.domain.states import ElectionState
from app.elections.domain.typed_batches import FIRST, SECOND, TYPED_IN, BatchState, turn_of
from app.elections.models import ElectionRow
from app.elections.queries import locked_contests

batch_room = Blueprint("changed_ballots", __name__, url_prefix="/admin/bunker")

SEE, ENTER, APPROVE = Permission.COUNTS_SEE, Permission.COUNTS_ENTER, Permission.COUNTS_APPROVE
STAFF_ROOMS = (StaffRoom(_l("Endrede stemmesedler"), "/admin/bunker", SEE),)


@batch_room.get("")
@requires(SEE)
def elections() -> str:
    """The elections whose ballots are counted now."""
    rows = db.session().scalars(select(ElectionRow).order_by(ElectionRow.election_day.desc(), ElectionRow.id))
    counted = [row for row in rows if ElectionState(row.state) in COUNTED_IN]
    return render_template("changed_ballots/elections.html", elections=counted)


@batch_room.get("/<address>")
@requires(SEE)
def overview(address: str) -> str:
    """Every district's bundles, and whether the figures can be right."""
    return overview_page(address, None)


@batch_room.post("/<address>")
@requires(ENTER)
def register(address: str) -> ResponseReturnValue:
    """Give a bundle a number and a sheet."""
    form = RegisterForm().offer(the_election(address).contests)
    if form.validate_on_submit():
        try:
            with transaction() as session:
                contest = the_contest(address, form.contest.data, session)
                code, ballots = form.list_code.data or "", form.ballots.data or 0
                number = register_batch(session, contest, code, ballots, by=current_actor(), at=now()).id
            return saved(url_for(".show", address=address, number=number))
        except DomainError as refusal:
            form.form_errors.extend(told(refusal))
    return overview_page(address, form), HTTPStatus.UNPROCESSABLE_ENTITY


@batch_room.get("/<address>/<int:number>")
@requires(SEE)
def show(address: str, number: int) -> str:
    """One bundle: what it waits for; what it holds, once nobody is to type it unseen."""
    return batch_page(address, number)


@batch_room.get("/<address>/<int:number>/ark-<any(nb,nn):language>.pdf")
@requires(SEE)
def sheet(address: str, number: int, language: Literal["nb", "nn"]) -> Response:
    """The batch sheet, to lie on top of the bundle."""
    batch = the_batch(address, number)
    name = f"bunke-{address}-{batch.contest.code}-{batch.code}-{language}.pdf"
    return pdf_answer(batch_sheet_pdf(batch, language), name)


@batch_room.post("/<address>/<int:number>/trekk")
@requires(ENTER)
def withdraw(address: str, number: int) -> ResponseReturnValue:
    """The bundle is not to be typed after all."""
    try:
        with transaction() as session:
            withdraw_batch(session, the_batch(address, number, session), by=current_actor(), at=now())
    except DomainError as refusal:
        return refused(address, number, refusal)
    return saved(url_for(".overview", address=address))


@batch_room.post("/<address>/<int:number>/godkjenn")
@requires(APPROVE)
def approve(address: str, number: int) -> ResponseReturnValue:
    """The bundle's ballots count from now on."""
    try:
        with transaction() as session:
            approve_batch(session, the_batch(address, number, session), by=current_actor(), at=now())
    except DomainError as refusal:
        return refused(address, number, refusal)
    return saved(url_for(".show", address=address, number=number))


@batch_room.post("/<address>/<int:number>/gjenapne")
@requires(APPROVE)
def reopen(address: str, number: int) -> ResponseReturnValue:
    """Type everything in the bundle again, for a reason."""
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                batch = the_batch(address, number, session)
                reopen_batch(session, batch, form.reason.data or "", by=current_actor(), at=now())
            return saved(url_for(".show", address=address, number=number))
        except DomainError as refusal:
            form.form_errors.extend(told(refusal))
    return batch_page(address, number, form), HTTPStatus.UNPROCESSABLE_ENTITY


def refused(address: str, number: int, refusal: DomainError) -> ResponseReturnValue:
    """The bundle's page with why it was refused."""
    return batch_page(address, number, blockers=told(refusal)), HTTPStatus.UNPROCESSABLE_ENTITY


def overview_page(address: str, form: RegisterForm | None) -> str:
    """The overview; with the form that was refused."""
    election = the_election(address)
    session = db.session()
    return render_template(
        "changed_ballots/overview.html",
        election=election,
        districts=batches_of_election(session, election),
        is_counted=ElectionState(election.state) in COUNTED_IN,
        settled=locked_contests(session, election.id),
        form=form or RegisterForm(None).offer(election.contests),
        sent=form,
        person=current_actor().name,
        may_type=may_type,
        texts=texts,
    )


def batch_page(
    address: str, number: int, form: ReasonForm | None = None, blockers: tuple[str, ...] | list[str] = ()
) -> str:
    """The page of one bundle."""
    batch = the_batch(address, number)
    session, person = db.session(), current_actor().name
    desk = desk_of(session, batch)
    both_in = batch.state in (BatchState.DIFFERS, BatchState.AGREED, BatchState.APPROVED)
    turn = turn_of(batch.state) if batch.state in TYPED_IN else None
    return render_template(
        "changed_ballots/batch.html",
        batch=batch,
        desk=desk,
        turn=turn,
        entry=entry_of(batch, turn) if turn else None,
        entries=[each for each in (entry_of(batch, FIRST), entry_of(batch, SECOND)) if each],
        lines=settled_of(desk, batch) if both_in else None,
        left=len(unsettled(desk, batch)) if batch.state is BatchState.DIFFERS else 0,
        may_type=may_type(batch, person),
        may_approve=person not in workers_of(batch),
        is_open=batch.contest.code not in locked_contests(session, batch.contest.election_id),
        form=form or ReasonForm(None),
        plain=Form(None),
        sent=form,
        blockers=blockers,
        texts=texts,
    )


def pdf_answer(content: bytes, name: str) -> Response:
    """A PDF that is shown in the browser and kept nowhere."""
    answer = Response(content, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
