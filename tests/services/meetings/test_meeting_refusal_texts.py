"""Whatever is refused about a meeting is told in words."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime

import pytest
from flask import Flask

import app.meetings
from app.core.errors import DomainError
from app.councils.domain.proportional_election import VotingForm
from app.meetings.domain.closing import ClosingBasis
from app.meetings.domain.disqualification import AdministrationAct, Ground
from app.meetings.domain.event_log import LaterEventFails
from app.meetings.domain.minutes_checklist import Blocker, ChecklistFinding
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.taking_part import Capacity, Right
from app.meetings.live.told import Told
from app.meetings.refusal_texts import describe

ROOMS = ("app.meetings.domain.", "app.meetings.live.", "app.meetings.minutes_room.")
A_MOMENT = datetime(2025, 3, 11, 17, 5, tzinfo=UTC)
FACTS: dict[str, object] = {
    "findings": tuple(ChecklistFinding(each, "i1") for each in Blocker),
    "refusal": NotQuorate(3, 7, 4),
    "admission": None,
    "reason": None,
    "form": VotingForm.WRITTEN,
    "open_forms": (VotingForm.WRITTEN,),
    "missing": (1, 2),
    "person_ids": (1, 2),
    "may_lead": (1, 2),
    "seats": (1, 2),
    "possible": (),
    "winner": None,
    "rule": "R-300",
}
BY_TYPE: dict[object, object] = {
    int: 7,
    str: "«x»",
    bool: True,
    date: date(2025, 3, 11),
    datetime: A_MOMENT,
    MeetingState: MeetingState.CLOSED,
    ItemState: ItemState.HANDLED,
    MinutesState: MinutesState.DRAFT,
    ClosingBasis: ClosingBasis.EMPLOYEE,
    Ground: Ground.COHABITANT,
    AdministrationAct: AdministrationAct.ACT_OF_1967,
    Capacity: Capacity.OTHER,
    Right: Right.SPEAK,
}
TOLD = Told({1: "Anne Aas", 2: "Bo Berg", 7: "Siv Sand"}, {"i1": "45/25 «Parken»"})


def refusals() -> Iterator[type[DomainError]]:
    for module in pkgutil.walk_packages(app.meetings.__path__, "app.meetings."):
        importlib.import_module(module.name)
    for refusal in DomainError.__subclasses__():
        if refusal.__module__.startswith(ROOMS):
            yield refusal


def a_fact(refusal: type[DomainError], field: "Field[object]") -> object:  # noqa: PLR0911 - one answer for each kind of fact
    if field.name == "missing" and field.type is int:
        return 3
    if field.name == "seats" and field.type is int:
        return 7
    if field.name in FACTS:
        return FACTS[field.name]
    if field.type in BY_TYPE:
        return BY_TYPE[field.type]
    if "tuple" in str(field.type):
        return ("A", "B")
    if "datetime" in str(field.type):
        return A_MOMENT
    assert "int" in str(field.type) or field.default is not MISSING, f"{refusal.__name__}.{field.name}"
    return 7


def made_up(refusal: type[DomainError]) -> DomainError:
    every = fields(refusal)  # type: ignore[arg-type]  # every refusal is a dataclass: a house test
    return refusal(**{field.name: a_fact(refusal, field) for field in every})


@pytest.mark.parametrize("refusal", sorted(refusals(), key=repr), ids=repr)
def test_each_refusal_is_told_in_whole_sentences(app: Flask, refusal: type[DomainError]) -> None:
    with app.app_context():
        text = describe(made_up(refusal), TOLD)
    assert len(text) > 15
    assert text.endswith((".", "!")), text
    assert "%(" not in text


def test_a_refusal_names_persons_and_items(app: Flask) -> None:
    with app.app_context():
        text = describe(LaterEventFails("a", "b", NotQuorate(3, 7, 4)), TOLD)
    assert "3 av 7 plasser er besatt, og 4 må til" in text
