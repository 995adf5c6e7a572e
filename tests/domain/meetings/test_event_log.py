"""The log: only added to, sent twice counted once, undone by entries, frozen when the meeting closes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.meetings.domain.event_log import (
    Entry,
    LaterEventFails,
    LogEntry,
    MeetingIsClosed,
    NothingToUndo,
    NotInLog,
    OutOfSequence,
    SentWithOtherWords,
    Undo,
    append,
    append_all,
    as_it_was_after,
    read_log,
)
from app.meetings.domain.events import (
    Arrived,
    ItemHandled,
    ItemOpened,
    Left,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
    MeetingSet,
    RemarkEntered,
    RollCalled,
)
from app.meetings.domain.presence import InTwoStates, NotInSeat, Sitting
from app.meetings.domain.proceedings import ItemStillOpen, MeetingIsAdjourned, MeetingNotRunning, NoItemOpen
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.record_frame import NotAdjourned, RollCalledTwice, RollNotCalled
from app.meetings.domain.states import MeetingState
from app.meetings.domain.vote_forms import VoteOfEmptySeat
from tests.domain.meetings.meetings import HANDLED, START, Recorder, a_setting, per_seat, roll, running, vote


def test_the_same_entry_sent_again_adds_nothing() -> None:
    meeting = running()
    assert append(meeting.log, meeting.log.entries[1]) is meeting.log


def test_an_entry_that_was_renumbered_and_sent_again_is_the_same_entry() -> None:
    """The answer was lost on the way, so the client took its number for taken."""
    meeting = running()
    assert append(meeting.log, replace(meeting.log.entries[1], sequence=9)) is meeting.log


def test_another_event_under_a_used_id_is_refused() -> None:
    meeting = running()
    with pytest.raises(SentWithOtherWords):
        append(meeting.log, Entry("e2", 4, START, Left(3)))


def test_one_who_was_offline_sends_everything_again_and_only_the_new_counts() -> None:
    """Entries 1 to 3 had arrived; the client sends 2 to 5, in no order."""
    online = running()
    there = online.log
    online.record(Left(3), Left(4))
    sent = [online.log.entries[number] for number in (4, 1, 3, 2)]
    assert append_all(there, sent) == online.log


def test_an_entry_out_of_turn_is_refused_with_the_sequence_that_was_expected() -> None:
    meeting = running()
    for sequence in (3, 5):
        with pytest.raises(OutOfSequence) as refused:
            append(meeting.log, Entry("new", sequence, START, Left(3)))
        assert refused.value.expected == 4


def test_an_undo_is_an_entry_and_the_event_stays_in_the_log() -> None:
    meeting = running()
    meeting.record(Left(3))
    after = meeting.undo("e4")
    assert (after.occupancy.occupied, len(meeting.log.entries)) == (15, 5)
    assert [each.event_id for each in after.happened] == ["e1", "e2", "e3"]


def test_an_undo_can_be_undone() -> None:
    meeting = running()
    meeting.record(Left(3))
    meeting.undo("e4")
    assert meeting.undo("e5").occupancy.occupied == 14


def test_what_is_undone_or_unknown_is_not_undone_again() -> None:
    meeting = running()
    meeting.record(Left(3))
    meeting.undo("e4")
    for gone in ("e4", "never"):
        with pytest.raises(NothingToUndo):
            meeting.undo(gone)


@pytest.mark.rule("R-287")
def test_undoing_what_a_later_event_rests_on_is_refused_with_that_event() -> None:
    """Eight sit when the vote is held; without the eighth there were no quorum."""
    meeting = running(seats=range(1, 8))
    meeting.record(Arrived(8, 8), vote())
    with pytest.raises(LaterEventFails) as refused:
        meeting.undo("e4")
    assert (refused.value.failing, type(refused.value.refusal)) == ("e5", NotQuorate)
    meeting.undo("e5")
    assert meeting.undo("e4").occupancy.occupied == 7


@pytest.mark.rule("R-287")
def test_one_who_left_before_a_vote_can_be_recorded_after_it() -> None:
    meeting = running()
    meeting.record(vote())
    assert meeting.now.votes[0].result.quorum.occupied == 15
    after = meeting.record(Left(3), before="e4")
    assert after.votes[0].result.quorum.occupied == 14
    assert [each.event_id for each in after.happened] == ["e1", "e2", "e3", "e5", "e4"]


def test_a_late_event_that_a_vote_contradicts_is_refused() -> None:
    meeting = running()
    meeting.record(vote(form=per_seat("F" * 15)))
    with pytest.raises(LaterEventFails) as refused:
        meeting.record(Left(3), before="e4")
    assert isinstance(refused.value.refusal, VoteOfEmptySeat)
    with pytest.raises(NotInLog):
        meeting.record(Left(3), before="never")


def test_a_late_event_that_could_not_have_happened_itself_is_refused_with_its_own_facts() -> None:
    meeting = running(seats=range(1, 15))
    meeting.record(vote())
    with pytest.raises(NotInSeat) as refused:
        meeting.record(Left(15), before="e4")
    assert refused.value.person_id == 15


def test_an_event_keeps_its_place_when_the_one_it_came_before_is_undone() -> None:
    """Member 3 left before the vote; the vote is taken back and recorded anew, and member 3 is still gone."""
    meeting = running()
    meeting.record(vote(), RemarkEntered("After the vote."))
    meeting.record(Left(3), before="e4")
    after = meeting.undo("e4")
    assert [each.event_id for each in after.happened] == ["e1", "e2", "e3", "e6", "e5"]


@pytest.mark.rule("R-300")
def test_closing_freezes_the_log_for_events_and_undos() -> None:
    meeting = running()
    meeting.record(HANDLED, MeetingClosed())
    assert meeting.now.state is MeetingState.CLOSED
    with pytest.raises(MeetingIsClosed):
        meeting.record(Left(3))
    with pytest.raises(MeetingIsClosed):
        meeting.undo("e5")
    assert append(meeting.log, meeting.log.entries[4]) is meeting.log


def test_a_meeting_with_an_open_item_is_not_closed() -> None:
    with pytest.raises(ItemStillOpen):
        running().record(MeetingClosed())


@pytest.mark.rule("R-287")
def test_for_any_moment_it_is_known_who_sat_where() -> None:
    meeting = running()
    meeting.record(Left(3), Arrived(3, 101))
    assert [as_it_was_after(meeting.log, each).occupancy.occupant(3) for each in ("e3", "e4", "e5")] == [3, None, 101]
    with pytest.raises(NotInLog):
        as_it_was_after(meeting.log, "never")


def test_a_log_read_from_its_store_is_the_log_that_was_stored() -> None:
    meeting = running()
    meeting.record(vote(), Left(3))
    meeting.undo("e4")
    backwards: list[LogEntry] = list(reversed(meeting.log.entries))
    assert read_log(a_setting(), backwards) == meeting.log


def test_the_roll_is_called_once_and_before_the_meeting_is_set() -> None:
    recorder = Recorder(a_setting())
    with pytest.raises(RollNotCalled):
        recorder.record(MeetingSet(1))
    recorder.record(roll())
    with pytest.raises(RollCalledTwice):
        recorder.record(roll())
    with pytest.raises(MeetingNotRunning):
        recorder.record(ItemOpened("park"))


def test_nobody_answers_the_roll_twice() -> None:
    with pytest.raises(InTwoStates):
        Recorder(a_setting()).record(RollCalled((Sitting(1, 101), Sitting(2, 101))))


def test_in_a_pause_people_come_and_go_and_nothing_is_decided() -> None:
    meeting = running()
    meeting.record(MeetingAdjourned("Group meetings"), Left(3))
    with pytest.raises(MeetingIsAdjourned):
        meeting.record(vote())
    assert meeting.record(MeetingResumed(), vote()).votes[0].result.tally.cast == 14
    with pytest.raises(NotAdjourned):
        meeting.record(MeetingResumed())


def test_what_belongs_to_an_item_needs_an_open_one() -> None:
    meeting = running()
    meeting.record(ItemHandled())
    with pytest.raises(NoItemOpen):
        meeting.record(vote())


def test_time_is_the_secretarys_and_does_not_decide_the_order() -> None:
    meeting = running()
    earlier = Entry("early", 4, START - timedelta(hours=1), Left(3))
    assert append(meeting.log, earlier).now.happened[-1].event_id == "early"


def test_an_undo_of_an_undo_that_no_longer_fits_is_refused() -> None:
    """Member 3 left, which was taken back; then member 3 left again. Both cannot stand."""
    meeting = running()
    meeting.record(Left(3))
    meeting.undo("e4")
    meeting.record(Left(3))
    with pytest.raises(LaterEventFails) as refused:
        append(meeting.log, Undo("e7", 7, START, "e5"))
    assert refused.value.failing == "e6"
