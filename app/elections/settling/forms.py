"""The forms of the settlement room. What was seen goes along, so that nobody acts on other figures."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from app.core.forms import Filled, Form, choice
from app.elections.domain.eligibility_findings import FindingCause
from app.elections.settling.texts import cause_text

_LONGEST = 4000


def _text(longest: int = _LONGEST) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


class TrialForm(Form):
    """Nothing but the act."""


class ProposeForm(Form):
    seen = HiddenField(validators=[DataRequired()])


class LotForm(Form):
    seen = HiddenField(validators=[DataRequired()])
    seat = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    winner = RadioField(_("Hvilken liste vant loddet?"), [InputRequired(_("Velg listen som vant."))])
    drawn_on = DateField(_("Dagen loddet ble trukket"), [InputRequired(_("Velg en dag."))])
    witnesses = TextAreaField(
        _("Vitner"),
        [Filled(_("Skriv hvem som så loddtrekningen.")), _text()],
        description=_("Minst to navn, ett på hver linje."),
    )

    def offer(self, lists: Iterable[tuple[str, str]]) -> "LotForm":
        """With the tied lists to choose from: code and name; a person is code and name in one."""
        self.winner.choices = [choice(code, name if code == name else f"{code}: {name}") for code, name in lists]
        return self

    def by_name(self) -> "LotForm":
        """Asking for a person instead of a list."""
        self.winner.label.text = _("Hvem vant loddet?")
        return self


class DecisionForm(Form):
    held_on = DateField(_("Møtedag"), [InputRequired(_("Velg en dag."))])
    case_number = StringField(_("Valgstyrets saksnummer"), [Filled(_("Skriv saksnummeret.")), _text(80)])
    members = IntegerField(
        _("Medlemmer i valgstyret"), [InputRequired(_("Skriv hvor mange medlemmer valgstyret har."))]
    )
    present = TextAreaField(
        _("Til stede"),
        [Filled(_("Skriv hvem som var til stede.")), _text()],
        description=_(
            "Medlemmer og varamedlemmer som deltok i vedtaket, ett navn på hver linje. "
            "Minst halvparten må være til stede."
        ),
    )
    confirmed = BooleanField(
        _("Valgstyret har sett tallene og vedtar oppgjøret"),
        [DataRequired(_("Bekreft at valgstyret har sett tallene."))],
    )


class AnnulForm(Form):
    reason = TextAreaField(
        _("Hvorfor oppgjøret oppheves"),
        [Filled(_("Skriv hvorfor oppgjøret oppheves.")), _text()],
        description=_("Begrunnelsen blir stående ved oppgjøret."),
    )


class FindingForm(Form):
    candidate = SelectField(_("Kandidat"), [InputRequired(_("Velg en kandidat."))])
    cause = RadioField(_("Hva er funnet?"), [InputRequired(_("Velg hva som er funnet."))])
    on_day = DateField(_("Fra hvilken dag"), [InputRequired(_("Velg en dag."))])
    source = StringField(
        _("Kilde"),
        [Filled(_("Skriv hvor opplysningen er hentet fra.")), _text(500)],
        description=_("For eksempel «Folkeregisteret 12.09.2023» eller «brev fra kandidaten»."),
    )

    def offer(self, candidates: Iterable[tuple[str, str]]) -> "FindingForm":
        """With the contest's candidates, ``A:3`` and name, and what can be found."""
        self.candidate.choices = [choice("", _("Velg")), *(choice(key, name) for key, name in candidates)]
        self.cause.choices = [choice(cause, cause_text(cause)) for cause in FindingCause]
        return self
