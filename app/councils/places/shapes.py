"""Areas as shapes: lawful, joined into districts, apart from each other, simplified together, and asked what they hold.

This is the one place that uses shapely. It loads numpy, so only the commands that read maps and addresses import it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from app.core.input_files.faults import Unfit
from app.councils.places.boundary_file import SHORTEST_RING, Area, point_text
from app.councils.places.faults import Problem
from app.councils.places.reference_systems import Point, converted, metres_near, same, to_degrees

OVERLAP_WIDTH = 2.0
"""Metres. Two districts may overlap by less: maps drawn apart seldom meet to the centimetre."""
TOLERANCE = 20.0
"""Metres: what leaves less than about this much of an edge out is left out of the outline for the web."""
DECIMALS = 5
"""Of degrees in the outline: a metre."""

_REASONS = {
    "Self-intersection": Problem.BORDER_CROSSES_ITSELF,
    "Ring Self-intersection": Problem.BORDER_CROSSES_ITSELF,
    "Hole lies outside shell": Problem.HOLE_OUTSIDE,
    "Nested shells": Problem.PARTS_OVERLAP,
}
_WHERE = re.compile(r"\[(\S+) (\S+)\]")


def shape_of(area: Area) -> MultiPolygon:
    """The area as a shape. Refused: a border that crosses or touches itself, a hole outside, parts that overlap."""
    shape = MultiPolygon([(polygon[0], polygon[1:]) for polygon in area.polygons])
    if not shape.is_valid:
        reason = shapely.is_valid_reason(shape)
        where = _WHERE.search(reason)
        point = point_text((float(where[1]), float(where[2]))) if where else ""
        problem = _REASONS.get(reason.partition("[")[0].strip(), Problem.SHAPE_INVALID)
        raise Unfit(problem, point, reason=reason.partition("[")[0].strip())
    return shape


def joined(shapes: Sequence[MultiPolygon]) -> MultiPolygon:
    """One shape of several that lie beside each other; a single one stays exactly as it is."""
    return shapes[0] if len(shapes) == 1 else _areas_of(shapely.union_all(shapes))


def overlapping(shapes: Mapping[str, MultiPolygon], epsg: int) -> Iterator[tuple[str, str, str]]:
    """Each two shapes that have in common more than a sliver, and a point in what they share."""
    metric = dict(zip(shapes, _in_metres(list(shapes.values()), epsg)[1], strict=True))
    for one, other in combinations(shapes, 2):
        if shapely.intersects(metric[one], metric[other]):
            shared = shapely.buffer(shapely.intersection(metric[one], metric[other]), -OVERLAP_WIDTH / 2)
            if not shared.is_empty:
                inside = shapely.point_on_surface(shapely.intersection(shapes[one], shapes[other]))
                yield one, other, point_text((inside.x, inside.y))


def outlines(shapes: Sequence[MultiPolygon], epsg: int) -> list[str]:
    """The shapes as GeoJSON for the web, simplified *together*: a border that two share stays one line for both.

    Visvalingam and Whyatt's method: the corners that span the smallest triangles go, junctions of three borders stay.
    Two borders that were not drawn through the same points are simplified each by itself, and a gap may be seen.
    """
    system, metric = _in_metres(shapes, epsg)
    return [_outline(shape, system) for shape in shapely.coverage_simplify(metric, TOLERANCE)]


def exact_text(shape: MultiPolygon) -> str:
    """The coordinates of a shape as text, every digit of them."""
    return json.dumps(shapely.geometry.mapping(shape)["coordinates"], separators=(",", ":"))


def from_exact_text(text: str) -> MultiPolygon:
    """The shape that ``exact_text`` wrote."""
    return MultiPolygon([(polygon[0], polygon[1:]) for polygon in json.loads(text)])


@dataclass(frozen=True, slots=True)
class Bounded:
    """A district's id and its shape in a coordinate system."""

    district_id: int
    epsg: int
    shape: MultiPolygon


class DistrictFinder:
    """Which district a point lies in. On a border, or in a sliver of two districts, it is the first of those given."""

    def __init__(self, districts: Sequence[Bounded]) -> None:
        self.epsg = districts[0].epsg
        self._districts = [(each.district_id, _converted(each.shape, each.epsg, self.epsg)) for each in districts]
        for _, shape in self._districts:
            shapely.prepare(shape)

    def find(self, points: Sequence[Point]) -> list[int | None]:
        """The district of each point, given in the finder's own system; nothing for a point that is in none."""
        if not points:
            return []
        found: list[int | None] = [None] * len(points)
        places = numpy.array(points, dtype=float)
        left = numpy.arange(len(points))
        for district_id, shape in self._districts:
            held = shapely.intersects_xy(shape, places[left, 0], places[left, 1])
            for place in left[held]:
                found[place] = district_id
            left = left[~held]
        return found


def _areas_of(shape: BaseGeometry) -> MultiPolygon:
    """The polygons of a shape; lines and points that are left where polygons touch are no area."""
    parts = shapely.get_parts(shape) if not isinstance(shape, Polygon) else [shape]
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])


def _in_metres(shapes: Sequence[MultiPolygon], epsg: int) -> tuple[int, list[MultiPolygon]]:
    """All of the shapes in one system in metres, and which."""
    west, south, _, _ = shapes[0].bounds
    system = metres_near(epsg, (west, south))
    return system, [_converted(shape, epsg, system) for shape in shapes]


def _converted(shape: MultiPolygon, epsg: int, wanted: int) -> MultiPolygon:
    if same(epsg, wanted):
        return shape
    return shapely.transform(shape, partial(_each, epsg, wanted))


def _each(
    epsg: int, wanted: int, points: Iterable[Iterable[float]]
) -> "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]":
    return numpy.array([converted((east, north), epsg, wanted) for east, north in points])


def _outline(shape: BaseGeometry, epsg: int) -> str:
    parts = shapely.get_parts(shapely.orient_polygons(_areas_of(shape)))
    drawn = [[_ring(ring.coords, epsg) for ring in (part.exterior, *part.interiors)] for part in parts]
    visible = [
        [ring for ring in rings if len(ring) >= SHORTEST_RING] for rings in drawn if len(rings[0]) >= SHORTEST_RING
    ]
    polygons = visible or drawn
    corners = [point for polygon in polygons for point in polygon[0]]
    easts, norths = zip(*corners, strict=True)
    box = [min(easts), min(norths), max(easts), max(norths)]
    return json.dumps({"type": "MultiPolygon", "bbox": box, "coordinates": polygons}, separators=(",", ":"))


def _ring(points: Iterable[Sequence[float]], epsg: int) -> list[list[float]]:
    """Degrees to a metre; corners that fall together become one."""
    rounded: list[list[float]] = []
    for point in points:
        longitude, latitude = to_degrees(epsg, (point[0], point[1]))
        corner = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        if not rounded or corner != rounded[-1]:
            rounded.append(corner)
    return rounded
