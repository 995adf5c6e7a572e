"""The parent of forms that change a meeting: they carry the edit that was read, so no save overwrites another's."""

from wtforms import IntegerField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from app.core.forms import Form


class EditForm(Form):
    """``seen`` is the edit of the meeting that was read when the form was shown."""

    seen = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
