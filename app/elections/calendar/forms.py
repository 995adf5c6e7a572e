"""The forms of the calendar: what is done, and the days the municipality sets itself."""

from flask_babel import lazy_gettext as _
from wtforms import DateField, RadioField, StringField
from wtforms.validators import InputRequired, Length, Optional

from app.core.forms import Filled, Form, choice


class DoneForm(Form):
    done_on = DateField(_("Dagen det ble gjort"), [InputRequired(_("Skriv dagen det ble gjort."))])
    reference = StringField(
        _("Saksnummer"), [Length(max=80, message=_("Teksten er for lang."))], render_kw={"autocomplete": "off"}
    )


class DayForm(Form):
    day = DateField(_("Dagen som er satt"), [Optional()], description=_("Tomt: dagen tas bort."))


class ShiftForm(Form):
    """Whether a day moves past days off, where that is left open."""

    shiftable = RadioField(
        _("Når dagen faller på en lørdag eller helligdag"), [InputRequired(_("Velg ett av svarene."))]
    )

    def offer(self) -> "ShiftForm":
        """With the two answers."""
        self.shiftable.choices = [choice("no", _("står den")), choice("yes", _("flyttes den til neste virkedag"))]
        return self


class PostponementForm(Form):
    election_day = DateField(_("Ny valgdag"), [InputRequired(_("Skriv den nye valgdagen."))])
    decision = StringField(
        _("Vedtaket"),
        [Filled(_("Skriv hvilket vedtak det er.")), Length(max=200, message=_("Teksten er for lang."))],
        description=_("Kongens vedtak med dato, for eksempel: kongelig resolusjon 10. september 2027."),
    )
