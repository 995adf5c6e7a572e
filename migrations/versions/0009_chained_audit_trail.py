"""Each event of the audit trail carries a fingerprint of itself and of everything before it.

The events that are there get theirs in the order they were recorded.
Revision: 0009, after: 0008.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256

from alembic import op
import sqlalchemy as sa


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FACTS = ("actor", "act", "object_kind", "object_id", "before", "after", "reason", "request_id")


def upgrade() -> None:
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    with op.batch_alter_table("audit_event") as events:
        events.add_column(sa.Column("number", sa.Integer(), nullable=True))
        events.add_column(sa.Column("fingerprint", sa.String(length=64), nullable=True))
    number, fingerprint = _chained()
    op.bulk_insert(head, [{"id": 1, "number": number, "fingerprint": fingerprint}])
    with op.batch_alter_table("audit_event") as events:
        events.create_unique_constraint(op.f("uq_audit_event_number"), ["number"])


def downgrade() -> None:
    with op.batch_alter_table("audit_event") as events:
        events.drop_constraint(op.f("uq_audit_event_number"), type_="unique")
        events.drop_column("fingerprint")
        events.drop_column("number")
    op.drop_table("audit_head")


def _chained() -> tuple[int, str]:
    """Number the events and give each its fingerprint, as ``app.audit.domain.chain`` did when this was written."""
    events = sa.table(
        "audit_event",
        sa.column("id", sa.Integer()),
        sa.column("at", sa.DateTime(timezone=True)),
        *(sa.column(name, sa.JSON() if name in {"before", "after"} else sa.String()) for name in FACTS),
        sa.column("number", sa.Integer()),
        sa.column("fingerprint", sa.String()),
    )
    connection = op.get_bind()
    number, fingerprint = 0, "0" * 64
    for row in connection.execute(sa.select(events).order_by(events.c.id)).mappings().all():
        number += 1
        told = {name: row[name] for name in FACTS} | {"at": _moment(row["at"]), "number": number}
        content = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        fingerprint = sha256(f"{fingerprint}\n{content}".encode()).hexdigest()
        connection.execute(
            events.update().where(events.c.id == row["id"]).values(number=number, fingerprint=fingerprint)
        )
    return number, fingerprint


def _moment(at: datetime) -> str:
    aware = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")
