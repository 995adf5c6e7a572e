"""The days on which a council was not as the day before."""

import pytest

from app.councils.domain.days_of_change import days_of_change
from app.councils.domain.history import Membership
from app.councils.domain.membership import GroupAffiliation, Role, SuspensionSpell
from tests.domain.councils.councils import TERM, day, deputy, leave, membership, role, seat


@pytest.mark.rule("R-262")
def test_the_first_day_and_each_day_on_which_a_spell_begins_or_no_longer_holds() -> None:
    """Seat 1 changes hands on 1 March 2021; the leave covers August 2021 alone; the chair begins on 15 January 2022."""
    spells = membership(
        seat(1, "2020-01-01", "2021-03-01"),
        seat(2, "2021-03-01"),
        deputy(3, 1, "2020-01-01", "2022-06-01"),
        role(2, Role.CHAIR, "2022-01-15"),
        leave(2, "2021-08-01", "2021-09-01"),
    )
    days = ("2020-01-01", "2021-03-01", "2021-08-01", "2021-09-01", "2022-01-15", "2022-06-01")
    assert days_of_change(spells, TERM) == tuple(map(day, days))


@pytest.mark.rule("R-254", "R-261", "R-262")
def test_suspensions_and_changes_of_group_count_too() -> None:
    spells = Membership(
        suspensions=(SuspensionSpell(1, day("2021-02-01"), None),),
        affiliations=(GroupAffiliation(1, "Uavhengig", day("2021-05-01"), day("2021-06-01")),),
    )
    assert days_of_change(spells, TERM) == tuple(map(day, ("2020-01-01", "2021-02-01", "2021-05-01", "2021-06-01")))


@pytest.mark.rule("R-262")
def test_the_end_of_the_term_is_no_day_of_it() -> None:
    """The term runs up to, but not with, 1 January 2024; a term without spells has its first day."""
    assert days_of_change(membership(seat(1, "2020-01-01", "2024-01-01")), TERM) == (day("2020-01-01"),)
    assert days_of_change(Membership(), TERM) == (day("2020-01-01"),)
