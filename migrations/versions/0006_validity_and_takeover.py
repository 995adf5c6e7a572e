"""Whether each contest was found valid, and which person a candidate is.

Revision: 0006, after: 0005.
"""

from alembic import op
import sqlalchemy as sa


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "validity_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("valid", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_validity_decision_contest_id_contest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_validity_decision")),
        sa.UniqueConstraint("contest_id", name=op.f("uq_validity_decision_contest_id")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_candidate_person_id_person"), "person", ["person_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_candidate_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_candidate_person_id"))
        batch_op.drop_constraint(batch_op.f("fk_candidate_person_id_person"), type_="foreignkey")
        batch_op.drop_column("person_id")

    op.drop_table("validity_decision")
