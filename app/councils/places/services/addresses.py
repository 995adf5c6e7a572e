"""Exchange the address register of a municipality for a newer one: each address with its district, all or nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import cast

from sqlalchemy import Table, delete
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.core.clock import OSLO
from app.core.input_files.input_file import Progress
from app.councils.models import Municipality
from app.councils.place_models import Address
from app.councils.places.address_file import AddressRegister, RegisteredAddress
from app.councils.places.events import AddressesReplaced
from app.councils.places.placed_addresses import AddressesTakenIn, Noted, Remark
from app.councils.places.polling_district_file import code_key
from app.councils.places.queries import boundaries_on, number_of_addresses, polling_districts_on
from app.councils.places.reference_systems import Point, converted, to_degrees
from app.councils.places.refusals import NoAddressPlaced, NothingToPlaceBy
from app.councils.places.search_keys import joined, street_key, words
from app.councils.places.services.municipality import label, lock
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
AT_ONCE = 10_000
KEPT = 20_000


def replace_addresses(
    session: Session,
    municipality: Municipality,
    register: AddressRegister,
    *,
    by: Actor,
    at: datetime,
    progress: Progress | None = None,
) -> AddressesTakenIn:
    """Store the register in place of the municipality's earlier one, placed by what is in force on the day of ``at``.

    An address belongs to the district of its polling district; where the register names none that is in use, to the
    district its point lies in. Refused: no address that can be placed at all, since then file and map do not fit.
    ``progress`` is told how many addresses were stored since last.
    """
    lock(session, municipality)
    placing = _Placing(session, municipality, at.astimezone(OSLO).date())
    before = number_of_addresses(session, municipality.id)
    session.execute(delete(Address).where(Address.municipality_id == municipality.id))
    for start in range(0, len(register.addresses), AT_ONCE):
        some = register.addresses[start : start + AT_ONCE]
        insert_many(session, cast(Table, Address.__table__), COLUMNS, placing.rows(some))
        if progress:
            progress(len(some))
    taken_in = AddressesTakenIn(before, len(register.addresses), placing.by_code, placing.by_map, placing.remarks)
    if taken_in.without_district == taken_in.addresses:
        raise NoAddressPlaced(register.file, taken_in.addresses, register.addresses[0].text)
    event = AddressesReplaced(
        label(municipality),
        register.file,
        register.sha256,
        taken_in.addresses,
        taken_in.by_polling_district,
        taken_in.by_map,
        taken_in.without_district,
        {"addresses": before},
    )
    record(session, event, by=by, at=at)
    return taken_in


Row = tuple[int, int | None, int | None, str, str, int, str, str, str, str, int | None, int | None]


class _Placing:
    """Gives addresses their districts, and keeps count of how."""

    def __init__(self, session: Session, municipality: Municipality, on: date) -> None:
        in_use = polling_districts_on(session, on, municipality.id)
        borders = boundaries_on(session, municipality.id, on)
        if not in_use and not borders:
            raise NothingToPlaceBy(municipality.name)
        self._municipality_id = municipality.id
        self._by_code = {code_key(row.code): (row.id, row.district_id) for row in in_use}
        bounded = [Bounded(row.district_id, row.epsg, from_exact_text(row.exact)) for row in borders]
        self._finder = DistrictFinder(bounded) if bounded else None
        self.by_code = self.by_map = 0
        self.remarks: dict[Remark, Noted] = {remark: Noted() for remark in Remark}

    def rows(self, addresses: Sequence[RegisteredAddress]) -> Iterator[Row]:
        """The addresses as they are stored."""
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
            self.by_code += 1
            if on_map not in {None, by_code[1]}:
                self.remarks[Remark.MAP_SAYS_OTHERWISE].note(address.text)
            return by_code
        if code and self._by_code:
            self.remarks[Remark.POLLING_DISTRICT_UNKNOWN].note(f"{code} ({address.text})")
        if on_map is not None:
            self.by_map += 1
        else:
            self.remarks[self._why_unplaced(address)].note(address.text)
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
