"""The areas of a map as the shapes of districts: each lawful, and no two on top of each other."""

from collections.abc import Iterator, Mapping, Sequence

from shapely.geometry import MultiPolygon

from app.core.input_files.faults import FileFaults, JsonPath, Unfit
from app.councils.places.boundary_file import Area, AreaMap
from app.councils.places.faults import Problem
from app.councils.places.shapes import joined, overlapping, shape_of

AreasOfDistricts = Mapping[str, Sequence[Area]]


def district_shapes(read: AreaMap, areas: AreasOfDistricts) -> dict[str, MultiPolygon]:
    """Each district's shape, by its name, in the order of the map. Areas of one district are joined.

    Refused, up to twenty faults together: areas whose borders are unlawful; then districts that overlap by more than
    two metres, told with a point that lies in both.
    """
    faults = FileFaults(read.file)
    lawful = {name: list(_lawful(parts, faults)) for name, parts in areas.items()}
    faults.refuse()
    shapes = {name: joined(parts) for name, parts in lawful.items()}
    for one, other, point in overlapping(shapes, read.epsg):
        place = JsonPath(areas[other][0].path)
        faults.add(place, Unfit(Problem.DISTRICTS_OVERLAP, other, other=one, point=point))
    faults.refuse()
    return shapes


def _lawful(areas: Sequence[Area], faults: FileFaults) -> Iterator[MultiPolygon]:
    for area in areas:
        try:
            yield shape_of(area)
        except Unfit as unfit:
            faults.add(JsonPath(area.path), unfit)
