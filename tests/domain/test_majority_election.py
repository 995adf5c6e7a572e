"""The election of persons by most votes, held where there is no choice between lists."""

import pytest

from app.elections.domain.candidates import Outcome
from app.elections.domain.lots import LotDoesNotFit, LotNotNeeded
from app.elections.domain.majority_ballots import (
    DisregardedName,
    MajorityBallot,
    MajorityReading,
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

W3_SEATS = 3
W3_VOTES = (
    PersonVotes("P", 41, 3),
    PersonVotes("Q", 38, 10),
    PersonVotes("R", 25, 30),
    PersonVotes("S", 25, 5),
    PersonVotes("T", 12, 29),
    PersonVotes("U", 9, 2),
)


def finished(outcome: MajoritySettlement | PersonLotRequired) -> MajoritySettlement:
    assert isinstance(outcome, MajoritySettlement), outcome
    return outcome


def members(settlement: MajoritySettlement) -> list[tuple[str, int]]:
    return [(each.person, each.votes) for each in settlement.members]


def deputies(settlement: MajoritySettlement) -> list[tuple[str, int]]:
    return [(each.person, each.votes) for each in settlement.deputies]


@pytest.mark.rule("R-180")
@pytest.mark.parametrize(("lists", "majority"), [([], True), (["A"], True), (["A", "B"], False)])
def test_a_majority_election_is_held_when_one_list_or_none_stands(lists: list[str], majority: bool) -> None:
    assert is_majority_election(a_contest(lists=lists)) is majority


@pytest.mark.rule("R-182", "R-183")
def test_w3_stops_for_the_lot_between_r_and_s() -> None:
    """W-3: three seats. P 41 and Q 38 are members; R and S have 25 each for the third place."""
    outcome = settle_majority_election("w3", W3_SEATS, W3_VOTES)
    assert outcome == PersonLotRequired("w3", ("R", "S"), Outcome.MEMBER, number=3, votes=25)


@pytest.mark.rule("R-182", "R-183", "R-186")
def test_w3_when_s_wins_the_lot() -> None:
    """W-3: deputies are R 25 + 30 = 55, T 12 + 29 = 41, U 9 + 2 = 11: as many as the seats, not three more."""
    settlement = finished(settle_majority_election("w3", W3_SEATS, W3_VOTES, [PersonLot(("R", "S"), "S")]))
    assert members(settlement) == [("P", 41), ("Q", 38), ("S", 25)]
    assert [each.placed_by for each in settlement.members] == [PlacedBy.VOTES, PlacedBy.VOTES, PlacedBy.LOT]
    assert deputies(settlement) == [("R", 55), ("T", 41), ("U", 11)]
    assert settlement.lots == (PersonLot(("R", "S"), "S"),)


@pytest.mark.rule("R-182")
def test_w3_when_r_wins_the_lot() -> None:
    """Deputies are then T 41, S 25 + 5 = 30, U 11."""
    settlement = finished(settle_majority_election("w3", W3_SEATS, W3_VOTES, [PersonLot(("S", "R"), "R")]))
    assert members(settlement) == [("P", 41), ("Q", 38), ("R", 25)]
    assert deputies(settlement) == [("T", 41), ("S", 30), ("U", 11)]
    assert settlement.lots == (PersonLot(("R", "S"), "R"),)


@pytest.mark.rule("R-182")
def test_deputy_votes_make_nobody_a_member() -> None:
    """One seat: B has 50 deputy votes, A one member vote."""
    votes = [PersonVotes("A", 1, 0), PersonVotes("B", 0, 50)]
    settlement = finished(settle_majority_election("w3", 1, votes))
    assert (members(settlement), deputies(settlement)) == ([("A", 1)], [("B", 50)])


@pytest.mark.rule("R-182")
def test_places_stay_empty_when_too_few_have_votes() -> None:
    settlement = finished(settle_majority_election("w3", 3, [PersonVotes("A", 4, 0), PersonVotes("B", 0, 2)]))
    assert (members(settlement), deputies(settlement)) == ([("A", 4)], [("B", 2)])


@pytest.mark.rule("R-183")
def test_a_tie_between_persons_who_are_all_members_needs_no_lot() -> None:
    votes = [PersonVotes("A", 5, 0), PersonVotes("B", 5, 0), PersonVotes("C", 1, 0)]
    settlement = finished(settle_majority_election("w3", 2, votes))
    assert [each.placed_by for each in settlement.members] == [PlacedBy.ORDER_ONLY, PlacedBy.ORDER_ONLY]


@pytest.mark.rule("R-183")
def test_deputies_are_ranked_so_every_tie_between_them_is_drawn() -> None:
    """Two seats. Deputies B and C have 4 each, for two places: one lot gives the first, the other is second."""
    votes = [PersonVotes("A", 9, 0), PersonVotes("B", 1, 3), PersonVotes("C", 0, 4), PersonVotes("D", 8, 0)]
    outcome = settle_majority_election("w3", 2, votes)
    assert outcome == PersonLotRequired("w3", ("B", "C"), Outcome.DEPUTY, number=1, votes=4)
    settlement = finished(settle_majority_election("w3", 2, votes, [PersonLot(("B", "C"), "C")]))
    assert deputies(settlement) == [("C", 4), ("B", 4)]


@pytest.mark.rule("R-183")
def test_three_tied_for_one_seat_and_again_as_deputies() -> None:
    """One seat, three persons with 5 votes each: a lot for the seat, then one for the deputy's place."""
    votes = [PersonVotes(name, 5, 0) for name in "ABC"]
    lots = [PersonLot(("A", "B", "C"), "B")]
    outcome = settle_majority_election("w3", 1, votes, lots)
    assert outcome == PersonLotRequired("w3", ("A", "C"), Outcome.DEPUTY, number=1, votes=5)
    settlement = finished(settle_majority_election("w3", 1, votes, [*lots, PersonLot(("A", "C"), "A")]))
    assert (members(settlement), deputies(settlement)) == ([("B", 5)], [("A", 5)])


@pytest.mark.rule("R-183")
def test_lots_that_do_not_fit_or_are_not_needed_are_refused() -> None:
    with pytest.raises(LotDoesNotFit):
        settle_majority_election("w3", W3_SEATS, W3_VOTES, [PersonLot(("R", "T"), "R")])
    with pytest.raises(LotNotNeeded):
        settle_majority_election("w3", W3_SEATS, W3_VOTES, [PersonLot(("R", "S"), "S"), PersonLot(("R", "T"), "R")])


@pytest.mark.rule("R-181")
@pytest.mark.parametrize(
    ("ballot", "reading"),
    [
        pytest.param(
            MajorityBallot(("A", "B"), ("C",)),
            MajorityReading(("A", "B"), ("C",), ()),
            id="members and deputies apart",
        ),
        pytest.param(
            MajorityBallot(("A", "B", "C", "D")),
            MajorityReading(("A", "B"), ("C", "D"), ()),
            id="not separated: the first are members, the next deputies",
        ),
        pytest.param(
            MajorityBallot(("A", "B", "C", "D", "E")),
            MajorityReading(("A", "B"), ("C", "D"), (DisregardedName.EXCESS,)),
            id="not separated: the last fall away",
        ),
        pytest.param(
            MajorityBallot(("A", "B", "C"), ("D", "E", "F")),
            MajorityReading(("A", "B"), ("D", "E"), (DisregardedName.EXCESS, DisregardedName.EXCESS)),
            id="too many of both",
        ),
        pytest.param(
            MajorityBallot(("A", "A", "B"), ("B", "C")),
            MajorityReading(("A", "B"), ("C",), (DisregardedName.REPEATED, DisregardedName.REPEATED)),
            id="a name only once",
        ),
        pytest.param(
            MajorityBallot((None, "X", "A", "B"), (None, "X", "C")),
            MajorityReading(("A", "B"), ("C",), (DisregardedName.UNREADABLE, DisregardedName.INELIGIBLE) * 2),
            id="names that do not count take no place",
        ),
        pytest.param(
            MajorityBallot(("A", "B", "C"), ("C",)),
            MajorityReading(("A", "B"), ("C",), (DisregardedName.EXCESS,)),
            id="a member's name that fell away counts as deputy's",
        ),
        pytest.param(MajorityBallot((), ("A",)), MajorityReading((), ("A",), ()), id="deputies alone"),
    ],
)
def test_which_names_count_on_a_ballot(ballot: MajorityBallot, reading: MajorityReading) -> None:
    """R-181: two seats; X cannot be elected."""
    assert read_majority_ballot(ballot, 2, ineligible={"X"}) == reading


@pytest.mark.rule("R-181", "R-182")
def test_votes_add_up_by_person() -> None:
    ballots = [MajorityBallot(("B", "A"), ("C",)), MajorityBallot(("A", "C", "B")), MajorityBallot((), ("A",))]
    votes = count_majority_votes(read_majority_ballot(ballot, 2) for ballot in ballots)
    assert votes == (PersonVotes("A", 2, 1), PersonVotes("B", 1, 1), PersonVotes("C", 1, 1))
