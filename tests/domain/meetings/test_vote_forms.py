"""However a vote is spoken, it becomes exactly one vote for each occupied seat."""

import pytest

from app.meetings.domain.presence import EMPTY, take_seat
from app.meetings.domain.presence import voters as voters_in
from app.meetings.domain.vote_forms import (
    BlankNotOpen,
    ByGroup,
    Choice,
    NamedTwice,
    PartyNotPresent,
    PerSeat,
    SeatsWithoutVote,
    SecretBallot,
    SecretBallotNotOpen,
    Tally,
    Unanimous,
    VoteForm,
    VoteOfEmptySeat,
    VotesAreNotAsManyAsSeats,
    resolve,
)
from tests.domain.meetings.meetings import a_roster, per_seat, some_voters

FOR, AGAINST, BLANK = Choice
VOTERS = some_voters("H", "H", "FrP", "Ap", "Ap", "")


def said(form: VoteForm, *, on_persons: bool = False) -> str:
    letters = {FOR: "F", AGAINST: "A", BLANK: "-"}
    return "".join(letters[each.choice] for each in resolve(form, VOTERS, on_persons=on_persons)[1])


@pytest.mark.rule("R-300")
def test_unanimous_is_a_vote_from_every_seat() -> None:
    assert (said(Unanimous()), said(Unanimous(AGAINST))) == ("FFFFFF", "AAAAAA")


@pytest.mark.rule("R-300")
def test_by_group_with_a_named_exception() -> None:
    """H and FrP for, the rest against, seat 2 (H) against: seats 1 and 3 for, 2, 4, 5 and 6 against."""
    form = ByGroup((("H", FOR), ("FrP", FOR)), rest=AGAINST, exceptions=((2, AGAINST),))
    assert said(form) == "FAFAAA"
    assert resolve(form, VOTERS, on_persons=False)[0] == Tally(2, 4)


@pytest.mark.rule("R-300")
def test_an_independent_is_one_of_the_rest_or_named_by_seat() -> None:
    every_party = (("H", FOR), ("FrP", FOR), ("Ap", AGAINST))
    assert said(ByGroup(every_party, exceptions=((6, FOR),))) == "FFFAAF"
    with pytest.raises(SeatsWithoutVote) as refused:
        said(ByGroup(every_party))
    assert refused.value.seats == (6,)


@pytest.mark.rule("R-288")
def test_those_who_are_present_must_vote() -> None:
    with pytest.raises(SeatsWithoutVote) as refused:
        said(per_seat("FFF A"))
    assert refused.value.seats == (4, 6)


@pytest.mark.rule("R-288")
def test_blank_is_open_in_elections_and_appointments_only() -> None:
    assert said(per_seat("FFFA--"), on_persons=True) == "FFFA--"
    with pytest.raises(BlankNotOpen) as refused:
        said(per_seat("FFFA--"))
    assert refused.value.seats == (5, 6)


def test_a_vote_for_an_empty_seat_is_refused() -> None:
    with pytest.raises(VoteOfEmptySeat) as refused:
        said(per_seat("FFFFFFF"))
    assert refused.value.seat == 7
    with pytest.raises(VoteOfEmptySeat):
        said(ByGroup((), rest=FOR, exceptions=((7, AGAINST),)))


def test_a_party_of_which_nobody_is_there_is_refused() -> None:
    with pytest.raises(PartyNotPresent) as refused:
        said(ByGroup((("SV", FOR),), rest=AGAINST))
    assert refused.value.present == ("H", "FrP", "Ap")


@pytest.mark.parametrize(
    "form",
    [
        ByGroup((("H", FOR), ("H", AGAINST)), rest=FOR),
        ByGroup((), rest=FOR, exceptions=((1, AGAINST), (1, FOR))),
        PerSeat(((1, FOR), (1, FOR))),
    ],
)
def test_nothing_is_said_twice(form: VoteForm) -> None:
    with pytest.raises(NamedTwice):
        said(form)


@pytest.mark.rule("R-300")
def test_of_a_secret_ballot_only_the_numbers_are_kept() -> None:
    assert resolve(SecretBallot(4, 1, 1), VOTERS, on_persons=True) == (Tally(4, 1, 1), ())


@pytest.mark.rule("R-300")
def test_a_secret_ballot_is_for_persons_only() -> None:
    with pytest.raises(SecretBallotNotOpen):
        resolve(SecretBallot(4, 2), VOTERS, on_persons=False)


@pytest.mark.parametrize("form", [SecretBallot(4, 1), SecretBallot(4, 3), SecretBallot(7, -1)])
def test_a_secret_ballot_has_as_many_votes_as_occupied_seats(form: SecretBallot) -> None:
    with pytest.raises(VotesAreNotAsManyAsSeats):
        resolve(form, VOTERS, on_persons=True)


@pytest.mark.rule("R-254")
def test_a_deputy_votes_with_the_deputys_own_party_from_the_members_seat() -> None:
    roster = a_roster()
    (voter,) = voters_in(take_seat(EMPTY, roster, 3, 101), roster)
    assert (voter.seat, voter.name, voter.party, voter.as_deputy) == (3, "Deputy 1", "H", True)
