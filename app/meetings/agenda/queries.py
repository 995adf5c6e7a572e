"""What the agenda room asks: who demands an item, and who could. A session first; nothing here writes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.councils.domain.sitting_council import Member
from app.councils.queries import sitting_council
from app.meetings.domain.thirds import Third, demand_for_item
from app.meetings.models import AgendaItemRow, Meeting, MemberDemandRow
from app.meetings.queries import day_of, term_of


def members_of(session: Session, meeting: Meeting, known: datetime) -> tuple[Member, ...]:
    """The council's members on the day of the meeting, by seat; nobody while no term covers it."""
    term = term_of(session, meeting)
    return sitting_council(session, term, day_of(meeting), known).members if term else ()


def demanding(session: Session, item: AgendaItemRow) -> Sequence[int]:
    """The members who demand the item."""
    asked = select(MemberDemandRow.person_id).where(MemberDemandRow.agenda_item_id == item.id)
    return session.scalars(asked.order_by(MemberDemandRow.id)).all()


def demand_of(session: Session, meeting: Meeting, item: AgendaItemRow, known: datetime) -> Third:
    """Whether so many demand the item that it must be on the agenda: a third of all seats' members.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282.
    """
    term = term_of(session, meeting)
    seats = sitting_council(session, term, day_of(meeting), known).seats if term else 0
    return demand_for_item(len(demanding(session, item)), seats)
