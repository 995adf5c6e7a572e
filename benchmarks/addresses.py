"""How long a city's address register takes to import, and how long it takes to look an address up.

    .venv/bin/python -m benchmarks.addresses [DATABASE_URL] [--addresses 150000]

Eight districts with borders of 4 000 points each; every address is placed by its point. Prints seconds, and for each
text looked up the median and the slowest of many turns in milliseconds. Without an address an SQLite file is used.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import TypeVar

from flask_migrate import downgrade, upgrade
from sqlalchemy.orm import Session

from app import create_app
from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import db, transaction
from app.core.input_files.input_file import open_input
from app.councils.places.address_file import AddressRegister
from app.councils.places.boundary_file import read_areas
from app.councils.places.queries import find_addresses, municipality_wanted
from app.councils.places.services.addresses import replace_addresses
from app.councils.places.services.boundaries import import_boundaries
from app.councils.places.services.municipality import add_municipality
from config import Config, engine_url
from tests.places.registers import city_rows, the_city, write_map, write_register

TEXTS = (
    "a",
    "alle",
    "Allehelgens gate 2",
    "allehelgensg 2",
    "ALLEHELGENSGT 2b, 5003 bergen",
    "moellendalsvegen 1",
    "n 9999",
    "olavnesveien bergen",
    "finnes ikke noe sted 17",
    "b 77 x y z",
)
TURNS = 50
BENDS = 1000
T = TypeVar("T")


def measured(what: str, act: Callable[[], T]) -> T:
    """What ``act`` gives; its seconds are printed."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = act()
    print(f"{what}: {time.perf_counter() - wall:.2f} s, {time.process_time() - cpu:.2f} s CPU")
    return result


def main() -> None:
    """Make the city, take it in twice, look addresses up."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("database", nargs="?")
    arguments.add_argument("--addresses", type=int, default=150_000)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = engine_url(given.database) if given.database else f"sqlite:///{Path(folder) / 'verv.sqlite'}"
        app = create_app(Config(address, secret_key="for a benchmark only", testing=True))  # noqa: S106 - a database that is thrown away
        chart = write_map(Path(folder) / "city.geojson", the_city(BENDS))
        register = write_register(Path(folder) / "addresses.csv", city_rows(given.addresses))
        print(f"{given.addresses} addresses, {register.stat().st_size / 1e6:.0f} MB")
        with app.app_context():
            upgrade()
            measured("boundaries", lambda: take_in_map(chart))
            measured("addresses, first time", lambda: take_in_addresses(register))
            measured("addresses, second time", lambda: take_in_addresses(register))
            print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
            look_up(db.session())
            if given.database:
                downgrade(revision="base")


def take_in_map(path: Path) -> None:
    """The eight districts."""
    with open_input(path) as text:
        read = read_areas(text, "bydel")
    with transaction() as session:
        municipality, _ = add_municipality(session, "4601", "Bergen", by=AT_THE_KEYBOARD, at=now())
        import_boundaries(session, municipality, read, date(2020, 1, 1), by=AT_THE_KEYBOARD, at=now())


def take_in_addresses(path: Path) -> None:
    """The register, in place of the one before."""
    with open_input(path) as text, transaction() as session:
        municipality = municipality_wanted(session, None)
        replace_addresses(session, municipality, AddressRegister(text, "4601"), by=AT_THE_KEYBOARD, at=now())


def look_up(session: Session) -> None:
    """Each text many times, as somebody types it."""
    for text in TEXTS:
        turns = []
        for _ in range(TURNS):
            started = time.perf_counter()
            found = find_addresses(session, text, 10)
            turns.append(1000 * (time.perf_counter() - started))
        first = found[0].text if found else "–"
        print(f"  {text!r}: {median(turns):.2f} ms, slowest {max(turns):.2f} ms; {len(found)} found: {first}")


if __name__ == "__main__":
    main()
