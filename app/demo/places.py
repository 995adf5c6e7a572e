"""Where things lie in the demo: Bergen's polling districts, and enough street addresses to try the address search.

The streets are real and stand in the districts they lie in. Everything else about an address is made for the demo:
house numbers, the point (right to a kilometre or so) and which of the district's polling districts it votes in. Nobody
lives here. The map is a sketch around these points (``map_sketch``): real borders come from the municipality's file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.core.input_files.input_file import InputFile
from app.councils.models import Municipality
from app.councils.places.address_file import POLLING_DISTRICT, REQUIRED, AddressRegister
from app.councils.places.polling_district_file import PollingDistrictRows, read_polling_districts
from app.councils.places.reference_systems import Point, converted
from app.councils.places.services.polling_districts import import_polling_districts
from app.demo.districts import DEMO_DISTRICTS

VALID_FROM = date(2019, 1, 1)
"""Before the election of 2019, whose record names these polling districts."""

HOUSES = (("1", ""), ("2", ""), ("2", "A"), ("2", "B"), ("3", ""), ("14", ""))
EUREF89_DEGREES = 4258
EUREF89_UTM_32 = 25832
APART = 0.0003
"""Degrees from house to house."""


@dataclass(frozen=True, slots=True)
class DemoStreet:
    """A street, the polling district its houses vote in, its postal address and about where it begins, in degrees."""

    name: str
    polling_district: str
    postcode: str
    place: str
    latitude: float
    longitude: float


_STREETS = """
0035 5265 60.462 5.438 YTRE ARNA       | Peter Jebsens veg
0035 5264 60.437 5.490 GARNES          | Garnesvegen
0036 5260 60.422 5.463 INDRE ARNA      | Ådnavegen, Indre Arnavegen, Arnatveitvegen
0039 5267 60.385 5.465 ESPELAND        | Espelandsvegen
0039 5268 60.372 5.475 HAUKELAND       | Unnelandsvegen
0001 5016 60.391 5.328 BERGEN          | Allehelgens gate, Christies gate
0001 5017 60.390 5.331 BERGEN          | Kong Oscars gate
0001 5015 60.388 5.330 BERGEN          | Nygårdsgaten
0002 5006 60.385 5.318 BERGEN          | Thormøhlens gate, Konsul Børs gate
0003 5005 60.397 5.309 BERGEN          | Haugeveien, Nordnesveien
0004 5009 60.380 5.350 BERGEN          | Haukelandsveien
0018 5042 60.417 5.322 BERGEN          | Helleveien
0019 5035 60.404 5.322 BERGEN          | Sandviksveien, Nye Sandviksveien
0044 5228 60.292 5.395 NESTTUN         | Kalandsvegen
0045 5239 60.270 5.345 RÅDAL           | Fanavegen
0048 5238 60.303 5.345 RÅDAL           | Smøråsvegen
0049 5221 60.319 5.353 NESTTUN         | Østre Nesttunvegen, Nesttunvegen
0052 5232 60.338 5.343 PARADIS         | Wernersholmvegen, Hopsvegen
0077 5099 60.344 5.376 BERGEN          | Sædalsvegen
0009 5155 60.330 5.300 BØNES           | Bønesskogen
0062 5147 60.352 5.290 FYLLINGSDALEN   | Folke Bernadottes vei, Spelhaugen
0063 5143 60.346 5.285 FYLLINGSDALEN   | Hjalmar Brantings vei, Krokatjønnveien
0071 5144 60.356 5.281 FYLLINGSDALEN   | Dag Hammarskjølds vei, Løvåsbakken
0067 5184 60.386 5.222 OLSVIK          | Olsvikskjenet
0068 5172 60.366 5.232 LODDEFJORD      | Vadmyrveien, Loddefjordveien
0070 5179 60.355 5.190 GODVIK          | Alvøveien
0074 5058 60.383 5.300 BERGEN          | Damsgårdsveien, Michael Krohns gate
0076 5163 60.388 5.287 LAKSEVÅG        | Kringsjåveien
0054 5254 60.295 5.272 SANDSLI         | Sandslimarka, Sandsliåsen
0054 5257 60.294 5.258 KOKSTAD         | Kokstadvegen, Kokstadflaten
0055 5251 60.305 5.290 SØREIDGREND     | Steinsvikvegen, Ytrebygdsvegen
0058 5259 60.250 5.240 HJELLESTAD      | Hjellestadvegen
0007 5054 60.378 5.333 BERGEN          | Solheimsgaten, Ibsens gate
0013 5094 60.363 5.360 BERGEN          | Nattlandsveien
0014 5093 60.356 5.356 BERGEN          | Slettebakksveien, Hagerups vei
0015 5063 60.370 5.347 BERGEN          | Inndalsveien, Fridalsveien
0015 5068 60.363 5.342 BERGEN          | Minde allé, Kanalveien
0022 5105 60.441 5.315 EIDSVÅG I ÅSANE | Jordalsveien
0023 5114 60.455 5.300 TERTNES         | Tertnesveien
0024 5136 60.490 5.268 MJØLKERÅEN      | Mjølkeråsvegen
0028 5119 60.470 5.330 ULSET           | Hesthaugvegen
0029 5108 60.518 5.318 HORDVIK         | Hordvikvegen
0031 5131 60.474 5.324 NYBORG          | Salhusvegen, Myrdalsvegen
0032 5115 60.463 5.345 ULSET           | Rollandslia
0078 5134 60.460 5.368 FLAKTVEIT       | Flaktveitvegen
"""


def demo_streets() -> Iterator[DemoStreet]:
    """Every street, by polling district."""
    for row in _STREETS.strip().split("\n"):
        at, names = row.split("|")
        code, postcode, latitude, longitude, place = at.split(maxsplit=4)
        for name in names.split(","):
            yield DemoStreet(name.strip(), code, postcode, place.strip(), float(latitude), float(longitude))


def points_by_district() -> dict[str, list[Point]]:
    """Where the demo's houses stand, by their district, in metres (EUREF89 UTM zone 32)."""
    district_of = {each.code: district.name for district in DEMO_DISTRICTS for each in district.polling_districts}
    points: dict[str, list[Point]] = {district.name: [] for district in DEMO_DISTRICTS}
    for street in demo_streets():
        for place in range(len(HOUSES)):
            degrees = street.longitude + place * APART, street.latitude + place * APART
            points[district_of[street.polling_district]].append(converted(degrees, EUREF89_DEGREES, EUREF89_UTM_32))
    return points


def make_demo_places(session: Session, municipality: Municipality, *, by: Actor, at: datetime) -> None:
    """Take in Bergen's polling districts, a sketch of a map, and the demo's addresses, the way a municipality does."""
    from app.councils.places.services.addresses import replace_addresses  # noqa: PLC0415 - loads numpy
    from app.councils.places.services.boundaries import import_boundaries  # noqa: PLC0415 - loads numpy
    from app.demo.map_sketch import map_sketch  # noqa: PLC0415 - loads numpy

    import_polling_districts(session, municipality, _polling_districts(), by=by, at=at)
    session.flush()
    import_boundaries(session, municipality, map_sketch(points_by_district()), VALID_FROM, by=by, at=at)
    file = InputFile("adresser.csv", BytesIO(_address_file()))
    replace_addresses(session, municipality, AddressRegister(file, municipality.number), by=by, at=at)


def _polling_districts() -> PollingDistrictRows:
    rows = [
        f"{each.code},{each.name},{district.name},{VALID_FROM},"
        for district in DEMO_DISTRICTS
        for each in district.polling_districts
    ]
    content = "\n".join(["code,name,district,valid_from,valid_to", *rows, ""]).encode()
    return read_polling_districts(InputFile("stemmekretser.csv", BytesIO(content)))


def _address_file() -> bytes:
    """The addresses in the form of the national register."""
    rows = [";".join((*REQUIRED, POLLING_DISTRICT))]
    for street in demo_streets():
        for place, (number, letter) in enumerate(HOUSES):
            north, east = street.latitude + place * APART, street.longitude + place * APART
            where = (f"{north:.4f}", f"{east:.4f}", str(EUREF89_DEGREES), street.polling_district)
            rows.append(";".join((street.name, number, letter, street.postcode, street.place, *where)))
    return "\n".join([*rows, ""]).encode()
