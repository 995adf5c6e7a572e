"""What is recorded wrongly is put right, with a reason; what was shown before can still be shown."""

from dataclasses import fields, replace
from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.correcting import AnyVersion, Correction, hangs_together, moved_along
from app.councils.domain.history import History
from app.councils.domain.membership import EndCause
from app.councils.domain.recording import Spell
from app.councils.in_term.forms import CorrectionForm, fill
from app.councils.in_term.queries import current, person_names
from app.councils.in_term.room import council_in_reach, council_rooms
from app.councils.in_term.services.corrections import correct_spells
from app.councils.in_term.spell_words import KINDS, spell_text
from app.councils.membership_words import end_cause_words
from app.councils.refusal_texts import describe
from app.councils.succession_texts import days_text, last_day, named


@council_rooms.route("/<slug>/rett/<kind>/<int:version_id>", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def correct(slug: str, kind: str, version_id: int) -> ResponseReturnValue:
    """Another first or last day, another reason, or that it never was; and what hangs together with the dates."""
    session = db.session()
    council = council_in_reach(session, slug)
    council_term, history, version = _found(session, council, kind, version_id)
    form = _form(version.spell)
    person_id = version.spell.person_id
    if form.validate_on_submit() and _correct(form, council_term, history, version):
        flash(_("Rettet. Det som sto før, kan fortsatt leses."), "success")
        return redirect(url_for("councils.person", person_id=person_id))
    names = person_names(session)
    page = render_template(
        "councils/correction.html",
        form=form,
        council=council,
        version=version,
        name=named(names, person_id),
        together=[
            (named(names, each.spell.person_id), spell_text(each.spell), days_text(each.spell))
            for each in hangs_together(history, version)
        ],
        what=spell_text(version.spell),
        days=days_text(version.spell),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _found(session: Session, council: Council, kind: str, version_id: int) -> tuple[CouncilTerm, History, AnyVersion]:
    """The version that stands, with the council and term it belongs to; else there is no such page."""
    wanted = KINDS.get(kind)
    found = (
        (council_term, history, each)
        for council_term, history in [(term, current(session, term, now())) for term in council.terms]
        for each in _versions(history)
        if type(each.spell) is wanted and each.id == version_id
    )
    return next(found, None) or abort(404)


def _versions(history: History) -> list[AnyVersion]:
    return [
        *history.seats,
        *history.deputies,
        *history.roles,
        *history.leaves,
        *history.suspensions,
        *history.affiliations,
    ]


def _form(spell: Spell) -> CorrectionForm:
    """The form, as the fact stands; a leave has no reason why it ended, and a group no case number."""
    has = {each.name for each in fields(spell)}
    form = CorrectionForm(
        from_on=spell.from_on,
        last_on=last_day(spell.to_on) if spell.to_on else None,
        end_cause=getattr(spell, "end_cause", None) or "",
        decision_reference=getattr(spell, "decision_reference", ""),
    )
    fill(form.end_cause, [(each.value, end_cause_words(each)) for each in EndCause], _("Det varer"))
    for name in ("end_cause", "decision_reference"):
        if name not in has:
            delattr(form, name)
    return form


def _correct(form: CorrectionForm, council_term: CouncilTerm, history: History, version: AnyVersion) -> bool:
    term_id, names = council_term.id, person_names(db.session())
    try:
        with transaction() as session:
            found = session.get_one(CouncilTerm, term_id)
            wanted = _corrections(form, history, version)
            correct_spells(session, found, wanted, form.reason.data or "", by=current_actor(), at=now())
    except DomainError as refusal:
        form.form_errors.append(describe(refusal, names))
        return False
    return True


def _corrections(form: CorrectionForm, history: History, version: AnyVersion) -> list[Correction]:
    if form.never_was.data:
        return [Correction(version, None)]
    after = _after(form, version.spell)
    along = moved_along(history, version, after) if form.move_along.data else ()
    return [Correction(version, after), *along]


def _after(form: CorrectionForm, spell: Spell) -> Spell:
    """The fact as it is to stand."""
    changes: dict[str, object] = {"from_on": form.from_on.data, "to_on": form.to_on}
    if "end_cause" in form:
        changes["end_cause"] = EndCause(form.end_cause.data) if form.end_cause.data else None
    if "decision_reference" in form:
        changes["decision_reference"] = (form.decision_reference.data or "").strip()
    after: Spell = replace(spell, **changes)  # type: ignore[arg-type]  # the fields were looked up above
    return after
