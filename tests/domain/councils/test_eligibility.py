"""Who can be elected to a district council: residence, age, positions, and the municipality's own rules."""

from dataclasses import replace
from datetime import date

import pytest

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.eligibility import (
    Conditions,
    Ineligibility,
    Ineligible,
    Person,
    Position,
    PositionHeld,
    ineligibility,
    must_accept,
)

TAKES_OFFICE = date(2020, 1, 1)
APPOINTED = Conditions(CouncilBasis.APPOINTED, "fana", TAKES_OFFICE)
ELECTED = Conditions(CouncilBasis.DIRECTLY_ELECTED, "fana", TAKES_OFFICE)
RESIDENT = Person(resident_in_municipality=True, district="asane")
MINOR = replace(RESIDENT, has_voting_right=False, under_voting_age=True)

both = pytest.mark.parametrize("council", [APPOINTED, ELECTED], ids=["appointed", "elected"])


def reasons(person: Person, council: Conditions) -> list[Ineligible]:
    return [each.reason for each in ineligibility(person, council)]


@pytest.mark.rule("R-35", "R-36")
@both
def test_one_who_lives_in_the_municipality_can_be_elected_in_any_district(council: Conditions) -> None:
    assert reasons(RESIDENT, council) == []


@pytest.mark.rule("R-35")
@both
def test_one_who_lives_elsewhere_or_may_not_vote_cannot(council: Conditions) -> None:
    assert reasons(replace(RESIDENT, resident_in_municipality=False), council) == [Ineligible.NOT_RESIDENT]
    assert reasons(replace(RESIDENT, has_voting_right=False), council) == [Ineligible.NO_VOTING_RIGHT]


@pytest.mark.rule("R-36")
@both
def test_with_a_residence_restriction_only_those_of_the_district_can(council: Conditions) -> None:
    restricted = replace(council, residence_restriction=True)
    assert ineligibility(RESIDENT, restricted) == (Ineligibility(Ineligible.OTHER_DISTRICT, "R-36", "asane"),)
    assert reasons(replace(RESIDENT, district="fana"), restricted) == []


@pytest.mark.rule("R-37")
def test_one_under_voting_age_can_be_appointed_and_need_not_accept() -> None:
    assert reasons(MINOR, APPOINTED) == []
    assert not must_accept(MINOR, APPOINTED)
    assert must_accept(replace(MINOR, consents=True), APPOINTED)


@pytest.mark.rule("R-37")
def test_one_under_voting_age_cannot_be_elected_directly_unless_it_is_allowed() -> None:
    assert reasons(MINOR, ELECTED) == [Ineligible.UNDER_VOTING_AGE]
    allowed = replace(ELECTED, allow_underage_direct=True)
    assert reasons(MINOR, allowed) == []
    assert not must_accept(MINOR, allowed)


@pytest.mark.rule("R-38")
@both
@pytest.mark.parametrize("position", list(Position))
def test_the_excluded_positions(position: Position, council: Conditions) -> None:
    """The municipal act's list, with the control committee's secretariat that the election acts do not have."""
    held = replace(RESIDENT, positions=(PositionHeld(position),))
    assert ineligibility(held, council) == (Ineligibility(Ineligible.EXCLUDED_POSITION, "R-38", position.value),)


@pytest.mark.rule("R-39")
@pytest.mark.parametrize(
    ("left_on", "excluded"),
    [(date(2019, 12, 31), False), (TAKES_OFFICE, False), (date(2020, 1, 2), True), (None, True)],
    ids=["left before", "first day without it is the council's first day", "a day too late", "kept"],
)
def test_a_position_left_when_the_council_takes_office_excludes_nobody(left_on: date | None, excluded: bool) -> None:
    held = replace(RESIDENT, positions=(PositionHeld(Position.AUDITOR, left_on),))
    assert bool(reasons(held, APPOINTED)) is excluded


@pytest.mark.rule("R-40")
@both
def test_the_control_committee_is_kept_out_of_councils_with_power_to_decide(council: Conditions) -> None:
    member = replace(RESIDENT, in_control_committee=True)
    assert reasons(member, council) == []
    assert reasons(member, replace(council, has_decision_power=True)) == [Ineligible.CONTROL_COMMITTEE]
    (told,) = ineligibility(member, replace(council, has_decision_power=None))
    assert (told.reason, told.rule, told.is_by_law) == (Ineligible.CONTROL_COMMITTEE_PERHAPS, "R-40", False)


@pytest.mark.rule("R-42")
def test_only_those_who_consented_in_writing_must_accept_an_appointment() -> None:
    assert not must_accept(RESIDENT, APPOINTED)
    assert must_accept(replace(RESIDENT, consents=True), APPOINTED)
    assert must_accept(RESIDENT, ELECTED)


@pytest.mark.rule("R-44")
def test_a_local_rule_steers_whom_one_appoints_and_never_an_election() -> None:
    """Bergen's decision of 2018: no permanent members of the city council."""
    rule = frozenset({"city_council_member"})
    member = replace(RESIDENT, offices=("city_council_member", "school_board"))
    (found,) = ineligibility(member, replace(APPOINTED, local_incompatibility=rule))
    assert (found.reason, found.about) == (Ineligible.LOCAL_INCOMPATIBILITY, "city_council_member")
    assert not found.is_by_law
    assert reasons(member, replace(ELECTED, local_incompatibility=rule)) == []


@pytest.mark.rule("R-35", "R-38")
def test_every_reason_is_told_and_not_only_the_first() -> None:
    person = Person(resident_in_municipality=False, positions=(PositionHeld(Position.BRANCH_HEAD),))
    found = ineligibility(person, APPOINTED)
    assert [each.reason for each in found] == [Ineligible.NOT_RESIDENT, Ineligible.EXCLUDED_POSITION]
    assert all(each.is_by_law for each in found)
