"""Confirming that those who are named can be elected: all who are in order at once, or one with what is special."""

from http import HTTPStatus

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.core.row_numbers import row_number
from app.councils.appointing import texts
from app.councils.appointing.acts import answer, attempt, require_whole_municipality, the_appointment
from app.councils.appointing.forms import EditForm, FactsForm
from app.councils.appointing.models import Appointment
from app.councils.appointing.queries import facts_of, persons_named, standing_of
from app.councils.appointing.services.eligibility import Facts, confirm_facts
from app.councils.council_models import Person
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.eligibility import Position
from app.councils.models import District

NOBODY = 0

eligibility = Blueprint("eligibility", __name__, url_prefix="/admin/bydeler/oppnevning/<int:number>/valgbarhet")

eligibility.before_request(require_whole_municipality)


@eligibility.route("", methods=["GET", "POST"])
@requires(Permission.COUNCILS_APPOINT)
def named(number: int) -> ResponseReturnValue:
    """Everyone who is named, and who has been confirmed."""
    form = EditForm(seen=the_appointment(number).version)

    def save() -> None:
        chosen = {row_number(each) or NOBODY for each in request.form.getlist("person")}
        _confirm(number, form, chosen, None)

    saved = attempt(form, save)
    if request.method == "GET":
        return _named_page(number, form)
    return answer(url_for("eligibility.named", number=number), lambda: _named_page(number, form), saved=saved)


@eligibility.route("/<int:person_id>", methods=["GET", "POST"])
@requires(Permission.COUNCILS_APPOINT)
def one(number: int, person_id: int) -> ResponseReturnValue:
    """What decides one person's eligibility."""
    appointment = the_appointment(number)
    person = _people(appointment).get(person_id) or abort(HTTPStatus.NOT_FOUND)
    form = _facts_form(appointment, person_id)

    def save() -> None:
        _confirm(number, form, {person_id}, form)

    saved = attempt(form, save)
    name = person.name
    if request.method == "GET":
        return _one_page(number, form, name)
    return answer(url_for("eligibility.named", number=number), lambda: _one_page(number, form, name), saved=saved)


def _confirm(number: int, form: EditForm, chosen: set[int], typed: FactsForm | None) -> None:
    """Confirm of those who are named and no others."""
    with transaction() as session:
        appointment = the_appointment(number, session)
        facts = Facts()
        if typed:
            facts = Facts(
                bool(typed.resident.data),
                session.get(District, typed.district.data) if typed.district.data else None,
                bool(typed.voting_right.data),
                bool(typed.under_voting_age.data),
                Position(typed.position.data) if typed.position.data else None,
                typed.position_left_on.data,
                bool(typed.in_control_committee.data),
            )
        wanted = chosen & _people(appointment).keys()
        confirm_facts(session, appointment, wanted, facts, seen=form.seen.data or 0, by=current_actor(), at=now())


def _people(appointment: Appointment) -> dict[int, Person]:
    return {number: person for row in appointment.councils for number, person in persons_named(row).items()}


def _facts_form(appointment: Appointment, person_id: int) -> FactsForm:
    facts = facts_of(db.session(), appointment).get(person_id)
    districts = [(each.id, each.name) for each in appointment.term.municipality.districts]
    return FactsForm(
        seen=appointment.version,
        resident=facts.resident if facts else True,
        district=facts.district_id or 0 if facts else 0,
        voting_right=facts.voting_right if facts else True,
        under_voting_age=facts.under_voting_age if facts else False,
        position=facts.position or "" if facts else "",
        position_left_on=facts.position_left_on if facts else None,
        in_control_committee=facts.in_control_committee if facts else False,
    ).offer(districts)


def _named_page(number: int, form: EditForm) -> str:
    appointment = the_appointment(number)
    councils = [(each.row, each.prepared.eligibility) for each in standing_of(db.session(), appointment)]
    return render_template(
        "councils/appointment/eligibility.html",
        appointment=appointment,
        form=form,
        councils=councils,
        people=_people(appointment),
        texts=texts,
        is_draft=appointment.state is AppointmentState.DRAFT,
    )


def _one_page(number: int, form: FactsForm, name: str) -> str:
    return render_template(
        "councils/appointment/eligibility_of_one.html", appointment=the_appointment(number), form=form, name=name
    )
