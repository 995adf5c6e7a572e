"""The log of a meeting's events: only added to. An undo is an entry too, and the same entry sent twice counts once.

The order is the order of entry, except that one who is late to record something says which event it came before.

Law: kommuneloven (2018) § 11-4.
Rules: R-300.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.errors import DomainError
from app.meetings.domain.events import MeetingClosed, MeetingEvent
from app.meetings.domain.proceedings import Proceedings, Setting, begin
from app.meetings.domain.replay import happen, replay


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the log. ``event_id`` is made where it is typed, so that sending it again adds nothing.

    ``sequence`` from 1 without gaps. ``before``: the id of the event that this one took place before; empty: it came
    last.
    """

    event_id: str
    sequence: int
    at: datetime
    event: MeetingEvent
    before: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """An entry that takes another back; an undo can itself be undone."""

    event_id: str
    sequence: int
    at: datetime
    undone: str


LogEntry = Entry | Undo


@dataclass(frozen=True, slots=True)
class EventLog:
    """Everything that was ever recorded of one meeting, and the meeting that comes of it."""

    setting: Setting
    entries: tuple[LogEntry, ...]
    now: Proceedings

    @property
    def next_sequence(self) -> int:
        """The sequence that the next entry must have."""
        return len(self.entries) + 1


@dataclass(unsafe_hash=True)
class SentWithOtherWords(DomainError):
    """The id belongs to another entry already: this is not the same one sent again."""

    event_id: str


@dataclass(unsafe_hash=True)
class OutOfSequence(DomainError):
    """Somebody has recorded more meanwhile, or entries before this one have not arrived."""

    given: int
    expected: int


@dataclass(unsafe_hash=True)
class MeetingIsClosed(DomainError):
    """The meeting is closed: its events are frozen, and corrections are notes to the minutes."""

    event_id: str


@dataclass(unsafe_hash=True)
class NothingToUndo(DomainError):
    """The entry to undo is not in the log, or is undone already."""

    undone: str


@dataclass(unsafe_hash=True)
class NotInLog(DomainError):
    """An event is referred to that is not in the log, or is undone."""

    event_id: str


@dataclass(unsafe_hash=True)
class LaterEventFails(DomainError):
    """With this entry a later event could not have happened: ``refusal`` says why. That one is undone first."""

    event_id: str
    failing: str
    refusal: DomainError


def read_log(setting: Setting, entries: Sequence[LogEntry] = ()) -> EventLog:
    """The log from entries as they were stored, in the order of their sequence."""
    stored = tuple(sorted(entries, key=lambda each: each.sequence))
    return EventLog(setting, stored, replay(setting, in_order(stored)))


def append(log: EventLog, entry: LogEntry) -> EventLog:
    """The log with one more entry; the same log when it is there already.

    Refused: what could not have happened as the meeting stood, with the facts; an undo or a late event that would make
    a later one impossible; anything at all once the meeting is closed.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-287, R-300.
    """
    known = next((each for each in log.entries if each.event_id == entry.event_id), None)
    if known is not None:
        return _same(log, known, entry)
    if _is_closed(log):
        raise MeetingIsClosed(entry.event_id)
    if entry.sequence != log.next_sequence:
        raise OutOfSequence(entry.sequence, log.next_sequence)
    _require_target(log, entry)
    entries = (*log.entries, entry)
    if isinstance(entry, Entry) and not entry.before:
        return EventLog(log.setting, entries, happen(log.now, entry))
    return EventLog(log.setting, entries, _replayed(log.setting, in_order(entries), entry))


def append_all(log: EventLog, entries: Sequence[LogEntry]) -> EventLog:
    """The log with all of these, as one who was offline sends them: in their order, those that are there skipped."""
    for entry in sorted(entries, key=lambda each: each.sequence):
        log = append(log, entry)
    return log


def as_it_was_after(log: EventLog, event_id: str) -> Proceedings:
    """The meeting just after one event, as it is known now: who sat where at any moment.

    Rules: R-287.
    """
    now = begin(log.setting)
    for entry in in_order(log.entries):
        now = happen(now, entry)
        if entry.event_id == event_id:
            return now
    raise NotInLog(event_id)


def in_order(entries: Sequence[LogEntry]) -> tuple[Entry, ...]:
    """The events that stand, in the order they took place. Several before the same event stand as they were recorded.

    An event keeps its place when the one it came before is undone.

    Rules: R-300.
    """
    placed: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Entry):
            ids = [each.event_id for each in placed]
            placed.insert(ids.index(entry.before) if entry.before in ids else len(placed), entry)
    undone = _undone(entries)
    return tuple(each for each in placed if each.event_id not in undone)


def _undone(entries: Sequence[LogEntry]) -> frozenset[str]:
    """The ids taken back, read from the end: an undo that is itself undone takes nothing back."""
    undone: set[str] = set()
    for entry in reversed(entries):
        if isinstance(entry, Undo) and entry.event_id not in undone:
            undone.add(entry.undone)
    return frozenset(undone)


def _same(log: EventLog, known: LogEntry, entry: LogEntry) -> EventLog:
    """The number in the log does not count: one who was refused for it sends the same entry again with another."""
    if replace(entry, sequence=known.sequence) != known:
        raise SentWithOtherWords(entry.event_id)
    return log


def _is_closed(log: EventLog) -> bool:
    return any(isinstance(each.event, MeetingClosed) for each in log.now.happened)


def _require_target(log: EventLog, entry: LogEntry) -> None:
    undone = _undone(log.entries)
    standing = {each.event_id for each in log.entries} - undone
    if isinstance(entry, Undo) and entry.undone not in standing:
        raise NothingToUndo(entry.undone)
    if isinstance(entry, Entry) and entry.before and entry.before not in standing:
        raise NotInLog(entry.before)


def _replayed(setting: Setting, events: Sequence[Entry], added: LogEntry) -> Proceedings:
    now = begin(setting)
    for entry in events:
        try:
            now = happen(now, entry)
        except DomainError as refusal:
            if entry.event_id == added.event_id:
                raise
            raise LaterEventFails(added.event_id, entry.event_id, refusal) from refusal
    return now
