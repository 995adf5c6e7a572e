"""The form that enters a decision on validity, with a question for each candidate who may be known from before."""

from collections.abc import Sequence

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, DateField, Field, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from app.core.forms import Form, choice
from app.elections.domain.person_matches import NEW, Match, PersonMatch, written
from app.elections.takeover_plan import TakeoverPlan
from app.elections.validity_texts import offered_text

VALID, INVALID = "valid", "invalid"


PERSON = "person-"
"""What the name of a question's field begins with; the candidacy follows."""


class ContactForm(Form):
    contact = StringField(
        lazy_gettext("Hvordan man når utvalgene"),
        [InputRequired(lazy_gettext("Skriv en adresse.")), Length(max=200)],
        description=lazy_gettext("Sekretariatets e-postadresse eller telefon, ikke et medlems. Den vises for alle."),
    )


class ValidityForm(Form):
    """``persons`` are the questions that must be answered, ``certain`` those that have an answer unless changed."""

    outcome = RadioField(
        lazy_gettext("Kommunestyrets vedtak"), [InputRequired(lazy_gettext("Velg hva kommunestyret vedtok."))]
    )
    decided_on = DateField(lazy_gettext("Dagen vedtaket ble gjort"), [InputRequired(lazy_gettext("Velg en dag."))])
    reference = StringField(
        lazy_gettext("Arkivsaksnummer"),
        [InputRequired(lazy_gettext("Skriv saksnummeret.")), Length(max=80)],
        description=lazy_gettext("Slik det står i vedtaket, for eksempel 2023/4567."),
    )
    complaints_closed = BooleanField(lazy_gettext("Det er klart at ingenting er påklaget"))
    invalid_in = SelectMultipleField(lazy_gettext("Bydeler der valget er ugyldig"))
    ineligible = SelectMultipleField(lazy_gettext("Ikke lenger valgbar"))
    confirmed = BooleanField(
        lazy_gettext("Jeg har kontrollert hvem som tiltrer, mot vedtaket"),
        [InputRequired(lazy_gettext("Bekreft at du har kontrollert dette."))],
    )
    persons: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()

    def told(self) -> dict[str, str]:
        """Who candidates are said to be: candidacy → answer."""
        asked = ((name.removeprefix(PERSON), self[name].data) for name in (*self.persons, *self.certain))
        return {candidacy: answer for candidacy, answer in asked if answer}


class RequiredWhenValid:
    """An answer is needed only when the election is valid and somebody is to take a seat."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it from the class

    def __call__(self, form: ValidityForm, field: Field) -> None:
        if form.outcome.data == VALID and not field.data:
            raise ValidationError(gettext("Velg hvem dette er."))


def validity_form(plan: TakeoverPlan) -> ValidityForm:
    """The form for this election: its questions depend on who was elected and who is known."""
    uncertain = _questions(plan, Match.UNCERTAIN)
    certain = _questions(plan, Match.SAME)
    named = {"persons": tuple(uncertain), "certain": tuple(certain)}
    kind = type("ElectionValidityForm", (ValidityForm,), {**uncertain, **certain, **named})
    form = kind()
    assert isinstance(form, ValidityForm)
    form.outcome.choices = [
        choice(VALID, gettext("Valget er gyldig")),
        choice(INVALID, gettext("Valget er ugyldig")),
    ]
    form.invalid_in.choices = [choice(each.row.code, each.row.district.name) for each in plan.contests]
    form.ineligible.choices = _candidacies(plan)
    return form


def _questions(plan: TakeoverPlan, match: Match) -> dict[str, SelectField]:
    """The name of the field and the question, for each candidate with such a match."""
    return {f"{PERSON}{each.ranked.candidacy}": _who(each, plan) for each in plan.matches if each.match is match}


def _who(match: PersonMatch, plan: TakeoverPlan) -> SelectField:
    candidate, candidacy = match.ranked.candidate, match.ranked.candidacy
    answers = [choice(written(each), offered_text(each, plan)) for each in match.offered]
    answers.append(choice(NEW, gettext("En annen, som ikke er registrert")))
    if match.match is Match.UNCERTAIN:
        answers.insert(0, choice("", gettext("Velg …")))
    district = next(each.row.district.name for each in plan.contests if each.row.code == candidacy.contest)
    born = gettext("født %(year)s", year=candidate.birth_year) if candidate.birth_year else gettext("fødselsår ukjent")
    return SelectField(
        gettext(
            "%(name)s, %(born)s, nr. %(position)s på liste %(list)s i %(district)s",
            name=candidate.name,
            born=born,
            position=candidacy.position,
            list=candidacy.list_code,
            district=district,
        ),
        [RequiredWhenValid()],
        choices=answers,
        default=written(match.default) if match.match is Match.SAME else "",
    )


def _candidacies(plan: TakeoverPlan) -> Sequence[tuple[str, str]]:
    everyone = (ranked for each in plan.contests for ranked in each.elected.everyone())
    return [choice(str(each.candidacy), each.candidate.name) for each in everyone]
