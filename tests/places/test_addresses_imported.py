"""The address register in the database: where each address belongs, and that a new one takes the old one's place."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.input_files.faults import InputFault, Line
from app.core.input_files.input_file import open_input
from app.councils.models import District, Municipality
from app.councils.place_models import Address, PollingDistrict
from app.councils.places.address_file import AddressRegister
from app.councils.places.boundary_file import read_areas
from app.councils.places.placed_addresses import AddressesTakenIn, Remark
from app.councils.places.queries import address_by_id, district_of_address, find_addresses
from app.councils.places.refusals import NoAddressPlaced, NothingToPlaceBy
from app.councils.places.services.addresses import replace_addresses
from app.councils.places.services.boundaries import import_boundaries
from tests.places.registers import an_address, city_rows, write_register

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
IN_ARNA, IN_FANA, ELSEWHERE = 295_000, 305_000, 315_000
"""East. The map has Arna from 290 000, Fana from 300 000 to 310 000."""


@pytest.fixture
def on_the_map(bergen: Municipality, two_districts: Path) -> Municipality:
    """Bergen with the borders of its two districts."""
    with open_input(two_districts) as text:
        read = read_areas(text, "bydel")
    with transaction() as session:
        import_boundaries(session, bergen, read, date(2020, 1, 1), by=AT_THE_KEYBOARD, at=NOW)
    return bergen


def take_in(municipality: Municipality, folder: Path, *rows: str, at: datetime = NOW) -> AddressesTakenIn:
    with open_input(write_register(folder / "adresser.csv", rows)) as text, transaction() as session:
        return replace_addresses(session, municipality, AddressRegister(text, "4601"), by=AT_THE_KEYBOARD, at=at)


def polling_district(session: Session, district: str, code: str, valid_from: str = "2019-01-01") -> None:
    owner = session.scalars(select(District).where(District.name == district)).one()
    with transaction() as writing:
        day = date.fromisoformat(valid_from)
        writing.add(PollingDistrict(district=owner, code=code, name=f"Krets {code}", valid_from=day))


def districts(session: Session) -> dict[str, str | None]:
    """Address → district."""
    statement = select(Address.street, Address.number, District.name).outerjoin(
        District, District.id == Address.district_id
    )
    return {f"{street} {number}": name for street, number, name in session.execute(statement)}


def events(session: Session, act: str) -> Sequence[AuditEvent]:
    return session.scalars(select(AuditEvent).where(AuditEvent.act == act).order_by(AuditEvent.id)).all()


def test_an_address_lies_in_the_district_around_its_point(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    rows = [an_address("A", 1, east=IN_ARNA), an_address("B", 2, east=IN_FANA), an_address("C", 3, east=300_000)]
    taken_in = take_in(on_the_map, tmp_path, *rows)
    assert (taken_in.addresses, taken_in.by_map, taken_in.without_district) == (3, 3, 0)
    assert districts(session) == {"A 1": "Arna", "B 2": "Fana", "C 3": "Arna"}  # on the border: the first by name


def test_a_register_in_another_system_leads_to_the_same_districts(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    """The middles of the squares are about 60.34° north, 5.29° and 5.47° east; the first in zone 33 is told too."""
    rows = [
        an_address("A", 1, east="5.285253", north="60.339506", epsg=4258),
        an_address("B", 2, east="5.466047", north="60.344438", epsg=4258),
        an_address("C", 3, east="-34985.3", north="6728775.4", epsg=25833),
    ]
    take_in(on_the_map, tmp_path, *rows)
    assert districts(session) == {"A 1": "Arna", "B 2": "Fana", "C 3": "Arna"}


def test_the_polling_district_goes_before_the_map_and_the_difference_is_told(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    polling_district(session, "Fana", "0044")
    rows = [
        an_address("A", 1, east=IN_ARNA, polling_district="44"),
        an_address("B", 2, east=IN_FANA, polling_district="0044"),
    ]
    taken_in = take_in(on_the_map, tmp_path, *rows)
    assert (taken_in.by_polling_district, taken_in.by_map) == (2, 0)
    assert districts(session) == {"A 1": "Fana", "B 2": "Fana"}
    assert taken_in.remarks[Remark.MAP_SAYS_OTHERWISE].examples == ["A 1"]
    [found] = find_addresses(session, "A 1")
    assert (found.polling_district_code, found.polling_district) == ("0044", "Krets 0044")


def test_a_polling_district_holds_from_its_first_day(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    """At 23:30 in London on the last day of the year it is the new year in Oslo."""
    polling_district(session, "Fana", "1", "2027-01-01")
    row = an_address("A", 1, east=IN_ARNA, polling_district="1")
    before = take_in(on_the_map, tmp_path, row, at=datetime(2026, 12, 31, 22, 30, tzinfo=UTC))
    assert (before.by_polling_district, districts(session)) == (0, {"A 1": "Arna"})
    after = take_in(on_the_map, tmp_path, row, at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert (after.by_polling_district, districts(session)) == (1, {"A 1": "Fana"})


def test_what_cannot_be_placed_is_counted_with_the_reason_and_kept(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    polling_district(session, "Arna", "1")
    rows = [
        an_address("A", 1, polling_district="1"),
        an_address("B", 2, east=IN_FANA, polling_district="99"),
        an_address("C", 3, east=ELSEWHERE),
        an_address("D", 4, east="", north=""),
        an_address("E", 5, east="", north="", polling_district="1"),
    ]
    taken_in = take_in(on_the_map, tmp_path, *rows)
    assert (taken_in.by_polling_district, taken_in.by_map, taken_in.without_district) == (2, 1, 2)
    told = {remark: noted.examples for remark, noted in taken_in.remarks.items() if noted.number}
    assert told == {
        Remark.POLLING_DISTRICT_UNKNOWN: ["99 (B 2)"],
        Remark.OUTSIDE_DISTRICTS: ["C 3"],
        Remark.NO_POSITION: ["D 4"],
    }
    [outside] = find_addresses(session, "c 3")
    assert (outside.district, outside.polling_district_code, district_of_address(session, outside.id)) == (
        None,
        None,
        None,
    )
    [nowhere] = find_addresses(session, "d 4")
    assert (nowhere.latitude, nowhere.longitude) == (None, None)


def test_without_a_map_polling_districts_are_enough(session: Session, bergen: Municipality, tmp_path: Path) -> None:
    polling_district(session, "Arna", "1")
    taken_in = take_in(
        bergen, tmp_path, an_address("A", 1, polling_district="1"), an_address("B", 2, polling_district="2")
    )
    assert (taken_in.by_polling_district, taken_in.without_district) == (1, 1)
    assert taken_in.remarks[Remark.NO_MAP].examples == ["B 2"]


def test_the_new_register_takes_the_old_ones_place_and_ids_are_never_used_again(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    take_in(on_the_map, tmp_path, an_address("A", 1), an_address("B", 2))
    [old] = find_addresses(session, "b 2")
    taken_in = take_in(on_the_map, tmp_path, an_address("C", 3))
    assert (taken_in.before, taken_in.addresses) == (2, 1)
    assert districts(session) == {"C 3": "Arna"}
    [new] = find_addresses(session, "c 3")
    assert new.id > old.id
    assert address_by_id(session, old.id) is None
    found = address_by_id(session, new.id)
    assert found
    assert (found.id, found.text, found.district) == (new.id, new.text, new.district)
    event = events(session, "AddressesReplaced")[-1]
    assert event.before == {"addresses": 2}
    assert event.after is not None
    assert (event.after["addresses"], event.after["by_map"], event.after["file"]) == (1, 1, "adresser.csv")


def test_another_municipalitys_addresses_stay(session: Session, on_the_map: Municipality, tmp_path: Path) -> None:
    take_in(on_the_map, tmp_path, an_address("A", 1))
    with transaction():
        oslo = Municipality(number="0301", name="Oslo")
        session.add_all([oslo, District(municipality=oslo, name="Frogner")])
    polling_district(session, "Frogner", "7")
    take_in(oslo, tmp_path, an_address("B", 2, polling_district="7"))
    assert districts(session) == {"A 1": "Arna", "B 2": "Frogner"}


def test_a_register_that_fits_no_map_is_refused_and_the_old_one_stays(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    take_in(on_the_map, tmp_path, an_address("A", 1))
    with pytest.raises(NoAddressPlaced) as caught:
        take_in(on_the_map, tmp_path, an_address("B", 2, east=ELSEWHERE), an_address("C", 3, east=ELSEWHERE))
    assert (caught.value.addresses, caught.value.example) == (2, "B 2")
    assert districts(session) == {"A 1": "Arna"}
    assert len(events(session, "AddressesReplaced")) == 1


def test_nothing_to_place_by_is_refused(session: Session, bergen: Municipality, tmp_path: Path) -> None:
    with pytest.raises(NothingToPlaceBy):
        take_in(bergen, tmp_path, an_address("A", 1))
    assert session.scalar(select(func.count(Address.id))) == 0


def test_a_break_in_the_middle_leaves_the_old_register(
    session: Session, on_the_map: Municipality, tmp_path: Path
) -> None:
    """The fault stands in the last row, and ten thousand addresses have been stored before it is read."""
    take_in(on_the_map, tmp_path, an_address("A", 1))
    with pytest.raises(InputFault) as caught:
        take_in(on_the_map, tmp_path, *city_rows(10_050), an_address(letter="AB"))
    assert caught.value.place == Line(10_052)
    assert districts(session) == {"A 1": "Arna"}
    assert len(events(session, "AddressesReplaced")) == 1


def test_every_address_of_a_city_is_stored_once(session: Session, on_the_map: Municipality, tmp_path: Path) -> None:
    """12 000 addresses in two helpings; the two squares are a quarter of the board, and all lie on the board."""
    taken_in = take_in(on_the_map, tmp_path, *city_rows(12_000))
    assert taken_in.addresses == session.scalar(select(func.count(Address.id))) == 12_000
    assert taken_in.by_map == sum(
        name is not None
        for name in session.scalars(select(District.name).join(Address, Address.district_id == District.id))
    )
    assert 2900 < taken_in.by_map < 3100
