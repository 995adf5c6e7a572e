"""Places: the municipality and its districts. A district is named here once; elections and councils point to it."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base


class Municipality(Base):
    """A *kommune*. ``number`` is the four-digit *kommunenummer*, when known."""

    __tablename__ = "municipality"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    districts: Mapped[list["District"]] = relationship(back_populates="municipality", order_by="District.name")


class District(Base):
    """A *bydel* of a municipality, the area that elects one council."""

    __tablename__ = "district"
    __table_args__ = (UniqueConstraint("municipality_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"))
    name: Mapped[str] = mapped_column(String(200))
    municipality: Mapped[Municipality] = relationship(back_populates="districts")
