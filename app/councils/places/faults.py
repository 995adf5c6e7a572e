"""What can be wrong with a file about places: where in it, what stands there, and what was expected."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from typing import NoReturn

from app.core.errors import DomainError

SHOWN_LENGTH = 60
MOST_FAULTS = 20
MOST_ALTERNATIVES = 25


class Problem(StrEnum):
    """One kind of fault. ``fault_texts.py`` has a sentence for each."""

    # the file as a whole, its bytes and lines
    FILE_MISSING = auto()
    FILE_NOT_REGULAR = auto()
    FILE_UNREADABLE = auto()
    FILE_EMPTY = auto()
    FILE_TOO_LARGE = auto()
    IS_ZIP = auto()
    IS_UTF16 = auto()
    NOT_UTF8 = auto()
    LINE_TOO_LONG = auto()
    QUOTES_BROKEN = auto()
    # columns and fields of a CSV file
    COLUMN_MISSING = auto()
    COLUMN_UNKNOWN = auto()
    COLUMN_REPEATED = auto()
    FIELDS_WRONG = auto()
    TEXT_EMPTY = auto()
    TEXT_TOO_LONG = auto()
    CHARACTER_FORBIDDEN = auto()
    CODE_MALFORMED = auto()
    DATE_MALFORMED = auto()
    HOUSE_NUMBER_MALFORMED = auto()
    LETTER_MALFORMED = auto()
    POSTCODE_MALFORMED = auto()
    COORDINATE_MALFORMED = auto()
    SYSTEM_UNKNOWN = auto()
    NO_ADDRESSES = auto()
    # polling districts
    DISTRICT_UNKNOWN = auto()
    ENDS_BEFORE_IT_BEGINS = auto()
    VALIDITY_OVERLAPS = auto()
    # maps
    JSON_BROKEN = auto()
    NOT_A_COLLECTION = auto()
    NO_FEATURES = auto()
    NOT_A_FEATURE = auto()
    PROPERTY_MISSING = auto()
    PROPERTY_MALFORMED = auto()
    POLLING_DISTRICT_UNKNOWN = auto()
    NOT_AN_AREA = auto()
    COORDINATES_MALFORMED = auto()
    RING_TOO_SHORT = auto()
    RING_OPEN = auto()
    SYSTEM_UNNAMED = auto()
    OUTSIDE_NORWAY = auto()
    NUMBERS_SWAPPED = auto()
    BORDER_CROSSES_ITSELF = auto()
    HOLE_OUTSIDE = auto()
    PARTS_OVERLAP = auto()
    SHAPE_INVALID = auto()
    DISTRICTS_OVERLAP = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file, from 1; the heading of a CSV file is line 1."""

    number: int


@dataclass(frozen=True, slots=True)
class JsonPath:
    """A place in a JSON file: ``features[0].geometry.coordinates[0][3]``; indexes from 0."""

    path: str


Place = Line | JsonPath | None
Facts = tuple[tuple[str, str | int], ...]


@dataclass(unsafe_hash=True)
class PlaceFault(DomainError):
    """A file about places that cannot be used. ``value`` is what stands there, made fit to print; ``facts`` are what
    the text needs besides. ``others`` are further faults of the same file.
    """

    file: str
    place: Place
    value: str
    problem: Problem
    facts: Facts = ()
    others: tuple["PlaceFault", ...] = ()

    def __str__(self) -> str:
        return f"{self.file} {self.place}: {self.problem} {self.value!r} {dict(self.facts)}"


class Unfit(Exception):
    """A value that is not what it must be, found by code that does not know where in which file it stands."""

    def __init__(self, problem: Problem, value: str, **facts: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.value = value
        self.facts: Facts = tuple(facts.items())

    def at(self, file: str, place: Place) -> PlaceFault:
        """The fault, with its place."""
        return PlaceFault(file, place, shown(self.value), self.problem, self.facts)


class Faults:
    """The faults found in one file so far: a person sees many at once, and at twenty the reading stops."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[PlaceFault] = []

    def add(self, place: Place, unfit: Unfit) -> None:
        """One more."""
        self._found.append(unfit.at(self.file, place))
        if len(self._found) == MOST_FAULTS:
            self.refuse()

    def refuse(self) -> None:
        """Refuses the file if anything was found."""
        if self._found:
            refuse(self._found)


def refuse(faults: Iterable[PlaceFault]) -> NoReturn:
    """Several faults of one file as one: the first, which carries the others."""
    first, *others = faults
    raise replace(first, others=tuple(others))


def alternatives(values: Iterable[str]) -> str:
    """What was expected instead, one after the other; a few dozen at most."""
    named = list(values)
    return ", ".join(named[:MOST_ALTERNATIVES]) + (" …" if len(named) > MOST_ALTERNATIVES else "")


def shown(value: str) -> str:
    """A value from a file, fit to print: unprintable characters escaped, and no longer than a message can bear."""
    shortened = value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in shortened)
