"""A municipality is known by its number; several may share a name.

Revision: 0002, after: 0001. Taking it back is refused by the database, and nothing changed, where two share a name.
"""

from alembic import op
import sqlalchemy as sa


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_municipality_name"), type_="unique")
    op.create_index(
        "uq_municipality_name_without_number",
        "municipality",
        ["name"],
        unique=True,
        sqlite_where=sa.text("number IS NULL"),
        postgresql_where=sa.text("number IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("uq_municipality_name_without_number", table_name="municipality")
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.create_unique_constraint(batch_op.f("uq_municipality_name"), ["name"])
