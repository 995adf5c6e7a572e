"""Where Verv finds its database, its secret and its limits: from the environment, with safe defaults.

| variable | meaning | default |
|---|---|---|
| ``DATABASE_URL`` | ``sqlite:///…`` or ``postgresql://…`` | an SQLite file in the instance folder |
| ``SECRET_KEY`` | signs sessions and forms | made once, kept in the instance folder, readable by its owner only |
| ``VERV_PLAIN_HTTP`` | ``1`` where there is no TLS (a laptop): cookies are then sent without ``Secure`` | not set |
| ``VERV_HOSTS`` | host names the site answers to, separated by comma | all |
| ``VERV_SMTP`` | ``smtp://user:password@host:587`` (STARTTLS) or ``smtps://…``: sends summonses | files to send |
| ``VERV_MAIL_FROM`` | the address e-mails come from; needed with ``VERV_SMTP`` | not set |
| ``VERV_LARGEST_PAPER`` | the largest paper of a meeting that is taken, in megabytes | 25 |
| ``VERV_BEHIND_PROXY`` | number of proxies whose ``X-Forwarded-*`` are believed | 0 |
| ``VERV_LARGEST_FILE`` | megabytes of the largest file that is handed in to a page, 1 to 200 | 20 |

A value that cannot be used is refused when Verv starts: ``UnusableSetting``, one line with what was expected.
"""

import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

INSTANCE = Path(__file__).parent / "instance"
MEGABYTE = 1_000_000
DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql+psycopg")


class UnusableSetting(Exception):
    """A variable of the environment has a value that cannot be used. The text is one line for whoever set it."""

    def __init__(self, variable: str, given: str, expected: str) -> None:
        super().__init__(f"{variable} is '{given}'; expected {expected}.")


@dataclass(frozen=True, slots=True)
class Config:
    """What the application factory needs to be told. Tests build their own; the server uses ``from_environment``."""

    database_url: str
    secret_key: str = field(repr=False)
    plain_http: bool = False
    hosts: tuple[str, ...] = ()
    behind_proxies: int = 0
    testing: bool = False
    rate_limits: bool = True
    largest_file: int = 20 * MEGABYTE
    smtp: str = field(default="", repr=False)
    mail_from: str = ""
    largest_paper: int = 25 * MEGABYTE

    @classmethod
    def from_environment(cls) -> "Config":
        """The configuration of the process; the instance folder is made when it is needed."""
        return cls(
            database_url=database_url(os.environ.get("DATABASE_URL", "")),
            secret_key=os.environ.get("SECRET_KEY") or _kept_secret(_instance() / "secret_key"),
            plain_http=is_set("VERV_PLAIN_HTTP"),
            hosts=tuple(name.strip() for name in os.environ.get("VERV_HOSTS", "").split(",") if name.strip()),
            behind_proxies=number_of_proxies(os.environ.get("VERV_BEHIND_PROXY", "")),
            largest_file=megabytes("VERV_LARGEST_FILE", 20) * MEGABYTE,
            smtp=mail_server(os.environ.get("VERV_SMTP", ""), os.environ.get("VERV_MAIL_FROM", "")),
            mail_from=os.environ.get("VERV_MAIL_FROM", ""),
            largest_paper=megabytes("VERV_LARGEST_PAPER", 25) * MEGABYTE,
        )


def database_url(given: str) -> str:
    """The database at ``given``, or the one in the instance folder. An address we have no driver for is refused."""
    if not given:
        return f"sqlite:///{_instance() / 'verv.sqlite'}"
    try:
        url = make_url(engine_url(given))
    except (ArgumentError, ValueError):
        # It may hold a password, so only what stands before it is repeated.
        shown = given.partition("@")[0].partition("://")[0] + "://…" if "@" in given else given
        raise _unusable_database(shown) from None
    if url.drivername not in DRIVERS or (url.drivername.startswith("sqlite") and url.host):
        raise _unusable_database(url.render_as_string(hide_password=True))
    if url.drivername.startswith("postgresql") and not find_spec("psycopg"):
        expected = "psycopg to be installed: pip install -r requirements-postgres.txt"
        raise UnusableSetting("DATABASE_URL", url.render_as_string(hide_password=True), expected)
    return engine_url(given)


def _unusable_database(shown: str) -> UnusableSetting:
    return UnusableSetting("DATABASE_URL", shown, "sqlite:///file.sqlite or postgresql://user:password@host/database")


def is_set(variable: str) -> bool:
    """Whether a switch is on. Anything but 1, 0 and nothing is refused: nobody shall believe it on when it is off."""
    given = os.environ.get(variable, "")
    if given not in {"", "0", "1"}:
        raise UnusableSetting(variable, given, "1, or nothing")
    return given == "1"


def number_of_proxies(given: str) -> int:
    """How many proxies to believe; none where nothing is given."""
    if given and not re.fullmatch("[0-9]{1,2}", given):
        raise UnusableSetting("VERV_BEHIND_PROXY", given, "the number of proxies in front of Verv, such as 1")
    return int(given or 0)


def mail_server(given: str, mail_from: str) -> str:
    """The mail server's address as it was given; none where none is. Refused: one we cannot speak to, or no sender."""
    if not given:
        return ""
    url = urlsplit(given)
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        # It may hold a password, so it is not repeated.
        raise UnusableSetting("VERV_SMTP", "…", "smtp://user:password@host:587 or smtps://user:password@host:465")
    if "@" not in mail_from:
        raise UnusableSetting("VERV_MAIL_FROM", mail_from, "the address e-mails come from, since VERV_SMTP is set")
    return given


def megabytes(variable: str, default: int) -> int:
    """How many megabytes the variable says a file may have; the default where it says nothing."""
    given = os.environ.get(variable, "")
    if given and not (re.fullmatch("[0-9]{1,3}", given) and 1 <= int(given) <= 200):
        raise UnusableSetting(variable, given, "megabytes from 1 to 200")
    return int(given or default)


def engine_url(url: str) -> str:
    """``url`` with the driver we ship: ``postgresql://…`` and ``postgres://…`` both mean psycopg 3."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def _instance() -> Path:
    """The instance folder, made when it can be. Where it cannot, what needs it says so when it is used."""
    with suppress(OSError):
        INSTANCE.mkdir(mode=0o700, exist_ok=True)
    return INSTANCE


def _kept_secret(path: Path) -> str:
    """The secret in ``path``; made first if it is not there, whole, by whichever process comes first.

    Where nothing can be written (somebody checks a result with a Verv that another owns), a secret for this process.
    """
    new = secrets.token_hex(32)
    try:
        part = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(new)
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        finally:
            part.unlink()
        return path.read_text()
    except OSError:
        return path.read_text() if os.access(path, os.R_OK) else new
