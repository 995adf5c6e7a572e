"""What the municipality adds to an election's calendar: days of its own, what it has done, and who subscribes to it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base

ROW = String(40)


class CalendarDay(Base):
    """A day that the municipality or its board has set where the law leaves it to them (R-14)."""

    __tablename__ = "calendar_day"

    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"), primary_key=True)
    row: Mapped[str] = mapped_column(ROW, primary_key=True)
    day: Mapped[date]


class CalendarTick(Base):
    """That something in the calendar is done: the day it was done, the case it was done in, and who said so."""

    __tablename__ = "calendar_tick"

    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"), primary_key=True)
    row: Mapped[str] = mapped_column(ROW, primary_key=True)
    done_on: Mapped[date]
    reference: Mapped[str] = mapped_column(String(80))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(254))


class CalendarShift(Base):
    """Whether a day of the calendar is moved past days off, where the rule book leaves it open (R-17)."""

    __tablename__ = "calendar_shift"

    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"), primary_key=True)
    row: Mapped[str] = mapped_column(ROW, primary_key=True)
    shiftable: Mapped[bool]


class ElectionPostponement(Base):
    """The King in Council extended or postponed the voting: the election day before and after (R-25). Never removed."""

    __tablename__ = "election_postponement"
    __table_args__ = (UniqueConstraint("election_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"))
    number: Mapped[int]
    day_before: Mapped[date]
    day: Mapped[date]
    decision: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(254))


class CalendarSubscription(Base):
    """A link by which one person's calendar program reads the calendar without signing in, until it is revoked."""

    __tablename__ = "calendar_subscription"

    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"), index=True)
    holder: Mapped[str] = mapped_column(String(254))
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None] = mapped_column(String(254))
