"""The content of the minutes: from the events and nothing else, in two faces."""

from dataclasses import asdict

import pytest

from app.councils.domain.majority_of_chair import Round
from app.councils.domain.membership import Role
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.attendance import Change
from app.meetings.domain.attendance_figures import figures, over_period
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.events import (
    Arrived,
    Decided,
    DisqualificationRaised,
    DoorsClosed,
    ItemOpened,
    LeaderTookOver,
    Left,
    MeetingClosed,
    MeetingSet,
    OfficeRoundHeld,
    OnClosing,
    ProposalMoved,
    QuestionAsked,
    RemarkEntered,
    RollCalled,
    StatementEntered,
    VoteHeld,
)
from app.meetings.domain.exemption import ExemptTextUnshielded
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.minutes import Face, Occasion, full_minutes, public_minutes
from app.meetings.domain.minutes_checklist import Blocker, ChecklistFinding, blockers
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.states import ItemState
from app.meetings.domain.vote_forms import ByGroup, Choice, Unanimous
from tests.domain.meetings.evenings import OCCASION, PRIVACY, a_closed_item, an_evening
from tests.domain.meetings.meetings import (
    DEPUTY_CHAIR,
    HANDLED,
    MEETING_DAY,
    START,
    Recorder,
    a_setting,
    an_item,
    roll,
    running,
    vote,
)


@pytest.mark.rule("R-300")
def test_members_who_met_the_absent_and_deputies_with_whom_they_met_for() -> None:
    """Seats 1–14 met, seat 15 did not; one deputy sat for member 5 in item b, another for member 2 in item c."""
    met = full_minutes(an_evening().now, OCCASION).attendance
    assert [each.seat for each in met.members] == list(range(1, 15))
    assert [(each.attendee.name, each.covered) for each in met.absent] == [("Member 15", False)]
    assert [(each.attendee.name, each.met_for.name, each.items) for each in met.deputies if each.met_for] == [
        ("Deputy 1", "Member 2", ("c",)),
        ("Deputy 3", "Member 5", ("b",)),
    ]
    assert (met.at_roll, met.of, met.members[0].role) == (13, 15, Role.CHAIR)
    assert met.others[0].name == "Ola Berg"


@pytest.mark.rule("R-300")
def test_each_arrival_and_departure_stands_with_its_time_item_and_vote() -> None:
    met = full_minutes(an_evening().now, OCCASION).attendance
    late = met.members[13]
    (arrived,) = late.changes
    assert (arrived.change, arrived.at.minute, arrived.item, arrived.votes_before) == (Change.ARRIVED, 3, "a", 0)
    stepped = met.members[4]
    assert [(each.change, each.item) for each in stepped.changes] == [(Change.STEPPED_DOWN, "b")]
    assert stepped.items == ("a", "c")
    (left,) = met.members[1].changes
    assert (left.change, left.item, left.votes_before) == (Change.LEFT, "", 3)


@pytest.mark.rule("R-300")
def test_a_deputy_attends_items_three_to_five_only() -> None:
    items = tuple(an_item(f"i{place}", number=f"{place}/25") for place in range(1, 8))
    recorder = Recorder(a_setting(*items))
    recorder.record(roll(range(2, 16)), MeetingSet(DEPUTY_CHAIR))
    for place in range(1, 8):
        if place == 3:
            recorder.record(Arrived(1, 101))
        if place == 6:
            recorder.record(Left(101))
        recorder.record(ItemOpened(f"i{place}"), vote(f"v{place}"), HANDLED)
    met = full_minutes(recorder.now, OCCASION).attendance
    assert [each.items for each in met.deputies] == [("i3", "i4", "i5")]
    assert [each.result.tally.cast for each in recorder.now.votes] == [14, 14, 15, 15, 15, 14, 14]
    assert [(each.attendee.name, each.covered) for each in met.absent] == [("Member 1", True)]


@pytest.mark.rule("R-300")
def test_the_head_has_time_place_and_who_led() -> None:
    meeting = running()
    meeting.record(LeaderTookOver(DEPUTY_CHAIR), vote(), HANDLED, MeetingClosed())
    head = full_minutes(meeting.now, OCCASION).head
    assert (head.on, head.set_at, head.closed_at) == (
        MEETING_DAY,
        START.replace(minute=1),
        START.replace(minute=6),
    )
    assert [(each.name, each.item) for each in head.leaders] == [("Member 1", ""), ("Member 9", "park")]
    assert head.case_numbers == ("45/25",)


@pytest.mark.rule("R-300")
def test_items_stand_in_the_order_they_were_handled_and_the_rest_after() -> None:
    items = tuple(an_item(key) for key in "abc")
    recorder = Recorder(a_setting(*items))
    recorder.record(roll(), MeetingSet(1), ItemOpened("b"), vote("v1"), HANDLED, ItemOpened("a"))
    minutes = full_minutes(recorder.now, OCCASION)
    assert [(each.item.key, each.state) for each in minutes.items] == [
        ("b", ItemState.HANDLED),
        ("a", ItemState.NUMBERED),
        ("c", ItemState.NUMBERED),
    ]


@pytest.mark.rule("R-300")
def test_an_item_has_its_recommendation_proposals_votes_and_decision() -> None:
    meeting = running()
    alternative = ProposalMoved("alt", ProposalKind.ALTERNATIVE, "Another park.", (9, 13))
    meeting.record(alternative, vote("v1", "", ByGroup((("Ap", Choice.AGAINST),), Choice.FOR), against="alt"))
    meeting.record(vote("v2"), Decided("The park is opened.", "v2"), StatementEntered(9, "We disagree."), HANDLED)
    (item,) = full_minutes(meeting.now, OCCASION).items
    assert item.recommendation is not None
    assert (item.recommendation.number, item.recommendation.text) == (0, "The park is opened.")
    assert [(each.number, each.parties) for each in item.proposals] == [(1, ("Ap", "SV"))]
    assert [(each.number, each.result.tally.votes_for) for each in item.votes] == [(1, 11), (2, 15)]
    assert item.decisions[0].text == "The park is opened."
    assert isinstance(item.course[5].event, StatementEntered)


@pytest.mark.rule("R-292", "R-300")
def test_the_public_face_of_a_closed_item_has_title_basis_and_the_open_vote_and_nothing_else() -> None:
    meeting = a_closed_item().now
    (item,) = public_minutes(meeting, OCCASION).items
    assert (item.title, item.withheld) == ("A personal matter", "offentleglova (2006) § 13")
    assert item.closed_under == PRIVACY
    assert [each.key for each in item.votes] == ["d", "closing"]
    everything = str(asdict(public_minutes(meeting, OCCASION)))
    for secret in ("Kari Ness", "About tenant", "The park is opened", "owns the flat"):
        assert secret in str(asdict(full_minutes(meeting, OCCASION)))
        assert secret not in everything


@pytest.mark.rule("R-300")
def test_a_public_item_handled_behind_closed_doors_keeps_its_title_and_hides_its_text() -> None:
    meeting = running()
    meeting.record(VoteHeld("closing", OnClosing(PRIVACY), Unanimous()), DoorsClosed("closing"), vote())
    (item,) = public_minutes(meeting.now, OCCASION).items
    assert (item.title, item.withheld, item.recommendation) == ("About park", "kommuneloven (2018) § 11-5", None)


@pytest.mark.rule("R-300")
def test_an_exempt_remark_in_an_open_item_loses_its_words_and_keeps_its_paragraph() -> None:
    meeting = running()
    meeting.record(RemarkEntered("She is ill.", "offentleglova (2006) § 13"), RemarkEntered("All agreed."))
    public = public_minutes(meeting.now, OCCASION)
    assert [each.event for each in public.items[0].course[1:]] == [
        RemarkEntered("", "offentleglova (2006) § 13"),
        RemarkEntered("All agreed."),
    ]
    assert public.face is Face.PUBLIC


@pytest.mark.rule("R-300")
def test_an_exempt_item_without_a_public_title_is_not_published() -> None:
    meeting = running(an_item(exempt_under="offentleglova (2006) § 13"))
    with pytest.raises(ExemptTextUnshielded) as refused:
        public_minutes(meeting.now, OCCASION)
    assert refused.value.places == ("park",)


@pytest.mark.rule("R-295", "R-297", "R-300")
def test_decisions_on_disqualification_stand_in_the_minutes_with_their_basis() -> None:
    (_, b, _) = full_minutes(an_evening().now, OCCASION).items
    assert [(each.person_id, each.found, each.legal_basis) for each in b.raised] == [
        (5, True, "forvaltningsloven (1967) § 6 (1) a")
    ]


def test_what_happens_between_items_has_its_own_place() -> None:
    meeting = running()
    meeting.record(vote(), HANDLED, QuestionAsked("q", 5, "When?"))
    between = full_minutes(meeting.now, OCCASION).between
    assert [type(each.event) for each in between] == [RollCalled, MeetingSet, QuestionAsked]


@pytest.mark.rule("R-300")
def test_the_checklist_of_a_whole_meeting_is_empty() -> None:
    assert blockers(full_minutes(an_evening().now, OCCASION)) == ()
    assert blockers(public_minutes(an_evening().now, OCCASION)) == ()
    meeting = a_closed_item()
    meeting.record(MeetingClosed())
    assert blockers(public_minutes(meeting.now, OCCASION)) == ()


@pytest.mark.rule("R-300")
def test_the_checklist_tells_everything_that_is_missing() -> None:
    bare = Occasion("Bergen", "Fana", "6/25", "", "")
    meeting = running(an_item(number=""), an_item("chair", ItemKind.ELECTION, number="46/25"))
    meeting.record(HANDLED, ItemOpened("chair"))
    meeting.record(OfficeRoundHeld("e", Office.CHAIR, Round((("Anne", 7), ("Bo", 8)), 0)))
    assert blockers(full_minutes(meeting.now, bare)) == (
        ChecklistFinding(Blocker.NO_PLACE),
        ChecklistFinding(Blocker.NO_SECRETARY),
        ChecklistFinding(Blocker.NOT_CLOSED),
        ChecklistFinding(Blocker.ITEM_WITHOUT_NUMBER, "park"),
        ChecklistFinding(Blocker.NO_DECISION, "park"),
        ChecklistFinding(Blocker.ITEM_NOT_DONE, "chair"),
    )


@pytest.mark.rule("R-295", "R-300")
def test_questions_and_elections_that_hang_are_blockers() -> None:
    meeting = running()
    meeting.record(DisqualificationRaised(5, Ground.PARTY))
    found = blockers(full_minutes(meeting.now, OCCASION))
    assert ChecklistFinding(Blocker.QUESTION_NOT_DECIDED, "park") in found
    election = running(an_item("chair", ItemKind.ELECTION))
    election.record(OfficeRoundHeld("e", Office.CHAIR, Round((("Anne", 7), ("Bo", 7)), 1)))
    assert ChecklistFinding(Blocker.ELECTION_NOT_OVER, "chair") in blockers(full_minutes(election.now, OCCASION))


@pytest.mark.rule("R-300")
def test_an_exempt_item_without_a_public_title_is_a_blocker() -> None:
    meeting = running(an_item(exempt_under="offentleglova (2006) § 23"))
    assert ChecklistFinding(Blocker.NO_PUBLIC_TITLE, "park") in blockers(full_minutes(meeting.now, OCCASION))


@pytest.mark.rule("R-291", "R-300")
def test_a_secret_handled_with_open_doors_is_a_blocker() -> None:
    meeting = running(an_item(exempt_under="offentleglova (2006) § 13", public_title="A personal matter"))
    meeting.record(vote(), Decided("Done.", "v1"), HANDLED)
    assert ChecklistFinding(Blocker.DOORS_NOT_CLOSED, "park") in blockers(public_minutes(meeting.now, OCCASION))


@pytest.mark.rule("R-300")
def test_a_late_event_with_the_time_it_was_typed_is_pointed_out() -> None:
    """The departure is put before the vote of minute 3, with minute 4 as its time."""
    meeting = running()
    meeting.record(vote())
    meeting.record(Left(3), before="e4")
    found = blockers(full_minutes(meeting.now, OCCASION))
    assert ChecklistFinding(Blocker.TIME_RUNS_BACKWARDS, "park", "e4") in found


@pytest.mark.rule("R-300")
def test_attendance_figures_count_time_in_the_seat() -> None:
    """A minute for each event: the roll is called at 0 and the meeting closed at 21.

    Member 1 sits and leads: 21. Member 14 comes at 3: 18. Member 5 steps down at 10 and is back at 14: 17. Deputy 3
    sits from 11 to 14: 3. Member 2 leaves at 15: 15. Deputy 1 sits from 16: 5.
    """
    by_name = {each.name: each for each in figures(an_evening().now)}
    names = ("Member 1", "Member 14", "Member 5", "Deputy 3", "Member 2", "Deputy 1")
    assert [by_name[name].whole_minutes for name in names] == [21, 18, 17, 3, 15, 5]
    assert [by_name[name].led for name in ("Member 1", "Member 5")] == [True, False]
    assert [by_name[name].as_deputy for name in ("Member 2", "Deputy 1")] == [False, True]
    assert "Member 15" not in by_name


@pytest.mark.rule("R-300")
def test_figures_of_a_period_are_added_up_for_each_person() -> None:
    evening = figures(an_evening().now)
    added = {each.name: each for each in over_period([evening, evening])}
    assert (added["Member 1"].as_member, added["Member 1"].led, added["Member 1"].as_deputy) == (2, 2, 0)
    assert (added["Deputy 1"].as_member, added["Deputy 1"].as_deputy) == (0, 2)
    assert added["Member 2"].in_seat.total_seconds() == 2 * 15 * 60
