"""What the board decides about settlements: decisions, annulments, trials, lots, findings; ballots of majority elections.

Settlements from before were proposed and decided in one act at the keyboard, and are recorded so.

Revision: 0016, after: 0015.
"""

from alembic import op
import sqlalchemy as sa


revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("settlement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=20), server_default="lists", nullable=False))

    op.create_table(
        "settlement_decision",
        sa.Column("settlement_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=254), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("case_number", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["settlement_id"], ["settlement.id"], name=op.f("fk_settlement_decision_settlement_id_settlement")
        ),
        sa.PrimaryKeyConstraint("settlement_id", name=op.f("pk_settlement_decision")),
    )
    op.execute(
        "INSERT INTO settlement_decision (settlement_id, decided_at, decided_by, present, case_number) "
        "SELECT id, made_at, made_by, '', '' FROM settlement"
    )
    op.create_table(
        "settlement_annulment",
        sa.Column("settlement_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("annulled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("annulled_by", sa.String(length=254), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["settlement_id"], ["settlement.id"], name=op.f("fk_settlement_annulment_settlement_id_settlement")
        ),
        sa.PrimaryKeyConstraint("settlement_id", name=op.f("pk_settlement_annulment")),
    )
    op.create_table(
        "trial_settlement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=254), nullable=False),
        sa.Column("input_sha256", sa.String(length=64), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("lot_required", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_trial_settlement_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial_settlement")),
    )
    with op.batch_alter_table("trial_settlement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trial_settlement_contest_id"), ["contest_id"], unique=False)

    op.create_table(
        "settlement_lot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("input_sha256", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("between", sa.Text(), nullable=False),
        sa.Column("winner", sa.String(length=200), nullable=False),
        sa.Column("witnesses", sa.Text(), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_settlement_lot_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlement_lot")),
        sa.UniqueConstraint(
            "contest_id", "input_sha256", "ordinal", name=op.f("uq_settlement_lot_contest_id_input_sha256_ordinal")
        ),
    )
    op.create_table(
        "eligibility_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column(
            "cause",
            sa.Enum(
                "dead",
                "not_resident",
                "no_voting_right",
                "excluded_position",
                "eligible_after_all",
                name="findingcause",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_eligibility_finding_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eligibility_finding")),
    )
    with op.batch_alter_table("eligibility_finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_eligibility_finding_candidate_id"), ["candidate_id"], unique=False)

    op.create_table(
        "majority_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("ballots", sa.Integer(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by", sa.String(length=254), nullable=False),
        sa.CheckConstraint("ballots >= 1", name=op.f("ck_majority_batch_ballots")),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_majority_batch_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_majority_batch")),
        sa.UniqueConstraint("contest_id", "code", name=op.f("uq_majority_batch_contest_id_code")),
    )
    op.create_table(
        "majority_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("ballots", sa.Text(), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["majority_batch.id"], name=op.f("fk_majority_entry_batch_id_majority_batch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_majority_entry")),
    )
    with op.batch_alter_table("majority_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_majority_entry_batch_id"), ["batch_id"], unique=False)

    op.create_table(
        "majority_name_ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("written", sa.String(length=200), nullable=False),
        sa.Column(
            "ruling",
            sa.Enum("as_written", "same_as", "unclear", "ineligible", name="ruling", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_majority_name_ruling_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_majority_name_ruling")),
    )
    with op.batch_alter_table("majority_name_ruling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_majority_name_ruling_contest_id"), ["contest_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("majority_name_ruling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_majority_name_ruling_contest_id"))

    op.drop_table("majority_name_ruling")
    with op.batch_alter_table("majority_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_majority_entry_batch_id"))

    op.drop_table("majority_entry")
    op.drop_table("majority_batch")
    with op.batch_alter_table("eligibility_finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_eligibility_finding_candidate_id"))

    op.drop_table("eligibility_finding")
    op.drop_table("settlement_lot")
    with op.batch_alter_table("trial_settlement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trial_settlement_contest_id"))

    op.drop_table("trial_settlement")
    op.drop_table("settlement_annulment")
    op.drop_table("settlement_decision")
    with op.batch_alter_table("settlement", schema=None) as batch_op:
        batch_op.drop_column("kind")
