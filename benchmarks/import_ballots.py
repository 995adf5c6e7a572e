"""How many changed ballots a second the database takes in, counted in seconds of CPU.

    .venv/bin/python -m benchmarks.import_ballots [DATABASE_URL]

Imports the city of ``benchmarks.city`` – 150 000 ballots, 75 000 of them changed – into an empty database, settles it,
and prints seconds. Without an address an SQLite file in a temporary folder is used.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from flask_migrate import downgrade, upgrade

from app import create_app
from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import transaction
from app.elections.files.counts_file import read_counts
from app.elections.files.file_names import INPUTS
from app.elections.files.setup_file import read_setup_file
from app.elections.queries import election_by_id_or_address
from app.elections.services.ballots import import_ballots
from app.elections.services.counts import import_counts
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import settle_contests
from benchmarks.city import write_city
from config import Config, engine_url

CHANGED = 75_000
T = TypeVar("T")


def measured(what: str, act: Callable[[], T]) -> tuple[T, float]:
    """What ``act`` gives, and the seconds of CPU it took, printed with the time on the wall."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = act()
    seconds = time.process_time() - cpu
    print(f"{what}: {seconds:.2f} s CPU, {time.perf_counter() - wall:.2f} s")
    return result, seconds


def main() -> None:
    """Make the city, take it in, settle it."""
    with tempfile.TemporaryDirectory() as folder:
        address = engine_url(sys.argv[1]) if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'verv.sqlite'}"
        app = create_app(Config(address, secret_key="for a benchmark only", testing=True))  # noqa: S106 - a database that is thrown away
        write_city(Path(folder), CHANGED)
        with app.app_context():
            upgrade()
            take_in(*(Path(folder) / name for name in INPUTS))
            if len(sys.argv) > 1:
                downgrade(revision="base")


def take_in(setup: Path, counts: Path, ballots: Path) -> None:
    """The three imports and the settlement, each timed."""
    with transaction() as session:
        election, sha256 = read_setup_file(setup)
        made = set_up_election(session, election, Received(setup, sha256), by=AT_THE_KEYBOARD, at=now())
        address = made.row.address
    with transaction() as session:
        read = read_counts(counts, election)
        row = election_by_id_or_address(session, address)
        import_counts(session, row, read.lines, Received(counts, read.sha256), by=AT_THE_KEYBOARD, at=now())

    def store() -> None:
        with transaction() as session:
            row = election_by_id_or_address(session, address)
            import_ballots(session, row, ballots, by=AT_THE_KEYBOARD, at=now())

    def settle() -> None:
        with transaction() as session:
            row = election_by_id_or_address(session, address)
            settle_contests(session, row, codes=None, lots=(), by=AT_THE_KEYBOARD, at=now())

    _nothing, seconds = measured("import", store)
    print(f"{CHANGED / seconds:,.0f} changed ballots a second of CPU")
    measured("settle from the database", settle)


if __name__ == "__main__":
    main()
