"""Whatever is refused about places is told in words, and whatever is remarkable too."""

from dataclasses import fields

import pytest
from flask import Flask

from app.core.errors import DomainError
from app.core.input_files.faults import FileProblem, InputFault, Unfit, alternatives, shown
from app.councils.places import refusals
from app.councils.places.fault_texts import TEXTS
from app.councils.places.faults import Problem
from app.councils.places.import_texts import REMARKS
from app.councils.places.placed_addresses import Noted, Remark
from app.councils.places.refusal_texts import describe

REFUSALS = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, DomainError)]
FILLED_IN = "value reason limit byte place column character found expected epsg other point begins where on"


@pytest.mark.parametrize("problem", Problem)
def test_each_problem_has_a_sentence_of_its_own(problem: Problem) -> None:
    text = str(TEXTS[problem])
    assert sum(str(other) == text for other in TEXTS.values()) == 1
    assert not text.endswith(".")
    assert {part.split(")", 1)[0] for part in text.split("%(")[1:]} <= set(FILLED_IN.split())


@pytest.mark.parametrize("kind", [kind for kind in REFUSALS if kind is not DomainError], ids=repr)
def test_each_refusal_is_told_in_whole_sentences(app: Flask, kind: type[DomainError]) -> None:
    given = {
        field.name: ("4601 Bergen",) if "tuple" in str(field.type) else 7 if field.type is int else "«x»"
        for field in fields(kind)  # type: ignore[arg-type]  # every refusal is a dataclass: a house test
    }
    with app.app_context():
        text = describe(kind(**given))
    assert text.endswith(".")
    assert "%(" not in text


def test_a_refusal_without_a_text_is_a_defect(app: Flask) -> None:
    with app.app_context(), pytest.raises(TypeError):
        describe(DomainError())


@pytest.mark.parametrize("remark", Remark)
def test_each_remark_has_a_sentence(remark: Remark) -> None:
    text = str(REMARKS[remark]) % {"number": "3", "examples": "A 1; B 2"}
    assert text.endswith(".")
    assert "A 1; B 2" in text


def test_only_the_first_few_are_examples() -> None:
    noted = Noted()
    for example in "ABCDE":
        noted.note(example)
    assert (noted.number, noted.examples) == (5, ["A", "B", "C"])


def test_values_are_shown_short_and_printable() -> None:
    assert shown("a\x00b\n") == "a\\x00b\\n"
    assert shown("x" * 61) == "x" * 60 + "…"
    assert alternatives(map(str, range(30))).endswith(" 24 …")
    fault = Unfit(FileProblem.FILE_EMPTY, "v", limit=1).at("f", None)
    assert fault == InputFault("f", None, "v", FileProblem.FILE_EMPTY, (("limit", 1),))
    assert "file_empty" in str(fault)
