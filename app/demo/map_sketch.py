"""A coarse map for the demo: which of the districts' addresses is nearest, drawn as eight areas beside each other.

It is a sketch and no border: the official ones are the municipality's own file. What is stored says so as its source.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import shapely
from shapely.geometry import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from app.core.input_files.input_file import InputFile
from app.councils.places.boundary_file import AreaMap, read_areas
from app.councils.places.reference_systems import Point

SOURCE = "Skisse for demo, ikke offisiell grense"
NAME = "bydel"
METRES = 25832
"""EUREF89 UTM zone 32, in which Bergen lies."""

AROUND = 1_500
"""Metres that the map goes on beyond the outermost addresses."""
LOOSE = 0.4
"""How closely the map's edge follows them: 0 is as closely as can be, 1 not at all."""


def map_sketch(points: Mapping[str, Iterable[Point]]) -> AreaMap:
    """An area for each district's points, in metres: every place belongs to the district of the nearest point.

    The same points give the same map. Areas have their borders in common, and none lies on top of another.
    """
    features = [
        {
            "type": "Feature",
            "properties": {NAME: district},
            "geometry": {"type": "MultiPolygon", "coordinates": list(_polygons(area))},
        }
        for district, area in _areas({name: list(places) for name, places in points.items()})
    ]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{METRES}"}}
    text = json.dumps({"type": "FeatureCollection", "crs": crs, "features": features})
    return read_areas(InputFile(SOURCE, BytesIO(text.encode())), NAME)


def _areas(points: Mapping[str, list[Point]]) -> Iterator[tuple[str, BaseGeometry]]:
    """Each district's cells as one area, cut off where the map ends."""
    everywhere = MultiPoint(sorted({each for places in points.values() for each in places}))
    edge = shapely.concave_hull(everywhere, ratio=LOOSE).buffer(AROUND)
    cells = shapely.get_parts(shapely.voronoi_polygons(everywhere, extend_to=edge))
    for district, places in points.items():
        own = MultiPoint(places)
        area = shapely.union_all([cell for cell in cells if cell.intersects(own)])
        yield district, shapely.set_precision(shapely.intersection(area, edge), 1.0)


def _polygons(area: BaseGeometry) -> Iterator[list[list[list[float]]]]:
    for part in shapely.get_parts(area):
        if isinstance(part, Polygon):
            yield [[[x, y] for x, y in ring.coords] for ring in (part.exterior, *part.interiors)]
