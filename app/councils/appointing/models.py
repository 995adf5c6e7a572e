"""What is prepared when the municipal council appoints its district councils: votes, names, lists, and the decision.

What people edit row by row are rows. A vote and its rounds are one document each, and so is what was decided, kept as
it was shown. ``version`` counts the edits of a council: a save that has not seen the latest is refused.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.councils.council_models import CODE, NAME, Council, CouncilTerm, Person, Term
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.eligibility import Position
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.proportional_election import VotingForm
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.membership_models import REFERENCE
from app.councils.models import District
from app.councils.versioned import ACTOR


class Appointment(Base):
    """The appointment of a municipality's district councils for a term.

    ``decided_on`` is the day of the municipal council's vote. ``key_whole`` and ``key_published_in`` belong to the
    advance key (R-233), whose part stands with each council. ``warn_under`` is None for "as many names as seats".
    """

    __tablename__ = "appointment"
    __table_args__ = (CheckConstraint("to_on > from_on", name="has_a_day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), index=True)
    name: Mapped[str] = mapped_column(NAME)
    decided_on: Mapped[date]
    from_on: Mapped[date]
    to_on: Mapped[date]
    state: Mapped[AppointmentState] = mapped_column(stored(AppointmentState))
    local_seat_method: Mapped[LocalSeatMethod] = mapped_column(stored(LocalSeatMethod))
    basis: Mapped[AllocationBasis] = mapped_column(stored(AllocationBasis))
    key_whole: Mapped[int | None]
    key_published_in: Mapped[str] = mapped_column(NAME)
    several_districts: Mapped[MultiDistrictCandidacy] = mapped_column(stored(MultiDistrictCandidacy))
    residence_restriction: Mapped[bool]
    blank_counts: Mapped[bool]
    warn_under: Mapped[int | None]
    version: Mapped[int]
    decision_reference: Mapped[str] = mapped_column(REFERENCE)
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(ACTOR)
    term: Mapped[Term] = relationship()
    groups: Mapped[list["AppointmentGroup"]] = relationship(
        back_populates="appointment", order_by="AppointmentGroup.ordinal", cascade="all, delete-orphan"
    )
    councils: Mapped[list["CouncilAppointment"]] = relationship(
        back_populates="appointment", order_by="CouncilAppointment.ordinal"
    )


class AppointmentGroup(Base):
    """A party of the latest municipal election; ``members`` it has in the municipal council, perhaps none."""

    __tablename__ = "appointment_group"
    __table_args__ = (UniqueConstraint("appointment_id", "code"), CheckConstraint("members >= 0", name="members"))

    id: Mapped[int] = mapped_column(primary_key=True)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"))
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    members: Mapped[int]
    appointment: Mapped[Appointment] = relationship(back_populates="groups")


class CouncilAppointment(Base):
    """One council in an appointment. What has not been said or done yet is None.

    ``ballot``, ``officers`` and ``target_lots`` are documents, see ``appointment_documents``; so is ``outcome``, which
    is written once, by the decision.
    """

    __tablename__ = "council_appointment"
    __table_args__ = (
        UniqueConstraint("appointment_id", "council_id"),
        CheckConstraint("seats BETWEEN 3 AND 199", name="seats"),
        CheckConstraint("key_part >= 0", name="key_part"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"))
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    ordinal: Mapped[int]
    seats: Mapped[int]
    key_part: Mapped[int | None]
    proportional_demanded: Mapped[bool | None]
    voting_form: Mapped[VotingForm | None] = mapped_column(stored(VotingForm))
    unanimous_on_method: Mapped[bool | None]
    unanimous_on_nomination: Mapped[bool | None]
    exception: Mapped[str] = mapped_column(Text)
    ballot: Mapped[str | None] = mapped_column(Text)
    officers: Mapped[str | None] = mapped_column(Text)
    target_lots: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    council_term_id: Mapped[int | None] = mapped_column(ForeignKey("council_term.id"))
    version: Mapped[int]
    appointment: Mapped[Appointment] = relationship(back_populates="councils")
    council: Mapped[Council] = relationship()
    council_term: Mapped[CouncilTerm | None] = relationship()
    ballots: Mapped[list["DistrictBallots"]] = relationship(cascade="all, delete-orphan")
    nominees: Mapped[list["NomineeRow"]] = relationship(order_by="NomineeRow.place", cascade="all, delete-orphan")
    lists: Mapped[list["GroupListRow"]] = relationship(order_by="GroupListRow.ordinal", cascade="all, delete-orphan")


class DistrictBallots(Base):
    """A party's ballots in a district in the latest municipal election: on election day, and in advance."""

    __tablename__ = "district_ballots"
    __table_args__ = (CheckConstraint("election_day >= 0 AND advance >= 0", name="not_negative"),)

    council_appointment_id: Mapped[int] = mapped_column(ForeignKey("council_appointment.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("appointment_group.id"), primary_key=True)
    election_day: Mapped[int]
    advance: Mapped[int]
    group: Mapped[AppointmentGroup] = relationship()


class NomineeRow(Base):
    """A name in the nomination of an agreed election. ``place`` orders all names of a council."""

    __tablename__ = "nominee"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_appointment_id: Mapped[int] = mapped_column(ForeignKey("council_appointment.id"), index=True)
    kind: Mapped[NominationKind] = mapped_column(stored(NominationKind))
    place: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    group_code: Mapped[str] = mapped_column(CODE)
    person: Mapped[Person] = relationship()


class GroupListRow(Base):
    """A list put up in a proportional election. ``groups`` and ``signed_by`` are codes with spaces between."""

    __tablename__ = "group_list"
    __table_args__ = (UniqueConstraint("council_appointment_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_appointment_id: Mapped[int] = mapped_column(ForeignKey("council_appointment.id"))
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    groups: Mapped[str] = mapped_column(Text)
    signed_by: Mapped[str] = mapped_column(Text)
    delivered: Mapped[bool]
    names: Mapped[list["GroupListName"]] = relationship(order_by="GroupListName.place", cascade="all, delete-orphan")


class GroupListName(Base):
    """A name on a list; ``group_code`` is empty for one who belongs to no group of the municipal council."""

    __tablename__ = "group_list_name"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_list_id: Mapped[int] = mapped_column(ForeignKey("group_list.id"), index=True)
    place: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    group_code: Mapped[str] = mapped_column(CODE)
    person: Mapped[Person] = relationship()


class EligibilityFacts(Base):
    """What was confirmed of a person who is named: by whom and when. None of it leaves staff pages."""

    __tablename__ = "eligibility_facts"
    __table_args__ = (UniqueConstraint("appointment_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointment.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    resident: Mapped[bool]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"))
    voting_right: Mapped[bool]
    under_voting_age: Mapped[bool]
    position: Mapped[Position | None] = mapped_column(stored(Position))
    position_left_on: Mapped[date | None]
    in_control_committee: Mapped[bool]
    confirmed_at: Mapped[datetime]
    confirmed_by: Mapped[str] = mapped_column(ACTOR)
    district: Mapped[District | None] = relationship()
