"""Log entries written and read: the same entry comes back, and nothing else is let in."""

import json
from datetime import UTC, datetime
from typing import get_args

import pytest

from app.councils.domain.majority_of_chair import Round
from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.event_json import Json, NotAnEntry, entry_from_json, entry_json
from app.meetings.domain.event_log import Entry, LogEntry, Undo
from app.meetings.domain.events import (
    AdmissionAsked,
    Arrived,
    ClosingDebateHeldClosed,
    Decided,
    DeputyCalledIn,
    DisqualificationRaised,
    DoorsClosed,
    DoorsOpened,
    ItemHandled,
    ItemOpened,
    ItemPostponed,
    ItemRaised,
    ItemSetAside,
    ItemWithdrawn,
    LeaderTookOver,
    Left,
    LotDrawn,
    MeetingAdjourned,
    MeetingClosed,
    MeetingEvent,
    MeetingResumed,
    MeetingSet,
    OfficeRoundHeld,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    ProposalWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    RecordingPermitted,
    RemarkEntered,
    RollCalled,
    SpokeAsOther,
    StatementEntered,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.presence import Sitting
from app.meetings.domain.proposals import Mover, ProposalKind
from app.meetings.domain.taking_part import Capacity, OtherAttendee
from app.meetings.domain.vote_forms import ByGroup, Choice, PerSeat, SecretBallot, Unanimous
from tests.domain.meetings.committees import a_committee
from tests.domain.meetings.meetings import START, an_item

FOR, AGAINST = Choice.FOR, Choice.AGAINST

EVENTS: tuple[MeetingEvent, ...] = (
    RollCalled((Sitting(1, 1), Sitting(2, 101)), (OtherAttendee("Ola Berg", Capacity.MAYOR, "mayor"),)),
    MeetingSet(1),
    MeetingSet(None),
    LeaderTookOver(9),
    MeetingAdjourned("Group meetings"),
    MeetingResumed(),
    RecordingPermitted("The local paper"),
    MeetingClosed(),
    Arrived(3, 101),
    Left(3),
    SteppedDown(5),
    DeputyCalledIn(5, 103),
    ItemRaised(an_item()),
    AdmissionAsked("park", leader_objects=True, objecting=(1, 2)),
    ItemOpened("park"),
    ItemSetAside(),
    ItemHandled(),
    ItemPostponed("v1"),
    ItemWithdrawn("park", "č đ ŋ ŧ"),
    Decided("Opened.", "v1", final=False, decider="bystyret"),
    DisqualificationRaised(5, Ground.PARTY, "Owns the house."),
    ClosingDebateHeldClosed("v1"),
    DoorsClosed("v1"),
    DoorsOpened(),
    ProposalMoved("a", ProposalKind.ALTERNATIVE, "Text", (9, 13), entered_at=datetime(2025, 5, 7, 9, tzinfo=UTC)),
    ProposalMoved("m", ProposalKind.ALTERNATIVE, "Text", mayor=Mover(500, "The mayor", "V")),
    ProposalWithdrawn("a"),
    VoteHeld("v1", OnProposal("a", "b", trial=True), Unanimous(AGAINST)),
    VoteHeld("v2", OnClosing(ClosingGround(ClosingBasis.PRIVACY)), ByGroup((("H", FOR),), AGAINST, ((12, AGAINST),))),
    VoteHeld("v3", OnDisqualification(5), PerSeat(((1, FOR), (2, Choice.BLANK))), unanimity_needed=True),
    VoteHeld("v4", OnProcedure("The agenda"), SecretBallot(7, 7, 1, casting=FOR)),
    OfficeRoundHeld("e", Office.CHAIR, Round((("Anne", 7), ("Bo", 8)), 0)),
    LotDrawn("e", "Anne"),
    a_committee(9, 5),
    RemarkEntered("Said.", "offentleglova (2006) § 13"),
    SpokeAsOther("Ola Berg", Capacity.MAYOR),
    StatementEntered(9, "We disagree.", "v1"),
    QuestionAsked("q", 5, "When?"),
    QuestionAnswered("q", "The leader", "In June."),
)
ENTRIES: tuple[LogEntry, ...] = (
    *(Entry(f"e{number}", number, START, event, "e0") for number, event in enumerate(EVENTS, start=1)),
    Undo("u", 99, START, "e1"),
)


def as_json(entry: LogEntry) -> dict[str, Json]:
    value = json.loads(json.dumps(entry_json(entry)))
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(getattr(entry, "event", entry)).__name__)
def test_an_entry_that_is_written_and_read_is_the_same(entry: LogEntry) -> None:
    assert entry_from_json(as_json(entry)) == entry


def test_every_kind_of_event_is_tried() -> None:
    assert {type(event) for event in EVENTS} == set(get_args(MeetingEvent))


def test_an_entry_looks_like_this() -> None:
    assert as_json(Entry("x", 4, START, VoteHeld("v1", OnProposal(""), Unanimous()), "")) == {
        "event_id": "x",
        "sequence": 4,
        "at": "2025-05-08T16:00:00+00:00",
        "kind": "vote_held",
        "event": {
            "key": "v1",
            "subject": {"kind": "on_proposal", "proposal": "", "against": "", "trial": False},
            "form": {"kind": "unanimous", "choice": "for"},
            "unanimity_needed": False,
        },
        "before": "",
    }


LEFT: dict[str, Json] = {
    "event_id": "x",
    "sequence": 1,
    "at": "2025-05-08T16:00:00+00:00",
    "kind": "left",
    "event": {"person_id": 3},
}


ITEM: dict[str, Json] = {"key": "park", "kind": "decision", "title": "About the park"}


def test_what_may_be_left_out_has_its_default() -> None:
    assert entry_from_json(LEFT) == Entry("x", 1, START, Left(3))


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"event": {"person_id": "3"}}, "event.person_id"),
        ({"event": {"person_id": True}}, "event.person_id"),
        ({"event": {}}, "event.person_id"),
        ({"event": {"person_id": 3, "seat": 3}}, "event.seat"),
        ({"event": None}, "event"),
        ({"kind": "exploded"}, "kind"),
        ({"kind": 3}, "kind"),
        ({"at": "2025-05-08T16:00:00"}, "at"),
        ({"at": "yesterday"}, "at"),
        ({"at": 0}, "at"),
        ({"sequence": "1"}, "sequence"),
        ({"event_id": None}, "event_id"),
        ({"more": 1}, "more"),
        ({"kind": "undo"}, "event"),
        (
            {"kind": "vote_held", "event": {"key": "v", "subject": {"kind": "on_hope"}, "form": {}}},
            "event.subject.kind",
        ),
        ({"kind": "roll_called", "event": {"sitting": [{"seat": 1}]}}, "event.sitting[0].person_id"),
        ({"kind": "item_raised", "event": {"item": {**ITEM, "sent_on": "1 May"}}}, "event.item.sent_on"),
        ({"kind": "roll_called", "event": {"sitting": 1}}, "event.sitting"),
        ({"kind": "disqualification_raised", "event": {"person_id": 1, "ground": "envy"}}, "event.ground"),
        (
            {
                "kind": "committee_elected",
                "event": {"election": "e", "body": "b", "lists": [], "seats": 1, "votes": [["A"]]},
            },
            "event.votes[0]",
        ),
    ],
)
def test_what_is_no_entry_is_refused_with_its_place(changed: dict[str, Json], where: str) -> None:
    with pytest.raises(NotAnEntry) as refused:
        entry_from_json({**LEFT, **changed})
    assert refused.value.where == where


def test_what_is_no_object_is_no_entry() -> None:
    with pytest.raises(NotAnEntry):
        entry_from_json(["left"])
