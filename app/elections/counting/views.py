"""The counting room: the board of each district, its plan, and the pages of the control codes."""

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.auth.guard import current_actor
from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import Form
from app.core.permissions import Permission
from app.elections.counting import control_texts, queries, texts
from app.elections.counting.advance_places import places_typed, places_written
from app.elections.counting.board import board_of
from app.elections.counting.forms import PlacesForm, ReasonForm
from app.elections.counting.room import (
    done,
    done_or_told,
    the_contest,
    the_election,
    the_key,
    the_row,
)
from app.elections.counting.services.plan import begin_counting, drop_unit, make_plan
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_controls import limits_in
from app.elections.domain.states import ElectionState
from app.elections.queries import contests_of
from app.elections.setting_queries import settings_of
from app.elections.state_texts import election_state_text

counting_room = Blueprint("counting", __name__, url_prefix="/admin/valg/<address>")

counting_desk = Blueprint("counting_desk", __name__, url_prefix="/admin/telling")

STAFF_ROOMS = (StaffRoom(_l("Opptelling"), "/admin/telling", Permission.COUNTS_SEE),)

SEE, SET_UP = Permission.COUNTS_SEE, Permission.ELECTIONS_SET_UP


@counting_desk.get("")
@requires(SEE)
def elections() -> ResponseReturnValue:
    """The elections that are counted now, or soon; straight to it when there is one."""
    rows = queries.countable(db.session())
    if len(rows) == 1:
        return redirect(url_for("counting.overview", address=rows[0].address))
    return render_template("counting/elections.html", elections=rows, state_text=election_state_text)


@counting_room.get("/telling")
@requires(SEE)
def overview(address: str) -> str:
    """Every district: what is awaited, entered, controlled and approved, and what differs."""
    election, session = the_election(address), db.session()
    return render_template(
        "counting/overview.html",
        election=election,
        boards=[board_of(session, contest) for contest in contests_of(session, election.id)],
        texts=texts,
        form=Form(),
        is_counting=election.state == ElectionState.COUNTING,
        can_begin=election.state in (ElectionState.LISTS_DECIDED, ElectionState.VOTING),
    )


@counting_room.get("/telling/<code>")
@requires(SEE)
def board(address: str, code: str) -> str:
    """One district's board."""
    contest = the_contest(address, code)
    return render_template(
        "counting/board.html",
        election=contest.election,
        board=board_of(db.session(), contest),
        me=current_actor().name,
        texts=texts,
        form=Form(),
        is_counting=contest.election.state == ElectionState.COUNTING,
    )


@counting_room.post("/telling")
@requires(SET_UP)
def begin(address: str) -> ResponseReturnValue:
    """Counting begins."""
    the_election(address)

    def act() -> None:
        with transaction() as session:
            begin_counting(session, the_election(address, session), by=current_actor(), at=now())

    done_or_told(Form(), act, _("Opptellingen er begynt."))
    return redirect(url_for("counting.overview", address=address), HTTPStatus.SEE_OTHER)


@counting_room.route("/telling/<code>/plan", methods=["GET", "POST"])
@requires(Permission.ELECTIONS_SEE, to_send=SET_UP)
def plan(address: str, code: str) -> ResponseReturnValue:
    """Which units the district is counted in, by where its advance votes came in and its polling districts."""
    contest = the_contest(address, code)
    form = PlacesForm(places=places_written(queries.advance_places(db.session(), contest.id)))

    def act() -> None:
        places = places_typed(form.places.data or "")
        with transaction() as session:
            make_plan(session, the_contest(address, code, session), places, by=current_actor(), at=now())

    if done(form, act):
        flash(_("Telleplanen er lagret."), "success")
        return redirect(url_for("counting.plan", address=address, code=code), HTTPStatus.SEE_OTHER)
    contest = the_contest(address, code)
    page = render_template(
        "counting/plan.html",
        election=contest.election,
        board=board_of(db.session(), contest),
        form=form,
        drop=ReasonForm(None),
        texts=texts,
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK


@counting_room.post("/telling/<code>/<unit>/utgar")
@requires(SET_UP)
def drop(address: str, code: str, unit: str) -> ResponseReturnValue:
    """Take a unit out of the plan."""
    the_contest(address, code)

    def act() -> None:
        with transaction() as session:
            row = the_row(session, the_contest(address, code, session), the_key(unit))
            drop_unit(session, row, form.reason.data or "", by=current_actor(), at=now())

    form = ReasonForm()
    done_or_told(form, act, _("Enheten er tatt ut av planen."))
    return redirect(url_for("counting.plan", address=address, code=code), HTTPStatus.SEE_OTHER)


@counting_room.get("/kontrollkoder")
@requires(SEE)
def control_codes(address: str) -> str:
    """All the controls."""
    election = the_election(address)
    limits = limits_in(settings_of(db.session(), election))
    pages = [control_texts.code_page(code, limits) for code in ControlCode]
    return render_template("counting/codes.html", election=election, pages=pages)


@counting_room.get("/kontrollkoder/<number>")
@requires(SEE)
def control_code(address: str, number: str) -> str:
    """One control: what it means, and what to do."""
    election = the_election(address)
    code = next((each for each in ControlCode if each.value == number), None) or abort(HTTPStatus.NOT_FOUND)
    page = control_texts.code_page(code, limits_in(settings_of(db.session(), election)))
    return render_template("counting/code.html", election=election, page=page)
