"""What can be wrong with an input file: which file, where in it, what stands there, and what was expected.

Rules: 0.1, R-56, R-101, R-110, R-111.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from app.core.errors import DomainError

SHOWN_LENGTH = 60
MOST_ALTERNATIVES = 25


class Problem(StrEnum):
    """One kind of fault. ``fault_texts.py`` has one sentence for each."""

    # the file as a whole
    FILE_MISSING = auto()
    FILE_IS_FOLDER = auto()
    FILE_NOT_REGULAR = auto()
    FILE_UNREADABLE = auto()
    FILE_EMPTY = auto()
    FILE_TOO_LARGE = auto()
    FILE_CHANGED = auto()
    # its bytes and lines
    NOT_UTF8 = auto()
    IS_UTF16 = auto()
    IS_SPREADSHEET = auto()
    CHARACTER_FORBIDDEN = auto()
    LINE_TOO_LONG = auto()
    LINES_END_IN_CR = auto()
    QUOTES_BROKEN = auto()
    # the columns and fields of a CSV file
    DELIMITER_WRONG = auto()
    COLUMN_MISSING = auto()
    COLUMN_UNKNOWN = auto()
    COLUMN_REPEATED = auto()
    FIELDS_MISSING = auto()
    FIELDS_TOO_MANY = auto()
    # counts.csv and ballots.csv
    CONTEST_UNKNOWN = auto()
    LIST_UNKNOWN = auto()
    LIST_OF_OTHER_CONTEST = auto()
    COUNT_UNKNOWN = auto()
    CATEGORY_UNKNOWN = auto()
    PLACE_MALFORMED = auto()
    LINE_UNKNOWN = auto()
    LINE_NOT_IN_COUNT = auto()
    NUMBER_MALFORMED = auto()
    NUMBER_TOO_LARGE = auto()
    ROW_REPEATED = auto()
    IDENTIFIER_MISSING = auto()
    IDENTIFIER_TOO_LONG = auto()
    IDENTIFIER_MALFORMED = auto()
    MARK_MALFORMED = auto()
    MARK_UNKNOWN_POSITION = auto()
    WRITE_IN_MALFORMED = auto()
    WRITE_IN_UNKNOWN_LIST = auto()
    BALLOT_REPEATED = auto()
    MORE_ROWS_THAN_BALLOTS = auto()
    # setup.json and result.json
    JSON_BROKEN = auto()
    JSON_TOO_DEEP = auto()
    JSON_NUMBER = auto()
    FORMAT_WRONG = auto()
    KEY_UNKNOWN = auto()
    KEY_MISSING = auto()
    KEY_REPEATED = auto()
    TYPE_WRONG = auto()
    TEXT_EMPTY = auto()
    TEXT_TOO_LONG = auto()
    VALUE_UNKNOWN = auto()
    NUMBER_OUT_OF_RANGE = auto()
    DATE_MALFORMED = auto()
    DATE_OUT_OF_RANGE = auto()
    RULE_SET_OF_OTHER_DAY = auto()
    MUNICIPALITY_NUMBER_MALFORMED = auto()
    CODE_MALFORMED = auto()
    CODE_REPEATED = auto()
    CODE_RESERVED = auto()
    DISTRICT_REPEATED = auto()
    ARRAY_EMPTY = auto()
    POSITION_GAP = auto()
    BONUS_GAP = auto()
    BONUS_TOO_MANY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file, from 1; the heading of a CSV file is line 1."""

    number: int


@dataclass(frozen=True, slots=True)
class JsonPath:
    """A place in a JSON file: ``contests[0].lists[2].code``; indexes from 0, the whole document is empty."""

    path: str


Facts = tuple[tuple[str, str | int], ...]


@dataclass(unsafe_hash=True)
class InputFault(DomainError):
    """An input file that cannot be used. ``value`` is what stands there, made fit to print; ``facts`` are what the text
    needs besides. ``others`` are further faults of the same file, where the reader collects them.
    """

    file: str
    place: Line | JsonPath | None
    value: str
    problem: Problem
    facts: Facts = ()
    others: tuple["InputFault", ...] = ()

    def __str__(self) -> str:
        where = "" if self.place is None else f" {self.place}"
        return f"{self.file}{where}: {self.problem} {self.value!r} {dict(self.facts)}"


class Unfit(Exception):
    """A value that is not what it must be, found by code that does not know where in which file it stands."""

    def __init__(self, problem: Problem, value: str, **facts: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.value = value
        self.facts: Facts = tuple(facts.items())

    def at(self, file: str, place: Line | JsonPath | None) -> InputFault:
        """The fault, with its place."""
        return InputFault(file, place, shown(self.value), self.problem, self.facts)


def together(faults: Iterable[InputFault]) -> InputFault:
    """Several faults of one file as one: the first, which carries the others."""
    first, *others = faults
    return replace(first, others=tuple(others))


def alternatives(values: Iterable[str]) -> str:
    """What was expected instead, one after the other; a few dozen at most."""
    named = list(values)
    return ", ".join(named[:MOST_ALTERNATIVES]) + (" …" if len(named) > MOST_ALTERNATIVES else "")


def shown(value: str) -> str:
    """A value from a file, fit to print: unprintable characters escaped, and no longer than a message can bear."""
    shortened = value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
    return "".join(char if char.isprintable() else escaped(char) for char in shortened)


def escaped(char: str) -> str:
    """How a character that cannot be printed is shown: ``\\x00``, ``\\ud800``."""
    return ascii(char)[1:-1]
