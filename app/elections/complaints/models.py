"""What a complaint is stored as. Names of complainants are for those who handle the case; the record has none.

``matter`` and ``reasons`` are printed in the record and therefore written without names.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.complaints import About, ComplaintOutcome, ComplaintState, DecidedAt
from app.elections.models import NAME, ContestRow

ACTOR = String(254)
REFERENCE = String(80)


class ComplaintRow(Base):
    """A complaint about the election in a district. ``number`` counts within the district.

    ``last_day`` is the end of the period as it was when the complaint was registered, None where it had none yet.
    """

    __tablename__ = "complaint"
    __table_args__ = (UniqueConstraint("contest_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    number: Mapped[int]
    about: Mapped[About] = mapped_column(stored(About))
    state: Mapped[ComplaintState] = mapped_column(stored(ComplaintState))
    received_at: Mapped[datetime]
    complainant: Mapped[str] = mapped_column(NAME)
    contact: Mapped[str] = mapped_column(ACTOR)
    matter: Mapped[str] = mapped_column(Text)
    notified_on: Mapped[date | None]
    last_day: Mapped[date | None]
    late: Mapped[bool]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)
    forwarded_on: Mapped[date | None]
    forwarded_to: Mapped[DecidedAt | None] = mapped_column(stored(DecidedAt))
    statement: Mapped[str] = mapped_column(Text)
    forwarded_recorded_at: Mapped[datetime | None]
    decided_on: Mapped[date | None]
    decided_at: Mapped[DecidedAt | None] = mapped_column(stored(DecidedAt))
    outcome: Mapped[ComplaintOutcome | None] = mapped_column(stored(ComplaintOutcome))
    admitted_because: Mapped[str] = mapped_column(Text)
    reasons: Mapped[str] = mapped_column(Text)
    reference: Mapped[str] = mapped_column(REFERENCE)
    decision_recorded_at: Mapped[datetime | None]
    decision_recorded_by: Mapped[str | None] = mapped_column(ACTOR)
    contest: Mapped[ContestRow] = relationship()
