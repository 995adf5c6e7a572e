"""Typing a unit: one form, one page load, and nothing of what the other person typed."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import transaction
from app.core.errors import DomainError
from app.core.permissions import Permission
from app.elections.counting import texts
from app.elections.counting.control_texts import fault_text
from app.elections.counting.forms import EntryForm, typed_figures
from app.elections.counting.queries import Unit
from app.elections.counting.refusals import EntryTaken, FiguresNotInOrder
from app.elections.counting.room import lines_told, names_of, next_to_type, the_contest, the_key, the_row, the_unit
from app.elections.counting.services.entries import save_entry
from app.elections.domain.count_entries import SECOND_PERSON, NotYourTurn, differing, turn_of
from app.elections.domain.count_form import FormFault, form_lines, may_be_open, read_form
from app.elections.domain.count_unit_states import OPEN_FOR_ENTRY, CountUnitState
from app.elections.models import ContestRow

entry_room = Blueprint("count_entry", __name__, url_prefix="/admin/valg/<address>/telling/<code>")


@entry_room.route("/<unit>/for", methods=["GET", "POST"])
@requires(Permission.COUNTS_ENTER)
def enter(address: str, code: str, unit: str) -> ResponseReturnValue:
    """Type a unit, or look at the paper again where two people's figures differ."""
    contest = the_contest(address, code)
    shown = the_unit(contest, the_key(unit))
    if request.method == "POST":
        return _save(contest, shown)
    try:
        turn = turn_of(current_actor().name, shown.typed_by)
    except NotYourTurn as refusal:
        return _closed(contest, shown, lines_told(refusal)[0])
    if shown.state not in OPEN_FOR_ENTRY:
        return _closed(contest, shown, texts.closed_text(shown))
    own = shown.entry(turn)
    form = EntryForm(turn=turn, seen=own.version if own else 0, remark=own.remark if own else "")
    typed = {line: str(number) for line, number in own.figures.items()} if own else {}
    return _page(contest, shown, form, typed, ())


def _save(contest: ContestRow, shown: Unit) -> ResponseReturnValue:
    """Store what was sent, and go on to what this person types next."""
    form, typed, code = EntryForm(), typed_figures(request.form), contest.code
    address = contest.election.address
    if not form.validate_on_submit():
        return _page(contest, shown, form, typed, ()), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        with transaction() as session:
            row = the_row(session, the_contest(address, code, session), shown.key)
            differs = save_entry(
                session,
                row,
                typed,
                form.remark.data or "",
                turn=form.turn.data or 0,
                seen=form.seen.data or 0,
                by=current_actor(),
                at=now(),
            )
            controlled = row.state is CountUnitState.CONTROLLED
    except FiguresNotInOrder as refusal:
        page = _page(the_contest(address, code), shown, form, typed, refusal.form_faults)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    except EntryTaken as refusal:
        return _conflict(the_contest(address, code), shown, form, typed, refusal), HTTPStatus.CONFLICT
    except DomainError as refusal:
        form.form_errors.extend(lines_told(refusal))
        return _page(the_contest(address, code), shown, form, typed, ()), HTTPStatus.UNPROCESSABLE_ENTITY
    if differs:
        return redirect(url_for("count_entry.enter", address=address, code=code, unit=shown.key), HTTPStatus.SEE_OTHER)
    name = texts.unit_name(shown)
    flash(_("%(unit)s: kontrollert.", unit=name) if controlled else _("%(unit)s: lagret.", unit=name), "success")
    return redirect(_next_address(the_contest(address, code), shown), HTTPStatus.SEE_OTHER)


def _next_address(contest: ContestRow, shown: Unit) -> str:
    following = next_to_type(contest, shown.key.count, current_actor().name)
    address, code = contest.election.address, contest.code
    if following is None:
        return url_for("counting.board", address=address, code=code)
    return url_for("count_entry.enter", address=address, code=code, unit=following.key)


def _page(
    contest: ContestRow, shown: Unit, form: EntryForm, typed: Mapping[str, str], faults: tuple[FormFault, ...]
) -> str:
    names = names_of(contest)
    lines = form_lines([each.code for each in contest.lists], shown.key.count)
    differs = shown.differs if shown.differs and current_actor().name in shown.typed_by else ()
    return render_template(
        "counting/enter.html",
        election=contest.election,
        contest=contest,
        unit=shown,
        form=form,
        typed=typed,
        lines=lines,
        differs=() if faults else differs,
        faults={each.line: fault_text(each, names.lists) for each in faults},
        open_lines={each for each in lines if may_be_open(each, shown.key.count, shown.key.category)},
        names=names,
        texts=texts,
    )


def _closed(contest: ContestRow, shown: Unit, why: str) -> str:
    """There is nothing for this person to type."""
    return render_template(
        "counting/closed.html",
        election=contest.election,
        contest=contest,
        unit=shown,
        why=why,
        following=next_to_type(contest, shown.key.count, current_actor().name),
        texts=texts,
    )


def _conflict(contest: ContestRow, before: Unit, form: EntryForm, typed: Mapping[str, str], refusal: EntryTaken) -> str:
    """Both versions: one's own figures, and the stored ones – whole when they are one's own, else only which differ."""
    shown = the_unit(contest, before.key)
    stored = shown.entry(refusal.turn)
    lists = [each.code for each in contest.lists]
    figures = read_form(lists, shown.key.count, shown.key.category, typed).figures
    lines = form_lines(lists, shown.key.count)
    second_is_free = shown.entry(SECOND_PERSON) is None
    return render_template(
        "counting/conflict.html",
        election=contest.election,
        contest=contest,
        unit=shown,
        form=form,
        typed=typed,
        lines=lines,
        stored=stored,
        own=refusal.own,
        told=lines_told(refusal)[0],
        differs=differing(figures, stored.figures, lines) if stored else lines,
        as_second=not refusal.own and second_is_free,
        names=names_of(contest),
        texts=texts,
    )
