"""Whole meetings, to make minutes of."""

from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.events import (
    Arrived,
    Decided,
    DeputyCalledIn,
    DisqualificationRaised,
    DoorsClosed,
    ItemOpened,
    Left,
    MeetingClosed,
    MeetingSet,
    OnClosing,
    OnDisqualification,
    RemarkEntered,
    RollCalled,
    VoteHeld,
)
from app.meetings.domain.minutes import Occasion
from app.meetings.domain.presence import Sitting
from app.meetings.domain.taking_part import Capacity, OtherAttendee
from app.meetings.domain.vote_forms import Choice, Unanimous
from tests.domain.meetings.meetings import HANDLED, Recorder, a_setting, an_item, disqualify, running, vote

OCCASION = Occasion("Bergen", "Fana", "6/25", "The town hall", "Siv Sand")
PRIVACY = ClosingGround(ClosingBasis.PRIVACY)


def an_evening() -> Recorder:
    """Thirteen of fifteen at the roll; three items, a deputy for one of them, and one who comes late."""
    items = (an_item("a", number="45/25"), an_item("b", number="46/25"), an_item("c", number="47/25"))
    recorder = Recorder(a_setting(*items))
    clerk = OtherAttendee("Ola Berg", Capacity.CHIEF_EXECUTIVE, "district director")
    present = tuple(Sitting(seat, seat) for seat in range(1, 14))
    recorder.record(RollCalled(present, (clerk,)), MeetingSet(1), ItemOpened("a"), Arrived(14, 14))
    recorder.record(vote("v1"), Decided("A is opened.", "v1"), HANDLED)
    recorder.record(ItemOpened("b"), *disqualify(5), DeputyCalledIn(5, 103), vote("v2"))
    recorder.record(Decided("B is opened.", "v2"), HANDLED, Left(2), Arrived(2, 101))
    recorder.record(ItemOpened("c"), vote("v3"), Decided("C is opened.", "v3"), HANDLED, MeetingClosed())
    return recorder


def a_closed_item() -> Recorder:
    exempt = an_item("tenant", exempt_under="offentleglova (2006) § 13", public_title="A personal matter")
    meeting = running(exempt)
    owns = DisqualificationRaised(5, Ground.PARTY, "Member 5 owns the flat.")
    meeting.record(owns, VoteHeld("d", OnDisqualification(5), Unanimous(Choice.AGAINST)))
    meeting.record(VoteHeld("closing", OnClosing(PRIVACY), Unanimous()), DoorsClosed("closing"))
    meeting.record(RemarkEntered("Kari Ness owes rent."), vote(), Decided("Kari Ness must leave.", "v1"), HANDLED)
    return meeting
