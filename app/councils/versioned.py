"""The columns of every dated fact, on two axes of time: when it was true, and when it was recorded."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

ACTOR = String(254)


class Versioned:
    """What every dated fact has: when and by whom it was recorded, what it replaces, whether it says "never was"."""

    id: Mapped[int] = mapped_column(primary_key=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)
    annulled: Mapped[bool]

    @declared_attr
    def replaces_id(cls) -> Mapped[int | None]:  # noqa: N805 - SQLAlchemy gives the class
        return mapped_column(ForeignKey(f"{cls.__tablename__}.id"), unique=True)  # type: ignore[attr-defined]


class OfPerson(Versioned):
    """A dated fact about a person in a council and term."""

    @declared_attr
    def council_term_id(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy gives the class
        return mapped_column(ForeignKey("council_term.id"), index=True)

    @declared_attr
    def person_id(cls) -> Mapped[int]:  # noqa: N805 - SQLAlchemy gives the class
        return mapped_column(ForeignKey("person.id"), index=True)
