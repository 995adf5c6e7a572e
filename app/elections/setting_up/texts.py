"""Settings and differences in words."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.elections.domain.election import RuleSetName
from app.elections.domain.election_plan import Change, Difference
from app.elections.domain.settings import RULE_OF, SettingName, SettingRule, Settings, settings_under


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """A setting as it is read: what it is about, its rule, what holds, and whether that is the default."""

    name: SettingName
    title: str
    rule: str
    value: str
    default: str
    locks: bool
    fixed: bool

    @property
    def is_default(self) -> bool:
        """Whether nothing else was decided."""
        return self.value == self.default


def setting_title(name: SettingName) -> str:
    """What the setting is about."""
    return {
        SettingName.SUNDAY_VOTING: _("Valgting også på søndagen før valgdagen"),
        SettingName.EXTENSION_SCOPE: _("Utsatt listefrist gjelder"),
        SettingName.RESIDENCE_RESTRICTION: _("Hvem som kan velges"),
        SettingName.ALLOW_UNDERAGE_DIRECT: _("Personer under stemmerettsalder kan stå på lister"),
        SettingName.DIRECT_CONSENT_MODEL: _("Kandidatenes samtykke"),
        SettingName.MULTI_DISTRICT_CANDIDACY: _("Samme person på lister i flere bydeler"),
        SettingName.PARTY_WITHOUT_BRANCH: _("Registrert parti uten lokallag i kommunen"),
        SettingName.BOARD_SIGNER_SCOPE: _("De to styremedlemmene som skriver under for et parti"),
        SettingName.BONUS_FOLLOWS: _("Når en kandidat med stemmetillegg strykes"),
        SettingName.BALLOT_COLOUR: _("Farge på stemmeseddelen"),
        SettingName.BONUS_MAX_SMALL: _("Kandidater med stemmetillegg når utvalget har færre enn 11 plasser"),
        SettingName.BONUS_EVEN_SIZE: _("Stemmetillegg når utvalget har 24 eller 54 plasser"),
        SettingName.WRITEIN_CAP_AT_SEATS: _("Flere slengere enn plasser på én stemmeseddel"),
        SettingName.WRITEIN_REQUIRES_ELIGIBLE: _("Slenger til en kandidat som ikke er valgbar"),
        SettingName.WRITEIN_OWN_LIST: _("Navn fra egen liste i slengerfeltet"),
        SettingName.WRITEIN_OVERFLOW: _("Flere slengere enn det er lov til"),
        SettingName.LOT_MODE: _("Loddtrekning"),
        SettingName.FOREIGN_BALLOT_POLICY: _("Stemmesedler som gjelder en annen bydel"),
        SettingName.COUNT_DIFFERENCE_PERCENT: _("Avvik mellom opptellingene forklares fra (prosent)"),
        SettingName.COUNT_DIFFERENCE_BALLOTS: _("Avvik mellom opptellingene forklares fra (sedler)"),
        SettingName.BLANK_OR_REJECTED_PERCENT: _("Blanke eller forkastede sedler forklares fra (prosent)"),
        SettingName.SHARE_POINTS: _("En listes andel forklares når den avviker fra bydelens med (prosentpoeng)"),
        SettingName.BALLOT_SAMPLE: _("Stikkprøve av endrede stemmesedler før oppgjøret"),
    }[name]


def setting_help(rule: SettingRule) -> str:
    """The rule, whether it is locked, and what the default is."""
    told = [
        _("%(rule)s. Standard: %(default)s.", rule=rule.rule, default=value_text(rule.name, rule.default)),
        _explanation(rule.name),
        _("Låses når listefristen er ute.") if rule.locks else "",
    ]
    return " ".join(filter(None, told))


def value_text(name: SettingName, value: str) -> str:
    """One answer to a setting."""
    yes_no = {"true": _("ja"), "false": _("nei")}
    return {
        SettingName.EXTENSION_SCOPE: {
            "district": _("bare bydeler der færre enn to lister er kommet inn"),
            "municipality": _("alle bydelene"),
        },
        SettingName.RESIDENCE_RESTRICTION: {
            "none": _("alle valgbare i kommunen"),
            "district": _("bare de som bor i bydelen"),
        },
        SettingName.DIRECT_CONSENT_MODEL: {
            "opt_out": _("kandidaten står på listen uten å ha sagt nei innen fristen"),
            "written": _("kandidaten må ha samtykket skriftlig"),
        },
        SettingName.MULTI_DISTRICT_CANDIDACY: {
            "warn": _("lov, men det sies fra"),
            "forbid": _("ikke lov"),
            "allow": _("lov"),
        },
        SettingName.PARTY_WITHOUT_BRANCH: {
            "signatures": _("underskrifter som en uregistrert gruppe"),
            "board": _("to medlemmer av et styre i partiet"),
        },
        SettingName.BOARD_SIGNER_SCOPE: {
            "municipality": _("må ha stemmerett i kommunen"),
            "district": _("må ha stemmerett i bydelen"),
        },
        SettingName.BONUS_FOLLOWS: {
            "list_decides": _("avgjør forslagsstillerne hvem som får stemmetillegget"),
            "place": _("følger stemmetillegget plassen på listen"),
            "person": _("følger stemmetillegget personene som er igjen"),
        },
        SettingName.BALLOT_COLOUR: {
            "green": _("grønn"),
            "yellow": _("gul"),
            "orange": _("oransje"),
            "grey": _("grå"),
        },
        SettingName.BONUS_MAX_SMALL: {"0": _("ingen")},
        SettingName.BONUS_EVEN_SIZE: {"lower": _("som gruppen under"), "upper": _("som gruppen over")},
        SettingName.WRITEIN_CAP_AT_SEATS: {"true": _("teller ikke"), "false": _("kan telle")},
        SettingName.WRITEIN_REQUIRES_ELIGIBLE: {"true": _("teller ikke"), "false": _("teller for listen")},
        SettingName.WRITEIN_OWN_LIST: {"ignore": _("teller ikke"), "as_mark": _("teller som personstemme")},
        SettingName.WRITEIN_OVERFLOW: {"first_valid": _("de første teller"), "none": _("ingen teller")},
        SettingName.LOT_MODE: {
            "manual": _("trekkes i valgstyret"),
            "random_with_record": _("trekkes av systemet og føres"),
        },
        SettingName.FOREIGN_BALLOT_POLICY: {
            "route": _("sendes til bydelen de gjelder, og telles der"),
            "local": _("vurderes i bydelen der de ble lagt i urnen"),
        },
    }.get(name, yes_no).get(value, value)


def shown_settings(settings: Settings) -> tuple[ShownSetting, ...]:
    """Every setting of the election, in the order of the register."""
    return tuple(
        ShownSetting(
            rule.name,
            setting_title(rule.name),
            rule.rule,
            value_text(rule.name, settings[rule.name]),
            value_text(rule.name, rule.default),
            rule.locks,
            rule.fixed,
        )
        for rule in settings_under(settings.rule_set)
    )


def difference_text(difference: Difference) -> str:
    """What is not as in the election before."""
    match difference.change:
        case Change.DISTRICT_NEW:
            return _(
                "%(district)s velger direkte nå, med %(seats)s plasser.",
                district=difference.about,
                seats=difference.now,
            )
        case Change.DISTRICT_GONE:
            return _("%(district)s er ikke med denne gangen.", district=difference.about)
        case Change.SEATS:
            return _(
                "%(district)s har %(now)s plasser, %(before)s sist.",
                district=difference.about,
                now=difference.now,
                before=difference.before,
            )
        case Change.POWER_GIVEN:
            return _("%(district)s har fått delegert avgjørelsesmyndighet.", district=difference.about)
        case Change.POWER_GONE:
            return _("%(district)s har ikke lenger delegert avgjørelsesmyndighet.", district=difference.about)
        case Change.SETTING:
            name = SettingName(difference.about)
            return _(
                "%(setting)s: %(now)s, sist %(before)s.",
                setting=setting_title(name),
                now=value_text(name, difference.now),
                before=value_text(name, difference.before),
            )


def rule_set_text(rule_set: RuleSetName) -> str:
    """The act by its name and year."""
    return {
        RuleSetName.VALGLOVEN_2002: _("valgloven (2002)"),
        RuleSetName.VALGLOVEN_2023: _("valgloven (2023)"),
    }[rule_set]


def titles_of(names: tuple[str, ...]) -> list[str]:
    """The titles of settings, as a refusal names them."""
    return [setting_title(SettingName(name)) if name in RULE_OF else name for name in names]


def _explanation(name: SettingName) -> str:
    return {
        SettingName.EXTENSION_SCOPE: _(
            "Kommunestyret kan utsette fristen til 30. april kl. 12 når færre enn to lister er kommet inn."
        ),
        SettingName.ALLOW_UNDERAGE_DIRECT: _("Valgloven krever stemmerett; kommuneloven gjør også yngre valgbare."),
        SettingName.DIRECT_CONSENT_MODEL: _("Valgloven: den som ikke sier nei innen fristen, kan ikke nekte valg."),
        SettingName.PARTY_WITHOUT_BRANCH: _("Forskriften nevner bare partier med lokallag i kommunen eller bydelen."),
        SettingName.BOARD_SIGNER_SCOPE: _("Forskriften sier ikke hvor styremedlemmene må ha stemmerett."),
        SettingName.BONUS_FOLLOWS: _("Stemmetillegget må stå sammenhengende fra plass 1."),
        SettingName.SUNDAY_VOTING: _("Valgdagen er mandagen. Vedtas av kommunestyret."),
        SettingName.RESIDENCE_RESTRICTION: _("Vedtas av kommunestyret selv, for alle bydelene."),
        SettingName.BALLOT_COLOUR: _(
            "Ikke den samme som ved kommunestyre- og fylkestingsvalget, derfor verken rosa eller blå."
        ),
        SettingName.COUNT_DIFFERENCE_PERCENT: _("Både prosenten og antallet må være nådd."),
        SettingName.COUNT_DIFFERENCE_BALLOTS: _("Både prosenten og antallet må være nådd."),
        SettingName.FOREIGN_BALLOT_POLICY: _(
            "Send dem videre når bydelenes sedler kan brukes utenfor bydelen eller i felles urner."
        ),
        SettingName.MULTI_DISTRICT_CANDIDACY: _("Loven forbyr det ikke når alle i kommunen kan velges."),
    }.get(name, "")
