"""The forms of setting up an election: one sitting, one button. What was typed is never lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, DateField, Field, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, StopValidation

from app.core.forms import Form, choice
from app.elections.domain.election import RuleSetName
from app.elections.domain.election_plan import FEWEST_SEATS, MOST_SEATS, ElectionPlan, PlannedContest
from app.elections.domain.settings import SettingName, Settings, settings_under
from app.elections.setting_up.queries import OfferedDistrict
from app.elections.setting_up.texts import setting_help, setting_title, value_text

STANDS, SEATS, CODE, POWER = "bydel-", "plasser-", "kode-", "myndighet-"
SETTING = "innstilling-"


class NeededWhenStanding:
    """A figure or code that only a district that takes part must have."""

    field_flags: Mapping[str, object] = {}

    def __init__(self, prefix: str, missing: object) -> None:
        self.prefix, self.missing = prefix, missing

    def __call__(self, form: Form, field: Field) -> None:
        if any(str(each).strip() for each in field.raw_data or ()):
            return
        field.errors = []
        stands = form[f"{STANDS}{field.name.removeprefix(self.prefix)}"].data
        raise StopValidation(str(self.missing)) if stands else StopValidation


class PlanForm(Form):
    """``districts`` are those offered, in order; ``rule_set`` decides which settings are asked for."""

    name = StringField(
        _("Navn på valget"), [InputRequired(_("Skriv et navn.")), Length(max=200, message=_("Teksten er for lang."))]
    )
    election_day = DateField(
        _("Valgdag"),
        [InputRequired(_("Skriv valgdagen."))],
        description=_("Mandagen i september som Kongen har fastsatt. Dagen avgjør hvilken valglov som gjelder."),
    )
    districts: tuple[OfferedDistrict, ...] = ()
    settings: tuple[SettingName, ...] = ()

    def plan(self) -> ElectionPlan:
        """What was typed, as a plan."""
        day = self.election_day.data
        assert day is not None  # required by the form
        contests = tuple(self._contest(each) for each in self.districts if self[f"{STANDS}{each.id}"].data)
        return ElectionPlan((self.name.data or "").strip(), day, contests, self.decided())

    def decided(self) -> dict[SettingName, str]:
        """The settings as they were answered."""
        return {name: str(self[f"{SETTING}{name}"].data) for name in self.settings}

    def setting_fields(self) -> Iterator[Field]:
        """The settings' fields, in the order of the register."""
        return (self[f"{SETTING}{name}"] for name in self.settings)

    def _contest(self, each: OfferedDistrict) -> PlannedContest:
        return PlannedContest(
            each.id,
            each.name,
            (self[f"{CODE}{each.id}"].data or "").strip(),
            self[f"{SEATS}{each.id}"].data or 0,
            has_decision_power=bool(self[f"{POWER}{each.id}"].data),
        )


class SettingsForm(Form):
    """The settings alone. ``settings`` are those asked for."""

    settings: tuple[SettingName, ...] = ()

    def decided(self) -> dict[SettingName, str]:
        """The settings as they were answered."""
        return {name: str(self[f"{SETTING}{name}"].data) for name in self.settings}

    def setting_fields(self) -> Iterator[Field]:
        """The settings' fields, in the order of the register."""
        return (self[f"{SETTING}{name}"] for name in self.settings)


def plan_form(
    districts: Sequence[OfferedDistrict], settings: Settings, name: str, election_day: object = None
) -> PlanForm:
    """The form for these districts, filled with what is offered."""
    fields: dict[str, object] = {"districts": tuple(districts), **_setting_fields(settings)}
    for each in districts:
        fields[f"{STANDS}{each.id}"] = BooleanField(each.name, default=each.stands)
        fields[f"{SEATS}{each.id}"] = _seats(each)
        fields[f"{CODE}{each.id}"] = _code(each)
        title = gettext("Utvalget i %(district)s har delegert avgjørelsesmyndighet", district=each.name)
        fields[f"{POWER}{each.id}"] = BooleanField(title, default=each.has_decision_power)
    form = type("OfferedPlanForm", (PlanForm,), fields)(data={"name": name, "election_day": election_day})
    assert isinstance(form, PlanForm)
    return form


def settings_form(settings: Settings) -> SettingsForm:
    """The form for the settings that can be chosen, at what holds now."""
    form = type("OfferedSettingsForm", (SettingsForm,), _setting_fields(settings))()
    assert isinstance(form, SettingsForm)
    return form


def _setting_fields(settings: Settings) -> dict[str, object]:
    offered = [rule for rule in settings_under(RuleSetName(settings.rule_set)) if not rule.fixed]
    fields: dict[str, object] = {"settings": tuple(rule.name for rule in offered)}
    for rule in offered:
        fields[f"{SETTING}{rule.name}"] = SelectField(
            setting_title(rule.name),
            choices=_answers(rule.name, rule.offered),
            default=settings[rule.name],
            description=setting_help(rule),
        )
    return fields


def _answers(name: SettingName, values: Iterable[str]) -> list[tuple[str, str]]:
    return [choice(value, value_text(name, value)) for value in values]


def _seats(each: OfferedDistrict) -> IntegerField:
    missing = gettext("Skriv antall plasser i %(district)s.", district=each.name)
    return IntegerField(
        gettext("Plasser i %(district)s", district=each.name),
        [
            NeededWhenStanding(SEATS, missing),
            NumberRange(
                FEWEST_SEATS,
                MOST_SEATS,
                message=gettext("%(district)s: et utvalg har minst 3 og høyst 199 plasser (R-5).", district=each.name),
            ),
        ],
        default=each.seats,
    )


def _code(each: OfferedDistrict) -> StringField:
    return StringField(
        gettext("Kode for %(district)s", district=each.name),
        [
            NeededWhenStanding(CODE, gettext("Skriv en kode for %(district)s.", district=each.name)),
            Length(max=20, message=gettext("Koden for %(district)s er for lang.", district=each.name)),
        ],
        default=each.code,
    )
