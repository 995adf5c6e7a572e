"""Where Verv finds its secret: made once, whole, for its owner only; and no reason that a check cannot be made."""

import os
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
