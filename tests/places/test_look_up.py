"""Looking an address up as people type it: one small city, on both databases."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.input_files.input_file import open_input
from app.councils.models import District, Municipality
from app.councils.place_models import PollingDistrict
from app.councils.places.address_file import AddressRegister
from app.councils.places.queries import FoundAddress, district_of_address, find_addresses
from app.councils.places.services.addresses import replace_addresses
from tests.places.registers import an_address, write_register

ROWS = (
    *(
        an_address("Allehelgens gate", number, letter)
        for number, letter in [(1, ""), (2, ""), (2, "A"), (2, "B"), (3, "")]
    ),
    *(an_address("Allehelgens gate", number) for number in (11, 20, 21, 200)),
    an_address("Allehelgensgrenda", 2),
    an_address("Nygårdsgaten", 5, postcode="5015"),
    an_address("Møllendalsveien", 17, "C", postcode="5009"),
    an_address("Storgata", 2, postcode="5260", place="INDRE ARNA"),
    an_address("Storgata", 2, postcode="5015", place="BERGEN"),
    an_address("Storgata", 2, "B", postcode="5015", place="BERGEN"),
    an_address("Hardangervegen", 1023, postcode="5224", place="NESTTUN"),
    an_address("Torget", 1),
    an_address("17. mais plass", 3),
    an_address("Haakon 7s gate", 4),
    an_address("Chr. Michelsens gate", 6),
    an_address("Åsavegen", 9, place="ÅSANE"),
    an_address("", "", text="166/500"),
)


@pytest.fixture(autouse=True)
def city(session: Session, bergen: Municipality, tmp_path: Path) -> None:
    """The addresses above, all in the polling district 1 of Fana."""
    fana = session.scalars(select(District).where(District.name == "Fana")).one()
    rows = [row.replace(";;Krets;", ";1;Krets;") for row in ROWS]
    with open_input(write_register(tmp_path / "adresser.csv", rows)) as file, transaction() as writing:
        writing.add(PollingDistrict(district=fana, code="0001", name="Sentrum", valid_from=date(2019, 1, 1)))
        writing.flush()
        register = AddressRegister(file, "4601")
        replace_addresses(writing, bergen, register, by=AT_THE_KEYBOARD, at=datetime(2026, 5, 4, tzinfo=UTC))


def found(session: Session, typed: str, limit: int = 10) -> list[str]:
    return [address.text.replace(", 5016 BERGEN", "") for address in find_addresses(session, typed, limit)]


ALLE_2 = [f"Allehelgens gate {number}" for number in ("2", "2A", "2B", "20", "21", "200")]


@pytest.mark.parametrize(
    "typed",
    [
        "Allehelgens gate 2",
        "allehelgens gate 2",
        "ALLEHELGENS GATE 2",
        "allehelgensgate 2",
        "allehelgens gt 2",
        "allehelgens gt. 2",
        "allehelgensgt 2",
        "allehelgensgt2",
        "allehelgensgata 2",
        "allehelgensgaten 2",
        "  allehelgens   gt. 2 ",
    ],
)
def test_a_number_begun_finds_all_that_begin_so_in_the_order_of_the_street(session: Session, typed: str) -> None:
    assert found(session, typed) == ALLE_2


@pytest.mark.parametrize("typed", ["allehelgensg 2", "allehelgens g. 2", "Allehelgens g 2"])
def test_a_shortening_that_others_begin_with_finds_the_street_it_is_of_first(session: Session, typed: str) -> None:
    assert found(session, typed) == [*ALLE_2, "Allehelgensgrenda 2"]


@pytest.mark.parametrize("typed", ["allehelgensgt 2b", "Allehelgens gate 2 B", "allehelgens gate 2b, 5016 bergen"])
def test_a_letter_finds_the_one_house(session: Session, typed: str) -> None:
    assert found(session, typed) == ["Allehelgens gate 2B"]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("nygardsgaten 5", "Nygårdsgaten 5, 5015 BERGEN"),
        ("nygaardsgt 5", "Nygårdsgaten 5, 5015 BERGEN"),
        ("NYGÅRDSG. 5", "Nygårdsgaten 5, 5015 BERGEN"),
        ("moellendalsvegen 17", "Møllendalsveien 17C, 5009 BERGEN"),
        ("mollendalsv 17c", "Møllendalsveien 17C, 5009 BERGEN"),
        ("møllendal", "Møllendalsveien 17C, 5009 BERGEN"),
        ("hardangerveien 1023", "Hardangervegen 1023, 5224 NESTTUN"),
        ("hardangerv 10", "Hardangervegen 1023, 5224 NESTTUN"),
        ("chr michelsensgt", "Chr. Michelsens gate 6"),
        ("17. mai", "17. mais plass 3"),
        ("17 mais pl. 3", "17. mais plass 3"),
        ("haakon 7", "Haakon 7s gate 4"),
        ("haakon 7s gt 4", "Haakon 7s gate 4"),
        ("håkon 7s gate 4", "Haakon 7s gate 4"),
        ("aasavegen", "Åsavegen 9, 5016 ÅSANE"),
        ("asaveien 9 aasane", "Åsavegen 9, 5016 ÅSANE"),
        ("torg 1", "Torget 1"),
        ("166/500", "166/500"),
    ],
)
def test_an_address_is_found_however_it_is_spelled(session: Session, typed: str, address: str) -> None:
    assert found(session, typed) == [address]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("storgata 2", 3),
        ("storgata 2 bergen", 2),
        ("storgata 2, 5260", 1),
        ("storgata 2, 5260 indre arna", 1),
        ("storgata 2 arna", 1),
        ("storgata 2 b", 1),
        ("storgata 2 be", 2),
        ("storgata 5015", 2),
        ("storgata indre arna", 1),
        ("storgata oslo", 0),
    ],
)
def test_a_postcode_or_a_place_narrows_it_down(session: Session, typed: str, number: int) -> None:
    assert len(found(session, typed)) == number


def test_a_street_is_found_while_it_is_being_typed(session: Session) -> None:
    """Every beginning of the street's name, from its fourth letter on, finds the street's houses."""
    street = "Allehelgens gate"
    for letters in range(4, len(street) + 1):
        assert found(session, street[:letters], 1) == ["Allehelgens gate 1"], street[:letters]
    assert found(session, "allehelgens", 4) == [f"Allehelgens gate {number}" for number in ("1", "2", "2A", "2B")]


@pytest.mark.parametrize(
    "typed", ["", " ", "2", "gate", "%", "_", "' OR 1=1 --", "allehelgens gate 9", "\x00", "x" * 5000, "~"]
)
def test_what_is_no_address_here_finds_nothing(session: Session, typed: str) -> None:
    assert found(session, typed) == []


def test_no_more_are_given_than_asked_for_and_none_twice(session: Session) -> None:
    assert found(session, "allehelgensg 2", 3) == ALLE_2[:3]
    everything = found(session, "allehelgens", 100)
    assert len(everything) == len(set(everything)) == 10


def test_an_address_carries_its_district_its_polling_district_and_its_place_on_the_map(session: Session) -> None:
    """295 000 east, 6 695 000 north in EPSG:25832 is 60.339506° N 5.285253° E (by PROJ 9.5.1)."""
    [address] = find_addresses(session, "torget")
    assert isinstance(address, FoundAddress)
    assert (address.text, address.district) == ("Torget 1, 5016 BERGEN", "Fana")
    assert (address.polling_district_code, address.polling_district) == ("0001", "Sentrum")
    assert (address.latitude, address.longitude) == (60.339506, 5.285253)
    fana = district_of_address(session, address.id)
    assert fana is not None
    assert (fana.id, fana.name) == (address.district_id, "Fana")


def test_an_address_that_is_not_there_has_no_district(session: Session) -> None:
    assert district_of_address(session, 10**9) is None


def test_the_look_up_goes_by_the_index(session: Session) -> None:
    """In order of the index too, so that ten of many thousand are found without looking at the rest."""
    engine = session.get_bind().dialect.name
    explain = "EXPLAIN" if engine == "postgresql" else "EXPLAIN QUERY PLAN"
    if engine == "postgresql":
        for other_way in ("seqscan", "bitmapscan", "sort"):  # a handful of rows is read faster without an index
            session.execute(text(f"SET LOCAL enable_{other_way} = off"))
    plan = session.execute(
        text(
            f"{explain} SELECT id FROM address WHERE street_key >= 'alle' AND street_key < 'alle~' "  # noqa: S608 - no input
            "ORDER BY street_key, number, letter, postcode LIMIT 10"
        )
    )
    told = " ".join(str(row) for row in plan)
    assert "ix_address_lookup" in told
    assert "Sort" not in told
    assert "TEMP B-TREE" not in told
