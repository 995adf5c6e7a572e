"""An invented city on the map, and its address register in the national register's own form.

The city is a board of squares of ten kilometres, one district each, in UTM zone 32. Borders may be drawn with many
small bends, the same for both neighbours. The same figures give the same files.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import pi, sin
from pathlib import Path

WEST, SOUTH, SIDE = 290_000, 6_690_000, 10_000
DISTRICTS = ("Arna", "Bergenhus", "Fana", "Fyllingsdalen", "Laksevåg", "Ytrebygda", "Årstad", "Åsane")
COLUMNS = 4
BEND = 80.0

HEADING = (
    "lokalId;kommunenummer;kommunenavn;adressetype;adressetilleggsnavn;adressetilleggsnavnKilde;adressekode;adressenavn;"
    "nummer;bokstav;gardsnummer;bruksnummer;festenummer;undernummer;adresseTekst;adresseTekstUtenAdressetilleggsnavn;"
    "EPSG-kode;Nord;Øst;postnummer;poststed;grunnkretsnummer;grunnkretsnavn;soknenummer;soknenavn;tettstednummer;"
    "tettstednavn;valgkretsnummer;valgkretsnavn;oppdateringsdato;datauttaksdato;uuidAdresse;atkomstId"
)

FIRST = (
    "Alle",
    "Bjørke",
    "Dale",
    "Eike",
    "Fjell",
    "Gravar",
    "Haug",
    "Is",
    "Jon",
    "Kalv",
    "Lyng",
    "Møllen",
    "Nor",
    "Olav",
)
SECOND = (
    "helgens",
    "skogs",
    "dals",
    "landås",
    "berg",
    "vik",
    "stein",
    "øy",
    "mark",
    "heims",
    "torp",
    "kleiv",
    "bø",
    "nes",
)
KINDS = (" gate", "gaten", "veien", "vegen", " vei", "bakken", "stien", " plass", "svingen", "lien", "haugen", "tunet")


def square(column: int, row: int, bends: int = 0) -> list[list[float]]:
    """The border of a field of the board, anticlockwise; each side is bent as its neighbour's is."""
    corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)]
    ring = [point for one, other in pairwise(corners) for point in _side(one, other, bends)]
    return [*ring, ring[0]]


def _side(one: tuple[int, int], other: tuple[int, int], bends: int) -> list[list[float]]:
    """The points of a side but for the last; drawn from its lesser end, whichever way it is asked for."""
    (x, y), (to_x, to_y) = min(one, other), max(one, other)
    steps = range(bends + 2)
    points = []
    for step in steps:
        share = step / (bends + 1)
        aside = BEND * sin(pi * share) * sin(97 * share + x + 3 * y)  # none at the corners
        east = WEST + SIDE * (x + (to_x - x) * share) + (aside if to_x == x else 0.0)
        north = SOUTH + SIDE * (y + (to_y - y) * share) + (aside if to_y == y else 0.0)
        points.append([round(east, 3), round(north, 3)])
    return (points if one < other else points[::-1])[:-1]


def a_map(
    rings: Sequence[tuple[str, object]],
    *,
    crs: str | None = "urn:ogc:def:crs:EPSG::25832",
    name_property: str = "bydel",
) -> dict[str, object]:
    """A FeatureCollection with a polygon for each name and its rings."""
    features = [
        {
            "type": "Feature",
            "properties": {name_property: name},
            "geometry": {"type": "Polygon", "coordinates": coordinates},
        }
        for name, coordinates in rings
    ]
    collection: dict[str, object] = {"type": "FeatureCollection", "features": features}
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    return collection


def write_map(path: Path, collection: object) -> Path:
    """The map as a file."""
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return path


def the_city(bends: int = 0) -> dict[str, object]:
    """The map of all eight districts: four fields in a row, two rows."""
    fields = [(n % COLUMNS, n // COLUMNS) for n in range(len(DISTRICTS))]
    return a_map([(name, [square(*field, bends)]) for name, field in zip(DISTRICTS, fields, strict=True)])


def street_names() -> Iterator[str]:
    """2 352 streets."""
    for first, second, kind in product(FIRST, SECOND, KINDS):
        yield f"{first}{second}{kind}"


def an_address(
    street: str = "Allehelgens gate",
    number: int | str = 2,
    letter: str = "",
    *,
    postcode: str = "5016",
    place: str = "BERGEN",
    east: object = 295_000,
    north: object = 6_695_000,
    epsg: object = 25832,
    polling_district: str = "",
    municipality: str = "4601",
    text: str = "",
) -> str:
    """A row of the register. Unless told otherwise it lies in the middle of Arna, which is the first field."""
    named = text or f"{street} {number}{letter}"
    return (
        f"100;{municipality};BERGEN;vegadresse;;;1;{street};{number};{letter};166;500;0;0;{named};{named};{epsg};{north};"
        f"{east};{postcode};{place};46010101;Sentrum;05010101;Domkirken;5001;Bergen;{polling_district};Krets;"
        "2026-01-01;2026-09-01;8f;7"
    )


def write_register(path: Path, rows: Iterator[str] | Sequence[str], heading: str = HEADING) -> Path:
    """The register as a file, with the mark at its beginning that the real one has."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(heading + "\r\n")
        file.writelines(f"{row}\r\n" for row in rows)
    return path


def city_rows(addresses: int, *, with_polling_districts: bool = False) -> Iterator[str]:
    """So many addresses, spread over the city; every fifth house number has a B as well."""
    streets = tuple(street_names())
    for n in range(addresses):
        house, street = divmod(n, len(streets))
        east = WEST + (n * 7919) % (COLUMNS * SIDE)
        north = SOUTH + (n * 104_729) % (2 * SIDE)
        yield an_address(
            streets[street],
            1 + house * 4 // 5,
            "B" if house % 5 == 1 else "",
            postcode=f"{5003 + street % 200}",
            east=f"{east}.25",
            north=f"{north}.75",
            polling_district=f"{1 + street % 40}" if with_polling_districts else "",
        )
