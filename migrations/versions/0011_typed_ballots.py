"""Changed ballots typed from paper: bundles, what was typed, rulings on differences, and samples drawn in public.

Revision: 0011, after: 0010.
"""

from alembic import op
import sqlalchemy as sa


revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ballot_sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=60), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("witnesses", sa.String(length=500), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drawn_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_ballot_sample_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_sample")),
        sa.UniqueConstraint("contest_id", "number", name=op.f("uq_ballot_sample_contest_id_number")),
    )
    op.create_table(
        "sampled_ballot",
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "batch",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "ballot",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("list_code", sa.String(length=20), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("write_ins", sa.Text(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("difference", sa.String(length=500), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.String(length=254), nullable=True),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["ballot_sample.id"], name=op.f("fk_sampled_ballot_sample_id_ballot_sample")
        ),
        sa.PrimaryKeyConstraint("sample_id", "ordinal", name=op.f("pk_sampled_ballot")),
    )
    op.create_table(
        "typed_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column(
            "code", sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("ballots", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "registered",
                "entered_once",
                "differs",
                "agreed",
                "approved",
                "reopened",
                "withdrawn",
                name="batchstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by", sa.String(length=254), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.String(length=254), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("ballots BETWEEN 1 AND 200", name=op.f("ck_typed_batch_ballots")),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_typed_batch_batch_id_batch")),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_typed_batch_contest_id_contest")),
        sa.ForeignKeyConstraint(["list_id"], ["candidate_list.id"], name=op.f("fk_typed_batch_list_id_candidate_list")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed_batch")),
        sa.UniqueConstraint("contest_id", "code", name=op.f("uq_typed_batch_contest_id_code")),
    )
    op.create_table(
        "ballot_ruling",
        sa.Column("typed_batch_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ruled_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["typed_batch_id"], ["typed_batch.id"], name=op.f("fk_ballot_ruling_typed_batch_id_typed_batch")
        ),
        sa.PrimaryKeyConstraint("typed_batch_id", "round", "number", name=op.f("pk_ballot_ruling")),
    )
    op.create_table(
        "typed_entry",
        sa.Column("typed_batch_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("turn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("typed_by", sa.String(length=254), nullable=False),
        sa.Column("shown_to", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("turn IN (1, 2)", name=op.f("ck_typed_entry_turn")),
        sa.ForeignKeyConstraint(
            ["typed_batch_id"], ["typed_batch.id"], name=op.f("fk_typed_entry_typed_batch_id_typed_batch")
        ),
        sa.PrimaryKeyConstraint("typed_batch_id", "round", "turn", name=op.f("pk_typed_entry")),
    )


def downgrade() -> None:
    op.drop_table("typed_entry")
    op.drop_table("ballot_ruling")
    op.drop_table("typed_batch")
    op.drop_table("sampled_ballot")
    op.drop_table("ballot_sample")
