"""Put an act into the audit trail, in the same transaction as the act itself."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Session

from app.audit.models import AuditEvent

COMMAND = "command"


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
    """Add ``event`` to the audit trail. ``before`` and ``reason`` are taken from the event's fields of those names."""
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
    session.flush()  # so that the trail's numbers follow the order of the acts, on both databases
    return row
