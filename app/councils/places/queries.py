"""Reading places: which district an address, a polling district or a name belongs to, and where its borders run.

Nothing here loads a geometry library: the public pages read by these.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.councils.models import District, Municipality
from app.councils.place_models import Address, DistrictBoundary, PollingDistrict
from app.councils.places.polling_district_file import code_key
from app.councils.places.reference_systems import Box
from app.councils.places.refusals import NoMunicipality, UnknownMunicipality, WhichMunicipality
from app.councils.places.search_keys import joined
from app.councils.places.typed_address import LONGEST_NUMBER, Meaning, meanings_of

AFTER_ALL_KEYS = "~"
"""Sorts after every character of a key."""


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address with its district, if it lies in one, and its polling district, if the register tells.

    ``latitude`` and ``longitude`` are degrees, for a mark on the map. ``is_named``: what was typed is this very house,
    not only the beginning of its street or number.
    """

    id: int
    text: str
    district_id: int | None
    district: str | None
    polling_district_code: str | None
    polling_district: str | None
    latitude: float | None
    longitude: float | None
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class DistrictOutline:
    """A district on the map: ``geometry`` is a GeoJSON MultiPolygon in degrees, simplified; ``box`` lies around it.

    ``source`` is where the border comes from.
    """

    district_id: int
    name: str
    geometry: str
    box: Box
    source: str


def find_addresses(session: Session, text: str, limit: int = 10) -> tuple[FoundAddress, ...]:
    """The addresses that begin as the text does, at most ``limit``: by street, then number, then letter.

    «allehelgensgt 2» finds Allehelgens gate 2, 2A, 20 …; a postcode or a place may follow. What the text most likely
    means comes first. To tell that there are more, ask for one more than is shown.
    """
    meanings = meanings_of(text)
    found: dict[int, FoundAddress] = {}
    for meaning in meanings.likely:
        if len(found) < limit:
            found |= {key: each for key, each in _addresses(session, meaning, limit).items() if key not in found}
    for meaning in meanings.otherwise:
        if not found:
            found = _addresses(session, meaning, limit)
    return tuple(found.values())[:limit]


def address_by_id(session: Session, address_id: int) -> FoundAddress | None:
    """The address with this id; ids change with each import of the register and are never used again."""
    row = session.execute(_found().where(Address.id == address_id)).first()
    return _shown(row) if row else None


def district_of_address(session: Session, address_id: int) -> District | None:
    """The district the address lies in; nothing for one that lies in none, or is not there any more."""
    return session.scalar(
        select(District).join(Address, Address.district_id == District.id).where(Address.id == address_id)
    )


def district_of_polling_district(
    session: Session, code: str, on: date, municipality_id: int | None = None
) -> District | None:
    """The district that the polling district belonged to on a day; 1 and 0001 are the same code.

    Nothing for a code that was not in use, or that several municipalities use when none is named.
    """
    rows = polling_districts_on(session, on, municipality_id)
    districts = {row.district_id: row.district for row in rows if code_key(row.code) == code_key(code)}
    return next(iter(districts.values())) if len(districts) == 1 else None


def polling_districts_on(session: Session, on: date, municipality_id: int | None = None) -> Sequence[PollingDistrict]:
    """The polling districts in use on a day, by code."""
    statement = select(PollingDistrict).join(PollingDistrict.district).where(_in_force(on))
    if municipality_id is not None:
        statement = statement.where(District.municipality_id == municipality_id)
    return session.scalars(statement.order_by(PollingDistrict.code, PollingDistrict.id)).all()


def boundaries_on(session: Session, on: date, municipality_id: int) -> Sequence[DistrictBoundary]:
    """The border of each district that is in force on a day, by the district's name: the newest that has begun."""
    statement = (
        select(DistrictBoundary)
        .join(DistrictBoundary.district)
        .where(District.municipality_id == municipality_id, _border_in_force(on))
    )
    return sorted(session.scalars(statement), key=lambda boundary: boundary.district.name)


def outlines_on(session: Session, on: date, municipality_id: int | None = None) -> tuple[DistrictOutline, ...]:
    """The map of the districts on a day, by name; districts without a border are not on it."""
    columns = select(District.id, District.name, DistrictBoundary.outline, DistrictBoundary.source)
    statement = columns.join(DistrictBoundary.district).where(_border_in_force(on))
    if municipality_id is not None:
        statement = statement.where(District.municipality_id == municipality_id)
    rows = session.execute(statement).all()
    return tuple(
        DistrictOutline(district_id, name, outline, Box(*json.loads(outline)["bbox"]), source)
        for district_id, name, outline, source in sorted(rows, key=lambda row: row.name)
    )


def municipality_wanted(session: Session, number: str | None) -> Municipality:
    """The municipality with this number; the only one there is, when none is named."""
    known = session.scalars(select(Municipality).order_by(Municipality.number, Municipality.name)).all()
    labels = tuple(" ".join(filter(None, (each.number, each.name))) for each in known)
    if not known:
        raise NoMunicipality
    if number is None:
        if len(known) > 1:
            raise WhichMunicipality(labels)
        return known[0]
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise UnknownMunicipality(number, labels)
    return found


def districts_by_name(session: Session, municipality_id: int) -> dict[str, District]:
    """The municipality's districts by the key of their names."""
    districts = session.scalars(
        select(District).where(District.municipality_id == municipality_id).order_by(District.name)
    )
    return {name_key(district.name): district for district in districts}


def name_key(name: str) -> str:
    """A name for comparing: capitals and spaces do not matter, letters do. «FYLLINGSDALEN » is Fyllingsdalen."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def number_of_addresses(session: Session, municipality_id: int) -> int:
    """How many addresses the municipality's register has."""
    return session.scalar(select(func.count(Address.id)).where(Address.municipality_id == municipality_id)) or 0


def has_addresses(session: Session) -> bool:
    """Whether any municipality has taken in its register of addresses."""
    return session.scalar(select(Address.id).limit(1)) is not None


def _in_force(on: date) -> ColumnElement[bool]:
    ends = PollingDistrict.valid_to
    return and_(PollingDistrict.valid_from <= on, or_(ends.is_(None), ends > on))


def _border_in_force(on: date) -> ColumnElement[bool]:
    """Whether a border is the newest of its district that has begun on a day."""
    newest = (
        select(func.max(DistrictBoundary.valid_from))
        .where(DistrictBoundary.district_id == District.id, DistrictBoundary.valid_from <= on)
        .correlate(District)
        .scalar_subquery()
    )
    return DistrictBoundary.valid_from == newest


def _addresses(session: Session, meaning: Meaning, limit: int) -> dict[int, FoundAddress]:
    """The first addresses with this meaning, by id."""
    statement = (
        _found()
        .where(
            Address.street_key >= meaning.street,
            Address.street_key < meaning.street + AFTER_ALL_KEYS,
            *_with_number(meaning),
            *(_narrowed(word) for word in meaning.narrowing),
        )
        .order_by(Address.street_key, Address.number, Address.letter, Address.postcode, Address.id)
        .limit(limit)
    )
    return {row[0]: replace(_shown(row), is_named=_names(meaning, row)) for row in session.execute(statement)}


def _names(meaning: Meaning, row: Row[*tuple[Any, ...]]) -> bool:
    """Whether the meaning is this very house: the whole street, its number, and its letter if it has one."""
    house = row.street_key, str(row.number), row.letter
    return house == (meaning.street, meaning.number, meaning.letter.upper())


def _with_number(meaning: Meaning) -> Iterator[ColumnElement[bool]]:
    """The number is the one typed, or begins with it: 2 is 2, 20–29, 200–299 and 2000–2999."""
    if not meaning.number:
        return
    number = int(meaning.number)
    if meaning.number_is_whole:
        yield Address.number == number
    else:
        longer = range(LONGEST_NUMBER - len(meaning.number) + 1)
        yield or_(*(Address.number.between(number * 10**zeros, (number + 1) * 10**zeros - 1) for zeros in longer))
    if meaning.letter:
        yield Address.letter == meaning.letter.upper()


def _narrowed(word: str) -> ColumnElement[bool]:
    """A number begins the postcode; a word stands somewhere in the place."""
    return Address.postcode.startswith(word) if word.isdigit() else Address.place_key.contains(joined([word]))


def _found() -> Select[*tuple[Any, ...]]:
    """What is shown of an address, in the order in which ``_shown`` takes it."""
    return (
        select(
            Address.id,
            Address.street,
            Address.number,
            Address.letter,
            Address.postcode,
            Address.place,
            District.id,
            District.name,
            PollingDistrict.code,
            PollingDistrict.name,
            Address.latitude_e6,
            Address.longitude_e6,
            Address.street_key,
        )
        .outerjoin(District, District.id == Address.district_id)
        .outerjoin(PollingDistrict, PollingDistrict.id == Address.polling_district_id)
    )


def _shown(row: Row[*tuple[Any, ...]]) -> FoundAddress:
    key, street, number, letter, postcode, place, district_id, district, code, name, latitude, longitude, _key = row
    house = f" {number}{letter}" if number else ""
    post = f"{postcode} {place}".strip()
    return FoundAddress(
        id=key,
        text=f"{street}{house}, {post}" if post else f"{street}{house}",
        district_id=district_id,
        district=district,
        polling_district_code=code,
        polling_district=name,
        latitude=None if latitude is None else latitude / 1_000_000,
        longitude=None if longitude is None else longitude / 1_000_000,
    )
