"""The settings of an election: defaults, what can be chosen, and what is locked when lists are in."""

from datetime import UTC, datetime

import pytest

from app.elections.domain.election import RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settings import (
    RULE_OF,
    SETTINGS,
    SettingName,
    SettingNotOffered,
    Settings,
    SettingsLocked,
    changed,
    require_offered,
    require_unlocked,
    settings_under,
)

LOCKED_AT = datetime(2027, 3, 31, 10, tzinfo=UTC)
A_SECOND_LATER = datetime(2027, 3, 31, 10, 0, 1, tzinfo=UTC)
ACT_OF_2023 = RuleSetName.VALGLOVEN_2023


def test_each_setting_has_a_rule_a_default_and_something_else_to_choose() -> None:
    assert [each.name for each in SETTINGS] == list(SettingName)
    for each in SETTINGS:
        assert each.rule.startswith("R-")
        assert len(each.allowed) == len(set(each.allowed)) > 1
        assert each.default in each.offered


@pytest.mark.parametrize("rule_set", RuleSetName)
def test_the_defaults_of_what_is_counted_are_those_that_elections_are_settled_by(rule_set: RuleSetName) -> None:
    """Nobody can choose otherwise, so the page tells the truth about every settlement."""
    settings, rules = Settings(rule_set), RULE_SETS[rule_set]
    assert settings.whole(SettingName.BONUS_MAX_SMALL) == rules.bonus_max_small
    assert rules.bonus_maximum(24) == rules.bonus_maximum(23)  # the lower band
    assert settings.is_on(SettingName.WRITEIN_CAP_AT_SEATS) == rules.writein_cap_at_seats
    assert settings.is_on(SettingName.WRITEIN_REQUIRES_ELIGIBLE) == rules.writein_requires_eligible
    assert settings[SettingName.WRITEIN_OWN_LIST] == rules.writein_own_list
    assert settings[SettingName.WRITEIN_OVERFLOW] == rules.writein_overflow
    counted = [each for each in SETTINGS if each.name.startswith(("writein", "bonus_max", "bonus_even"))]
    assert all(each.fixed for each in counted)


def test_what_was_decided_holds_and_the_default_where_nothing_was() -> None:
    settings = Settings(ACT_OF_2023, {SettingName.BALLOT_COLOUR: "grey"})
    assert settings[SettingName.BALLOT_COLOUR] == "grey"
    assert settings[SettingName.RESIDENCE_RESTRICTION] == "none"
    assert changed(settings, {SettingName.BALLOT_COLOUR: "grey", SettingName.SUNDAY_VOTING: "true"}) == {
        SettingName.SUNDAY_VOTING: "true"
    }


@pytest.mark.rule("R-24")
def test_the_extension_belongs_to_the_act_of_2023() -> None:
    names = {each.name for each in settings_under(RuleSetName.VALGLOVEN_2002)}
    assert set(SettingName) - names == {SettingName.EXTENSION_SCOPE}


@pytest.mark.rule("R-68")
@pytest.mark.parametrize(
    ("name", "value"),
    [(SettingName.BALLOT_COLOUR, "pink"), (SettingName.BALLOT_COLOUR, "blue"), (SettingName.WRITEIN_OVERFLOW, "none")],
)
def test_what_cannot_be_chosen_is_refused_with_its_rule(name: SettingName, value: str) -> None:
    with pytest.raises(SettingNotOffered) as refused:
        require_offered({name: value})
    assert (refused.value.rule, refused.value.offered) == (RULE_OF[name].rule, RULE_OF[name].offered)


def test_what_decides_is_locked_a_second_after_the_deadline_and_the_rest_is_not() -> None:
    deciding, other = [SettingName.RESIDENCE_RESTRICTION, SettingName.BONUS_FOLLOWS], [SettingName.BALLOT_COLOUR]
    require_unlocked(deciding, LOCKED_AT, LOCKED_AT)
    require_unlocked(other, LOCKED_AT, A_SECOND_LATER)
    require_unlocked(deciding, None, A_SECOND_LATER)
    with pytest.raises(SettingsLocked) as refused:
        require_unlocked(deciding + other, LOCKED_AT, A_SECOND_LATER)
    assert refused.value.settings == ("residence_restriction", "bonus_follows")
    assert refused.value.rules == ("R-36", "R-65")
