"""Whom the secretary calls: the deputies of the list that won the seat, in order, each only once."""

import pytest

from app.councils.domain.absence import Call, PassedOver, call_deputies
from app.councils.domain.sitting_council import NotInCouncil, SittingCouncil
from tests.domain.councils.councils import ANNE, BERIT, BY_MAJORITY, CARL, ELECTED, a_council, deputies

LIST_A = deputies("A", "Ida Jon Kari")
IDA, JON, KARI = (each.person_id for each in LIST_A)


def council() -> SittingCouncil:
    return a_council(ELECTED, deputies=LIST_A)


def called(calls: tuple[Call, ...]) -> list[tuple[str, str | None]]:
    return [(call.absent.name, call.called.name if call.called else None) for call in calls]


@pytest.mark.rule("R-255")
def test_the_first_deputy_comes_for_the_first_absence_and_the_second_for_the_next() -> None:
    assert called(call_deputies(council(), [BERIT, ANNE], {})) == [("Berit", "Ida"), ("Anne", "Jon")]


@pytest.mark.rule("R-255")
def test_who_cannot_come_is_passed_over_and_the_reason_is_kept() -> None:
    (call,) = call_deputies(council(), [ANNE], {IDA: PassedOver.ON_LEAVE, JON: PassedOver.DECLINED})
    assert call.called == LIST_A[2]
    assert call.passed_over == ((LIST_A[0], PassedOver.ON_LEAVE), (LIST_A[1], PassedOver.DECLINED))


@pytest.mark.rule("R-255")
def test_a_deputy_called_for_one_is_passed_over_for_the_next() -> None:
    second = call_deputies(council(), [ANNE, BERIT], {})[1]
    assert second.passed_over == ((LIST_A[0], PassedOver.SITS_ALREADY),)


@pytest.mark.rule("R-255")
def test_no_other_list_fills_the_place_of_a_list_that_has_nobody() -> None:
    assert called(call_deputies(council(), [CARL], {})) == [("Carl", None)]
    everybody = dict.fromkeys((IDA, JON, KARI), PassedOver.DECLINED)
    (call,) = call_deputies(council(), [ANNE], everybody)
    assert (call.called, len(call.passed_over)) == (None, 3)


@pytest.mark.rule("R-255")
def test_after_a_majority_election_one_row_of_deputies_serves_all() -> None:
    one_row = a_council(BY_MAJORITY, deputies=deputies("", "Rolf Tone"))
    assert called(call_deputies(one_row, [ANNE, CARL], {})) == [("Anne", "Rolf"), ("Carl", "Tone")]


@pytest.mark.rule("R-255")
def test_nobody_is_called_for_one_who_is_not_a_member() -> None:
    with pytest.raises(NotInCouncil):
        call_deputies(council(), [IDA], {})
