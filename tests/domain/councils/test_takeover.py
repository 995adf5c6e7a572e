"""A takeover in one act: seats by quotient, ranked deputies, vacant offices, and the previous term's end."""

from dataclasses import replace
from datetime import date

import pytest

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, EndCause, LeaveSpell, Role, SeatSpell
from app.councils.domain.membership_checks import require_possible
from app.councils.domain.outgoing import Outgoing, end_all
from app.councils.domain.takeover import (
    ElectedOfList,
    ElectedTwice,
    ElectionOutcome,
    OfficerNotMember,
    OutcomeDoesNotAddUp,
    SeatNotTaken,
    Start,
    Takeover,
    take_over,
    takes_office_on,
)
from app.councils.domain.terms import Term
from tests.domain.councils.councils import deputy, leave, membership, role, seat

VALID_ON = date(2023, 10, 18)
BY_VOTERS = Start(VALID_ON, Cause.ELECTED, "bystyresak 301/23", "kommuneloven (2018) § 5-8")
BY_CITY_COUNCIL = Start(VALID_ON, Cause.APPOINTED, "bystyresak 302/23", "kommuneloven (2018) § 5-7")

OUTCOME = ElectionOutcome(
    ("A", "B", "A"), (ElectedOfList("A", (11, 12), (13, 14, 15)), ElectedOfList("B", (21,), (22, 23)))
)
"""Three seats: A first and third, B second. A has deputies 13, 14 and 15, B 22 and 23."""

OLD = membership(
    seat(1, "2020-01-01"),
    seat(2, "2020-01-01", "2022-03-01", number=2),
    seat(3, "2022-03-01", number=2),
    deputy(4, 1, "2020-01-01"),
    role(1, Role.CHAIR, "2020-01-01"),
    leave(1, "2023-09-01", "2023-12-01"),
)
"""Seat 1 is person 1's, the chair, who is on leave; seat 2 went from 2 to 3 on 1 March 2022."""
APPOINTED_BEFORE = Outgoing(CouncilBasis.APPOINTED, OLD, election_year=2023)


def holders(takeover: Takeover) -> list[tuple[int, int, str]]:
    return [(each.seat, each.person_id, each.list_code) for each in takeover.seats]


@pytest.mark.rule("R-262")
def test_the_seat_of_the_nth_highest_quotient_is_seat_n() -> None:
    taken = take_over(OUTCOME, BY_VOTERS)
    assert holders(taken) == [(1, 11, "A"), (2, 21, "B"), (3, 12, "A")]
    assert {(each.from_on, each.to_on, each.cause) for each in taken.seats} == {(VALID_ON, None, Cause.ELECTED)}
    assert {each.decision_reference for each in taken.seats} == {"bystyresak 301/23"}


@pytest.mark.rule("R-256", "R-262")
def test_deputies_are_ranked_within_their_list() -> None:
    taken = take_over(OUTCOME, BY_VOTERS)
    ranked = [(each.list_code, each.rank, each.person_id) for each in taken.deputies]
    assert ranked == [("A", 1, 13), ("A", 2, 14), ("A", 3, 15), ("B", 1, 22), ("B", 2, 23)]


@pytest.mark.rule("R-262")
def test_what_is_taken_over_can_be_recorded() -> None:
    taken = take_over(OUTCOME, BY_VOTERS)
    new = Membership(seats=taken.seats, deputies=taken.deputies, roles=taken.roles)
    require_possible(new, 3, Term(VALID_ON, date(2028, 1, 1)))


@pytest.mark.rule("R-256")
def test_after_a_majority_election_there_is_one_row_of_members_and_deputies() -> None:
    taken = take_over(ElectionOutcome(("", "", ""), (ElectedOfList("", (5, 6, 7), (8, 9)),)), BY_VOTERS)
    assert holders(taken) == [(1, 5, ""), (2, 6, ""), (3, 7, "")]
    assert [(each.rank, each.person_id) for each in taken.deputies] == [(1, 8), (2, 9)]


@pytest.mark.rule("R-210")
def test_in_a_directly_elected_council_both_offices_are_vacant_until_its_first_meeting() -> None:
    taken = take_over(OUTCOME, BY_VOTERS, APPOINTED_BEFORE)
    assert (taken.roles, taken.vacant_offices) == ((), (Role.CHAIR, Role.DEPUTY_CHAIR))
    assert taken.convener_id == 1


@pytest.mark.rule("R-210")
def test_the_mayor_calls_the_first_meeting_where_no_chair_is_left() -> None:
    leaderless = Outgoing(CouncilBasis.APPOINTED, replace(OLD, roles=()), 2023)
    assert take_over(OUTCOME, BY_VOTERS, leaderless).convener_id is None


@pytest.mark.rule("R-210", "R-220")
def test_an_appointed_council_gets_its_officers_with_its_members() -> None:
    start = replace(BY_CITY_COUNCIL, officers=((Role.CHAIR, 21),))
    taken = take_over(OUTCOME, start)
    assert [(each.role, each.person_id) for each in taken.roles] == [(Role.CHAIR, 21)]
    assert taken.vacant_offices == (Role.DEPUTY_CHAIR,)


@pytest.mark.rule("R-210", "R-220")
def test_a_deputy_cannot_be_made_chair() -> None:
    with pytest.raises(OfficerNotMember) as refused:
        take_over(OUTCOME, replace(BY_CITY_COUNCIL, officers=((Role.CHAIR, 13),)))
    assert (refused.value.role, refused.value.person_id) == (Role.CHAIR, 13)


@pytest.mark.rule("R-210")
def test_every_spell_of_the_previous_term_that_lasts_ends_the_day_the_new_council_begins() -> None:
    ends = take_over(OUTCOME, BY_VOTERS, APPOINTED_BEFORE).outgoing
    assert ends is not None
    seats = [(each.after.person_id, each.after.to_on, each.after.end_cause) for each in ends.seats if each.after]
    deputies = [(each.after.person_id, each.after.to_on, each.after.end_cause) for each in ends.deputies if each.after]
    chairs = [(each.after.person_id, each.after.to_on, each.after.end_cause) for each in ends.roles if each.after]
    assert seats == [(1, VALID_ON, EndCause.TERM_ENDED), (3, VALID_ON, EndCause.TERM_ENDED)]
    assert deputies == [(4, VALID_ON, EndCause.TERM_ENDED)]
    assert chairs == [(1, VALID_ON, EndCause.TERM_ENDED)]


@pytest.mark.rule("R-210")
def test_what_had_ended_before_stands_as_it_was() -> None:
    ends = take_over(OUTCOME, BY_VOTERS, APPOINTED_BEFORE).outgoing
    assert ends is not None
    assert 2 not in [each.before.person_id for each in ends.seats]


@pytest.mark.rule("R-210")
def test_a_leave_does_not_outlast_the_term() -> None:
    ends = take_over(OUTCOME, BY_VOTERS, APPOINTED_BEFORE).outgoing
    assert ends is not None
    assert [each.after for each in ends.leaves] == [LeaveSpell(1, date(2023, 9, 1), VALID_ON)]


@pytest.mark.rule("R-210")
def test_what_would_have_begun_only_in_the_new_term_never_was() -> None:
    planned = replace(OLD, leaves=(leave(3, "2023-11-01", "2023-12-01"),))
    ends = take_over(OUTCOME, BY_VOTERS, Outgoing(CouncilBasis.APPOINTED, planned, 2023)).outgoing
    assert ends is not None
    assert [each.after for each in ends.leaves] == [None]


@pytest.mark.rule("R-14", "R-210")
@pytest.mark.parametrize(
    ("basis", "valid_on", "to_on"),
    [
        (CouncilBasis.APPOINTED, date(2023, 12, 31), date(2023, 12, 31)),
        (CouncilBasis.APPOINTED, date(2024, 2, 1), date(2024, 1, 1)),
        (CouncilBasis.DIRECTLY_ELECTED, date(2024, 2, 1), date(2024, 2, 1)),
    ],
    ids=["successor first", "appointed: New Year first", "directly elected: sits until the new election is valid"],
)
def test_an_outgoing_appointed_council_sits_at_most_to_new_year(
    basis: CouncilBasis, valid_on: date, to_on: date
) -> None:
    taken = take_over(OUTCOME, replace(BY_VOTERS, from_on=valid_on), Outgoing(basis, OLD, 2023))
    assert taken.outgoing is not None
    assert taken.outgoing.to_on == to_on
    assert taken.convener_id == 1


@pytest.mark.rule("R-194", "R-256")
def test_one_who_is_no_longer_eligible_takes_no_seat_and_deputies_keep_their_numbers() -> None:
    taken = take_over(OUTCOME, BY_VOTERS, no_longer_eligible={21, 13})
    assert taken.not_taken == (SeatNotTaken(2, "B", 21),)
    assert [each.seat for each in taken.seats] == [1, 3]
    assert [(each.rank, each.person_id) for each in taken.deputies if each.list_code == "A"] == [(2, 14), (3, 15)]


@pytest.mark.rule("R-262")
def test_one_who_sat_before_and_is_elected_again_has_two_spells() -> None:
    """Person 1 sat for the old council until 17 October and is elected anew: the old spell ends, a new one begins."""
    again = replace(OUTCOME, lists=(ElectedOfList("A", (1, 12)), OUTCOME.lists[1]))
    taken = take_over(again, BY_VOTERS, APPOINTED_BEFORE)
    assert taken.outgoing is not None
    old: SeatSpell | None = taken.outgoing.seats[0].after
    assert old is not None
    assert (old.person_id, old.to_on, taken.seats[0].person_id, taken.seats[0].from_on) == (1, VALID_ON, 1, VALID_ON)


@pytest.mark.rule("R-262")
def test_a_list_with_more_or_fewer_members_than_seats_is_refused() -> None:
    with pytest.raises(OutcomeDoesNotAddUp) as refused:
        take_over(replace(OUTCOME, seat_order=("A", "B", "B")), BY_VOTERS)
    assert (refused.value.list_code, refused.value.seats, refused.value.members) == ("A", 1, 2)


@pytest.mark.rule("R-262")
def test_one_elected_twice_to_the_same_council_is_refused() -> None:
    twice = replace(OUTCOME, lists=(OUTCOME.lists[0], ElectedOfList("B", (21,), (11,))))
    with pytest.raises(ElectedTwice) as refused:
        take_over(twice, BY_VOTERS)
    assert refused.value.person_id == 11


@pytest.mark.rule("R-210")
def test_a_directly_elected_council_starts_when_its_election_is_found_valid_or_on_a_later_day_that_is_set() -> None:
    assert takes_office_on(VALID_ON) == VALID_ON
    assert takes_office_on(VALID_ON, date(2023, 11, 1)) == date(2023, 11, 1)
    assert takes_office_on(VALID_ON, date(2023, 10, 1)) == VALID_ON


@pytest.mark.rule("R-7")
def test_when_a_council_is_abolished_everything_ends_with_it() -> None:
    """Abolished from 1 July 2021: person 3, who came into seat 2 only in 2022, never did."""
    ends = end_all(OLD, date(2021, 7, 1), EndCause.COUNCIL_ABOLISHED)
    closed = [(each.before.person_id, each.after and each.after.end_cause) for each in ends.seats]
    abolished = EndCause.COUNCIL_ABOLISHED
    assert closed == [(1, abolished), (2, abolished), (3, None)]
