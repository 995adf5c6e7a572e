"""R-24: when a district can be given a later list deadline, and until when."""

from datetime import date, datetime, timedelta

import pytest

from app.core.clock import OSLO
from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_extension import (
    EnoughLists,
    ExtensionOutOfBounds,
    ListExtension,
    ListsMayStillCome,
    NoExtension,
    arrived_in_time,
    require_extendable,
)

NOON = datetime(2027, 3, 31, 12, tzinfo=OSLO)
LAST = date(2027, 4, 30)
SECOND = timedelta(seconds=1)


@pytest.mark.rule("R-24", "R-50")
def test_a_list_at_the_stroke_of_noon_came_in_time_and_one_a_second_later_did_not() -> None:
    """Three proposals: at 12:00:00, at 12:00:01, and a draft that never came."""
    assert arrived_in_time([NOON, NOON + SECOND, None], NOON) == 1


@pytest.mark.rule("R-24")
@pytest.mark.parametrize("arrived", [0, 1])
@pytest.mark.parametrize("until", [date(2027, 4, 1), LAST])
def test_with_fewer_than_two_lists_the_deadline_can_be_any_day_to_30_april(arrived: int, until: date) -> None:
    require_extendable(RuleSetName.VALGLOVEN_2023, arrived, NOON, LAST, ListExtension(until, date(2027, 3, 31)))


@pytest.mark.rule("R-24")
@pytest.mark.parametrize(
    ("rule_set", "arrived", "until", "decided_on", "refusal"),
    [
        (RuleSetName.VALGLOVEN_2002, 0, LAST, date(2027, 4, 1), NoExtension),
        (RuleSetName.VALGLOVEN_2023, 2, LAST, date(2027, 4, 1), EnoughLists),
        (RuleSetName.VALGLOVEN_2023, 1, LAST, date(2027, 3, 30), ListsMayStillCome),
        (RuleSetName.VALGLOVEN_2023, 1, date(2027, 3, 31), date(2027, 3, 31), ExtensionOutOfBounds),
        (RuleSetName.VALGLOVEN_2023, 1, date(2027, 5, 1), date(2027, 4, 1), ExtensionOutOfBounds),
        (RuleSetName.VALGLOVEN_2023, 1, date(2027, 4, 10), date(2027, 4, 11), ExtensionOutOfBounds),
    ],
    ids=["act of 2002", "two lists", "before the deadline", "no later day", "after 30 April", "decided after it"],
)
def test_no_other_extension_is_lawful(
    rule_set: RuleSetName, arrived: int, until: date, decided_on: date, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        require_extendable(rule_set, arrived, NOON, LAST, ListExtension(until, decided_on))
