"""Urgent cases: in writing only if everybody agrees."""

import pytest

from app.meetings.domain.urgent_cases import (
    CanWait,
    Reason,
    RemoteNotAllowed,
    Reply,
    ReplyOfNoSeat,
    put_off_to_ordinary_meeting,
    require_remote,
    require_urgent,
    written_procedure,
)

SEATS = (1, 2, 3)
YES = dict.fromkeys(SEATS, Reply.AGREES)


@pytest.mark.rule("R-299")
def test_in_writing_a_proposal_is_adopted_when_all_agree_to_it_and_to_the_form() -> None:
    assert written_procedure(SEATS, YES).adopted


@pytest.mark.rule("R-299")
def test_one_silent_member_is_enough_to_stop_it() -> None:
    outcome = written_procedure(SEATS, {1: Reply.AGREES, 2: Reply.AGREES})
    assert (outcome.adopted, outcome.silent) == (False, (3,))


@pytest.mark.rule("R-299")
def test_one_against_the_proposal_or_the_form_is_enough_to_stop_it() -> None:
    against = written_procedure(SEATS, {**YES, 2: Reply.AGAINST_PROPOSAL})
    assert (against.adopted, against.against_proposal) == (False, (2,))
    form = written_procedure(SEATS, {**YES, 3: Reply.AGAINST_WRITTEN_FORM})
    assert (form.adopted, form.against_written_form) == (False, (3,))


@pytest.mark.rule("R-299")
def test_a_reply_from_nowhere_is_refused_and_nobody_asked_is_no_agreement() -> None:
    with pytest.raises(ReplyOfNoSeat):
        written_procedure(SEATS, {**YES, 4: Reply.AGREES})
    assert not written_procedure((), {}).adopted


@pytest.mark.rule("R-299")
def test_a_case_that_can_wait_is_not_urgent() -> None:
    require_urgent(before_next_meeting=True, reason=Reason.NO_NEED_OF_MEETING)
    with pytest.raises(CanWait):
        require_urgent(before_next_meeting=False, reason=Reason.NO_TIME_FOR_MEETING)
    with pytest.raises(CanWait):
        require_urgent(before_next_meeting=True, reason=None)


@pytest.mark.rule("R-299")
def test_a_third_can_have_it_put_off() -> None:
    assert (put_off_to_ordinary_meeting(5, 15).reached, put_off_to_ordinary_meeting(4, 15).reached) == (True, False)


@pytest.mark.rule("R-298")
def test_a_remote_meeting_needs_the_municipal_council() -> None:
    require_remote(allowed_by_municipal_council=True)
    with pytest.raises(RemoteNotAllowed):
        require_remote(allowed_by_municipal_council=False)
