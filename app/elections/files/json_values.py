"""Values of a JSON document that is promised to have a certain shape: each is checked where it is taken out.

Faults are gathered with their paths, so that a person sees all of them at once; after a fault the reading goes on with
an empty value. Nothing is guessed: ``true`` is no number, ``1.0`` is not 1, a key stands once.
"""

from collections.abc import Collection, Iterator, Mapping, Set
from datetime import date

from app.core.input_files.faults import (
    AnyProblem,
    FileFaults,
    FileProblem,
    JsonPath,
    Unfit,
    alternatives,
    shown,
)
from app.core.input_files.input_file import forbidden
from app.core.input_files.json_document import Json, RepeatedKey
from app.core.input_files.values import CODE, day_in
from app.elections.files.faults import Problem

TEXT_LIMIT = 200

Keys = Mapping[str, None]
Path = tuple["Path", str | int] | None


class Faults:
    """The faults found in one document so far."""

    def __init__(self, file: str) -> None:
        self._faults = FileFaults(file)

    def add(self, path: Path, problem: AnyProblem, value: str = "", **facts: str | int) -> None:
        """One more. Enough is enough: at twenty the reading stops."""
        self._faults.add(JsonPath(path_text(path)), Unfit(problem, value, **facts))

    def refuse(self) -> None:
        """Refuses the document if anything was found."""
        self._faults.refuse()


class JsonObject:
    """An object of the document, which may have these keys and no other."""

    __slots__ = ("_faults", "_path", "_values", "given")

    def __init__(self, value: Json, path: Path, faults: Faults, keys: Keys) -> None:
        self._path = path
        self._faults = faults
        if not isinstance(value, dict):
            faults.add(path, Problem.TYPE_WRONG, json_text(value), expected="object")
            self._faults = Faults("")  # what it lacks besides is not worth telling
            value = {}
        self._values: Mapping[str, Json] = value
        has_nulls = None in value.values()
        self.given: Set[str] = {key for key in value if value[key] is not None} if has_nulls else value.keys()
        """The keys that have a value: an optional key may be left out or be ``null``."""
        if isinstance(value, RepeatedKey):
            faults.add((path, value.key), Problem.KEY_REPEATED, value.key)
        if not value.keys() <= keys.keys():
            for key in value:
                if key not in keys:
                    faults.add((path, key), Problem.KEY_UNKNOWN, key, expected=alternatives(keys))

    def fault(self, key: str | None, problem: AnyProblem, value: str = "", **facts: str | int) -> None:
        """A fault with the value of ``key``, or with the object itself."""
        self._faults.add((self._path, key) if key else self._path, problem, value, **facts)

    def fault_inside(
        self, array: str, index: int, key: str, problem: AnyProblem, value: str | int, **facts: str | int
    ) -> None:
        """A fault with the value of ``key`` in an object of the array."""
        self._faults.add((((self._path, array), index), key), problem, str(value), **facts)

    def is_empty(self, key: str) -> bool:
        """Whether there is an array at ``key``, and nothing in it."""
        return self._values.get(key) == []

    def text(self, key: str) -> str:
        """A text that says something, and can be printed."""
        value = self._values.get(key)
        if isinstance(value, str):
            if value.isprintable() and 0 < len(value) <= TEXT_LIMIT and not value.isspace():
                return value
            return self._unusual_text(key, value)
        self._wrong(key, value, "text")
        return ""

    def _unusual_text(self, key: str, value: str) -> str:
        strange = [char for char in value if forbidden(char)]
        if not value.strip():
            self.fault(key, Problem.TEXT_EMPTY, value)
        elif len(value) > TEXT_LIMIT:
            self.fault(key, Problem.TEXT_TOO_LONG, value, limit=TEXT_LIMIT)
        elif strange:
            place = value.index(strange[0]) + 1
            self.fault(key, FileProblem.CHARACTER_FORBIDDEN, value, character=shown(strange[0]), place=place)
        return "" if strange else value

    def code(self, key: str = "code") -> str:
        """A code as other files refer to it; "" when it is none."""
        value = self._values.get(key)
        if isinstance(value, str):
            if CODE.fullmatch(value):
                return value
            self.fault(key, FileProblem.CODE_MALFORMED, value)
        else:
            self._wrong(key, value, "text")
        return ""

    def codes(self, key: str) -> tuple[str, ...]:
        """The codes in the array at ``key``."""
        value = self._values.get(key)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(key, value, "array")
            return ()
        return tuple(value)

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number within these bounds; below them when it is none."""
        value = self._values.get(key)
        if type(value) is int:
            if low <= value <= high:
                return value
            self.fault(key, Problem.NUMBER_OUT_OF_RANGE, str(value), low=low, high=high)
        else:
            self._wrong(key, value, "whole")
        return low - 1

    def flag(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self._values.get(key)
        if value is True or value is False:
            return value
        self._wrong(key, value, "flag")
        return False

    def one_of(self, key: str, choices: Collection[str]) -> str | None:
        """One of these texts."""
        value = self._values.get(key)
        if not isinstance(value, str):
            self._wrong(key, value, "text")
        elif value not in choices:
            self.fault(key, Problem.VALUE_UNKNOWN, value, expected=alternatives(choices))
        else:
            return value
        return None

    def day(self, key: str, first: date, last: date) -> date:
        """A date that exists, written 2023-09-11, within these bounds; the earliest of all dates when it is none."""
        value = self._values.get(key)
        if not isinstance(value, str):
            self._wrong(key, value, "text")
            return date.min
        try:
            found = day_in(value)
        except Unfit as unfit:
            self.fault(key, unfit.problem, unfit.value)
            return date.min
        if first <= found <= last:
            return found
        self.fault(key, Problem.DATE_OUT_OF_RANGE, value, first=first.isoformat(), last=last.isoformat())
        return date.min

    def object(self, key: str, keys: Keys) -> "JsonObject":
        """The object at ``key``, with these keys."""
        value = self._values.get(key)
        if value is None and key not in self._values:
            self._wrong(key, value, "object")
            return JsonObject({}, (self._path, key), Faults(""), keys)
        return JsonObject(value, (self._path, key), self._faults, keys)

    def objects(self, key: str, keys: Keys) -> Iterator["JsonObject"]:
        """The objects of the array at ``key``, each with these keys."""
        value = self._values.get(key)
        if not isinstance(value, list):
            self._wrong(key, value, "array")
            return
        path = (self._path, key)
        for index, each in enumerate(value):
            yield JsonObject(each, (path, index), self._faults, keys)

    def _wrong(self, key: str, value: Json, expected: str) -> None:
        if value is None and key not in self._values:
            self.fault(key, Problem.KEY_MISSING, key)
        else:
            self.fault(key, Problem.TYPE_WRONG, json_text(value), expected=expected)


def path_text(path: Path) -> str:
    """``contests[0].lists[2].code``; empty for the whole document."""
    parts: list[str] = []
    while path is not None:
        path, part = path
        parts.append(f"[{part}]" if isinstance(part, int) else f".{shown(part)}")
    return "".join(reversed(parts)).removeprefix(".")


def json_text(value: Json) -> str:
    """A value as it stands in the document, without what is inside it."""
    match value:
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)
