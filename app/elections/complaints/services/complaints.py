"""Register a complaint, send it on, decide it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.complaints.events import ComplaintAnswered, ComplaintForwarded, ComplaintReceived
from app.elections.complaints.models import ComplaintRow
from app.elections.complaints.queries import complaint_facts, next_number
from app.elections.complaints.refusals import AnsweredOnAnotherDay, ComplaintInFuture, NothingComplainedOf
from app.elections.domain.complaints import (
    About,
    ComplaintOutcome,
    ComplaintState,
    DecidedAt,
    complaint_period,
    is_late,
    require_decidable,
    require_forwardable,
)
from app.elections.models import ContestRow
from app.elections.queries import lock


@dataclass(frozen=True, slots=True)
class ReceivedComplaint:
    """A complaint as it came in. ``notified_on``: when the complainant was told of the decision, for the roll alone."""

    about: About
    received_at: datetime
    complainant: str
    matter: str
    contact: str = ""
    notified_on: date | None = None


@dataclass(frozen=True, slots=True)
class ComplaintDecision:
    """What was decided, where, when and why. ``admitted_because``: why a late complaint was heard after all."""

    outcome: ComplaintOutcome
    decided_at: DecidedAt
    decided_on: date
    reasons: str
    reference: str
    admitted_because: str = ""


def register_complaint(
    session: Session, contest: ContestRow, received: ReceivedComplaint, *, by: Actor, at: datetime
) -> ComplaintRow:
    """Store the complaint with its period as it is now. A late one is told as late, and registered like the others.

    Refused: one from the future, and one without complainant or matter.

    Law: valgloven (2002) § 13-2; valgloven (2023) §§ 16-6, 16-7.
    Rules: R-19, R-20, R-200, R-201.
    """
    lock(session, contest.election)
    if received.received_at > at:
        raise ComplaintInFuture(received.received_at)
    if not received.complainant.strip() or not received.matter.strip():
        raise NothingComplainedOf
    period = complaint_period(received.about, complaint_facts(session, contest, received.notified_on))
    row = ComplaintRow(
        contest_id=contest.id,
        number=next_number(session, contest),
        about=received.about,
        state=ComplaintState.RECEIVED,
        received_at=received.received_at,
        complainant=received.complainant.strip(),
        contact=received.contact.strip(),
        matter=received.matter.strip(),
        notified_on=received.notified_on if received.about is About.ROLL else None,
        last_day=period.last_day,
        late=is_late(_day(received.received_at), period),
        recorded_at=at,
        recorded_by=by.name,
        statement="",
        admitted_because="",
        reasons="",
        reference="",
    )
    session.add(row)
    session.flush()
    last_day = period.last_day.isoformat() if period.last_day else None
    event = ComplaintReceived(_key(row, contest), row.about, row.received_at.isoformat(), last_day, row.late)
    record(session, event, by=by, at=at)
    return row


def forward_complaint(
    session: Session, row: ComplaintRow, to: DecidedAt, on: date, statement: str, *, by: Actor, at: datetime
) -> None:
    """Store that the complaint went on to the instance above, with the first body's statement.

    Law: valgloven (2002) § 13-2; valgloven (2023) § 16-8.
    Rules: R-202, R-203.
    """
    lock(session, row.contest.election)
    require_forwardable(row.state)
    _require_day(row, on, at)
    row.state, row.forwarded_to, row.forwarded_on = ComplaintState.FORWARDED, to, on
    row.statement, row.forwarded_recorded_at = statement.strip(), at
    record(session, ComplaintForwarded(_key(row, row.contest), to, on.isoformat()), by=by, at=at)


def decide_complaint(
    session: Session, row: ComplaintRow, decision: ComplaintDecision, *, by: Actor, at: datetime
) -> None:
    """Store what was decided, for good.

    Law: valgloven (2002) §§ 13-2, 15-5 (4); valgloven (2023) §§ 16-8, 21-5.
    Rules: R-20, R-203.
    """
    lock(session, row.contest.election)
    require_decidable(
        row.state,
        decision.decided_at,
        decision.outcome,
        late=row.late,
        admitted_because=decision.admitted_because,
        reasons=decision.reasons,
        reference=decision.reference,
    )
    _require_day(row, decision.decided_on, at)
    row.state, row.outcome = ComplaintState.DECIDED, decision.outcome
    row.decided_at, row.decided_on = decision.decided_at, decision.decided_on
    row.reasons, row.reference = decision.reasons.strip(), decision.reference.strip()
    row.admitted_because = decision.admitted_because.strip() if row.late else ""
    row.decision_recorded_at, row.decision_recorded_by = at, by.name
    event = ComplaintAnswered(
        _key(row, row.contest), row.outcome, row.decided_at, row.decided_on.isoformat(), row.reference
    )
    record(session, event, by=by, at=at)


def _require_day(row: ComplaintRow, day: date, at: datetime) -> None:
    received_on, today = _day(row.received_at), _day(at)
    if not received_on <= day <= today:
        raise AnsweredOnAnotherDay(day, received_on, today)


def _day(moment: datetime) -> date:
    return moment.astimezone(OSLO).date()


def _key(row: ComplaintRow, contest: ContestRow) -> str:
    return f"{contest.election.address}/{contest.code}/{row.number}"
