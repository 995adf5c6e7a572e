"""One council in the appointment room: its nomination or its lists and votes, and its chair and deputy chair."""

import re
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.formatting import long_date
from app.core.forms import Form, choice
from app.core.permissions import Permission
from app.core.row_numbers import row_number
from app.councils.appointing.acts import answer, attempt, require_whole_municipality, the_council, yes_no
from app.councils.appointing.council_page import lists_page, nomination_page, officers_page
from app.councils.appointing.forms import (
    EditForm,
    ListForm,
    ListNamesForm,
    LotForm,
    MethodForm,
    NameForm,
    PastedNamesForm,
    SeatsForm,
)
from app.councils.appointing.models import CouncilAppointment
from app.councils.appointing.queries import codes_of
from app.councils.appointing.refusals import NotInAppointment, PersonKnown
from app.councils.appointing.services.appointments import draw_target_lot, set_seats
from app.councils.appointing.services.council_votes import (
    MethodVotes,
    draw_lot,
    record_ballot,
    record_method,
    record_officer_vote,
)
from app.councils.appointing.services.group_lists import (
    ListDetails,
    add_to_list,
    change_list,
    move_on_list,
    put_up_list,
    take_off_list,
    withdraw_list,
)
from app.councils.appointing.services.names import Named
from app.councils.appointing.services.nominations import (
    NewName,
    add_names,
    make_swaps,
    move_name,
    place_as,
    remove_name,
)
from app.councils.appointing.typed_lines import names as typed_names
from app.councils.appointing.typed_numbers import Grid
from app.councils.domain.gender import Gender
from app.councils.domain.majority_of_chair import Round
from app.councils.domain.membership import Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import OfficerVote
from app.councils.domain.proportional_election import VotingForm

council_appointments = Blueprint(
    "council_appointments", __name__, url_prefix="/admin/bydeler/oppnevning/<int:number>/utvalg/<slug>"
)

SEE, APPOINT = Permission.APPOINTMENTS_SEE, Permission.COUNCILS_APPOINT
council_appointments.before_request(require_whole_municipality)

Verb = Callable[[Session, CouncilAppointment, int, Actor, datetime], object]
NEW_PERSON = "new"
NOBODY = 0


@council_appointments.get("")
@requires(SEE)
def nomination(number: int, slug: str) -> str:
    """How the council is elected, its nomination, and what stands in the way."""
    return nomination_page(db.session(), the_council(number, slug))


@council_appointments.post("/metode")
@requires(APPOINT)
def method(number: int, slug: str) -> ResponseReturnValue:
    """Whether a proportional election is demanded, the votes on agreement, a stated exception."""
    form = MethodForm(prefix="metode").offer()
    votes = MethodVotes(
        yes_no(form.proportional_demanded.data),
        VotingForm(form.voting_form.data) if form.voting_form.data in list(VotingForm) else None,
        yes_no(form.unanimous_on_method.data),
        yes_no(form.unanimous_on_nomination.data),
        form.exception.data or "",
    )
    saved = _save(
        number, slug, form, lambda s, row, seen, by, at: record_method(s, row, votes, seen=seen, by=by, at=at)
    )
    return _to_nomination(number, slug, form, saved=saved)


@council_appointments.post("/plasser")
@requires(APPOINT)
def seats(number: int, slug: str) -> ResponseReturnValue:
    """How many seats the council will have."""
    form = SeatsForm(prefix="plasser")
    wanted = form.seats.data or 0
    saved = _save(number, slug, form, lambda s, row, seen, by, at: set_seats(s, row, wanted, seen=seen, by=by, at=at))
    return _to_nomination(number, slug, form, saved=saved)


@council_appointments.post("/lodd-beregning")
@requires(APPOINT)
def target_lot(number: int, slug: str) -> ResponseReturnValue:
    """Who won the lot that the district's target waits for."""
    form = LotForm(prefix="beregning").offer(codes_of(the_council(number, slug).appointment))
    won = form.winner.data or ""
    saved = _save(
        number, slug, form, lambda s, row, seen, by, at: draw_target_lot(s, row, won, seen=seen, by=by, at=at)
    )
    return _to_nomination(number, slug, form, saved=saved)


@council_appointments.post("/navn")
@requires(APPOINT)
def add_name(number: int, slug: str) -> ResponseReturnValue:
    """One name more; asked back when there are persons with the same name."""
    row = the_council(number, slug)
    form = NameForm(prefix="navn").offer((each.code, each.name) for each in row.appointment.groups)
    _offer_persons(form)
    saved = _save(number, slug, form, lambda s, row, seen, by, at: _add_one(s, row, form, seen, by=by, at=at))
    return _to_nomination(number, slug, form, saved=saved)


@council_appointments.post("/navn/lim-inn")
@requires(APPOINT)
def paste_names(number: int, slug: str) -> ResponseReturnValue:
    """Many names at once."""
    form = PastedNamesForm(prefix="lim").offer()

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        kind = NominationKind(form.kind.data)
        typed = [NewName(named, group, kind) for named, group in typed_names(form.text.data or "")]
        add_names(session, row, typed, seen=seen, by=by, at=at)

    return _to_nomination(number, slug, form, saved=_save(number, slug, form, verb))


@council_appointments.post("/navn/endre")
@requires(APPOINT)
def change_names(number: int, slug: str) -> ResponseReturnValue:
    """Move a name, let it be something else, or take it out: ``act`` is "up:12"."""
    form = EditForm(prefix="rader")

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        act, nominee = _act()
        match act:
            case "up" | "down":
                move_name(session, row, nominee, up=act == "up", seen=seen, by=by, at=at)
            case "remove":
                remove_name(session, row, nominee, seen=seen, by=by, at=at)
            case "member" | "deputy" | "reserve":
                place_as(session, row, nominee, NominationKind(act), seen=seen, by=by, at=at)
            case _:
                raise NotInAppointment

    return _to_nomination(number, slug, form, saved=_save(number, slug, form, verb))


@council_appointments.post("/bytt")
@requires(APPOINT)
def swap(number: int, slug: str) -> ResponseReturnValue:
    """Make the swaps that were found, all or one: "7-12" is person 7 who gives way to person 12."""
    form = EditForm(prefix="bytt")
    pairs = [(int(out), int(into)) for out, _to, into in (each.partition("-") for each in _pairs())]
    saved = _save(number, slug, form, lambda s, row, seen, by, at: make_swaps(s, row, pairs, seen=seen, by=by, at=at))
    return _to_nomination(number, slug, form, saved=saved)


@council_appointments.get("/forholdsvalg")
@requires(SEE)
def lists(number: int, slug: str) -> str:
    """The lists, the votes, every quotient, lots, and who is elected."""
    return lists_page(db.session(), the_council(number, slug))


@council_appointments.post("/liste")
@requires(APPOINT)
def put_up(number: int, slug: str) -> ResponseReturnValue:
    """A new list."""
    form = _list_form(number, slug, "liste")
    saved = _save(
        number, slug, form, lambda s, row, seen, by, at: put_up_list(s, row, _details(form), seen=seen, by=by, at=at)
    )
    return _to_lists(number, slug, form, saved=saved)


@council_appointments.post("/liste/<int:list_id>")
@requires(APPOINT)
def edit_list(number: int, slug: str, list_id: int) -> ResponseReturnValue:
    """Whose it is, its signatures, its delivery."""
    form = _list_form(number, slug, f"liste{list_id}")
    saved = _save(
        number,
        slug,
        form,
        lambda s, row, seen, by, at: change_list(s, row, list_id, _details(form), seen=seen, by=by, at=at),
    )
    return _to_lists(number, slug, form, saved=saved)


@council_appointments.post("/liste/<int:list_id>/lim-inn")
@requires(APPOINT)
def paste_list(number: int, slug: str, list_id: int) -> ResponseReturnValue:
    """Names, last on a list."""
    form = ListNamesForm(prefix=f"lim{list_id}")

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        add_to_list(session, row, list_id, typed_names(form.text.data or ""), seen=seen, by=by, at=at)

    return _to_lists(number, slug, form, saved=_save(number, slug, form, verb))


@council_appointments.post("/liste/<int:list_id>/endre")
@requires(APPOINT)
def change_on_list(number: int, slug: str, list_id: int) -> ResponseReturnValue:
    """Move a name, take it off, or withdraw the list: ``act`` is "up:3", a place."""
    form = EditForm(prefix=f"rader{list_id}")

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        act, place = _act()
        match act:
            case "up" | "down":
                move_on_list(session, row, list_id, place, up=act == "up", seen=seen, by=by, at=at)
            case "withdraw":
                withdraw_list(session, row, list_id, seen=seen, by=by, at=at)
            case "take":
                take_off_list(session, row, list_id, place, seen=seen, by=by, at=at)
            case _:
                raise NotInAppointment

    return _to_lists(number, slug, form, saved=_save(number, slug, form, verb))


@council_appointments.post("/stemmer")
@requires(APPOINT)
def ballot(number: int, slug: str) -> ResponseReturnValue:
    """The votes for each list, the blank ones, and how many were present."""
    form, grid = EditForm(prefix="stemmer"), Grid(request.form)

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        votes = {each.code: grid.number(f"votes-{each.id}") for each in row.lists}
        blank, present = grid.number("blank"), grid.number("present")
        if not grid.errors:
            record_ballot(session, row, votes, blank=blank, present=present, seen=seen, by=by, at=at)

    saved = _save(number, slug, form, verb) and not grid.errors
    address = url_for("council_appointments.lists", number=number, slug=slug)
    return answer(address, lambda: lists_page(db.session(), the_council(number, slug), form, grid), saved=saved)


@council_appointments.post("/lodd")
@requires(APPOINT)
def lot(number: int, slug: str) -> ResponseReturnValue:
    """Who won the lot that the election waits for."""
    form = LotForm(prefix="lodd").offer(each.code for each in the_council(number, slug).lists)
    won = form.winner.data or ""
    saved = _save(number, slug, form, lambda s, row, seen, by, at: draw_lot(s, row, won, seen=seen, by=by, at=at))
    return _to_lists(number, slug, form, saved=saved)


@council_appointments.get("/verv")
@requires(SEE)
def officers(number: int, slug: str) -> str:
    """Chair and deputy chair."""
    return officers_page(db.session(), the_council(number, slug))


@council_appointments.post("/verv/<role>")
@requires(APPOINT)
def officer(number: int, slug: str, role: str) -> ResponseReturnValue:
    """The rounds for an office; nothing typed takes them away."""
    office = Role(role) if role in list(Role) else abort(HTTPStatus.NOT_FOUND)
    form, grid = EditForm(prefix=office.value), Grid(request.form)

    def verb(session: Session, row: CouncilAppointment, seen: int, by: Actor, at: datetime) -> None:
        vote = _typed_vote(grid, office)
        if not grid.errors:
            record_officer_vote(session, row, office, vote, seen=seen, by=by, at=at)

    saved = _save(number, slug, form, verb) and not grid.errors
    address = url_for("council_appointments.officers", number=number, slug=slug)
    return answer(address, lambda: officers_page(db.session(), the_council(number, slug), form, grid), saved=saved)


def _save(number: int, slug: str, form: EditForm, verb: Verb) -> bool:
    """Whether it was saved; if not, the form says why."""

    def save() -> None:
        with transaction() as session:
            verb(session, the_council(number, slug, session), form.seen.data or 0, current_actor(), now())

    return attempt(form, save)


def _to_nomination(number: int, slug: str, form: Form, *, saved: bool) -> ResponseReturnValue:
    address = url_for("council_appointments.nomination", number=number, slug=slug)
    return answer(address, lambda: nomination_page(db.session(), the_council(number, slug), form), saved=saved)


def _to_lists(number: int, slug: str, form: Form, *, saved: bool) -> ResponseReturnValue:
    address = url_for("council_appointments.lists", number=number, slug=slug)
    return answer(address, lambda: lists_page(db.session(), the_council(number, slug), form), saved=saved)


def _act() -> tuple[str, int]:
    act, _colon, target = request.form.get("act", "").partition(":")
    return act, row_number(target) or 0


def _pairs() -> list[str]:
    given = request.form.get("pairs", "").split()
    return [each for each in given if re.fullmatch("[0-9]+-[0-9]+", each)]


def _offer_persons(form: NameForm) -> None:
    """Whatever number was pointed out is among the answers; who it is, the service looks up."""
    sent = request.form.get(form.person.name, "")
    form.person.choices = [choice(sent, sent)] if sent else []


def _add_one(session: Session, row: CouncilAppointment, form: NameForm, seen: int, *, by: Actor, at: datetime) -> None:
    answered = form.person.data or ""
    named = Named(
        (form.name.data or "").strip(),
        Gender(form.gender.data) if form.gender.data in list(Gender) else None,
        form.birth_date.data,
        None if answered in {"", NEW_PERSON} else row_number(answered) or NOBODY,
        answered == NEW_PERSON,
    )
    try:
        new = NewName(named, form.group.data or "", NominationKind(form.kind.data))
        add_names(session, row, [new], seen=seen, by=by, at=at)
    except PersonKnown as known:
        form.person.choices = [
            *(choice(str(each), _who(known.name, long_date(born) if born else None)) for each, born in known.found),
            choice(NEW_PERSON, _("en ny person")),
        ]
        raise


def _who(name: str, born: str | None) -> str:
    return _("%(name)s, født %(born)s", name=name, born=born) if born else _("%(name)s, uten fødselsdato", name=name)


def _list_form(number: int, slug: str, prefix: str) -> ListForm:
    row = the_council(number, slug)
    return ListForm(prefix=prefix).offer((each.code, each.name) for each in row.appointment.groups)


def _details(form: ListForm) -> ListDetails:
    return ListDetails(
        form.code.data or "",
        (form.name.data or "").strip(),
        tuple(form.groups.data or ()),
        tuple(form.signed_by.data or ()),
        bool(form.delivered.data),
    )


def _typed_vote(grid: Grid, role: Role) -> OfficerVote | None:
    """Both rounds, those with votes; None when nothing is typed in the first."""
    first, second = (_typed_round(grid, f"{role.value}-{number}") for number in (1, 2))
    if not first.votes and not first.blank:
        return None
    drawn = grid.text(f"{role.value}-drawn")
    return OfficerVote(first, second if second.votes or second.blank else None, drawn or None)


def _typed_round(grid: Grid, start: str) -> Round:
    numbers = [each for each in grid.indexes(start) if each.isascii() and each.isdigit()]
    votes = [(each, grid.optional(f"{start}-{each}") or 0) for each in numbers]
    return Round(tuple((person, number) for person, number in votes if number), grid.optional(f"{start}-blank") or 0)
