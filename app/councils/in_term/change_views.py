"""When something happens in a council: what happened, what the law says, what is decided."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.core.permissions import Permission
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.change_states import ChangeState
from app.councils.domain.choices import Choice, chosen
from app.councils.domain.deciding import Decision, deciders
from app.councils.domain.proposals import Consequences, Decider
from app.councils.in_term.asked_days import asked_day, today
from app.councils.in_term.change_document import read_choices, read_consequences, read_event
from app.councils.in_term.decision_forms import Standing, choices_from, decision_form, step_fields
from app.councils.in_term.event_forms import Known, event_form, event_from
from app.councils.in_term.forms import WithdrawForm
from app.councils.in_term.happenings import Happening, choices_in_groups, happening_meaning, happening_name
from app.councils.in_term.queries import change_in, people_by_name, person_names, state_of, term_for
from app.councils.in_term.room import council_in_reach, council_rooms, council_to_read, keeps, may_appoint
from app.councils.in_term.services.changes import decide_change, propose_change, withdraw_change
from app.councils.membership_models import MembershipChange
from app.councils.queries import sitting_council
from app.councils.refusal_texts import describe
from app.councils.spell_rows import history_of
from app.councils.succession_texts import (
    decider_name,
    event_text,
    gender_text,
    named,
    outcome_text,
    proposer_text,
    reason_text,
    state_name,
    step_meaning,
    step_name,
    when_text,
)

OF_OTHER_BODIES = {Decider.MUNICIPAL_COUNCIL, Decider.EXECUTIVE_BOARD, Decider.ELECTORAL_BOARD}
"""Whose decisions are written down by those who appoint; a council's own by whoever keeps it."""


@council_rooms.get("/<slug>/endringer/ny")
@requires(Permission.COUNCILS_KEEP)
def new_change(slug: str) -> str:
    """What has happened? Everything that can, in plain words."""
    council = council_in_reach(db.session(), slug)
    return render_template("councils/new_change.html", council=council, day=asked_day(), groups=choices_in_groups())


@council_rooms.route("/<slug>/endringer/ny/<what>", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def propose(slug: str, what: str) -> ResponseReturnValue:
    """To whom, and from when; then the page of the change says what the law says."""
    session = db.session()
    council, happening = council_in_reach(session, slug), _happening(what)
    council_term = term_for(session, council, asked_day()) or abort(404)
    known = _known(session, council_term)
    form = event_form(happening, known)
    if form.validate_on_submit() and (change_id := _propose(form, happening, known)):
        return redirect(url_for("councils.change", slug=slug, change_id=change_id))
    page = render_template(
        "councils/propose.html",
        form=form,
        council=council,
        council_term=council_term,
        day=asked_day(),
        name=happening_name(happening),
        meaning=happening_meaning(happening),
    )
    return page, _status(form)


@council_rooms.route("/<slug>/endringer/<int:change_id>", methods=["GET", "POST"])
@requires(Permission.COUNCILS_SEE, to_send=Permission.COUNCILS_KEEP)
def change(slug: str, change_id: int) -> ResponseReturnValue:
    """What the law says about a change, step by step; and, while it is only proposed, the form to decide it in."""
    session = db.session()
    council = council_in_reach(session, slug) if request.method == "POST" else council_to_read(session, slug)
    found = change_in(session, council, change_id) or abort(404)
    follows = read_consequences(found.consequences)
    form = decision_form(follows, _standing(session, found))
    if form.validate_on_submit() and _decide(form, found, council, follows):
        flash(_("Vedtaket er skrevet inn, og medlemskapet er ført."), "success")
        return redirect(url_for("councils.change", slug=slug, change_id=change_id))
    return _change_page(session, council, found, form, WithdrawForm(formdata=None, prefix="trekk-"))


@council_rooms.route("/<slug>/endringer/<int:change_id>/trekk", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def withdraw(slug: str, change_id: int) -> ResponseReturnValue:
    """The proposal comes to nothing. The form itself is on the page of the change."""
    session = db.session()
    council = council_in_reach(session, slug)
    found = change_in(session, council, change_id) or abort(404)
    if request.method != "POST":
        return redirect(url_for("councils.change", slug=slug, change_id=change_id))
    form = WithdrawForm(prefix="trekk-")
    if form.validate_on_submit() and _withdraw(form, found):
        flash(_("Forslaget er trukket."))
        return redirect(url_for("councils.council", slug=slug))
    empty = decision_form(read_consequences(found.consequences), _standing(session, found))
    empty.process(formdata=None)
    return _change_page(session, council, found, empty, form)


def _propose(form: Form, happening: Happening, known: Known) -> int | None:
    event, on = event_from(form, happening, known)
    term_id = known.council_term.id
    try:
        with transaction() as session:
            council_term = session.get_one(CouncilTerm, term_id)
            return propose_change(session, council_term, event, on, by=current_actor(), at=now()).id
    except DomainError as refusal:
        form.form_errors.append(describe(refusal, known.names))
        return None


def _decide(form: Form, found: MembershipChange, council: Council, follows: Consequences) -> bool:
    choices = choices_from(form, follows)
    names = person_names(db.session())
    if not may_appoint(council) and (bodies := _others_decide(found, follows, choices)):
        form.form_errors.append(
            _(
                "Vedtaket hører til %(bodies)s. Det skrives inn av den som har rollen for valg og oppnevning.",
                bodies=", ".join(decider_name(each) for each in bodies),
            )
        )
        return False
    change_id = found.id
    try:
        with transaction() as session:
            change = session.get_one(MembershipChange, change_id)
            decide_change(session, change, choices, form["reference"].data or "", by=current_actor(), at=now())
    except DomainError as refusal:
        form.form_errors.append(describe(refusal, names))
        return False
    return True


def _withdraw(form: WithdrawForm, found: MembershipChange) -> bool:
    change_id = found.id
    try:
        with transaction() as session:
            change = session.get_one(MembershipChange, change_id)
            withdraw_change(session, change, form.reason.data or "", by=current_actor(), at=now())
    except DomainError as refusal:
        form.form_errors.append(describe(refusal))
        return False
    return True


def _others_decide(found: MembershipChange, follows: Consequences, choices: tuple[Choice, ...]) -> list[Decider]:
    """The bodies other than the council itself whose decisions are being written down."""
    decision = Decision(read_event(found.event), follows, choices, found.effective_on)
    return [each for each in deciders(decision) if each in OF_OTHER_BODIES]


def _change_page(
    session: Session, council: Council, found: MembershipChange, form: Form, withdrawing: WithdrawForm
) -> tuple[str, int]:
    follows = read_consequences(found.consequences)
    choices = read_choices(found.choices) if found.choices else ()
    page = render_template(
        "councils/change.html",
        council=council,
        change=found,
        event=read_event(found.event),
        follows=follows,
        form=form,
        steps=step_fields(form, follows),
        decided=list(zip(follows.steps, choices, strict=True)) if choices else [],
        open=found.state == ChangeState.PROPOSED,
        kept=keeps(council),
        state=state_of(found, today()),
        withdrawing=withdrawing,
        names=person_names(session),
        words=WORDS,
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or withdrawing.errors else HTTPStatus.OK


def _known(session: Session, council_term: CouncilTerm) -> Known:
    return Known(council_term, history_of(session, council_term.id).known_at(now()), person_names(session))


def _standing(session: Session, found: MembershipChange) -> Standing:
    council = sitting_council(session, found.council_term, found.effective_on, now())
    return Standing(council, found.council_term, tuple(people_by_name(session)))


def _happening(what: str) -> Happening:
    try:
        return Happening(what)
    except ValueError:
        abort(404)


def _status(form: Form) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


class WORDS:
    """The words of a change, for templates."""

    chosen = staticmethod(chosen)
    decider = staticmethod(decider_name)
    event = staticmethod(event_text)
    gender = staticmethod(gender_text)
    name = staticmethod(named)
    outcome = staticmethod(outcome_text)
    proposer = staticmethod(proposer_text)
    reason = staticmethod(reason_text)
    state = staticmethod(state_name)
    step = staticmethod(step_name)
    step_meaning = staticmethod(step_meaning)
    when = staticmethod(when_text)
