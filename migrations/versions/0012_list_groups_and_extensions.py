"""Later list deadlines per district, postponed elections, what the national board has said, calendar links.

Revision: 0012, after: 0011.
"""

from alembic import op
import sqlalchemy as sa


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_shift",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.String(length=40), nullable=False),
        sa.Column("shiftable", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["election.id"], name=op.f("fk_calendar_shift_election_id_election")),
        sa.PrimaryKeyConstraint("election_id", "row", name=op.f("pk_calendar_shift")),
    )
    op.create_table(
        "calendar_subscription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=254), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.String(length=254), nullable=True),
        sa.ForeignKeyConstraint(
            ["election_id"], ["election.id"], name=op.f("fk_calendar_subscription_election_id_election")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_subscription")),
    )
    with op.batch_alter_table("calendar_subscription", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_subscription_election_id"), ["election_id"], unique=False)

    op.create_table(
        "election_postponement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day_before", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decision", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["election_id"], ["election.id"], name=op.f("fk_election_postponement_election_id_election")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_postponement")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_election_postponement_election_id_number")),
    )
    op.create_table(
        "list_extension",
        sa.Column("contest_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name=op.f("fk_list_extension_contest_id_contest")),
        sa.PrimaryKeyConstraint("contest_id", name=op.f("pk_list_extension")),
    )
    with op.batch_alter_table("contest", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("has_decision_power", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    with op.batch_alter_table("list_proposal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("board_statement", sa.String(length=40), server_default="none", nullable=False))
        batch_op.add_column(
            sa.Column("board_statement_source", sa.String(length=200), server_default="", nullable=False)
        )
    with op.batch_alter_table("list_proposal_candidate", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("not_in_control_committee", sa.String(length=40), server_default="unknown", nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("list_proposal_candidate", schema=None) as batch_op:
        batch_op.drop_column("not_in_control_committee")
    with op.batch_alter_table("list_proposal", schema=None) as batch_op:
        batch_op.drop_column("board_statement_source")
        batch_op.drop_column("board_statement")
    with op.batch_alter_table("contest", schema=None) as batch_op:
        batch_op.drop_column("has_decision_power")
    op.drop_table("list_extension")
    op.drop_table("election_postponement")
    with op.batch_alter_table("calendar_subscription", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_subscription_election_id"))

    op.drop_table("calendar_subscription")
    op.drop_table("calendar_shift")
