"""``setup.json``, sentence by sentence of its format."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.input_files.faults import AnyProblem, FileProblem, JsonPath, Line
from app.councils.domain.gender import Gender
from app.elections.domain.election import RuleSetName
from app.elections.files.faults import Problem
from app.elections.files.setup_file import read_setup, read_setup_file, write_setup
from tests.files.samples import (
    Document,
    a_candidate,
    a_contest_document,
    a_list_document,
    a_setup,
    as_json,
    changed,
    fault_in,
    written,
)


def candidates_of(document: Document, contest: int = 0, of_list: int = 0) -> list[Document]:
    found: list[Document] = document["contests"][contest]["lists"][of_list]["candidates"]
    return found


def fault_of(change: Callable[[Document], object]) -> tuple[str, AnyProblem, str]:
    """Path, problem and value of the one fault that the change makes."""
    fault = fault_in(lambda: read_setup(as_json(changed(change)), "setup.json"))
    assert fault.file == "setup.json"
    assert isinstance(fault.place, JsonPath)
    assert fault.others == ()
    return fault.place.path, fault.problem, fault.value


def test_setup_is_read_with_everything_in_it() -> None:
    election = read_setup(as_json(a_setup()), "setup.json")
    assert (election.name, election.rule_set, election.election_day) == (
        "Bydelsvalg 2023",
        RuleSetName.VALGLOVEN_2002,
        date(2023, 9, 11),
    )
    assert (election.municipality.number, election.municipality.name) == ("4601", "Bergen")
    fana, arna = election.contests
    assert (fana.code, fana.district, fana.seats, fana.electors) == ("fana", "Fana", 15, 31200)
    assert [(each.code, each.name, each.electors) for each in fana.polling_districts] == [("0801", "Nesttun", 4100)]
    assert [each.code for each in arna.lists] == ["A", "B", "Q"]
    first = fana.lists[0].candidates[0]
    assert (first.position, first.name, first.birth_year, first.bonus) == (1, "Kandidat 1", 1980, True)


@pytest.mark.parametrize("empty", ["absent", "null"])
def test_what_is_optional_may_be_left_out_or_null(empty: str) -> None:
    document = changed(lambda it: None)
    holders = [
        (document["election"]["municipality"], ("number",)),
        (document["contests"][0], ("electors", "polling_districts")),
        (document["contests"][1]["polling_districts"][0], ("electors",)),
        (candidates_of(document)[0], ("eligible", "bonus", "birth_year", "profession", "residence", "gender")),
        (candidates_of(document)[1], ("bonus",)),
    ]
    for holder, keys in holders:
        for key in keys:
            holder.pop(key, None)
            if empty == "null":
                holder[key] = None
    election = read_setup(as_json(document), "setup.json")
    assert election.municipality.number is None
    assert election.contests[0].electors is None
    assert election.contests[0].polling_districts == ()
    assert election.contests[1].polling_districts[0].electors is None
    first = election.contests[0].lists[0].candidates[0]
    assert (first.eligible, first.bonus, first.birth_year) == (True, False, None)
    assert (first.profession, first.residence, first.gender) == (None, None, None)


def test_profession_residence_gender_and_eligibility_are_kept() -> None:
    extra = {"profession": "bussjåfør", "residence": "Nesttun", "gender": "f", "eligible": False}
    election = read_setup(as_json(changed(lambda it: candidates_of(it)[2].update(extra))), "setup.json")
    third = election.contests[0].lists[0].candidates[2]
    assert (third.profession, third.residence, third.gender, third.eligible) == (
        "bussjåfør",
        "Nesttun",
        Gender.FEMALE,
        False,
    )


def test_a_district_without_lists_is_read_since_it_holds_a_majority_election() -> None:
    document = changed(lambda it: it["contests"][0].update(lists=[]))
    assert read_setup(as_json(document), "setup.json").contests[0].lists == ()


def setting(path: list[str | int], value: Any) -> Callable[[Document], object]:
    """Sets the value at the path, made of keys and indexes."""

    def change(document: Document) -> None:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def dropping(path: list[str | int]) -> Callable[[Document], object]:
    def change(document: Document) -> None:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


CONTEST: list[str | int] = ["contests", 0]
LIST: list[str | int] = [*CONTEST, "lists", 1]
CANDIDATE: list[str | int] = [*LIST, "candidates", 2]
AT_CONTEST, AT_LIST = "contests[0]", "contests[0].lists[1]"
AT_CANDIDATE = "contests[0].lists[1].candidates[2]"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ([], "valg"),
        (["election"], "Name"),
        (["election", "municipality"], "fylke"),
        (CONTEST, "bydel"),
        ([*CONTEST, "polling_districts", 0], "seats"),
        (LIST, "colour"),
        (CANDIDATE, "age"),
    ],
)
def test_an_unknown_key_is_told_with_its_path(path: list[str | int], key: str) -> None:
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in [*path, key]).removeprefix(".")
    assert fault_of(setting([*path, key], "x")) == (where, Problem.KEY_UNKNOWN, key)


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (["format"], "format"),
        (["election"], "election"),
        (["contests"], "contests"),
        (["election", "name"], "election.name"),
        (["election", "rule_set"], "election.rule_set"),
        (["election", "election_day"], "election.election_day"),
        (["election", "municipality"], "election.municipality"),
        (["election", "municipality", "name"], "election.municipality.name"),
        ([*CONTEST, "code"], f"{AT_CONTEST}.code"),
        ([*CONTEST, "district"], f"{AT_CONTEST}.district"),
        ([*CONTEST, "seats"], f"{AT_CONTEST}.seats"),
        ([*CONTEST, "lists"], f"{AT_CONTEST}.lists"),
        ([*CONTEST, "polling_districts", 0, "code"], f"{AT_CONTEST}.polling_districts[0].code"),
        ([*CONTEST, "polling_districts", 0, "name"], f"{AT_CONTEST}.polling_districts[0].name"),
        ([*LIST, "code"], f"{AT_LIST}.code"),
        ([*LIST, "name"], f"{AT_LIST}.name"),
        ([*LIST, "registered_party"], f"{AT_LIST}.registered_party"),
        ([*LIST, "candidates"], f"{AT_LIST}.candidates"),
        ([*CANDIDATE, "position"], f"{AT_CANDIDATE}.position"),
        ([*CANDIDATE, "name"], f"{AT_CANDIDATE}.name"),
    ],
)
def test_a_missing_key_is_told_with_its_path(path: list[str | int], where: str) -> None:
    assert fault_of(dropping(path)) == (where, Problem.KEY_MISSING, str(path[-1]))


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        (["election"], [], "[…]"),
        (["election", "name"], 2023, "2023"),
        (["election", "name"], None, "null"),
        (["election", "election_day"], 20230911, "20230911"),
        (["election", "municipality"], "Bergen", "Bergen"),
        (["election", "municipality", "number"], 4601, "4601"),
        (["contests"], {}, "{…}"),
        (["contests", 0], "fana", "fana"),
        ([*CONTEST, "code"], 7, "7"),
        ([*CONTEST, "seats"], "15", "15"),
        ([*CONTEST, "seats"], True, "true"),
        ([*CONTEST, "seats"], 15.0, "15.0"),
        ([*CONTEST, "seats"], None, "null"),
        ([*CONTEST, "electors"], False, "false"),
        ([*CONTEST, "electors"], 1e3, "1000.0"),
        ([*CONTEST, "polling_districts"], "0801", "0801"),
        ([*LIST, "registered_party"], 1, "1"),
        ([*LIST, "registered_party"], "yes", "yes"),
        ([*LIST, "candidates"], {}, "{…}"),
        ([*CANDIDATE, "position"], "3", "3"),
        ([*CANDIDATE, "birth_year"], "1980", "1980"),
        ([*CANDIDATE, "eligible"], 1, "1"),
        ([*CANDIDATE, "bonus"], 0, "0"),
        ([*CANDIDATE, "gender"], True, "true"),
        ([*CANDIDATE, "profession"], 5, "5"),
    ],
)
def test_a_value_of_another_type_is_told_with_its_path(path: list[str | int], value: Any, shown: str) -> None:
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    assert fault_of(setting(path, value)) == (where, Problem.TYPE_WRONG, shown)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["election", "name"], "", Problem.TEXT_EMPTY),
        (["election", "name"], " \u00a0 ", Problem.TEXT_EMPTY),
        (["election", "municipality", "name"], "", Problem.TEXT_EMPTY),
        ([*CONTEST, "district"], "", Problem.TEXT_EMPTY),
        ([*LIST, "name"], "", Problem.TEXT_EMPTY),
        ([*CANDIDATE, "name"], "", Problem.TEXT_EMPTY),
        ([*CANDIDATE, "profession"], "", Problem.TEXT_EMPTY),
        ([*CANDIDATE, "name"], "Å" * 201, Problem.TEXT_TOO_LONG),
        ([*CANDIDATE, "name"], "Kari\nNordmann", FileProblem.CHARACTER_FORBIDDEN),
        ([*CANDIDATE, "name"], "Kari\u0000", FileProblem.CHARACTER_FORBIDDEN),
        ([*CANDIDATE, "name"], "Kari\u202e", FileProblem.CHARACTER_FORBIDDEN),
        (["election", "rule_set"], "valgloven-1985", Problem.VALUE_UNKNOWN),
        ([*CANDIDATE, "gender"], "k", Problem.VALUE_UNKNOWN),
        (["election", "election_day"], "2023-02-30", FileProblem.DATE_MALFORMED),
        (["election", "election_day"], "20230911", FileProblem.DATE_MALFORMED),
        (["election", "election_day"], "11.09.2023", FileProblem.DATE_MALFORMED),
        (["election", "election_day"], "2023-W37-1", FileProblem.DATE_MALFORMED),
        (["election", "election_day"], "2023-09-11T00:00", FileProblem.DATE_MALFORMED),
        (["election", "municipality", "number"], "460", Problem.MUNICIPALITY_NUMBER_MALFORMED),
        (["election", "municipality", "number"], "٤٦٠١", Problem.MUNICIPALITY_NUMBER_MALFORMED),
        ([*CONTEST, "seats"], 2, Problem.NUMBER_OUT_OF_RANGE),
        ([*CONTEST, "seats"], 200, Problem.NUMBER_OUT_OF_RANGE),
        ([*CONTEST, "seats"], -15, Problem.NUMBER_OUT_OF_RANGE),
        ([*CONTEST, "electors"], -1, Problem.NUMBER_OUT_OF_RANGE),
        ([*CANDIDATE, "birth_year"], 2024, Problem.NUMBER_OUT_OF_RANGE),
        ([*CONTEST, "code"], "", FileProblem.CODE_MALFORMED),
        ([*CONTEST, "code"], "a" * 21, FileProblem.CODE_MALFORMED),
        ([*CONTEST, "code"], "fana øst", FileProblem.CODE_MALFORMED),
        ([*CONTEST, "code"], "fana\n", FileProblem.CODE_MALFORMED),
        ([*LIST, "code"], "list:A", FileProblem.CODE_MALFORMED),
        ([*LIST, "code"], "Ä", FileProblem.CODE_MALFORMED),
        ([*CONTEST, "polling_districts", 0, "code"], "08,01", FileProblem.CODE_MALFORMED),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_path(path: list[str | int], value: Any, problem: Problem) -> None:
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    assert fault_of(setting(path, value))[:2] == (where, problem)


@pytest.mark.parametrize("code", ["Z", "ÆØÅæøå", "0801", "by_del-3", "x" * 20])
def test_codes_are_letters_digits_underscore_and_hyphen(code: str) -> None:
    document = changed(setting([*LIST, "code"], code))
    assert read_setup(as_json(document), "setup.json").contests[0].lists[1].code == code


@pytest.mark.parametrize("seats", [3, 199])
@pytest.mark.rule("R-5")
def test_a_council_has_from_3_to_199_seats(seats: int) -> None:
    document = changed(lambda it: it["contests"][0].update(seats=seats, lists=[]))
    assert read_setup(as_json(document), "setup.json").contests[0].seats == seats


@pytest.mark.parametrize(
    ("change", "where", "first"),
    [
        (lambda it: it["contests"][1].update(code="fana"), "contests[1].code", "contests[0]"),
        (lambda it: it["contests"][0]["lists"][2].update(code="A"), "contests[0].lists[2].code", "lists[0]"),
        (
            lambda it: it["contests"][0]["polling_districts"].append({"code": "0801", "name": "Fana"}),
            "contests[0].polling_districts[1].code",
            "polling_districts[0]",
        ),
    ],
    ids=["two districts", "two lists of a district", "two polling districts of a district"],
)
def test_a_code_is_used_once_in_its_parent(change: Callable[[Document], object], where: str, first: str) -> None:
    fault = fault_in(lambda: read_setup(as_json(changed(change)), "setup.json"))
    assert (fault.place, fault.problem, dict(fault.facts)) == (JsonPath(where), Problem.CODE_REPEATED, {"first": first})


@pytest.mark.parametrize("code", ["kontroll", "Kontroll"])
def test_a_code_that_is_the_address_of_another_page_is_refused(code: str) -> None:
    assert fault_of(setting(["contests", 1, "code"], code)) == ("contests[1].code", Problem.CODE_RESERVED, code)


@pytest.mark.rule("R-3")
@pytest.mark.parametrize("name", ["Fana", "FANA", " Fana  "])
def test_a_district_has_one_contest(name: str) -> None:
    fault = fault_in(lambda: read_setup(as_json(changed(setting(["contests", 1, "district"], name))), "setup.json"))
    assert (fault.place, fault.problem, dict(fault.facts)) == (
        JsonPath("contests[1].district"),
        Problem.DISTRICT_REPEATED,
        {"first": "contests[0]"},
    )


def held(rule_set: str, day: str) -> Callable[[Document], object]:
    return lambda it: it["election"].update(rule_set=rule_set, election_day=day)


@pytest.mark.parametrize(
    ("rule_set", "day"),
    [("valgloven-2002", "2003-01-01"), ("valgloven-2002", "2023-09-11"), ("valgloven-2023", "2023-09-12")],
)
def test_an_election_is_held_under_the_act_of_its_day(rule_set: str, day: str) -> None:
    election = read_setup(as_json(changed(held(rule_set, day))), "setup.json")
    assert (election.rule_set, election.election_day.isoformat()) == (rule_set, day)


@pytest.mark.parametrize(
    ("rule_set", "day", "expected"),
    [
        ("valgloven-2002", "2023-09-12", "valgloven-2023"),
        ("valgloven-2002", "2027-09-13", "valgloven-2023"),
        ("valgloven-2023", "2023-09-11", "valgloven-2002"),
    ],
)
def test_an_election_under_the_act_of_another_day_is_refused(rule_set: str, day: str, expected: str) -> None:
    fault = fault_in(lambda: read_setup(as_json(changed(held(rule_set, day))), "setup.json"))
    assert (fault.place, fault.problem, fault.value) == (
        JsonPath("election.rule_set"),
        Problem.RULE_SET_OF_OTHER_DAY,
        rule_set,
    )
    assert dict(fault.facts) == {"day": day, "expected": expected}


@pytest.mark.parametrize("day", ["0001-01-01", "0001-09-11", "2002-12-31", "2200-01-01", "9999-12-31"])
def test_an_election_day_is_of_our_time(day: str) -> None:
    assert fault_of(setting(["election", "election_day"], day)) == (
        "election.election_day",
        Problem.DATE_OUT_OF_RANGE,
        day,
    )


def test_the_same_list_code_may_stand_in_two_districts() -> None:
    fana, arna = read_setup(as_json(a_setup()), "setup.json").contests
    assert fana.lists[0].code == arna.lists[0].code == "A"


@pytest.mark.parametrize(
    ("positions", "where", "value", "expected"),
    [
        ([1, 2, 4], 2, "4", 3),
        ([2, 3, 4], 0, "2", 1),
        ([1, 2, 2], 2, "2", 3),
        ([2, 1, 3], 0, "2", 1),
    ],
)
def test_positions_run_from_1_without_a_gap(positions: list[int], where: int, value: str, expected: int) -> None:
    people = [a_candidate(position, bonus=False) for position in positions]
    document = changed(lambda it: it["contests"][0]["lists"][1].update(candidates=people))
    fault = fault_in(lambda: read_setup(as_json(document), "setup.json"))
    place = JsonPath(f"contests[0].lists[1].candidates[{where}].position")
    assert (fault.place, fault.problem, fault.value) == (place, Problem.POSITION_GAP, value)
    assert dict(fault.facts) == {"expected": expected}


def test_position_0_is_none() -> None:
    path, problem, _ = fault_of(setting([*LIST, "candidates", 0, "position"], 0))
    assert (path, problem) == ("contests[0].lists[1].candidates[0].position", Problem.NUMBER_OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("seats", "most"),
    [(3, 0), (10, 0), (11, 4), (15, 4), (23, 4), (24, 4), (25, 6), (53, 6), (54, 6), (55, 10), (199, 10)],
)
@pytest.mark.rule("R-56")
def test_as_many_bonus_candidates_as_the_seats_allow_and_no_more(seats: int, most: int) -> None:
    """11–23 seats: 4; 25–53: 6; 55 or more: 10. Even sizes between belong to the lower band; below 11: none."""

    def with_bonus(bonus: int) -> Document:
        people = [a_candidate(position, bonus=position <= bonus) for position in range(1, 13)]
        lists = [a_list_document("A", candidates=0) | {"candidates": people}]
        return changed(lambda it: it.update(contests=[a_contest_document("fana", seats=seats) | {"lists": lists}]))

    election = read_setup(as_json(with_bonus(most)), "setup.json")
    assert sum(each.bonus for each in election.contests[0].lists[0].candidates) == most
    fault = fault_in(lambda: read_setup(as_json(with_bonus(most + 1)), "setup.json"))
    assert (fault.problem, fault.value, dict(fault.facts)) == (Problem.BONUS_TOO_MANY, str(most + 1), {"most": most})


@pytest.mark.rule("R-56")
def test_bonus_candidates_stand_together_from_position_1() -> None:
    """Bonus for candidates 1, 2 and 4: number 4 has it, number 3 has not."""
    path, problem, value = fault_of(setting([*LIST, "candidates", 3, "bonus"], True))
    assert (path, problem, value) == ("contests[0].lists[1].candidates[3].bonus", Problem.BONUS_GAP, "4")


@pytest.mark.parametrize(
    ("path", "where"), [(["contests"], "contests"), ([*LIST, "candidates"], "contests[0].lists[1].candidates")]
)
def test_an_election_has_districts_and_a_list_has_candidates(path: list[str | int], where: str) -> None:
    assert fault_of(setting(path, []))[:2] == (where, Problem.ARRAY_EMPTY)


def test_all_faults_are_told_at_once() -> None:
    def change(document: Document) -> None:
        document["election"]["name"] = ""
        document["contests"][0]["seats"] = 1
        document["contests"][1]["lists"][0]["colour"] = "red"

    fault = fault_in(lambda: read_setup(as_json(changed(change)), "setup.json"))
    assert [(each.place, each.problem) for each in (fault, *fault.others)] == [
        (JsonPath("election.name"), Problem.TEXT_EMPTY),
        (JsonPath("contests[0].seats"), Problem.NUMBER_OUT_OF_RANGE),
        (JsonPath("contests[1].lists[0].colour"), Problem.KEY_UNKNOWN),
    ]


def test_no_more_than_twenty_faults_are_told() -> None:
    def change(document: Document) -> None:
        for contest in document["contests"]:
            for entry in contest["lists"]:
                for candidate in entry["candidates"]:
                    candidate["age"] = 40

    fault = fault_in(lambda: read_setup(as_json(changed(change)), "setup.json"))
    assert len((fault, *fault.others)) == 20


def test_a_document_of_another_kind_is_told_as_that_alone() -> None:
    document = {"format": "verv-result/1", "election": {}, "inputs_sha256": {}, "contests": []}
    fault = fault_in(lambda: read_setup(as_json(document), "setup.json"))
    problems = {each.problem for each in (fault, *fault.others)}
    assert Problem.FORMAT_WRONG in problems
    assert problems <= {Problem.FORMAT_WRONG, Problem.KEY_UNKNOWN}


@pytest.mark.parametrize("format_name", ["verv-setup/2", "verv-setup", "VERV-SETUP/1"])
def test_another_version_of_the_format_is_refused(format_name: str) -> None:
    assert fault_of(setting(["format"], format_name)) == ("format", Problem.FORMAT_WRONG, format_name)


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (b'{"format": "verv-setup/1",\n "election": }', Line(2), FileProblem.JSON_BROKEN),
        (b'{"format": "verv-setup/1"', Line(1), FileProblem.JSON_BROKEN),
        (b"\x89PNG\r\n\x1a\n", Line(1), FileProblem.NOT_UTF8),
        (b"contest,count\n", Line(1), FileProblem.JSON_BROKEN),
        (b'{"a": 1} {"b": 2}', Line(1), FileProblem.JSON_BROKEN),
        (b'{"a":\n"tab\there"}', Line(2), FileProblem.JSON_BROKEN),
        (b'{"a": NaN}', None, FileProblem.JSON_NUMBER),
        (b'{"a": -Infinity}', None, FileProblem.JSON_NUMBER),
        (b'{"a": ' + b"9" * 5000 + b"}", None, FileProblem.JSON_NUMBER),
        (b"[" * 200_000, None, FileProblem.JSON_TOO_DEEP),
        (b"", None, FileProblem.FILE_EMPTY),
        (b" \n ", None, FileProblem.FILE_EMPTY),
        (b'{"name": "\xe5"}', Line(1), FileProblem.NOT_UTF8),
        (b'{\n\n"name": "S\xf8r"}', Line(3), FileProblem.NOT_UTF8),
        ('{"format": "x"}'.encode("utf-16"), None, FileProblem.IS_UTF16),
        ('{"format": "x"}'.encode("utf-16-le"), None, FileProblem.IS_UTF16),
        (b"PK\x03\x04 and more", None, FileProblem.IS_SPREADSHEET),
        (b"[]", JsonPath(""), Problem.TYPE_WRONG),
        (b"null", JsonPath(""), Problem.TYPE_WRONG),
    ],
)
def test_what_is_no_document_is_refused_with_its_line(content: bytes, place: object, problem: Problem) -> None:
    fault = fault_in(lambda: read_setup(content, "setup.json"))
    assert (fault.place, fault.problem) == (place, problem)


def test_a_syntax_error_is_told_with_line_and_column() -> None:
    fault = fault_in(lambda: read_setup(b'{"format": "verv-setup/1",\n "election" 7}', "setup.json"))
    assert (fault.place, dict(fault.facts), fault.value) == (Line(2), {"column": 13}, '"election" 7}'.rjust(14))


def test_a_key_that_stands_twice_is_refused() -> None:
    content = as_json(a_setup()).replace(b'"seats": 15', b'"seats": 13, "seats": 15', 1)
    fault = fault_in(lambda: read_setup(content, "setup.json"))
    assert (fault.place, fault.problem) == (JsonPath("contests[0].seats"), Problem.KEY_REPEATED)


def test_half_a_character_in_a_text_is_refused() -> None:
    content = as_json(a_setup()).replace(b"Kandidat 3", b"Kari \\ud800", 1)
    fault = fault_in(lambda: read_setup(content, "setup.json"))
    assert (fault.problem, fault.value) == (FileProblem.CHARACTER_FORBIDDEN, "Kari \\ud800")


def test_a_byte_order_mark_is_skipped() -> None:
    assert read_setup(b"\xef\xbb\xbf" + as_json(a_setup()), "setup.json").name == "Bydelsvalg 2023"


def test_written_setup_is_read_back_the_same_and_written_again_to_the_same_bytes() -> None:
    extra = {"profession": "lærer", "residence": "Fana", "gender": "m", "eligible": False}
    document = changed(lambda it: candidates_of(it)[6].update(extra))
    del document["contests"][1]["electors"], document["contests"][1]["polling_districts"]
    del document["election"]["municipality"]["number"]
    election = read_setup(as_json(document), "setup.json")
    content = write_setup(election)
    assert read_setup(content, "setup.json") == election
    assert write_setup(read_setup(content, "setup.json")) == content
    assert content.startswith(b'{\n "format": "verv-setup/1",\n "election": {\n  "name": "Bydelsvalg 2023",\n')
    assert content.endswith(b"\n}\n")
    assert b"null" not in content


def test_setup_file_is_read_with_its_fingerprint(tmp_path: Path) -> None:
    """SHA-256 of the bytes as they are, by sha256sum."""
    path = written(tmp_path / "oppsett.json", as_json(a_setup()))
    election, sha256 = read_setup_file(path)
    assert election == read_setup(as_json(a_setup()), "setup.json")
    assert len(sha256) == 64
    fault = fault_in(lambda: read_setup_file(written(tmp_path / "b.json", b"{}")))
    assert fault.file == "b.json"
