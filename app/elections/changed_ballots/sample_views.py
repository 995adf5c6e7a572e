"""Ballots drawn in public and compared with the paper: the dice, the list, and what was found."""

import csv
import io
from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.elections.changed_ballots import texts
from app.elections.changed_ballots.acts import saved, the_contest, told
from app.elections.changed_ballots.forms import SampleForm, findings
from app.elections.changed_ballots.models import BallotSample
from app.elections.changed_ballots.queries import open_batches, sample_by_number, samples_of, stored_ballots
from app.elections.changed_ballots.sample_list import sample_pdf
from app.elections.changed_ballots.services.samples import draw_sample, record_findings
from app.elections.changed_ballots.views import pdf_answer

ballot_samples = Blueprint("ballot_samples", __name__, url_prefix="/admin/bunker/<address>/stikkprover/<code>")

COLUMNS = ("contest", "batch", "ballot", "list", "marks", "write_ins")


@ballot_samples.route("", methods=["GET", "POST"])
@requires(Permission.COUNTS_SEE, to_send=Permission.COUNTS_APPROVE)
def draw(address: str, code: str) -> ResponseReturnValue:
    """The samples of a district; the board types in the dice of the next."""
    form = SampleForm()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                contest = the_contest(address, code, session)
                seed, size, witnesses = form.seed.data or "", form.size.data or 0, form.witnesses.data or ""
                sample = draw_sample(session, contest, seed, size, witnesses, by=current_actor(), at=now())
                number = sample.number
            return saved(url_for(".show", address=address, code=code, number=number))
        except DomainError as refusal:
            form.form_errors.extend(told(refusal))
    contest = the_contest(address, code)
    page = render_template(
        "changed_ballots/samples.html",
        contest=contest,
        form=form,
        samples=samples_of(db.session(), contest.id),
        population=stored_ballots(db.session(), contest.id),
        open_batches=open_batches(db.session(), contest.id),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK


@ballot_samples.route("/<int:number>", methods=["GET", "POST"])
@requires(Permission.COUNTS_SEE, to_send=Permission.COUNTS_ENTER)
def show(address: str, code: str, number: int) -> ResponseReturnValue:
    """The drawn ballots, and what was found of each."""
    form = Form()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                contest = the_contest(address, code, session)
                sample = sample_by_number(session, contest, number) or abort(HTTPStatus.NOT_FOUND)
                record_findings(session, sample, findings(request.form), by=current_actor(), at=now())
            return saved(url_for(".show", address=address, code=code, number=number))
        except DomainError as refusal:
            form.form_errors.extend(told(refusal))
    sample = _sample(address, code, number)
    page = render_template("changed_ballots/sample.html", sample=sample, form=form, sent=request.form, texts=texts)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK


@ballot_samples.get("/<int:number>.csv")
@requires(Permission.COUNTS_SEE)
def as_csv(address: str, code: str, number: int) -> Response:
    """The drawn ballots as rows of ``ballots.csv``, in the order they were drawn."""
    sample = _sample(address, code, number)
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for each in sample.ballots:
        rows.writerow((code, each.batch, each.ballot, each.list_code, each.marks, each.write_ins))
    answer = Response(written.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="stikkprove-{address}-{code}-{number}.csv"'
    return answer


@ballot_samples.get("/<int:number>-<any(nb,nn):language>.pdf")
@requires(Permission.COUNTS_SEE)
def as_pdf(address: str, code: str, number: int, language: Literal["nb", "nn"]) -> Response:
    """The list to go to the boxes with: which ballots, and room for what is found."""
    sample = _sample(address, code, number)
    return pdf_answer(sample_pdf(sample, language), f"stikkprove-{address}-{code}-{number}-{language}.pdf")


def _sample(address: str, code: str, number: int) -> BallotSample:
    return sample_by_number(db.session(), the_contest(address, code), number) or abort(HTTPStatus.NOT_FOUND)
