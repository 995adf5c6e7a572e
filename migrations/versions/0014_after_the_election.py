"""After the election: records as they were issued, and complaints with what was decided on them.

Revision: 0014, after: 0013.
"""

from alembic import op
import sqlalchemy as sa


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

DECIDED_AT = ("electoral_board", "municipal_council", "ministry", "riksvalgstyret")


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "about",
            sa.Enum(
                "lists", "roll", "conduct", "settlement", "validity", name="about", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("received", "forwarded", "decided", name="complaintstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("complainant", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=254), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.Column("forwarded_on", sa.Date(), nullable=True),
        sa.Column(
            "forwarded_to", sa.Enum(*DECIDED_AT, name="decidedat", native_enum=False, length=40), nullable=True
        ),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("forwarded_recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column(
            "decided_at", sa.Enum(*DECIDED_AT, name="decidedat", native_enum=False, length=40), nullable=True
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "upheld",
                "partly_upheld",
                "not_upheld",
                "dismissed",
                name="complaintoutcome",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("admitted_because", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("decision_recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_recorded_by", sa.String(length=254), nullable=True),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_complaint_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("contest_id", "number", name=op.f("uq_complaint_contest_id_number")),
    )
    op.create_table(
        "issued_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("settlement_number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=120), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.String(length=254), nullable=False),
        sa.Column("signed", sa.String(length=200), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_issued_record_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_record")),
        sa.UniqueConstraint(
            "contest_id", "edition", "language", name=op.f("uq_issued_record_contest_id_edition_language")
        ),
    )
    with op.batch_alter_table("issued_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issued_record_words"), ["words"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("issued_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_issued_record_words"))

    op.drop_table("issued_record")
    op.drop_table("complaint")
