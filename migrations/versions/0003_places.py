"""Polling districts, boundaries on the map, and the address register.

Revision: 0003, after: 0002.
"""

from alembic import op
import sqlalchemy as sa


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql")
LETTER = sa.String(length=2).with_variant(sa.String(length=2, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "polling_district",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("valid_to > valid_from", name=op.f("ck_polling_district_validity")),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_polling_district_district_id_district")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polling_district")),
        sa.UniqueConstraint(
            "district_id", "code", "valid_from", name=op.f("uq_polling_district_district_id_code_valid_from")
        ),
    )
    with op.batch_alter_table("polling_district", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_polling_district_code"), ["code"], unique=False)

    op.create_table(
        "district_boundary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("epsg", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("outline", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"], ["district.id"], name=op.f("fk_district_boundary_district_id_district")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_district_boundary")),
        sa.UniqueConstraint("district_id", "valid_from", name=op.f("uq_district_boundary_district_id_valid_from")),
    )
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("polling_district_id", sa.Integer(), nullable=True),
        sa.Column("street", sa.String(length=200), nullable=False),
        sa.Column("street_key", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("letter", LETTER, nullable=False),
        sa.Column("postcode", sa.String(length=4), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("place_key", sa.String(length=200), nullable=False),
        sa.Column("latitude_e6", sa.Integer(), nullable=True),
        sa.Column("longitude_e6", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["district_id"], ["district.id"], name=op.f("fk_address_district_id_district")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_address_municipality_id_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["polling_district_id"],
            ["polling_district.id"],
            name=op.f("fk_address_polling_district_id_polling_district"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_address_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index("ix_address_lookup", ["street_key", "number", "letter", "postcode"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.drop_index("ix_address_lookup")
        batch_op.drop_index(batch_op.f("ix_address_municipality_id"))

    op.drop_table("address")
    op.drop_table("district_boundary")
    with op.batch_alter_table("polling_district", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_polling_district_code"))

    op.drop_table("polling_district")
