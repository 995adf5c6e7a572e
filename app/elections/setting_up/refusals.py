"""What setting up an election refuses, as types with facts."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NotADraft(DomainError):
    """The election is open for lists, or further: its districts and seats stand."""

    address: str


@dataclass(unsafe_hash=True)
class DayTaken(DomainError):
    """The municipality holds another election on this day; a district is elected once (R-3)."""

    address: str
    rule: str = "R-3"


@dataclass(unsafe_hash=True)
class AddressTaken(DomainError):
    """Another election was given the same address in the same moment; a second try finds another."""

    address: str


@dataclass(unsafe_hash=True)
class NotOfTheMunicipality(DomainError):
    """A district of another municipality."""

    districts: tuple[str, ...]


@dataclass(unsafe_hash=True)
class ListDeadlinePassed(DomainError):
    """Nothing can be opened for lists after the day they had to be in."""

    day: date
    rule: str = "R-50"


@dataclass(unsafe_hash=True)
class ListsNotDecided(DomainError):
    """Printer and scanner need the lists as they were decided. ``without`` are districts where no list stands yet."""

    address: str
    without: tuple[str, ...]
    rule: str = "R-66"
