"""The form of a fact that was forgotten: only the fields that this kind of fact has, and the fact from the answers."""

from dataclasses import fields
from datetime import date

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.councils.council_models import CouncilTerm
from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Spell
from app.councils.in_term.event_forms import NO_GROUP
from app.councils.in_term.forms import AdditionForm, fill
from app.councils.in_term.queries import people_by_name
from app.councils.in_term.spell_words import KINDS
from app.councils.membership_words import cause_words, end_cause_words, role_name


def kind_name(kind: str) -> str:
    """«En plass som medlem eller settemedlem»."""
    return {
        "seat": _("En plass som medlem eller settemedlem"),
        "deputy": _("En plass som varamedlem"),
        "role": _("Et verv som leder eller nestleder"),
        "leave": _("Et fritak"),
        "suspension": _("En suspensjon"),
        "group": _("Et skifte av parti eller gruppe"),
    }[kind]


def addition_form(session: Session, council_term: CouncilTerm, kind: str) -> AdditionForm:
    """The form for this kind of fact, with everybody and everything that can be chosen in it."""
    form = AdditionForm()
    fill(form.person, [(str(each.id), each.name) for each in people_by_name(session)], _("Velg en person"))
    seats = [(str(each.number), _("Plass %(seat)s", seat=each.number)) for each in council_term.seats]
    fill(form.seat, seats, _("Velg en plass"))
    groups = [(each.code, f"{each.code} – {each.name}") for each in council_term.groups]
    fill(form.list_code, groups or [(NO_GROUP, _("Hele utvalget"))], _("Velg en liste"))
    fill(form.role, [(each.value, role_name(each)) for each in Role], _("Velg et verv"))
    fill(form.cause, [(each.value, cause_words(each)) for each in Cause], _("Velg hvordan det begynte"))
    fill(form.end_cause, [(each.value, end_cause_words(each)) for each in EndCause], _("Det varer"))
    has = {each.name for each in fields(KINDS[kind])}
    for name in ("seat", "rank", "list_code", "role", "group_name", "cause", "end_cause", "decision_reference"):
        if name not in has:
            delattr(form, name)
    return form


def spell_from(form: AdditionForm, kind: str) -> Spell:
    """The fact as it was typed."""
    person_id, from_on, to_on = int(form.person.data), form.from_on.data, form.to_on
    assert isinstance(from_on, date)
    reference = (form.decision_reference.data or "").strip() if "decision_reference" in form else ""
    match kind:
        case "leave":
            return LeaveSpell(person_id, from_on, to_on, reference)
        case "suspension":
            return SuspensionSpell(person_id, from_on, to_on, reference)
        case "group":
            return GroupAffiliation(person_id, (form.group_name.data or "").strip(), from_on, to_on)
        case "role":
            return RoleSpell(person_id, Role(form.role.data), from_on, to_on, _end_cause(form), reference)
        case _:
            return _place_from(form, kind, reference)


def _place_from(form: AdditionForm, kind: str, reference: str) -> Spell:
    person_id, from_on, cause, ends = int(form.person.data), form.from_on.data, Cause(form.cause.data), _end_cause(form)
    code = "" if form.list_code.data == NO_GROUP else form.list_code.data
    assert isinstance(from_on, date)
    if kind == "deputy":
        return DeputySpell(person_id, code, form.rank.data or 0, from_on, form.to_on, cause, ends, reference)
    return SeatSpell(int(form.seat.data), person_id, from_on, form.to_on, cause, code, ends, reference)


def _end_cause(form: AdditionForm) -> EndCause | None:
    return EndCause(form.end_cause.data) if form.end_cause.data else None
