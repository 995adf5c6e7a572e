"""What all tests stand on: an application on each database, its session, a browser, and somebody signed in.

``app`` and all that is built on it runs twice, on SQLite and on PostgreSQL. ``CI=true`` forbids running on less.
"""

import os
from collections.abc import Iterator
from contextvars import Context
from pathlib import Path
from typing import Protocol

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app import create_app
from app.auth.domain.roles import Grant, Role
from app.auth.queries import Person, active_person
from app.core.clock import now
from app.core.database import db, transaction
from config import Config
from tests.accounts import an_account
from tests.browser import Browser
from tests.databases import ENGINES, NoPostgres, PostgresDatabase, SqliteFiles, postgres_database


class SignIn(Protocol):
    """Make an account with ``role`` (in one council, or everywhere) and be signed in with it."""

    def __call__(self, role: Role, council_code: str | None = None) -> Person: ...


@pytest.fixture(scope="session", autouse=True)
def addresses_compiled_once() -> Iterator[None]:
    """Each test has its own application; the code that builds the same addresses need not be compiled for each."""
    compile_builder, known = Rule._compile_builder, {}

    def compiled_once(rule: Rule, append_unknown: bool = True) -> object:
        key = (rule.rule, rule.subdomain, rule.host, repr(rule.defaults), append_unknown)
        if key not in known:
            known[key] = compile_builder(rule, append_unknown)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", compiled_once)
        yield


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresDatabase]:
    try:
        with postgres_database() as database:
            yield database
    except NoPostgres as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database: the test runs once on each engine."""
    source: SqliteFiles | PostgresDatabase
    source = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres")
    return source.empty_database(tmp_path)


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Each test has its own application; templates need not be compiled for each."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def config(database_url: str) -> Config:
    return Config(database_url, secret_key="only for tests, and long enough", testing=True, rate_limits=False)


@pytest.fixture
def app(config: Config, compiled_templates: FileSystemBytecodeCache) -> Iterator[Flask]:
    """The application, without a context: a request makes its own, ``session`` opens one for services."""
    app = create_app(config)
    app.jinja_env.bytecode_cache = compiled_templates
    app.test_client_class = Browser
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """The application's own session, with its context open. It reads; ``with transaction():`` writes with it."""
    with app.app_context():
        yield db.session()


@pytest.fixture
def client(app: Flask) -> Browser:
    """A browser that has not been here before."""
    browser = app.test_client()
    assert isinstance(browser, Browser)
    return browser


@pytest.fixture
def sign_in(app: Flask, client: Browser) -> SignIn:
    """``sign_in(Role.AUDITOR)``: ``client`` is signed in from then on, as somebody with that role."""

    def sign_in(role: Role, council_code: str | None = None) -> Person:
        person = Context().run(_somebody, app, Grant(role, council_code))
        client.begin_session(person, now())
        return person

    return sign_in


def _somebody(app: Flask, grant: Grant) -> Person:
    with app.app_context(), transaction() as session:
        account = an_account(session, grants=[grant], address=f"{grant.role}@bergen.example", name="Kari Traa")
        person = active_person(session, account.id)
    assert person is not None
    return person
