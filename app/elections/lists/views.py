"""The list room: all districts side by side, and one page per list that says in plain words what is missing."""

from datetime import date
from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.forms import choice
from app.core.permissions import Permission
from app.elections.calendar.queries import lists_close_at
from app.elections.domain.list_changes import differences
from app.elections.domain.list_proposal import BoardStatement, ProposerKind
from app.elections.domain.list_proposal_states import DECIDED
from app.elections.domain.states import ElectionState
from app.elections.lists import texts
from app.elections.lists.acts import answer, attempt, the_election, the_proposal
from app.elections.lists.deadlines import answer_by, complain_by, list_deadlines
from app.elections.lists.forms import (
    AnnounceForm,
    EditForm,
    ExtensionForm,
    HeadingForm,
    MomentForm,
    NewListForm,
    WithdrawalForm,
)
from app.elections.lists.letters import candidate_letters_pdf, defect_letter, defect_letter_pdf
from app.elections.lists.queries import lists_of_election, reviewed, version_candidates
from app.elections.lists.services.decisions import receive_withdrawal
from app.elections.lists.services.proposals import (
    Heading,
    begin_proposal,
    change_heading,
    discard_draft,
    receive_correction,
    receive_proposal,
)
from app.elections.state_texts import election_state_text

list_room = Blueprint("lists", __name__, url_prefix="/admin/valg/<address>/lister")

SEE, RECEIVE = Permission.ELECTIONS_SEE, Permission.LISTS_RECEIVE


@list_room.get("")
@requires(SEE)
def overview(address: str) -> str:
    """Every district with its lists: how far each has come, and what is missing."""
    return overview_page(address, None)


@list_room.route("/ny", methods=["GET", "POST"])
@requires(RECEIVE)
def create(address: str) -> ResponseReturnValue:
    """Begin to type a list from paper."""
    election = the_election(address)
    form = NewListForm(contest=request.args.get("bydel"))
    form.offer()
    form.contest.choices = [choice(each.code, each.district.name) for each in election.contests]
    made: list[int] = []

    def save() -> None:
        with transaction() as session:
            contests = {each.code: each for each in the_election(address, session).contests}
            contest = contests[form.contest.data]
            made.append(begin_proposal(session, contest, _heading(form), by=current_actor(), at=now()).id)

    if attempt(form, save):
        return redirect(url_for("list_papers.candidates", address=address, number=made[0]), HTTPStatus.SEE_OTHER)
    page = render_template("lists/heading.html", election=election, row=None, form=form)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@list_room.get("/<int:number>")
@requires(SEE)
def show(address: str, number: int) -> str:
    """One list: what is missing, by rule, and what can be done now."""
    return proposal_page(address, number)


@list_room.route("/<int:number>/overskrift", methods=["GET", "POST"])
@requires(RECEIVE)
def heading(address: str, number: int) -> ResponseReturnValue:
    """The heading, who puts the list up, and how the representative is reached."""
    row = the_proposal(address, number)
    form = HeadingForm(
        seen=row.edit,
        heading=row.heading,
        kind=row.kind.value,
        code=row.code,
        contact_address=row.contact_address,
        contact_email=row.contact_email,
        board_statement=row.board_statement.value,
        statement_source=row.board_statement_source,
    ).offer()

    def save() -> None:
        with transaction() as session:
            proposal = the_proposal(address, number, session)
            change_heading(session, proposal, _heading(form), seen=form.seen.data or 0, by=current_actor(), at=now())

    def page() -> str:
        proposal = the_proposal(address, number)
        return render_template("lists/heading.html", election=proposal.contest.election, row=proposal, form=form)

    saved = attempt(form, save)
    if request.method == "GET":
        return page()
    return answer(url_for("lists.show", address=address, number=number), page, saved=saved)


@list_room.post("/<int:number>/mottak")
@requires(RECEIVE)
def receive(address: str, number: int) -> ResponseReturnValue:
    """When the list reached the municipality, to the second."""
    form = MomentForm(prefix="mottak")

    def save() -> None:
        with transaction() as session:
            row = the_proposal(address, number, session)
            receive_proposal(session, row, form.moment(), seen=form.seen.data or 0, by=current_actor(), at=now())

    return _answered(address, number, form, saved=attempt(form, save))


@list_room.post("/<int:number>/rettet")
@requires(RECEIVE)
def corrected(address: str, number: int) -> ResponseReturnValue:
    """When a corrected version came in."""
    form = MomentForm(prefix="rettet")

    def save() -> None:
        with transaction() as session:
            row = the_proposal(address, number, session)
            receive_correction(session, row, form.moment(), seen=form.seen.data or 0, by=current_actor(), at=now())

    return _answered(address, number, form, saved=attempt(form, save))


@list_room.post("/<int:number>/trukket")
@requires(RECEIVE)
def withdrawal(address: str, number: int) -> ResponseReturnValue:
    """When the committee asked to withdraw the list."""
    form = WithdrawalForm(prefix="trukket")

    def save() -> None:
        with transaction() as session:
            receive_withdrawal(
                session,
                the_proposal(address, number, session),
                form.moment(),
                by_committee=bool(form.by_committee.data),
                seen=form.seen.data or 0,
                by=current_actor(),
                at=now(),
            )

    return _answered(address, number, form, saved=attempt(form, save))


@list_room.post("/<int:number>/kast")
@requires(RECEIVE)
def discard(address: str, number: int) -> ResponseReturnValue:
    """Throw away a draft that never came in."""
    form = EditForm(prefix="kast")

    def save() -> None:
        with transaction() as session:
            row = the_proposal(address, number, session)
            discard_draft(session, row, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    return answer(url_for("lists.overview", address=address), lambda: proposal_page(address, number, form), saved=saved)


@list_room.get("/<int:number>/versjoner")
@requires(SEE)
def versions(address: str, number: int) -> str:
    """Two versions side by side: the first received and the latest, or those chosen."""
    row = the_proposal(address, number)
    known = {each.number: each for each in row.versions}
    wanted = [request.args.get(name, type=int) for name in ("fra", "til")]
    older = known.get(wanted[0] or 0) or next(iter(known.values()), None)
    newer = known.get(wanted[1] or 0) or next(reversed(list(known.values())), None)
    chosen = {each.number: each for each in (older, newer) if each}
    sides = [(each, version_candidates(each)) for each in chosen.values()]
    found = differences(sides[0][1], sides[1][1]) if len(sides) == 2 else ()
    return render_template("lists/versions.html", row=row, sides=sides, differences=found, texts=texts)


@list_room.get("/<int:number>/brev-<any(nb,nn):language>.pdf")
@requires(SEE)
def letter(address: str, number: int, language: Literal["nb", "nn"]) -> Response:
    """The letter to the representative: the notice asked for, else as it would be sent now."""
    row = the_proposal(address, number)
    notice = next((each for each in row.notices if each.number == request.args.get("nr", type=int)), None)
    respond_by = day_asked("frist", answer_by(today()))
    found = defect_letter(reviewed(db.session(), row), notice or respond_by, now())
    return _pdf(defect_letter_pdf(found, language), f"mangler-{address}-{row.contest.code}-{row.code}-{language}.pdf")


@list_room.get("/<int:number>/kandidatbrev-<any(nb,nn):language>.pdf")
@requires(RECEIVE)
def candidate_letters(address: str, number: int, language: Literal["nb", "nn"]) -> Response:
    """One letter for each candidate who has not answered, merged."""
    row = the_proposal(address, number)
    decline_by = day_asked("frist", list_deadlines(row.contest).decline_by)
    content = candidate_letters_pdf(row, decline_by, now(), language)
    return _pdf(content, f"kandidatbrev-{address}-{row.contest.code}-{row.code}-{language}.pdf")


def overview_page(address: str, form: AnnounceForm | ExtensionForm | None, sent_for: str = "") -> str:
    """The overview, with the form for the announcement or the later deadline of one district when it was refused."""
    election = the_election(address)
    districts = lists_of_election(db.session(), election)
    open_ = [each for district in districts for each in district.proposals if each.row.state not in DECIDED]
    return render_template(
        "lists/overview.html",
        election=election,
        districts=districts,
        undecided=len(open_),
        is_open=election.state == ElectionState.OPEN_FOR_LISTS,
        closes_at=lists_close_at(db.session(), election),
        decide_by=districts[0].deadlines.decide_by if districts else None,
        all_closed=all(now() > each.deadlines.closes_at for each in districts),
        now=now(),
        sent=form,
        sent_for=sent_for,
        announce=form if isinstance(form, AnnounceForm) else AnnounceForm(None, announced_on=today()),
        extend=form if isinstance(form, ExtensionForm) else ExtensionForm(None, decided_on=today()),
        blank=AnnounceForm(None, announced_on=today()),
        blank_extension=ExtensionForm(None, decided_on=today()),
        close=EditForm(None),
        texts=texts,
        complain_by=complain_by,
        state_text=election_state_text,
    )


def proposal_page(address: str, number: int, sent: EditForm | None = None) -> str:
    """The page of one list; ``sent`` is the form that was refused, with all that was typed."""
    row = the_proposal(address, number)
    forms = {
        "mottak": MomentForm(None, seen=row.edit, day=today(), prefix="mottak"),
        "rettet": MomentForm(None, seen=row.edit, day=today(), prefix="rettet"),
        "trukket": WithdrawalForm(None, seen=row.edit, day=today(), prefix="trukket"),
        "kast": EditForm(None, seen=row.edit, prefix="kast"),
    }
    if sent is not None:
        forms[sent._prefix.removesuffix("-")] = sent
    return render_template(
        "lists/proposal.html",
        row=row,
        found=reviewed(db.session(), row),
        deadlines=list_deadlines(row.contest),
        forms=forms,
        sent=sent,
        texts=texts,
    )


def today() -> date:
    """The day it is in Norway."""
    return now().astimezone(OSLO).date()


def day_asked(name: str, otherwise: date) -> date:
    """A day in the address, or another when it is none."""
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return otherwise


def _answered(address: str, number: int, form: EditForm, *, saved: bool) -> ResponseReturnValue:
    show_address = url_for("lists.show", address=address, number=number)
    return answer(show_address, lambda: proposal_page(address, number, form), saved=saved)


def _heading(form: HeadingForm) -> Heading:
    return Heading(
        (form.code.data or "").strip(),
        " ".join((form.heading.data or "").split()),
        ProposerKind(form.kind.data),
        (form.contact_address.data or "").strip(),
        (form.contact_email.data or "").strip(),
        BoardStatement(form.board_statement.data),
        (form.statement_source.data or "").strip(),
    )


def _pdf(content: bytes, name: str) -> Response:
    answer_ = Response(content, mimetype="application/pdf")
    answer_.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer_.headers["Cache-Control"] = "no-store"
    return answer_
