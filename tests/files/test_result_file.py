"""``result.json``: the document as it is promised, and the same bytes always."""

import json
from datetime import date
from fractions import Fraction

import pytest

from app.councils.domain.lots import Lot
from app.elections.domain.election import Election, Municipality, RuleSetName
from app.elections.domain.settlement import Settlement, settle
from app.elections.files.json_text import json_bytes
from app.elections.files.result_file import fraction_text, result_bytes, result_document
from tests.builders import RULES_2002, a_contest, a_list, a_tally
from tests.domain.outcomes import finished

FINGERPRINTS = {"ballots.csv": "c" * 64, "setup.json": "a" * 64, "counts.csv": "b" * 64}


def an_election(number: str | None = "4601") -> Election:
    contest = a_contest(3, [a_list("A", 3, ineligible=[2]), a_list("B", 1)])
    rule_set = RuleSetName.VALGLOVEN_2002
    return Election("Bydelsvalg 2023", rule_set, date(2023, 9, 11), Municipality("Bergen", number), (contest,))


def a_settlement() -> Settlement:
    """Two lists with 7 ballots each: 21 list votes each. B's only candidate and A's 1 and 3 take the three seats."""
    contest = an_election().contests[0]
    return finished(settle(contest, RULES_2002, a_tally(contest, {"A": 7, "B": 7}, {"A": (1, 2, 3)})))


def test_the_document_is_the_promised_one() -> None:
    """List votes 3 · 7 = 21 each; 21/1.4 = 15, then A's second quotient 21/3 = 7. Scores in quarters: 4, 8, 12."""
    document = result_document(an_election(), FINGERPRINTS, [a_settlement()])

    def candidate(position: int, marks: int, rank: int | None, outcome: str, number: int | None) -> dict[str, object]:
        return {
            "position": position,
            "bonus_quarters": 0,
            "marks": marks,
            "write_ins": 0,
            "score_quarters": 4 * marks,
            "rank": rank,
            "outcome": outcome,
            "number": number,
        }

    def of_list(code: str, seats: int, candidates: list[dict[str, object]]) -> dict[str, object]:
        return {
            "code": code,
            "ballots": 7,
            "write_ins_given": 0,
            "write_ins_received": 0,
            "list_votes": 21,
            "seats": seats,
            "candidates": candidates,
        }

    assert document == {
        "format": "verv-result/1",
        "election": {
            "name": "Bydelsvalg 2023",
            "rule_set": "valgloven-2002",
            "election_day": "2023-09-11",
            "municipality": {"number": "4601", "name": "Bergen"},
        },
        "inputs_sha256": {"setup.json": "a" * 64, "counts.csv": "b" * 64, "ballots.csv": "c" * 64},
        "contests": [
            {
                "code": "fana",
                "seats": 3,
                "lists": [
                    of_list(
                        "A",
                        2,
                        [
                            candidate(1, 1, 2, "member", 2),
                            candidate(2, 2, None, "ineligible", None),
                            candidate(3, 3, 1, "member", 1),
                        ],
                    ),
                    of_list("B", 1, [candidate(1, 0, 1, "member", 1)]),
                ],
                "seat_order": [
                    {"seat": 1, "list": "A", "votes": 21, "divisor": "7/5", "quotient": "15.000000"},
                    {"seat": 2, "list": "B", "votes": 21, "divisor": "7/5", "quotient": "15.000000"},
                    {"seat": 3, "list": "A", "votes": 21, "divisor": "3/1", "quotient": "7.000000"},
                ],
                "lots": [],
            }
        ],
    }


def test_keys_stand_in_the_order_of_the_format() -> None:
    document = json.loads(result_bytes(an_election(), FINGERPRINTS, [a_settlement()]))
    assert list(document) == ["format", "election", "inputs_sha256", "contests"]
    assert list(document["election"]) == ["name", "rule_set", "election_day", "municipality"]
    assert list(document["election"]["municipality"]) == ["number", "name"]
    assert list(document["inputs_sha256"]) == ["setup.json", "counts.csv", "ballots.csv"]
    contest = document["contests"][0]
    assert list(contest) == ["code", "seats", "lists", "seat_order", "lots"]
    assert list(contest["lists"][0]) == [
        *("code", "ballots", "write_ins_given", "write_ins_received", "list_votes", "seats", "candidates")
    ]
    assert list(contest["lists"][0]["candidates"][0]) == [
        *("position", "bonus_quarters", "marks", "write_ins", "score_quarters", "rank", "outcome", "number")
    ]
    assert list(contest["seat_order"][0]) == ["seat", "list", "votes", "divisor", "quotient"]


def test_the_bytes_are_the_same_each_time_and_end_in_a_line_break() -> None:
    first = result_bytes(an_election(), FINGERPRINTS, [a_settlement()])
    again = result_bytes(an_election(), dict(reversed(FINGERPRINTS.items())), (a_settlement(),))
    assert first == again
    assert first.startswith(b'{\n "format": "verv-result/1",\n "election": {\n  "name": "Bydelsvalg 2023",\n')
    assert first.endswith(b'   "lots": []\n  }\n ]\n}\n')


def test_a_municipality_without_number_has_none_in_the_result() -> None:
    document = json.loads(result_bytes(an_election(number=None), FINGERPRINTS, [a_settlement()]))
    assert document["election"]["municipality"] == {"name": "Bergen"}


@pytest.mark.rule("R-155")
def test_each_lot_stands_in_the_result_in_the_order_drawn() -> None:
    """A, B and C with equal votes and 5 seats: one seat each, then two lots for the two left."""
    contest = a_contest(5, ["A", "B", "C"])
    lots = (Lot(("A", "B", "C"), "C"), Lot(("A", "B"), "A"))
    settlement = finished(settle(contest, RULES_2002, a_tally(contest, {"A": 9, "B": 9, "C": 9}), lots))
    document = json.loads(result_bytes(an_election(), FINGERPRINTS, [settlement]))
    assert document["contests"][0]["lots"] == [
        {"lists": ["A", "B", "C"], "winner": "C"},
        {"lists": ["A", "B"], "winner": "A"},
    ]


def test_a_fraction_is_written_in_lowest_terms() -> None:
    assert [fraction_text(Fraction(14, 10)), fraction_text(Fraction(3)), fraction_text(Fraction(5, 1))] == [
        "7/5",
        "3/1",
        "5/1",
    ]


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        None,
        7,
        'æ «x» \u2028 \\ " \n',
        [{}],
        [[]],
        [{}, {}],
        [{"a": 1}, {}],
        [{"a": 1}, {"b": [1]}],
        [{"a": 1}, 2],
        [2, {"a": 1}],
        [{"a": "},\n  {"}, {"b": "[{}]"}],
        [[{"a": 1, "b": None}, {"a": True}]],
        {"a": [{"b": [{"c": 1, "d": "å"}, {"c": 2, "d": "ø"}]}], "e": {}},
    ],
)
def test_json_is_written_as_the_library_writes_it(document: object) -> None:
    """The second method: ``json.dumps`` itself, slower."""
    assert json_bytes(document) == (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
