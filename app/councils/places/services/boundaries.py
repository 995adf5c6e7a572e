"""Give districts their borders from a map: checked, joined, simplified together, all or nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from shapely.geometry import MultiPolygon
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.input_files.faults import FileFaults, JsonPath, Unfit, alternatives
from app.councils.models import District, Municipality
from app.councils.place_models import DistrictBoundary
from app.councils.places.boundary_file import Area, AreaMap
from app.councils.places.district_shapes import AreasOfDistricts, district_shapes
from app.councils.places.events import BoundariesImported
from app.councils.places.faults import Problem
from app.councils.places.polling_district_file import code_key
from app.councils.places.queries import (
    boundaries_on,
    districts_by_name,
    name_key,
    number_of_addresses,
    polling_districts_on,
)
from app.councils.places.services.municipality import label, lock
from app.councils.places.shapes import exact_text, outlines


@dataclass(frozen=True, slots=True)
class BoundariesTakenIn:
    """The districts that were given a border, those among them that were made for it, and how many had it already.

    ``addresses_are_older``: the register was placed by other borders.
    """

    districts: tuple[str, ...]
    new_districts: tuple[str, ...]
    known: int
    addresses_are_older: bool


def import_boundaries(
    session: Session,
    municipality: Municipality,
    read: AreaMap,
    valid_from: date,
    *,
    by_polling_districts: bool = False,
    by: Actor,
    at: datetime,
) -> BoundariesTakenIn:
    """Store each district's border, in force from ``valid_from``. A district that is in force already stays as it is.

    Areas are named by their district, which is made if it is not there; or, ``by_polling_districts``, by the code of a
    polling district in use on that day. Areas of one district are joined. Another border from the same day is replaced.

    Refused: an unlawful shape, districts that overlap by more than two metres, an unknown polling district.
    """
    lock(session, municipality)
    if by_polling_districts:
        areas = _by_code(session, municipality, read, valid_from)
    else:
        areas = _by_name(session, municipality, read)
    shapes = district_shapes(read, areas)
    districts, new = _districts(session, municipality, shapes)
    in_force = {row.district.name: row for row in boundaries_on(session, valid_from, municipality.id)}
    given, before = [], {}
    for border in _borders(read, shapes):
        known = in_force.get(border.district)
        if known is not None and (known.epsg, known.exact) == (read.epsg, border.exact):
            known.outline = border.outline  # a neighbour that is new on the map may share a line with it
            continue
        if known is None or known.valid_from < valid_from:
            known = DistrictBoundary(district=districts[border.district], valid_from=valid_from)
            session.add(known)
        else:
            before[border.district] = f"{known.source} {known.sha256}"
        _fill(known, read, border, at)
        given.append(border.district)
    if given:
        event = BoundariesImported(
            label(municipality), read.file, read.sha256, valid_from.isoformat(), given, list(new), before or None
        )
        record(session, event, by=by, at=at)
    older = bool(given) and number_of_addresses(session, municipality.id) > 0
    return BoundariesTakenIn(tuple(given), new, len(shapes) - len(given), older)


@dataclass(frozen=True, slots=True)
class _Border:
    """What is stored of a district's border."""

    district: str
    exact: str
    outline: str


def _borders(read: AreaMap, shapes: Mapping[str, MultiPolygon]) -> Iterator[_Border]:
    drawn = outlines(list(shapes.values()), read.epsg)
    for (district, shape), outline in zip(shapes.items(), drawn, strict=True):
        yield _Border(district, exact_text(shape), outline)


def _fill(row: DistrictBoundary, read: AreaMap, border: _Border, at: datetime) -> None:
    row.source, row.sha256, row.recorded_at = read.file[-255:], read.sha256, at
    row.epsg, row.exact, row.outline = read.epsg, border.exact, border.outline


def _by_name(session: Session, municipality: Municipality, read: AreaMap) -> AreasOfDistricts:
    """The areas of each district, under the name the district has or will have."""
    known = districts_by_name(session, municipality.id)
    names: dict[str, str] = {key: district.name for key, district in known.items()}
    areas: defaultdict[str, list[Area]] = defaultdict(list)
    for area in read.areas:
        areas[names.setdefault(name_key(area.name), area.name)].append(area)
    return areas


def _by_code(session: Session, municipality: Municipality, read: AreaMap, on: date) -> AreasOfDistricts:
    """The areas of each district, by the polling districts that belong to it on the day."""
    in_use = polling_districts_on(session, on, municipality.id)
    district_of = {code_key(row.code): row.district.name for row in in_use}
    areas: defaultdict[str, list[Area]] = defaultdict(list)
    faults = FileFaults(read.file)
    for area in read.areas:
        name = district_of.get(code_key(area.name))
        if name is None:
            facts = {"expected": alternatives(row.code for row in in_use), "on": on.isoformat()}
            faults.add(JsonPath(area.path), Unfit(Problem.POLLING_DISTRICT_UNKNOWN, area.name, **facts))
        else:
            areas[name].append(area)
    faults.refuse()
    return areas


def _districts(
    session: Session, municipality: Municipality, shapes: Mapping[str, MultiPolygon]
) -> tuple[dict[str, District], tuple[str, ...]]:
    """The district of each name, and the names of those that had to be made."""
    known = {district.name: district for district in districts_by_name(session, municipality.id).values()}
    new = tuple(name for name in shapes if name not in known)
    made = {name: District(municipality_id=municipality.id, name=name) for name in new}
    session.add_all(made.values())
    session.flush()
    return known | made, new
