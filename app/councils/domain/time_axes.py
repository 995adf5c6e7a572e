"""Two axes of time: when something was true, and when it was recorded.

Nothing is ever changed or erased. A correction is a new row that replaces an older one, so what was shown on any day
can be shown again. Days run from ``from_on`` up to, but not with, ``to_on``; None means that it lasts.

Rules: R-262.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from app.core.errors import DomainError


class Dated(Protocol):
    """Something that was true from a day up to, but not with, another."""

    @property
    def from_on(self) -> date: ...
    @property
    def to_on(self) -> date | None: ...


class Recorded(Protocol):
    """A row of which nothing is changed afterwards: a later row replaces it, or says that it never was true."""

    @property
    def id(self) -> int: ...
    @property
    def recorded_at(self) -> datetime: ...
    @property
    def replaces_id(self) -> int | None: ...
    @property
    def annulled(self) -> bool: ...


DatedT = TypeVar("DatedT", bound=Dated)
RecordedT = TypeVar("RecordedT", bound=Recorded)
SpellT = TypeVar("SpellT")


@dataclass(frozen=True, slots=True)
class Version(Generic[SpellT]):
    """What was recorded of a spell at one moment, and by whom.

    ``replaces_id`` is the version it takes the place of, None for the first. ``annulled`` says: this spell never was.
    """

    spell: SpellT
    id: int
    recorded_at: datetime
    recorded_by: str
    replaces_id: int | None = None
    annulled: bool = False


@dataclass(unsafe_hash=True)
class UnknownVersion(DomainError):
    """A correction of something that was never recorded, or not until later."""

    replaces_id: int
    recorded_at: datetime


@dataclass(unsafe_hash=True)
class AlreadyReplaced(DomainError):
    """Two corrections of one and the same version: the second must replace the first."""

    replaces_id: int
    replaced_by: int


def covers(row: Dated, day: date) -> bool:
    """Whether it was true that day. A spell whose ``to_on`` is the day after a meeting was true on the meeting day."""
    return row.from_on <= day and (row.to_on is None or day < row.to_on)


def on(rows: Iterable[DatedT], day: date) -> tuple[DatedT, ...]:
    """Those that were true that day, in the order given."""
    return tuple(each for each in rows if covers(each, day))


def overlap(first: Dated, second: Dated) -> bool:
    """Whether there is a day on which both were true."""
    return (first.to_on is None or second.from_on < first.to_on) and (
        second.to_on is None or first.from_on < second.to_on
    )


def known_at(rows: Iterable[RecordedT], moment: datetime) -> tuple[RecordedT, ...]:
    """The rows as they were known at that moment, in the order given.

    Known are the rows recorded by then which no row recorded by then replaces, and which do not say "never was".

    Rules: R-262.
    """
    recorded = [each for each in rows if each.recorded_at <= moment]
    replaced = {each.replaces_id for each in recorded}
    return tuple(each for each in recorded if each.id not in replaced and not each.annulled)


def spells_known_at(versions: Iterable[Version[SpellT]], moment: datetime) -> tuple[SpellT, ...]:
    """The spells themselves, as they were known at that moment.

    Rules: R-262.
    """
    return tuple(each.spell for each in known_at(versions, moment))


def require_one_line(rows: Iterable[Recorded]) -> None:
    """Refuse corrections that do not form one line of versions for each spell.

    Rules: R-262.
    """
    rows = list(rows)
    recorded_at = {each.id: each.recorded_at for each in rows}
    replaced_by: dict[int, int] = {}
    for each in rows:
        if each.replaces_id is None:
            continue
        if each.replaces_id not in recorded_at or recorded_at[each.replaces_id] > each.recorded_at:
            raise UnknownVersion(each.replaces_id, each.recorded_at)
        if each.replaces_id in replaced_by:
            raise AlreadyReplaced(each.replaces_id, replaced_by[each.replaces_id])
        replaced_by[each.replaces_id] = each.id
