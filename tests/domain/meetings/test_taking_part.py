"""Who may do what without a seat."""

import pytest

from app.meetings.domain.events import (
    QuestionAnswered,
    QuestionAsked,
    RecordingPermitted,
    RemarkEntered,
    SpokeAsOther,
    StatementEntered,
)
from app.meetings.domain.exemption import NoLegalBasis
from app.meetings.domain.presence import NotInSeat
from app.meetings.domain.proceedings import KeyTaken, NotInMeeting
from app.meetings.domain.record_talk import NothingSaid
from app.meetings.domain.taking_part import Capacity, HasNoRight, Right, may
from tests.domain.meetings.meetings import running


@pytest.mark.rule("R-286")
@pytest.mark.parametrize(
    ("capacity", "rights"),
    [
        (Capacity.MEMBER, "attend speak propose vote"),
        (Capacity.MAYOR, "attend speak propose"),
        (Capacity.CHIEF_EXECUTIVE, "attend speak"),
        (Capacity.CITY_GOVERNMENT_LEADER, "attend speak"),
        (Capacity.EMPLOYEE_REPRESENTATIVE, ""),
        (Capacity.OTHER, ""),
    ],
)
def test_rights_by_law(capacity: Capacity, rights: str) -> None:
    assert " ".join(right for right in Right if may(capacity, right)) == rights


@pytest.mark.rule("R-286")
def test_employee_representatives_take_part_in_matters_of_the_employer() -> None:
    assert may(Capacity.EMPLOYEE_REPRESENTATIVE, Right.SPEAK, employer_matter=True)
    assert not may(Capacity.EMPLOYEE_REPRESENTATIVE, Right.PROPOSE, employer_matter=True)


@pytest.mark.rule("R-286")
def test_the_council_cannot_give_anyone_else_the_right_to_speak() -> None:
    meeting = running()
    meeting.record(SpokeAsOther("Kari Ness", Capacity.MAYOR))
    with pytest.raises(HasNoRight) as refused:
        meeting.record(SpokeAsOther("A neighbour", Capacity.OTHER))
    assert refused.value.right is Right.SPEAK


@pytest.mark.rule("R-285")
def test_any_member_asks_the_leader_and_the_answer_belongs_to_the_question() -> None:
    meeting = running()
    after = meeting.record(QuestionAsked("q", 5, "When?"), QuestionAnswered("q", "The leader", "In June."))
    assert after.questions == ("q",)
    with pytest.raises(NotInMeeting):
        meeting.record(QuestionAnswered("other", "The leader", "Never."))
    with pytest.raises(KeyTaken):
        meeting.record(QuestionAsked("q", 6, "Why?"))


@pytest.mark.rule("R-285")
def test_one_who_does_not_sit_asks_nothing_and_enters_no_statement() -> None:
    meeting = running(seats=range(1, 15))
    with pytest.raises(NotInSeat):
        meeting.record(QuestionAsked("q", 15, "When?"))
    with pytest.raises(NotInSeat):
        meeting.record(StatementEntered(15, "We disagree."))


@pytest.mark.rule("R-293")
def test_recording_is_permitted_by_the_leader_and_told() -> None:
    after = running().record(RecordingPermitted("The local paper"))
    assert after.happened[-1].event == RecordingPermitted("The local paper")


def test_nothing_said_is_nothing_recorded_and_exempt_remarks_have_their_paragraph() -> None:
    meeting = running()
    with pytest.raises(NothingSaid):
        meeting.record(RemarkEntered(" "))
    with pytest.raises(NoLegalBasis):
        meeting.record(RemarkEntered("She is ill.", "some reason"))
