"""The appointment room: what is prepared for all districts, side by side, until the municipal council has decided."""

from http import HTTPStatus
from io import BytesIO

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.auth.guard import current_actor
from app.auth.staff_menu import StaffRoom
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import Form
from app.core.permissions import Permission
from app.councils.appointing import texts
from app.councils.appointing.acts import answer, attempt, require_whole_municipality, the_appointment
from app.councils.appointing.decision_document import DecisionLanguage, decision_pdf
from app.councils.appointing.forms import (
    BasisForm,
    DecisionForm,
    DropForm,
    EditForm,
    NewAppointmentForm,
    PastedBallotsForm,
)
from app.councils.appointing.gathered_decision import gathered_decision
from app.councils.appointing.models import Appointment
from app.councils.appointing.pages import rungs, target_tables
from app.councils.appointing.queries import appointments as all_appointments
from app.councils.appointing.queries import codes_of, district_votes, standing_of
from app.councils.appointing.services.appointments import (
    AppointmentPlan,
    Basis,
    Group,
    choose_basis,
    create_appointment,
    drop_appointment,
    set_groups,
)
from app.councils.appointing.services.decide import decide_appointment
from app.councils.appointing.services.district_ballots import set_all_ballots
from app.councils.appointing.services.edits import edits_of
from app.councils.appointing.typed_lines import district_ballots
from app.councils.appointing.typed_numbers import Grid
from app.councils.domain.lawful_decision import in_the_way
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod, PartyVotes, SeatTarget
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.models import Municipality

appointments = Blueprint("appointments", __name__, url_prefix="/admin/bydeler/oppnevning")
appointments.before_request(require_whole_municipality)

SEE, APPOINT = Permission.APPOINTMENTS_SEE, Permission.COUNCILS_APPOINT
STAFF_ROOMS = (StaffRoom(_l("Oppnevning"), "/admin/bydeler/oppnevning", SEE),)
EMPTY_GROUPS = 3


@appointments.get("")
@requires(SEE)
def overview() -> str:
    """Every appointment, and a way to begin one."""
    found = [(each, standing_of(db.session(), each)) for each in all_appointments(db.session())]
    return render_template("councils/appointment/overview.html", appointments=found, texts=texts, in_the_way=in_the_way)


@appointments.route("/ny", methods=["GET", "POST"])
@requires(APPOINT)
def create() -> ResponseReturnValue:
    """Begin an appointment."""
    places = db.session().execute(select(Municipality.id, Municipality.name).order_by(Municipality.name))
    form = NewAppointmentForm().offer((each.id, each.name) for each in places)
    made: list[int] = []

    def save() -> None:
        with transaction() as session:
            municipality = session.get_one(Municipality, form.municipality.data)
            plan = _plan(form)
            made.append(create_appointment(session, municipality, plan, by=current_actor(), at=now()).id)

    if attempt(form, save):
        return redirect(url_for("appointments.show", number=made[0]), HTTPStatus.SEE_OTHER)
    page = render_template("councils/appointment/new.html", form=form)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@appointments.get("/<int:number>")
@requires(SEE)
def show(number: int) -> str:
    """All districts side by side, and what stands between now and a lawful decision."""
    appointment = the_appointment(number)
    standing = standing_of(db.session(), appointment)
    return render_template(
        "councils/appointment/appointment.html",
        appointment=appointment,
        standing=standing,
        tables=target_tables(appointment),
        texts=texts,
        in_the_way=in_the_way,
        is_target=lambda found: isinstance(found, SeatTarget),
        rungs=rungs,
    )


@appointments.route("/<int:number>/grupper", methods=["GET", "POST"])
@requires(APPOINT)
def groups(number: int) -> ResponseReturnValue:
    """Parties and groups, and their members in the municipal council."""
    appointment = the_appointment(number)
    grid = Grid(request.form if request.method == "POST" else None)
    form = EditForm(seen=appointment.version)

    def save() -> None:
        wanted = _typed_groups(grid)
        if not grid.errors:
            with transaction() as session:
                row = the_appointment(number, session)
                set_groups(session, row, wanted, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save) and not grid.errors
    if request.method == "GET":
        return _groups_page(number, form, grid)
    return answer(url_for("appointments.groups", number=number), lambda: _groups_page(number, form, grid), saved=saved)


@appointments.route("/<int:number>/stemmer", methods=["GET", "POST"])
@requires(APPOINT)
def ballots(number: int) -> ResponseReturnValue:
    """The parties' ballots in each district, typed in a grid."""
    form, grid = Form(), Grid(request.form if request.method == "POST" else None)

    def save() -> None:
        typed = _typed_ballots(grid, the_appointment(number))
        if not grid.errors:
            _save_ballots(number, typed)

    saved = attempt(form, save) and not grid.errors
    if request.method == "GET":
        return _ballots_page(number, form, grid)
    return answer(
        url_for("appointments.ballots", number=number), lambda: _ballots_page(number, form, grid), saved=saved
    )


@appointments.post("/<int:number>/stemmer/lim-inn")
@requires(APPOINT)
def paste_ballots(number: int) -> ResponseReturnValue:
    """The same figures from lines or a file."""
    form = PastedBallotsForm(prefix="lim")

    def save() -> None:
        upload = form.file.data
        text = upload.read().decode("utf-8-sig", "replace") if upload and upload.filename else form.text.data or ""
        appointment = the_appointment(number)
        called = {row.council.district.name.casefold(): row.council.slug for row in appointment.councils}
        called |= {row.council.slug: row.council.slug for row in appointment.councils}
        _save_ballots(number, district_ballots(text, called, codes_of(appointment)))

    saved = attempt(form, save)
    return answer(
        url_for("appointments.ballots", number=number),
        lambda: _ballots_page(number, form, Grid(None)),
        saved=saved,
    )


@appointments.route("/<int:number>/grunnlag", methods=["GET", "POST"])
@requires(APPOINT)
def basis(number: int) -> ResponseReturnValue:
    """Which divisors and which ballots the targets are reckoned from."""
    appointment = the_appointment(number)
    grid = Grid(request.form if request.method == "POST" else None)
    form = BasisForm(
        seen=appointment.version,
        method=appointment.local_seat_method,
        basis=appointment.basis,
        key_whole=appointment.key_whole,
        key_published_in=appointment.key_published_in,
    ).offer()

    def save() -> None:
        parts = tuple((row.council.slug, grid.optional(f"part-{row.council.slug}")) for row in appointment.councils)
        if not grid.errors:
            with transaction() as session:
                row = the_appointment(number, session)
                chosen = Basis(
                    LocalSeatMethod(form.method.data),
                    AllocationBasis(form.basis.data),
                    form.key_whole.data,
                    (form.key_published_in.data or "").strip(),
                    parts,
                )
                choose_basis(session, row, chosen, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save) and not grid.errors
    if request.method == "GET":
        return _basis_page(number, form, grid)
    return answer(url_for("appointments.show", number=number), lambda: _basis_page(number, form, grid), saved=saved)


@appointments.route("/<int:number>/vedtak", methods=["GET", "POST"])
@requires(SEE, to_send=APPOINT)
def decision(number: int) -> ResponseReturnValue:
    """The decision, with its case number."""
    form = DecisionForm(seen=edits_of(the_appointment(number)))

    def save() -> None:
        with transaction() as session:
            row, reference = the_appointment(number, session), (form.decision_reference.data or "").strip()
            decide_appointment(session, row, reference, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    if request.method == "GET":
        return _decision_page(number, form, None)
    return answer(
        url_for("appointments.decision", number=number),
        lambda: _decision_page(number, form, None),
        saved=saved,
    )


@appointments.get("/<int:number>/vedtak-<any(nb, nn):language>.pdf")
@requires(SEE)
def decision_as_pdf(number: int, language: DecisionLanguage) -> ResponseReturnValue:
    """What was decided, as a document: names, votes, quotients, lots, and who leads."""
    found = gathered_decision(db.session(), the_appointment(number)) or abort(HTTPStatus.NOT_FOUND)
    name = f"oppnevning-{number}-{language}.pdf"
    return send_file(BytesIO(decision_pdf(found, language)), "application/pdf", download_name=name)


@appointments.post("/<int:number>/skrinlegg")
@requires(APPOINT)
def drop(number: int) -> ResponseReturnValue:
    """Give the appointment up."""
    form = DropForm(prefix="skrinlegg")

    def save() -> None:
        with transaction() as session:
            row, reason = the_appointment(number, session), (form.reason.data or "").strip()
            drop_appointment(session, row, reason, seen=form.seen.data or 0, by=current_actor(), at=now())

    saved = attempt(form, save)
    return answer(url_for("appointments.show", number=number), lambda: _decision_page(number, None, form), saved=saved)


def _plan(form: NewAppointmentForm) -> AppointmentPlan:
    # the shape has been checked: every day and number is there
    assert form.decided_on.data
    assert form.from_on.data
    assert form.to_on.data
    assert form.seats.data
    return AppointmentPlan(
        (form.name.data or "").strip(),
        (form.term_name.data or "").strip(),
        form.decided_on.data,
        form.from_on.data,
        form.to_on.data,
        form.seats.data,
        MultiDistrictCandidacy(form.several_districts.data),
        bool(form.residence_restriction.data),
        bool(form.blank_counts.data),
        form.warn_under.data,
    )


def _groups_page(number: int, form: EditForm, grid: Grid) -> str:
    appointment = the_appointment(number)
    rows = _group_rows(appointment)
    return render_template("councils/appointment/groups.html", appointment=appointment, form=form, grid=grid, rows=rows)


def _basis_page(number: int, form: BasisForm, grid: Grid) -> str:
    return render_template("councils/appointment/basis.html", appointment=the_appointment(number), form=form, grid=grid)


def _group_rows(appointment: Appointment) -> list[tuple[str, str, int | str]]:
    known: list[tuple[str, str, int | str]] = [(each.code, each.name, each.members) for each in appointment.groups]
    return known + [("", "", "")] * EMPTY_GROUPS


def _typed_groups(grid: Grid) -> list[Group]:
    """The rows with a code; a row whose code is emptied is taken out."""
    found = []
    for index in grid.indexes("code"):
        code, name = grid.text(f"code-{index}"), grid.text(f"name-{index}")
        if code:
            found.append(Group(code, name or code, grid.number(f"members-{index}")))
            if len(name) > 200:
                grid.fault(f"name-{index}", _("Navnet kan ha høyst 200 tegn."))
            if any(letter.isspace() for letter in code) or len(code) > 20:
                grid.fault(f"code-{index}", _("Koden kan ha høyst 20 tegn og ingen mellomrom."))
    return found


def _typed_ballots(grid: Grid, appointment: Appointment) -> dict[str, list[PartyVotes]]:
    """Every party in every district that has a figure in it."""
    typed: dict[str, list[PartyVotes]] = {}
    for row in appointment.councils:
        slug = row.council.slug
        for group in appointment.groups:
            day, advance = f"day-{slug}-{group.id}", f"advance-{slug}-{group.id}"
            if grid.text(day) or grid.text(advance):
                votes = PartyVotes(group.code, grid.optional(day) or 0, grid.optional(advance) or 0)
                typed.setdefault(slug, []).append(votes)
        typed.setdefault(slug, [])
    return typed


def _save_ballots(number: int, typed: dict[str, list[PartyVotes]]) -> None:
    seen = {key.removeprefix("seen-"): int(value) for key, value in request.form.items() if _is_seen(key, value)}
    with transaction() as session:
        set_all_ballots(session, the_appointment(number, session), typed, seen=seen, by=current_actor(), at=now())


def _is_seen(key: str, value: str) -> bool:
    return key.startswith("seen-") and value.isascii() and value.isdigit()


def _ballots_page(number: int, form: Form, grid: Grid) -> str:
    appointment = the_appointment(number)
    stored = {row.id: {each.code: each for each in district_votes(row).parties} for row in appointment.councils}
    pasted = form if isinstance(form, PastedBallotsForm) else PastedBallotsForm(None, prefix="lim")
    return render_template(
        "councils/appointment/ballots.html",
        appointment=appointment,
        form=form,
        pasted=pasted,
        grid=grid,
        stored=stored,
    )


def _decision_page(number: int, form: DecisionForm | None, dropped: DropForm | None) -> str:
    appointment = the_appointment(number)
    return render_template(
        "councils/appointment/decision.html",
        appointment=appointment,
        form=form or DecisionForm(None, seen=edits_of(appointment)),
        drop=dropped or DropForm(None, seen=appointment.version, prefix="skrinlegg"),
        sent=dropped or form,
        standing=standing_of(db.session(), appointment),
        texts=texts,
        in_the_way=in_the_way,
    )
