"""What a meeting is stored as: the meeting, its agenda with papers, its seats, its events and its minutes.

What a person types before the agenda is called is a draft and stays with the staff. Events and minutes are only added
to. Exempt text has rows of its own, so that what reads for the public can leave the rows out.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.councils.council_models import NAME, Council
from app.councils.membership_models import REFERENCE
from app.councils.versioned import ACTOR
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.approval import ApprovalMethod
from app.meetings.domain.case_numbers import CaseNumber
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.domain.states import ItemState, MeetingState

TITLE = String(300)
KEY = String(40)
SHA256 = String(64)
LANGUAGE = String(2)


class StandingRulesRow(Base):
    """What a council's *reglement* says of its meetings (R-301); a council without a row has the defaults.

    ``absence_to``: how a member who cannot come says so; ``question_time_minutes``: public question time before the
    meeting is set, 0 for none.
    """

    __tablename__ = "standing_rules"

    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), primary_key=True)
    notice_days: Mapped[int]
    approval: Mapped[ApprovalMethod] = mapped_column(stored(ApprovalMethod))
    remote_allowed: Mapped[bool]
    number_prefix: Mapped[bool]
    language: Mapped[str] = mapped_column(LANGUAGE)
    place: Mapped[str] = mapped_column(NAME)
    secretary: Mapped[str] = mapped_column(NAME)
    absence_to: Mapped[str] = mapped_column(NAME)
    question_time_minutes: Mapped[int]
    council: Mapped[Council] = relationship()


class Meeting(Base):
    """A meeting of a council. Its term is the one that covers the day: a meeting is planned before the term begins.

    ``address`` is its place in public addresses, ``2025-03-11-fana``, and stays when the meeting is moved.
    ``year`` and ``number`` ("6/25") are issued when it is called the first time. ``edit`` counts saves; ``revision``
    counts what subscribers must be told (called, moved, cancelled, a later agenda), ``changed_at`` is when they were.
    """

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("council_id", "year", "number"), Index(None, "council_id", "starts_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    address: Mapped[str] = mapped_column(String(100), unique=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    duration_minutes: Mapped[int]
    place: Mapped[str] = mapped_column(NAME)
    form: Mapped[MeetingForm] = mapped_column(stored(MeetingForm))
    state: Mapped[MeetingState] = mapped_column(stored(MeetingState))
    reason: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(LANGUAGE)
    secretary: Mapped[str] = mapped_column(NAME)
    archive_reference: Mapped[str] = mapped_column(REFERENCE)
    year: Mapped[int | None]
    number: Mapped[int | None]
    summoned_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]
    called_by: Mapped[str | None] = mapped_column(ACTOR)
    edit: Mapped[int]
    revision: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ACTOR)
    changed_at: Mapped[datetime]
    council: Mapped[Council] = relationship()
    items: Mapped[list["AgendaItemRow"]] = relationship(
        back_populates="meeting", order_by="(AgendaItemRow.position, AgendaItemRow.id)"
    )
    moves: Mapped[list["MeetingMoveRow"]] = relationship(order_by="MeetingMoveRow.id")

    @property
    def meeting_number(self) -> str:
        """``6/25``; empty before the meeting is called."""
        return f"{self.number}/{(self.year or 0) % 100:02d}" if self.number else ""


class MeetingMoveRow(Base):
    """A time and place that a meeting was moved from."""

    __tablename__ = "meeting_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    from_at: Mapped[datetime]
    from_place: Mapped[str] = mapped_column(NAME)
    reason: Mapped[str] = mapped_column(Text)
    moved_at: Mapped[datetime]
    moved_by: Mapped[str] = mapped_column(ACTOR)


class AgendaItemRow(Base):
    """An item of a meeting's agenda. ``key`` is its own name in this meeting, and the one its events use.

    An exempt item has ``exempt_under``, a paragraph, and ``public_title``, which gives nothing away. ``sent_on`` is the
    day it went to the members; ``additional``: on an agenda that came after the summons. ``continues_id`` is the item
    of an earlier meeting that was postponed, or that another council treated.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    key: Mapped[str] = mapped_column(KEY)
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(stored(ItemKind))
    state: Mapped[ItemState] = mapped_column(stored(ItemState))
    title: Mapped[str] = mapped_column(TITLE)
    public_title: Mapped[str] = mapped_column(TITLE)
    exempt_under: Mapped[str] = mapped_column(REFERENCE)
    archive_number: Mapped[str] = mapped_column(REFERENCE, index=True)
    case_officer: Mapped[str] = mapped_column(NAME)
    recommendation: Mapped[str] = mapped_column(Text)
    recommended_by: Mapped[str] = mapped_column(NAME)
    not_attached: Mapped[str] = mapped_column(Text)
    sent_on: Mapped[date | None]
    additional: Mapped[bool]
    pay_of_elected: Mapped[bool]
    continues_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    case_number: Mapped["CaseNumberRow | None"] = relationship(back_populates="item")
    passages: Mapped[list["CasePassageRow"]] = relationship(
        order_by="CasePassageRow.position", cascade="all, delete-orphan"
    )
    attachments: Mapped[list["Attachment"]] = relationship(
        back_populates="item", order_by="(Attachment.position, Attachment.id)", cascade="all, delete-orphan"
    )

    @property
    def number(self) -> str:
        """``45/25``; empty before it is issued."""
        return str(self.case_number.value) if self.case_number else ""


class CaseNumberRow(Base):
    """A case number that has been issued: never again to another item, whatever becomes of this one (R-282)."""

    __tablename__ = "case_number"

    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    agenda_item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    item: Mapped[AgendaItemRow] = relationship(back_populates="case_number")

    @property
    def value(self) -> CaseNumber:
        """The number as the domain sees it."""
        return CaseNumber(self.year, self.sequence)


class CasePassageRow(Base):
    """A passage of a case paper: sanitised HTML. ``exempt_under`` is the paragraph that keeps it from the public."""

    __tablename__ = "case_passage"
    __table_args__ = (UniqueConstraint("agenda_item_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agenda_item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    position: Mapped[int]
    html: Mapped[str] = mapped_column(Text)
    exempt_under: Mapped[str] = mapped_column(REFERENCE)


class Attachment(Base):
    """A paper that goes with an item. An exempt one is never given to the public; its title only when it is public."""

    __tablename__ = "meeting_attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    agenda_item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(TITLE)
    exempt_under: Mapped[str] = mapped_column(REFERENCE)
    file_id: Mapped[int] = mapped_column(ForeignKey("meeting_file.id"))
    added_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(ACTOR)
    item: Mapped[AgendaItemRow] = relationship(back_populates="attachments")
    file: Mapped["MeetingFile"] = relationship()


class MeetingFile(Base):
    """A file as it was handed in. ``kind`` is what its bytes are, whatever its name says. The bytes are its parts."""

    __tablename__ = "meeting_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(SHA256)
    size: Mapped[int] = mapped_column(BigInteger)
    received_at: Mapped[datetime]
    received_by: Mapped[str] = mapped_column(ACTOR)


class MeetingFilePart(Base):
    """A piece of a file, compressed; the pieces in order are the file."""

    __tablename__ = "meeting_file_part"

    file_id: Mapped[int] = mapped_column(ForeignKey("meeting_file.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class MemberDemandRow(Base):
    """A member who demands the meeting, or, where ``agenda_item_id`` stands, that the item is on its agenda (1/3)."""

    __tablename__ = "member_demand"
    __table_args__ = (UniqueConstraint("meeting_id", "agenda_item_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)


class MeetingRosterRow(Base):
    """The seats, holders, substitutes and ranked deputies of the meeting day, as JSON, taken when the roll is called.

    What is recorded of the membership later does not change who could sit in a meeting that was held.
    """

    __tablename__ = "meeting_roster"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    taken_at: Mapped[datetime]
    taken_by: Mapped[str] = mapped_column(ACTOR)


class MeetingEventRow(Base):
    """An entry of the meeting's log, as ``domain.event_json`` writes it. ``undone`` follows the undo entries."""

    __tablename__ = "meeting_event"
    __table_args__ = (
        UniqueConstraint("meeting_id", "event_id"),
        CheckConstraint("sequence >= 1", name="sequence"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[str] = mapped_column(KEY)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(KEY)
    document: Mapped[str] = mapped_column(Text)
    undone: Mapped[bool]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)


class MinutesRow(Base):
    """A version of a meeting's minutes. ``document`` is all of it as JSON; ``sha256`` is of that.

    Nothing of a version is public before ``published_at``.
    """

    __tablename__ = "meeting_minutes"
    __table_args__ = (UniqueConstraint("meeting_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    version: Mapped[int]
    state: Mapped[MinutesState] = mapped_column(stored(MinutesState))
    language: Mapped[str] = mapped_column(LANGUAGE)
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(SHA256)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ACTOR)
    approved_on: Mapped[date | None]
    approved_by: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime | None]
    published_by: Mapped[str | None] = mapped_column(ACTOR)
    meeting: Mapped[Meeting] = relationship()
