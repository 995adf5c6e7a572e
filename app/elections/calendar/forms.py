"""The forms of the calendar: what is done, and the days the municipality sets itself."""

from flask_babel import lazy_gettext as _
from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length, Optional

from app.core.forms import Form


class DoneForm(Form):
    done_on = DateField(_("Dagen det ble gjort"), [InputRequired(_("Skriv dagen det ble gjort."))])
    reference = StringField(
        _("Saksnummer"), [Length(max=80, message=_("Teksten er for lang."))], render_kw={"autocomplete": "off"}
    )


class DayForm(Form):
    day = DateField(_("Dagen som er satt"), [Optional()], description=_("Tomt: dagen tas bort."))
