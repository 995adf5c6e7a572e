"""The demo's addresses lead to the district that they lie in."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
import shapely
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.models import District, Municipality
from app.councils.place_models import Address, PollingDistrict
from app.councils.places.queries import district_of_polling_district, find_addresses, outlines_on
from app.councils.places.shapes import Bounded, DistrictFinder, overlapping, shape_of
from app.demo.districts import DEMO_DISTRICTS
from app.demo.map_sketch import map_sketch
from app.demo.places import HOUSES, demo_streets, make_demo_places, points_by_district

DISTRICT_OF = {each.code: district.name for district in DEMO_DISTRICTS for each in district.polling_districts}


@pytest.fixture
def bergen(session: Session) -> Municipality:
    """Bergen with its eight districts, polling districts and addresses."""
    municipality = Municipality(number="4601", name="Bergen")
    with transaction() as writing:
        writing.add(municipality)
        writing.add_all(District(municipality=municipality, name=each.name) for each in DEMO_DISTRICTS)
        writing.flush()
        make_demo_places(writing, municipality, by=AT_THE_KEYBOARD, at=datetime(2023, 9, 1, tzinfo=UTC))
    return municipality


def test_every_polling_district_has_a_street_and_every_district_a_few_dozen_addresses() -> None:
    streets = list(demo_streets())
    assert {street.polling_district for street in streets} == set(DISTRICT_OF)
    assert len({street.name for street in streets}) == len(streets)
    addresses = Counter(DISTRICT_OF[street.polling_district] for street in streets for _ in HOUSES)
    assert len(addresses) == 8
    assert min(addresses.values()) >= 36


def test_every_address_is_placed_by_its_polling_district(session: Session, bergen: Municipality) -> None:
    assert session.scalar(select(func.count(PollingDistrict.id))) == len(DISTRICT_OF) == 39
    assert session.scalar(select(func.count(Address.id))) == len(HOUSES) * len(list(demo_streets()))
    assert session.scalar(select(func.count(Address.id)).where(Address.district_id.is_(None))) == 0
    acts = session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)).all()
    assert acts == ["PollingDistrictsImported", "BoundariesImported", "AddressesReplaced"]


def test_the_map_is_a_sketch_and_says_so(session: Session, bergen: Municipality) -> None:
    outlines = outlines_on(session, date(2023, 9, 11), bergen.id)
    assert [each.name for each in outlines] == sorted(district.name for district in DEMO_DISTRICTS)
    assert {each.source for each in outlines} == {"Skisse for demo, ikke offisiell grense"}


def test_every_house_lies_in_its_own_district_on_the_sketch() -> None:
    shapes = {area.name: shape_of(area) for area in map_sketch(points_by_district()).areas}
    finder = DistrictFinder([Bounded(number, 25832, shape) for number, shape in enumerate(shapes.values())])
    for number, (district, points) in enumerate(points_by_district().items()):
        assert set(finder.find(points)) == {number}, district


def test_the_districts_of_the_sketch_lie_beside_each_other() -> None:
    """No two overlap, and no hole is left between them: the areas add up to the area of them all together."""
    shapes = {area.name: shape_of(area) for area in map_sketch(points_by_district()).areas}
    assert list(overlapping(shapes, 25832)) == []
    together = shapely.union_all(list(shapes.values()))
    assert together.area == pytest.approx(sum(shape.area for shape in shapes.values()), rel=1e-6)
    assert len(shapely.get_parts(together)) == 1


def test_the_same_houses_give_the_same_sketch() -> None:
    assert map_sketch(points_by_district()) == map_sketch(points_by_district())


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("allehelgensg 2", "Bergenhus"),
        ("østre nesttunv 14", "Fana"),
        ("kokstadflaten", "Ytrebygda"),
        ("peter jebsens v", "Arna"),
    ],
)
def test_an_address_of_the_demo_is_found(session: Session, bergen: Municipality, typed: str, district: str) -> None:
    assert find_addresses(session, typed)[0].district == district


def test_a_polling_district_of_the_demo_leads_to_its_district(session: Session, bergen: Municipality) -> None:
    fana = district_of_polling_district(session, "0049", date(2023, 9, 11))
    assert fana is not None
    assert fana.name == "Fana"
