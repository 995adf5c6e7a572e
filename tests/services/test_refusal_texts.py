"""Whatever is refused about an election is told in words."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import Field, fields
from datetime import UTC, date, datetime

import pytest
from flask import Flask

import app.elections
from app.core.errors import DomainError
from app.councils.domain.lots import LotRequired
from app.elections.domain.states import ElectionState
from app.elections.files.faults import Problem
from app.elections.refusal_texts import describe, describe_lot

FACTS = {
    "release_time": datetime(2027, 9, 13, 19, tzinfo=UTC),
    "from_state": ElectionState.COUNTING,
    "to_state": ElectionState.VALID,
    "possible": (),
    "faults": (("A", "marks"),),
    "problem": Problem.FILE_EMPTY,
    "place": None,
    "facts": (),
    "others": (),
    "decided_on": date(2027, 9, 12),
    "election_day": date(2027, 9, 13),
    "today": date(2027, 9, 14),
}


def refusals() -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(app.elections.__path__, "app.elections."):
        importlib.import_module(module.name)
    for refusal in DomainError.__subclasses__():
        if refusal.__module__.startswith("app.elections."):
            yield refusal


def kind(field: Field[object]) -> str:
    return str(getattr(field.type, "__name__", field.type)).partition("[")[0]


def made_up(refusal: type[DomainError]) -> DomainError:
    values = {
        field.name: FACTS.get(
            field.name, ("A", "B") if "tuple" in str(field.type) else 7 if field.type is int else "«x»"
        )
        for field in fields(refusal)  # type: ignore[arg-type]  # every refusal is a dataclass: a house test
    }
    return refusal(**values)


@pytest.mark.parametrize("refusal", sorted(refusals(), key=repr), ids=repr)
def test_each_refusal_is_told_in_whole_sentences(app: Flask, refusal: type[DomainError]) -> None:
    with app.app_context():
        text = describe(made_up(refusal))
    assert len(text) > 15
    assert text.endswith((".", "!"))
    assert "%(" not in text


def test_a_lot_is_told_with_who_what_and_how(app: Flask) -> None:
    from fractions import Fraction

    with app.app_context():
        text = describe_lot(LotRequired("fana", ("A", "B"), 3, Fraction(50), 150))
    assert text == (
        "fana: plass 3 må avgjøres ved loddtrekning mellom liste A og B, som har lik kvotient og like mange "
        "listestemmer (150). Trekk lodd i valgstyret og kjør på nytt med --lot A,B=A hvis A vant."
    )
