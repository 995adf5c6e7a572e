"""The audit trail's chain: each event carries a fingerprint of itself and of everything before it.

Whoever changes, removes, adds or moves an event of the past would have to make every later fingerprint anew, and would
still differ from the last one as it was printed or written down elsewhere.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

START = "0" * 64
"""What the first event follows."""


@dataclass(frozen=True, slots=True)
class Link:
    """An event as it stands in the trail. ``facts`` are all its columns but the fingerprint, as values of JSON."""

    number: int
    facts: Mapping[str, object]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of the trail: its number (0: none yet) and its fingerprint, 64 hexadecimal digits."""

    number: int
    fingerprint: str


EMPTY = Head(0, START)


class Fault(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_SHORT = "cut_short"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Break:
    """The first event, by number, that is not what was recorded."""

    number: int
    fault: Fault


def fingerprint(previous: str, number: int, facts: Mapping[str, object]) -> str:
    """SHA-256, in hexadecimal, of the fingerprint before, a line break, and the event as JSON.

    The JSON is one line: keys in order, no spaces, letters as they are, UTF-8. Anyone can make it again.
    """
    content = json.dumps({**facts, "number": number}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{previous}\n{content}".encode()).hexdigest()


def first_break(links: Iterable[Link], head: Head) -> Break | None:
    """Where the trail stops being what was recorded, or None when all of it stands.

    ``links`` come by number. An event whose fingerprint does not follow from its facts and the one before was changed,
    or stands where another stood; a number that is passed by is missing; ``head`` is what the trail ended in when the
    last event was recorded, so a trail that ends before or after it was cut short or made longer behind its back.
    """
    previous, number = START, 0
    for link in links:
        number += 1
        if link.number != number:
            return Break(number, Fault.MISSING)
        if link.fingerprint != fingerprint(previous, number, link.facts):
            return Break(number, Fault.CHANGED)
        previous = link.fingerprint
    if number < head.number:
        return Break(number + 1, Fault.CUT_SHORT)
    if number > head.number:
        return Break(head.number + 1, Fault.TOO_LONG)
    return None if previous == head.fingerprint else Break(number, Fault.CHANGED)
