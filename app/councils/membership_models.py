"""The dated facts of membership: who has which seat, who is deputy, who leads, who is away, and what is proposed.

Every fact is a row that is never changed or erased: a correction is a new row that replaces an older one (R-262).
Columns are named as the fields of the domain's spells.
``from_on`` is the first day; ``to_on`` the first day after, None while it lasts.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.councils.council_models import CODE, NAME, CouncilTerm
from app.councils.domain.membership import Cause, EndCause, Role
from app.councils.versioned import ACTOR, OfPerson

REFERENCE = String(80)


def _has_a_day() -> CheckConstraint:
    return CheckConstraint("to_on IS NULL OR to_on > from_on", name="has_a_day")


class SeatSpellRow(OfPerson, Base):
    """A person's time in a seat. ``list_code`` is the list or group that won it, and never changes."""

    __tablename__ = "seat_spell"
    __table_args__ = (
        _has_a_day(),
        ForeignKeyConstraint(["council_term_id", "seat"], ["seat.council_term_id", "seat.number"]),
    )

    seat: Mapped[int]
    cause: Mapped[Cause] = mapped_column(stored(Cause))
    end_cause: Mapped[EndCause | None] = mapped_column(stored(EndCause))
    list_code: Mapped[str] = mapped_column(CODE)
    decision_reference: Mapped[str] = mapped_column(REFERENCE)
    legal_basis: Mapped[str] = mapped_column(NAME)


class DeputySpellRow(OfPerson, Base):
    """A person's time as deputy number ``rank`` of a list or group."""

    __tablename__ = "deputy_spell"
    __table_args__ = (_has_a_day(), CheckConstraint("rank >= 1", name="rank"))

    list_code: Mapped[str] = mapped_column(CODE)
    rank: Mapped[int]
    cause: Mapped[Cause] = mapped_column(stored(Cause))
    end_cause: Mapped[EndCause | None] = mapped_column(stored(EndCause))
    decision_reference: Mapped[str] = mapped_column(REFERENCE)
    legal_basis: Mapped[str] = mapped_column(NAME)


class RoleSpellRow(OfPerson, Base):
    """A member's time as chair or deputy chair."""

    __tablename__ = "role_spell"
    __table_args__ = (_has_a_day(),)

    role: Mapped[Role] = mapped_column(stored(Role))
    end_cause: Mapped[EndCause | None] = mapped_column(stored(EndCause))
    decision_reference: Mapped[str] = mapped_column(REFERENCE)


class LeaveSpellRow(OfPerson, Base):
    """A temporary exemption: the person keeps the place."""

    __tablename__ = "leave_spell"
    __table_args__ = (_has_a_day(),)

    decision_reference: Mapped[str] = mapped_column(REFERENCE)


class SuspensionSpellRow(OfPerson, Base):
    """A suspension until final judgment: the person counts as absent."""

    __tablename__ = "suspension_spell"
    __table_args__ = (_has_a_day(),)

    decision_reference: Mapped[str] = mapped_column(REFERENCE)


class GroupAffiliationRow(OfPerson, Base):
    """The group a person belongs to at present."""

    __tablename__ = "group_affiliation"
    __table_args__ = (_has_a_day(),)

    group_name: Mapped[str] = mapped_column(NAME)


class MembershipChange(Base):
    """Something that happens in the term, from proposal to decision: what happened, what the law says, what is decided.

    ``event`` and ``consequences`` are the domain's values as JSON, as they were shown; ``choices`` what people chose.
    """

    __tablename__ = "membership_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_term_id: Mapped[int] = mapped_column(ForeignKey("council_term.id"), index=True)
    effective_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20))
    event: Mapped[str] = mapped_column(Text)
    consequences: Mapped[str] = mapped_column(Text)
    choices: Mapped[str | None] = mapped_column(Text)
    proposed_at: Mapped[datetime]
    proposed_by: Mapped[str] = mapped_column(ACTOR)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ACTOR)
    decision_reference: Mapped[str] = mapped_column(REFERENCE)
    council_term: Mapped[CouncilTerm] = relationship()
