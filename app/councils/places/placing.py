"""Gives addresses their districts: by polling district where the register names one that is in use, else by the map."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from app.councils.models import Municipality
from app.councils.places.address_file import RegisteredAddress
from app.councils.places.placed_addresses import AddressesTakenIn, Noted, Remark
from app.councils.places.polling_district_file import code_key
from app.councils.places.queries import boundaries_on, polling_districts_on
from app.councils.places.reference_systems import Point, converted, to_degrees
from app.councils.places.refusals import NothingToPlaceBy
from app.councils.places.search_keys import joined, street_key, words
from app.councils.places.shapes import Bounded, DistrictFinder, from_exact_text

COLUMNS = (
    "municipality_id",
    "district_id",
    "polling_district_id",
    "street",
    "street_key",
    "number",
    "letter",
    "postcode",
    "place",
    "place_key",
    "latitude_e6",
    "longitude_e6",
)
KEPT = 20_000
"""So many streets and places have their keys made once."""

Row = tuple[int, int | None, int | None, str, str, int, str, str, str, str, int | None, int | None]


class Placing:
    """Gives addresses their districts, and keeps count of how."""

    def __init__(self, session: Session, municipality: Municipality, on: date) -> None:
        in_use = polling_districts_on(session, on, municipality.id)
        borders = boundaries_on(session, on, municipality.id)
        if not in_use and not borders:
            raise NothingToPlaceBy(municipality.name)
        self._municipality_id = municipality.id
        self._by_code = {code_key(row.code): (row.id, row.district_id) for row in in_use}
        bounded = [Bounded(row.district_id, row.epsg, from_exact_text(row.exact)) for row in borders]
        self._finder = DistrictFinder(bounded) if bounded else None
        self.first = ""
        """The first address that was met, as an example."""
        self._met = self._by_polling_district = self._by_map = 0
        self._remarks: dict[Remark, Noted] = {remark: Noted() for remark in Remark}

    def rows(self, addresses: Sequence[RegisteredAddress]) -> Iterator[Row]:
        """The addresses as they are stored, in the order of ``COLUMNS``."""
        self.first = self.first or addresses[0].text
        self._met += len(addresses)
        for address, on_map in zip(addresses, self._on_map(addresses), strict=True):
            polling_district_id, district_id = self._placed(address, on_map)
            latitude, longitude = _millionths(address.epsg, address.point)
            yield (
                self._municipality_id,
                district_id,
                polling_district_id,
                address.street,
                _street_key(address.street),
                address.number,
                address.letter,
                address.postcode,
                address.place,
                _place_key(address.place),
                latitude,
                longitude,
            )

    def taken_in(self, before: int) -> AddressesTakenIn:
        """What came of it; ``before`` is how many addresses there were."""
        return AddressesTakenIn(before, self._met, self._by_polling_district, self._by_map, self._remarks)

    def _on_map(self, addresses: Sequence[RegisteredAddress]) -> list[int | None]:
        """The district that each address lies in on the map."""
        if self._finder is None:
            return [None] * len(addresses)
        wanted = self._finder.epsg
        points = [converted(each.point, each.epsg, wanted) for each in addresses if each.point is not None]
        found = iter(self._finder.find(points))
        return [None if each.point is None else next(found) for each in addresses]

    def _placed(self, address: RegisteredAddress, on_map: int | None) -> tuple[int | None, int | None]:
        """Polling district and district of an address."""
        code = address.polling_district
        by_code = self._by_code.get(code_key(code)) if code else None
        if by_code is not None:
            self._by_polling_district += 1
            if on_map not in {None, by_code[1]}:
                self._remarks[Remark.MAP_SAYS_OTHERWISE].note(address.text)
            return by_code
        if code and self._by_code:
            self._remarks[Remark.POLLING_DISTRICT_UNKNOWN].note(f"{code} ({address.text})")
        if on_map is not None:
            self._by_map += 1
        else:
            self._remarks[self._why_unplaced(address)].note(address.text)
        return None, on_map

    def _why_unplaced(self, address: RegisteredAddress) -> Remark:
        if self._finder is None:
            return Remark.NO_MAP
        return Remark.NO_POSITION if address.point is None else Remark.OUTSIDE_DISTRICTS


def _millionths(epsg: int, point: Point | None) -> tuple[int | None, int | None]:
    """Latitude and longitude, in millionths of a degree: a decimetre."""
    if point is None:
        return None, None
    longitude, latitude = to_degrees(epsg, point)
    return round(latitude * 1_000_000), round(longitude * 1_000_000)


@lru_cache(KEPT)
def _street_key(street: str) -> str:
    return street_key(street)


@lru_cache(KEPT)
def _place_key(place: str) -> str:
    """The words of a place, each as a key, apart from each other: a narrowing word is looked for inside one of them."""
    return " ".join(joined([word]) for word in words(place))
