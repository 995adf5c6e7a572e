"""What happened, what the law says and what is decided are stored whole, and read back as they were."""

from datetime import date

import pytest
from cattrs import ClassValidationError

from app.councils.domain.basis import CouncilKind
from app.councils.domain.choices import Answer, Choice
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    Event,
    GoesOnLeave,
    IsAbsent,
    IsSuspended,
    LeavesBecause,
    LeavesForGood,
    LeavesOffice,
    MovesBack,
    MovesOut,
    OfficeIsVacant,
    SeatIsVacant,
    SubstituteLeaves,
    SuspensionEnds,
    WantsBack,
)
from app.councils.domain.membership import Role
from app.councils.domain.succession import succession
from app.councils.in_term.change_document import (
    KINDS,
    kind_of,
    read_choices,
    read_consequences,
    read_event,
    write_choices,
    write_consequences,
    write_event,
)
from tests.domain.councils.councils import AFTER, ANNE, BY_MAJORITY, ELECTED, a_council, deputies

EVENTS: list[Event] = [
    LeavesForGood(7, LeavesBecause.RELEASED),
    MovesOut(7, within_municipality=True),
    MovesBack(7, 3, date(2022, 3, 1)),
    MovesBack(7, None, date(2022, 3, 1), within_municipality=True),
    GoesOnLeave(7, date(2022, 3, 1), date(2022, 9, 1)),
    GoesOnLeave(7, date(2022, 3, 1), None, expected_long=True),
    WantsBack(7, date(2022, 9, 1)),
    IsSuspended(7),
    SuspensionEnds(7),
    SubstituteLeaves(7, 3, date(2022, 3, 1), None, LeavesBecause.DIED),
    IsAbsent(7),
    LeavesOffice(7),
    ChangesParty(7, "Rødt"),
    DeputiesRunShort("Ap"),
    DeputiesRunShort("Ap", 3),
    SeatIsVacant(3, "Ap"),
    OfficeIsVacant(Role.CHAIR),
]


@pytest.mark.parametrize("event", EVENTS, ids=repr)
def test_what_happened_is_read_as_it_was_written(event: Event) -> None:
    assert read_event(write_event(event)) == event


def test_every_kind_of_event_has_a_word_of_its_own() -> None:
    assert {kind_of(event) for event in EVENTS} == set(KINDS)


def test_an_event_is_stored_in_words() -> None:
    assert write_event(LeavesForGood(7, LeavesBecause.DIED)) == (
        '{"kind":"leaves_for_good","person_id":7,"because":"died"}'
    )


@pytest.mark.parametrize(
    "event",
    [
        LeavesForGood(ANNE, LeavesBecause.DIED),
        MovesOut(ANNE, within_municipality=False),
        GoesOnLeave(ANNE, AFTER, None, expected_long=True),
        DeputiesRunShort("A"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("kind", [ELECTED, BY_MAJORITY, a_council().kind], ids=["elected", "by majority", "appointed"])
def test_what_the_law_says_is_read_as_it_was_written(kind: CouncilKind, event: Event) -> None:
    council = a_council(kind, chair=ANNE, deputies=deputies("A", "Ida Jon", "KM"))
    follows = succession(council, event, AFTER)
    assert read_consequences(write_consequences(follows)) == follows
    assert write_consequences(read_consequences(write_consequences(follows))) == write_consequences(follows)


def test_what_is_decided_is_read_as_it_was_written() -> None:
    choices = (
        Choice(Answer.TAKEN, 7, exception="Ingen valgbar", consents=True),
        Choice(Answer.WAITS),
        Choice(Answer.TAKEN, 8, "H"),
    )
    assert read_choices(write_choices(choices)) == choices


def test_a_document_with_something_unknown_is_never_half_understood() -> None:
    with pytest.raises(ClassValidationError):
        read_event('{"kind":"is_suspended","person_id":7,"until":"2023-01-01"}')
