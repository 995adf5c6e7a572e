"""What is pasted or uploaded line by line: the parties' ballots by district, and names put forward.

``;`` between columns, one line for each. A line that cannot be used is refused with its number; nothing is guessed.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from app.core.row_numbers import row_number
from app.councils.appointing.refusals import LinesNotUnderstood
from app.councils.appointing.services.names import Named
from app.councils.domain.gender import Gender
from app.councils.domain.seat_targets import PartyVotes

BALLOTS = "bydel;parti;valgdag;forhånd"
NAMES = "navn;k eller m;gruppe;fødselsdato"
LONGEST, MOST = 200, 10_000
"""The most letters that a name can have, and that are read of a line."""

NEW = "ny"
SEXES = {"k": Gender.FEMALE, "kvinne": Gender.FEMALE, "m": Gender.MALE, "mann": Gender.MALE}


def district_ballots(text: str, districts: Mapping[str, str], parties: Sequence[str]) -> dict[str, list[PartyVotes]]:
    """Slug → ballots of each party, from lines of ``bydel;parti;valgdag;forhånd``; the last may be left out.

    ``districts``: what a district is called, in small letters → slug. A first line with those words is a heading.
    """
    found: dict[str, list[PartyVotes]] = {}
    wrong: list[tuple[int, str]] = []
    for number, cells in _lines(text):
        match cells:
            case [heading, *_] if heading.casefold() == "bydel":
                pass
            case [district, party, day, *rest] if (
                district.casefold() in districts and party in parties and _is_count(day) and _is_rest(rest)
            ):
                votes = found.setdefault(districts[district.casefold()], [])
                votes.append(PartyVotes(party, int(day), int(rest[0]) if rest and rest[0] else 0))
            case _:
                wrong.append((number, ";".join(cells)))
    wrong.extend((0, f"{slug};{code}") for slug, votes in found.items() for code in _twice([v.code for v in votes]))
    if wrong or not found:
        raise LinesNotUnderstood(tuple(wrong or [(1, "")]), BALLOTS)
    return found


def names(text: str) -> list[tuple[Named, str]]:
    """A name and its group, from lines of ``navn;k;gruppe;fødselsdato``; date and group may be left out.

    Instead of the date: ``nr 12`` for a person who is registered, ``ny`` for another with the same name.
    """
    found: list[tuple[Named, str]] = []
    wrong: list[tuple[int, str]] = []
    for number, cells in _lines(text):
        match cells:
            case [name, sex, *rest] if _is_name(name) and sex.casefold() in SEXES and len(rest) <= 2:
                group, who = (*rest, "", "")[:2]
                named = _named(name, SEXES[sex.casefold()], who)
                if named is None:
                    wrong.append((number, ";".join(cells)))
                else:
                    found.append((named, group))
            case _:
                wrong.append((number, ";".join(cells)))
    if wrong or not found:
        raise LinesNotUnderstood(tuple(wrong or [(1, "")]), NAMES)
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines with something in them. Quotation marks around a cell are taken off; they never join two lines."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        row = next(csv.reader([line[:MOST]], delimiter=";", quoting=_quoting(line)), [])
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield number, cells


def _quoting(line: str) -> Literal[0, 3]:
    """A quotation mark that is never closed is a letter like any other, as in «Kari "Kaia" Nes»."""
    return csv.QUOTE_NONE if line.count('"') % 2 else csv.QUOTE_MINIMAL


def _named(name: str, gender: Gender, who: str) -> Named | None:
    """The name with what its last cell says of whom it is; None when that says nothing."""
    if not who:
        return Named(name, gender)
    if who.casefold() == NEW:
        return Named(name, gender, is_new=True)
    if pointed_out := re.fullmatch(r"nr\.? *(\d+)", who, re.ASCII | re.IGNORECASE):
        return Named(name, gender, person_id=row_number(pointed_out[1]) or 0)
    born = _date(who)
    return Named(name, gender, born) if born else None


def _is_name(cell: str) -> bool:
    return 0 < len(cell) <= LONGEST and not cell.startswith('"')


def _is_count(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= 7


def _is_rest(cells: Sequence[str]) -> bool:
    return len(cells) <= 1 and all(not cell or _is_count(cell) for cell in cells)


def _twice(codes: Sequence[str]) -> list[str]:
    return [code for index, code in enumerate(codes) if code in codes[:index]]


def _date(cell: str) -> date | None:
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
