"""Who is summoned and how it went: recipients, summonses, absences, and the log of the deputies called."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.councils.council_models import NAME
from app.councils.models import Municipality
from app.councils.versioned import ACTOR
from app.meetings.domain.call_out import DeputyAnswer
from app.meetings.domain.taking_part import Capacity


class OtherRecipient(Base):
    """One outside the council to whom the summons goes too: by law (the mayor, the chief executive …), or on request.

    ``council_id`` None: to all the municipality's councils.
    """

    __tablename__ = "summons_recipient"

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    council_id: Mapped[int | None] = mapped_column(ForeignKey("council.id"))
    name: Mapped[str] = mapped_column(NAME)
    email: Mapped[str] = mapped_column(ACTOR)
    capacity: Mapped[Capacity] = mapped_column(stored(Capacity))
    municipality: Mapped[Municipality] = relationship()


class SummonsRow(Base):
    """A summons to one person. ``issue`` 1 is the first, then one for each additional agenda or new time.

    ``sent_at`` is when an e-mail was handed to the mail server; None: it is to be sent as a file, or on paper.
    ``read_at``: the receipt link was followed.
    """

    __tablename__ = "summons"
    __table_args__ = (Index(None, "meeting_id", "issue"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    issue: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recipient_id: Mapped[int | None] = mapped_column(ForeignKey("summons_recipient.id"))
    seat: Mapped[int | None]
    name: Mapped[str] = mapped_column(NAME)
    email: Mapped[str] = mapped_column(ACTOR)
    capacity: Mapped[Capacity] = mapped_column(stored(Capacity))
    issued_at: Mapped[datetime]
    issued_by: Mapped[str] = mapped_column(ACTOR)
    sent_at: Mapped[datetime | None]
    send_failed: Mapped[str] = mapped_column(NAME)
    read_at: Mapped[datetime | None]


class AbsenceRow(Base):
    """A member who says they cannot come, in the order reported. ``withdrawn_at``: they can come after all."""

    __tablename__ = "meeting_absence"
    __table_args__ = (Index(None, "meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    seat: Mapped[int]
    note: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime]
    reported_by: Mapped[str] = mapped_column(ACTOR)
    withdrawn_at: Mapped[datetime | None]


class DeputyCallRow(Base):
    """A line of the call-out's log: which deputy was asked to come for whom, or what the answer was."""

    __tablename__ = "deputy_call"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    absent_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    deputy_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[DeputyAnswer] = mapped_column(stored(DeputyAnswer))
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ACTOR)
