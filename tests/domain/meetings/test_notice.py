"""Calling a meeting: in time, announced, to everybody."""

from datetime import date

import pytest

from app.meetings.domain.notice import (
    Call,
    CalledAfterMeeting,
    NoticeFinding,
    Shortcoming,
    days_of_notice,
    findings,
    last_day_of_summons,
)
from tests.domain.meetings.meetings import MEETING_DAY, SUMMONED, an_item

SEATS = (1, 2, 3)


def found(call: Call) -> list[Shortcoming]:
    return [each.shortcoming for each in findings(call, SEATS)]


@pytest.mark.rule("R-282")
def test_with_seven_days_the_last_day_is_the_same_weekday_of_the_week_before() -> None:
    """8 May 2025 is a Thursday; so is 1 May, and that it is a holiday changes nothing."""
    assert last_day_of_summons(date(2025, 5, 8)) == date(2025, 5, 1)
    assert last_day_of_summons(date(2025, 5, 8), 10) == date(2025, 4, 28)


@pytest.mark.rule("R-282")
def test_the_day_of_sending_is_not_counted_and_the_day_of_the_meeting_is() -> None:
    assert days_of_notice(date(2025, 12, 29), date(2026, 1, 5)) == 7


@pytest.mark.rule("R-282")
def test_a_summons_after_the_meeting_is_refused() -> None:
    with pytest.raises(CalledAfterMeeting):
        days_of_notice(date(2025, 5, 9), date(2025, 5, 8))


@pytest.mark.rule("R-282")
def test_short_notice_is_told_with_its_days_and_stops_nothing() -> None:
    late = Call(MEETING_DAY, date(2025, 5, 3), date(2025, 5, 3), (), SEATS)
    assert findings(late, SEATS) == (NoticeFinding(Shortcoming.SHORT_NOTICE, 5, 7),)


@pytest.mark.rule("R-283")
def test_the_meeting_is_announced_when_it_is_called_also_when_it_will_be_closed() -> None:
    closed = an_item(exempt_under="offentleglova (2006) § 13", public_title="A case")
    assert found(Call(MEETING_DAY, SUMMONED, SUMMONED, (closed,), SEATS)) == []
    assert found(Call(MEETING_DAY, SUMMONED, None, (closed,), SEATS)) == [Shortcoming.NOT_ANNOUNCED]
    assert found(Call(MEETING_DAY, SUMMONED, MEETING_DAY, (), SEATS)) == [Shortcoming.ANNOUNCED_AFTER_SUMMONS]


@pytest.mark.rule("R-282")
def test_everyone_with_a_seat_is_summoned_and_items_have_their_documents() -> None:
    without = an_item(sent_on=None)
    assert findings(Call(MEETING_DAY, SUMMONED, SUMMONED, (without,), (1, 2)), SEATS) == (
        NoticeFinding(Shortcoming.MEMBER_NOT_SUMMONED, seat=3),
        NoticeFinding(Shortcoming.NO_DOCUMENTS, item="park"),
    )


@pytest.mark.rule("R-283")
def test_an_exempt_item_needs_a_title_that_can_be_announced() -> None:
    bare = an_item(exempt_under="offentleglova (2006) § 13")
    assert found(Call(MEETING_DAY, SUMMONED, SUMMONED, (bare,), SEATS)) == [Shortcoming.NO_PUBLIC_TITLE]
