"""The tables of places, the command group, and a municipality with two districts side by side."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import Table, inspect
from sqlalchemy.orm import Session

from app.core.database import Base, db, transaction
from app.councils.models import District, Municipality
from app.councils.place_models import Address, DistrictBoundary, PollingDistrict
from app.councils.places.commands import places
from tests.places.registers import a_map, square, write_map

TABLES = [
    model.__table__ for model in (PollingDistrict, DistrictBoundary, Address) if isinstance(model.__table__, Table)
]

Run = Callable[..., Result]


@pytest.fixture
def app(app: Flask) -> Iterator[Flask]:
    """The application, with the tables of places where no migration has made them yet."""
    with app.app_context():
        missing = [table for table in TABLES if not inspect(db.engine).has_table(table.name)]
        Base.metadata.create_all(db.engine, tables=missing)
    if "places" not in app.cli.commands:
        app.cli.add_command(places)
    yield app
    with app.app_context():
        db.session.remove()
        Base.metadata.drop_all(db.engine, tables=missing)


@pytest.fixture
def run(app: Flask) -> Run:
    """``run("find", "Storgata 2")``: a command of the group, as from the keyboard."""

    def run(*arguments: object) -> Result:
        return app.test_cli_runner().invoke(args=["places", *map(str, arguments)])

    return run


@pytest.fixture
def bergen(session: Session) -> Municipality:
    """Bergen, with the districts Arna and Fana."""
    municipality = Municipality(number="4601", name="Bergen")
    with transaction():
        session.add(municipality)
        session.add_all(District(municipality=municipality, name=name) for name in ("Arna", "Fana"))
    return municipality


@pytest.fixture
def two_districts(tmp_path: Path) -> Path:
    """The map of Arna, and of Fana to the east of it: squares of ten kilometres with a side in common."""
    return write_map(tmp_path / "kart.geojson", a_map([("Arna", [square(0, 0)]), ("Fana", [square(1, 0)])]))
