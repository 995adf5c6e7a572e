"""Runs the migrations on the application's own database, inside one transaction; called by ``flask db …``."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import PoolProxiedConnection

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


@contextmanager
def free_to_rebuild(connection: Connection) -> Iterator[None]:
    """While SQLite rebuilds a table that others refer to, its references are not enforced; afterwards they are again.

    SQLite takes the setting outside a transaction only, so it is given to the driver before the first statement.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    enforce(connection.connection, "OFF")
    try:
        yield
    finally:
        connection.rollback()  # what was committed stays; an open transaction would keep the setting from being heard
        enforce(connection.connection, "ON")


def enforce(connection: PoolProxiedConnection, setting: Literal["ON", "OFF"]) -> None:
    """Whether the database refuses a reference to a row that is not there."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={setting}")
    cursor.close()


def refuse_dangling(connection: Connection) -> None:
    """Nothing is committed if a row refers to one that is not there: the whole migration is taken back."""
    if connection.dialect.name == "sqlite":
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if dangling:
            raise RuntimeError(f"the migration would leave references to nothing: {dangling[:5]}")


if context.is_offline_mode():
    raise SystemExit("migrations run on a database, not into a script")
try:
    connection = db.engine.connect()
except OperationalError as error:
    address = db.engine.url.render_as_string(hide_password=True)
    raise SystemExit(f"The database {address} cannot be opened: {str(error.orig).splitlines()[0]}") from None
with connection, free_to_rebuild(connection):
    run(connection)
    refuse_dangling(connection)
    connection.commit()
