"""Proportional election by the municipal council: the worked example W-4 whole, ties, short lists, votes."""

from datetime import date

import pytest

from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.picking import Picked
from app.councils.domain.proportional_election import (
    Method,
    ProportionalElection,
    VotesDoNotAddUp,
    VotesForUnknownList,
    VotingForm,
    hold_proportional_election,
    method_of_election,
    voting_forms,
)
from app.councils.domain.seats import six_decimals
from tests.domain.councils.test_group_lists import a_list

W4 = [
    a_list("I", "KMKMKMKMKMKMKMKM", 100),
    a_list("II", "MMKMMKMKKMKMKM", 200),
    a_list("III", "MMMKMKMK", 300),
    a_list("IV", "KMKM", 400),
]
W4_VOTES = {"I": 29, "II": 20, "III": 11, "IV": 7}


def held(outcome: ProportionalElection | LotRequired) -> ProportionalElection:
    assert isinstance(outcome, ProportionalElection)
    return outcome


def places(picked: Picked) -> list[int]:
    return [each.place for each in picked.names]


@pytest.mark.rule("R-224")
def test_w4_thirteen_seats_one_by_one_with_every_quotient() -> None:
    """29/1, 20/1, 29/2, 11/1, 20/2, 29/3, 29/4, 7/1, 20/3, 29/5, 11/2, 20/4, 29/6; then 29/7."""
    election = held(hold_proportional_election("Fana", W4, 13, W4_VOTES, present=67))
    awards = [f"{each.list_code} {six_decimals(each.quotient)}" for each in election.distribution.seat_order]
    assert awards == [
        *("I 29.000000", "II 20.000000", "I 14.500000", "III 11.000000", "II 10.000000", "I 9.666667", "I 7.250000"),
        *("IV 7.000000", "II 6.666667", "I 5.800000", "III 5.500000", "II 5.000000", "I 4.833333"),
    ]
    assert [(each.code, each.seats) for each in election.lists] == [("I", 6), ("II", 4), ("III", 2), ("IV", 1)]
    following = [f"{each.list_code} {six_decimals(each.quotient)}" for each in election.distribution.next_in_line]
    assert following == ["I 4.142857"]


@pytest.mark.rule("R-225", "R-226", "R-227")
def test_w4_members_and_deputies_of_lists_two_and_three() -> None:
    """II: no. 4 gives way to 6, and among the deputies 10 to 11. III: 1 and 4; deputies 2, 3, 6, 8."""
    election = held(hold_proportional_election("Fana", W4, 13, W4_VOTES, present=67))
    second, third = election.lists[1:3]
    assert (places(second.members), places(second.deputies)) == ([1, 2, 3, 6], [4, 5, 7, 8, 9, 11])
    assert (places(third.members), places(third.deputies)) == ([1, 4], [2, 3, 6, 8])


@pytest.mark.rule("R-227")
def test_w4_each_list_has_two_more_deputies_than_members_as_far_as_it_has_names() -> None:
    """IV has four names: one member and three deputies."""
    election = held(hold_proportional_election("Fana", W4, 13, W4_VOTES, present=67))
    assert [len(each.deputies.names) for each in election.lists] == [8, 6, 4, 3]


@pytest.mark.rule("R-224")
def test_each_list_shows_its_quotients_to_the_first_that_took_no_seat() -> None:
    election = held(hold_proportional_election("Fana", W4, 13, W4_VOTES, present=67))
    assert [six_decimals(each.quotient) for each in election.lists[2].quotients] == [
        *("11.000000", "5.500000", "3.666667"),
    ]


@pytest.mark.rule("R-224")
def test_a_tie_for_the_last_seat_goes_to_the_list_with_most_votes() -> None:
    """20/2 and 10/1 are equal; the second seat goes to A, which has 20 votes."""
    lists = [a_list("A"), a_list("B", first_id=50)]
    election = held(hold_proportional_election("Fana", lists, 2, {"A": 20, "B": 10}, present=30))
    assert [each.seats for each in election.lists] == [2, 0]


@pytest.mark.rule("R-224")
def test_equal_votes_for_the_last_seat_stop_for_a_lot_and_go_on_when_it_is_drawn() -> None:
    lists = [a_list("A"), a_list("B", first_id=50)]
    votes = {"A": 10, "B": 10}
    stopped = hold_proportional_election("Fana", lists, 3, votes, present=20)
    assert isinstance(stopped, LotRequired)
    assert (stopped.lists, stopped.seat) == (("A", "B"), 3)
    drawn = [Lot(("A", "B"), "B")]
    election = held(hold_proportional_election("Fana", lists, 3, votes, present=20, lots=drawn))
    assert [each.seats for each in election.lists] == [1, 2]


@pytest.mark.rule("R-224")
def test_a_list_without_names_enough_leaves_its_seats_to_the_others() -> None:
    """A has two names and would have won three of four seats."""
    lists = [a_list("A", "KM"), a_list("B", first_id=50)]
    election = held(hold_proportional_election("Fana", lists, 4, {"A": 30, "B": 10}, present=40))
    assert [each.seats for each in election.lists] == [2, 2]


@pytest.mark.rule("R-225")
def test_a_list_with_one_seat_is_asked_for_no_balance_among_its_members() -> None:
    election = held(hold_proportional_election("Fana", W4, 13, W4_VOTES, present=67))
    one = election.lists[3]
    assert (places(one.members), one.members.still_short) == ([1], None)


@pytest.mark.rule("R-223")
def test_each_member_present_gives_one_vote_which_may_be_blank() -> None:
    lists = [a_list("A"), a_list("B", first_id=50)]
    election = held(hold_proportional_election("Fana", lists, 3, {"A": 20, "B": 10}, present=33, blank=3))
    assert (election.votes, election.blank) == (30, 3)


@pytest.mark.rule("R-223")
@pytest.mark.parametrize(("blank", "present"), [(0, 31), (2, 31)], ids=["one vote too few", "one vote too many"])
def test_votes_that_do_not_add_up_are_refused(blank: int, present: int) -> None:
    with pytest.raises(VotesDoNotAddUp) as refused:
        hold_proportional_election("Fana", [a_list("A")], 3, {"A": 30}, present=present, blank=blank)
    assert (refused.value.given, refused.value.present) == (30 + blank, present)


@pytest.mark.rule("R-223")
def test_votes_for_a_list_nobody_put_up_are_refused() -> None:
    with pytest.raises(VotesForUnknownList):
        hold_proportional_election("Fana", [a_list("A")], 3, {"X": 30}, present=30)


@pytest.mark.rule("R-223")
def test_a_show_of_hands_is_open_from_1_july_2023() -> None:
    assert voting_forms(date(2023, 6, 30)) == (VotingForm.WRITTEN,)
    assert VotingForm.SHOW_OF_HANDS in voting_forms(date(2023, 7, 1))


@pytest.mark.rule("R-220", "R-234")
def test_one_who_demands_it_is_enough_for_a_proportional_election() -> None:
    assert method_of_election(proportional_demanded=True) is Method.PROPORTIONAL
    assert method_of_election(proportional_demanded=False) is Method.AGREED
