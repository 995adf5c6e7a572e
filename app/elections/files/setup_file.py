"""``setup.json``: the election, its contests, lists and candidates (format ``verv-setup/1``).

Everything in the file that is wrong is told at once, up to twenty faults, each with its path.

Rules: 0.1, R-3, R-5, R-54, R-56.
"""

import re
from collections.abc import Sequence
from datetime import MAXYEAR, date
from pathlib import Path
from typing import Protocol

from app.core.input_files.input_file import open_input
from app.core.input_files.json_document import read_json
from app.councils.domain.gender import Gender
from app.elections.domain.election import (
    Candidate,
    CandidateList,
    Contest,
    Election,
    Municipality,
    PollingDistrict,
    RuleSetName,
)
from app.elections.domain.reserved_codes import is_reserved
from app.elections.domain.rule_sets import (
    FIRST_ELECTION_DAY,
    LAST_ELECTION_DAY,
    RULE_SETS,
    RuleSet,
    rule_set_on,
)
from app.elections.files.faults import Problem
from app.elections.files.json_text import json_bytes
from app.elections.files.json_values import Faults, JsonObject

FORMAT = "verv-setup/1"
SIZE_LIMIT = 50_000_000
FEWEST_SEATS, MOST_SEATS = 3, 199
MOST_ELECTORS = 10_000_000
MOST_CANDIDATES = 9999
NO_POSITION = 0
FIRST_BIRTH_YEAR = 1850
MUNICIPALITY_NUMBER = re.compile("[0-9]{4}")

DOCUMENT_KEYS = dict.fromkeys(("format", "election", "contests"))
ELECTION_KEYS = dict.fromkeys(("name", "rule_set", "election_day", "municipality"))
MUNICIPALITY_KEYS = dict.fromkeys(("number", "name"))
CONTEST_KEYS = dict.fromkeys(("code", "district", "seats", "electors", "polling_districts", "lists"))
POLLING_DISTRICT_KEYS = dict.fromkeys(("code", "name", "electors"))
LIST_KEYS = dict.fromkeys(("code", "name", "registered_party", "candidates"))
CANDIDATE_KEYS = dict.fromkeys(
    ("position", "name", "birth_year", "bonus", "eligible", "profession", "residence", "gender")
)


def read_setup_file(path: Path) -> tuple[Election, str]:
    """The election that the file describes, and the file's SHA-256."""
    with open_input(path) as file:
        election = read_setup(file.whole(SIZE_LIMIT), file.name)
    return election, file.sha256


def read_setup(content: bytes, name: str) -> Election:
    """The election that a setup describes; ``name`` is what faults call the file."""
    faults = Faults(name)
    document = JsonObject(read_json(content, name), None, faults, DOCUMENT_KEYS)
    require_format(document, FORMAT, faults)
    source = document.object("election", ELECTION_KEYS)
    rule_set = source.one_of("rule_set", tuple(RuleSetName))
    rules = RULE_SETS[RuleSetName(rule_set)] if rule_set else None
    day = source.day("election_day", FIRST_ELECTION_DAY, LAST_ELECTION_DAY)
    require_rule_set_of_day(source, rule_set, day)
    year = day.year if day > date.min else MAXYEAR
    election = Election(
        name=source.text("name"),
        rule_set=RuleSetName(rule_set or RuleSetName.VALGLOVEN_2023),
        election_day=day,
        municipality=read_municipality(source.object("municipality", MUNICIPALITY_KEYS)),
        contests=tuple(read_contest(each, rules, year) for each in document.objects("contests", CONTEST_KEYS)),
    )
    refuse_repeated(document, "contests", election.contests)
    refuse_reserved_codes(document, election.contests)
    refuse_repeated_districts(document, election.contests)
    if document.is_empty("contests"):
        document.fault("contests", Problem.ARRAY_EMPTY)
    faults.refuse()
    return election


def require_format(document: JsonObject, expected: str, faults: Faults) -> None:
    """Refuses a document of another kind at once: what else is wrong with it would mean nothing."""
    found = document.text("format")
    if found != expected:
        if found:
            document.fault("format", Problem.FORMAT_WRONG, found, expected=expected)
        faults.refuse()


def require_rule_set_of_day(source: JsonObject, rule_set: str | None, day: date) -> None:
    """The rule set is that of the act which an election on this day is held under.

    Rules: 0.1.
    """
    expected = str(rule_set_on(day))
    if rule_set and day > date.min and rule_set != expected:
        source.fault("rule_set", Problem.RULE_SET_OF_OTHER_DAY, rule_set, day=day.isoformat(), expected=expected)


def refuse_reserved_codes(document: JsonObject, contests: Sequence[Contest]) -> None:
    """Refuses a contest whose public address is that of another page of the election."""
    for index, contest in enumerate(contests):
        if is_reserved(contest.code):
            code = contest.code
            document.fault_inside("contests", index, "code", Problem.CODE_RESERVED, code, other=code.casefold())


def refuse_repeated_districts(document: JsonObject, contests: Sequence[Contest]) -> None:
    """Refuses a second contest of one and the same district, however its name is spaced or capitalised.

    Rules: R-3.
    """
    first: dict[str, int] = {}
    for index, contest in enumerate(contests):
        name = " ".join(contest.district.casefold().split())
        if name in first:
            there = f"contests[{first[name]}]"
            document.fault_inside(
                "contests", index, "district", Problem.DISTRICT_REPEATED, contest.district, first=there
            )
        elif name:
            first[name] = index


def read_municipality(source: JsonObject) -> Municipality:
    """Who holds the election; the number, four digits, may be left out."""
    number = source.text("number") if "number" in source.given else None
    if number and not MUNICIPALITY_NUMBER.fullmatch(number):
        source.fault("number", Problem.MUNICIPALITY_NUMBER_MALFORMED, number)
    return Municipality(source.text("name"), number)


def read_contest(source: JsonObject, rules: RuleSet | None, year: int) -> Contest:
    """One district's election.

    Law: kommuneloven (2018) § 5-7.
    Rules: R-3, R-5.
    """
    code, district = source.code(), source.text("district")
    seats = source.whole("seats", FEWEST_SEATS, MOST_SEATS)
    most_bonus = rules.bonus_maximum(seats) if rules and seats >= FEWEST_SEATS else None
    lists = tuple(read_list(each, most_bonus, year) for each in source.objects("lists", LIST_KEYS))
    refuse_repeated(source, "lists", lists)
    return Contest(code, district, seats, lists, read_electors(source), read_polling_districts(source))


def read_electors(source: JsonObject) -> int | None:
    """How many have the right to vote, when the setup says so."""
    return source.whole("electors", 0, MOST_ELECTORS) if "electors" in source.given else None


def read_polling_districts(source: JsonObject) -> tuple[PollingDistrict, ...]:
    """The polling districts of a contest; none when the setup has none."""
    if "polling_districts" not in source.given:
        return ()
    districts = tuple(
        PollingDistrict(each.code(), each.text("name"), read_electors(each))
        for each in source.objects("polling_districts", POLLING_DISTRICT_KEYS)
    )
    refuse_repeated(source, "polling_districts", districts)
    return districts


def read_list(source: JsonObject, most_bonus: int | None, year: int) -> CandidateList:
    """One list with its candidates, whose positions run 1, 2, 3 … in the order they stand."""
    code, name, registered = source.code(), source.text("name"), source.flag("registered_party")
    candidates = tuple(read_candidate(each, year) for each in source.objects("candidates", CANDIDATE_KEYS))
    if source.is_empty("candidates"):
        source.fault("candidates", Problem.ARRAY_EMPTY)
    for place, candidate in enumerate(candidates, start=1):
        if candidate.position not in (place, NO_POSITION):
            source.fault_inside(
                "candidates", place - 1, "position", Problem.POSITION_GAP, candidate.position, expected=place
            )
            break
    require_lawful_bonus(source, candidates, most_bonus)
    return CandidateList(code, name, registered, candidates)


def require_lawful_bonus(source: JsonObject, candidates: Sequence[Candidate], most: int | None) -> None:
    """The bonus goes to candidates from position 1 without a gap, and to no more of them than the seats allow.

    Law: valgloven (2002) § 6-2 (3); valgloven (2023) § 5-3.
    Rules: R-56.
    """
    carriers = [place for place, candidate in enumerate(candidates) if candidate.bonus]
    for wanted, place in enumerate(carriers):
        if place != wanted:
            source.fault_inside("candidates", place, "bonus", Problem.BONUS_GAP, place + 1, expected=wanted + 1)
            return
    if most is not None and len(carriers) > most:
        source.fault_inside("candidates", most, "bonus", Problem.BONUS_TOO_MANY, len(carriers), most=most)


def read_candidate(source: JsonObject, year: int) -> Candidate:
    """One candidate, in an election held in ``year``."""
    given = source.given
    gender = source.one_of("gender", tuple(Gender)) if "gender" in given else None
    return Candidate(
        position=source.whole("position", 1, MOST_CANDIDATES),
        name=source.text("name"),
        birth_year=source.whole("birth_year", FIRST_BIRTH_YEAR, year) if "birth_year" in given else None,
        bonus=source.flag("bonus") if "bonus" in given else False,
        eligible=source.flag("eligible") if "eligible" in given else True,
        profession=source.text("profession") if "profession" in given else None,
        residence=source.text("residence") if "residence" in given else None,
        gender=Gender(gender) if gender else None,
    )


class Coded(Protocol):
    """What has a code that is unique in its parent."""

    @property
    def code(self) -> str: ...


def refuse_repeated(source: JsonObject, key: str, parts: Sequence[Coded]) -> None:
    """Refuses a code that two of the parts at ``key`` have."""
    first: dict[str, int] = {}
    for index, part in enumerate(parts):
        if part.code in first:
            there = f"{key}[{first[part.code]}]"
            source.fault_inside(key, index, "code", Problem.CODE_REPEATED, part.code, first=there)
        elif part.code:
            first[part.code] = index


def write_setup(election: Election) -> bytes:
    """The setup of an election, always the same bytes for the same election; what is not known is left out.

    So are the groups on joint lists: the format has no place for them, and no count or seat depends on them.
    """
    document = {
        "format": FORMAT,
        "election": election_json(election),
        "contests": [contest_json(each) for each in election.contests],
    }
    return json_bytes(document)


def election_json(election: Election) -> dict[str, object]:
    """The election itself, as setups and results name it."""
    municipality = known({"number": election.municipality.number, "name": election.municipality.name})
    return {
        "name": election.name,
        "rule_set": str(election.rule_set),
        "election_day": election.election_day.isoformat(),
        "municipality": municipality,
    }


def contest_json(contest: Contest) -> dict[str, object]:
    """One contest of a setup."""
    districts = [
        known({"code": each.code, "name": each.name, "electors": each.electors}) for each in contest.polling_districts
    ]
    return known(
        {
            "code": contest.code,
            "district": contest.district,
            "seats": contest.seats,
            "electors": contest.electors,
            "polling_districts": districts or None,
            "lists": [list_json(each) for each in contest.lists],
        }
    )


def list_json(candidate_list: CandidateList) -> dict[str, object]:
    """One list of a setup."""
    return {
        "code": candidate_list.code,
        "name": candidate_list.name,
        "registered_party": candidate_list.registered_party,
        "candidates": [
            known(
                {
                    "position": each.position,
                    "name": each.name,
                    "birth_year": each.birth_year,
                    "bonus": each.bonus,
                    "eligible": each.eligible,
                    "profession": each.profession,
                    "residence": each.residence,
                    "gender": str(each.gender) if each.gender else None,
                }
            )
            for each in candidate_list.candidates
        ],
    }


def known(values: dict[str, object]) -> dict[str, object]:
    """The values that are known."""
    return {key: value for key, value in values.items() if value is not None}
