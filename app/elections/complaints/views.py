"""The staff's pages of complaints: all of an election, a new one, and one with what is done with it.

| address | page |
|---|---|
| ``/admin/valg/2023/klager`` | all complaints, and until when one can complain in each district |
| ``/admin/valg/2023/klager/ny`` | a complaint that has come in |
| ``/admin/valg/2023/klager/fana/1`` | one complaint: sent on, decided |
"""

from http import HTTPStatus

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.elections.complaints import queries, texts
from app.elections.complaints.forms import ComplaintForm, DecisionForm, ForwardForm
from app.elections.complaints.models import ComplaintRow
from app.elections.complaints.services.complaints import (
    ComplaintDecision,
    ReceivedComplaint,
    decide_complaint,
    forward_complaint,
    register_complaint,
)
from app.elections.domain.complaints import About, ComplaintOutcome, DecidedAt
from app.elections.lists.acts import answer, attempt, the_election
from app.elections.queries import contest_by_code, contests_of

complaint_room = Blueprint("complaints", __name__, url_prefix="/admin/valg/<address>/klager")

SEE, RECEIVE, DECIDE = Permission.ELECTIONS_SEE, Permission.SETTLEMENTS_MAKE, Permission.SETTLEMENTS_DECIDE


@complaint_room.get("")
@requires(SEE)
def overview(address: str) -> str:
    """Every complaint of the election, and the periods in each district."""
    election, session = the_election(address), db.session()
    return render_template(
        "complaints/overview.html",
        election=election,
        complaints=queries.complaints_of(session, election),
        periods=[(each, queries.periods(session, each)) for each in contests_of(session, election.id)],
        matters=[about for about in About if about is not About.ROLL],
        texts=texts,
    )


@complaint_room.route("/ny", methods=["GET", "POST"])
@requires(RECEIVE)
def register(address: str) -> ResponseReturnValue:
    """Register a complaint that has come in."""
    election = the_election(address)
    form = ComplaintForm().offer([(each.code, each.district.name) for each in contests_of(db.session(), election.id)])

    def save() -> None:
        with transaction() as session:
            contest = contest_by_code(session, the_election(address, session), form.contest.data)
            register_complaint(session, contest, _received(form), by=current_actor(), at=now())

    def page() -> str:
        return render_template("complaints/new.html", election=election, form=form)

    if not form.is_submitted():
        return page()
    return answer(url_for("complaints.overview", address=address), page, saved=attempt(form, save))


@complaint_room.get("/<code>/<int:number>")
@requires(SEE)
def show(address: str, code: str, number: int) -> str:
    """One complaint."""
    return _page(address, code, number)


@complaint_room.post("/<code>/<int:number>/send")
@requires(DECIDE)
def forward(address: str, code: str, number: int) -> ResponseReturnValue:
    """Send the complaint on to the instance above."""
    form = ForwardForm().offer()

    def save() -> None:
        assert form.on.data
        with transaction() as session:
            row, statement = _complaint(address, code, number, session), form.statement.data or ""
            to = DecidedAt(form.to.data)
            forward_complaint(session, row, to, form.on.data, statement, by=current_actor(), at=now())

    return _answer(address, code, number, form, saved=attempt(form, save))


@complaint_room.post("/<code>/<int:number>/avgjor")
@requires(DECIDE)
def decide(address: str, code: str, number: int) -> ResponseReturnValue:
    """Enter what was decided."""
    form = DecisionForm().offer()

    def save() -> None:
        with transaction() as session:
            row = _complaint(address, code, number, session)
            decide_complaint(session, row, _decision(form), by=current_actor(), at=now())

    return _answer(address, code, number, form, saved=attempt(form, save))


def _received(form: ComplaintForm) -> ReceivedComplaint:
    return ReceivedComplaint(
        about=About(form.about.data),
        received_at=form.received_at(),
        complainant=form.complainant.data or "",
        matter=form.matter.data or "",
        contact=form.contact.data or "",
        notified_on=form.notified_on.data,
    )


def _decision(form: DecisionForm) -> ComplaintDecision:
    assert form.decided_on.data
    return ComplaintDecision(
        outcome=ComplaintOutcome(form.outcome.data),
        decided_at=DecidedAt(form.decided_at.data),
        decided_on=form.decided_on.data,
        reasons=form.reasons.data or "",
        reference=form.reference.data or "",
        admitted_because=form.admitted_because.data or "",
    )


def _answer(
    address: str, code: str, number: int, form: ForwardForm | DecisionForm, *, saved: bool
) -> ResponseReturnValue:
    here = url_for("complaints.show", address=address, code=code, number=number)
    return answer(here, lambda: _page(address, code, number, form), saved=saved)


def _page(address: str, code: str, number: int, sent: ForwardForm | DecisionForm | None = None) -> str:
    return render_template(
        "complaints/complaint.html",
        complaint=_complaint(address, code, number),
        forward=sent if isinstance(sent, ForwardForm) else ForwardForm(None).offer(),
        decision=sent if isinstance(sent, DecisionForm) else DecisionForm(None).offer(),
        sent=sent,
        texts=texts,
    )


def _complaint(address: str, code: str, number: int, session: Session | None = None) -> ComplaintRow:
    session = session or db.session()
    return queries.complaint(session, the_election(address, session), code, number) or abort(HTTPStatus.NOT_FOUND)
