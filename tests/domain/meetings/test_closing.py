"""Closing the doors: a ground the act knows, an open vote, and only for the item."""

import pytest

from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.closing import (
    CannotBeRemote,
    ClosingBasis,
    ClosingGround,
    ClosingNeedsExemption,
    closing_required,
    must_close,
    require_ground,
)
from app.meetings.domain.events import (
    ClosingDebateHeldClosed,
    DoorsClosed,
    DoorsOpened,
    ItemOpened,
    MeetingSet,
    OnClosing,
    VoteHeld,
)
from app.meetings.domain.exemption import NotForElectedBodies
from app.meetings.domain.proceedings import NotInMeeting
from app.meetings.domain.record_items import DoorsAre, NotDecidedByVote
from app.meetings.domain.vote_forms import Choice, SecretBallot, SecretBallotNotOpen, Unanimous
from tests.domain.meetings.meetings import HANDLED, Recorder, a_setting, an_item, roll, running, vote

PRIVACY = ClosingGround(ClosingBasis.PRIVACY)
SECRECY = ClosingGround(ClosingBasis.SECRECY, "offentleglova (2006) § 13")


def on_closing(ground: ClosingGround = PRIVACY, choice: Choice = Choice.FOR) -> VoteHeld:
    return VoteHeld("closing", OnClosing(ground), Unanimous(choice))


@pytest.mark.rule("R-291")
def test_employees_and_secrets_must_be_behind_closed_doors_the_rest_may() -> None:
    assert [each for each in ClosingBasis if must_close(each)] == [ClosingBasis.EMPLOYEE, ClosingBasis.SECRECY]


@pytest.mark.rule("R-291")
def test_the_agenda_tells_which_items_must_be_closed() -> None:
    staff = an_item(kind=ItemKind.STAFF_APPOINTMENT)
    secret, fees = (an_item(exempt_under=f"offentleglova (2006) § {number}") for number in (13, 23))
    assert [closing_required(each) for each in (staff, secret, fees, an_item())] == [
        ClosingBasis.EMPLOYEE,
        ClosingBasis.SECRECY,
        None,
        None,
    ]


@pytest.mark.rule("R-291")
def test_public_interests_need_information_that_could_be_exempt() -> None:
    with pytest.raises(ClosingNeedsExemption):
        require_ground(ClosingGround(ClosingBasis.PUBLIC_INTERESTS), "park", remote=False)
    require_ground(ClosingGround(ClosingBasis.PUBLIC_INTERESTS, "offentleglova (2006) § 23"), "park", remote=False)


@pytest.mark.rule("R-291")
def test_internal_papers_are_no_ground_before_an_elected_body() -> None:
    with pytest.raises(NotForElectedBodies):
        require_ground(ClosingGround(ClosingBasis.PRIVACY, "offentleglova (2006) § 14"), "park", remote=False)


@pytest.mark.rule("R-298")
def test_what_must_be_closed_cannot_be_remote_and_what_may_be_closed_can() -> None:
    require_ground(PRIVACY, "park", remote=True)
    with pytest.raises(CannotBeRemote):
        require_ground(SECRECY, "park", remote=True)


@pytest.mark.rule("R-292")
def test_the_vote_on_closing_is_open() -> None:
    with pytest.raises(SecretBallotNotOpen):
        running().record(VoteHeld("closing", OnClosing(PRIVACY), SecretBallot(15, 0)))


@pytest.mark.rule("R-292")
def test_the_doors_are_closed_by_a_vote_with_its_basis_and_open_after_the_item() -> None:
    meeting = running()
    during = meeting.record(on_closing(SECRECY), DoorsClosed("closing"))
    assert during.doors_closed
    assert during.item("park").ground == SECRECY
    assert SECRECY.legal_basis == "kommuneloven (2018) § 11-5; offentleglova (2006) § 13"
    after = meeting.record(vote(), HANDLED)
    assert (after.doors_closed, after.item("park").ground) == (False, SECRECY)


@pytest.mark.rule("R-292")
def test_without_the_vote_or_against_it_the_doors_stay_open() -> None:
    meeting = running()
    meeting.record(on_closing(choice=Choice.AGAINST), vote("v"))
    for key in ("closing", "v"):
        with pytest.raises(NotDecidedByVote):
            meeting.record(DoorsClosed(key))


@pytest.mark.rule("R-292")
def test_the_debate_on_closing_may_be_closed_when_the_leader_decides() -> None:
    meeting = running()
    assert not meeting.record(ClosingDebateHeldClosed()).doors_closed
    with pytest.raises(NotInMeeting):
        meeting.record(ClosingDebateHeldClosed("never"))


def test_doors_are_closed_and_opened_once() -> None:
    meeting = running()
    with pytest.raises(DoorsAre):
        meeting.record(DoorsOpened())
    meeting.record(on_closing(), DoorsClosed("closing"))
    with pytest.raises(DoorsAre):
        meeting.record(DoorsClosed("closing"))
    assert not meeting.record(DoorsOpened()).doors_closed


@pytest.mark.rule("R-298")
def test_a_remote_meeting_refuses_the_vote_itself() -> None:
    recorder = Recorder(a_setting(remote=True))
    recorder.record(roll(), MeetingSet(1), ItemOpened("park"))
    with pytest.raises(CannotBeRemote):
        recorder.record(on_closing(SECRECY))
