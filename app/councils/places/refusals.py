"""What is refused about places, beside faults of a file. The texts stand in ``refusal_texts.py``."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class NoMunicipality(DomainError):
    """There is no municipality yet that a file could belong to."""


@dataclass(unsafe_hash=True)
class UnknownMunicipality(DomainError):
    """No municipality has this number."""

    number: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class WhichMunicipality(DomainError):
    """There are several municipalities, and none was named."""

    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NumberTaken(DomainError):
    """The municipality with this number has another name here."""

    number: str
    name: str
    stored: str


@dataclass(unsafe_hash=True)
class NothingToPlaceBy(DomainError):
    """The municipality has neither polling districts nor borders on this day, so no address can be given a district."""

    municipality: str


@dataclass(unsafe_hash=True)
class NoAddressPlaced(DomainError):
    """Not one address of the file lies in a district: the wrong file, or the wrong map."""

    file: str
    addresses: int
    example: str
