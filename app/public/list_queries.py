"""Approved lists for the public: nothing of a proposal before it is approved, and never who signed it.

Law: valgloven (2002) §§ 6-6, 6-7; valgloven (2023) § 5-12.
Rules: R-58, R-66.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.lists.deadlines import complain_by
from app.elections.lists.models import ListAnnouncementRow
from app.elections.lists.queries import lists_approved_at
from app.elections.models import ContestRow, ElectionRow
from app.public.headings import ContestHeading, PublishedElection
from app.public.queries import contest_headings, lists_by_contest, published_election
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class Announcement:
    """When a district's headings were announced, where the lists lie, and the last day to complain."""

    announced_on: date
    place: str
    complain_by: date


@dataclass(frozen=True, slots=True)
class DistrictLists:
    """The approved lists of a district, in the order of the ballot papers; perhaps none yet."""

    contest: ContestHeading
    lists: tuple[ShownList, ...]
    announcement: Announcement | None


@dataclass(frozen=True, slots=True)
class ListsPage:
    """All districts with their headings; with candidates where ``district`` is one of them, or in the whole document.

    ``dated``: when the last of the lists was approved.
    """

    election: PublishedElection
    districts: tuple[DistrictLists, ...]
    district: DistrictLists | None = None
    dated: datetime | None = None

    @property
    def contests(self) -> tuple[ContestHeading, ...]:
        """Every district of the election."""
        return tuple(each.contest for each in self.districts)


def lists_page(session: Session, address: str, code: str | None, at: datetime) -> ListsPage | None:
    """The approved lists of an election; those of the district ``code`` with their candidates. None: no such page."""
    election = published_election(session, address, at)
    if election is None:
        return None
    contests = contest_headings(session, election)
    chosen = next((each for each in contests if each.code == code), None)
    if code is not None and chosen is None:
        return None
    announced = _announcements(session, election)
    headings = lists_by_contest(session, election)
    districts = tuple(DistrictLists(each, headings[each.id], announced.get(each.id)) for each in contests)
    if chosen is None:
        return ListsPage(election, districts)
    whole = lists_by_contest(session, election, chosen.id)[chosen.id]
    return ListsPage(election, districts, DistrictLists(chosen, whole, announced.get(chosen.id)))


def whole_lists(session: Session, address: str, at: datetime) -> ListsPage | None:
    """Every approved list of every district with its candidates; None before any is approved."""
    page = lists_page(session, address, None, at)
    if page is None or not page.election.approved_lists:
        return None
    districts = tuple(
        DistrictLists(
            each.contest,
            lists_by_contest(session, page.election, each.contest.id)[each.contest.id],
            each.announcement,
        )
        for each in page.districts
    )
    return ListsPage(page.election, districts, dated=_approved_at(session, page.election.id))


def _approved_at(session: Session, election_id: int) -> datetime | None:
    """When the newest approved list was approved; for lists that came in a setup file, when the election was made."""
    made = select(ElectionRow.created_at).where(ElectionRow.id == election_id)
    return lists_approved_at(session, election_id) or session.scalar(made)


def _announcements(session: Session, election: PublishedElection) -> dict[int, Announcement]:
    rows = session.scalars(
        select(ListAnnouncementRow)
        .join(ContestRow, ContestRow.id == ListAnnouncementRow.contest_id)
        .where(ContestRow.election_id == election.id)
    )
    return {
        each.contest_id: Announcement(each.announced_on, each.place, complain_by(each.announced_on)) for each in rows
    }
