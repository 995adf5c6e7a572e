"""A process that is killed while it imports leaves the database as it was: on SQLite, with a real process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from app.elections.services.counts import Imported
from tests.house.source import ROOT
from tests.services.test_elections_through_the_database import set_up, take_ballots, take_counts
from tests.small_election import write_files

ROWS = 20_000
PROGRAM = """
import os
import sys
import time
from app import create_app
from app.elections.services import ballots

def wait_for_the_end(*_arguments: object, **_more: object) -> None:
    os.write(1, b"all rows are written\\n")
    time.sleep(600)

ballots.record = wait_for_the_end
create_app().test_cli_runner().invoke(args=["elections", "import-ballots", "2023", sys.argv[1]], catch_exceptions=False)
"""


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that an import writes to, and what SQLite says of the file's health."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = ("batch", "changed_ballot", "received_file", "received_file_part", "audit_event", "election")
        rows = {table: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {table}"))] for table in tables}  # noqa: S608 - names from above
        rows["health"] = [tuple(row) for row in connection.execute(text("PRAGMA integrity_check"))]
    engine.dispose()
    return rows


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_import_that_is_killed_leaves_the_database_as_before_and_can_be_made_again(
    session: Session, database_url: str, tmp_path: Path
) -> None:
    """Killed at the last moment: every ballot is written, and the event that the import ends with is not."""
    folder = tmp_path / "in"
    rows = [f"fana,b{n // 200},{n % 200},A,{n % 7 + 1},B:2" for n in range(ROWS)]
    files = write_files(folder, ballots_of_a=ROWS, ballots=rows)
    address = set_up(files)
    take_counts(address, files.counts)
    session.rollback()
    before = everything(database_url)
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "SECRET_KEY": "only for tests, and long enough",
        "PYTHONPATH": str(ROOT),
    }
    importing = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(files.ballots)], env=environment, cwd=ROOT, stdout=subprocess.PIPE
    )
    assert importing.stdout
    with importing.stdout as told:
        assert told.readline() == b"all rows are written\n"
    importing.send_signal(signal.SIGKILL)
    assert importing.wait() == -signal.SIGKILL
    assert everything(database_url) == before
    again = write_files(tmp_path / "again", ballots_of_a=ROWS, ballots=rows[:1000])
    assert take_ballots(address, again.ballots) == Imported(1000, 0)
