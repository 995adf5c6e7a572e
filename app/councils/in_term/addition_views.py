"""What was forgotten is added, with a reason; what was shown before it was known can still be shown."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.adding import decides_spell
from app.councils.in_term.addition_forms import addition_form, kind_name, spell_from
from app.councils.in_term.asked_days import asked_day
from app.councils.in_term.change_views import OF_OTHER_BODIES
from app.councils.in_term.forms import AdditionForm
from app.councils.in_term.queries import person_names, term_for
from app.councils.in_term.room import council_in_reach, council_rooms, may_appoint
from app.councils.in_term.services.additions import add_spell
from app.councils.in_term.spell_words import KINDS
from app.councils.refusal_texts import describe
from app.councils.succession_texts import decider_name


@council_rooms.get("/<slug>/mangler")
@requires(Permission.COUNCILS_KEEP)
def missing(slug: str) -> str:
    """What is missing? Every kind of fact that can be added."""
    council = council_in_reach(db.session(), slug)
    kinds = [(kind, kind_name(kind)) for kind in KINDS]
    return render_template("councils/missing.html", council=council, day=asked_day(), kinds=kinds)


@council_rooms.route("/<slug>/mangler/<kind>", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def add(slug: str, kind: str) -> ResponseReturnValue:
    """Who, what, from when to when, and why it comes first now."""
    session = db.session()
    council = council_in_reach(session, slug)
    council_term = (kind in KINDS and term_for(session, council, asked_day())) or abort(404)
    form = addition_form(session, council_term, kind)
    if form.validate_on_submit() and _add(form, kind, council, council_term):
        flash(_("Lagt til. Det som ble vist før, kan fortsatt leses."), "success")
        return redirect(url_for("councils.person", person_id=form.person.data))
    page = render_template("councils/add.html", form=form, council=council, day=asked_day(), name=kind_name(kind))
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _add(form: AdditionForm, kind: str, council: Council, council_term: CouncilTerm) -> bool:
    spell, names, term_id = spell_from(form, kind), person_names(db.session()), council_term.id
    decider = decides_spell(spell, council_term.basis)
    if decider in OF_OTHER_BODIES and not may_appoint(council):
        form.form_errors.append(
            _(
                "Vedtaket hører til %(bodies)s. Det skrives inn av den som har rollen for valg og oppnevning.",
                bodies=decider_name(decider),
            )
        )
        return False
    try:
        with transaction() as session:
            found = session.get_one(CouncilTerm, term_id)
            add_spell(session, found, spell, form.reason.data or "", by=current_actor(), at=now())
    except DomainError as refusal:
        form.form_errors.append(describe(refusal, names))
        return False
    return True
