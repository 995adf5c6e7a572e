"""Candidates who turn out not to be eligible after the lists are frozen, and what it changes."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.elections.domain.eligibility_findings import EligibilityFinding, FindingCause
from app.elections.lists.acts import answer, attempt
from app.elections.models import ContestRow
from app.elections.queries import load_contest
from app.elections.settling import texts
from app.elections.settling.acts import the_contest
from app.elections.settling.figures import NamedDifferences, changed_by_findings, named
from app.elections.settling.forms import FindingForm
from app.elections.settling.queries import findings_of, standing_settlement, validity_is_decided
from app.elections.settling.services.eligibility import record_finding

settling_eligibility = Blueprint("settling_eligibility", __name__, url_prefix="/admin/valg/<address>/oppgjor")


@settling_eligibility.route("/<code>/valgbarhet", methods=["GET", "POST"])
@requires(Permission.ELECTIONS_SEE, to_send=Permission.SETTLEMENTS_MAKE)
def findings(address: str, code: str) -> ResponseReturnValue:
    """What was found out about whom, and what it changes; a new finding is entered here."""
    row = the_contest(address, code)
    form = FindingForm().offer(_candidates(row))

    def save() -> None:
        assert form.on_day.data
        finding = EligibilityFinding(FindingCause(form.cause.data), form.on_day.data, form.source.data or "")
        list_code, _colon, position = form.candidate.data.rpartition(":")
        with transaction() as session:
            contest = the_contest(address, code, session)
            record_finding(session, contest, list_code, int(position), finding, by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _page(row, form)
    return answer(
        url_for("settling_eligibility.findings", address=address, code=code), lambda: _page(row, form), saved=saved
    )


def _page(row: ContestRow, form: FindingForm) -> str:
    session = db.session()
    found = findings_of(session, row.id)
    lists = {each.id: each.code for each in row.lists}
    return render_template(
        "settling/eligibility.html",
        election=row.election,
        row=row,
        form=form,
        findings=[(each, lists[each.candidate.list_id]) for each in found],
        changed=_changed(row) if found else None,
        locked=standing_settlement(session, row.id) is not None or validity_is_decided(session, row.id),
        texts=texts,
    )


def _changed(row: ContestRow) -> NamedDifferences | None:
    """What the findings change; None before the second count, and where a lot is to be drawn."""
    session = db.session()
    try:
        changed = changed_by_findings(session, row)
    except DomainError:
        return None
    return named(load_contest(session, row.id), changed) if changed is not None else None


def _candidates(row: ContestRow) -> list[tuple[str, str]]:
    lists = load_contest(db.session(), row.id).lists
    return [
        (f"{each.code}:{who.position}", f"{each.code} {who.position}. {who.name}")
        for each in lists
        for who in each.candidates
    ]
