"""Minutes are approved in a later meeting, or by all signatories."""

from datetime import date

import pytest

from app.meetings.domain.approval import (
    ApprovalMethod,
    Approved,
    NoSignatories,
    NotLaterMeeting,
    SignaturesMissing,
    approve_by_signatures,
    approve_in_meeting,
)

HELD, NEXT = date(2025, 5, 8), date(2025, 6, 5)


@pytest.mark.rule("R-300")
def test_the_next_meeting_approves_by_vote() -> None:
    assert approve_in_meeting(HELD, NEXT, vote_adopted=True) == Approved(ApprovalMethod.NEXT_MEETING, NEXT)
    assert approve_in_meeting(HELD, NEXT, vote_adopted=False) is None
    with pytest.raises(NotLaterMeeting):
        approve_in_meeting(HELD, HELD, vote_adopted=True)


@pytest.mark.rule("R-300", "R-301")
def test_signatories_approve_when_all_have_signed() -> None:
    with pytest.raises(SignaturesMissing) as refused:
        approve_by_signatures((2, 9), [9], HELD)
    assert refused.value.missing == (2,)
    assert approve_by_signatures((2, 9), [9, 2], HELD).signed_by == (2, 9)
    with pytest.raises(NoSignatories):
        approve_by_signatures((), [], HELD)
