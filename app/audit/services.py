"""Put an act into the audit trail, in the same transaction as the act itself."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session

from app.audit.domain.chain import fingerprint
from app.audit.models import AuditEvent, AuditHead
from app.audit.trail import facts_of

COMMAND = "command"
RECORDED = "recorded events"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an account's address, or ``command``; and in which request, when there is one."""

    name: str
    request_id: str | None = None


AT_THE_KEYBOARD = Actor(COMMAND)


@dataclass(frozen=True, slots=True)
class Event:
    """The parent of every act's event. Subclasses are named in the past (``SettlementMade``); their fields are facts.

    ``object_kind`` is the word of the glossary for what was acted on; ``object_id`` its key. Facts never hold a
    password, a ballot's link to anyone, or a result that is not yet released.
    """

    object_kind: ClassVar[str]
    object_id: str

    def facts(self) -> dict[str, object]:
        """What is true after the act, as plain values."""
        return {name: value for name, value in asdict(self).items() if name not in {"object_id", "before", "reason"}}


def record(session: Session, event: Event, *, by: Actor, at: datetime) -> AuditEvent:
    """Add ``event`` to the audit trail. ``before`` and ``reason`` are the event's fields of those names.

    It gets its place in the chain when the transaction is stored.
    """
    row = AuditEvent(
        at=at,
        actor=by.name,
        act=type(event).__name__,
        object_kind=event.object_kind,
        object_id=event.object_id,
        before=getattr(event, "before", None),
        after=event.facts(),
        reason=getattr(event, "reason", None),
        request_id=by.request_id,
    )
    session.add(row)
    session.info.setdefault(RECORDED, []).append(row)
    session.flush()  # so that the trail's numbers follow the order of the acts, on both databases
    return row


@listens_for(Session, "before_commit")
def _chain(session: Session) -> None:
    """Put what was recorded at the end of the chain, last of all that the transaction does.

    The end is held from here until the act is stored: two acts at once stand one after the other, and since nothing
    else is waited for with the end in hand, none can block another for good.
    """
    if session.in_nested_transaction():
        return
    rows: list[AuditEvent] = session.info.pop(RECORDED, [])
    if not rows:
        return
    end = session.scalars(select(AuditHead).with_for_update().execution_options(populate_existing=True)).one()
    for row in rows:
        row.number = end.number + 1
        row.fingerprint = fingerprint(end.fingerprint, row.number, facts_of(row))
        end.number, end.fingerprint = row.number, row.fingerprint


@listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(RECORDED, None)
