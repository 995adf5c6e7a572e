"""What the services of the appointment room refuse, beside what the domain refuses."""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class StaleEdit(DomainError):
    """Others have saved changes to ``what`` since it was read: the save had seen edit ``seen`` of ``current``."""

    what: str
    seen: int
    current: int


@dataclass(unsafe_hash=True)
class NoCouncils(DomainError):
    """The municipality has no council to appoint."""

    municipality: str
    rule: str = "R-220"


@dataclass(unsafe_hash=True)
class SexNotRegistered(DomainError):
    """A person whose sex is not registered cannot be counted in a balance."""

    name: str
    rule: str = "R-229"


@dataclass(unsafe_hash=True)
class PersonKnown(DomainError):
    """There are persons with this name already: number and birth date of each. Is it one of them?"""

    name: str
    found: tuple[tuple[int, date | None], ...]


@dataclass(unsafe_hash=True)
class AnotherPerson(DomainError):
    """The person with this number is called ``name``, and not as it was typed."""

    number: int
    name: str
    typed: str


@dataclass(unsafe_hash=True)
class AlreadyNamed(DomainError):
    """The person is in the nomination, or on the list, already."""

    name: str
    rule: str


@dataclass(unsafe_hash=True)
class UnknownParty(DomainError):
    """No party or group of the appointment has this code."""

    code: str
    codes: tuple[str, ...]


@dataclass(unsafe_hash=True)
class PartyInUse(DomainError):
    """A party or group that is taken out has names or lists that stand for it."""

    code: str


@dataclass(unsafe_hash=True)
class ListCodeTaken(DomainError):
    """Two lists of one council with the same code."""

    code: str
    rule: str = "R-221"


@dataclass(unsafe_hash=True)
class NoSuchSwap(DomainError):
    """The swap is not among those found any more: names have been changed meanwhile."""

    leaves: str
    enters: str
    rule: str = "R-226"


@dataclass(unsafe_hash=True)
class LinesNotUnderstood(DomainError):
    """Lines of typed or pasted text that cannot be used: number of the line, what it says, and what was expected."""

    lines: tuple[tuple[int, str], ...]
    expected: str


@dataclass(unsafe_hash=True)
class NotInAppointment(DomainError):
    """What is asked to be changed is not in the appointment; no page of ours asks for it."""


@dataclass(unsafe_hash=True)
class VotesForUnnamed(DomainError):
    """Votes for chair or deputy chair to one who is not put forward for the council at all."""

    name: str
    rule: str = "R-220"


@dataclass(unsafe_hash=True)
class NotTied(DomainError):
    """A lot for which there is no tie: nothing needs to be drawn."""

    winner: str
    rule: str = "R-224"
