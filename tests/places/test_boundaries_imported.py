"""Borders of districts in the database: rows and audit entry afterwards; nothing of either when a map is refused."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.input_files.faults import InputFault, JsonPath
from app.core.input_files.input_file import open_input
from app.councils.models import District, Municipality
from app.councils.place_models import DistrictBoundary, PollingDistrict
from app.councils.places.boundary_file import read_areas
from app.councils.places.faults import Problem
from app.councils.places.queries import boundaries_on, outlines_on
from app.councils.places.services.boundaries import BoundariesTakenIn, import_boundaries
from tests.places.registers import a_map, square, write_map

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
THIS_YEAR, NEXT_YEAR = date(2026, 1, 1), date(2027, 1, 1)


def take_in(
    municipality: Municipality, path: Path, valid_from: date = THIS_YEAR, *, codes: bool = False
) -> BoundariesTakenIn:
    with open_input(path) as text:
        read = read_areas(text, "bydel")
    with transaction() as session:
        return import_boundaries(
            session, municipality, read, valid_from, by_polling_districts=codes, by=AT_THE_KEYBOARD, at=NOW
        )


def names(session: Session, municipality: Municipality, on: date) -> list[str]:
    return [outline.name for outline in outlines_on(session, on, municipality.id)]


def events(session: Session) -> Sequence[AuditEvent]:
    return session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()


def test_districts_are_given_their_borders(session: Session, bergen: Municipality, two_districts: Path) -> None:
    taken_in = take_in(bergen, two_districts)
    assert taken_in == BoundariesTakenIn(("Arna", "Fana"), (), 0, addresses_are_older=False)
    assert names(session, bergen, THIS_YEAR) == ["Arna", "Fana"]
    arna, fana = outlines_on(session, THIS_YEAR, bergen.id)
    assert arna.box.east == fana.box.west or arna.box.east > fana.box.west  # the grid leans a little
    stored = boundaries_on(session, THIS_YEAR, bergen.id)[0]
    assert (stored.epsg, stored.source, stored.recorded_at) == (25832, "kart.geojson", NOW)
    [event] = events(session)
    assert (event.act, event.object_kind, event.object_id) == ("BoundariesImported", "municipality", "4601")
    assert event.after is not None
    assert (event.after["districts"], event.after["new_districts"]) == (["Arna", "Fana"], [])
    assert event.after["sha256"] == stored.sha256


def test_the_same_map_again_changes_nothing_also_on_a_later_day(
    session: Session, bergen: Municipality, two_districts: Path
) -> None:
    take_in(bergen, two_districts)
    for valid_from in (THIS_YEAR, NEXT_YEAR):
        assert take_in(bergen, two_districts, valid_from) == BoundariesTakenIn((), (), 2, addresses_are_older=False)
    assert session.scalar(select(func.count(DistrictBoundary.id))) == 2
    assert len(events(session)) == 1


def test_names_are_matched_in_any_capitals_and_new_ones_are_made(
    session: Session, bergen: Municipality, tmp_path: Path
) -> None:
    rings = [("ARNA", [square(0, 0)]), (" fana ", [square(1, 0)]), ("Årstad", [square(2, 0)])]
    assert take_in(bergen, write_map(tmp_path / "k.json", a_map(rings))).new_districts == ("Årstad",)
    assert names(session, bergen, THIS_YEAR) == ["Arna", "Fana", "Årstad"]
    again = write_map(tmp_path / "k2.json", a_map([("A\u030aRSTAD", [square(3, 0)])]))
    assert take_in(bergen, again).new_districts == ()
    assert session.scalar(select(func.count(District.id))) == 3


def test_areas_of_one_district_are_joined(session: Session, bergen: Municipality, tmp_path: Path) -> None:
    rings = [("Fana", [square(0, 0)]), ("Arna", [square(2, 0)]), ("FANA", [square(1, 0)])]
    assert take_in(bergen, write_map(tmp_path / "k.json", a_map(rings))).districts == ("Fana", "Arna")
    fana = next(row for row in boundaries_on(session, THIS_YEAR, bergen.id) if row.district.name == "Fana")
    assert fana.exact.count("[[[") == 1
    assert "300000" in fana.exact  # a corner between the two parts is a point of the rim


def test_polling_districts_of_the_map_make_up_their_districts(
    session: Session, bergen: Municipality, tmp_path: Path
) -> None:
    """The map says 1, 2 and 3; the register of polling districts says 0001 and 0002 are Arna, 0003 Fana."""
    arna, fana = session.scalars(select(District).order_by(District.name)).all()
    with transaction() as writing:
        for code, district in (("0001", arna), ("0002", arna), ("0003", fana)):
            writing.add(PollingDistrict(district=district, code=code, name="Krets", valid_from=date(2019, 1, 1)))
    rings = [(code, [square(n, 0)]) for n, code in enumerate(("1", "2", "3"))]
    chart = write_map(tmp_path / "k.json", a_map(rings))
    assert take_in(bergen, chart, codes=True).districts == ("Arna", "Fana")
    rings.append(("4", [square(3, 0)]))
    with pytest.raises(InputFault) as caught:
        take_in(bergen, write_map(tmp_path / "k.json", a_map(rings)), codes=True)
    assert (caught.value.problem, caught.value.value) == (Problem.POLLING_DISTRICT_UNKNOWN, "4")
    assert caught.value.place == JsonPath("features[3]")


def test_a_border_holds_until_its_districts_next_one(session: Session, bergen: Municipality, tmp_path: Path) -> None:
    take_in(bergen, write_map(tmp_path / "k.json", a_map([("Fana", [square(0, 0)])])), THIS_YEAR)
    take_in(bergen, write_map(tmp_path / "k.json", a_map([("Fana", [square(1, 0)])])), NEXT_YEAR)
    assert names(session, bergen, date(2025, 12, 31)) == []
    [last_day], [first_day] = (outlines_on(session, on, bergen.id) for on in (date(2026, 12, 31), NEXT_YEAR))
    assert last_day.box.west < first_day.box.west


def test_another_border_from_the_same_day_replaces_it_and_the_trail_tells(
    session: Session, bergen: Municipality, tmp_path: Path
) -> None:
    take_in(bergen, write_map(tmp_path / "k.json", a_map([("Fana", [square(0, 0)])])))
    old = boundaries_on(session, THIS_YEAR, bergen.id)[0].sha256
    take_in(bergen, write_map(tmp_path / "k2.json", a_map([("Fana", [square(1, 0)])])))
    assert session.scalar(select(func.count(DistrictBoundary.id))) == 1
    assert events(session)[-1].before == {"Fana": f"k.json {old}"}


def test_a_neighbour_that_is_new_on_the_map_gets_the_line_that_is_there(
    session: Session, bergen: Municipality, tmp_path: Path
) -> None:
    """Arna alone is simplified all round; with Fana beside it, their border is one line again."""
    arna, fana = ("Arna", [square(0, 0, 300)]), ("Fana", [square(1, 0, 300)])
    take_in(bergen, write_map(tmp_path / "k.json", a_map([arna])))
    assert take_in(bergen, write_map(tmp_path / "k.json", a_map([arna, fana]))).districts == ("Fana",)
    of_arna, of_fana = (
        set(outline.geometry.split("[[[[")[1].split("],[")) for outline in outlines_on(session, THIS_YEAR, bergen.id)
    )
    assert len(of_arna & of_fana) > 10


@pytest.mark.parametrize(
    ("rings", "fault"),
    [
        ([("Arna", [square(0, 0)]), ("Ny", [square(0, 0)])], (Problem.DISTRICTS_OVERLAP, "features[1]")),
        (
            [("Ny", [square(1, 0)]), ("Arna", [[*square(0, 0)[:2], *square(0, 0)[3:1:-1], square(0, 0)[0]]])],
            (Problem.BORDER_CROSSES_ITSELF, "features[1]"),
        ),
        (
            [("Ny", [square(0, 0)]), ("Arna", [square(1, 0)[:-1]])],
            (Problem.RING_OPEN, "features[1].geometry.coordinates[0]"),
        ),
    ],
)
def test_a_map_with_a_fault_leaves_nothing_behind(
    session: Session, bergen: Municipality, tmp_path: Path, rings: list[tuple[str, object]], fault: tuple[Problem, str]
) -> None:
    with pytest.raises(InputFault) as caught:
        take_in(bergen, write_map(tmp_path / "k.json", a_map(rings)))
    assert (caught.value.problem, caught.value.place) == (fault[0], JsonPath(fault[1]))
    assert session.scalars(select(District.name).order_by(District.name)).all() == ["Arna", "Fana"]
    assert session.scalar(select(func.count(DistrictBoundary.id))) == 0
    assert events(session) == []
