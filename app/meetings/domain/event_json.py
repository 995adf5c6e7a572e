"""Log entries as JSON values, for the store and for the client in the meeting room; read back strictly.

An entry is ``{"event_id", "sequence", "at", "kind", "event", "before"}``, an undo ``{…, "kind": "undo", "undone"}``.
The kind is the event's name in small letters: ``vote_held``. Values inside carry theirs too, unless they have a field
of that name.

Rules: R-300.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from app.core.errors import DomainError
from app.meetings.domain.event_log import Entry, LogEntry, Undo
from app.meetings.domain.events import MeetingEvent

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

UNDO = "undo"

T = TypeVar("T")


@dataclass(unsafe_hash=True)
class NotAnEntry(DomainError):
    """What was read is no entry of a log: ``where`` says at which place, ``expected`` what should have stood there."""

    where: str
    expected: str


def entry_json(entry: LogEntry) -> dict[str, Json]:
    """An entry as JSON values; reading it back gives the same entry."""
    head: dict[str, Json] = {"event_id": entry.event_id, "sequence": entry.sequence, "at": entry.at.isoformat()}
    if isinstance(entry, Undo):
        return {**head, "kind": UNDO, "undone": entry.undone}
    return {**head, "kind": _kind(type(entry.event)), "event": _record(entry.event), "before": entry.before}


def entry_from_json(value: Json) -> LogEntry:
    """The entry that these values are; anything missing, unknown or of another type is refused with its place."""
    if not isinstance(value, dict):
        raise NotAnEntry("", "object")
    kind = value.get("kind")
    known = {"event_id", "sequence", "at", "kind"} | ({"undone"} if kind == UNDO else {"event", "before"})
    if unknown := sorted(set(value) - known):
        raise NotAnEntry(unknown[0], "nothing")
    event_id, sequence = _read(str, value.get("event_id"), "event_id"), _read(int, value.get("sequence"), "sequence")
    at = _moment(value.get("at"), "at")
    if kind == UNDO:
        return Undo(event_id, sequence, at, _read(str, value.get("undone"), "undone"))
    kinds: dict[str, type[MeetingEvent]] = {_kind(each): each for each in get_args(MeetingEvent)}
    if not isinstance(kind, str) or kind not in kinds:
        raise NotAnEntry("kind", " | ".join(kinds))
    event = _dataclass(kinds[kind], value.get("event"), "event")
    return Entry(event_id, sequence, at, event, _read(str, value.get("before", ""), "before"))


def record_json(record: object) -> dict[str, Json]:
    """A frozen value of the domain as JSON values, field by field; ``record_from_json`` gives the same value back."""
    return _record(record)


def record_from_json(kind: type[T], value: Json) -> T:
    """The value of this kind; anything missing, unknown or of another type is refused with its place."""
    return _dataclass(kind, value, kind.__name__)


def _kind(record: type) -> str:
    """``VoteHeld`` → ``vote_held``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()


def _json(value: object) -> Json:
    match value:
        case Enum():
            return str(value.value)
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [_json(each) for each in value]
        case _:
            return {"kind": _kind(type(value)), **_record(value)}


def _record(value: object) -> dict[str, Json]:
    assert is_dataclass(value)
    return {field.name: _json(getattr(value, field.name)) for field in fields(value)}


def _read(expected: type[T], value: object, where: str) -> T:
    """The value, of exactly this type: true is no number."""
    if type(value) is not expected:
        raise NotAnEntry(where, expected.__name__)
    return value


def _moment(value: object, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_read(str, value, where))
    except ValueError as wrong:
        raise NotAnEntry(where, "moment") from wrong
    if moment.tzinfo is None:
        raise NotAnEntry(where, "moment with its time zone")
    return moment


def _day(value: object, where: str) -> date:
    try:
        return date.fromisoformat(_read(str, value, where))
    except ValueError as wrong:
        raise NotAnEntry(where, "date") from wrong


def _value(expected: object, value: Json, where: str) -> object:
    """The value as the type that stands in the dataclass."""
    if get_origin(expected) in {Union, UnionType}:
        return _one_of(get_args(expected), value, where)
    if get_origin(expected) is tuple:
        return tuple(_elements(get_args(expected), _read(list, value, where), where))
    assert isinstance(expected, type)
    if issubclass(expected, Enum):
        return _choice(expected, value, where)
    if is_dataclass(expected):
        return _dataclass(expected, value, where)
    if expected is datetime:
        return _moment(value, where)
    return _day(value, where) if expected is date else _read(expected, value, where)


def _one_of(kinds: tuple[object, ...], value: Json, where: str) -> object:
    if value is None and NoneType in kinds:
        return None
    others = [each for each in kinds if each is not NoneType]
    if len(others) == 1:
        return _value(others[0], value, where)
    names = {_kind(each): each for each in others if isinstance(each, type)}
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in names:
        raise NotAnEntry(f"{where}.kind", " | ".join(names))
    return _value(names[kind], value, where)


def _elements(kinds: tuple[object, ...], values: list[Json], where: str) -> Iterator[object]:
    each_kind = [kinds[0]] * len(values) if kinds[-1] is Ellipsis else list(kinds)
    if len(each_kind) != len(values):
        raise NotAnEntry(where, f"{len(each_kind)} values")
    for place, (kind, value) in enumerate(zip(each_kind, values, strict=True)):
        yield _value(kind, value, f"{where}[{place}]")


def _choice(expected: type[Enum], value: Json, where: str) -> Enum:
    known = {each.value: each for each in expected}
    if not isinstance(value, str) or value not in known:
        raise NotAnEntry(where, " | ".join(known))
    return known[value]


def _dataclass(expected: type[T], value: Json, where: str) -> T:
    if not isinstance(value, dict):
        raise NotAnEntry(where, "object")
    assert is_dataclass(expected)
    types, known = get_type_hints(expected), {field.name: field for field in fields(expected)}
    if unknown := sorted(set(value) - {*known, "kind"}):
        raise NotAnEntry(f"{where}.{unknown[0]}", "nothing")
    given = _given(known, types, value, where)
    return expected(**dict(given))


def _given(
    known: Mapping[str, "Field[object]"], types: Mapping[str, object], value: dict[str, Json], where: str
) -> Iterator[tuple[str, object]]:
    for name, field in known.items():
        if name in value:
            yield name, _value(types[name], value[name], f"{where}.{name}")
        elif field.default is MISSING:
            raise NotAnEntry(f"{where}.{name}", "a value")
