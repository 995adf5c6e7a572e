"""How few ballots would have given a seat to another list: R-150, R-152, R-154, R-165.

Held against counting: every number of ballots from one upwards is tried in every direction, and each is settled again
with every outcome of every lot.
"""

from collections.abc import Iterator
from itertools import count, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.lots import Lot, LotRequired
from app.elections.domain.competing_lists import Competition, ballots_with_write_ins
from app.elections.domain.election import Contest
from app.elections.domain.margin import Margin, NearestChange, margin
from app.elections.domain.settled_again import BallotChange, ChangeKind, settled_after, tally_after
from app.elections.domain.settlement import NoVotes, Settlement, settle
from app.elections.domain.tally import Tally
from tests.builders import RULES_2002, a_contest, a_list, a_tally
from tests.domain.worked_examples import w1_contest, w1_tally, w1_tally_of_list_votes, w2_list

MOVED, ADDED, NOT_CAST = ChangeKind.MOVED, ChangeKind.ADDED, ChangeKind.NOT_CAST


def settled(contest: Contest, tally: Tally) -> Settlement:
    """With every lot won by the first of the tied."""
    lots: list[Lot] = []
    while isinstance(outcome := settle(contest, RULES_2002, tally, lots), LotRequired):
        lots.append(Lot(outcome.lists, outcome.lists[0]))
    return outcome


def margin_of(contest: Contest, ballots: dict[str, int]) -> Margin:
    return margin(settled(contest, a_tally(contest, ballots)), RULES_2002)


def by_kind(found: Margin) -> dict[ChangeKind, NearestChange]:
    return {each.change.kind: each for each in found.nearest}


@pytest.fixture(scope="module")
def w1() -> Margin:
    contest = w1_contest()
    return margin(settled(contest, w1_tally(contest)), RULES_2002)


@pytest.mark.rule("R-150", "R-152")
def test_in_w1_four_ballots_moved_from_c_to_a_give_a_the_last_seat(w1: Margin) -> None:
    """C has it with 22 297 / 5 = 4 459.4; A stands next with 48 866 / 11 = 4 442.4. A ballot is 15 list votes.

    4 moved: 22 237 / 5 = 4 447.4 < 48 926 / 11 = 4 447.8. 3 moved: 22 252 / 5 = 4 450.4 > 48 911 / 11 = 4 446.5.
    """
    assert by_kind(w1)[MOVED] == NearestChange(BallotChange(MOVED, 4, "C", "A"), ("A",), ("C",), 1, (), False)
    assert w1.smallest == by_kind(w1)[MOVED]


@pytest.mark.rule("R-150", "R-152")
def test_in_w1_six_ballots_not_cast_for_c_cost_it_the_last_seat(w1: Margin) -> None:
    """6 fewer: 22 207 / 5 = 4 441.4 < 4 442.4. 5 fewer: 22 222 / 5 = 4 444.4 > 4 442.4."""
    assert by_kind(w1)[NOT_CAST] == NearestChange(BallotChange(NOT_CAST, 6, "C", None), ("A",), ("C",), 1, (), False)


@pytest.mark.rule("R-150", "R-152")
def test_in_w1_thirteen_more_ballots_for_a_or_for_e_take_the_last_seat(w1: Margin) -> None:
    """A: 49 061 / 11 = 4 460.1 > 4 459.4; with 12, 49 046 / 11 = 4 458.7. E: 6 251 / 1.4 = 4 465; 6 236 / 1.4 = 4 454.

    Of equals A stands first in the setup.
    """
    assert by_kind(w1)[ADDED] == NearestChange(BallotChange(ADDED, 13, None, "A"), ("A",), ("C",), 1, (), False)
    assert w1.lists[4].win_added == BallotChange(ADDED, 13, None, "E")


@pytest.mark.rule("R-150", "R-152")
def test_in_w1_each_list_has_its_own_margin(w1: Margin) -> None:
    """E from C: 10 moved give 6 206 / 1.4 = 4 432.9 against C's 22 147 / 5 = 4 429.4, but A's 4 442.4 passes C as well.

    So E must pass A too: 6 056 + 15k > 48 866 · 1.4 / 11 = 6 219.3 takes k = 11.
    D has 13 558 / 3 = 4 519.3; A passes it when it lacks 231 list votes: 4 442.4 · 3 = 13 327.1, so 16 ballots.
    """
    of_e, of_d = w1.lists[4], w1.lists[3]
    assert of_e.win_moved == BallotChange(MOVED, 11, "C", "E")
    assert (of_e.lose_not_cast, of_e.lose_moved) == (None, None)
    assert of_d.lose_not_cast == BallotChange(NOT_CAST, 16, "D", None)


@pytest.mark.rule("R-165")
def test_a_list_without_eligible_candidates_left_cannot_win_a_seat_more() -> None:
    """C of W-1 with two eligible candidates has two seats; A took the third. C's own ballots can give it no more."""
    contest = w1_contest(w2_list(eligible=2))
    found = margin(settled(contest, w1_tally_of_list_votes(contest)), RULES_2002)
    assert (found.lists[2].win_added, found.lists[2].win_moved) == (None, None)


@pytest.mark.rule("R-154")
def test_where_one_ballot_less_gives_a_lot_it_is_told() -> None:
    """Three seats, A 102 ballots, B 100: A has 306/1.4 and 306/3 = 102, B 300/1.4; B stands next with 300/3 = 100.

    One ballot moved: 303 and 303, a lot. Two moved: B has 306/3 against 300/3.
    """
    found = by_kind(margin_of(a_contest(3, ["A", "B"]), {"A": 102, "B": 100}))
    assert found[MOVED] == NearestChange(BallotChange(MOVED, 2, "A", "B"), ("B",), ("A",), 1, (), True)
    assert found[ADDED] == NearestChange(BallotChange(ADDED, 3, None, "B"), ("B",), ("A",), 1, (), True)
    assert found[NOT_CAST] == NearestChange(BallotChange(NOT_CAST, 3, "A", None), ("B",), ("A",), 1, (), True)


@pytest.mark.rule("R-154")
def test_the_loser_of_a_lot_lacked_one_ballot() -> None:
    """100 ballots each: 300/3 twice for the third seat. With one ballot less, none at all, the lot was drawn."""
    found = by_kind(margin_of(a_contest(3, ["A", "B"]), {"A": 100, "B": 100}))
    assert {kind: (each.change.ballots, each.lot_with_one_less) for kind, each in found.items()} == {
        MOVED: (1, True), ADDED: (1, True), NOT_CAST: (1, True),
    }  # fmt: skip


@pytest.mark.rule("R-153", "R-154")
def test_an_equal_quotient_from_fewer_votes_is_not_enough() -> None:
    """Two seats, X 699, Y 1500 list votes would give Y both; X needs more than 1500/3 = 500, that is more than 700.

    350 and 750 ballots are 700 and 1500 list votes: 500 = 500, and Y has more votes. One ballot for X is 702 / 1.4.
    """
    contest = a_contest(2, ["X", "Y"])
    found = by_kind(margin_of(contest, {"X": 350, "Y": 750}))
    assert found[ADDED] == NearestChange(BallotChange(ADDED, 1, None, "X"), ("X",), ("Y",), 1, (), False)


@pytest.mark.rule("R-154")
def test_a_seat_may_be_won_for_certain_from_lists_that_draw_lots_about_the_loss() -> None:
    """Three seats: A 100, B 40, C 40, D 39 ballots. A 300/1.4 = 214.3, 300/3 = 100 and B, C 120/1.4 = 85.7 for one
    seat: let A have 50, so 150/1.4, then B and C 85.7 each; D stands next with 117/1.4 = 83.6.

    With two more ballots D has 123/1.4 = 87.9 and a seat; B and C draw lots for the last one.
    """
    found = by_kind(margin_of(a_contest(3, ["A", "B", "C", "D"]), {"A": 50, "B": 40, "C": 40, "D": 39}))
    assert found[ADDED] == NearestChange(BallotChange(ADDED, 2, None, "D"), ("D",), ("B", "C"), 1, ("B", "C"), True)


@pytest.mark.rule("R-165")
def test_empty_seats_go_to_the_first_list_with_anyone_to_take_them() -> None:
    """Three seats, A alone has votes and one candidate: two seats stand empty. One ballot gives B both."""
    contest = a_contest(3, [a_list("A", candidates=1), a_list("B", candidates=7)])
    found = margin_of(contest, {"A": 10, "B": 0})
    assert by_kind(found)[ADDED] == NearestChange(BallotChange(ADDED, 1, None, "B"), ("B",), (), 2, (), False)
    assert by_kind(found)[MOVED].change == BallotChange(MOVED, 1, "A", "B")
    assert NOT_CAST not in by_kind(found)


@pytest.mark.rule("R-112", "R-114")
def test_ballots_that_must_carry_write_ins_are_not_moved() -> None:
    """10 write-ins at 5 a ballot stand on two ballots at least; ten for one and the same candidate on ten."""
    contest = a_contest(15, ["A", "B"])
    spread = a_tally(contest, {"A": 20, "B": 20}, write_ins={"A": {"B": 10}}, written_names={"B": [2] * 5})
    same = a_tally(contest, {"A": 20, "B": 20}, write_ins={"A": {"B": 10}})
    assert ballots_with_write_ins(settled(contest, spread), RULES_2002) == {"A": 2, "B": 0}
    assert ballots_with_write_ins(settled(contest, same), RULES_2002) == {"A": 10, "B": 0}
    assert [each.free_ballots for each in Competition(settled(contest, same), RULES_2002).lists] == [10, 20]


def test_ballots_are_taken_with_no_more_marks_than_ballots_left() -> None:
    contest = a_contest(3, ["A", "B"])
    tally = a_tally(contest, {"A": 5, "B": 5}, {"A": [5, 3]})
    after = tally_after(tally, BallotChange(MOVED, 2, "A", "B"))
    assert [(each.ballots, each.marks[:2]) for each in after.lists] == [(3, (3, 3)), (7, (0, 0))]


def test_a_margin_of_the_largest_contests_names_every_list() -> None:
    """67 seats and 16 lists."""
    codes = [chr(ord("A") + number) for number in range(16)]
    found = margin_of(a_contest(67, codes, candidates=73), {code: 9000 // (at + 1) for at, code in enumerate(codes)})
    assert [each.code for each in found.lists] == codes
    assert len(found.nearest) == 3


# ---- held against counting ------------------------------------------------------------------------------------------

Seats = tuple[int, ...]


def every_outcome(settlement: Settlement, change: BallotChange) -> set[Seats]:
    """The seats after the change, for every outcome of every lot."""
    found: set[Seats] = set()

    def draw(lots: tuple[Lot, ...]) -> None:
        outcome = settled_after(settlement, RULES_2002, change, lots)
        if isinstance(outcome, LotRequired):
            for winner in outcome.lists:
                draw((*lots, Lot(outcome.lists, winner)))
        else:
            found.add(tuple(each.seats for each in outcome.lists))

    draw(())
    return found


def directions(settlement: Settlement) -> Iterator[tuple[ChangeKind, str | None, str | None]]:
    codes = [each.code for each in settlement.lists]
    yield from ((MOVED, giver, taker) for giver, taker in permutations(codes, 2))
    yield from ((ADDED, None, taker) for taker in codes)
    yield from ((NOT_CAST, giver, None) for giver in codes)


def possible_changes(settlement: Settlement) -> Iterator[BallotChange]:
    """Every change, one ballot first, two then …, until a giver has no free ballots, or 80 of them."""
    carriers = ballots_with_write_ins(settlement, RULES_2002)
    free = {each.code: each.ballots - carriers[each.code] for each in settlement.lists}
    for kind, giver, taker in directions(settlement):
        for ballots in count(1):
            if ballots > 80 or (giver and ballots > free[giver]):
                break
            yield BallotChange(kind, ballots, giver, taker)


def fewest(changes: list[BallotChange]) -> int | None:
    return min((each.ballots for each in changes), default=None)


def by_counting(settlement: Settlement) -> tuple[dict[ChangeKind, int | None], list[tuple[int | None, ...]]]:
    """The fewest of each kind that change the seats for certain; for each list (added, moved to, not cast, moved)."""
    won = tuple(each.seats for each in settlement.lists)
    changing: list[BallotChange] = []
    winning: list[list[BallotChange]] = [[] for _ in won]
    losing: list[list[BallotChange]] = [[] for _ in won]
    for change in possible_changes(settlement):
        try:
            outcomes = every_outcome(settlement, change)
        except NoVotes:
            continue
        if won not in outcomes:
            changing.append(change)
        for at, each in enumerate(settlement.lists):
            if change.taker == each.code and all(seats[at] > won[at] for seats in outcomes):
                winning[at].append(change)
            if change.giver == each.code and all(seats[at] < won[at] for seats in outcomes):
                losing[at].append(change)
    overall = {kind: fewest([each for each in changing if each.kind is kind]) for kind in ChangeKind}
    of_lists: list[tuple[int | None, ...]] = [
        (
            fewest([each for each in winning[at] if each.kind is ADDED]),
            fewest([each for each in winning[at] if each.kind is MOVED]),
            fewest([each for each in losing[at] if each.kind is NOT_CAST]),
            fewest([each for each in losing[at] if each.kind is MOVED]),
        )
        for at, _ in enumerate(won)
    ]
    return overall, of_lists


def within_reach(change: BallotChange | None) -> int | None:
    """What counting to 80 can find."""
    return change.ballots if change and change.ballots <= 80 else None


SMALL = st.fixed_dictionaries({code: st.integers(0, 16) for code in "ABC"}).filter(lambda each: any(each.values()))


@pytest.mark.rule("R-150", "R-152", "R-153", "R-154", "R-165")
@given(
    ballots=SMALL,
    seats=st.integers(3, 6),
    candidates=st.lists(st.integers(1, 7), min_size=3, max_size=3),
    write_ins=st.lists(st.integers(0, 4), min_size=3, max_size=3),
)
@settings(max_examples=60, derandomize=True, deadline=None, database=None)
def test_counting_through_every_number_of_ballots_finds_the_same(
    ballots: dict[str, int], seats: int, candidates: list[int], write_ins: list[int]
) -> None:
    lists = [a_list(code, number) for code, number in zip("ABC", candidates, strict=True)]
    contest = a_contest(seats, lists)
    written = {
        giver: {taker: min(number, ballots[giver])}
        for giver, taker, number in zip("ABC", "BCA", write_ins, strict=True)
        if min(number, ballots[giver])
    }
    settlement = settled(contest, a_tally(contest, ballots, write_ins=written))
    found = margin(settlement, RULES_2002)
    overall, of_lists = by_counting(settlement)
    nearest = by_kind(found)
    assert {kind: within_reach(nearest[kind].change if kind in nearest else None) for kind in ChangeKind} == overall
    assert [
        tuple(map(within_reach, (each.win_added, each.win_moved, each.lose_not_cast, each.lose_moved)))
        for each in found.lists
    ] == of_lists
    for each in found.nearest:
        hold_the_seats_against_every_outcome(settlement, each)


def hold_the_seats_against_every_outcome(settlement: Settlement, near: NearestChange) -> None:
    won = tuple(each.seats for each in settlement.lists)
    outcomes = every_outcome(settlement, near.change)
    assert won not in outcomes
    codes = [each.code for each in settlement.lists]
    assert near.gains == tuple(code for at, code in enumerate(codes) if any(each[at] > won[at] for each in outcomes))
    assert near.loses == tuple(code for at, code in enumerate(codes) if any(each[at] < won[at] for each in outcomes))
    assert bool(near.lot_between) is (len(outcomes) > 1)
    less = BallotChange(near.change.kind, near.change.ballots - 1, near.change.giver, near.change.taker)
    assert (len(every_outcome(settlement, less)) > 1) is near.lot_with_one_less
