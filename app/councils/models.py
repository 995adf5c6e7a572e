"""Places: the municipality and its districts. A district is named here once; elections and councils point to it."""

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base


class Municipality(Base):
    """A *kommune*, known by ``number``, the four-digit *kommunenummer*; by its name alone while that is not known.

    Several may share a name: two towns may bear the same, and one whose number was changed stands with each of them.
    """

    __tablename__ = "municipality"
    __table_args__ = (
        Index(
            "uq_municipality_name_without_number",
            "name",
            unique=True,
            sqlite_where=text("number IS NULL"),
            postgresql_where=text("number IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    districts: Mapped[list["District"]] = relationship(back_populates="municipality", order_by="District.name")


class District(Base):
    """A *bydel* of a municipality, the area that elects one council."""

    __tablename__ = "district"
    __table_args__ = (UniqueConstraint("municipality_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"))
    name: Mapped[str] = mapped_column(String(200))
    municipality: Mapped[Municipality] = relationship(back_populates="districts")
