"""Runs the migrations on the application's own database, inside one transaction; called by ``flask db …``."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from app.core.database import Base, db


def run(connection: Connection) -> None:
    """Bring ``connection``'s schema to the wanted version: all steps or none."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("migrations run on a database, not into a script")
with db.engine.connect() as connection:
    run(connection)
    connection.commit()
