"""Reading complaints: for those who handle them, for the record, and for what must wait for them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from app.core.clock import OSLO
from app.core.public_holidays import is_public_holiday
from app.elections.calendar.models import CalendarTick
from app.elections.complaints.models import ComplaintRow
from app.elections.documents.record_content import ComplaintLine
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.complaints import About, ComplaintFacts, ComplaintPeriod, ComplaintState, complaint_period
from app.elections.domain.election import RuleSetName
from app.elections.lists.models import ListAnnouncementRow
from app.elections.models import ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.record.models import IssuedRecordRow


def complaints_of(session: Session, election: ElectionRow) -> Sequence[ComplaintRow]:
    """Every complaint of the election, by district in the order of the setup, then by number."""
    return session.scalars(
        select(ComplaintRow)
        .join(ContestRow, ContestRow.id == ComplaintRow.contest_id)
        .where(ContestRow.election_id == election.id)
        .order_by(ContestRow.ordinal, ComplaintRow.number)
        .options(selectinload(ComplaintRow.contest).selectinload(ContestRow.district))
    ).all()


def complaint(session: Session, election: ElectionRow, code: str, number: int) -> ComplaintRow | None:
    """One complaint of the election."""
    return session.scalar(
        select(ComplaintRow)
        .join(ContestRow, ContestRow.id == ComplaintRow.contest_id)
        .where(ContestRow.election_id == election.id, ContestRow.code == code, ComplaintRow.number == number)
    )


def open_complaints(session: Session, election: ElectionRow) -> tuple[ComplaintRow, ...]:
    """Those that are not decided, in the same order.

    Law: valgloven (2023) § 15-3 (2).
    Rules: R-206.
    """
    return tuple(each for each in complaints_of(session, election) if each.state is not ComplaintState.DECIDED)


def complaint_facts(session: Session, contest: ContestRow, notified_on: date | None = None) -> ComplaintFacts:
    """What the periods are counted from in a district, as it is known now.

    The record is published when its first edition is issued, or on the day the calendar says.

    Rules: R-191, R-200.
    """
    return ComplaintFacts(
        rule_set=RuleSetName(contest.election.rule_set),
        election_day=contest.election.election_day,
        is_holiday=is_public_holiday,
        lists_announced_on=session.scalar(
            select(ListAnnouncementRow.announced_on).where(ListAnnouncementRow.contest_id == contest.id)
        ),
        notified_on=notified_on,
        record_published_on=_published_on(session, contest),
        validity_decided_on=session.scalar(
            select(ValidityDecisionRow.decided_on).where(ValidityDecisionRow.contest_id == contest.id)
        ),
    )


def periods(session: Session, contest: ContestRow) -> dict[About, ComplaintPeriod]:
    """The period of each matter in a district, as it stands now.

    Rules: R-200.
    """
    facts = complaint_facts(session, contest)
    return {about: complaint_period(about, facts) for about in About}


def complaint_lines(session: Session, contest_id: int, known: datetime | None) -> tuple[ComplaintLine, ...]:
    """What the record tells of the complaints in a district, as it was known at a moment; None: all there is.

    Rules: R-190.
    """
    rows = session.scalars(
        select(ComplaintRow).where(ComplaintRow.contest_id == contest_id).order_by(ComplaintRow.number)
    )
    return tuple(_line(row, known) for row in rows if known is None or row.recorded_at <= known)


def next_number(session: Session, contest: ContestRow) -> int:
    """The number of the next complaint in the district."""
    newest = select(func.max(ComplaintRow.number)).where(ComplaintRow.contest_id == contest.id)
    return (session.scalar(newest) or 0) + 1


def _published_on(session: Session, contest: ContestRow) -> date | None:
    first = select(func.min(IssuedRecordRow.issued_at)).where(IssuedRecordRow.contest_id == contest.id)
    if issued_at := session.scalar(first):
        return issued_at.astimezone(OSLO).date()
    tick = session.get(CalendarTick, (contest.election_id, CalendarRow.RECORD_PUBLISHED))
    return tick.done_on if tick else None


def _line(row: ComplaintRow, known: datetime | None) -> ComplaintLine:
    forwarded = _happened(row.forwarded_recorded_at, known)
    decided = _happened(row.decision_recorded_at, known)
    return ComplaintLine(
        number=row.number,
        about=row.about,
        received_at=row.received_at,
        last_day=row.last_day,
        late=row.late,
        matter=row.matter,
        forwarded_to=row.forwarded_to if forwarded else None,
        decided_on=row.decided_on if decided else None,
        decided_at=row.decided_at if decided else None,
        outcome=row.outcome if decided else None,
        admitted_because=row.admitted_because if decided else "",
        reasons=row.reasons if decided else "",
        reference=row.reference if decided else "",
    )


def _happened(recorded_at: datetime | None, known: datetime | None) -> bool:
    return recorded_at is not None and (known is None or recorded_at <= known)
