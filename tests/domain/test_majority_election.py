"""Majority election: names instead of lists, most votes, every tie that matters by lot."""

import pytest

from app.councils.domain.lots import LotDoesNotFit, LotNotNeeded
from app.elections.domain.candidates import Outcome
from app.elections.domain.majority_ballots import (
    DisregardedName,
    MajorityBallot,
    PersonVotes,
    count_majority_votes,
    read_majority_ballot,
)
from app.elections.domain.majority_election import (
    MajoritySettlement,
    PersonLot,
    PersonLotRequired,
    PlacedBy,
    is_majority_election,
    settle_majority_election,
)
from tests.builders import a_contest

W3 = [
    PersonVotes("P", 41, 3),
    PersonVotes("Q", 38, 10),
    PersonVotes("R", 25, 30),
    PersonVotes("S", 25, 5),
    PersonVotes("T", 12, 29),
    PersonVotes("U", 9, 2),
]


def settled(votes: list[PersonVotes], seats: int = 3, lots: tuple[PersonLot, ...] = ()) -> MajoritySettlement:
    outcome = settle_majority_election("w3", seats, votes, lots)
    assert isinstance(outcome, MajoritySettlement), outcome
    return outcome


@pytest.mark.rule("R-180")
@pytest.mark.parametrize(("lists", "expected"), [(0, True), (1, True), (2, False), (9, False)])
def test_a_majority_election_is_held_when_there_is_one_list_or_none(lists: int, expected: bool) -> None:
    contest = a_contest(3, [f"L{n}" for n in range(lists)])
    assert is_majority_election(contest) is expected


@pytest.mark.rule("R-182", "R-183")
def test_w3_stops_for_a_lot_between_r_and_s() -> None:
    """W-3: P 41 and Q 38 are members; R and S have 25 member votes each for the third place."""
    required = settle_majority_election("w3", 3, W3)
    assert required == PersonLotRequired("w3", ("R", "S"), Outcome.MEMBER, 3, 25)


@pytest.mark.rule("R-182", "R-183")
def test_w3_when_s_wins_the_lot() -> None:
    """W-3: deputies by member and deputy votes together: R 25 + 30 = 55, T 12 + 29 = 41, U 9 + 2 = 11."""
    outcome = settled(W3, lots=(PersonLot(("R", "S"), "S"),))
    assert [(place.number, place.person, place.votes) for place in outcome.members] == [
        (1, "P", 41),
        (2, "Q", 38),
        (3, "S", 25),
    ]
    assert [(place.number, place.person, place.votes) for place in outcome.deputies] == [
        (1, "R", 55),
        (2, "T", 41),
        (3, "U", 11),
    ]
    assert outcome.members[2].placed_by is PlacedBy.LOT


@pytest.mark.rule("R-182")
def test_there_are_as_many_deputies_as_members_and_no_more() -> None:
    votes = [PersonVotes(name, 20 - number, 0) for number, name in enumerate("ABCDEFGH")]
    assert [len(settled(votes).members), len(settled(votes).deputies)] == [3, 3]


@pytest.mark.rule("R-186")
def test_no_bonus_no_list_and_no_rule_on_gender_has_a_say() -> None:
    """Only votes count: persons are names, and the three with most member votes sit."""
    votes = [
        PersonVotes("Anne", 5, 0),
        PersonVotes("Berit", 4, 0),
        PersonVotes("Cecilie", 3, 0),
        PersonVotes("Dag", 2, 9),
    ]
    outcome = settled(votes)
    assert [place.person for place in outcome.members] == ["Anne", "Berit", "Cecilie"]
    assert [place.person for place in outcome.deputies] == ["Dag"]


@pytest.mark.rule("R-183")
def test_members_alike_need_no_lot_when_all_of_them_sit() -> None:
    outcome = settled([PersonVotes("A", 9, 0), PersonVotes("B", 9, 0), PersonVotes("C", 9, 0), PersonVotes("D", 1, 0)])
    assert {place.placed_by for place in outcome.members} == {PlacedBy.ORDER_ONLY}


@pytest.mark.rule("R-183")
def test_deputies_alike_always_need_a_lot_since_they_are_called_in_order() -> None:
    votes = [
        PersonVotes("A", 9, 0),
        PersonVotes("B", 8, 0),
        PersonVotes("C", 7, 0),
        PersonVotes("D", 2, 1),
        PersonVotes("E", 1, 2),
    ]
    required = settle_majority_election("w3", 3, votes)
    assert required == PersonLotRequired("w3", ("D", "E"), Outcome.DEPUTY, 1, 3)
    outcome = settled(votes, lots=(PersonLot(("D", "E"), "E"),))
    assert [place.person for place in outcome.deputies] == ["E", "D"]


@pytest.mark.rule("R-183")
def test_a_lot_without_a_tie_is_refused() -> None:
    with pytest.raises(LotNotNeeded):
        settle_majority_election(
            "w3", 3, [PersonVotes("A", 9, 0), PersonVotes("B", 8, 0)], [PersonLot(("A", "B"), "A")]
        )


@pytest.mark.rule("R-181")
@pytest.mark.parametrize(
    ("ballot", "members", "deputies", "disregarded"),
    [
        (MajorityBallot(("A", "B"), ("C",)), "AB", "C", []),
        (MajorityBallot(("A", "B", "C", "D"), ()), "ABC", "", [DisregardedName.EXCESS]),
        (MajorityBallot(tuple("ABCDEFG")), "ABC", "DEF", [DisregardedName.EXCESS]),
        (MajorityBallot(("A", "A", None), ("A", "B")), "A", "B", [
            DisregardedName.REPEATED, DisregardedName.UNREADABLE, DisregardedName.REPEATED,
        ]),
        (MajorityBallot(("X", "A")), "A", "", [DisregardedName.INELIGIBLE]),
    ],
    ids=["separated", "too many members", "not separated", "a name only once", "who cannot be elected"],
)  # fmt: skip
def test_which_names_count_on_a_ballot_for_three_seats(
    ballot: MajorityBallot, members: str, deputies: str, disregarded: list[DisregardedName]
) -> None:
    reading = read_majority_ballot(ballot, 3, ineligible={"X"})
    assert ("".join(reading.members), "".join(reading.deputies)) == (members, deputies)
    assert list(reading.disregarded) == disregarded


@pytest.mark.rule("R-181", "R-182")
def test_votes_are_counted_by_person() -> None:
    ballots = [MajorityBallot(("A", "B"), ("C",)), MajorityBallot(("A",), ("B",)), MajorityBallot(("C", "A"))]
    readings = [read_majority_ballot(ballot, 3) for ballot in ballots]
    assert count_majority_votes(readings) == (PersonVotes("A", 3, 0), PersonVotes("B", 1, 1), PersonVotes("C", 1, 1))


@pytest.mark.rule("R-182", "R-183")
def test_w3_when_r_wins_the_lot() -> None:
    """Deputies are then T 41, S 25 + 5 = 30, U 11. The lot is recorded with the tied in the order of the count."""
    outcome = settled(W3, lots=(PersonLot(("S", "R"), "R"),))
    assert [place.person for place in outcome.members] == ["P", "Q", "R"]
    assert [(place.person, place.votes) for place in outcome.deputies] == [("T", 41), ("S", 30), ("U", 11)]
    assert outcome.lots == (PersonLot(("R", "S"), "R"),)


@pytest.mark.rule("R-183")
def test_a_lot_between_others_is_refused() -> None:
    with pytest.raises(LotDoesNotFit):
        settle_majority_election("w3", 3, W3, [PersonLot(("R", "T"), "R")])


@pytest.mark.rule("R-182")
def test_deputy_votes_make_nobody_a_member() -> None:
    """One seat: B has 50 deputy votes, A one member vote."""
    outcome = settled([PersonVotes("A", 1, 0), PersonVotes("B", 0, 50)], seats=1)
    assert [place.person for place in outcome.members] == ["A"]
    assert [(place.person, place.votes) for place in outcome.deputies] == [("B", 50)]


@pytest.mark.rule("R-182")
def test_places_stay_empty_when_too_few_have_votes() -> None:
    outcome = settled([PersonVotes("A", 4, 0), PersonVotes("B", 0, 2)])
    assert [place.person for place in outcome.members] == ["A"]
    assert [place.person for place in outcome.deputies] == ["B"]


@pytest.mark.rule("R-183")
def test_three_tied_for_one_seat_and_again_as_deputies() -> None:
    """One seat, three persons with 5 votes each: a lot for the seat, then one for the deputy's place."""
    votes = [PersonVotes(name, 5, 0) for name in "ABC"]
    lots = (PersonLot(("A", "B", "C"), "B"),)
    required = settle_majority_election("w3", 1, votes, lots)
    assert required == PersonLotRequired("w3", ("A", "C"), Outcome.DEPUTY, 1, 5)
    outcome = settled(votes, seats=1, lots=(*lots, PersonLot(("A", "C"), "A")))
    assert [place.person for place in (*outcome.members, *outcome.deputies)] == ["B", "A"]


@pytest.mark.rule("R-181")
def test_names_that_do_not_count_take_no_place_from_those_after_them() -> None:
    """Two seats; X cannot be elected."""
    reading = read_majority_ballot(MajorityBallot((None, "X", "A", "A", "B"), ("X", "C")), 2, ineligible={"X"})
    assert (reading.members, reading.deputies) == (("A", "B"), ("C",))


@pytest.mark.rule("R-181")
def test_a_name_that_fell_away_among_the_members_counts_where_it_is_a_deputys() -> None:
    """Two seats: C is the third member's name, and the first deputy's."""
    reading = read_majority_ballot(MajorityBallot(("A", "B", "C"), ("C",)), 2)
    assert (reading.members, reading.deputies) == (("A", "B"), ("C",))
    assert reading.disregarded == (DisregardedName.EXCESS,)
