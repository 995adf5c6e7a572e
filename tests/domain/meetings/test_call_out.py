"""Deputies are called one after another, and only a yes counts."""

from datetime import UTC, datetime

import pytest

from app.meetings.domain.call_out import Answered, DeputyAnswer, NotCalled, Projection, call_out, record_answer
from app.meetings.domain.quorum import Quorum
from tests.domain.councils.councils import ANNE, BERIT, CARL, ELECTED, a_council, deputies

COUNCIL = a_council(ELECTED, deputies=deputies("A", "Ida Jon"))
IDA, JON = 101, 102
AT = datetime(2025, 5, 2, 12, tzinfo=UTC)
ASKED, COMES, DECLINES, NO_ANSWER = DeputyAnswer


def log(*lines: tuple[int, int, DeputyAnswer]) -> tuple[Answered, ...]:
    return tuple(Answered(absent, deputy, answer, AT) for absent, deputy, answer in lines)


def next_called(projection: Projection) -> list[int | None]:
    return [each.next_to_call for each in projection.places]


@pytest.mark.rule("R-255")
def test_the_first_of_the_list_is_called_and_then_waited_for() -> None:
    assert next_called(call_out(COUNCIL, [ANNE], ())) == [IDA]
    assert next_called(call_out(COUNCIL, [ANNE], log((ANNE, IDA, ASKED)))) == [None]


@pytest.mark.rule("R-255")
@pytest.mark.parametrize("no", [DECLINES, NO_ANSWER])
def test_after_a_no_or_silence_the_next_is_called(no: DeputyAnswer) -> None:
    after = call_out(COUNCIL, [ANNE], log((ANNE, IDA, ASKED), (ANNE, IDA, no)))
    assert next_called(after) == [JON]


@pytest.mark.rule("R-255")
def test_when_the_list_is_used_up_the_place_stays_empty() -> None:
    both = log((ANNE, IDA, DECLINES), (ANNE, JON, DECLINES))
    assert next_called(call_out(COUNCIL, [ANNE], both)) == [None]
    assert next_called(call_out(COUNCIL, [CARL], ())) == [None]


@pytest.mark.rule("R-287")
def test_only_a_yes_counts_towards_the_quorum() -> None:
    """Four members, two absent: 2 can be counted on, which is exactly half; with Ida 3."""
    assert call_out(COUNCIL, [ANNE, BERIT], log((ANNE, IDA, ASKED))).quorum == Quorum(2, 4, 2)
    assert call_out(COUNCIL, [ANNE, BERIT], log((ANNE, IDA, COMES))).quorum == Quorum(3, 4, 2)
    assert not call_out(COUNCIL, [ANNE, BERIT, CARL], ()).quorum.is_quorate


@pytest.mark.rule("R-255")
def test_an_answer_from_one_who_was_not_asked_is_refused() -> None:
    (asked,) = log((ANNE, IDA, ASKED))
    (yes,) = log((ANNE, IDA, COMES))
    with pytest.raises(NotCalled):
        record_answer((), yes)
    assert record_answer(record_answer((), asked), yes) == (asked, yes)
