"""The board's pages: a unit with its figures and controls, approval, reopening, and what is signed in the end."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.elections.counting import control_texts, queries, texts
from app.elections.counting.forms import TOO_LONG, ReasonForm, SeenForm, typed_explanations
from app.elections.counting.reconciliation import reconciled
from app.elections.counting.room import done, done_or_told, names_of, the_contest, the_key, the_row, the_unit
from app.elections.counting.services.approval import approve_unit, explain_unit, reopen_unit
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import LONGEST_REMARK, form_lines
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.models import ContestRow

approval_room = Blueprint("count_approval", __name__, url_prefix="/admin/valg/<address>/telling/<code>")

SEE, APPROVE = Permission.ELECTIONS_SEE, Permission.COUNTS_APPROVE


@approval_room.get("/avstemming")
@requires(SEE)
def reconciliation(address: str, code: str) -> str:
    """All that the district's counts are held against: what the board signs."""
    contest = the_contest(address, code)
    return render_template(
        "counting/reconciliation.html",
        election=contest.election,
        contest=contest,
        found=reconciled(db.session(), contest),
        names=names_of(contest),
        texts=texts,
        control_texts=control_texts,
    )


@approval_room.route("/<unit>", methods=["GET", "POST"])
@requires(SEE, to_send=APPROVE)
def unit(address: str, code: str, unit: str) -> ResponseReturnValue:
    """A unit with both entries and its controls; approve it, or explain what is left to explain."""
    the_unit(the_contest(address, code), the_key(unit))
    form = SeenForm()
    explanations = dict(typed_explanations(request.form))

    def act() -> None:
        with transaction() as session:
            row = the_row(session, the_contest(address, code, session), the_key(unit))
            save = explain_unit if row.state is CountUnitState.APPROVED else approve_unit
            save(session, row, explanations, seen=form.seen.data or 0, by=current_actor(), at=now())

    if any(len(text) > LONGEST_REMARK for text in explanations.values()):
        form.form_errors.append(str(TOO_LONG))
    elif done(form, act):
        flash(_("Lagret."), "success")
        return redirect(url_for("counting.board", address=address, code=code), HTTPStatus.SEE_OTHER)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return _page(the_contest(address, code), unit, form, explanations), status


@approval_room.post("/<unit>/apne")
@requires(APPROVE)
def reopen(address: str, code: str, unit: str) -> ResponseReturnValue:
    """Open a unit to be typed anew."""
    the_unit(the_contest(address, code), the_key(unit))
    form = ReasonForm()

    def act() -> None:
        with transaction() as session:
            contest = the_contest(address, code, session)
            reopen_unit(session, contest, the_key(unit), form.reason.data or "", by=current_actor(), at=now())

    done_or_told(form, act, _("Enheten er åpnet og må føres på nytt av to."))
    return redirect(url_for("count_approval.unit", address=address, code=code, unit=unit), HTTPStatus.SEE_OTHER)


def _page(contest: ContestRow, name: str, form: SeenForm, explanations: dict[ControlCode, str]) -> str:
    session = db.session()
    shown = the_unit(contest, the_key(name))
    form.seen.data, form.seen.raw_data = shown.edit, [str(shown.edit)]
    explained = queries.explained_codes(queries.explanations_of(session, contest.id).get(shown.key, ()))
    remark = " ".join(each.remark for each in shown.entries if each.remark)
    warnings = queries.warnings_of(session, contest, shown) if shown.file is None else ()
    return render_template(
        "counting/unit.html",
        election=contest.election,
        contest=contest,
        unit=shown,
        form=form,
        reopen=ReasonForm(None),
        lines=form_lines([each.code for each in contest.lists], shown.key.count),
        counted=queries.counted(session, contest).get(shown.key, {}),
        warnings=warnings,
        explained=explained,
        offered={code: explanations.get(code, remark) for code in ControlCode},
        lacking=[each for each in dict.fromkeys(each.code for each in warnings) if each not in explained],
        row=queries.unit_row(session, contest, shown.key),
        names=names_of(contest),
        texts=texts,
        control_texts=control_texts,
        can_approve=shown.state is CountUnitState.CONTROLLED,
    )
