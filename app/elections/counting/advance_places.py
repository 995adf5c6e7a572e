"""Advance polling places as they are typed: one a line, code; name; votes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.errors import DomainError
from app.core.input_files.values import CODE
from app.elections.domain.count_form import MOST_BALLOTS
from app.elections.domain.count_plan import AdvancePlace

LONGEST_NAME = 200
NUMBER = re.compile("[0-9]{1,8}")


@dataclass(unsafe_hash=True)
class PlacesNotUnderstood(DomainError):
    """These lines are not a place each: number of the line, and the line."""

    lines: tuple[tuple[int, str], ...]


def places_typed(text: str) -> tuple[AdvancePlace, ...]:
    """The places, in the order typed; refused with every line that is not ``code; name; votes`` with its own code."""
    places: dict[str, AdvancePlace] = {}
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = _place(line)
        if place is None or place.code in places:
            wrong.append((number, line.strip()))
        else:
            places[place.code] = place
    if wrong:
        raise PlacesNotUnderstood(tuple(wrong))
    return tuple(places.values())


def places_written(places: Iterable[AdvancePlace]) -> str:
    """The places as they would be typed."""
    return "\n".join(f"{each.code}; {each.name}; {each.votes}" for each in places)


def _place(line: str) -> AdvancePlace | None:
    parts = [each.strip() for each in re.split(r"[;\t]", line)]
    if len(parts) != 3:
        return None
    code, name, votes = parts[0], parts[1], re.sub(r"\s", "", parts[2])
    if not CODE.fullmatch(code) or not name or len(name) > LONGEST_NAME or not NUMBER.fullmatch(votes):
        return None
    return AdvancePlace(code, name, int(votes)) if int(votes) <= MOST_BALLOTS else None
