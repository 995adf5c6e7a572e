"""A person for staff: every office in every council, what is recorded of each, and the person's details."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.auth.guard import current_actor, may
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.permissions import Permission
from app.councils.council_models import Person
from app.councils.domain.gender import Gender
from app.councils.in_term.forms import PersonDetailsForm, fill
from app.councils.in_term.queries import spells_of_person
from app.councils.in_term.room import council_rooms, keeps, may_keep_all_of, may_see_all_of
from app.councils.in_term.spell_words import kind_in_address, spell_text
from app.councils.membership_words import cause_words, end_cause_words
from app.councils.queries import offices_of
from app.councils.services.persons import PersonDetails, correct_person, register_person
from app.councils.succession_texts import days_text, gender_name


@council_rooms.get("/personer/<int:person_id>")
@requires(Permission.COUNCILS_SEE)
def person(person_id: int) -> str:
    """All that is recorded of a person, council by council, with the way to correct it."""
    session = db.session()
    found = _in_reach(session, person_id)
    offices = [
        (each, keeps(each.council), spells_of_person(session, each, person_id, now()))
        for each in offices_of(session, person_id)
    ]
    return render_template(
        "councils/person.html",
        person=found,
        may_edit=may(Permission.COUNCILS_KEEP) and may_keep_all_of([each for each, _kept, _spells in offices]),
        offices=offices,
        gender=gender_name(found.gender),
        words=WORDS,
    )


@council_rooms.route("/personer/ny", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def new_person() -> ResponseReturnValue:
    """Register somebody who is to be elected or to move up."""
    form = _form()
    if form.validate_on_submit():
        with transaction() as session:
            person_id = register_person(session, _details(form), by=current_actor(), at=now()).id
        flash(_("Personen er registrert."), "success")
        return redirect(url_for("councils.person", person_id=person_id))
    return _page(form, None)


@council_rooms.route("/personer/<int:person_id>/rett", methods=["GET", "POST"])
@requires(Permission.COUNCILS_KEEP)
def edit_person(person_id: int) -> ResponseReturnValue:
    """Other details of a person. The audit trail tells which were changed, never what they were."""
    found = _in_reach(db.session(), person_id)
    if not may_keep_all_of(offices_of(db.session(), person_id)):
        abort(404)
    form = _form(found)
    if form.validate_on_submit():
        with transaction() as session:
            stored = session.get_one(Person, person_id)
            correct_person(session, stored, _details(form), by=current_actor(), at=now())
        flash(_("Opplysningene er lagret."), "success")
        return redirect(url_for("councils.person", person_id=person_id))
    return _page(form, found)


def _in_reach(session: Session, person_id: int) -> Person:
    """The person, for one who may read about a council where the person has or has had an office."""
    found = session.get(Person, person_id)
    if found is None or not may_see_all_of(offices_of(session, person_id)):
        abort(404)
    return found


def _form(person: Person | None = None) -> PersonDetailsForm:
    form = PersonDetailsForm(obj=person)
    fill(form.gender, [(each.value, gender_name(each)) for each in Gender], gender_name(None))
    return form


def _details(form: PersonDetailsForm) -> PersonDetails:
    return PersonDetails(
        (form.name.data or "").strip(),
        Gender(form.gender.data) if form.gender.data else None,
        form.birth_date.data,
        bool(form.protected.data),
        (form.home_address.data or "").strip(),
        (form.private_contact.data or "").strip(),
        (form.office_contact.data or "").strip(),
    )


def _page(form: PersonDetailsForm, found: Person | None) -> tuple[str, int]:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("councils/person_form.html", form=form, person=found), status


class WORDS:
    """The words of membership, for templates."""

    cause = staticmethod(cause_words)
    days = staticmethod(days_text)
    end_cause = staticmethod(end_cause_words)
    kind = staticmethod(kind_in_address)
    spell = staticmethod(spell_text)
