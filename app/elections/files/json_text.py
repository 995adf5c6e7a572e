"""Documents as JSON text that people can read and compare: one value a line, one space further in for each level.

The bytes are those of ``json.dumps(document, ensure_ascii=False, indent=1)`` and a line break. That function walks the
document in Python; here the objects that hold no others – nearly all: candidates – are written many at a time.
"""

import json
from functools import cache

Json = object


def json_bytes(document: Json) -> bytes:
    """The document in UTF-8."""
    return (indented(document, 0) + "\n").encode()


def indented(value: Json, depth: int) -> str:
    """A value that stands ``depth`` levels in."""
    inner = "\n" + " " * (depth + 1)
    if isinstance(value, dict) and value:
        pairs = [f"{leaf(key)}: {indented(each, depth + 1)}" for key, each in value.items()]
        return "{" + inner + f",{inner}".join(pairs) + inner[:-1] + "}"
    if isinstance(value, list) and value:
        return flat_objects(value, depth) or nested(value, depth)
    return leaf(value)


def nested(values: list[Json], depth: int) -> str:
    """An array of anything."""
    inner = "\n" + " " * (depth + 1)
    return "[" + inner + f",{inner}".join([indented(each, depth + 1) for each in values]) + inner[:-1] + "]"


def flat_objects(values: list[Json], depth: int) -> str | None:
    """The array, if it holds objects and they hold plain values only. A line break inside a text would be escaped."""
    if not isinstance(values[0], dict) or any(isinstance(each, dict | list) for each in values[0].values()):
        return None
    inner, innermost = "\n" + " " * (depth + 1), "\n" + " " * (depth + 2)
    text = encoder(f",{innermost}").encode(values)
    if text.count("{") != len(values) or text.count("[") != 1 or "{}" in text:
        return None
    objects = text[2:-2].replace(f"}},{innermost}{{", f"{inner}}},{inner}{{{innermost}")
    return f"[{inner}{{{innermost}{objects}{inner}}}{inner[:-1]}]"


def leaf(value: Json) -> str:
    """A value that holds no others. The encoder makes itself ready anew for each that is no text; numbers need not."""
    return str(value) if type(value) is int else encode_leaf(value)


encode_leaf = json.JSONEncoder(ensure_ascii=False).encode


@cache
def encoder(separator: str) -> json.JSONEncoder:
    """What writes a value with this between its parts."""
    return json.JSONEncoder(ensure_ascii=False, separators=(separator, ": "))
