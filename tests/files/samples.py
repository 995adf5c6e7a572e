"""A small election as the three input files, and ways to change one thing in it."""

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.input_files.faults import InputFault
from app.elections.domain.election import Election
from app.elections.fault_texts import describe_all
from app.elections.files.setup_file import read_setup

Document = dict[str, Any]

COUNTS_HEADING = "contest,count,category,place,line,number"
BALLOTS_HEADING = "contest,batch,ballot,list,marks,write_ins"


def a_candidate(position: int, **changes: Any) -> Document:
    return {"position": position, "name": f"Kandidat {position}", "birth_year": 1980, "bonus": position <= 2} | changes


def a_list_document(code: str, candidates: int = 7, **changes: Any) -> Document:
    people = [a_candidate(position) for position in range(1, candidates + 1)]
    return {"code": code, "name": f"Liste {code}", "registered_party": True, "candidates": people} | changes


def a_contest_document(code: str, lists: tuple[str, ...] = ("A", "B", "C"), **changes: Any) -> Document:
    return {
        "code": code,
        "district": code.capitalize(),
        "seats": 15,
        "electors": 31200,
        "polling_districts": [{"code": "0801", "name": "Nesttun", "electors": 4100}],
        "lists": [a_list_document(each) for each in lists],
    } | changes


def a_setup() -> Document:
    """Two districts: fana with lists A, B, C and arna with lists A, B, Q; 15 seats each, 7 candidates on each list."""
    return {
        "format": "verv-setup/1",
        "election": {
            "name": "Bydelsvalg 2023",
            "rule_set": "valgloven-2002",
            "election_day": "2023-09-11",
            "municipality": {"number": "4601", "name": "Bergen"},
        },
        "contests": [a_contest_document("fana"), a_contest_document("arna", ("A", "B", "Q"))],
    }


def eleven_seats(document: Document) -> None:
    """So that two lists of seven candidates can be tied for the last seat."""
    for contest in document["contests"]:
        contest["seats"] = 11


def changed(change: Callable[[Document], object]) -> Document:
    """The setup with something done to it."""
    document = copy.deepcopy(a_setup())
    change(document)
    return document


def as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def an_election() -> Election:
    return read_setup(as_json(a_setup()), "setup.json")


def fault_in(read: Callable[[], object]) -> InputFault:
    """The fault that reading ends with, for which there are words; any other exception, and none, fails the test."""
    with pytest.raises(InputFault) as caught:
        read()
    assert all(each.startswith(caught.value.file) and each.endswith(".") for each in describe_all(caught.value))
    return caught.value


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rows(heading: str, *lines: str) -> str:
    return "".join(f"{line}\n" for line in (heading, *lines))


def dice(seed: int) -> random.Random:
    """Chance that falls out the same each time."""
    return random.Random(seed)  # noqa: S311 - invented ballots, no secrets
