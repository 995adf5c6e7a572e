"""Size and name of a council."""

from datetime import date

import pytest

from app.councils.domain.council_setup import SetupFault, has_designation, setup_findings

CONSTITUTED = date(2019, 10, 23)
BERGEN = date(2020, 1, 1)


@pytest.mark.rule("R-5")
@pytest.mark.parametrize(
    ("seats", "enough"), [(2, False), (3, True), (7, True), (13, True), (14, True), (15, True), (17, True)]
)
def test_a_council_has_at_least_three_members_and_need_not_be_odd(seats: int, enough: bool) -> None:
    faults = [each.fault for each in setup_findings("Fana bydelsutvalg", seats, BERGEN, CONSTITUTED)]
    assert faults == ([] if enough else [SetupFault.TOO_FEW_MEMBERS])


@pytest.mark.rule("R-6")
@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Fana bydelsutvalg", True),
        ("Bydelsutvalget i Fana", True),
        ("Kommunedelsutvalg Tverlandet", True),
        ("Fana bydelsutval", True),
        ("Fana bydelsstyre", False),
        ("Fana utvalg", False),
    ],
)
def test_the_name_has_the_statutory_designation(name: str, named: bool) -> None:
    assert has_designation(name, BERGEN, CONSTITUTED) is named


@pytest.mark.rule("R-6", "R-12")
def test_a_board_of_before_the_act_may_be_called_so() -> None:
    assert has_designation("Fana bydelsstyre", date(2019, 10, 22), CONSTITUTED)
    assert not has_designation("Fana bydelsstyre", date(2019, 10, 23), CONSTITUTED)


@pytest.mark.rule("R-5", "R-6")
def test_everything_that_is_not_in_order_is_told_at_once() -> None:
    found = [(each.rule, each.found) for each in setup_findings("Fana styre", 2, BERGEN, CONSTITUTED)]
    assert found == [("R-5", "2"), ("R-6", "Fana styre")]
