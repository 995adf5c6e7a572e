"""Municipalities are known by their number: towns that share a name, towns that got a new number. On both databases."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.models import Municipality
from app.elections.files.setup_file import read_setup_file
from app.elections.refusals import MunicipalityAmbiguous, MunicipalityDiffers
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from tests.browser import Browser
from tests.elections import SETTLED_AT
from tests.small_election import a_setup


def address_of(folder: Path, name: str, number: str | None, election: str = "Bydelsvalg") -> str:
    """Where the small election is put, held by the municipality of that name and number."""
    document = a_setup(("fana",), "2023-09-11")
    municipality = {"name": name} if number is None else {"name": name, "number": number}
    document["election"] = {**document["election"], "municipality": municipality, "name": election}  # type: ignore[dict-item]  # a document's values are objects
    path = folder / "setup.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with transaction() as session:
        setup, sha256 = read_setup_file(path)
        return set_up_election(session, setup, Received(path, sha256), by=AT_THE_KEYBOARD, at=SETTLED_AT).row.address


def towns(session: Session) -> list[tuple[str, str | None]]:
    session.rollback()
    rows = session.execute(select(Municipality.name, Municipality.number).order_by(Municipality.id))
    return [(name, number) for name, number in rows]


def test_two_towns_of_one_name_each_hold_their_election(session: Session, tmp_path: Path) -> None:
    addresses = [address_of(tmp_path, "Våler", number) for number in ("3419", "3114")]
    assert addresses == ["2023", "2023-valer-3114"]
    assert towns(session) == [("Våler", "3419"), ("Våler", "3114")]


def test_a_town_with_a_new_number_stands_with_both(session: Session, tmp_path: Path) -> None:
    addresses = [address_of(tmp_path, "Bergen", number) for number in ("1201", "4601")]
    assert addresses == ["2023", "2023-bergen-4601"]
    assert towns(session) == [("Bergen", "1201"), ("Bergen", "4601")]


def test_towns_whose_names_are_written_the_same_in_addresses_are_told_apart(session: Session, tmp_path: Path) -> None:
    """å is written a, so Våler and Valer are both ``valer``; the first comer has the year alone."""
    addresses = [address_of(tmp_path, *town) for town in (("Bergen", "4601"), ("Våler", "3419"), ("Valer", "9999"))]
    assert addresses == ["2023", "2023-valer", "2023-valer-9999"]


def test_a_second_election_of_one_town_is_numbered_as_before(session: Session, tmp_path: Path) -> None:
    addresses = [address_of(tmp_path, "Bergen", "4601", f"Valg {turn}") for turn in range(4)]
    assert addresses == ["2023", "2023-bergen", "2023-bergen-2", "2023-bergen-3"]


def test_a_town_without_number_is_given_it_later(session: Session, tmp_path: Path) -> None:
    address_of(tmp_path, "Bergen", None)
    address_of(tmp_path, "Bergen", "4601")
    assert towns(session) == [("Bergen", "4601")]


def test_a_setup_without_number_means_the_one_town_of_that_name(session: Session, tmp_path: Path) -> None:
    address_of(tmp_path, "Bergen", "4601")
    address_of(tmp_path, "Bergen", None)
    assert towns(session) == [("Bergen", "4601")]


def test_a_setup_without_number_is_refused_where_two_towns_have_the_name(session: Session, tmp_path: Path) -> None:
    for number in ("3419", "3114"):
        address_of(tmp_path, "Våler", number)
    with pytest.raises(MunicipalityAmbiguous) as refused:
        address_of(tmp_path, "Våler", None)
    assert refused.value == MunicipalityAmbiguous("Våler", ("3114", "3419"))
    assert towns(session) == [("Våler", "3419"), ("Våler", "3114")]


def test_a_number_that_belongs_to_a_town_of_another_name_is_refused(session: Session, tmp_path: Path) -> None:
    address_of(tmp_path, "Bergen", "4601")
    with pytest.raises(MunicipalityDiffers) as refused:
        address_of(tmp_path, "Bærgen", "4601")
    assert refused.value == MunicipalityDiffers("4601", "Bærgen", "Bergen")


def test_the_database_holds_one_town_without_number_per_name(session: Session) -> None:
    with pytest.raises(IntegrityError), transaction() as writing:
        writing.add_all([Municipality(name="Bergen"), Municipality(name="Bergen")])
    with transaction() as writing:
        writing.add_all([Municipality(name="Bergen"), Municipality(name="Bergen", number="4601")])
    assert towns(session) == [("Bergen", None), ("Bergen", "4601")]


def test_pages_tell_towns_of_one_name_apart_by_number(app: Flask, tmp_path: Path, client: Browser) -> None:
    with app.app_context():
        for town in (("Våler", "3419"), ("Våler", "3114"), ("Bergen", "4601")):
            address_of(tmp_path, *town)
    page = client.get("/valg").text
    assert "Våler (3419), 11. september 2023" in page
    assert "Våler (3114), 11. september 2023" in page
    assert "Bergen, 11. september 2023" in page
