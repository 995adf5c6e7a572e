"""The districts as a map drawn by ourselves: their outlines as SVG paths, without tiles and without any other server.

For the eye only: degrees become tenths of a pixel, north is up, and no border is decided here. A degree of longitude is
drawn as short as it is in the middle of the map, which over a municipality nobody can tell from a real projection.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from app.councils.places.queries import DistrictOutline

WIDTH = 680
MARGIN = 8
LETTER_WIDTH = 9
"""Of a name's average letter, in the map's own units: a name that is wider than its district is not written on it."""

Place = tuple[float, float]
Ring = list[Place]


@dataclass(frozen=True, slots=True)
class MappedDistrict:
    """A district on the map: its path, and a point inside it for its name, if the name has room there."""

    district_id: int
    name: str
    path: str
    x: str
    y: str
    has_room: bool


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """All districts, by name, the box they fit in (an SVG viewBox), and where the borders come from, each once."""

    districts: tuple[MappedDistrict, ...]
    box: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From degrees to the map's own units."""

    west: float
    north: float
    across: float
    down: float

    def place(self, longitude: float, latitude: float) -> Place:
        return MARGIN + (longitude - self.west) * self.across, MARGIN + (self.north - latitude) * self.down


def district_map(outlines: Sequence[DistrictOutline]) -> DistrictMap | None:
    """The map of these districts; none where there is nothing to draw."""
    if not outlines:
        return None
    west, south = min(each.box.west for each in outlines), min(each.box.south for each in outlines)
    east, north = max(each.box.east for each in outlines), max(each.box.north for each in outlines)
    shrunk = cos(radians((south + north) / 2))
    down = (WIDTH - 2 * MARGIN) / ((east - west) * shrunk)
    scale = _Scale(west, north, down * shrunk, down)
    height = 2 * MARGIN + (north - south) * down
    sources = tuple(dict.fromkeys(each.source for each in outlines))
    return DistrictMap(tuple(_mapped(each, scale) for each in outlines), f"0 0 {WIDTH} {height:.0f}", sources)


def _mapped(outline: DistrictOutline, scale: _Scale) -> MappedDistrict:
    polygons = [[_drawn(ring, scale) for ring in polygon] for polygon in json.loads(outline.geometry)["coordinates"]]
    largest = max((polygon[0] for polygon in polygons), key=_area)
    (x, y), room = _middle(largest)
    path = "".join(_path(ring) for polygon in polygons for ring in polygon)
    has_room = room >= LETTER_WIDTH * len(outline.name)
    return MappedDistrict(outline.district_id, outline.name, path, f"{x:.1f}", f"{y:.1f}", has_room)


def _drawn(ring: Iterable[Sequence[float]], scale: _Scale) -> Ring:
    return [scale.place(longitude, latitude) for longitude, latitude in ring]


def _path(ring: Ring) -> str:
    """``M1.0 2.0L3.0 4.0…Z``: the last corner, which is the first, is what Z goes back to."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring[:-1]) + "Z"


def _area(ring: Ring) -> float:
    return abs(sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(ring))) / 2


def _middle(ring: Ring) -> tuple[Place, float]:
    """A point inside the ring, halfway between its highest and lowest corner, and how wide the ring is there.

    Of the stretches of that line that lie inside, it is the middle of the longest.
    """
    lowest, highest = min(y for _, y in ring), max(y for _, y in ring)
    y = (lowest + highest) / 2
    crossings = sorted(
        from_x + (to_x - from_x) * (y - from_y) / (to_y - from_y)
        for (from_x, from_y), (to_x, to_y) in pairwise(ring)
        if (from_y <= y) != (to_y <= y)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=True))
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return ((left + right) / 2, y), right - left
