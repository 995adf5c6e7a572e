"""What was decided for an election, the days set in its calendar, and what is done.

Revision: 0007, after: 0006.
"""

from alembic import op
import sqlalchemy as sa


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "election_setting",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_id"], ["election.id"], name=op.f("fk_election_setting_election_id_election")
        ),
        sa.PrimaryKeyConstraint("election_id", "name", name=op.f("pk_election_setting")),
    )
    op.create_table(
        "calendar_day",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["election.id"], name=op.f("fk_calendar_day_election_id_election")),
        sa.PrimaryKeyConstraint("election_id", "row", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "calendar_tick",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["election.id"], name=op.f("fk_calendar_tick_election_id_election")),
        sa.PrimaryKeyConstraint("election_id", "row", name=op.f("pk_calendar_tick")),
    )


def downgrade() -> None:
    op.drop_table("calendar_tick")
    op.drop_table("calendar_day")
    op.drop_table("election_setting")
