"""What must be in order when a council is set up: its size and its name.

Law: kommuneloven (2018) §§ 5-1 (3), 5-7.
Rules: R-5, R-6, R-12.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.law_versions import MunicipalAct, municipal_act

FEWEST_MEMBERS = 3
"""No odd number is asked for and there is no maximum: those rules are for municipal and county councils."""

DESIGNATIONS = ("kommunedelsutvalg", "bydelsutvalg", "kommunedelsutval", "bydelsutval")
"""The act's word, with "by" for "kommune" if one likes; in bokmål and in nynorsk."""

OLD_DESIGNATIONS = (*DESIGNATIONS, "bydelsstyre", "kommunedelsstyre")
"""What bodies could be called before the constituting meeting of autumn 2019."""


class SetupFault(StrEnum):
    """What is not in order."""

    TOO_FEW_MEMBERS = "too_few_members"
    NAME_WITHOUT_DESIGNATION = "name_without_designation"


@dataclass(frozen=True, slots=True)
class SetupFinding:
    """A fault with its rule, and the number or name that is at fault."""

    fault: SetupFault
    rule: str
    found: str


def setup_findings(name: str, seats: int, established_on: date, constituted_on: date) -> tuple[SetupFinding, ...]:
    """All that is not in order; nothing means that the council can be set up.

    ``constituted_on`` is the municipal council's constituting meeting in autumn 2019, from which the act holds.

    Law: kommuneloven (2018) §§ 5-1 (3), 5-7.
    Rules: R-5, R-6.
    """
    few = SetupFinding(SetupFault.TOO_FEW_MEMBERS, "R-5", str(seats))
    unnamed = SetupFinding(SetupFault.NAME_WITHOUT_DESIGNATION, "R-6", name)
    named = has_designation(name, established_on, constituted_on)
    return (() if has_members_enough(seats) else (few,)) + (() if named else (unnamed,))


def has_members_enough(seats: int) -> bool:
    """Whether a council has at least three members.

    Law: kommuneloven (2018) § 5-7.
    Rules: R-5.
    """
    return seats >= FEWEST_MEMBERS


def has_designation(name: str, established_on: date, constituted_on: date) -> bool:
    """Whether a word of the name begins with the statutory designation, in whatever form.

    "Fana bydelsutvalg" and "Bydelsutvalget i Fana" do; "Fana bydelsstyre" only if set up before the act held.

    Law: kommuneloven (2018) § 5-1 (3).
    Rules: R-6, R-12.
    """
    old = municipal_act(established_on, constituted_on) is MunicipalAct.ACT_OF_1992
    return any(word.startswith(OLD_DESIGNATIONS if old else DESIGNATIONS) for word in name.casefold().split())
