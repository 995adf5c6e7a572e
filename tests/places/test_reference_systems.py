"""Coordinate systems by their codes and names."""

import pytest

from app.councils.places.reference_systems import (
    Box,
    box_around,
    converted,
    is_known,
    looks_swapped,
    metres_near,
    norway_in,
    same,
    system_named,
    to_degrees,
    zone_of,
)


@pytest.mark.parametrize(
    ("name", "epsg"),
    [
        ("urn:ogc:def:crs:EPSG::25832", 25832),
        ("urn:ogc:def:crs:EPSG:9.8:25833", 25833),
        ("EPSG:4258", 4258),
        ("epsg:32632", 32632),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
        ("UTM 32", None),
        ("EPSG:", None),
    ],
)
def test_the_name_of_a_crs_member_tells_its_code(name: str, epsg: int | None) -> None:
    assert system_named(name) == epsg


@pytest.mark.parametrize(
    ("epsg", "zone"), [(25832, 32), (25833, 33), (25835, 35), (32632, 32), (4326, None), (3857, None)]
)
def test_a_code_tells_its_zone(epsg: int, zone: int | None) -> None:
    assert zone_of(epsg) == zone


@pytest.mark.parametrize(("epsg", "known"), [(4326, True), (4258, True), (25832, True), (25838, False), (3857, False)])
def test_what_cannot_be_read_is_not_known(epsg: int, known: bool) -> None:
    assert is_known(epsg) is known


def test_the_same_place_has_the_same_numbers_in_euref89_and_wgs84() -> None:
    assert same(25832, 32632)
    assert same(4258, 4326)
    assert not same(25832, 25833)
    assert not same(25832, 4258)
    assert converted((297_000.5, 6_700_000), 32632, 25832) == (297_000.5, 6_700_000)


def test_a_point_of_one_zone_is_found_again_in_another() -> None:
    in_33 = converted((297_000, 6_700_000), 25832, 25833)
    assert in_33[0] < 0  # Bergen lies far to the west of zone 33's false origin
    assert converted(in_33, 25833, 25832) == pytest.approx((297_000, 6_700_000), abs=1e-5)
    assert converted((5.3, 60.4), 4326, 4258) == (5.3, 60.4)
    assert to_degrees(25832, (500_000, 6_651_411.190)) == pytest.approx((9, 60), abs=1e-7)


def test_degrees_in_the_wrong_order_are_seen() -> None:
    assert looks_swapped(4326, (60.39, 5.32))
    assert not looks_swapped(4326, (5.32, 60.39))
    assert looks_swapped(25832, (6_700_000, 297_000))
    assert not looks_swapped(4326, (0, 0))


def test_what_is_measured_in_degrees_is_measured_in_metres_of_its_own_zone() -> None:
    assert metres_near(4326, (5.3, 60.4)) == 25832
    assert metres_near(4258, (15.5, 68)) == 25833
    assert metres_near(25835, (400_000, 7_700_000)) == 25835


def test_a_box_holds_its_rim_and_nothing_beyond() -> None:
    box = box_around([(1, 5), (3, 2), (2, 4)])
    assert box == Box(1, 2, 3, 5)
    assert box.holds((1, 2))
    assert box.holds((3, 5))
    assert not box.holds((3.001, 5))


@pytest.mark.parametrize("epsg", [25832, 25833, 25835])
@pytest.mark.parametrize("place", [(4.6, 61.9), (31.1, 70.4), (7, 58), (10.5, 81)])
def test_all_of_norway_lies_in_norway_in_any_zone(epsg: int, place: tuple[float, float]) -> None:
    assert norway_in(4326).holds(place)
    assert norway_in(epsg).holds(converted(place, 4326, epsg))
