"""Places beside the districts themselves: polling districts, borders on the map, the address register."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base
from app.councils.models import District

CODE = String(20)
NAME = String(200)
KEY = String(200).with_variant(String(200, collation="C"), "postgresql")  # ranges and order by bytes in both databases


class PollingDistrict(Base):
    """A *stemmekrets* in a district, from a day on (inclusive) until another (exclusive; open when it lasts).

    One code may belong to one district after another, never to two on one day. Elections keep their own copies.
    """

    __tablename__ = "polling_district"
    __table_args__ = (
        UniqueConstraint("district_id", "code", "valid_from"),
        CheckConstraint("valid_to > valid_from", name="validity"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"))
    code: Mapped[str] = mapped_column(CODE, index=True)
    name: Mapped[str] = mapped_column(NAME)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    district: Mapped[District] = relationship()


class DistrictBoundary(Base):
    """A district's border from a day on, until its next one.

    ``exact`` are the coordinates of a MultiPolygon as they came, in the system ``epsg``: by it addresses are placed.
    ``outline`` is the same, simplified for the web: a GeoJSON geometry in degrees with its ``bbox``.
    """

    __tablename__ = "district_boundary"
    __table_args__ = (UniqueConstraint("district_id", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"))
    valid_from: Mapped[date]
    source: Mapped[str] = mapped_column(String(255))
    sha256: Mapped[str] = mapped_column(String(64))
    epsg: Mapped[int]
    exact: Mapped[str] = mapped_column(Text)
    outline: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]
    district: Mapped[District] = relationship()


class Address(Base):
    """An address of the municipality's register, as of the last import. Written by ``core.bulk``, read as columns.

    ``number`` is 0 and ``letter`` empty where there is none. ``street_key`` and ``place_key`` are for looking up
    (places/search_keys.py). Latitude and longitude are millionths of a degree. No district: it could not be placed.
    """

    __tablename__ = "address"
    __table_args__ = (
        Index("ix_address_lookup", "street_key", "number", "letter", "postcode"),
        {"sqlite_autoincrement": True},  # an old link must never lead to somebody else's address
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"))
    polling_district_id: Mapped[int | None] = mapped_column(ForeignKey("polling_district.id"))
    street: Mapped[str] = mapped_column(NAME)
    street_key: Mapped[str] = mapped_column(KEY)
    number: Mapped[int]
    letter: Mapped[str] = mapped_column(String(2).with_variant(String(2, collation="C"), "postgresql"))
    postcode: Mapped[str] = mapped_column(String(4))
    place: Mapped[str] = mapped_column(NAME)
    place_key: Mapped[str] = mapped_column(NAME)
    latitude_e6: Mapped[int | None]
    longitude_e6: Mapped[int | None]
