"""The dates and settings that list proposals are judged by, as the election's calendar and settings have them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session, object_session

from app.core.clock import OSLO
from app.core.public_holidays import is_public_holiday
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.elections.calendar.queries import calendar_of, last_moment
from app.elections.domain.calendar_rows import NOON, CalendarRow
from app.elections.domain.calendar_shifts import counted_from, next_working_day
from app.elections.domain.list_proposal import (
    BonusEvenSize,
    BonusFollows,
    ListSettings,
    PartyWithoutBranch,
    Scope,
)
from app.elections.domain.settings import SettingName
from app.elections.lists.models import ListExtensionRow
from app.elections.models import ContestRow
from app.elections.setting_queries import settings_of

DAYS_TO_CORRECT = 7
DAYS_TO_COMPLAIN = 7


@dataclass(frozen=True, slots=True)
class ListDeadlines:
    """When lists close, when the board must have decided, and until when a list could be withdrawn (act of 2002).

    ``decline_by``: the day the board has set for candidates to decline, else the day the lists are decided.
    ``extended``: the municipal council has given the district a later deadline than the others.
    """

    closes_at: datetime
    withdraw_by: datetime | None
    decide_by: date
    decline_by: date
    extended: bool = False


def list_deadlines(contest: ContestRow) -> ListDeadlines:
    """The deadlines of the contest: those of its election, or the later one that its district was given.

    Law: valgloven (2002) §§ 6-1, 6-5, 6-6; valgloven (2023) §§ 5-7, 5-8, 5-9.
    Rules: R-14, R-15, R-24.
    """
    days = {each.row: each for each in calendar_of(_session(contest), contest.election)}
    closes_at = last_moment(days.get(CalendarRow.LIST_DEADLINE))
    decided = days[CalendarRow.LISTS_DECIDED].day
    assert closes_at  # the act gives both a day in every election year
    assert decided
    later = _extended_to(contest)
    declined = days.get(CalendarRow.CANDIDATE_REFUSAL)
    return ListDeadlines(
        closes_at=later or closes_at,
        withdraw_by=last_moment(days.get(CalendarRow.LIST_WITHDRAWAL)),
        decide_by=decided,
        decline_by=(declined.day if declined else None) or decided,
        extended=later is not None,
    )


def _extended_to(contest: ContestRow) -> datetime | None:
    """12:00 on the day the district was given, or on the working day it leads to."""
    row = _session(contest).get(ListExtensionRow, contest.id)
    return datetime.combine(next_working_day(row.until, is_public_holiday).day, NOON, OSLO) if row else None


def list_settings(contest: ContestRow) -> ListSettings:
    """The municipality's settings for list proposals.

    Rules: R-36, R-43, R-56, R-57, R-65.
    """
    decided = settings_of(_session(contest), contest.election)
    return ListSettings(
        bonus_max_small=decided.whole(SettingName.BONUS_MAX_SMALL),
        bonus_even_size=BonusEvenSize(decided[SettingName.BONUS_EVEN_SIZE]),
        party_without_branch=PartyWithoutBranch(decided[SettingName.PARTY_WITHOUT_BRANCH]),
        board_signer_scope=Scope(decided[SettingName.BOARD_SIGNER_SCOPE]),
        residence_restriction=decided[SettingName.RESIDENCE_RESTRICTION] == "district",
        multi_district_candidacy=MultiDistrictCandidacy(decided[SettingName.MULTI_DISTRICT_CANDIDACY]),
        bonus_follows=BonusFollows(decided[SettingName.BONUS_FOLLOWS]),
    )


def answer_by(day: date) -> date:
    """The last day to correct defects told of on ``day``: seven days later.

    Law: valgloven (2023) § 5-10 (3).
    Rules: R-19, R-62.
    """
    return next_working_day(counted_from(day, DAYS_TO_CORRECT, is_public_holiday), is_public_holiday).day


def complain_by(announced_on: date) -> date:
    """The last day to complain about lists announced on ``announced_on``: seven days later.

    Law: valgloven (2002) § 6-8; valgloven (2023) § 16-6 (3).
    Rules: R-14, R-19, R-66.
    """
    return next_working_day(counted_from(announced_on, DAYS_TO_COMPLAIN, is_public_holiday), is_public_holiday).day


def _session(contest: ContestRow) -> Session:
    session = object_session(contest)
    assert session  # rows that are asked about are read from the database
    return session
