"""Values of a JSON document that is promised to have a certain shape: each is checked where it is taken out.

Faults are gathered with their paths, so that a person sees all of them at once; after a fault the reading goes on with
an empty value. Nothing is guessed: ``true`` is no number, ``1.0`` is not 1, a key stands once.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Set
from datetime import date

from app.elections.files.faults import InputFault, JsonPath, Line, Problem, Unfit, alternatives, shown, together
from app.elections.files.input_file import BYTE_ORDER_MARK, decoded, forbidden, refuse_other_kinds

MOST_FAULTS = 20
TEXT_LIMIT = 200
CODE = re.compile(r"[A-Za-z0-9ÆØÅæøå_-]{1,20}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Json = object
Keys = Mapping[str, None]
Path = tuple["Path", str | int] | None


class RepeatedKey(dict[str, Json]):
    """An object in which a key stands more than once; such an object says two things and is refused."""

    key: str


class Faults:
    """The faults found in one document so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[InputFault] = []

    def add(self, path: Path, problem: Problem, value: str = "", **facts: str | int) -> None:
        """One more. Enough is enough: at twenty the reading stops."""
        place = JsonPath(path_text(path))
        self._found.append(InputFault(self._file, place, shown(value), problem, tuple(facts.items())))
        if len(self._found) == MOST_FAULTS:
            self.refuse()

    def refuse(self) -> None:
        """Refuses the document if anything was found."""
        if self._found:
            raise together(self._found)


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

    def fault(self, key: str | None, problem: Problem, value: str = "", **facts: str | int) -> None:
        """A fault with the value of ``key``, or with the object itself."""
        self._faults.add((self._path, key) if key else self._path, problem, value, **facts)

    def fault_inside(
        self, array: str, index: int, key: str, problem: Problem, value: str | int, **facts: str | int
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
            self.fault(key, Problem.CHARACTER_FORBIDDEN, value, character=shown(strange[0]), place=place)
        return "" if strange else value

    def code(self, key: str = "code") -> str:
        """A code as other files refer to it; "" when it is none."""
        value = self._values.get(key)
        if isinstance(value, str):
            if CODE.fullmatch(value):
                return value
            self.fault(key, Problem.CODE_MALFORMED, value)
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
            found = date.fromisoformat(value) if DATE.fullmatch(value) else None
        except ValueError:
            found = None
        if found is None:
            self.fault(key, Problem.DATE_MALFORMED, value)
        elif not first <= found <= last:
            bounds = {"first": first.isoformat(), "last": last.isoformat()}
            self.fault(key, Problem.DATE_OUT_OF_RANGE, value, **bounds)
        else:
            return found
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


def read_json(content: bytes, file: str) -> Json:
    """The document, or the fault that keeps it from being one."""
    refuse_other_kinds(file, content)
    text = document_text(content.removeprefix(BYTE_ORDER_MARK), file)
    if not text.strip():
        raise InputFault(file, None, "", Problem.FILE_EMPTY)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        line = error.doc.splitlines()[error.lineno - 1 : error.lineno] or [""]
        column = error.colno
        value = shown(line[0][max(0, column - 20) : column + 20])
        raise InputFault(file, Line(error.lineno), value, Problem.JSON_BROKEN, (("column", column),)) from None
    except RecursionError:
        raise InputFault(file, None, "", Problem.JSON_TOO_DEEP) from None
    except Unfit as unfit:
        raise unfit.at(file, None) from None
    except ValueError:
        raise InputFault(file, None, "…", Problem.JSON_NUMBER) from None


def document_text(content: bytes, file: str) -> str:
    """The bytes as text; a byte that is not UTF-8 is told with its line."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start)
        try:
            decoded(content.split(b"\n")[line])
        except Unfit as unfit:
            raise unfit.at(file, Line(line + 1)) from None
        raise


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    names = [name for name, _ in pairs]
    repeated = RepeatedKey(values)
    repeated.key = next(name for name in names if names.count(name) > 1)
    return repeated


def _refuse_constant(name: str) -> Json:
    raise Unfit(Problem.JSON_NUMBER, name)


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
