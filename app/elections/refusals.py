"""What the services of an election refuse, as types with facts. Their texts stand in ``refusal_texts.py``."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class UnknownElection(DomainError):
    """No election has this id or address."""

    wanted: str


@dataclass(unsafe_hash=True)
class UnknownContest(DomainError):
    """The election has no contest with this code."""

    code: str
    codes: tuple[str, ...]


@dataclass(unsafe_hash=True)
class MunicipalityDiffers(DomainError):
    """The municipality with this number has another name here."""

    number: str
    name: str
    stored_name: str


@dataclass(unsafe_hash=True)
class MunicipalityAmbiguous(DomainError):
    """Several municipalities have this name, and the setup gives no number to tell which."""

    name: str
    numbers: tuple[str, ...]


@dataclass(unsafe_hash=True)
class CountDiffers(DomainError):
    """A figure is stored already, as another number; a figure is corrected in the counting room, with a reason."""

    contest: str
    count: int
    category: str
    place: str
    line: str
    stored: int
    number: int


@dataclass(unsafe_hash=True)
class BallotDiffers(DomainError):
    """A changed ballot with this batch and number is stored already, with another content."""

    contest: str
    batch: str
    ballot: str
    stored: str
    received: str


@dataclass(unsafe_hash=True)
class MoreBallotsThanCounted(DomainError):
    """More changed ballots of a list than its second count says there are ballots."""

    contest: str
    list_code: str
    ballots: int
    counted: int


@dataclass(unsafe_hash=True)
class ContestIsSettled(DomainError):
    """The contest is settled: its counts and ballots are locked."""

    contest: str


@dataclass(unsafe_hash=True)
class NoSecondCount(DomainError):
    """These contests have no figure of the second count, which a settlement starts from."""

    contests: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NoBallotsFile(DomainError):
    """No file of changed ballots has been taken in; without it every personal vote would be lost for good."""

    address: str


@dataclass(unsafe_hash=True)
class NotAllSettled(DomainError):
    """Some contests are not settled yet."""

    contests: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NotReleased(DomainError):
    """Nothing about results leaves the house before this moment (R-140)."""

    release_time: datetime


@dataclass(unsafe_hash=True)
class FileChanged(DomainError):
    """The file changed while it was read."""

    name: str


@dataclass(unsafe_hash=True)
class NoCouncil(DomainError):
    """Districts that have no council for the elected to sit in."""

    districts: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NotElected(DomainError):
    """Candidates said to be no longer eligible who were not elected, or do not stand."""

    candidacies: tuple[str, ...]
    rule: str = "R-194"


@dataclass(unsafe_hash=True)
class SamePersonTwice(DomainError):
    """Two candidates of one contest are said to be one and the same person."""

    contest: str
    candidacies: tuple[str, ...]
    rule: str = "R-262"
