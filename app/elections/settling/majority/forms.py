"""The forms of a majority election."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Regexp

from app.core.forms import Filled, Form, choice
from app.elections.domain.majority_entries import Ruling
from app.elections.settling.majority.texts import ruling_text

MOST_BALLOTS = 500


class BatchForm(Form):
    code = StringField(
        _("Bunkens navn"),
        [
            InputRequired(_("Skriv hva bunken heter.")),
            Regexp(r"^[A-Za-z0-9ÆØÅæøå_-]{1,20}$", message=_("Bruk høyst 20 bokstaver og sifre.")),
        ],
    )
    ballots = IntegerField(
        _("Stemmesedler i bunken"),
        [
            InputRequired(_("Skriv hvor mange det er.")),
            NumberRange(1, MOST_BALLOTS, _("En bunke har fra 1 til 500 stemmesedler.")),
        ],
    )


class TypingForm(Form):
    text = TextAreaField(
        _("Stemmesedlene, én på hver linje"),
        [Filled(_("Skriv stemmesedlene.")), Length(max=200_000, message=_("Teksten er for lang."))],
        description=_(
            "Navnene i rekkefølge med semikolon mellom: Kari Lie; Ola Vik. Har velgeren skilt ut varamedlemmer, "
            "står de etter en strek: Kari Lie | Per Dal. Skriv ? for et navn som ikke kan leses."
        ),
    )


class RulingForm(Form):
    name = SelectField(_("Navnet slik det er skrevet"), [InputRequired(_("Velg et navn."))])
    ruling = RadioField(_("Hva valgstyret sier"), [InputRequired(_("Velg hva valgstyret sier."))])
    person = StringField(_("Hvem det er, hvis det er en annen skrivemåte"), [Length(max=200)])
    reason = StringField(_("Begrunnelse"), [Filled(_("Skriv hvorfor.")), Length(max=500)])

    def offer(self, names: Iterable[str]) -> "RulingForm":
        """With the names that are written, and what can be said of them."""
        self.name.choices = [choice("", _("Velg")), *(choice(name, name) for name in names)]
        self.ruling.choices = [choice(each, ruling_text(each)) for each in Ruling]
        return self
