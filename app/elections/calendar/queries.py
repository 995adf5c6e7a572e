"""The calendar of a stored election: its deadlines, what is done, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.auth.queries import may_still
from app.core.clock import OSLO
from app.core.permissions import Permission
from app.core.public_holidays import is_public_holiday, known
from app.elections.calendar.models import (
    CalendarDay,
    CalendarShift,
    CalendarSubscription,
    CalendarTick,
    ElectionPostponement,
)
from app.elections.domain.calendar import Deadline, Standing, by_day, electoral_calendar, shown_by, standing
from app.elections.domain.calendar_rows import CalendarEvent, CalendarFacts, CalendarRow
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_proposal_states import DECIDED
from app.elections.domain.settings import SettingName
from app.elections.domain.states import ElectionState
from app.elections.lists.models import ListAnnouncementRow, ListProposalRow
from app.elections.models import ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.setting_queries import settings_of

OVER = frozenset({ElectionState.VALID, ElectionState.INVALID, ElectionState.ARCHIVED})
"""In these states nothing that was never ticked is asked for."""

_EVENT_OF = {CalendarRow.RECORD_PUBLISHED: CalendarEvent.RECORD_PUBLISHED}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the calendar as it stands: the deadline, what was ticked, if anything, and how far it has come."""

    deadline: Deadline
    tick: CalendarTick | None
    standing: Standing


def calendar_of(session: Session, election: ElectionRow) -> tuple[Deadline, ...]:
    """Every deadline of the election in the order of R-14; none in a year whose holidays nobody knows yet.

    Rules: R-13, R-14.
    """
    if not known(election.election_day.year):
        return ()
    return electoral_calendar(_facts(session, election, ticks_of(session, election.id)))


def deadline(session: Session, election: ElectionRow, row: CalendarRow) -> Deadline | None:
    """One deadline of the election; None where its act, or the election, has no such row.

    Rules: R-14.
    """
    return next((each for each in calendar_of(session, election) if each.row is row), None)


def last_moment(found: Deadline | None) -> datetime | None:
    """The last moment in which a deadline is kept: its clock time, or the end of its day, in Oslo.

    What comes at 12:00:00 is in time for a deadline at 12:00.

    Rules: R-13, R-19, R-50.
    """
    if found is None or found.day is None:
        return None
    return datetime.combine(found.day, found.clock or time.max, OSLO)


def lists_close_at(session: Session, election: ElectionRow) -> datetime | None:
    """When lists must have arrived, and what decides the election is locked. No district's own extension is in it.

    Rules: R-14, R-15, R-50.
    """
    return last_moment(deadline(session, election, CalendarRow.LIST_DEADLINE))


def ticks_of(session: Session, election_id: int) -> dict[CalendarRow, CalendarTick]:
    """What is said to be done, by row. That headings are published is not ticked: the announcements tell."""
    rows = session.scalars(select(CalendarTick).where(CalendarTick.election_id == election_id))
    return {CalendarRow(each.row): each for each in rows if each.row != CalendarRow.HEADINGS_PUBLISHED}


def entries(session: Session, election: ElectionRow, at: datetime) -> list[Entry]:
    """The whole calendar by day, each row with how it stands at this moment; rows without a day last."""
    ticks = ticks_of(session, election.id)
    local, over = at.astimezone(OSLO), ElectionState(election.state) in OVER
    done = ticks.keys() | shown_by(ElectionState(election.state))
    if headings_published_on(session, election.id):
        done |= {CalendarRow.HEADINGS_PUBLISHED}
    return [
        Entry(each, ticks.get(each.row), standing(each, local, done=each.row in done, closed=over))
        for each in by_day(calendar_of(session, election))
    ]


def what_is_next(session: Session, election: ElectionRow, at: datetime) -> tuple[list[Entry], Entry | None]:
    """What is late, and the next deadline that is not done; for the desk."""
    found = entries(session, election, at)
    late = [each for each in found if each.standing is Standing.LATE]
    return late, next((each for each in found if each.standing in (Standing.DUE, Standing.UPCOMING)), None)


def days_set(session: Session, election_id: int) -> dict[CalendarRow, date]:
    """The days that the municipality has set itself."""
    rows = session.execute(select(CalendarDay.row, CalendarDay.day).where(CalendarDay.election_id == election_id))
    return {CalendarRow(row): day for row, day in rows}


def shifts_set(session: Session, election_id: int) -> dict[CalendarRow, bool]:
    """The rows for which the municipality has said whether their day moves past days off (R-17)."""
    rows = session.execute(
        select(CalendarShift.row, CalendarShift.shiftable).where(CalendarShift.election_id == election_id)
    )
    return {CalendarRow(row): shiftable for row, shiftable in rows}


def postponements_of(session: Session, election_id: int) -> Sequence[ElectionPostponement]:
    """Every time the voting was extended or postponed, the first first (R-25)."""
    return session.scalars(
        select(ElectionPostponement)
        .where(ElectionPostponement.election_id == election_id)
        .order_by(ElectionPostponement.number)
    ).all()


def subscription_of(session: Session, election_id: int, holder: str) -> CalendarSubscription | None:
    """The link that somebody has to the election's calendar; None when there is none, or it is revoked."""
    return session.scalar(
        select(CalendarSubscription).where(
            CalendarSubscription.election_id == election_id,
            CalendarSubscription.holder == holder,
            CalendarSubscription.revoked_at.is_(None),
        )
    )


def election_subscribed_to(session: Session, number: int) -> ElectionRow | None:
    """The election of the link with this number, while it is not revoked and its holder may see elections."""
    found = session.get(CalendarSubscription, number)
    if found is None or found.revoked_at or not may_still(session, found.holder, Permission.ELECTIONS_SEE):
        return None
    return session.get(ElectionRow, found.election_id)


def headings_published_on(session: Session, election_id: int) -> date | None:
    """The day the last district's headings were announced; None while a list is undecided or a district is missing.

    Each district's own time to complain runs from its own announcement; this is the election's last.

    Law: valgloven (2002) §§ 6-7, 6-8; valgloven (2023) §§ 5-12, 16-6 (3).
    Rules: R-14, R-66.
    """
    undecided = (
        select(ListProposalRow.id)
        .join(ContestRow, ContestRow.id == ListProposalRow.contest_id)
        .where(ContestRow.election_id == election_id, ListProposalRow.state.not_in(DECIDED))
    )
    if session.scalar(undecided.limit(1)):
        return None
    announced = session.execute(
        select(ListAnnouncementRow.announced_on)
        .select_from(ContestRow)
        .outerjoin(ListAnnouncementRow, ListAnnouncementRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id, ContestRow.lists.any())
    )
    days = list(announced.scalars())
    return max((day for day in days if day), default=None) if None not in days else None


def _facts(session: Session, election: ElectionRow, ticks: Mapping[CalendarRow, CalendarTick]) -> CalendarFacts:
    events = {event: ticks[row].done_on for row, event in _EVENT_OF.items() if row in ticks}
    if decided := _validity_decided_on(session, election.id):
        events[CalendarEvent.VALIDITY_DECIDED] = decided
    if published := headings_published_on(session, election.id):
        events[CalendarEvent.HEADINGS_PUBLISHED] = published
    moved = postponements_of(session, election.id)
    return CalendarFacts(
        rule_set=RuleSetName(election.rule_set),
        election_day=election.election_day,
        is_holiday=is_public_holiday,
        sunday_voting=settings_of(session, election).is_on(SettingName.SUNDAY_VOTING),
        chosen=days_set(session, election.id),
        events=events,
        shiftable=shifts_set(session, election.id),
        ordinary_day=moved[0].day_before if moved else None,
    )


def _validity_decided_on(session: Session, election_id: int) -> date | None:
    return session.scalar(
        select(func.max(ValidityDecisionRow.decided_on))
        .join(ContestRow, ContestRow.id == ValidityDecisionRow.contest_id)
        .where(ContestRow.election_id == election_id)
    )
