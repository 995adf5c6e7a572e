"""Where Verv finds its secret, and what it says of a setting it cannot use: one line, wherever it is started from."""

import os
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import config
from tests.house.source import ROOT


def test_the_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    first = config._kept_secret(path)
    assert (len(first), config._kept_secret(path)) == (64, first)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["secret_key"]


def test_processes_that_start_together_end_with_one_secret(tmp_path: Path) -> None:
    program = f"import pathlib, config; print(config._kept_secret(pathlib.Path({str(tmp_path / 'secret_key')!r})))"

    def start(_number: int) -> str:
        run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
        return run.stdout.strip()

    with ThreadPoolExecutor(4) as pool:
        secrets = set(pool.map(start, range(4)))
    assert len(secrets) == 1
    assert len(secrets.pop()) == 64


def test_where_nothing_can_be_written_a_secret_for_the_process_will_do(tmp_path: Path) -> None:
    assert len(config._kept_secret(tmp_path / "not there" / "secret_key")) == 64


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://h/d", "postgresql+psycopg://h/d"),
        ("postgresql://h/d", "postgresql+psycopg://h/d"),
        ("sqlite:///x.sqlite", "sqlite:///x.sqlite"),
    ],
)
def test_an_address_of_a_database_gets_the_driver_we_ship(given: str, driver: str) -> None:
    assert config.engine_url(given) == driver


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("VERV_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DATABASE_URL", "postgres://h/d")
    monkeypatch.setenv("SECRET_KEY", "from the environment")
    monkeypatch.setenv("VERV_HOSTS", "verv.bergen.example, www.verv.example")
    made = config.Config.from_environment()
    assert (made.database_url, made.secret_key) == ("postgresql+psycopg://h/d", "from the environment")
    assert (made.hosts, made.plain_http, made.testing) == (("verv.bergen.example", "www.verv.example"), False, False)


DATABASES = "expected sqlite:///file.sqlite or postgresql://user:password@host/database."
PROXIES = "expected the number of proxies in front of Verv, such as 1."


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://kari:secret@h/d", f"DATABASE_URL is 'mysql://kari:***@h/d'; {DATABASES}"),
        ("postgresql+psycopg2://h/d", f"DATABASE_URL is 'postgresql+psycopg2://h/d'; {DATABASES}"),
        ("postgresql://kari:secret@h:port/d", f"DATABASE_URL is 'postgresql://…'; {DATABASES}"),
        ("sqlite://h/d", f"DATABASE_URL is 'sqlite://h/d'; {DATABASES}"),
        ("verv.sqlite", f"DATABASE_URL is 'verv.sqlite'; {DATABASES}"),
    ],
    ids=["another database", "another driver", "no port", "a file on a host", "no address"],
)
def test_an_address_that_is_no_database_of_ours_is_refused_without_its_password(given: str, said: str) -> None:
    with pytest.raises(config.UnusableSetting) as refused:
        config.database_url(given)
    assert str(refused.value) == said


def test_postgresql_without_its_driver_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "find_spec", lambda _name: None)
    with pytest.raises(config.UnusableSetting, match=r"pip install -r requirements-postgres\.txt"):
        config.database_url("postgresql://h/d")


@pytest.mark.parametrize(("given", "number"), [("", 0), ("0", 0), ("1", 1), ("12", 12)])
def test_proxies_are_a_number(given: str, number: int) -> None:
    assert config.number_of_proxies(given) == number


@pytest.mark.parametrize("given", ["x", "-1", "1.0", "²", " ", "100"])
def test_what_is_no_number_of_proxies_is_refused(given: str) -> None:
    with pytest.raises(config.UnusableSetting) as refused:
        config.number_of_proxies(given)
    assert str(refused.value) == f"VERV_BEHIND_PROXY is '{given}'; {PROXIES}"


def test_gunicorn_stops_before_its_first_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that refused to start would be started again, for ever."""
    monkeypatch.setenv("VERV_BEHIND_PROXY", "x")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    assert stopped.value.code == f"VERV_BEHIND_PROXY is 'x'; {PROXIES}"


def started(*command: str, **settings: str) -> tuple[int, str]:
    """Exit status and what stands on standard error."""
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(("given", "largest"), [("", 20), ("1", 1), ("200", 200)])
def test_the_largest_file_is_told_in_megabytes(given: str, largest: int) -> None:
    assert config.megabytes(given) == largest


@pytest.mark.parametrize("given", ["0", "201", "20 MB", "-1", "²"])
def test_what_is_no_number_of_megabytes_is_refused(given: str) -> None:
    with pytest.raises(config.UnusableSetting) as refused:
        config.megabytes(given)
    assert str(refused.value) == f"VERV_LARGEST_FILE is '{given}'; expected megabytes from 1 to 200."


@pytest.mark.parametrize("command", [("-m", "flask", "--app", "wsgi", "db", "upgrade"), ("wsgi.py",)])
def test_every_start_tells_a_setting_it_cannot_use_in_one_line(command: tuple[str, ...]) -> None:
    said = f"DATABASE_URL is 'nonsense'; {DATABASES}\n"
    assert started(*command, DATABASE_URL="nonsense", SECRET_KEY="s") == (1, said)


def test_a_database_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'not there' / 'verv.sqlite'}"
    said = f"The database {address} cannot be opened: unable to open database file\n"
    assert started("-m", "flask", "--app", "wsgi", "db", "upgrade", DATABASE_URL=address, SECRET_KEY="s") == (1, said)


@pytest.mark.parametrize("command", [("users", "list"), ("demo",), ("elections", "settle", "1")])
def test_a_command_whose_database_is_not_there_says_so_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    address = f"sqlite:///{tmp_path / 'not there' / 'verv.sqlite'}"
    status, said = started("-m", "flask", "--app", "wsgi", *command, DATABASE_URL=address, SECRET_KEY="s")
    assert (status, len(said.splitlines())) == (1, 1)
    assert said.startswith("Databasen svarer ikke som den skal (unable to open database file).")


@pytest.mark.parametrize("port", ["abc", "0", "99999", "-1", " "])
def test_what_is_no_port_is_refused_before_anything_is_done(port: str) -> None:
    said = f"PORT is '{port}'; expected a number from 1 to 65535, such as 5000.\n"
    assert started("tools/run.py", PORT=port, DATABASE_URL="nonsense") == (1, said)


@pytest.mark.parametrize(("given", "on"), [("1", True), ("0", False), ("", False)])
def test_plain_http_is_on_or_off(monkeypatch: pytest.MonkeyPatch, given: str, on: bool) -> None:
    monkeypatch.setenv("VERV_PLAIN_HTTP", given)
    assert config.Config.from_environment().plain_http is on


def test_a_switch_that_is_neither_on_nor_off_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERV_PLAIN_HTTP", "yes")
    with pytest.raises(config.UnusableSetting) as refused:
        config.Config.from_environment()
    assert str(refused.value) == "VERV_PLAIN_HTTP is 'yes'; expected 1, or nothing."
