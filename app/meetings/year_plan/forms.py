"""The forms of the year plan and of a meeting's frame."""

from collections.abc import Iterable
from datetime import date, datetime, time

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, DateField, IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.clock import OSLO
from app.core.forms import Filled, Form, choice
from app.councils.council_models import Council
from app.meetings.domain.approval import ApprovalMethod
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.taking_part import Capacity
from app.meetings.edit_form import EditForm
from app.meetings.meeting_words import capacity_name
from app.meetings.services.plan import DURATION_MINUTES, MeetingFrame
from app.meetings.texts import form_text, language_text
from app.meetings.year_plan.typed_days import UnreadableDay, typed_days

CLOCK = r"^([01]?\d|2[0-3])[:.][0-5]\d$"
LANGUAGES = ("nb", "nn")


def _short(longest: int = 200) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


def clock_of(text: str) -> time:
    """«18.00» or «18:00», whose shape has been checked."""
    hour, minute = text.replace(".", ":").split(":")
    return time(int(hour), int(minute))


def _clock_field(label: str) -> StringField:
    return StringField(
        label, [Filled(_("Skriv klokkeslettet.")), Regexp(CLOCK, message=_("Skriv klokkeslettet slik: 18.00."))]
    )


def _duration_field() -> IntegerField:
    return IntegerField(
        _("Avsatt tid i minutter"),
        [InputRequired(_("Skriv hvor lenge.")), NumberRange(15, 1440, _("Skriv et tall fra 15 til 1440."))],
        default=DURATION_MINUTES,
    )


class PlanForm(Form):
    """Meetings for several councils at once: the same days and time, each in its own place."""

    councils = SelectMultipleField(
        _("Utvalg"),
        [InputRequired(_("Velg minst ett utvalg."))],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    days = TextAreaField(
        _("Dager"),
        [Filled(_("Skriv minst én dag."))],
        description=_("Én dag på hver linje, slik: 11.3.2025."),
        render_kw={"rows": 6},
    )
    clock = _clock_field(_("Klokkeslett"))
    duration_minutes = _duration_field()
    place = StringField(
        _("Sted"), [_short()], description=_("Tomt: hvert utvalgs faste sted, slik det står i reglementet.")
    )

    def offer(self, councils: Iterable[Council]) -> "PlanForm":
        """With the councils to choose from."""
        self.councils.choices = [choice(each.slug, each.name) for each in councils]
        return self

    def validate_days(self, field: TextAreaField) -> None:
        """Every line is a day."""
        try:
            typed_days(field.data or "")
        except UnreadableDay as wrong:
            raise ValidationError(
                str(_("«%(line)s» er ikke en dag. Skriv slik: 11.3.2025.", line=wrong.line))
            ) from None

    def moments(self) -> list[datetime]:
        """When the meetings begin."""
        clock = clock_of(self.clock.data or "")
        return [datetime.combine(day, clock, OSLO) for day in typed_days(self.days.data or "")]


class FrameForm(EditForm):
    """Where and how a meeting is held."""

    form = SelectField(_("Møteform"), [Filled(_("Velg møteform."))])
    place = StringField(_("Sted"), [Filled(_("Skriv stedet.")), _short()])
    duration_minutes = _duration_field()
    language = SelectField(_("Innkalling og protokoll skrives på"), default="nb")
    secretary = StringField(_("Møtesekretær"), [_short()])
    archive_reference = StringField(_("Arkivreferanse"), [_short(80)])

    def offer(self) -> "FrameForm":
        """With forms and languages to choose from."""
        self.form.choices = [choice(each, form_text(each)) for each in MeetingForm]
        self.language.choices = [choice(each, language_text(each)) for each in LANGUAGES]
        return self

    def frame(self, starts_at: datetime) -> MeetingFrame:
        """What was typed, for a meeting that begins then."""
        return MeetingFrame(
            starts_at,
            (self.place.data or "").strip(),
            MeetingForm(self.form.data),
            self.duration_minutes.data or DURATION_MINUTES,
            self.language.data,
            (self.secretary.data or "").strip(),
            (self.archive_reference.data or "").strip(),
        )


class MoveForm(EditForm):
    day = DateField(_("Ny dag"), [InputRequired(_("Velg en dag."))])
    clock = _clock_field(_("Nytt klokkeslett"))
    place = StringField(_("Nytt sted"), [_short()], description=_("Tomt: samme sted."))
    reason = StringField(_("Grunn"), [Filled(_("Skriv grunnen; den vises i kalendere og på nettet.")), _short()])

    def moment(self) -> datetime:
        """When the meeting is held instead."""
        assert isinstance(self.day.data, date)  # the shape has been checked
        return datetime.combine(self.day.data, clock_of(self.clock.data or ""), OSLO)


class RecipientForm(Form):
    """One outside the council who is summoned."""

    name = StringField(_("Navn"), [Filled(_("Skriv navnet.")), _short()])
    email = StringField(_("E-post"), [_short(254)])
    capacity = SelectField(_("Som"))

    def offer(self) -> "RecipientForm":
        """With capacities to choose from."""
        self.capacity.choices = [choice(each, capacity_name(each)) for each in Capacity if each is not Capacity.MEMBER]
        return self


class CancelForm(EditForm):
    reason = StringField(_("Grunn"), [Filled(_("Skriv grunnen; den vises i kalendere og på nettet.")), _short()])


class RulesForm(Form):
    """What a council's rules say of its meetings, and what its meetings usually are."""

    notice_days = IntegerField(
        _("Dager mellom innkalling og møte"),
        [InputRequired(_("Skriv antall dager.")), NumberRange(1, 60, _("Skriv et tall fra 1 til 60."))],
    )
    approval = SelectField(_("Protokollen godkjennes"))
    remote_allowed = BooleanField(_("Kommunestyret har åpnet for fjernmøter"))
    number_prefix = BooleanField(_("Skriv sakstypen foran saksnummeret, slik: PS 45/25"))
    language = SelectField(_("Innkalling og protokoll skrives på"), default="nb")
    place = StringField(_("Fast møtested"), [_short()])
    secretary = StringField(_("Møtesekretær"), [_short()])
    absence_to = StringField(
        _("Forfall meldes til"), [_short()], description=_("Telefon eller e-post som står i innkallingen.")
    )
    question_time_minutes = IntegerField(
        _("Åpen halvtime før møtet, i minutter"),
        [Optional(), NumberRange(0, 120, _("Skriv et tall fra 0 til 120."))],
        description=_("0: ingen. Holdes før møtet settes."),
        default=0,
    )

    def offer(self) -> "RulesForm":
        """With methods and languages to choose from."""
        self.approval.choices = [
            choice(ApprovalMethod.NEXT_MEETING, str(_("i neste møte"))),
            choice(ApprovalMethod.SIGNATORIES, str(_("av valgte underskrivere"))),
        ]
        self.language.choices = [choice(each, language_text(each)) for each in LANGUAGES]
        return self
