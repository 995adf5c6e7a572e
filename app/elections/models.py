"""What an election is stored as: its lists, its counts, its changed ballots, the files they came in, its settlements.

Changed ballots are kept for ever and never touched as objects: they are written by ``core.bulk`` and read as columns.
A settlement is a row that is added once; nothing in this module is ever overwritten by a later one.
"""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base
from app.councils.models import District, Municipality

CODE = String(20)
NAME = String(200)
SHA256 = String(64)
BETWEEN_LISTS, OF_PERSONS = "lists", "majority"
"""What a settlement gives seats to: lists, or persons by most votes."""
PAPER_CODE = String(80).with_variant(String(80, collation="C"), "postgresql")  # same order in both databases


class ElectionRow(Base):
    """All contests of one municipality on one day. ``address`` is its place in public addresses: ``2023``."""

    __tablename__ = "election"

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    address: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(NAME)
    rule_set: Mapped[str] = mapped_column(String(20))
    election_day: Mapped[date]
    release_time: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]
    municipality: Mapped[Municipality] = relationship()
    contests: Mapped[list["ContestRow"]] = relationship(back_populates="election", order_by="ContestRow.ordinal")


class ContestRow(Base):
    """The election in one district. ``ordinal`` keeps the order of the setup.

    ``has_decision_power``: powers are delegated to the council, which keeps the control committee out of it (R-40).
    """

    __tablename__ = "contest"
    __table_args__ = (UniqueConstraint("election_id", "code"), CheckConstraint("seats BETWEEN 3 AND 199", name="seats"))

    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    seats: Mapped[int]
    electors: Mapped[int | None]
    has_decision_power: Mapped[bool] = mapped_column(default=False)
    election: Mapped[ElectionRow] = relationship(back_populates="contests")
    district: Mapped[District] = relationship()
    lists: Mapped[list["CandidateListRow"]] = relationship(
        back_populates="contest", order_by="CandidateListRow.ordinal"
    )
    polling_districts: Mapped[list["ContestPollingDistrict"]] = relationship(order_by="ContestPollingDistrict.ordinal")


class ContestPollingDistrict(Base):
    """A polling district as it was in this election; the register of today is another matter."""

    __tablename__ = "contest_polling_district"
    __table_args__ = (UniqueConstraint("contest_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    electors: Mapped[int | None]


class CandidateListRow(Base):
    """An approved list of a contest."""

    __tablename__ = "candidate_list"
    __table_args__ = (UniqueConstraint("contest_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    ordinal: Mapped[int]
    code: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    registered_party: Mapped[bool]
    contest: Mapped[ContestRow] = relationship(back_populates="lists")
    candidates: Mapped[list["CandidateRow"]] = relationship(order_by="CandidateRow.position")


class CandidateRow(Base):
    """One name on a list, frozen with it (R-66): whether the person is eligible (R-163) is what the setup file said.

    What was found out later stands in ``settling.models.EligibilityFindingRow`` and goes first.

    ``group_name`` is the group the person belongs to, on a joint list that tells so (R-54).

    ``person_id`` is who it is in the register of persons, known once the election is found valid and, for the lists
    that won seats, taken over by the council.
    """

    __tablename__ = "candidate"
    __table_args__ = (
        UniqueConstraint("list_id", "position"),
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("gender IN ('f', 'm')", name="gender"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("candidate_list.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(NAME)
    birth_year: Mapped[int | None]
    bonus: Mapped[bool]
    eligible: Mapped[bool]
    profession: Mapped[str | None] = mapped_column(NAME)
    residence: Mapped[str | None] = mapped_column(NAME)
    group_name: Mapped[str | None] = mapped_column(NAME)
    gender: Mapped[str | None] = mapped_column(String(1))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class ReceivedFile(Base):
    """A file as it was handed in: its name, fingerprint and size. The bytes are kept in ``ReceivedFilePart``."""

    __tablename__ = "received_file"
    __table_args__ = (Index(None, "election_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("election.id"))
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(255))
    sha256: Mapped[str] = mapped_column(SHA256)
    size: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int]
    received_at: Mapped[datetime]
    received_by: Mapped[str] = mapped_column(String(254))


class ReceivedFilePart(Base):
    """A piece of a received file, compressed; the pieces in order are the file."""

    __tablename__ = "received_file_part"

    file_id: Mapped[int] = mapped_column(ForeignKey("received_file.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class CountLineRow(Base):
    """One figure of a count: (contest, first or second count, category, place, line) → number."""

    __tablename__ = "count_line"
    __table_args__ = (
        CheckConstraint("count IN (1, 2)", name="count"),
        CheckConstraint("number BETWEEN 0 AND 10000000", name="number"),
    )

    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), primary_key=True)
    count: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    category: Mapped[str] = mapped_column(String(2), primary_key=True)
    place: Mapped[str] = mapped_column(PAPER_CODE, primary_key=True)
    line: Mapped[str] = mapped_column(PAPER_CODE, primary_key=True)
    number: Mapped[int]
    received_file_id: Mapped[int | None] = mapped_column(ForeignKey("received_file.id"))


class Batch(Base):
    """A bundle of changed ballots, as the scanner or the batch sheet names it."""

    __tablename__ = "batch"
    __table_args__ = (UniqueConstraint("contest_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    code: Mapped[str] = mapped_column(PAPER_CODE)


class ChangedBallotRow(Base):
    """A changed ballot, whole in one row: marks ``1 4 7`` and write-ins ``B:3 ?``, in the order on the paper.

    Nothing here or elsewhere tells whose ballot it was.
    """

    __tablename__ = "changed_ballot"
    __table_args__ = (
        ForeignKeyConstraint(["list_id"], ["candidate_list.id"]),
        {"sqlite_with_rowid": False},
    )

    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"), primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(PAPER_CODE, primary_key=True)
    list_id: Mapped[int]
    marks: Mapped[str] = mapped_column(Text)
    write_ins: Mapped[str] = mapped_column(Text)
    received_file_id: Mapped[int | None] = mapped_column(ForeignKey("received_file.id"))


class SettlementRow(Base):
    """A settlement of a contest, made once from inputs whose fingerprint it carries. Never changed, never removed.

    What the board decides about it stands in ``settling.models``: a settlement counts when it is decided there, for as
    long as it is not annulled there.

    ``document`` is the whole domain ``Settlement`` with every step, as JSON: pages, records and files print from it.
    Of ``kind`` majority it is a ``MajoritySettlement`` instead.
    """

    __tablename__ = "settlement"
    __table_args__ = (UniqueConstraint("contest_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), default=BETWEEN_LISTS, server_default=BETWEEN_LISTS)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(String(254))
    input_sha256: Mapped[str] = mapped_column(SHA256)
    document: Mapped[str] = mapped_column(Text)
    contest: Mapped[ContestRow] = relationship()


class ValidityDecisionRow(Base):
    """What the municipal council decided on the election in one district: once, for good.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1).
    Rules: R-205.
    """

    __tablename__ = "validity_decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), unique=True)
    valid: Mapped[bool]
    decided_on: Mapped[date]
    reference: Mapped[str] = mapped_column(String(80))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(254))
