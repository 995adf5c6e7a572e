"""The coordinate systems that Norwegian map files come in, by their EPSG codes: degrees, or metres in a UTM zone.

A point is always (east or longitude, north or latitude), in that order, as in GeoJSON.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from app.councils.places.transverse_mercator import TransverseMercator

WGS84 = 4326
EUREF89 = 4258
UTM32 = 25832
UTM33 = 25833
DEGREES = (WGS84, EUREF89)
ZONES = range(31, 37)
EUREF89_UTM, WGS84_UTM = 25800, 32600
ZONE_BOUNDARY = 12.0
"""Degrees east: zone 32 lies to the west of it, zone 33 to the east."""

_CODE = re.compile(r"EPSG:(?:[0-9.]*:)?([0-9]{4,5})$", re.IGNORECASE)
_CRS84 = re.compile(r"CRS84$", re.IGNORECASE)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest upright rectangle around something."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies in the rectangle or on its rim."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


IN_DEGREES = Box(-12, 56, 40, 82)
IN_METRES = Box(-1_200_000, 6_100_000, 1_500_000, 9_200_000)
"""Norway with its sea and Svalbard, in any zone."""


def box_around(points: Iterable[Point]) -> Box:
    """The smallest box around the points; there must be one at least."""
    easts, norths = zip(*points, strict=True)
    return Box(min(easts), min(norths), max(easts), max(norths))


def is_known(epsg: int) -> bool:
    """Whether Verv can read coordinates of this system."""
    return epsg in DEGREES or zone_of(epsg) is not None


def zone_of(epsg: int) -> int | None:
    """The UTM zone, for a system in metres: EUREF89 (258zz) or WGS84 (326zz)."""
    for family in (EUREF89_UTM, WGS84_UTM):
        if epsg - family in ZONES:
            return epsg - family
    return None


@cache
def projection(epsg: int) -> TransverseMercator | None:
    """How metres of this system become degrees; nothing for a system that is in degrees."""
    zone = zone_of(epsg)
    return TransverseMercator(6 * zone - 183) if zone else None


def system_named(name: str) -> int | None:
    """The EPSG code in the name of a ``crs`` member: ``urn:ogc:def:crs:EPSG::25832``, ``EPSG:25832``, ``…:CRS84``."""
    if _CRS84.search(name):
        return WGS84
    found = _CODE.search(name)
    return int(found[1]) if found else None


def norway_in(epsg: int) -> Box:
    """Where in this system Norway lies, roughly."""
    return IN_DEGREES if epsg in DEGREES else IN_METRES


def looks_swapped(epsg: int, point: Point) -> bool:
    """Whether a point that lies outside Norway would lie inside with its two numbers changed about."""
    return not norway_in(epsg).holds(point) and norway_in(epsg).holds((point[1], point[0]))


def to_degrees(epsg: int, point: Point) -> Point:
    """Longitude and latitude of a point of this system."""
    plane = projection(epsg)
    return plane.to_degrees(*point) if plane else point


def converted(point: Point, epsg: int, wanted: int) -> Point:
    """The point of one system in another; itself where the two are the same for all that Verv does."""
    if same(epsg, wanted):
        return point
    plane = projection(wanted)
    longitude, latitude = to_degrees(epsg, point)
    return plane.to_metres(longitude, latitude) if plane else (longitude, latitude)


def same(epsg: int, other: int) -> bool:
    """Whether two codes give a place the same numbers: the same zone, or degrees both."""
    return zone_of(epsg) == zone_of(other)


def metres_near(epsg: int, point: Point) -> int:
    """The system to measure in near this point: its own, if that is in metres already, else the zone it lies in."""
    if zone_of(epsg):
        return epsg
    return UTM32 if point[0] < ZONE_BOUNDARY else UTM33
