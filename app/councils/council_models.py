"""Councils, the terms they sit in, their seats, and the persons who hold or have held an office in them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.councils.domain.basis import CouncilBasis, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.models import District, Municipality

CODE = String(20)
NAME = String(200)


class Council(Base):
    """A *bydelsutvalg*. ``slug`` is its place in public addresses. One that is abolished keeps its history.

    ``contact`` is how one reaches the council: the secretary's address, not a member's.
    """

    __tablename__ = "council"

    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    name: Mapped[str] = mapped_column(NAME)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    contact: Mapped[str] = mapped_column(NAME)
    established_on: Mapped[date]
    abolished_on: Mapped[date | None]
    district: Mapped[District] = relationship()
    terms: Mapped[list["CouncilTerm"]] = relationship(back_populates="council", order_by="CouncilTerm.from_on")


class Term(Base):
    """A *valgperiode* of the municipality, such as "2019–2023"."""

    __tablename__ = "term"
    __table_args__ = (
        UniqueConstraint("municipality_id", "from_on"),
        CheckConstraint("to_on > from_on", name="has_a_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"))
    name: Mapped[str] = mapped_column(String(40))
    from_on: Mapped[date]
    to_on: Mapped[date]
    municipality: Mapped[Municipality] = relationship()


class CouncilTerm(Base):
    """A council in a term: what kind it is, how it was elected, and which days its members can sit.

    A council that sits until its successor has its own ``to_on`` moved by the takeover. The settings are those of the
    municipality as they were when the council was elected.
    """

    __tablename__ = "council_term"
    __table_args__ = (UniqueConstraint("council_id", "from_on"), CheckConstraint("to_on > from_on", name="has_a_day"))

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date]
    basis: Mapped[CouncilBasis] = mapped_column(stored(CouncilBasis))
    elected_by: Mapped[ElectedBy] = mapped_column(stored(ElectedBy))
    elected_on: Mapped[date]
    residence_restriction: Mapped[bool]
    return_right_within_municipality: Mapped[bool]
    delegated_to_executive_board: Mapped[bool]
    council: Mapped[Council] = relationship(back_populates="terms")
    term: Mapped[Term] = relationship()
    seats: Mapped[list["Seat"]] = relationship(back_populates="council_term", order_by="Seat.number")
    groups: Mapped[list["CouncilGroup"]] = relationship(back_populates="council_term", order_by="CouncilGroup.ordinal")


class CouncilGroup(Base):
    """A list or group that has won places in a council; ``code`` is what spells name it by."""

    __tablename__ = "council_group"
    __table_args__ = (UniqueConstraint("council_term_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_term_id: Mapped[int] = mapped_column(ForeignKey("council_term.id"))
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    council_term: Mapped[CouncilTerm] = relationship(back_populates="groups")


class Seat(Base):
    """A place in a council for a term. The seat lasts; people pass through it."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("council_term_id", "number"), CheckConstraint("number >= 1", name="number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    council_term_id: Mapped[int] = mapped_column(ForeignKey("council_term.id"))
    number: Mapped[int]
    council_term: Mapped[CouncilTerm] = relationship(back_populates="seats")


class Person(Base):
    """One who holds or has held an office. Birth date, home address and private contact never leave staff pages."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(NAME, index=True)
    gender: Mapped[Gender | None] = mapped_column(stored(Gender))
    birth_date: Mapped[date | None]
    protected: Mapped[bool]
    home_address: Mapped[str] = mapped_column(NAME)
    private_contact: Mapped[str] = mapped_column(NAME)
    office_contact: Mapped[str] = mapped_column(NAME)


class RankedCandidate(Base):
    """A candidate of the election the council comes from, ranked within the list in the order they are elected.

    Those who are neither member nor deputy are next in a new settlement (R-212).
    """

    __tablename__ = "ranked_candidate"
    __table_args__ = (UniqueConstraint("council_term_id", "list_code", "rank"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_term_id: Mapped[int] = mapped_column(ForeignKey("council_term.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    list_code: Mapped[str] = mapped_column(CODE)
    rank: Mapped[int]
    person: Mapped[Person] = relationship()
