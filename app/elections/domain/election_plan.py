"""An election as it is planned before lists come in: its day, its districts and seats, and what is decided for it.

Law: kommuneloven (2018) §§ 5-7, 5-8; forskrift om direkte valg til kommunedelsutvalg (2003) § 1.
Rules: R-3, R-4, R-5, R-22.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.local_election_day import require_local_election_day
from app.elections.domain.reserved_codes import is_reserved
from app.elections.domain.settings import SettingName

FEWEST_SEATS, MOST_SEATS = 3, 199
CODE = re.compile("[A-Za-z0-9ÆØÅæøå_-]{1,20}")


@dataclass(frozen=True, slots=True)
class PlannedContest:
    """A district that elects its council directly: the code in addresses and files, the seats, and whether powers are
    delegated to the council (R-40)."""

    district_id: int
    district: str
    code: str
    seats: int
    has_decision_power: bool = False


@dataclass(frozen=True, slots=True)
class ElectionPlan:
    """All that is decided before an election opens for lists. Contests stand in the order of the ballot papers."""

    name: str
    election_day: date
    contests: tuple[PlannedContest, ...]
    settings: Mapping[SettingName, str] = field(default_factory=dict)


@dataclass(unsafe_hash=True)
class NoDistricts(DomainError):
    """No district is to elect its council."""


@dataclass(unsafe_hash=True)
class SeatsNotAllowed(DomainError):
    """A council has at least three members, and no more than files can hold."""

    district: str
    seats: int
    rule: str = "R-5"


@dataclass(unsafe_hash=True)
class CodeNotUsable(DomainError):
    """The code has other signs than files and addresses can hold, or is the address of another page."""

    district: str
    code: str


@dataclass(unsafe_hash=True)
class CodeGivenTwice(DomainError):
    """Two districts have one code."""

    code: str
    districts: tuple[str, ...]


def require_in_order(plan: ElectionPlan) -> None:
    """Refuses a plan that no election can be held by: the first thing that is wrong, in the order of the form.

    Law: kommuneloven (2018) § 5-7; valgloven (2002) §§ 9-1, 9-2; valgloven (2023) § 9-1.
    Rules: R-5, R-22.
    """
    require_local_election_day(plan.election_day)
    if not plan.contests:
        raise NoDistricts
    for each in plan.contests:
        if not FEWEST_SEATS <= each.seats <= MOST_SEATS:
            raise SeatsNotAllowed(each.district, each.seats)
        if not CODE.fullmatch(each.code) or is_reserved(each.code):
            raise CodeNotUsable(each.district, each.code)
    for code, times in Counter(each.code for each in plan.contests).items():
        if times > 1:
            raise CodeGivenTwice(code, tuple(each.district for each in plan.contests if each.code == code))


class Change(StrEnum):
    """What is different from the election before."""

    DISTRICT_NEW = "district_new"
    DISTRICT_GONE = "district_gone"
    SEATS = "seats"
    POWER_GIVEN = "power_given"
    POWER_GONE = "power_gone"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as last time. ``about`` is the district's name or the setting's; numbers are seats."""

    change: Change
    about: str
    before: str = ""
    now: str = ""


def differences(before: ElectionPlan, now: ElectionPlan) -> tuple[Difference, ...]:
    """What is not as in the election before: districts and seats in the order of the plan, then settings.

    Districts are the same when they are the same row of the register, whatever they were called.
    """
    settings = (
        Difference(Change.SETTING, name, before.settings[name], value)
        for name, value in now.settings.items()
        if name in before.settings and before.settings[name] != value
    )
    return (*_districts(before.contests, now.contests), *settings)


def _districts(before: Sequence[PlannedContest], now: Sequence[PlannedContest]) -> Iterator[Difference]:
    then = {each.district_id: each for each in before}
    for each in now:
        known = then.pop(each.district_id, None)
        if known is None:
            yield Difference(Change.DISTRICT_NEW, each.district, now=str(each.seats))
        elif known.seats != each.seats:
            yield Difference(Change.SEATS, each.district, str(known.seats), str(each.seats))
        if known and known.has_decision_power is not each.has_decision_power:
            yield Difference(Change.POWER_GIVEN if each.has_decision_power else Change.POWER_GONE, each.district)
    for gone in then.values():
        yield Difference(Change.DISTRICT_GONE, gone.district, before=str(gone.seats))
