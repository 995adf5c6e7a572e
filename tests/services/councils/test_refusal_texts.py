"""Whatever is refused about a council is told in words, with the rule's number where the refusal names a rule."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import Field, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from flask import Flask

import app.councils
from app.core.errors import DomainError
from app.councils.domain.change_states import ChangeState
from app.councils.domain.choices import Answer
from app.councils.domain.council_setup import SetupFault, SetupFinding
from app.councils.domain.gender import Gender
from app.councils.domain.membership import Cause, DeputySpell, LeaveSpell, Role, RoleSpell, SeatSpell
from app.councils.domain.proposals import Decider, Proposer, Reason, Step, When
from app.councils.domain.several_districts import InSeveralDistricts
from app.councils.domain.sitting_council import NotInCouncil
from app.councils.domain.succession import SeatIsHeld
from app.councils.in_term.happenings import GROUPS, Happening, happening_meaning, happening_name
from app.councils.refusal_texts import describe
from app.councils.succession_texts import (
    answer_text,
    decider_name,
    gender_name,
    outcome_text,
    proposer_text,
    reason_text,
    state_name,
    step_meaning,
    step_name,
    when_text,
)

DAY, LATER = date(2022, 3, 1), date(2022, 9, 1)
SEAT = SeatSpell(3, 7, DAY, LATER, Cause.APPOINTED, "Ap")
DEPUTY = DeputySpell(7, "Ap", 1, DAY, LATER, Cause.APPOINTED)
ROLE = RoleSpell(7, Role.CHAIR, DAY, LATER)
LEAVE = LeaveSpell(7, DAY, LATER)
BY_TYPE: dict[object, object] = {
    int: 7,
    str: "Ap",
    bool: True,
    date: DAY,
    datetime: datetime(2022, 3, 1, tzinfo=UTC),
    SeatSpell: SEAT,
    DeputySpell: DEPUTY,
    RoleSpell: ROLE,
    LeaveSpell: LEAVE,
    Role: Role.CHAIR,
    Step: Step.NEW_ELECTION,
    Gender: Gender.FEMALE,
    ChangeState: ChangeState.DECIDED,
    date | None: LATER,
    tuple[str, ...]: ("Ap", "H"),
    tuple[Reason, ...]: (Reason.LEAVE_NOT_OVER,),
    tuple[Decider, ...]: (Decider.MUNICIPAL_COUNCIL,),
    tuple[ChangeState, ...]: (),
    tuple[SetupFinding, ...]: (SetupFinding(SetupFault.TOO_FEW_MEMBERS, "R-5", "2"),),
    tuple[InSeveralDistricts, ...]: (InSeveralDistricts(7, ("Arna", "Fana")),),
}

TOLD_ELSEWHERE = ("appointing.refusals", "appointment_states", "lawful_decision", "places.refusals")
"""Modules whose refusals have their texts in the appointment room, and with the places."""


def refusals() -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(app.councils.__path__, "app.councils."):
        importlib.import_module(module.name)
    for refusal in DomainError.__subclasses__():
        if refusal.__module__.startswith("app.councils.") and not refusal.__module__.endswith(TOLD_ELSEWHERE):
            yield refusal


def made_up(refusal: type[DomainError]) -> DomainError:
    return refusal(**{field.name: value_of(field) for field in fields(refusal)})  # type: ignore[arg-type]  # a dataclass


def value_of(field: Field[Any]) -> object:
    if isinstance(field.default, str):
        return field.default
    return BY_TYPE.get(field.type, SEAT)


@pytest.mark.parametrize("refusal", sorted(refusals(), key=repr), ids=repr)
def test_each_refusal_is_told_in_whole_sentences_with_its_rule(app: Flask, refusal: type[DomainError]) -> None:
    error = made_up(refusal)
    with app.app_context():
        text = describe(error, {7: "Bo Lie"})
    assert len(text) > 15
    assert text.endswith((".", "!"))
    assert "%(" not in text
    rule = getattr(error, "rule", None)
    assert rule is None or rule in text


def test_names_dates_and_what_to_do_are_in_the_text(app: Flask) -> None:
    with app.app_context():
        assert describe(NotInCouncil(7), {7: "Bo Lie"}) == (
            "Bo Lie er verken medlem eller vara i utvalget den dagen (R-256). Kontroller personen og datoen."
        )
        assert describe(SeatIsHeld(3, 8)) == "Plass 3 er ikke tom: person nummer 8 sitter der den dagen (R-262)."


WORDS: list[tuple[type[StrEnum], Callable[[Any], str]]] = [
    (Step, step_name),
    (Step, step_meaning),
    (Decider, decider_name),
    (Proposer, proposer_text),
    (When, when_text),
    (Answer, answer_text),
    (Answer, outcome_text),
    (Reason, reason_text),
    (ChangeState, state_name),
    (Gender, gender_name),
    (Happening, happening_name),
    (Happening, happening_meaning),
]


@pytest.mark.parametrize(("kind", "words"), WORDS, ids=[words.__name__ for _kind, words in WORDS])
def test_each_value_has_words_of_its_own(app: Flask, kind: type[StrEnum], words: Callable[[Any], str]) -> None:
    with app.app_context():
        texts: Sequence[str] = [words(each) for each in kind]
    assert len(set(texts)) == len(texts)
    assert all(re.search(r"[a-zæøå]{3}", text) for text in texts)


def test_everything_that_can_happen_is_offered_once() -> None:
    assert sorted(each for group in GROUPS for each in group) == sorted(Happening)
