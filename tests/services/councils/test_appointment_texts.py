"""Every value and refusal of the appointment room has a text of its own."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from flask import Flask

from app.core.errors import DomainError
from app.councils.appointing import refusals, texts
from app.councils.appointing.refusal_texts import texts_of
from app.councils.domain.agreed_election import NominationFinding, Obstacle
from app.councils.domain.appointment_states import AppointmentIsOver, AppointmentState
from app.councils.domain.eligibility import Ineligibility, Ineligible, Position
from app.councils.domain.gender import Gender
from app.councils.domain.group_lists import Hindrance, ListFinding
from app.councils.domain.lawful_decision import Lack, Missing, NotYetLawful, Standing
from app.councils.domain.lots import LotDoesNotFit, LotNotNeeded
from app.councils.domain.majority_of_chair import NobodyVotedFor, SecondVoteNotNeeded
from app.councils.domain.membership import Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.proportional_election import Method, VotesDoNotAddUp, VotesForUnknownList, VotingForm
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod, NoPublishedKey
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.domain.takeover import ElectedTwice, OfficerNotMember, OutcomeDoesNotAddUp
from app.councils.refusals import CouncilAlreadySits, CouncilNotInOrder, DuplicateGroup

NAMED: list[tuple[type[StrEnum], Callable[[Any], str]]] = [
    (AppointmentState, texts.state_text),
    (Gender, texts.gender_text),
    (Gender, texts.gender_plural),
    (NominationKind, texts.kind_text),
    (Role, texts.role_text),
    (Method, texts.method_text),
    (VotingForm, texts.voting_form_text),
    (LocalSeatMethod, texts.seat_method_text),
    (AllocationBasis, texts.basis_text),
    (MultiDistrictCandidacy, texts.several_districts_text),
    (Position, texts.position_text),
]


@pytest.mark.parametrize(("kind", "text"), NAMED)
def test_every_value_is_called_something_of_its_own(
    app: Flask, kind: type[StrEnum], text: Callable[[Any], str]
) -> None:
    with app.test_request_context():
        said = [text(value) for value in kind]
    assert all(said)
    assert len(set(said)) == len(said)


def test_every_finding_is_said_differently(app: Flask) -> None:
    reason = Ineligibility(Ineligible.NOT_RESIDENT, "R-35")
    with app.test_request_context():
        said = [
            *(texts.standing_text(Standing(NominationFinding(each, "f", 1, 2))) for each in Obstacle),
            *(texts.standing_text(Standing(ListFinding("A", each, "R-221", "f", 1, 2))) for each in Hindrance),
            *(texts.standing_text(Standing(Missing(each, "R-1", "chair", 1, 2, reason))) for each in Lack),
            *(texts.ineligibility_text(Ineligibility(each, "R-1", "auditor")) for each in Ineligible),
        ]
    assert len(set(said)) == len(said)


REFUSALS: list[DomainError] = [
    refusals.StaleEdit("Fana", 1, 2),
    refusals.NoCouncils("Bergen"),
    refusals.SexNotRegistered("Ada"),
    refusals.PersonKnown("Ada", ((1, None),)),
    refusals.AnotherPerson(7, "Ada", "Eva"),
    refusals.NotInAppointment(),
    refusals.VotesForUnnamed("Ada"),
    refusals.AlreadyNamed("Ada", "R-229"),
    refusals.UnknownParty("X", ("A", "B")),
    refusals.PartyInUse("A"),
    refusals.ListCodeTaken("A"),
    refusals.NoSuchSwap("Ada", "Bo"),
    refusals.LinesNotUnderstood(((3, "x"),), "navn"),
    refusals.NotTied("A"),
    AppointmentIsOver(AppointmentState.DECIDED),
    NotYetLawful((("Fana", (Standing(Missing(Lack.NO_LISTS, "R-221")),)),)),
    DuplicateGroup("A"),
    CouncilNotInOrder("Fana", ()),
    CouncilAlreadySits("Fana", date(2020, 1, 1), date(2024, 1, 1)),
    NoPublishedKey("Fana"),
    LotDoesNotFit(("A", "B"), ("A", "B"), "C"),
    LotNotNeeded(("A", "B"), "C"),
    VotesDoNotAddUp(1, 2),
    VotesForUnknownList("A"),
    NobodyVotedFor(1),
    SecondVoteNotNeeded("1"),
    ElectedTwice(1),
    OutcomeDoesNotAddUp("A", 1, 2),
    OfficerNotMember(Role.CHAIR, 1),
]


@pytest.mark.parametrize("error", REFUSALS, ids=lambda each: type(each).__name__)
def test_every_refusal_is_explained(app: Flask, error: DomainError) -> None:
    with app.test_request_context():
        said = texts_of(error)
    assert said
    assert all(text.endswith((".", ")")) for text in said)


def test_no_refusal_of_the_room_is_left_out() -> None:
    own = {kind for kind in DomainError.__subclasses__() if kind.__module__ == refusals.__name__}
    assert own <= {type(each) for each in REFUSALS}
