"""The forms of absences and of the deputies' answers."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from app.core.forms import Filled, Form, choice


class AbsenceForm(Form):
    person = SelectField(_("Hvem har forfall?"), [Filled(_("Velg en person."))])
    note = StringField(
        _("Merknad"),
        [Length(max=200, message=_("Teksten er for lang."))],
        description=_("Bare for sekretæren, og ikke om helse. Vises aldri utenfor."),
    )

    def offer(self, members: Iterable[tuple[int, str]]) -> "AbsenceForm":
        """With the members to choose from."""
        self.person.choices = [choice("", str(_("Velg"))), *(choice(str(key), name) for key, name in members)]
        return self


class WithdrawForm(Form):
    person = IntegerField(validators=[InputRequired()])


class AnswerForm(Form):
    absent = IntegerField(validators=[InputRequired()])
    deputy = IntegerField(validators=[InputRequired()])
    answer = HiddenField()
