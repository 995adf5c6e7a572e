"""Who can be elected to a district council, and who must accept: by the municipal act for appointed bodies.

A direct election asks also for the right to vote, by the election act.

Law: kommuneloven (2018) §§ 7-2, 7-3; valgloven (2002) § 3-3; valgloven (2023) § 3-2, § 3-3.
Rules: R-35, R-36, R-37, R-38, R-39, R-40, R-42, R-44.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.basis import CouncilBasis


class Position(StrEnum):
    """A position whose holder is excluded. The municipal act's list, which is the widest and names district councils.

    BRANCH_HEAD: head of an administrative branch, *kommunalsjef*, *etatssjef* and the like, not of a single unit.
    CITY_GOVERNMENT_STAFF: of its secretariat, with delegated power.
    """

    COUNTY_GOVERNOR = "county_governor"
    ASSISTANT_COUNTY_GOVERNOR = "assistant_county_governor"
    MUNICIPAL_DIRECTOR = "municipal_director"
    DEPUTY_MUNICIPAL_DIRECTOR = "deputy_municipal_director"
    BRANCH_HEAD = "branch_head"
    COUNCIL_SECRETARY = "council_secretary"
    ACCOUNTANT = "accountant"
    AUDITOR = "auditor"
    CITY_GOVERNMENT_STAFF = "city_government_staff"
    CONTROL_COMMITTEE_SECRETARIAT = "control_committee_secretariat"


@dataclass(frozen=True, slots=True)
class PositionHeld:
    """An excluded position. ``left_on`` is the first day without it; None when it is kept."""

    position: Position
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """What decides a person's eligibility, as it is on the day that counts.

    ``district`` is the code of the district where the person is registered resident. ``offices`` are those that local
    rules may find incompatible. ``consents``: in writing, to be elected.
    """

    resident_in_municipality: bool
    has_voting_right: bool = True
    under_voting_age: bool = False
    district: str = ""
    positions: tuple[PositionHeld, ...] = ()
    in_control_committee: bool = False
    offices: tuple[str, ...] = ()
    consents: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """The council's own conditions. ``takes_office_on`` is its first day.

    ``has_decision_power``: powers have been delegated to it; None when that is not known here.
    ``local_incompatibility``: offices whose holders the municipality does not appoint; it has no bearing on direct
    elections.
    """

    basis: CouncilBasis
    district: str
    takes_office_on: date
    residence_restriction: bool = False
    has_decision_power: bool | None = False
    allow_underage_direct: bool = False
    local_incompatibility: frozenset[str] = frozenset()


class Ineligible(StrEnum):
    """Why a person cannot be elected. LOCAL_INCOMPATIBILITY is no rule of law: it steers whom one appoints.

    CONTROL_COMMITTEE_PERHAPS: cannot be elected if the council has powers, which is not known here.
    """

    NOT_RESIDENT = "not_resident"
    NO_VOTING_RIGHT = "no_voting_right"
    UNDER_VOTING_AGE = "under_voting_age"
    OTHER_DISTRICT = "other_district"
    EXCLUDED_POSITION = "excluded_position"
    CONTROL_COMMITTEE = "control_committee"
    CONTROL_COMMITTEE_PERHAPS = "control_committee_perhaps"
    LOCAL_INCOMPATIBILITY = "local_incompatibility"


@dataclass(frozen=True, slots=True)
class Ineligibility:
    """One reason, the rule it stands in, and what it concerns: a district, a position or an office."""

    reason: Ineligible
    rule: str
    about: str = ""

    @property
    def is_by_law(self) -> bool:
        """Whether the law itself says so, beyond doubt."""
        return self.reason not in {Ineligible.LOCAL_INCOMPATIBILITY, Ineligible.CONTROL_COMMITTEE_PERHAPS}


def ineligibility(person: Person, council: Conditions) -> tuple[Ineligibility, ...]:
    """Every reason why the person cannot be elected; none means eligible.

    The day that counts is election day in a direct election, and the municipal council's vote for an appointed body.

    Law: kommuneloven (2018) §§ 7-2, 7-3; valgloven (2002) § 3-3; valgloven (2023) § 3-2, § 3-3.
    Rules: R-35, R-36, R-37, R-38, R-39, R-40, R-44.
    """
    return (*_by_residence_and_age(person, council), *_by_position(person, council), *_by_local_rule(person, council))


def must_accept(person: Person, council: Conditions) -> bool:
    """Whether one who is elected cannot refuse.

    Appointed: only those who have consented in writing. In a direct election whoever did not decline by the date set;
    that is looked after when the lists are approved.

    Law: kommuneloven (2018) § 7-2; valgloven (2002) § 3-4; valgloven (2023) § 3-4.
    Rules: R-37, R-42.
    """
    if council.basis is CouncilBasis.DIRECTLY_ELECTED:
        return not person.under_voting_age
    return person.consents


def _by_residence_and_age(person: Person, council: Conditions) -> Iterator[Ineligibility]:
    """Rules: R-35, R-36, R-37."""
    if not person.resident_in_municipality:
        yield Ineligibility(Ineligible.NOT_RESIDENT, "R-35")
    elif council.residence_restriction and person.district != council.district:
        yield Ineligibility(Ineligible.OTHER_DISTRICT, "R-36", person.district)
    if not person.has_voting_right and not person.under_voting_age:
        yield Ineligibility(Ineligible.NO_VOTING_RIGHT, "R-35")
    directly = council.basis is CouncilBasis.DIRECTLY_ELECTED
    if directly and person.under_voting_age and not council.allow_underage_direct:
        yield Ineligibility(Ineligible.UNDER_VOTING_AGE, "R-37")


def _by_position(person: Person, council: Conditions) -> Iterator[Ineligibility]:
    """A position excludes unless it has been left when the council takes office.

    Rules: R-38, R-39, R-40.
    """
    for held in person.positions:
        if held.left_on is None or held.left_on > council.takes_office_on:
            yield Ineligibility(Ineligible.EXCLUDED_POSITION, "R-38", held.position.value)
    if person.in_control_committee and council.has_decision_power:
        yield Ineligibility(Ineligible.CONTROL_COMMITTEE, "R-40")
    elif person.in_control_committee and council.has_decision_power is None:
        yield Ineligibility(Ineligible.CONTROL_COMMITTEE_PERHAPS, "R-40")


def _by_local_rule(person: Person, council: Conditions) -> Iterator[Ineligibility]:
    """Rules: R-44."""
    if council.basis is CouncilBasis.APPOINTED:
        for office in person.offices:
            if office in council.local_incompatibility:
                yield Ineligibility(Ineligible.LOCAL_INCOMPATIBILITY, "R-44", office)
