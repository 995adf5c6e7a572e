"""The command group, and a municipality with two districts side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.models import District, Municipality
from tests.places.registers import a_map, square, write_map

Run = Callable[..., Result]


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
