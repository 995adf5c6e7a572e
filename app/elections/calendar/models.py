"""What the municipality adds to an election's calendar: days of its own, and what it has done."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
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
