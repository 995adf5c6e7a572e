"""Between the municipality, the proposers and the electoral board: notices, strikings, decisions, announcement."""

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.elections.domain.list_changes import Replacement
from app.elections.domain.list_extension import ListExtension
from app.elections.domain.list_proposal import Reply
from app.elections.domain.list_review import in_the_way
from app.elections.lists import texts
from app.elections.lists.acts import answer, attempt, the_election, the_proposal
from app.elections.lists.deadlines import answer_by, list_deadlines
from app.elections.lists.forms import (
    APPROVE,
    AnnounceForm,
    DecisionForm,
    DefectsForm,
    EditForm,
    ExtensionForm,
    ReplyForm,
    StrikeForm,
    TellForm,
    finding_key,
)
from app.elections.lists.letters import candidate_letter_text, defect_letter, defect_letter_text
from app.elections.lists.models import ListProposalRow
from app.elections.lists.queries import candidate_value, reviewed
from app.elections.lists.services.candidates import (
    Struck,
    TypedCandidate,
    record_reply,
    strike_candidate,
    tell_candidates,
)
from app.elections.lists.services.decisions import (
    announce_lists,
    approve,
    close_lists,
    decide_withdrawal,
    notify_defects,
    reject,
)
from app.elections.lists.services.extensions import extend_lists
from app.elections.lists.views import day_asked, overview_page, today

list_board = Blueprint("list_board", __name__, url_prefix="/admin/valg/<address>/lister")

RECEIVE, DECIDE = Permission.LISTS_RECEIVE, Permission.LISTS_APPROVE


@list_board.route("/<int:number>/mangler", methods=["GET", "POST"])
@requires(RECEIVE)
def defects(address: str, number: int) -> ResponseReturnValue:
    """The letter to the representative, and that it has been sent."""
    row = the_proposal(address, number)
    form = DefectsForm(seen=row.edit, respond_by=day_asked("frist", answer_by(today())))

    def save() -> None:
        assert form.respond_by.data
        with transaction() as session:
            proposal = the_proposal(address, number, session)
            notify_defects(
                session, proposal, form.respond_by.data, seen=form.seen.data or 0, by=current_actor(), at=now()
            )

    def page() -> str:
        proposal = the_proposal(address, number)
        found = reviewed(db.session(), proposal)
        respond_by = form.respond_by.data or answer_by(today())
        letter = defect_letter_text(defect_letter(found, respond_by, now()), "nb")
        return render_template(
            "lists/defects.html",
            row=proposal,
            found=found,
            form=form,
            letter=letter,
            respond_by=respond_by,
            texts=texts,
        )

    saved = attempt(form, save)
    if request.method == "GET":
        return page()
    return answer(url_for("lists.show", address=address, number=number), page, saved=saved)


@list_board.route("/<int:number>/beskjed", methods=["GET", "POST"])
@requires(RECEIVE)
def tell(address: str, number: int) -> ResponseReturnValue:
    """Letters to the candidates, and that they have been sent."""
    form = TellForm(seen=the_proposal(address, number).edit)

    def save() -> None:
        with transaction() as session:
            row = the_proposal(address, number, session)
            tell_candidates(session, row, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _tell_page(address, number, form, None)
    return answer(
        url_for("list_board.tell", address=address, number=number),
        lambda: _tell_page(address, number, form, None),
        saved=saved,
    )


@list_board.post("/<int:number>/svar")
@requires(RECEIVE)
def reply(address: str, number: int) -> ResponseReturnValue:
    """What a candidate answered."""
    form = ReplyForm(prefix="svar").offer(_named(the_proposal(address, number)))

    def save() -> None:
        assert form.replied_on.data
        with transaction() as session:
            record_reply(
                session,
                the_proposal(address, number, session),
                form.position.data,
                Reply(form.reply.data),
                form.replied_on.data,
                seen=form.seen.data or 0,
                by=current_actor(),
                at=now(),
            )

    return answer(
        url_for("list_board.tell", address=address, number=number),
        lambda: _tell_page(address, number, None, form),
        saved=attempt(form, save),
    )


@list_board.route("/<int:number>/stryk", methods=["GET", "POST"])
@requires(RECEIVE)
def strike(address: str, number: int) -> ResponseReturnValue:
    """Strike a candidate, with the law's two ways to fill the place."""
    row = the_proposal(address, number)
    bold = sum(each.bonus for each in row.candidates)
    asked = request.args.get("plass", type=int)
    form = StrikeForm(seen=row.edit, bonus_places=bold, position=asked).offer(_named(row))

    def save() -> None:
        with transaction() as session:
            proposal = the_proposal(address, number, session)
            strike_candidate(session, proposal, _struck(form), seen=form.seen.data or 0, by=current_actor(), at=now())

    def page() -> str:
        return render_template("lists/strike.html", row=the_proposal(address, number), form=form, bold=bold)

    saved = attempt(form, save)
    if request.method == "GET":
        return page()
    return answer(url_for("lists.show", address=address, number=number), page, saved=saved)


@list_board.route("/<int:number>/vedtak", methods=["GET", "POST"])
@requires(DECIDE)
def decision(address: str, number: int) -> ResponseReturnValue:
    """The electoral board's decision on the list, or on its withdrawal."""
    row = the_proposal(address, number)
    found = reviewed(db.session(), row)
    withdrawing = row.withdrawal_received_at is not None
    form = DecisionForm(seen=row.edit).offer(
        _("Listen trekkes") if withdrawing else _("Listen godkjennes"),
        _("Listen blir stående") if withdrawing else _("Listen forkastes"),
        () if withdrawing else found.of("judgement"),
    )

    def save() -> None:
        _decide(form, address, number, withdrawing=withdrawing)

    def page() -> str:
        return render_template(
            "lists/decision.html",
            row=the_proposal(address, number),
            found=found,
            blocking=in_the_way(found.findings, found.of("judgement")),
            form=form,
            withdrawing=withdrawing,
            texts=texts,
        )

    saved = attempt(form, save)
    if request.method == "GET":
        return page()
    return answer(url_for("lists.show", address=address, number=number), page, saved=saved)


@list_board.post("/<code>/kunngjor")
@requires(RECEIVE)
def announce(address: str, code: str) -> ResponseReturnValue:
    """That the headings of a district's approved lists were announced."""
    form = AnnounceForm()

    def save() -> None:
        assert form.announced_on.data
        with transaction() as session:
            contests = {each.code: each for each in the_election(address, session).contests}
            contest = contests.get(code) or abort(HTTPStatus.NOT_FOUND)
            place = (form.place.data or "").strip()
            announce_lists(session, contest, form.announced_on.data, place, by=current_actor(), at=now())

    the_election(address)
    return answer(
        url_for("lists.overview", address=address),
        lambda: overview_page(address, form, code),
        saved=attempt(form, save),
    )


@list_board.post("/<code>/utsett")
@requires(RECEIVE)
def extend(address: str, code: str) -> ResponseReturnValue:
    """That the municipal council gave a district a later list deadline."""
    form = ExtensionForm()

    def save() -> None:
        assert form.until.data
        assert form.decided_on.data
        with transaction() as session:
            contests = {each.code: each for each in the_election(address, session).contests}
            contest = contests.get(code) or abort(HTTPStatus.NOT_FOUND)
            extension = ListExtension(form.until.data, form.decided_on.data)
            extend_lists(session, contest, extension, form.reference.data or "", by=current_actor(), at=now())

    the_election(address)
    return answer(
        url_for("lists.overview", address=address),
        lambda: overview_page(address, form, code),
        saved=attempt(form, save),
    )


@list_board.post("/avgjort")
@requires(DECIDE)
def close(address: str) -> ResponseReturnValue:
    """All lists are decided, also where none came in."""
    form = EditForm(seen=0)

    def save() -> None:
        with transaction() as session:
            close_lists(session, the_election(address, session), by=current_actor(), at=now())

    the_election(address)
    if not attempt(form, save):
        for text in form.form_errors:
            flash(str(text), "danger")
    return redirect(url_for("lists.overview", address=address), HTTPStatus.SEE_OTHER)


def _decide(form: DecisionForm, address: str, number: int, *, withdrawing: bool) -> None:
    outcome, case_number, reasons = form.outcome.data, form.case_number.data or "", form.reasons.data or ""
    seen, actor, at = form.seen.data or 0, current_actor(), now()
    with transaction() as session:
        row = the_proposal(address, number, session)
        if withdrawing:
            decide_withdrawal(
                session, row, case_number, reasons, approved=outcome == APPROVE, seen=seen, by=actor, at=at
            )
        elif outcome == APPROVE:
            chosen = set(form.judged.data or ())
            judged = [each for each in reviewed(session, row).findings if finding_key(each) in chosen]
            approve(session, row, case_number, reasons, judged, seen=seen, by=actor, at=at)
        else:
            reject(session, row, case_number, reasons, seen=seen, by=actor, at=at)


def _struck(form: StrikeForm) -> Struck:
    born = form.birth_date.data
    new = TypedCandidate(
        position=0,
        first_name=(form.first_name.data or "").strip(),
        last_name=(form.last_name.data or "").strip(),
        birth_year=born.year if born else None,
        profession=(form.profession.data or "").strip(),
        residence=(form.residence.data or "").strip(),
        group=(form.group.data or "").strip(),
        birth_date=born,
    )
    reason = (form.reason.data or "").strip()
    return Struck(form.position.data, Replacement(form.how.data), new, form.bonus_places.data or 0, reason)


def _tell_page(address: str, number: int, form: TellForm | None, reply_form: ReplyForm | None) -> str:
    row = the_proposal(address, number)
    decline_by = day_asked("frist", list_deadlines(row.contest).decline_by)
    blank = ReplyForm(None, seen=row.edit, replied_on=today(), prefix="svar")
    return render_template(
        "lists/tell.html",
        row=row,
        sent=form or reply_form,
        form=form or TellForm(None, seen=row.edit),
        reply=reply_form or blank.offer(_named(row)),
        decline_by=decline_by,
        email=candidate_letter_text(row, decline_by, "nb"),
        texts=texts,
    )


def _named(row: ListProposalRow) -> list[tuple[int, str]]:
    return [(each.position, candidate_value(each).name) for each in row.candidates]
