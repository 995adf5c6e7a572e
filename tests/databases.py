"""Both databases for the tests: an SQLite file copied from a template, and a private PostgreSQL emptied between tests.

Each test process has its own PostgreSQL: own directory, reached through a socket in it, nothing synced to disk, stopped
at the end. ``VERV_TEST_PG_URL`` names a server to use instead. Measured for 16 tables: a new database from a template
takes 55 ms, TRUNCATE 20 ms, DELETE 1 ms; so tables are emptied with DELETE.
"""

import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from flask_migrate import upgrade
from psycopg import sql
from sqlalchemy import URL, make_url

from app import create_app
from app.core.database import db
from config import Config, engine_url

ENGINES = ("sqlite", "postgresql")
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


class NoPostgres(Exception):
    """There is no PostgreSQL to test on; says what is missing."""


class SqliteFiles:
    """Databases as files, each a copy of one that has been migrated."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.sqlite"
        build_schema(f"sqlite:///{self._template}")

    def empty_database(self, folder: Path) -> str:
        """The address of a database with all tables and no rows."""
        return f"sqlite:///{shutil.copy(self._template, folder / 'verv.sqlite')}"


@dataclass
class PostgresDatabase:
    """One database on a PostgreSQL server, emptied each time it is asked for."""

    url: str
    connection: psycopg.Connection
    emptying: sql.Composed

    def empty_database(self, _: Path) -> str:
        """The address of a database with all tables and no rows; numbering starts at 1."""
        self.connection.execute(self.emptying)
        return self.url


def build_schema(url: str) -> None:
    """Make every table: by the real migrations, the same ones that a municipality runs."""
    app = create_app(Config(url, "x" * 32, testing=True))
    with app.app_context():
        upgrade()
        db.engine.dispose()


@contextmanager
def postgres_database() -> Iterator[PostgresDatabase]:
    """A migrated database of this process's own, on the server that is named or on a private one."""
    with _server() as server:
        name = f"verv_test_{os.getpid()}"
        with closing(_connect(server)) as keeper:
            keeper.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
            try:
                url = server.set(database=name)
                build_schema(url.render_as_string(hide_password=False))
                with closing(_connect(url)) as connection:
                    emptying = _emptying(connection)
                    yield PostgresDatabase(url.render_as_string(hide_password=False), connection, emptying)
            finally:
                keeper.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _emptying(connection: psycopg.Connection) -> sql.Composed:
    """One statement that empties every table, whatever points to what, and starts every numbering again.

    Left are what the migrations put there: their own number, and the audit trail's end, which is its beginning again.
    """
    names = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        " AND tablename NOT IN ('alembic_version', 'audit_head')"
    )
    deletes = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for (name,) in names]
    return sql.SQL(
        "BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL session_replication_role = replica; {};"
        " UPDATE audit_head SET number = 0, fingerprint = repeat('0', 64);"
        " SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'; COMMIT"
    ).format(sql.SQL("; ").join(deletes))


@contextmanager
def _server() -> Iterator[URL]:
    given = os.environ.get("VERV_TEST_PG_URL")
    if given:
        yield make_url(engine_url(given))
        return
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="verv-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        settings = " ".join(f"-c {setting}" for setting in (*_QUICK, f"unix_socket_directories={folder}"))
        _run(
            programs / "initdb",
            "-D",
            folder / "data",
            *("-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"),
        )
        _run(programs / "pg_ctl", "-w", "-D", folder / "data", "-l", folder / "log", "-o", settings, "start")
        try:
            yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)})
        finally:
            _run(programs / "pg_ctl", "-w", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """Where PostgreSQL's own programs are. The newest Debian keeps, or those on the path."""
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(kept[-1]) if kept else shutil.which("initdb")
    if found is None:
        raise NoPostgres("PostgreSQL's initdb is not installed, and VERV_TEST_PG_URL is not set")
    if os.geteuid() == 0 and not any(user.pw_name == "postgres" for user in pwd.getpwall()):
        raise NoPostgres("PostgreSQL does not run as root, and there is no user postgres")
    return Path(found).resolve().parent


def _run(*command: str | Path) -> None:
    """Run one of PostgreSQL's programs; as user postgres when we are root, since it refuses to be root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["su", "postgres", "-c", shlex.join(words)]
    finished = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    if finished.returncode:
        raise RuntimeError(f"{shlex.join(words)}: {finished.stdout}{finished.stderr}")


def _connect(url: URL) -> psycopg.Connection:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True)
