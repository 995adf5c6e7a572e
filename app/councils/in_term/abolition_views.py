"""A council is abolished: the municipal council's decision, written down by those who appoint."""

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
from app.councils.council_models import Council
from app.councils.in_term.forms import AbolitionForm
from app.councils.in_term.room import council_in_reach, council_rooms, may_appoint
from app.councils.refusal_texts import describe
from app.councils.services.abolition import abolish_council


@council_rooms.route("/<slug>/legg-ned", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def abolish(slug: str) -> ResponseReturnValue:
    """The first day without the council, and the case number of the decision."""
    council = council_in_reach(db.session(), slug)
    if not may_appoint(council):
        abort(403)
    form = AbolitionForm()
    if form.validate_on_submit() and _abolish(form, council):
        flash(_("Utvalget er lagt ned. Alt som er ført, kan fortsatt leses."), "success")
        return redirect(url_for("councils.council", slug=slug))
    page = render_template("councils/abolish.html", council=council, form=form)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _abolish(form: AbolitionForm, council: Council) -> bool:
    if form.on.data is None:
        return False
    reference = form.decision_reference.data or ""
    try:
        with transaction() as session:
            abolish_council(session, council, form.on.data, reference, by=current_actor(), at=now())
    except DomainError as error:
        form.on.errors = [describe(error)]
        return False
    return True
