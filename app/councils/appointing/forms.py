"""The forms of the appointment room. Each carries the edit that was read, so that no save overwrites another's."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional, Regexp, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.core.forms import Filled, Form, choice
from app.councils.appointing.texts import (
    basis_text,
    gender_text,
    kind_text,
    position_text,
    seat_method_text,
    several_districts_text,
    voting_form_text,
)
from app.councils.domain.eligibility import Position
from app.councils.domain.gender import Gender
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.proportional_election import VotingForm
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod
from app.councils.domain.several_districts import MultiDistrictCandidacy

MANY = 10_000_000
CODE = [
    Filled(_("Skriv en kode.")),
    Length(max=20, message=_("Koden er for lang.")),
    Regexp(r"^\S+$", message=_("Koden kan ikke ha mellomrom.")),
]


def _text(longest: int = 200) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


class EditForm(Form):
    """``seen`` is the edit that was read when the form was shown."""

    seen = IntegerField(widget=HiddenInput(), validators=[Filled()])


class NewAppointmentForm(Form):
    municipality = SelectField(_("Kommune"), coerce=int)
    name = StringField(_("Navn"), [Filled(_("Skriv et navn.")), _text()])
    term_name = StringField(
        _("Valgperiode"),
        [Filled(_("Skriv valgperioden.")), _text(40)],
        description=_("For eksempel 2023–2027."),
    )
    decided_on = DateField(_("Dagen bystyret velger"), [Filled(_("Skriv dagen."))])
    from_on = DateField(_("Utvalgene tiltrer"), [Filled(_("Skriv dagen."))])
    to_on = DateField(
        _("Første dag etter perioden"),
        [Filled(_("Skriv dagen."))],
        description=_("Utvalgene sitter til og med dagen før."),
    )
    seats = IntegerField(
        _("Plasser i hvert utvalg"),
        [Filled(_("Skriv antallet.")), NumberRange(3, 199)],
        description=_("Kan endres for hvert utvalg etterpå."),
    )
    several_districts = RadioField(
        _("Samme person i flere bydeler"),
        default=MultiDistrictCandidacy.WARN.value,
        validators=[Filled(_("Velg et av svarene."))],
    )
    residence_restriction = BooleanField(_("Bare de som bor i bydelen, kan velges"))
    blank_counts = BooleanField(_("Blanke stemmer regnes som avgitte når leder og nestleder velges"), default=True)
    warn_under = IntegerField(
        _("Si fra når en liste har færre navn enn"),
        [Optional(), NumberRange(0, 199)],
        description=_("Tomt: like mange som plassene."),
    )

    def validate_to_on(self, field: DateField) -> None:
        """The period has a day."""
        if field.data and self.from_on.data and field.data <= self.from_on.data:
            raise ValidationError(_("Perioden må slutte etter at den begynner."))

    def validate_from_on(self, field: DateField) -> None:
        """Nobody takes office before the election."""
        if field.data and self.decided_on.data and field.data < self.decided_on.data:
            raise ValidationError(_("Utvalgene kan ikke tiltre før bystyret har valgt."))

    def offer(self, municipalities: Iterable[tuple[int, str]]) -> "NewAppointmentForm":
        """The choices, in the reader's language."""
        self.municipality.choices = [choice(str(number), name) for number, name in municipalities]
        self.several_districts.choices = [choice(each, several_districts_text(each)) for each in MultiDistrictCandidacy]
        return self


class BasisForm(EditForm):
    method = RadioField(_("Delingstall"), validators=[Filled(_("Velg et av svarene."))])
    basis = RadioField(_("Stemmer som regnes med"), validators=[Filled(_("Velg et av svarene."))])
    key_whole = IntegerField(
        _("Hele tallet i nøkkelen"),
        [Optional(), NumberRange(1, MANY)],
        description=_("Alle forhåndsstemmene som nøkkelen fordeler, for eksempel 1 000."),
    )
    key_published_in = StringField(_("Hvor nøkkelen er publisert"), [_text()])

    def offer(self) -> "BasisForm":
        """The choices, in the reader's language."""
        self.method.choices = [choice(each, seat_method_text(each)) for each in LocalSeatMethod]
        self.basis.choices = [choice(each, basis_text(each)) for each in AllocationBasis]
        return self


class PastedBallotsForm(Form):
    text = TextAreaField(
        _("Lim inn linjer"),
        description=_("bydel;parti;valgdag;forhånd – én linje for hvert parti i hver bydel."),
        render_kw={"rows": 6},
    )
    file = FileField(_("Eller velg en CSV-fil"))


class MethodForm(EditForm):
    proportional_demanded = RadioField(_("Krever noen i bystyret forholdsvalg?"), validators=[Optional()])
    voting_form = RadioField(_("Hvordan det stemmes"), validators=[Optional()])
    unanimous_on_method = RadioField(_("Enstemmig om å bruke avtalevalg?"), validators=[Optional()])
    unanimous_on_nomination = RadioField(_("Enstemmig om innstillingen?"), validators=[Optional()])
    exception = TextAreaField(
        _("Unntak fra kravet om minst 40 prosent av hvert kjønn"),
        [_text(2000)],
        description=_("Skriv begrunnelsen bare når kravet ikke kan oppfylles. Den går inn i vedtaket."),
        render_kw={"rows": 3},
    )

    def offer(self) -> "MethodForm":
        """The choices, in the reader's language."""
        for field in (self.proportional_demanded, self.unanimous_on_method, self.unanimous_on_nomination):
            field.choices = [choice("yes", _("ja")), choice("no", _("nei")), choice("", _("ikke ført inn"))]
        self.voting_form.choices = [
            *(choice(each, voting_form_text(each)) for each in VotingForm),
            choice("", voting_form_text(None)),
        ]
        return self


class NameForm(EditForm):
    """One name. ``person`` is asked when there are persons with the same name."""

    name = StringField(_("Navn"), [Filled(_("Skriv navnet.")), _text()], render_kw={"autocomplete": "off"})
    gender = RadioField(_("Kjønn"), validators=[Optional()])
    birth_date = DateField(_("Fødselsdato"), [Optional()])
    group = SelectField(_("Parti eller gruppe"), [Filled(_("Velg parti eller gruppe."))])
    kind = RadioField(_("Foreslått som"), validators=[Filled(_("Velg et av svarene."))], default="member")
    person = RadioField(_("Hvem mener du?"), validators=[Optional()])

    def offer(self, groups: Iterable[tuple[str, str]]) -> "NameForm":
        """The choices, in the reader's language."""
        self.gender.choices = [choice(each, gender_text(each)) for each in Gender]
        self.group.choices = [choice("", ""), *(choice(code, name) for code, name in groups)]
        self.kind.choices = [choice(each, kind_text(each)) for each in NominationKind]
        self.person.choices = []
        return self


class PastedNamesForm(EditForm):
    text = TextAreaField(
        _("Lim inn navn"),
        [Filled(_("Lim inn minst ett navn."))],
        description=_("navn;k eller m;gruppe;fødselsdato – ett navn på hver linje. Fødselsdatoen kan utelates."),
        render_kw={"rows": 6},
    )
    kind = RadioField(_("Foreslått som"), validators=[Filled(_("Velg et av svarene."))], default="member")

    def offer(self) -> "PastedNamesForm":
        """The choices, in the reader's language."""
        self.kind.choices = [choice(each, kind_text(each)) for each in NominationKind]
        return self


class SeatsForm(EditForm):
    seats = IntegerField(_("Plasser"), [Filled(_("Skriv antallet.")), NumberRange(3, 199)])


class LotForm(EditForm):
    winner = RadioField(_("Hvem vant loddet?"), validators=[Filled(_("Velg hvem som vant."))])

    def offer(self, tied: Iterable[str]) -> "LotForm":
        """Those who are tied."""
        self.winner.choices = [choice(each, each) for each in tied]
        return self


class CheckboxesField(SelectMultipleField):
    """Several answers, each with a box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ListForm(EditForm):
    code = StringField(_("Kode"), CODE)
    name = StringField(_("Listens navn"), [Filled(_("Skriv navnet på listen.")), _text()])
    groups = CheckboxesField(
        _("Listen er for"), [Filled(_("Velg minst én gruppe."))], description=_("Flere: fellesliste.")
    )
    signed_by = CheckboxesField(_("Underskrevet av medlem fra"))
    delivered = BooleanField(_("Levert før valget"))

    def offer(self, groups: Iterable[tuple[str, str]]) -> "ListForm":
        """The groups."""
        offered = [choice(code, name) for code, name in groups]
        self.groups.choices, self.signed_by.choices = offered, offered
        return self


class ListNamesForm(EditForm):
    text = TextAreaField(
        _("Lim inn navn nederst på listen"),
        [Filled(_("Lim inn minst ett navn."))],
        description=_("navn;k eller m;gruppe;fødselsdato – ett navn på hver linje. Uten gruppe: uavhengig."),
        render_kw={"rows": 4},
    )


class FactsForm(EditForm):
    resident = BooleanField(_("Folkeregistrert i kommunen"))
    district = SelectField(_("Bor i bydelen"), coerce=int)
    voting_right = BooleanField(_("Har stemmerett ved kommunestyrevalg"))
    under_voting_age = BooleanField(_("Har ikke nådd stemmerettsalder"))
    position = SelectField(_("Stilling som utelukker"))
    position_left_on = DateField(_("Har sluttet i stillingen fra"), [Optional()])
    in_control_committee = BooleanField(_("Sitter i kontrollutvalget"))

    def offer(self, districts: Iterable[tuple[int, str]]) -> "FactsForm":
        """The choices, in the reader's language."""
        self.district.choices = [choice("0", _("ikke oppgitt")), *(choice(str(each), name) for each, name in districts)]
        self.position.choices = [choice("", _("ingen")), *(choice(each, position_text(each)) for each in Position)]
        return self


class DecisionForm(EditForm):
    decision_reference = StringField(
        _("Saksnummer"),
        [Filled(_("Skriv saksnummeret.")), _text(80)],
        description=_("Bystyrets sak, for eksempel 231/23."),
    )


class DropForm(EditForm):
    reason = StringField(_("Hvorfor oppnevningen skrinlegges"), [Filled(_("Skriv hvorfor.")), _text()])
