"""Who sits where: one person in one seat, and one state at a time."""

from dataclasses import replace

import pytest

from app.councils.domain.sitting_council import NotInCouncil
from app.meetings.domain.presence import (
    EMPTY,
    InTwoStates,
    NotInSeat,
    Occupancy,
    SeatIsTaken,
    Sitting,
    leave,
    resume,
    step_down,
    take_seat,
    voters,
)
from app.meetings.domain.roster import Attendee, MayNotSit, NoSuchSeat, roster_of
from tests.domain.councils.councils import BY_MAJORITY, ELECTED, a_council, deputies
from tests.domain.meetings.meetings import a_roster

ROSTER = a_roster()
H1, H2, FRP1 = 101, 102, 103


def seated(*pairs: tuple[int, int]) -> Occupancy:
    occupancy = EMPTY
    for seat, person_id in pairs:
        occupancy = take_seat(occupancy, ROSTER, seat, person_id)
    return occupancy


@pytest.mark.rule("R-255")
def test_a_deputy_of_the_list_that_won_the_seat_takes_it() -> None:
    assert seated((2, H1)).occupant(2) == H1


@pytest.mark.rule("R-255")
def test_a_deputy_of_another_list_does_not() -> None:
    with pytest.raises(MayNotSit) as refused:
        seated((2, FRP1))
    assert (refused.value.group, refused.value.seat) == ("H", 2)


@pytest.mark.rule("R-286")
def test_nobody_sits_in_another_members_seat() -> None:
    with pytest.raises(MayNotSit):
        seated((2, 3))


def test_there_is_no_seat_beyond_the_last() -> None:
    with pytest.raises(NoSuchSeat):
        seated((16, 1))


def test_a_seat_that_is_taken_is_left_before_another_takes_it() -> None:
    with pytest.raises(SeatIsTaken) as refused:
        take_seat(seated((2, H1)), ROSTER, 2, 2)
    assert refused.value.taken_by == H1
    assert take_seat(leave(seated((2, H1)), H1), ROSTER, 2, 2).occupant(2) == 2


def test_a_deputy_sits_in_one_seat_at_a_time() -> None:
    with pytest.raises(InTwoStates) as refused:
        seated((2, H1), (3, H1))
    assert (refused.value.seat, refused.value.stepped_down) == (2, False)


@pytest.mark.rule("R-287", "R-295")
def test_one_who_steps_down_is_not_there_and_a_deputy_in_the_seat_is() -> None:
    before = seated((1, 1), (2, 2))
    alone = step_down(before, 2)
    assert (alone.occupied, alone.stepped_down_from(2)) == (1, 2)
    assert take_seat(alone, ROSTER, 2, H1).occupied == 2


def test_one_who_has_stepped_down_does_not_arrive_until_the_item_is_done() -> None:
    with pytest.raises(InTwoStates) as refused:
        take_seat(step_down(seated((2, 2)), 2), ROSTER, 2, 2)
    assert refused.value.stepped_down


@pytest.mark.rule("R-287")
def test_after_the_item_the_member_is_back_and_the_deputy_gone() -> None:
    during = take_seat(step_down(seated((1, 1), (2, 2)), 2), ROSTER, 2, H1)
    assert resume(during) == seated((1, 1), (2, 2))


def test_one_who_leaves_after_stepping_down_does_not_come_back_and_the_deputy_stays() -> None:
    during = take_seat(step_down(seated((2, 2)), 2), ROSTER, 2, H1)
    assert resume(leave(during, 2)) == Occupancy((Sitting(2, H1),))


def test_nobody_leaves_or_steps_down_from_a_seat_they_do_not_sit_in() -> None:
    with pytest.raises(NotInSeat):
        leave(EMPTY, 2)
    with pytest.raises(NotInSeat):
        step_down(EMPTY, 2)


@pytest.mark.rule("R-295")
def test_those_kept_out_of_a_question_have_no_vote_in_it() -> None:
    assert [each.seat for each in voters(seated((1, 1), (2, 2), (3, 3)), ROSTER, without=[2])] == [1, 3]


@pytest.mark.rule("R-254", "R-255")
def test_the_roster_keeps_the_list_of_the_seat_and_the_party_of_the_day() -> None:
    """Carl sits for list B and has left it; the deputies of the seat are still those of list B."""
    council = a_council(ELECTED, chair=1, deputies=deputies("B", "Ida Jon"))
    roster = roster_of(council, {3: "", 4: "B"})
    assert (roster.seat(3).group, roster.attendee(3)) == ("B", Attendee(3, "Carl", ""))
    assert [each.attendee.name for each in roster.deputies_for(3)] == ["Ida", "Jon"]
    assert roster.deputies_for(1) == ()
    with pytest.raises(NotInCouncil):
        roster.attendee(999)


@pytest.mark.rule("R-287")
def test_a_seat_nobody_holds_counts_among_the_members_and_nobody_sits_there() -> None:
    council = a_council(ELECTED)
    roster = roster_of(replace(council, members=council.members[:3]), {})
    assert (roster.members, roster.seat(4).summoned) == (4, None)
    with pytest.raises(MayNotSit):
        take_seat(EMPTY, roster, 4, 4)


@pytest.mark.rule("R-255")
def test_after_a_majority_election_any_deputy_can_take_any_seat() -> None:
    roster = roster_of(a_council(BY_MAJORITY, deputies=deputies("", "Rolf")), {})
    assert take_seat(EMPTY, roster, 4, 101).occupant(4) == 101


@pytest.mark.rule("R-256")
def test_a_substitute_sits_while_the_holder_is_on_leave() -> None:
    roster = roster_of(a_council(ELECTED), {}, {2: Attendee(50, "Siv", "A")})
    assert take_seat(EMPTY, roster, 2, 50).occupant(2) == 50
    with pytest.raises(MayNotSit):
        take_seat(EMPTY, roster, 2, 2)
