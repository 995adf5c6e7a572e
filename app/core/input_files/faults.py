"""What can be wrong with an input file: which file, where in it, what stands there, and what was expected.

Rules: 0.1.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from app.core.errors import DomainError

SHOWN_LENGTH = 60
MOST_FAULTS = 20
MOST_ALTERNATIVES = 25


class AnyProblem(StrEnum):
    """One kind of fault. Each room has its own beside those that any file can have, and a sentence for each."""


class FileProblem(AnyProblem):
    """What can be wrong with any file. ``fault_texts.py`` has one sentence for each."""

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
    # JSON
    JSON_BROKEN = auto()
    JSON_TOO_DEEP = auto()
    JSON_NUMBER = auto()
    # values that many files have
    CODE_MALFORMED = auto()
    DATE_MALFORMED = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file, from 1; the heading of a CSV file is line 1."""

    number: int


@dataclass(frozen=True, slots=True)
class JsonPath:
    """A place in a JSON file: ``contests[0].lists[2].code``; indexes from 0, the whole document is empty."""

    path: str


Place = Line | JsonPath | None
Facts = tuple[tuple[str, str | int], ...]


@dataclass(unsafe_hash=True)
class InputFault(DomainError):
    """An input file that cannot be used. ``value`` is what stands there, made fit to print; ``facts`` are what the text
    needs besides. ``others`` are further faults of the same file, where the reader collects them.
    """

    file: str
    place: Place
    value: str
    problem: AnyProblem
    facts: Facts = ()
    others: tuple["InputFault", ...] = ()

    def __str__(self) -> str:
        where = "" if self.place is None else f" {self.place}"
        return f"{self.file}{where}: {self.problem} {self.value!r} {dict(self.facts)}"


class Unfit(Exception):
    """A value that is not what it must be, found by code that does not know where in which file it stands."""

    def __init__(self, problem: AnyProblem, value: str, **facts: str | int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.value = value
        self.facts: Facts = tuple(facts.items())

    def at(self, file: str, place: Place) -> InputFault:
        """The fault, with its place."""
        return InputFault(file, place, shown(self.value), self.problem, self.facts)


class FileFaults:
    """The faults found in one file so far: a person sees many at once, and at twenty the reading stops."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[InputFault] = []

    def add(self, place: Place, unfit: Unfit) -> None:
        """One more."""
        self._found.append(unfit.at(self._file, place))
        if len(self._found) == MOST_FAULTS:
            self.refuse()

    def refuse(self) -> None:
        """Refuses the file if anything was found."""
        if self._found:
            raise together(self._found)


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
