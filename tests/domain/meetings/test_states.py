"""Where a meeting and an item can go: row by row, and nowhere else."""

from itertools import product

import pytest

from app.meetings.domain.states import (
    ItemCannotMove,
    ItemState,
    MeetingCannotMove,
    MeetingState,
    is_numbered_as_called,
    item_moves,
    meeting_moves,
)

MEETING = """
planned called
planned moved
planned cancelled
called running
called moved
called cancelled
running closed
closed minutes_approved
minutes_approved published
moved called
moved moved
moved cancelled
"""
ITEM = """
draft on_agenda
draft withdrawn
on_agenda draft
on_agenda numbered
on_agenda withdrawn
numbered handled
numbered postponed
numbered withdrawn
"""


def rows(table: str) -> set[tuple[str, ...]]:
    return {tuple(line.split()) for line in table.split("\n") if line}


@pytest.mark.parametrize(("before", "after"), list(product(MeetingState, repeat=2)))
def test_a_meeting_moves_as_the_table_says(before: MeetingState, after: MeetingState) -> None:
    if (before, after) in rows(MEETING):
        assert meeting_moves(before, after) is after
    else:
        with pytest.raises(MeetingCannotMove):
            meeting_moves(before, after)


@pytest.mark.parametrize(("before", "after"), list(product(ItemState, repeat=2)))
def test_an_item_moves_as_the_table_says(before: ItemState, after: ItemState) -> None:
    if (before, after) in rows(ITEM):
        assert item_moves(before, after) is after
    else:
        with pytest.raises(ItemCannotMove):
            item_moves(before, after)


def test_a_meeting_that_is_moved_is_called_anew_and_can_be_moved_again() -> None:
    called_again = meeting_moves(meeting_moves(MeetingState.CALLED, MeetingState.MOVED), MeetingState.CALLED)
    assert meeting_moves(called_again, MeetingState.MOVED) is MeetingState.MOVED


def test_a_refused_move_tells_which_are_possible() -> None:
    with pytest.raises(MeetingCannotMove) as refused:
        meeting_moves(MeetingState.RUNNING, MeetingState.CANCELLED)
    assert refused.value.possible == (MeetingState.CLOSED,)


@pytest.mark.rule("R-282")
def test_what_comes_on_a_called_agenda_is_numbered_at_once() -> None:
    assert [each for each in MeetingState if is_numbered_as_called(each)] == [MeetingState.CALLED, MeetingState.RUNNING]
