"""List proposals with all that belongs to them; when approved lists were announced; groups on joint lists.

Revision: 0008, after: 0006.
"""

from alembic import op
import sqlalchemy as sa


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_name", sa.String(length=200), nullable=True))

    op.create_table(
        "list_announcement",
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("announced_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_list_announcement_contest_id_contest")),
        sa.PrimaryKeyConstraint("contest_id", name=op.f("pk_list_announcement")),
    )
    op.create_table(
        "list_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "registered_party",
                "party_without_branch",
                "group",
                "joint",
                name="proposerkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "received",
                "defects_notified",
                "corrected",
                "approved",
                "rejected",
                "withdrawn",
                name="listproposalstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("contact_address", sa.String(length=200), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_by", sa.String(length=254), nullable=True),
        sa.Column("respond_by", sa.Date(), nullable=True),
        sa.Column("withdrawal_received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(length=254), nullable=True),
        sa.Column("case_number", sa.String(length=80), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("decided_on_findings", sa.Text(), nullable=True),
        sa.Column("candidate_list_id", sa.Integer(), nullable=True),
        sa.Column("signers_forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_list_id"], ["candidate_list.id"], name=op.f("fk_list_proposal_candidate_list_id_candidate_list")
        ),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_list_proposal_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal")),
        sa.UniqueConstraint("contest_id", "code", name=op.f("uq_list_proposal_contest_id_code")),
    )
    op.create_table(
        "list_proposal_attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("received_file_id", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_list_proposal_attachment_proposal_id_list_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["received_file_id"],
            ["received_file.id"],
            name=op.f("fk_list_proposal_attachment_received_file_id_received_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal_attachment")),
    )
    with op.batch_alter_table("list_proposal_attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_list_proposal_attachment_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "list_proposal_candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_name", sa.String(length=200), nullable=False),
        sa.Column("last_name", sa.String(length=200), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("profession", sa.String(length=200), nullable=False),
        sa.Column("residence", sa.String(length=200), nullable=False),
        sa.Column("group_name", sa.String(length=200), nullable=False),
        sa.Column("bonus", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column(
            "voting_right",
            sa.Enum(
                "unknown",
                "fulfilled",
                "declared",
                "declaration_missing",
                "not_fulfilled",
                name="answer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "resident",
            sa.Enum(
                "unknown",
                "fulfilled",
                "declared",
                "declaration_missing",
                "not_fulfilled",
                name="answer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "no_excluded_position",
            sa.Enum(
                "unknown",
                "fulfilled",
                "declared",
                "declaration_missing",
                "not_fulfilled",
                name="answer",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("checked_source", sa.String(length=200), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by", sa.String(length=254), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "reply", sa.Enum("none", "accepted", "declined", name="reply", native_enum=False, length=40), nullable=False
        ),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.CheckConstraint("position >= 1", name=op.f("ck_list_proposal_candidate_position")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_list_proposal_candidate_proposal_id_list_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal_candidate")),
    )
    with op.batch_alter_table("list_proposal_candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_list_proposal_candidate_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "list_proposal_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("respond_by", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_list_proposal_notice_proposal_id_list_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal_notice")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_list_proposal_notice_proposal_id_number")),
    )
    op.create_table(
        "list_proposal_signer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("board_member", sa.Boolean(), nullable=False),
        sa.Column("entitled", sa.Boolean(), nullable=True),
        sa.Column(
            "role",
            sa.Enum("signer", "representative", "deputy", "committee", name="signerrole", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_list_proposal_signer_proposal_id_list_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal_signer")),
    )
    with op.batch_alter_table("list_proposal_signer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_list_proposal_signer_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "list_proposal_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "cause",
            sa.Enum(
                "received", "typed_again", "corrected", "struck", name="versioncause", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["list_proposal.id"], name=op.f("fk_list_proposal_version_proposal_id_list_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_proposal_version")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_list_proposal_version_proposal_id_number")),
    )


def downgrade() -> None:
    op.drop_table("list_proposal_version")
    with op.batch_alter_table("list_proposal_signer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_list_proposal_signer_proposal_id"))

    op.drop_table("list_proposal_signer")
    op.drop_table("list_proposal_notice")
    with op.batch_alter_table("list_proposal_candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_list_proposal_candidate_proposal_id"))

    op.drop_table("list_proposal_candidate")
    with op.batch_alter_table("list_proposal_attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_list_proposal_attachment_proposal_id"))

    op.drop_table("list_proposal_attachment")
    op.drop_table("list_proposal")
    op.drop_table("list_announcement")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_column("group_name")
