"""The forms of the minutes room."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from app.core.forms import Filled, Form
from app.meetings.live.frame_acts import CheckboxesField


class FrameForm(Form):
    secretary = StringField(_l("Møtesekretær"), [Filled(_l("Skriv hvem som førte protokollen.")), Length(max=200)])
    place = StringField(_l("Møtested"), [Filled(_l("Skriv hvor møtet var.")), Length(max=200)])


class SignaturesForm(Form):
    chosen = CheckboxesField(_l("Valgt til å skrive under"))
    signed = CheckboxesField(_l("Har skrevet under"))
    on = DateField(_l("Godkjent dag"), [Filled(_l("Velg en dag."))])


class InMeetingForm(Form):
    meeting = SelectField(_l("Godkjent i møte"), [Optional()])


class NoteForm(Form):
    text = TextAreaField(
        _l("Rettelse eller merknad"),
        [Filled(_l("Skriv hva som rettes eller bemerkes.")), Length(max=4000)],
        description=_l("Står datert etter protokollen, som ikke endres. Blir offentlig når protokollen er det."),
    )
