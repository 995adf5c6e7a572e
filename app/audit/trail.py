"""Read the audit trail: its end, its events as values of JSON, and whether it is what was recorded."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.domain.chain import EMPTY, Break, Head, Link, first_break
from app.audit.models import AuditEvent, AuditHead

AT_A_TIME = 1000


def facts_of(row: AuditEvent) -> dict[str, object]:
    """All that an event tells, as values that JSON gives back the same. The moment is UTC, to the microsecond."""
    told: dict[str, object] = json.loads(
        json.dumps(
            {
                "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "actor": row.actor,
                "act": row.act,
                "object_kind": row.object_kind,
                "object_id": row.object_id,
                "before": row.before,
                "after": row.after,
                "reason": row.reason,
                "request_id": row.request_id,
            }
        )
    )
    return told


def head_of_trail(session: Session) -> Head:
    """Where the trail ends now."""
    row = session.get(AuditHead, 1, populate_existing=True)
    return Head(row.number, row.fingerprint) if row else EMPTY


def links(session: Session) -> Iterator[Link]:
    """Every event of the trail by number, a thousand at a time; one that was put there without a number comes first."""
    last = 0
    rows = session.scalars(select(AuditEvent).where(AuditEvent.number.is_(None)).limit(1)).all() or _after(
        session, last
    )
    while rows:
        yield from (Link(row.number or 0, facts_of(row), row.fingerprint or "") for row in rows)
        last = max(last, rows[-1].number or 0)
        rows = _after(session, last)


def _after(session: Session, number: int) -> Sequence[AuditEvent]:
    numbered = select(AuditEvent).where(AuditEvent.number > number).order_by(AuditEvent.number)
    return session.scalars(numbered.limit(AT_A_TIME)).all()


def broken_at(session: Session) -> Break | None:
    """The first event that is not what was recorded, or None."""
    return first_break(links(session), head_of_trail(session))
