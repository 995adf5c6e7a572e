"""The public calendar of an election: the deadlines that concern those who vote, stand, or put up a list."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import OSLO
from app.elections.calendar.models import CalendarDay, CalendarShift, CalendarTick, ElectionPostponement
from app.elections.calendar.queries import calendar_of
from app.elections.domain.calendar import Deadline, by_day
from app.elections.domain.settings import SettingName
from app.elections.lists.deadlines import list_deadlines
from app.elections.lists.models import ListAnnouncementRow, ListExtensionRow, ListProposalRow
from app.elections.models import ElectionRow, ValidityDecisionRow
from app.elections.queries import contests_of
from app.elections.setting_models import ElectionSetting
from app.public.headings import PublishedElection
from app.public.queries import PublicVersion, public_version, published_election


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Deadlines by day: those still to come on ``today``, those that are over, and those whose day is not known yet.

    ``extended``: the districts where lists may come in later than elsewhere, and until when.
    """

    election: PublishedElection
    today: date
    coming: tuple[Deadline, ...]
    over: tuple[Deadline, ...]
    without_day: tuple[Deadline, ...]
    extended: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """What the file for calendar programs is made from."""

    name: str
    address: str
    deadlines: tuple[Deadline, ...]
    made_at: datetime


def calendar_version(session: Session, at: datetime) -> PublicVersion:
    """The version changes with everything public about elections, and with what a calendar is reckoned from."""
    version = public_version(session, at)
    days = session.execute(select(CalendarDay.election_id, CalendarDay.row, CalendarDay.day))
    ticks = session.execute(select(CalendarTick.election_id, CalendarTick.row, CalendarTick.done_on))
    sunday = select(ElectionSetting.election_id, ElectionSetting.value).where(
        ElectionSetting.name == SettingName.SUNDAY_VOTING
    )
    decided = select(ValidityDecisionRow.contest_id, ValidityDecisionRow.decided_on)
    announced = select(ListAnnouncementRow.contest_id, ListAnnouncementRow.announced_on)
    extended = select(ListExtensionRow.contest_id, ListExtensionRow.until)
    shifted = select(CalendarShift.election_id, CalendarShift.row, CalendarShift.shiftable)
    moved = select(ElectionPostponement.election_id, ElectionPostponement.day)
    undecided = select(ListProposalRow.contest_id, ListProposalRow.state)
    others = map(session.execute, (sunday, decided, announced, undecided, extended, shifted, moved))
    known = [sorted(map(tuple, rows)) for rows in (days, ticks, *others)]
    return PublicVersion(hashlib.sha256(f"{version.fingerprint} {known}".encode()).hexdigest(), version.next_release)


def calendar_page(session: Session, address: str, at: datetime) -> CalendarPage | None:
    """The calendar of the election at this address; None when it is not public, or its year's holidays unknown.

    A deadline is over on the day after it.

    Rules: R-14.
    """
    election = published_election(session, address, at)
    found = _public(session, election) if election else ()
    if election is None or not found:
        return None
    today = at.astimezone(OSLO).date()
    return CalendarPage(
        election,
        today,
        coming=tuple(each for each in found if each.day and each.day >= today),
        over=tuple(each for each in found if each.day and each.day < today),
        without_day=tuple(each for each in found if each.day is None),
        extended=_extended(session, election),
    )


def calendar_feed(session: Session, address: str, at: datetime) -> CalendarFeed | None:
    """The same deadlines for a file; None where there is no page."""
    election = published_election(session, address, at)
    found = _public(session, election) if election else ()
    if election is None or not found:
        return None
    made_at = session.get_one(ElectionRow, election.id).created_at
    return CalendarFeed(f"{election.name}, {election.municipality}", address, tuple(found), made_at)


def _extended(session: Session, election: PublishedElection) -> tuple[tuple[str, datetime], ...]:
    contests = contests_of(session, election.id)
    deadlines = [(each.district.name, list_deadlines(each)) for each in contests]
    return tuple((district, found.closes_at) for district, found in deadlines if found.extended)


def _public(session: Session, election: PublishedElection) -> Sequence[Deadline]:
    rows = calendar_of(session, session.get_one(ElectionRow, election.id))
    return by_day([each for each in rows if each.is_public])
