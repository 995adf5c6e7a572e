"""Receipt: to the second, in time or late, and who came first."""

from datetime import timedelta

import pytest

from app.elections.domain.list_findings import Check
from app.elections.domain.list_receipt import by_receipt, is_late, received_first
from tests.domain.lists.proposals import CLOSES_AT, IN_TIME, a_proposal, checked

SECOND = timedelta(seconds=1)


@pytest.mark.rule("R-50")
@pytest.mark.parametrize(("after", "late"), [(-SECOND, False), (timedelta(0), False), (SECOND, True)])
def test_a_list_is_in_time_until_the_stroke_of_twelve_and_late_a_second_after(after: timedelta, late: bool) -> None:
    """The deadline is 31 March 2027, 12:00:00."""
    assert is_late(CLOSES_AT + after, CLOSES_AT) is late
    assert (Check.LATE in checked(a_proposal(received_at=CLOSES_AT + after))) is late


@pytest.mark.rule("R-50")
def test_a_proposal_that_has_not_come_in_is_not_late() -> None:
    assert checked(a_proposal(received_at=None)) == []


@pytest.mark.rule("R-63")
def test_the_list_received_first_keeps_the_person_and_a_second_decides() -> None:
    first, second = a_proposal(key=2, received_at=IN_TIME), a_proposal(key=1, received_at=IN_TIME + SECOND)
    assert received_first([second, first]) == first
    assert by_receipt([a_proposal(key=4, received_at=None), second, first]) == (first, second)


@pytest.mark.rule("R-63")
def test_of_two_in_the_same_second_the_one_entered_first_came_first() -> None:
    assert received_first([a_proposal(key=7), a_proposal(key=3)]) == a_proposal(key=3)
    assert received_first([]) is None
