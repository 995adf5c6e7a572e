"""The database: one typed ``Base``, one place that commits, and sessions that can only read until told otherwise.

Outside ``transaction()`` a session reads from one snapshot and refuses to write; inside, it holds the write lock from
its first statement (SQLite: ``BEGIN IMMEDIATE``), so that two writers wait for each other instead of failing half-way.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import Connection, DateTime, Dialect, Engine, Enum, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Only aware values are stored, and they come back aware, in UTC, from both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without time zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def stored(kind: type[StrEnum], length: int = 40) -> Enum:
    """The column type of an enumeration: its value as text, readable in the table and not bound to one database."""
    return Enum(kind, native_enum=False, length=length, values_callable=lambda each: [str(value) for value in each])


class Base(DeclarativeBase):
    """The parent of every model: constraint names that migrations can rely on, and moments that are always aware."""

    # One registry, because Flask-SQLAlchemy copies this class and would meet its parts twice.
    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={datetime: UtcDateTime()},
    )


class ReadsUnlessWriting(FlaskSession):
    """A session whose connections are read-only, except inside ``transaction()``."""

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine | Connection:
        engine = super().get_bind(*args, **kwargs)
        if self.info.get("writing") or not isinstance(engine, Engine):
            return engine
        return _read_only(engine)


db = SQLAlchemy(model_class=Base, session_options={"class_": ReadsUnlessWriting})
migrate = Migrate()


def init_database(app: Flask) -> None:
    """Connect ``app`` to its database, with the settings that several users at once need."""
    db.init_app(app)
    migrate.init_app(app, db, directory=str(app.config["MIGRATIONS"]), compare_type=True)
    with app.app_context():
        engine = db.engine
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


@contextmanager
def transaction() -> Iterator[Session]:
    """All of the work inside it is stored, or none of it. Opened by views and commands only, and never one in another.

    What was read before is read again inside, under the write lock, so no decision rests on an old snapshot.
    """
    session = db.session()
    if session.info.get("writing"):
        raise RuntimeError("a transaction inside a transaction")
    session.rollback()
    session.info["writing"] = True
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info["writing"]


@event.listens_for(Session, "before_flush")
def _refuse_to_write(session: Session, *_: object) -> None:
    if isinstance(session, ReadsUnlessWriting) and not session.info.get("writing"):
        raise RuntimeError("rows changed outside transaction()")


_READ_ONLY: "WeakKeyDictionary[Engine, Engine]" = WeakKeyDictionary()


def _read_only(engine: Engine) -> Engine:
    """The read-only twin of ``engine``; the same one each time, since a session keeps one connection per engine."""
    if engine not in _READ_ONLY:
        _READ_ONLY[engine] = engine.execution_options(readonly=True, **_READ_ONLY_OPTIONS.get(engine.dialect.name, {}))
    return _READ_ONLY[engine]


_READ_ONLY_OPTIONS: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
}

_SQLITE_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # what was confirmed survives a power cut
    "foreign_keys=ON",
    "busy_timeout=10000",
    "temp_store=MEMORY",
    "cache_size=-65536",
)


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin by itself
    for setting in _SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """A reader takes a snapshot; a writer takes the lock at once, because a snapshot cannot wait to become a writer."""
    readonly = connection.get_execution_options().get("readonly", False)
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if readonly else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")
