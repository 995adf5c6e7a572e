"""The forms of what happens in the term. They check shape; what the law leaves open is the domain's to say."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, Optional, ValidationError

from app.core.forms import Filled, Form, choice

Choices = Sequence[tuple[str, str]]

_CHOOSE_PERSON = Filled(_("Velg en person."))
_CHOOSE_DAY = Filled(_("Velg en dag."))
REFERENCE_LENGTH = 80
MOST_PLACES = 10


def has_a_day_after(_form: object, field: DateField) -> None:
    """The last day of something has a day after it, from which it is over."""
    if field.data == date.max:
        raise ValidationError(str(_("Skriv en dato som finnes.")))


def fill(field: Any, options: Choices, first: str | None = None) -> None:
    """The answers of a select field; ``first`` stands on top and is no answer."""
    field.choices = [*([choice("", first)] if first else []), *(choice(value, text) for value, text in options)]


class DayForm(Form):
    on = DateField(
        _("Gjelder fra og med"),
        [_CHOOSE_DAY],
        description=_("Den første dagen det er slik. For den som går ut: den første dagen uten plassen."),
    )


class PersonForm(DayForm):
    person = SelectField(_("Hvem gjelder det?"), [_CHOOSE_PERSON])


class LeaveForm(Form):
    person = SelectField(_("Hvem gjelder det?"), [_CHOOSE_PERSON])
    on = DateField(_("Første dag med fritak"), [_CHOOSE_DAY])
    until = DateField(
        _("Siste dag med fritak"), [Optional(), has_a_day_after], description=_("La stå tom hvis den ikke er fastsatt.")
    )
    expected_long = BooleanField(_("Ventes å vare tre måneder eller mer"), description=_("Når siste dag ikke er satt."))


class ReturnForm(DayForm):
    who = SelectField(_("Hvem har flyttet tilbake?"), [Filled(_("Velg hvem."))])


class PartyForm(PersonForm):
    group_name = StringField(
        _("Nytt parti eller ny gruppe"),
        [Length(max=200)],
        description=_("La stå tom for den som blir uavhengig."),
    )


class GroupForm(DayForm):
    group = SelectField(_("Hvilken liste?"), [Filled(_("Velg en liste."))])


class DeputiesForm(GroupForm):
    places = IntegerField(
        _("Hvor mange velges?"),
        [Filled(_("Skriv hvor mange.")), NumberRange(1, MOST_PLACES, _("Skriv et tall fra 1 til 10."))],
        default=1,
        description=_("Alle i samme suppleringsvalg, i den rekkefølgen de skal stå."),
    )


class SubstituteForm(DayForm):
    who = SelectField(_("Hvilket settemedlem?"), [Filled(_("Velg hvem."))])
    because = SelectField(_("Hvorfor?"), [Filled(_("Velg hvorfor."))])


class VacantSeatForm(DayForm):
    seat = SelectField(_("Hvilken plass?"), [Filled(_("Velg en plass."))])
    group = SelectField(_("Listen eller gruppen som vant plassen"), [Filled(_("Velg en liste."))])


class VacantOfficeForm(DayForm):
    role = SelectField(_("Hvilket verv?"), [Filled(_("Velg et verv."))])


class WithdrawForm(Form):
    reason = StringField(_("Hvorfor trekkes forslaget?"), [Filled(_("Skriv hvorfor.")), Length(max=500)])


class CorrectionForm(Form):
    from_on = DateField(_("Første dag"), [_CHOOSE_DAY])
    last_on = DateField(_("Siste dag"), [Optional(), has_a_day_after], description=_("La stå tom så lenge det varer."))
    end_cause = SelectField(_("Hvorfor det sluttet"))
    decision_reference = StringField(_("Saksnummer"), [Length(max=REFERENCE_LENGTH)])
    move_along = BooleanField(_("Flytt også det som henger sammen med datoen"), default=True)
    never_was = BooleanField(
        _("Dette har aldri vært slik"), description=_("Føringen tas bort, men kan fortsatt leses.")
    )
    reason = TextAreaField(
        _("Hvorfor rettes det?"),
        [Filled(_("Skriv hvorfor. Grunnen blir stående i hendelsesloggen.")), Length(max=500)],
    )

    @property
    def to_on(self) -> date | None:
        """The first day after the last."""
        return self.last_on.data + timedelta(days=1) if self.last_on.data else None


class AdditionForm(Form):
    person = SelectField(_("Hvem gjelder det?"), [_CHOOSE_PERSON])
    seat = SelectField(_("Hvilken plass?"), [Filled(_("Velg en plass."))])
    role = SelectField(_("Hvilket verv?"), [Filled(_("Velg et verv."))])
    list_code = SelectField(_("Valgt for"), [Filled(_("Velg en liste."))])
    rank = IntegerField(
        _("Nummer i rekken"), [Filled(_("Skriv nummeret.")), NumberRange(1, 999, _("Skriv et tall fra 1."))]
    )
    group_name = StringField(_("Nytt parti eller ny gruppe"), [Filled(_("Skriv gruppen.")), Length(max=200)])
    cause = SelectField(_("Hvordan det begynte"), [Filled(_("Velg hvordan det begynte."))])
    from_on = DateField(_("Første dag"), [_CHOOSE_DAY])
    last_on = DateField(_("Siste dag"), [Optional(), has_a_day_after], description=_("La stå tom så lenge det varer."))
    end_cause = SelectField(_("Hvorfor det sluttet"))
    decision_reference = StringField(_("Saksnummer"), [Length(max=REFERENCE_LENGTH)])
    reason = TextAreaField(
        _("Hvorfor føres det først nå?"),
        [Filled(_("Skriv hvorfor. Grunnen blir stående i hendelsesloggen.")), Length(max=500)],
    )

    @property
    def to_on(self) -> date | None:
        """The first day after the last."""
        return self.last_on.data + timedelta(days=1) if self.last_on.data else None


class PersonDetailsForm(Form):
    name = StringField(_("Navn"), [Filled(_("Skriv navnet.")), Length(max=200)])
    gender = SelectField(_("Kjønn i folkeregisteret"))
    birth_date = DateField(_("Fødselsdato"), [Optional()], description=_("Vises aldri utenfor disse sidene."))
    protected = BooleanField(
        _("Har skjermet adresse"), description=_("Bare navnet med vervet vises på de åpne sidene.")
    )
    home_address = StringField(_("Bosted"), [Length(max=200)], description=_("Vises aldri utenfor disse sidene."))
    private_contact = StringField(
        _("Privat telefon eller e-post"), [Length(max=200)], description=_("Vises aldri utenfor disse sidene.")
    )
    office_contact = StringField(_("E-post i vervet"), [Length(max=200)], description=_("Vises på de åpne sidene."))


class AbolitionForm(Form):
    on = DateField(
        _("Første dag uten utvalget"),
        [_CHOOSE_DAY],
        description=_("Alle medlemskap, varaplasser og verv slutter dagen før. Historien blir stående."),
    )
    decision_reference = StringField(
        _("Saksnummer for vedtaket"), [Filled(_("Skriv saksnummeret.")), Length(max=REFERENCE_LENGTH)]
    )
    sure = BooleanField(_("Kommunestyret har vedtatt å legge ned utvalget"), [Filled(_("Bekreft at det er vedtatt."))])
