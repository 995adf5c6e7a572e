"""Areas of a map in GeoJSON: each feature's name and its polygons, checked number by number, with no geometry yet.

The file says which coordinate system it has by its ``crs`` member, or by its numbers where they are degrees; metres
without a ``crs`` may be of any UTM zone, and Verv does not guess.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeGuard

from app.core.input_files.faults import FileFaults, JsonPath, Unfit, alternatives
from app.core.input_files.input_file import InputFile
from app.core.input_files.json_document import Json, read_json
from app.councils.places.faults import Problem
from app.councils.places.reference_systems import (
    IN_DEGREES,
    WGS84,
    Box,
    Point,
    box_around,
    is_known,
    looks_swapped,
    norway_in,
    system_named,
)

FILE_LIMIT = 100_000_000
FARTHEST = 1e9
NAME_LIMIT = 200
SHORTEST_RING = 4
KNOWN_SYSTEMS = "4326, 4258, 25832, 25833, 25835"

Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]
"""The outer border, then the holes; each ring ends where it begins."""


@dataclass(frozen=True, slots=True)
class Area:
    """A feature of the map. ``index`` is its place in the file, from 0; ``name`` is the property that was asked for."""

    index: int
    name: str
    polygons: tuple[Polygon, ...]

    @property
    def path(self) -> str:
        """Where in the file it stands."""
        return f"features[{self.index}]"

    def points(self) -> Iterator[Point]:
        """Every corner of it."""
        return chain.from_iterable(chain.from_iterable(self.polygons))


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A whole file: its areas, in which coordinate system, and the fingerprint of its bytes."""

    file: str
    epsg: int
    areas: tuple[Area, ...]
    sha256: str

    @property
    def box(self) -> Box:
        """The rectangle around all of it."""
        return box_around(chain.from_iterable(area.points() for area in self.areas))


def read_areas(file: InputFile, name_property: str, epsg: int | None = None) -> AreaMap:
    """The areas of a FeatureCollection of Polygons and MultiPolygons. ``epsg`` goes before what the file says.

    Up to twenty faults are told together, one for each feature. A third coordinate (height) is left out.
    """
    collection = _document(file)
    faults = FileFaults(file.name)
    areas = tuple(_areas(collection, name_property, faults))
    faults.refuse()
    system = _system(file.name, collection, areas, epsg)
    _refuse_elsewhere(areas, system, faults)
    faults.refuse()
    return AreaMap(file.name, system, areas, file.sha256)


def _document(file: InputFile) -> dict[str, Json]:
    document = read_json(file.whole(FILE_LIMIT), file.name)
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        kind = document.get("type") if isinstance(document, dict) else document
        raise Unfit(Problem.NOT_A_COLLECTION, _text(kind)).at(file.name, JsonPath("type"))
    return document


def _areas(collection: dict[str, Json], name_property: str, faults: FileFaults) -> Iterator[Area]:
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        faults.add(JsonPath("features"), Unfit(Problem.NO_FEATURES, _text(features)))
        return
    for index, feature in enumerate(features):
        path = f"features[{index}]"
        try:
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise _At(path, Unfit(Problem.NOT_A_FEATURE, _text(feature)))
            name = _name(feature.get("properties"), name_property, path)
            yield Area(index, name, _polygons(feature.get("geometry"), f"{path}.geometry"))
        except _At as found:
            faults.add(JsonPath(found.path), found.unfit)


class _At(Exception):
    """A fault and where it is, on its way up to the feature."""

    def __init__(self, path: str, unfit: Unfit) -> None:
        super().__init__(path)
        self.path = path
        self.unfit = unfit


def _name(properties: Json, wanted: str, path: str) -> str:
    """The property's text; a whole number will do for a code."""
    of_feature = properties if isinstance(properties, dict) else {}
    if wanted not in of_feature:
        raise _At(f"{path}.properties", Unfit(Problem.PROPERTY_MISSING, wanted, expected=alternatives(of_feature)))
    value = of_feature[wanted]
    name = str(value).strip() if isinstance(value, str) or type(value) is int else ""
    if not name or len(name) > NAME_LIMIT or not name.isprintable():
        raise _At(f"{path}.properties.{wanted}", Unfit(Problem.PROPERTY_MALFORMED, _text(value)))
    return name


def _polygons(geometry: Json, path: str) -> tuple[Polygon, ...]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in {"Polygon", "MultiPolygon"}:
        raise _At(path, Unfit(Problem.NOT_AN_AREA, _text(kind)))
    path += ".coordinates"
    coordinates = geometry.get("coordinates")
    if kind == "Polygon":
        return (_polygon(coordinates, path),)
    return tuple(_polygon(each, f"{path}[{n}]") for n, each in enumerate(_array(coordinates, path)))


def _polygon(rings: Json, path: str) -> Polygon:
    return tuple(_ring(ring, f"{path}[{n}]") for n, ring in enumerate(_array(rings, path)))


def _ring(positions: Json, path: str) -> Ring:
    ring = tuple([_point(position, path, n) for n, position in enumerate(_array(positions, path))])
    if len(ring) < SHORTEST_RING:
        raise _At(path, Unfit(Problem.RING_TOO_SHORT, str(len(ring))))
    if ring[0] != ring[-1]:
        raise _At(path, Unfit(Problem.RING_OPEN, point_text(ring[-1]), expected=point_text(ring[0])))
    return ring


def _point(position: Json, path: str, index: int) -> Point:
    if isinstance(position, list) and len(position) >= 2:
        east, north = position[0], position[1]
        if _is_number(east) and _is_number(north):
            return float(east), float(north)
    raise _At(f"{path}[{index}]", Unfit(Problem.COORDINATES_MALFORMED, _text(position)))


def _is_number(value: Json) -> TypeGuard[float]:
    """Whether it is a number of a size that a coordinate can have; ``true`` is none, nor is ``NaN``."""
    return type(value) in {int, float} and isinstance(value, int | float) and -FARTHEST < value < FARTHEST


def _array(value: Json, path: str) -> list[Json]:
    if not isinstance(value, list) or not value:
        raise _At(path, Unfit(Problem.COORDINATES_MALFORMED, _text(value)))
    return value


def _system(file: str, collection: dict[str, Json], areas: Sequence[Area], given: int | None) -> int:
    """The coordinate system: as given, as the file says, or degrees where the numbers can be nothing else."""
    named = _system_in_file(file, collection) if given is None else given
    if named is not None:
        if not is_known(named):
            raise Unfit(Problem.SYSTEM_UNKNOWN, str(named), expected=KNOWN_SYSTEMS).at(file, JsonPath("crs"))
        return named
    first = next(areas[0].points())
    if IN_DEGREES.holds(first) or looks_swapped(WGS84, first):
        return WGS84
    raise Unfit(Problem.SYSTEM_UNNAMED, point_text(first)).at(file, JsonPath(areas[0].path))


def _system_in_file(file: str, collection: dict[str, Json]) -> int | None:
    crs = collection.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    found = system_named(name) if isinstance(name, str) else None
    if found is None:
        raise Unfit(Problem.SYSTEM_UNKNOWN, _text(name), expected=KNOWN_SYSTEMS).at(file, JsonPath("crs"))
    return found


def _refuse_elsewhere(areas: Sequence[Area], epsg: int, faults: FileFaults) -> None:
    """A point outside Norway has its numbers in the wrong order, or the wrong system: one fault for each area."""
    norway = norway_in(epsg)
    for area in areas:
        stray = next((point for point in area.points() if not norway.holds(point)), None)
        if stray is not None:
            problem = Problem.NUMBERS_SWAPPED if looks_swapped(epsg, stray) else Problem.OUTSIDE_NORWAY
            faults.add(JsonPath(area.path), Unfit(problem, point_text(stray), epsg=epsg))


def point_text(point: Point) -> str:
    """A point as it stands in a file: ``5.33 60.39``."""
    return f"{point[0]:.12g} {point[1]:.12g}"


def _text(value: Json) -> str:
    """A value as it stands in the file, shortened by the message where it is long."""
    return json.dumps(value, ensure_ascii=False)[:NAME_LIMIT] if not isinstance(value, str) else value
