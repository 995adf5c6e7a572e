"""Runs the migrations on the application's own database, inside one transaction; called by ``flask db …``."""

from typing import Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from app.core.database import Base, UtcDateTime, db


def plain_moments(kind: str, item: object, _: object) -> str | Literal[False]:
    """Write our own type for moments as the column it is, so that a migration never depends on today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


def run(connection: Connection) -> None:
    """Bring ``connection``'s schema to the wanted version: all steps or none."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_server_default=True,
        transactional_ddl=True,
        render_item=plain_moments,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations run on a database, not into a script")
try:
    connection = db.engine.connect()
except OperationalError as error:
    address = db.engine.url.render_as_string(hide_password=True)
    raise SystemExit(f"The database {address} cannot be opened: {str(error.orig).splitlines()[0]}") from None
with connection:
    run(connection)
    connection.commit()
