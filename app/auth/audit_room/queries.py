"""The audit trail as a person reads it: newest first, a page at a time, by act, person, object and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.clock import OSLO

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty text and None ask for nothing. ``first`` and ``last`` are days in Norway, both
    counted in; ``about`` is found anywhere in the name of the object."""

    act: str = ""
    actor: str = ""
    about: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of events, newest first; ``number`` of all that were found; ``pages`` at least 1."""

    events: Sequence[AuditEvent]
    number: int
    page: int
    pages: int


def find_events(session: Session, wanted: Wanted, page: int) -> Found:
    """The events on a page; a page beyond the last is the last, one before the first is the first."""
    conditions = list(_conditions(wanted))
    number = session.scalar(select(func.count()).select_from(AuditEvent).where(*conditions)) or 0
    pages = max(1, -(-number // ON_A_PAGE))
    page = min(max(page, 1), pages)
    rows = select(AuditEvent).where(*conditions).order_by(AuditEvent.number.desc())
    events = session.scalars(rows.limit(ON_A_PAGE).offset((page - 1) * ON_A_PAGE)).all()
    return Found(events, number, page, pages)


def acts_done(session: Session) -> Sequence[str]:
    """The acts that there are events of, by the names they are stored under."""
    return session.scalars(select(AuditEvent.act).distinct().order_by(AuditEvent.act)).all()


def _conditions(wanted: Wanted) -> Sequence[ColumnElement[bool]]:
    asked = []
    if wanted.act:
        asked.append(AuditEvent.act == wanted.act)
    if wanted.actor:
        asked.append(func.lower(AuditEvent.actor).contains(wanted.actor.lower(), autoescape=True))
    if wanted.about:
        asked.append(func.lower(AuditEvent.object_id).contains(wanted.about.lower(), autoescape=True))
    if wanted.first:
        asked.append(AuditEvent.at >= _begins(wanted.first))
    if wanted.last:
        asked.append(AuditEvent.at < _begins(wanted.last + timedelta(days=1)))
    return asked


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), OSLO)
