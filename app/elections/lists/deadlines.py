"""The dates that list proposals are judged by, for one contest."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.core.clock import OSLO
from app.elections.domain.list_proposal import ListSettings
from app.elections.models import ContestRow

NOON = time(12)
DAYS_TO_CORRECT = 7
DAYS_TO_COMPLAIN = 7


@dataclass(frozen=True, slots=True)
class ListDeadlines:
    """When lists close, when the board must have decided, and until when a list could be withdrawn (act of 2002)."""

    closes_at: datetime
    withdraw_by: datetime
    decide_by: date


def list_deadlines(contest: ContestRow) -> ListDeadlines:
    """The deadlines of the contest's election: 31 March at 12:00, 20 April at 12:00, 1 June.

    Law: valgloven (2002) §§ 6-1, 6-5, 6-6; valgloven (2023) §§ 5-7, 5-8, 5-9.
    Rules: R-14.
    """
    year = contest.election.election_day.year
    return ListDeadlines(
        datetime.combine(_working_day(date(year, 3, 31)), NOON, OSLO),
        datetime.combine(_working_day(date(year, 4, 20)), NOON, OSLO),
        _working_day(date(year, 6, 1)),
    )


def list_settings(contest: ContestRow) -> ListSettings:
    """The municipality's settings for list proposals."""
    del contest  # every election has the defaults of the register
    return ListSettings()


def answer_by(day: date) -> date:
    """The last day to correct defects told of on ``day``: seven days later.

    Law: valgloven (2023) § 5-10 (3).
    Rules: R-62.
    """
    return _working_day(day + timedelta(days=DAYS_TO_CORRECT))


def complain_by(announced_on: date) -> date:
    """The last day to complain about lists announced on ``announced_on``: seven days later.

    Law: valgloven (2002) § 6-8; valgloven (2023) § 16-6 (3).
    Rules: R-14, R-66.
    """
    return _working_day(announced_on + timedelta(days=DAYS_TO_COMPLAIN))


def _working_day(day: date) -> date:
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day
