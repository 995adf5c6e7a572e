"""The map projection against control points that a national mapping authority has published."""

import pytest

from app.councils.places.transverse_mercator import TransverseMercator

SWEREF99_TM = (
    (55.0, 12.75, 6097106.672, 356083.438),
    (55.0, 14.25, 6095048.642, 452024.069),
    (57.0, 12.75, 6319636.937, 363331.554),
    (57.0, 19.50, 6326392.707, 773251.054),
    (59.0, 11.25, 6546096.724, 284626.066),
    (59.0, 19.50, 6548757.206, 758410.519),
    (61.0, 12.75, 6764877.311, 378323.440),
    (61.0, 18.75, 6768593.345, 702745.127),
    (63.0, 12.00, 6989134.048, 348083.148),
    (63.0, 19.50, 6993565.630, 727798.671),
    (65.0, 13.50, 7209293.753, 429270.201),
    (65.0, 21.75, 7225449.115, 817833.405),
    (67.0, 16.50, 7432168.174, 565398.458),
    (67.0, 24.00, 7459745.672, 891298.142),
    (69.0, 21.00, 7666089.698, 739639.195),
)
"""Latitude, longitude, north, east. Lantmäteriet: *Kontrollpunkter för SWEREF 99 TM*, 2007-11-20.

SWEREF 99 TM is UTM zone 33 on the same ellipsoid, extended over all of Sweden.
"""


@pytest.mark.parametrize(("latitude", "longitude", "north", "east"), SWEREF99_TM)
def test_published_control_points_are_met_to_the_millimetre(
    latitude: float, longitude: float, north: float, east: float
) -> None:
    zone33 = TransverseMercator(15)
    assert zone33.to_metres(longitude, latitude) == pytest.approx((east, north), abs=0.0006)
    assert zone33.to_degrees(east, north) == pytest.approx((longitude, latitude), abs=2e-8)


def test_the_formulas_hold_for_another_meridian_scale_and_origin() -> None:
    """Lantmäteriet: *Gauss Conformal Projection*, worked example: 66° N 24° E on GRS80."""
    projection = TransverseMercator(13 + 35 / 60 + 7.692 / 3600, 1.000002540000, 84182.8790, -6226307.8640)
    assert projection.to_metres(24, 66) == pytest.approx((555304.016555, 1135809.413803), abs=0.000001)


@pytest.mark.parametrize("meridian", [9, 15, 27])
def test_on_its_own_meridian_a_zone_has_half_a_million_metres_east(meridian: float) -> None:
    east, _ = TransverseMercator(meridian).to_metres(meridian, 60)
    assert east == pytest.approx(500_000, abs=1e-6)


def test_zone_32_and_zone_33_differ_only_in_the_meridian() -> None:
    """What lies three degrees west of the meridian has the same numbers in every zone."""
    assert TransverseMercator(9).to_metres(6, 60) == pytest.approx(TransverseMercator(15).to_metres(12, 60), abs=1e-6)


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(4.5, 58), (5.3, 60.4), (10.75, 59.9), (19, 69.7), (31, 70.4), (15, 78)]
)
@pytest.mark.parametrize("meridian", [9, 15, 27])
def test_there_and_back_is_the_same_place_also_in_a_neighbours_zone(
    longitude: float, latitude: float, meridian: float
) -> None:
    projection = TransverseMercator(meridian)
    east, north = projection.to_metres(longitude, latitude)
    assert projection.to_degrees(east, north) == pytest.approx((longitude, latitude), abs=1e-9)
