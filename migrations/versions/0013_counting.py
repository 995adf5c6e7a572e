"""Units of the counts with the figures two people typed; ballots and votes that needed a decision; hand-overs.

Revision: 0013, after: 0012.
"""

from alembic import op
import sqlalchemy as sa


revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "advance_place",
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_advance_place_contest_id_contest")),
        sa.PrimaryKeyConstraint("contest_id", "code", name=op.f("pk_advance_place")),
    )
    op.create_table(
        "ballot_hand_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_contest_id", sa.Integer(), nullable=False),
        sa.Column("to_contest_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=2), nullable=False),
        sa.Column(
            "place",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.String(length=254), nullable=False),
        sa.Column("received", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_by", sa.String(length=254), nullable=True),
        sa.Column("remark", sa.String(length=500), nullable=False),
        sa.CheckConstraint("from_contest_id <> to_contest_id", name=op.f("ck_ballot_hand_over_districts")),
        sa.CheckConstraint("received >= 0", name=op.f("ck_ballot_hand_over_received")),
        sa.CheckConstraint("sent > 0", name=op.f("ck_ballot_hand_over_sent")),
        sa.ForeignKeyConstraint(
            ["from_contest_id"], ["contest.id"], name=op.f("fk_ballot_hand_over_from_contest_id_contest")
        ),
        sa.ForeignKeyConstraint(
            ["to_contest_id"], ["contest.id"], name=op.f("fk_ballot_hand_over_to_contest_id_contest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_hand_over")),
    )
    with op.batch_alter_table("ballot_hand_over", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_hand_over_from_contest_id"), ["from_contest_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballot_hand_over_to_contest_id"), ["to_contest_id"], unique=False)

    op.create_table(
        "count_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=2), nullable=False),
        sa.Column(
            "place",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("pooled", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "awaited",
                "entered",
                "controlled",
                "approved",
                "reopened",
                name="countunitstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.String(length=254), nullable=True),
        sa.CheckConstraint("count IN (1, 2)", name=op.f("ck_count_unit_count")),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_count_unit_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_unit")),
        sa.UniqueConstraint(
            "contest_id", "count", "category", "place", name=op.f("uq_count_unit_contest_id_count_category_place")
        ),
    )
    op.create_table(
        "refused_votes",
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind", sa.Enum("advance", "election_day", name="votekind", native_enum=False, length=40), nullable=False
        ),
        sa.Column(
            "ground",
            sa.Enum(
                "SG-1",
                "SG-2",
                "SG-3",
                "SG-4",
                "SG-5",
                "SG-6",
                "SG-7",
                "SG-8",
                name="refusalground",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_refused_votes_number")),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_refused_votes_contest_id_contest")),
        sa.PrimaryKeyConstraint("contest_id", "kind", "ground", name=op.f("pk_refused_votes")),
    )
    op.create_table(
        "count_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("remark", sa.String(length=500), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.String(length=254), nullable=False),
        sa.CheckConstraint("turn IN (1, 2)", name=op.f("ck_count_entry_turn")),
        sa.ForeignKeyConstraint(["unit_id"], ["count_unit.id"], name=op.f("fk_count_entry_unit_id_count_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_entry")),
        sa.UniqueConstraint(
            "unit_id", "round", "turn", "version", name=op.f("uq_count_entry_unit_id_round_turn_version")
        ),
    )
    op.create_table(
        "count_explanation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column(
            "code",
            sa.Enum(
                "F.101",
                "F.102",
                "F.103",
                "F.104",
                "F.105",
                "F.201",
                "F.202",
                "W.101",
                "W.102",
                "W.103",
                "W.201",
                "W.202",
                "W.203",
                "W.204",
                "W.205",
                "W.301",
                name="controlcode",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["count_unit.id"], name=op.f("fk_count_explanation_unit_id_count_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_explanation")),
        sa.UniqueConstraint("unit_id", "round", "code", name=op.f("uq_count_explanation_unit_id_round_code")),
    )
    op.create_table(
        "count_reopening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("received_file_id", sa.Integer(), nullable=True),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reopened_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["received_file_id"], ["received_file.id"], name=op.f("fk_count_reopening_received_file_id_received_file")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["count_unit.id"], name=op.f("fk_count_reopening_unit_id_count_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_reopening")),
        sa.UniqueConstraint("unit_id", "round", name=op.f("uq_count_reopening_unit_id_round")),
    )
    op.create_table(
        "doubtful_ballot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=2), nullable=False),
        sa.Column(
            "place",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "for_list",
                "blank",
                "rejected-a",
                "rejected-b",
                "rejected-c",
                "rejected-d",
                name="doubtfuloutcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("list_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=254), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.String(length=254), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_doubtful_ballot_contest_id_contest")),
        sa.ForeignKeyConstraint(
            ["list_id"], ["candidate_list.id"], name=op.f("fk_doubtful_ballot_list_id_candidate_list")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubtful_ballot")),
        sa.UniqueConstraint(
            "contest_id",
            "category",
            "place",
            "number",
            name=op.f("uq_doubtful_ballot_contest_id_category_place_number"),
        ),
    )


def downgrade() -> None:
    op.drop_table("doubtful_ballot")
    op.drop_table("count_reopening")
    op.drop_table("count_explanation")
    op.drop_table("count_entry")
    op.drop_table("refused_votes")
    op.drop_table("count_unit")
    with op.batch_alter_table("ballot_hand_over", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ballot_hand_over_to_contest_id"))
        batch_op.drop_index(batch_op.f("ix_ballot_hand_over_from_contest_id"))

    op.drop_table("ballot_hand_over")
    op.drop_table("advance_place")
