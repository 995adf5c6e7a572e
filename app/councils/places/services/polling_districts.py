"""Take in which polling district belongs to which district: the new are added, those that differ corrected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.input_files.faults import FileFaults, Line, Unfit, alternatives
from app.councils.models import District, Municipality
from app.councils.place_models import PollingDistrict
from app.councils.places.events import PollingDistrictsImported
from app.councils.places.faults import Problem
from app.councils.places.polling_district_file import PollingDistrictRow, PollingDistrictRows, code_key
from app.councils.places.queries import districts_by_name, name_key, number_of_addresses
from app.councils.places.services.municipality import label, lock


@dataclass(frozen=True, slots=True)
class PollingDistrictsTakenIn:
    """How many rows were new, corrected and known; ``addresses_are_older``: the register was placed by the old ones."""

    added: int
    corrected: int
    known: int
    addresses_are_older: bool


@dataclass(frozen=True, slots=True)
class _Spell:
    """When a code belongs to a district; ``line`` is the file's, none for what is stored and not in the file."""

    code: str
    valid_from: date
    valid_to: date | None
    line: int | None


Stored = dict[tuple[str, date], PollingDistrict]


def import_polling_districts(
    session: Session, municipality: Municipality, read: PollingDistrictRows, *, by: Actor, at: datetime
) -> PollingDistrictsTakenIn:
    """Store the rows, all or none. A row is the same as a stored one if code and first day are.

    Refused: a district that is not there, and a code that would belong to two districts, or to one twice, on some day.
    """
    lock(session, municipality)
    districts = districts_by_name(session, municipality.id)
    stored = _stored(session, municipality)
    _refuse(read, districts, stored)
    added, corrected, before = [], [], {}
    for row in read.rows:
        district = districts[name_key(row.district)]
        known = stored.get((code_key(row.code), row.valid_from))
        if known is None:
            session.add(_made(row, district))
            added.append(row.code)
        elif not _says_the_same(known, row, district):
            before[row.code] = _told(known)
            known.code, known.name, known.district, known.valid_to = row.code, row.name, district, row.valid_to
            corrected.append(row.code)
    if added or corrected:
        event = PollingDistrictsImported(label(municipality), read.file, read.sha256, added, corrected, before or None)
        record(session, event, by=by, at=at)
    older = bool(added or corrected) and number_of_addresses(session, municipality.id) > 0
    return PollingDistrictsTakenIn(len(added), len(corrected), len(read.rows) - len(added) - len(corrected), older)


def _stored(session: Session, municipality: Municipality) -> Stored:
    statement = (
        select(PollingDistrict).join(PollingDistrict.district).where(District.municipality_id == municipality.id)
    )
    return {(code_key(row.code), row.valid_from): row for row in session.scalars(statement)}


def _refuse(read: PollingDistrictRows, districts: dict[str, District], stored: Stored) -> None:
    faults = FileFaults(read.file)
    for row in read.rows:
        if name_key(row.district) not in districts:
            expected = alternatives(district.name for district in districts.values())
            faults.add(Line(row.line), Unfit(Problem.DISTRICT_UNKNOWN, row.district, expected=expected))
    for later, earlier in _overlaps(_spells(read.rows, stored)):
        line = later.line or earlier.line or 1
        other = earlier if later.line else later
        unfit = Unfit(Problem.VALIDITY_OVERLAPS, later.code, begins=other.valid_from.isoformat(), first=other.line or 0)
        faults.add(Line(line), unfit)
    faults.refuse()


def _spells(rows: Sequence[PollingDistrictRow], stored: Stored) -> list[_Spell]:
    """When each code belongs to something, once the file is taken in."""
    in_file = {(code_key(row.code), row.valid_from) for row in rows}
    spells = [_Spell(code_key(row.code), row.valid_from, row.valid_to, row.line) for row in rows]
    left = (row for key, row in stored.items() if key not in in_file)
    return spells + [_Spell(code_key(row.code), row.valid_from, row.valid_to, None) for row in left]


def _overlaps(spells: Iterable[_Spell]) -> Iterable[tuple[_Spell, _Spell]]:
    """Each spell that begins before the one ahead of it has ended, and that one."""
    of_code: defaultdict[str, list[_Spell]] = defaultdict(list)
    for spell in spells:
        of_code[spell.code].append(spell)
    for group in of_code.values():
        ordered = sorted(group, key=lambda spell: (spell.valid_from, spell.line or 0))
        for earlier, later in pairwise(ordered):
            if earlier.valid_to is None or earlier.valid_to > later.valid_from:
                yield later, earlier


def _made(row: PollingDistrictRow, district: District) -> PollingDistrict:
    return PollingDistrict(
        district=district, code=row.code, name=row.name, valid_from=row.valid_from, valid_to=row.valid_to
    )


def _says_the_same(known: PollingDistrict, row: PollingDistrictRow, district: District) -> bool:
    return (known.code, known.name, known.district_id, known.valid_to) == (
        row.code,
        row.name,
        district.id,
        row.valid_to,
    )


def _told(row: PollingDistrict) -> str:
    """A row in one line, for the audit trail."""
    return f"{row.name}, {row.district.name}, {row.valid_from}–{row.valid_to or ''}"
