"""The settings of one election: what the municipality may decide where the law is silent, with default and limits.

Settings that decide results must be the same for all lists and fixed before the list deadline. Those that a settlement
from files alone could not know (``fixed``) stay at their default: nobody outside could check what came of another.

Rules: R-14, R-24, R-36, R-37, R-43, R-56, R-57, R-65, R-68, R-107, R-113, R-114, R-139, R-155, and the register K.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName

NO, YES = "false", "true"


class SettingName(StrEnum):
    """The settings by their names in the register."""

    SUNDAY_VOTING = "sunday_voting"
    EXTENSION_SCOPE = "extension_scope"
    RESIDENCE_RESTRICTION = "residence_restriction"
    ALLOW_UNDERAGE_DIRECT = "allow_underage_direct"
    DIRECT_CONSENT_MODEL = "direct_consent_model"
    MULTI_DISTRICT_CANDIDACY = "multi_district_candidacy"
    PARTY_WITHOUT_BRANCH = "party_without_branch"
    BOARD_SIGNER_SCOPE = "board_signer_scope"
    BONUS_FOLLOWS = "bonus_follows"
    BALLOT_COLOUR = "ballot_colour"
    BALLOT_SAMPLE = "ballot_sample"
    BONUS_MAX_SMALL = "bonus_max_small"
    BONUS_EVEN_SIZE = "bonus_even_size"
    WRITEIN_CAP_AT_SEATS = "writein_cap_at_seats"
    WRITEIN_REQUIRES_ELIGIBLE = "writein_requires_eligible"
    WRITEIN_OWN_LIST = "writein_own_list"
    WRITEIN_OVERFLOW = "writein_overflow"
    LOT_MODE = "lot_mode"
    FOREIGN_BALLOT_POLICY = "foreign_ballot_policy"
    COUNT_DIFFERENCE_PERCENT = "count_difference_percent"
    COUNT_DIFFERENCE_BALLOTS = "count_difference_ballots"
    BLANK_OR_REJECTED_PERCENT = "blank_or_rejected_percent"
    SHARE_POINTS = "share_points"


@dataclass(frozen=True, slots=True)
class SettingRule:
    """A setting: the rule behind it, its default (first of ``allowed``), and what can be decided instead.

    ``locks``: it decides who may stand or who is elected, so it is locked at the list deadline. ``fixed``: only the
    default can be had. ``only_in``: the act it belongs to, when it belongs to one.
    """

    name: SettingName
    rule: str
    allowed: tuple[str, ...]
    locks: bool = True
    fixed: bool = False
    only_in: RuleSetName | None = None

    @property
    def default(self) -> str:
        """What holds when nothing is decided."""
        return self.allowed[0]

    @property
    def is_chosen(self) -> bool:
        """Whether it is locked at what somebody chose, and so stands in the record."""
        return self.locks and not self.fixed

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be chosen, the default first."""
        return self.allowed[:1] if self.fixed else self.allowed


SETTINGS: tuple[SettingRule, ...] = (
    SettingRule(SettingName.SUNDAY_VOTING, "R-14", (NO, YES), locks=False),
    SettingRule(SettingName.EXTENSION_SCOPE, "R-24", ("district", "municipality"), only_in=RuleSetName.VALGLOVEN_2023),
    SettingRule(SettingName.RESIDENCE_RESTRICTION, "R-36", ("none", "district")),
    SettingRule(SettingName.ALLOW_UNDERAGE_DIRECT, "R-37", (NO, YES)),
    SettingRule(SettingName.DIRECT_CONSENT_MODEL, "R-37", ("opt_out", "written")),
    SettingRule(SettingName.MULTI_DISTRICT_CANDIDACY, "R-43", ("warn", "forbid", "allow")),
    SettingRule(SettingName.PARTY_WITHOUT_BRANCH, "R-57", ("signatures", "board")),
    SettingRule(SettingName.BOARD_SIGNER_SCOPE, "R-57", ("municipality", "district")),
    SettingRule(SettingName.BONUS_FOLLOWS, "R-65", ("list_decides", "place", "person")),
    SettingRule(SettingName.BALLOT_COLOUR, "R-68", ("green", "yellow", "orange", "grey"), locks=False),
    SettingRule(SettingName.BALLOT_SAMPLE, "R-115", (NO, YES), locks=False),
    SettingRule(SettingName.BONUS_MAX_SMALL, "R-56", ("0", "1", "2", "3", "4"), fixed=True),
    SettingRule(SettingName.BONUS_EVEN_SIZE, "R-56", ("lower", "upper"), fixed=True),
    SettingRule(SettingName.WRITEIN_CAP_AT_SEATS, "R-113", (YES, NO), fixed=True),
    SettingRule(SettingName.WRITEIN_REQUIRES_ELIGIBLE, "R-114", (YES, NO), fixed=True),
    SettingRule(SettingName.WRITEIN_OWN_LIST, "R-114", ("ignore", "as_mark"), fixed=True),
    SettingRule(SettingName.WRITEIN_OVERFLOW, "R-114", ("first_valid", "none"), fixed=True),
    SettingRule(SettingName.LOT_MODE, "R-155", ("manual", "random_with_record"), fixed=True),
    SettingRule(SettingName.FOREIGN_BALLOT_POLICY, "R-107", ("route", "local")),
    SettingRule(SettingName.COUNT_DIFFERENCE_PERCENT, "R-139", ("2", "1", "3", "5"), locks=False),
    SettingRule(SettingName.COUNT_DIFFERENCE_BALLOTS, "R-139", ("15", "5", "10", "25"), locks=False),
    SettingRule(SettingName.BLANK_OR_REJECTED_PERCENT, "R-139", ("3", "1", "2", "5"), locks=False),
    SettingRule(SettingName.SHARE_POINTS, "R-139", ("20", "10", "15", "30"), locks=False),
)

RULE_OF = {each.name: each for each in SETTINGS}


@dataclass(unsafe_hash=True)
class SettingNotOffered(DomainError):
    """The setting cannot have this value."""

    setting: str
    value: str
    offered: tuple[str, ...]
    rule: str


@dataclass(unsafe_hash=True)
class SettingsLocked(DomainError):
    """These settings decide who stands or who is elected, and the list deadline is past."""

    settings: tuple[str, ...]
    locked_at: datetime
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds in one election: what was decided, else the default."""

    rule_set: RuleSetName
    decided: Mapping[SettingName, str] = field(default_factory=dict)

    def __getitem__(self, name: SettingName) -> str:
        return self.decided.get(name, RULE_OF[name].default)

    def is_on(self, name: SettingName) -> bool:
        """The answer to a yes-or-no setting."""
        return self[name] == YES

    def whole(self, name: SettingName) -> int:
        """A setting that is a number."""
        return int(self[name])

    def all(self) -> dict[SettingName, str]:
        """Every setting that belongs to the act, in the order of the register."""
        return {rule.name: self[rule.name] for rule in settings_under(self.rule_set)}


def settings_under(rule_set: RuleSetName) -> tuple[SettingRule, ...]:
    """The settings that belong to an election under the act."""
    return tuple(each for each in SETTINGS if each.only_in in (None, rule_set))


def changed(before: Settings, wanted: Mapping[SettingName, str]) -> dict[SettingName, str]:
    """Those of the wanted settings that are not as before."""
    return {name: value for name, value in wanted.items() if before[name] != value}


def require_offered(wanted: Mapping[SettingName, str]) -> None:
    """Refuses a value that the setting cannot have.

    Rules: the settings register K.
    """
    for name, value in wanted.items():
        rule = RULE_OF[name]
        if value not in rule.offered:
            raise SettingNotOffered(name, value, rule.offered, rule.rule)


def require_unlocked(changing: Iterable[SettingName], locked_at: datetime | None, at: datetime) -> None:
    """Refuses to change what decides the election once the last moment for lists is past; None: no such moment.

    Rules: the last line of the settings register K.
    """
    locked = [name for name in changing if RULE_OF[name].locks]
    if locked and locked_at and at > locked_at:
        raise SettingsLocked(tuple(locked), locked_at, tuple(dict.fromkeys(RULE_OF[name].rule for name in locked)))
