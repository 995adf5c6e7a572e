"""What people are told about a file: a sentence for every problem, with file, place, value and what was expected."""

import string

import pytest

from app.core.input_files.faults import (
    AnyProblem,
    FileProblem,
    InputFault,
    JsonPath,
    Line,
    Unfit,
    alternatives,
    shown,
    together,
)
from app.elections.fault_texts import TEXTS, TYPES, describe, describe_all
from app.elections.files.faults import Problem


@pytest.mark.parametrize("problem", [*FileProblem, *Problem])
def test_each_problem_has_a_sentence_of_its_own(problem: AnyProblem) -> None:
    text = str(TEXTS[problem])
    assert sum(str(other) == text for other in TEXTS.values()) <= 2
    assert text[0].islower() or not text[0].isalpha()
    assert not text.endswith(".")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            InputFault(
                "ballots.csv", Line(17), "Q", Problem.LIST_UNKNOWN, (("contest", "fana"), ("expected", "A, B, C"))
            ),
            "ballots.csv, linje 17: listen «Q» finnes ikke i bydelen «fana»; ventet en av A, B, C.",
        ),
        (
            InputFault(
                "setup.json",
                JsonPath("contests[0].seats"),
                "2",
                Problem.NUMBER_OUT_OF_RANGE,
                (("low", 3), ("high", 199)),
            ),
            "setup.json, contests[0].seats: tallet er 2; ventet et helt tall fra 3 til 199.",
        ),
        (
            InputFault("setup.json", JsonPath(""), "[…]", Problem.TYPE_WRONG, (("expected", "object"),)),
            "setup.json: verdien er «[…]»; ventet et objekt {…}.",
        ),
        (
            InputFault("setup.json", JsonPath("contests[0].lists"), "[]", Problem.ARRAY_EMPTY),
            "setup.json, contests[0].lists: rekken […] er tom; ventet minst én oppføring.",
        ),
        (
            InputFault("c.csv", Line(2), "Q", Problem.LIST_UNKNOWN, (("contest", "fana"), ("expected", ""))),
            "c.csv, linje 2: listen «Q» finnes ikke i bydelen «fana», som ikke har noen lister.",
        ),
        (
            InputFault("c.csv", Line(2), "fana;2", FileProblem.FIELDS_MISSING, (("found", 1), ("expected", 6))),
            "c.csv, linje 2: «fana;2» har for få felt (1); ventet 6.",
        ),
        (
            InputFault("tall.csv", None, "/x/tall.csv", FileProblem.FILE_MISSING),
            "tall.csv: filen «/x/tall.csv» finnes ikke.",
        ),
        (
            InputFault("tall.csv", Line(1), "a\\tb", FileProblem.DELIMITER_WRONG, (("delimiter", "\t"),)),
            "tall.csv, linje 1: feltene i «a\\tb» er skilt med tabulator; ventet komma eller semikolon.",
        ),
        (
            InputFault(
                "ballots.csv",
                None,
                "A",
                Problem.MORE_ROWS_THAN_BALLOTS,
                (("contest", "fana"), ("rows", 4), ("ballots", 3)),
            ),
            "ballots.csv: listen «A» i bydelen «fana» har flere rader (4) enn den har stemmesedler i den endelige "
            "opptellingen (3); ventet høyst én rad for hver stemmeseddel.",
        ),
        (
            InputFault("b.csv", Line(3), "50% ø", FileProblem.NOT_UTF8, (("byte", "0xF8"), ("place", 5))),
            "b.csv, linje 3: byte 0xF8 på plass 5 i «50% ø» er ikke UTF-8; ventet UTF-8 (er filen lagret som Latin-1 "
            "eller Windows-1252?).",
        ),
    ],
)
def test_the_sentence_tells_file_place_value_and_what_was_expected(fault: InputFault, sentence: str) -> None:
    assert describe(fault) == sentence


def test_texts_ask_for_no_fact_that_is_never_given() -> None:
    """Every %(name)s is ``value`` or one of the facts that the readers give."""
    known = {
        *(
            "value",
            "reason",
            "limit",
            "byte",
            "place",
            "character",
            "delimiter",
            "expected",
            "found",
            "contest",
            "other",
        ),
        *("count", "first", "column", "list", "size", "rows", "ballots", "low", "high", "most", "last", "day"),
    }
    for text in TEXTS.values():
        names = {part.split(")", 1)[0] for part in str(text).split("%(")[1:]}
        assert names <= known, text
    assert set(TYPES) == {"object", "array", "text", "whole", "flag"}


def test_all_faults_of_a_file_are_told_one_by_one() -> None:
    faults = [InputFault("s", JsonPath(name), "", Problem.TEXT_EMPTY) for name in ("a", "b", "c")]
    assert describe_all(together(faults)) == [f"s, {name}: teksten er tom; ventet minst ett tegn." for name in "abc"]


def test_a_value_is_shown_short_and_printable() -> None:
    assert shown("Åsane skole") == "Åsane skole"
    assert shown("a\x00b\n\ud800\u202e") == "a\\x00b\\n\\ud800\\u202e"
    assert shown("x" * 61) == "x" * 60 + "…"
    assert shown("") == ""


def test_alternatives_are_named_until_there_are_too_many() -> None:
    assert alternatives(["A", "B"]) == "A, B"
    assert alternatives([*string.ascii_uppercase, "Æ", "Ø"]) == ", ".join(string.ascii_uppercase[:25]) + " …"


def test_a_value_found_unfit_becomes_a_fault_at_its_place() -> None:
    fault = Unfit(Problem.NUMBER_TOO_LARGE, "9" * 100, limit=10).at("c.csv", Line(4))
    assert fault == InputFault("c.csv", Line(4), "9" * 60 + "…", Problem.NUMBER_TOO_LARGE, (("limit", 10),))
