"""GeoJSON of districts: what is read, and what is told of a file that cannot be used."""

import json
from io import BytesIO

import pytest
from flask import Flask

from app.core.input_files.faults import FileProblem, InputFault, JsonPath
from app.core.input_files.input_file import InputFile
from app.councils.places.boundary_file import AreaMap, read_areas
from app.councils.places.fault_texts import describe_all
from app.councils.places.faults import Problem
from app.councils.places.reference_systems import Box
from tests.places.registers import a_map, square

IN_BERGEN = [[5.3, 60.3], [5.4, 60.3], [5.4, 60.4], [5.3, 60.4], [5.3, 60.3]]


def read(collection: object, epsg: int | None = None) -> AreaMap:
    content = collection if isinstance(collection, bytes) else json.dumps(collection, ensure_ascii=False).encode()
    return read_areas(InputFile("kart.geojson", BytesIO(content)), "bydel", epsg)


def refused(collection: object, epsg: int | None = None) -> InputFault:
    with pytest.raises(InputFault) as caught:
        read(collection, epsg)
    return caught.value


def test_areas_are_read_with_name_rings_system_and_fingerprint() -> None:
    collection = a_map([("Fana", [square(0, 0)])])
    chart = read(collection)
    assert [area.name for area in chart.areas] == ["Fana"]
    assert chart.epsg == 25832
    assert chart.box == Box(290_000, 6_690_000, 300_000, 6_700_000)
    assert len(chart.areas[0].polygons[0][0]) == 5
    assert len(chart.sha256) == 64


def test_a_multipolygon_a_height_a_code_and_a_byte_order_mark_are_fine() -> None:
    high = [[x, y, 17.5] for x, y in IN_BERGEN]
    feature = {
        "type": "Feature",
        "properties": {"bydel": 7},
        "geometry": {"type": "MultiPolygon", "coordinates": [[high]]},
    }
    chart = read(b"\xef\xbb\xbf" + json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    assert chart.areas[0].name == "7"
    assert chart.areas[0].polygons == (((tuple((x, y) for x, y in IN_BERGEN)),),)


def test_degrees_are_known_by_their_size() -> None:
    assert read(a_map([("Fana", [IN_BERGEN])], crs=None)).epsg == 4326


def test_metres_without_a_system_are_not_guessed_at() -> None:
    """297 000 east is Bergen in zone 32, and Drammen in zone 33."""
    metres = a_map([("Fana", [square(0, 0)])], crs=None)
    assert refused(metres).problem is Problem.SYSTEM_UNNAMED
    assert read(metres, 25833).epsg == 25833


def test_what_is_given_goes_before_what_the_file_says() -> None:
    assert read(a_map([("Fana", [square(0, 0)])], crs="EPSG:4326"), 25832).epsg == 25832


@pytest.mark.parametrize(
    ("ring", "problem", "path", "value"),
    [
        (IN_BERGEN[:3], Problem.RING_TOO_SHORT, "coordinates[0]", "3"),
        (IN_BERGEN[:4], Problem.RING_OPEN, "coordinates[0]", "5.3 60.4"),
        ([*IN_BERGEN[:2], "her", *IN_BERGEN[3:]], Problem.COORDINATES_MALFORMED, "coordinates[0][2]", "her"),
        ([*IN_BERGEN[:2], [5.4], *IN_BERGEN[3:]], Problem.COORDINATES_MALFORMED, "coordinates[0][2]", "[5.4]"),
        (
            [*IN_BERGEN[:2], [True, 60], *IN_BERGEN[3:]],
            Problem.COORDINATES_MALFORMED,
            "coordinates[0][2]",
            "[true, 60]",
        ),
        (
            [*IN_BERGEN[:2], ["5", "60"], *IN_BERGEN[3:]],
            Problem.COORDINATES_MALFORMED,
            "coordinates[0][2]",
            '["5", "60"]',
        ),
        ([*IN_BERGEN[:2], [10**400, 60], *IN_BERGEN[3:]], Problem.COORDINATES_MALFORMED, "coordinates[0][2]", None),
        ([], Problem.COORDINATES_MALFORMED, "coordinates[0]", "[]"),
        (None, Problem.COORDINATES_MALFORMED, "coordinates[0]", "null"),
    ],
)
def test_a_broken_border_is_told_with_the_number_it_breaks_at(
    ring: object, problem: Problem, path: str, value: str | None
) -> None:
    fault = refused(a_map([("Fana", [IN_BERGEN]), ("Arna", [ring])], crs=None))
    assert fault.problem is problem
    assert fault.place == JsonPath(f"features[1].geometry.{path}")
    assert value is None or fault.value == value


@pytest.mark.parametrize(
    ("change", "problem", "path"),
    [
        ({"properties": {"navn": "Fana"}}, Problem.PROPERTY_MISSING, "features[0].properties"),
        ({"properties": None}, Problem.PROPERTY_MISSING, "features[0].properties"),
        ({"properties": {"bydel": " "}}, Problem.PROPERTY_MALFORMED, "features[0].properties.bydel"),
        ({"properties": {"bydel": None}}, Problem.PROPERTY_MALFORMED, "features[0].properties.bydel"),
        ({"properties": {"bydel": 1.5}}, Problem.PROPERTY_MALFORMED, "features[0].properties.bydel"),
        ({"properties": {"bydel": "Fa\x00na"}}, Problem.PROPERTY_MALFORMED, "features[0].properties.bydel"),
        ({"properties": {"bydel": "F" * 201}}, Problem.PROPERTY_MALFORMED, "features[0].properties.bydel"),
        ({"geometry": None}, Problem.NOT_AN_AREA, "features[0].geometry"),
        ({"geometry": {"type": "Point", "coordinates": [5, 60]}}, Problem.NOT_AN_AREA, "features[0].geometry"),
        ({"geometry": {"type": "Polygon"}}, Problem.COORDINATES_MALFORMED, "features[0].geometry.coordinates"),
        ({"type": "Fana"}, Problem.NOT_A_FEATURE, "features[0]"),
    ],
)
def test_a_broken_feature_is_told_with_its_path(change: dict[str, object], problem: Problem, path: str) -> None:
    collection = a_map([("Fana", [IN_BERGEN])], crs=None)
    features = collection["features"]
    assert isinstance(features, list)
    features[0] |= change
    fault = refused(collection)
    assert (fault.problem, fault.place) == (problem, JsonPath(path))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.FILE_EMPTY),
        (b" \n ", FileProblem.FILE_EMPTY),
        (b"{", FileProblem.JSON_BROKEN),
        (b"[" * 100_000, FileProblem.JSON_TOO_DEEP),
        (b'{"type": "FeatureCollection", "features": [NaN]}', FileProblem.JSON_NUMBER),
        (b"[1,2]", Problem.NOT_A_COLLECTION),
        (b'{"type": "Feature"}', Problem.NOT_A_COLLECTION),
        (b'{"type": "FeatureCollection"}', Problem.NO_FEATURES),
        (b'{"type": "FeatureCollection", "features": []}', Problem.NO_FEATURES),
        (b'{"type": "FeatureCollection", "features": [3]}', Problem.NOT_A_FEATURE),
        ("{\n«æ»".encode("latin-1"), FileProblem.NOT_UTF8),
        (b"PK\x03\x04", FileProblem.IS_SPREADSHEET),
        ("{}".encode("utf-16"), FileProblem.IS_UTF16),
    ],
)
def test_what_is_no_map_is_told_for_what_it_is(content: bytes, problem: Problem) -> None:
    assert refused(content).problem is problem


@pytest.mark.parametrize("crs", [{"type": "name"}, "EPSG:25832", {"properties": {"name": "UTM"}}, 25832])
def test_a_system_that_cannot_be_read_is_refused(crs: object) -> None:
    fault = refused(a_map([("Fana", [IN_BERGEN])], crs=None) | {"crs": crs})
    assert (fault.problem, fault.place) == (Problem.SYSTEM_UNKNOWN, JsonPath("crs"))


def test_a_system_that_is_not_known_is_refused_wherever_it_is_from() -> None:
    collection = a_map([("Fana", [IN_BERGEN])], crs="EPSG:3857")
    assert refused(collection).value == "3857"
    assert refused(collection, 27391).value == "27391"


def test_numbers_in_the_wrong_order_are_told_apart_from_another_place() -> None:
    swapped = [[y, x] for x, y in IN_BERGEN]
    fault = refused(a_map([("Fana", [swapped])], crs=None))
    assert (fault.problem, fault.value) == (Problem.NUMBERS_SWAPPED, "60.3 5.3")
    in_degrees = refused(a_map([("Fana", [IN_BERGEN])], crs="EPSG:25832"))
    assert in_degrees.problem is Problem.OUTSIDE_NORWAY


def test_faults_of_many_features_are_told_together_and_twenty_are_enough(app: Flask) -> None:
    fault = refused(a_map([("Fana", [IN_BERGEN[:3]])] * 30, crs=None))
    assert len(fault.others) == 19
    with app.app_context():
        told = describe_all(fault)
    assert told[1] == (
        "kart.geojson, features[1].geometry.coordinates[0]: grensen har 3 punkter; ventet minst fire, der det siste er "
        "likt det første."
    )
