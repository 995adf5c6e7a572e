"""The acts about places that go into the audit trail, named in the past."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class MunicipalityAdded(Event):
    """A municipality was made known."""

    object_kind: ClassVar[str] = "municipality"
    name: str


@dataclass(frozen=True, slots=True)
class BoundariesImported(Event):
    """Districts were given borders from a map; ``before`` are the maps of those that had one from that day already."""

    object_kind: ClassVar[str] = "municipality"
    file: str
    sha256: str
    valid_from: str
    districts: list[str]
    new_districts: list[str]
    before: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class PollingDistrictsImported(Event):
    """Polling districts were taken in from a file; ``before`` are those that were corrected, as they were."""

    object_kind: ClassVar[str] = "municipality"
    file: str
    sha256: str
    added: list[str]
    corrected: list[str]
    before: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class AddressesReplaced(Event):
    """The address register was exchanged for a newer one."""

    object_kind: ClassVar[str] = "municipality"
    file: str
    sha256: str
    addresses: int
    by_polling_district: int
    by_map: int
    without_district: int
    before: dict[str, int]
