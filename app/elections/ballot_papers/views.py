"""The page where ballot papers are looked at and fetched: per district and list, or all of them in one file."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.core.database import db
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.core.zip_files import zip_stream
from app.elections.ballot_papers.forms import PaperForm, as_query
from app.elections.ballot_papers.papers import (
    ContestPapers,
    election_papers,
    one_paper,
    papers_to_print,
    print_paper,
    print_papers,
    worded,
)
from app.elections.ballot_papers.refusals import PaperOverfull, UnknownPaper
from app.elections.ballot_papers.settings import PaperSettings
from app.elections.ballot_papers.texts import paper_text
from app.elections.domain.ballot_papers import ListsNotDecided
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe
from app.elections.refusals import UnknownContest

ballot_papers = Blueprint("ballot_papers", __name__, url_prefix="/admin/valg")

REFUSED = (ListsNotDecided, PaperOverfull)
NOT_THERE = (UnknownContest, UnknownPaper)


@ballot_papers.get("/<address>/stemmesedler")
@requires(Permission.ELECTIONS_SEE)
def overview(address: str) -> ResponseReturnValue:
    """Every paper of every district, and how they are to be printed."""
    election, form = _election(address), PaperForm(formdata=request.args).offer()
    settings = form.settings() if form.validate() else PaperSettings()
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    try:
        return _page(election, form, settings, election_papers(db.session(), election)), status
    except ListsNotDecided as refusal:
        return _refused(election, refusal), HTTPStatus.OK


@ballot_papers.get("/<address>/stemmesedler/<contest>/<paper>.pdf")
@requires(Permission.ELECTIONS_SEE)
def paper(address: str, contest: str, paper: str) -> ResponseReturnValue:
    """One paper; a sample is shown, a real one is saved."""
    election, settings = _election(address), _settings()
    try:
        found = one_paper(db.session(), election, contest, paper)
        answer = Response(print_paper(found, settings), mimetype="application/pdf")
    except NOT_THERE:
        abort(HTTPStatus.NOT_FOUND)
    except REFUSED as refusal:
        return _refused(election, refusal), HTTPStatus.CONFLICT
    kind = "inline" if settings.sample else "attachment"
    answer.headers.set("Content-Disposition", kind, filename=found.file_name(settings))
    return answer


@ballot_papers.get("/<address>/stemmesedler.zip")
@requires(Permission.ELECTIONS_SEE)
def everything(address: str) -> ResponseReturnValue:
    """All papers of the election, or of one district (``?contest=fana``), in one file that is made as it is sent."""
    election, settings, contest = _election(address), _settings(), request.args.get("contest") or None
    try:
        papers = worded(papers_to_print(db.session(), election, contest), settings)
    except NOT_THERE:
        abort(HTTPStatus.NOT_FOUND)
    except REFUSED as refusal:
        return _refused(election, refusal), HTTPStatus.CONFLICT
    answer = Response(zip_stream(print_papers(papers)), mimetype="application/zip")
    name = "-".join(["prover" if settings.sample else "stemmesedler", address, *([contest] if contest else [])])
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}-{settings.language}.zip")
    return answer


def _election(address: str) -> ElectionRow:
    return election_by_address(db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def _settings() -> PaperSettings:
    """The settings in the address; one that is not offered leads nowhere, rather than to another colour."""
    form = PaperForm(formdata=request.args).offer()
    return form.settings() if form.validate() else abort(HTTPStatus.NOT_FOUND)


def _page(election: ElectionRow, form: PaperForm, settings: PaperSettings, contests: tuple[ContestPapers, ...]) -> str:
    return render_template(
        "admin/ballot_papers.html",
        election=election,
        form=form,
        contests=contests,
        query=as_query(settings),
        paper_text=paper_text,
    )


def _refused(election: ElectionRow, refusal: DomainError) -> str:
    return render_template("admin/ballot_papers.html", election=election, refusal=describe(refusal))
