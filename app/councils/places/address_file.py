"""The national address register's CSV for a municipality: ``Basisdata_…_MatrikkelenAdresse_CSV`` and its relatives.

Columns are found by name, whatever else there is: ``adressenavn``, ``nummer``, ``bokstav``, ``postnummer``,
``poststed``, ``Nord``, ``Øst``, ``EPSG-kode``; and where they are present ``valgkretsnummer``, ``kommunenummer`` (a
file may hold a county) and ``adresseTekstUtenAdressetilleggsnavn``, the name of what is in no street (``123/45``).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.core.input_files.faults import FileFaults, InputFault, Line, Unfit
from app.core.input_files.input_file import InputFile
from app.councils.places.csv_rows import heading_of, row_of, text_lines
from app.councils.places.faults import Problem
from app.councils.places.polling_district_file import checked_text, printable
from app.councils.places.reference_systems import Point, is_known, looks_swapped, norway_in

REQUIRED = ("adressenavn", "nummer", "bokstav", "postnummer", "poststed", "Nord", "Øst", "EPSG-kode")
POLLING_DISTRICT = "valgkretsnummer"
MUNICIPALITY = "kommunenummer"
WITHOUT_STREET = "adresseTekstUtenAdressetilleggsnavn"
OPTIONAL = (POLLING_DISTRICT, MUNICIPALITY, WITHOUT_STREET)
KNOWN_SYSTEMS = "4258, 25832, 25833, 25835"
MOST_DIGITS = 4
"""Of a postcode, a municipality's number and a house number."""
CODE_LIMIT = 20
KEPT = 20_000
"""A municipality has some thousand streets, and each value of a field is checked once."""


@dataclass(frozen=True, slots=True)
class RegisteredAddress:
    """An address of the register. ``number`` is 0 where there is none; ``point`` is in the system ``epsg``."""

    street: str
    number: int
    letter: str
    postcode: str
    place: str
    epsg: int
    point: Point | None
    polling_district: str

    @property
    def text(self) -> str:
        """The address as a person writes it, without postcode: «Allehelgens gate 2B»."""
        return f"{self.street} {self.number}{self.letter}" if self.number else self.street


class AddressRegister:
    """A municipality's addresses as they are read from a file, each once. It can be gone through once.

    A row that says the same address again is left out, and so is one that has no name at all; the counts are whole when
    the last address has been read, and so is the fingerprint. Up to twenty faults are told together, at the end; a file
    without an address of the municipality is refused. Memory grows by the house numbers alone.
    """

    def __init__(self, file: InputFile, municipality_number: str | None) -> None:
        """``municipality_number``: whose addresses; all of the file's, where it has no such column."""
        self.file = file.name
        self._input = file
        self._lines = text_lines(file)
        self._heading = heading_of(file, self._lines, REQUIRED, OPTIONAL)
        places = self._heading.places
        self._places = tuple(places[column] for column in REQUIRED)
        self._polling_district, self._municipality, self._named = (places.get(column) for column in OPTIONAL)
        self._wanted = municipality_number
        self._seen: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.repeated = self.of_others = self.nameless = 0

    @property
    def sha256(self) -> str:
        """The fingerprint of what has been read."""
        return self._input.sha256

    def __iter__(self) -> Iterator[RegisteredAddress]:
        """Each address of the municipality, in the order of the file."""
        faults = FileFaults(self.file)
        for number, line in self._lines:
            try:
                fields = row_of(line, self._heading)
                if self._is_of_another(fields):
                    self.of_others += 1
                    continue
                address = self._address(fields)
            except Unfit as unfit:
                faults.add(Line(number), unfit)
                continue
            if address is None:
                self.nameless += 1
            elif self._is_new(address):
                yield address
        faults.refuse()
        if not self._seen:
            raise InputFault(self.file, None, self._wanted or "", Problem.NO_ADDRESSES)

    def _is_of_another(self, fields: list[str]) -> bool:
        """Whether the row belongs to another municipality; numbers lose their leading zero in a spreadsheet."""
        if self._municipality is None or self._wanted is None:
            return False
        return fields[self._municipality].strip().zfill(MOST_DIGITS) != self._wanted

    def _is_new(self, address: RegisteredAddress) -> bool:
        house = _house(address.number, address.letter)
        houses = self._seen[address.street, address.postcode]
        if house in houses:
            self.repeated += 1
            return False
        houses.add(house)
        return True

    def _address(self, fields: list[str]) -> RegisteredAddress | None:
        street, number, letter, postcode, place, north, east, epsg = [fields[at] for at in self._places]
        if not street.strip():
            street, number, letter = (fields[self._named] if self._named is not None else ""), "", ""
            if not street.strip():
                return None
        system = _system(epsg)
        return RegisteredAddress(
            _name(street, "adressenavn"),
            _number(number),
            _letter(letter),
            _postcode(postcode),
            _place(place),
            system,
            _point(east, north, system),
            _code(fields[self._polling_district]) if self._polling_district is not None else "",
        )


@lru_cache(KEPT)
def _house(number: int, letter: str) -> str:
    """One text for all houses of this number and letter: most streets have a number 2."""
    return f"{number}{letter}"


@lru_cache(KEPT)
def _name(value: str, column: str) -> str:
    return checked_text(value.strip(), column)


@lru_cache(KEPT)
def _place(value: str) -> str:
    return checked_text(value.strip(), "poststed") if value.strip() else ""


@lru_cache(KEPT)
def _code(value: str) -> str:
    """A polling district's code, whatever it looks like elsewhere; empty where there is none."""
    text = printable(value.strip())
    if len(text) > CODE_LIMIT:
        raise Unfit(Problem.TEXT_TOO_LONG, value, column=POLLING_DISTRICT, limit=CODE_LIMIT)
    return text


@lru_cache(KEPT)
def _number(value: str) -> int:
    """A house number, 1 to 9999; 0 where there is none."""
    text = value.strip()
    if not text:
        return 0
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    raise Unfit(Problem.HOUSE_NUMBER_MALFORMED, value)


@lru_cache(KEPT)
def _letter(value: str) -> str:
    """The house's letter as a capital; empty where there is none."""
    text = value.strip().upper()
    if not text or (len(text) == 1 and text.isalpha()):
        return text
    raise Unfit(Problem.LETTER_MALFORMED, value)


@lru_cache(KEPT)
def _postcode(value: str) -> str:
    """Four digits; a spreadsheet may have taken the first zeros. Empty where there is none."""
    text = value.strip()
    if not text:
        return ""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return text.zfill(MOST_DIGITS)
    raise Unfit(Problem.POSTCODE_MALFORMED, value)


@lru_cache(KEPT)
def _system(value: str) -> int:
    text = value.strip()
    if text.isascii() and text.isdigit() and is_known(int(text)):
        return int(text)
    raise Unfit(Problem.SYSTEM_UNKNOWN, value, expected=KNOWN_SYSTEMS)


def _point(east: str, north: str, epsg: int) -> Point | None:
    """Where the address lies; nothing where the register does not say. Decimals after a point or a comma."""
    if not east.strip() and not north.strip():
        return None
    try:
        point = (float(east.replace(",", ".")), float(north.replace(",", ".")))
    except ValueError:
        raise Unfit(Problem.COORDINATE_MALFORMED, f"{north} {east}") from None
    if not norway_in(epsg).holds(point):
        problem = Problem.NUMBERS_SWAPPED if looks_swapped(epsg, point) else Problem.OUTSIDE_NORWAY
        raise Unfit(problem, f"{north} {east}", epsg=epsg)
    return point
