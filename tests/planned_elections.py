"""Makers of elections set up on the page: Bergen with Fana and Arna, polling districts and, when asked, councils."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.models import District, Municipality
from app.councils.place_models import PollingDistrict
from app.elections.domain.election_plan import ElectionPlan, PlannedContest
from app.elections.domain.settings import SettingName
from app.elections.models import ElectionRow
from app.elections.setting_up.services.plan import open_for_lists, plan_election

ELECTION_DAY = date(2027, 9, 13)
SET_UP_AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""In November 2026: the calendar of 2027 lies ahead."""
DISTRICTS = ("Arna", "Fana")


def bergen(session: Session, *districts: str) -> Municipality:
    """The municipality with these districts, Arna and Fana unless told otherwise; each has one polling district."""
    found = session.scalar(select(Municipality)) or Municipality(name="Bergen", number="4601")
    session.add(found)
    for at, name in enumerate(districts or DISTRICTS, start=1):
        if not session.scalar(select(District).where(District.name == name)):
            district = District(municipality=found, name=name)
            session.add(district)
            session.add(
                PollingDistrict(district=district, code=f"080{at}", name=f"{name} skole", valid_from=date(2020, 1, 1))
            )
    session.flush()
    return found


def a_plan(
    session: Session,
    *,
    name: str = "Bydelsvalg 2027",
    day: date = ELECTION_DAY,
    seats: Mapping[str, int] | None = None,
    settings: Mapping[SettingName, str] | None = None,
) -> ElectionPlan:
    """A plan for every district of the municipality, 15 seats each unless told otherwise."""
    districts = session.scalars(select(District).order_by(District.name)).all()
    wanted = seats or {each.name: 15 for each in districts}
    contests = tuple(
        PlannedContest(each.id, each.name, each.name.lower(), wanted[each.name])
        for each in districts
        if each.name in wanted
    )
    return ElectionPlan(name, day, contests, settings or {})


def a_draft(session: Session, at: datetime = SET_UP_AT, **plan: object) -> ElectionRow:
    """A draft of the election of 2027."""
    place = bergen(session)
    return plan_election(session, place, a_plan(session, **plan), by=AT_THE_KEYBOARD, at=at)  # type: ignore[arg-type]  # named as in a_plan


def an_open_election(session: Session, at: datetime = SET_UP_AT, **plan: object) -> ElectionRow:
    """The same, open for lists."""
    election = a_draft(session, at, **plan)
    open_for_lists(session, election, by=AT_THE_KEYBOARD, at=at)
    return election
