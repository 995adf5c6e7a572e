"""What a list proposal is stored as: the proposal, its candidates and signers as they stand, and all its versions.

Candidates and signers are the working copy. From receipt on every change leaves a version behind, which is never
changed; versions hold what stands on the ballot, never who signed. Signers are removed when the election is decided
valid and all complaints are closed (``services.signers.forget_signers``): until then they may have to be shown.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.database import Base, stored
from app.elections.domain.list_changes import VersionCause
from app.elections.domain.list_proposal import Answer, BoardStatement, ProposerKind, Reply, SignerRole
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.models import CODE, NAME, ContestRow, ReceivedFile

ACTOR = String(254)
REFERENCE = String(80)


class ListProposalRow(Base):
    """A list proposal. ``edit`` counts saves, so that no save overwrites one it has not seen.

    ``respond_by`` is the day the proposers have to correct by; ``candidate_list_id`` the frozen list, once approved.
    ``board_statement`` is what the party's national board has said of who stands for it here, and where it was read.
    """

    __tablename__ = "list_proposal"
    __table_args__ = (UniqueConstraint("contest_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"))
    code: Mapped[str] = mapped_column(CODE)
    heading: Mapped[str] = mapped_column(NAME)
    kind: Mapped[ProposerKind] = mapped_column(stored(ProposerKind))
    state: Mapped[ListProposalState] = mapped_column(stored(ListProposalState))
    contact_address: Mapped[str] = mapped_column(NAME)
    contact_email: Mapped[str] = mapped_column(ACTOR)
    board_statement: Mapped[BoardStatement] = mapped_column(stored(BoardStatement), default=BoardStatement.NONE)
    board_statement_source: Mapped[str] = mapped_column(NAME, default="")
    edit: Mapped[int]
    received_at: Mapped[datetime | None]
    received_by: Mapped[str | None] = mapped_column(ACTOR)
    respond_by: Mapped[date | None]
    withdrawal_received_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ACTOR)
    case_number: Mapped[str] = mapped_column(REFERENCE)
    reasons: Mapped[str] = mapped_column(Text)
    decided_on_findings: Mapped[str | None] = mapped_column(Text)
    candidate_list_id: Mapped[int | None] = mapped_column(ForeignKey("candidate_list.id"))
    signers_forgotten_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ACTOR)
    contest: Mapped[ContestRow] = relationship()
    candidates: Mapped[list["ProposedCandidateRow"]] = relationship(
        back_populates="proposal",
        order_by="(ProposedCandidateRow.position, ProposedCandidateRow.id)",
        cascade="all, delete-orphan",
    )
    signers: Mapped[list["SignerRow"]] = relationship(
        back_populates="proposal", order_by="SignerRow.ordinal", cascade="all, delete-orphan"
    )
    versions: Mapped[list["ListVersionRow"]] = relationship(
        back_populates="proposal", order_by="ListVersionRow.number", cascade="all, delete-orphan"
    )
    notices: Mapped[list["DefectNoticeRow"]] = relationship(
        back_populates="proposal", order_by="DefectNoticeRow.number", cascade="all, delete-orphan"
    )
    attachments: Mapped[list["ListAttachmentRow"]] = relationship(
        order_by="ListAttachmentRow.id", cascade="all, delete-orphan"
    )


class ProposedCandidateRow(Base):
    """A candidate as the proposal has it now. Birth date, address and e-mail never stand on a ballot or a public page.

    The answers to the conditions of eligibility have one source, one moment and one who ticked them.
    """

    __tablename__ = "list_proposal_candidate"
    __table_args__ = (CheckConstraint("position >= 1", name="position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("list_proposal.id"), index=True)
    position: Mapped[int]
    first_name: Mapped[str] = mapped_column(NAME)
    last_name: Mapped[str] = mapped_column(NAME)
    birth_year: Mapped[int | None]
    birth_date: Mapped[date | None]
    profession: Mapped[str] = mapped_column(NAME)
    residence: Mapped[str] = mapped_column(NAME)
    group_name: Mapped[str] = mapped_column(NAME)
    bonus: Mapped[bool]
    address: Mapped[str] = mapped_column(NAME)
    email: Mapped[str] = mapped_column(ACTOR)
    voting_right: Mapped[Answer] = mapped_column(stored(Answer))
    resident: Mapped[Answer] = mapped_column(stored(Answer))
    no_excluded_position: Mapped[Answer] = mapped_column(stored(Answer))
    not_in_control_committee: Mapped[Answer] = mapped_column(stored(Answer), default=Answer.UNKNOWN)
    checked_source: Mapped[str] = mapped_column(NAME)
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[str | None] = mapped_column(ACTOR)
    told_at: Mapped[datetime | None]
    reply: Mapped[Reply] = mapped_column(stored(Reply))
    replied_on: Mapped[date | None]
    proposal: Mapped[ListProposalRow] = relationship(back_populates="candidates")


class SignerRow(Base):
    """One who has signed: no more than the act asks for (R-59). Confidential, and removed when no longer needed."""

    __tablename__ = "list_proposal_signer"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("list_proposal.id"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str] = mapped_column(NAME)
    birth_date: Mapped[date | None]
    address: Mapped[str] = mapped_column(NAME)
    board_member: Mapped[bool]
    entitled: Mapped[bool | None]
    role: Mapped[SignerRole] = mapped_column(stored(SignerRole))
    proposal: Mapped[ListProposalRow] = relationship(back_populates="signers")


class ListVersionRow(Base):
    """The heading and the candidates as they once stood, as JSON. Never changed."""

    __tablename__ = "list_proposal_version"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("list_proposal.id"))
    number: Mapped[int]
    cause: Mapped[VersionCause] = mapped_column(stored(VersionCause))
    heading: Mapped[str] = mapped_column(NAME)
    document: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(ACTOR)
    proposal: Mapped[ListProposalRow] = relationship(back_populates="versions")


class DefectNoticeRow(Base):
    """A letter to the representative: what was found in which version, as JSON, and the day to answer by."""

    __tablename__ = "list_proposal_notice"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("list_proposal.id"))
    number: Mapped[int]
    version: Mapped[int]
    findings: Mapped[str] = mapped_column(Text)
    respond_by: Mapped[date]
    sent_at: Mapped[datetime]
    sent_by: Mapped[str] = mapped_column(ACTOR)
    proposal: Mapped[ListProposalRow] = relationship(back_populates="notices")


class ListAttachmentRow(Base):
    """A paper that came with the proposal: what it is, and the file as it was handed in."""

    __tablename__ = "list_proposal_attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("list_proposal.id"), index=True)
    received_file_id: Mapped[int] = mapped_column(ForeignKey("received_file.id"))
    description: Mapped[str] = mapped_column(NAME)
    file: Mapped[ReceivedFile] = relationship()


class ListAnnouncementRow(Base):
    """The day the headings of a contest's approved lists were announced; the time to complain runs from it."""

    __tablename__ = "list_announcement"

    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), primary_key=True)
    announced_on: Mapped[date]
    place: Mapped[str] = mapped_column(NAME)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)


class ListExtensionRow(Base):
    """The municipal council gave one district a later list deadline, because too few lists had come in (R-24)."""

    __tablename__ = "list_extension"

    contest_id: Mapped[int] = mapped_column(ForeignKey("contest.id"), primary_key=True)
    until: Mapped[date]
    decided_on: Mapped[date]
    reference: Mapped[str] = mapped_column(REFERENCE)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(ACTOR)
