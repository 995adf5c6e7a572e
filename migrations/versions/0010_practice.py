"""A database for practice says so itself.

Revision: 0010, after: 0009.
"""

from alembic import op
import sqlalchemy as sa


revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practice_copy",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("copied", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_practice_copy_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_copy")),
    )


def downgrade() -> None:
    op.drop_table("practice_copy")
