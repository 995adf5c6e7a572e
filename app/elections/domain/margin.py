"""How few ballots would have given a seat to another list, found exactly under the rules of the settlement.

What counts as a change: the seats of the lists are other than they were, whatever any lot had said. Where so many
ballots less would already have made a lot necessary, that is told beside it. Ballots that are moved, added or not cast
are without write-ins: no ballot can do more, since it is worth as many list votes as there are seats, and a write-in
only takes from that. All other ballots, and all write-ins, are as they were.

A list gains from votes of its own and loses by want of them, so more ballots of the same kind never undo what fewer
did: there is one fewest number, and it is what is given.

Law: valgloven (2002) §§ 10-6 (3), 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150, R-152, R-153, R-154, R-165.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.councils.domain.lots import Lot, LotRequired
from app.elections.domain.competing_lists import CompetingList, Competition
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settled_again import BallotChange, ChangeKind, settled_after
from app.elections.domain.settlement import Settlement


@dataclass(frozen=True, slots=True)
class ListMargin:
    """How near a list was to one seat more, and to losing its last: None where no number of ballots could do it.

    ``win_added``: more ballots for it. ``win_moved``: ballots of another list, the one that needs fewest, that had
    been for it instead. ``lose_not_cast`` and ``lose_moved`` the other way.
    """

    code: str
    win_added: BallotChange | None
    win_moved: BallotChange | None
    lose_not_cast: BallotChange | None
    lose_moved: BallotChange | None


@dataclass(frozen=True, slots=True)
class NearestChange:
    """The fewest ballots of one kind that change the seats, and what the seats had then been.

    ``gains`` and ``loses`` are the lists that have more seats or fewer, ``seats`` how many change hands: nearly always
    one, none where a seat is left empty. Where ``lot_between`` is not empty, a lot between these decides which of them.
    ``lot_with_one_less``: with one ballot less there had been a lot that could have changed the seats; where that is no
    ballot at all, it was drawn.
    """

    change: BallotChange
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    seats: int
    lot_between: tuple[str, ...]
    lot_with_one_less: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """The nearest change of each kind, fewest ballots first, and how near each list was, in setup order."""

    nearest: tuple[NearestChange, ...]
    lists: tuple[ListMargin, ...]

    @property
    def smallest(self) -> NearestChange | None:
        """The change that needs the fewest ballots of all."""
        return self.nearest[0] if self.nearest else None


def margin(settlement: Settlement, rules: RuleSet) -> Margin:
    """The margin of a settled contest. Each nearest change is confirmed by settling again, and so is one ballot less.

    In W-1 4 ballots moved from C to A, 6 not cast for C or 13 added for A (or for E) take C's third seat. Of equals the
    list that comes first in the setup is told, and ballots of the list with the last seat before those of others.

    Law: valgloven (2002) §§ 10-6 (3), 11-4; valgloven (2023) §§ 11-4, 13-1.
    Rules: R-150, R-152, R-154.
    """
    competition = Competition(settlement, rules)
    lists = tuple(_list_margin(competition, each) for each in competition.lists)
    by_kind = (
        [each.win_moved for each in lists] + [each.lose_moved for each in lists],
        [each.lose_not_cast for each in lists],
        [each.win_added for each in lists],
    )
    nearest = [_nearest(settlement, rules, change) for kind in by_kind if (change := _fewest(kind))]
    return Margin(tuple(sorted(nearest, key=lambda each: each.change.ballots)), lists)


def _list_margin(competition: Competition, each: CompetingList) -> ListMargin:
    return ListMargin(
        each.code,
        win_added=_added(competition, each),
        win_moved=_fewest(_moved_to(competition, each)),
        lose_not_cast=_not_cast(competition, each),
        lose_moved=_fewest(_moved_from(competition, each)),
    )


def _fewest(changes: Iterable[BallotChange | None]) -> BallotChange | None:
    return min((each for each in changes if each), key=lambda each: each.ballots, default=None)


def _added(competition: Competition, taker: CompetingList) -> BallotChange | None:
    needed = _needed_more(competition, taker)
    return None if needed is None else BallotChange(ChangeKind.ADDED, needed, None, taker.code)


def _not_cast(competition: Competition, giver: CompetingList) -> BallotChange | None:
    """Where nothing but these ballots were cast, one is left: without any there is no settlement."""
    needed = _needed_fewer(competition, giver)
    is_alone = not any(each.votes for each in competition.others(giver.code))
    if needed is None or needed > giver.free_ballots - is_alone:
        return None
    return BallotChange(ChangeKind.NOT_CAST, needed, giver.code, None)


def _needed_more(competition: Competition, taker: CompetingList) -> int | None:
    """The fewest further ballots with which the list had won one seat more."""
    if not taker.can_win:
        return None
    if competition.unfilled_seats:
        return 1
    return min(
        (
            competition.fewest_to_pass(taker, other, taker_gets=True, giver_loses=False)
            for other in competition.others(taker.code)
            if other.seats
        ),
        default=None,
    )


def _needed_fewer(competition: Competition, giver: CompetingList) -> int | None:
    """The fewest ballots that the list had to lack to lose its last seat; without list votes it has none."""
    if not giver.seats:
        return None
    passing = [
        competition.fewest_to_pass(other, giver, taker_gets=False, giver_loses=True)
        for other in competition.others(giver.code)
        if other.can_win
    ]
    return min([*passing, -(-giver.votes // competition.seats)])


def _moved_to(competition: Competition, taker: CompetingList) -> Iterable[BallotChange]:
    """From each other list the fewest ballots that, moved to this one, win it one seat more."""
    most = _needed_more(competition, taker)
    if most is None:
        return
    for giver in competition.others(taker.code):
        passing = [
            competition.fewest_to_pass(taker, other, taker_gets=True, giver_loses=other is giver)
            for other in competition.others(taker.code)
            if other.seats
        ]
        least = 1 if competition.unfilled_seats else min(passing)
        found = _first(least, min(most, giver.free_ballots), _wins(competition, giver, taker))
        if found is not None:
            yield BallotChange(ChangeKind.MOVED, found, giver.code, taker.code)


def _moved_from(competition: Competition, giver: CompetingList) -> Iterable[BallotChange]:
    """To each other list the fewest ballots that, moved from this one, lose it its last seat."""
    most = _needed_fewer(competition, giver)
    if most is None:
        return
    for taker in competition.others(giver.code):
        passing = [
            competition.fewest_to_pass(other, giver, taker_gets=other is taker, giver_loses=True)
            for other in competition.others(giver.code)
            if other.can_win
        ]
        least = min([*passing, most])
        found = _first(least, min(most, giver.free_ballots), _loses(competition, giver, taker))
        if found is not None:
            yield BallotChange(ChangeKind.MOVED, found, giver.code, taker.code)


def _wins(competition: Competition, giver: CompetingList, taker: CompetingList) -> Callable[[int], bool]:
    return lambda ballots: competition.wins_for_certain(taker, _moved(competition.seats, giver, taker, ballots))


def _loses(competition: Competition, giver: CompetingList, taker: CompetingList) -> Callable[[int], bool]:
    return lambda ballots: competition.loses_for_certain(giver, _moved(competition.seats, giver, taker, ballots))


def _moved(seats: int, giver: CompetingList, taker: CompetingList, ballots: int) -> dict[str, int]:
    """The list votes of the two lists when so many ballots are moved between them.

    Rules: R-150.
    """
    return {giver.code: giver.votes - seats * ballots, taker.code: taker.votes + seats * ballots}


def _first(least: int, most: int, holds: Callable[[int], bool]) -> int | None:
    """The first number from ``least`` to ``most`` for which it holds, when it goes on to hold; None if it never does.

    It nearly always holds for ``least`` itself.
    """
    if least > most or not holds(most):
        return None
    while least < most and not holds(least):
        middle = (least + 1 + most) // 2
        least, most = (least + 1, middle) if holds(middle) else (middle + 1, most)
    return least


def _nearest(settlement: Settlement, rules: RuleSet, change: BallotChange) -> NearestChange:
    """The change with the seats as they had been, found by settling again.

    Of those who draw lots each has one seat at stake. The first of them is let win, and the others could have won.
    """
    one_less = BallotChange(change.kind, change.ballots - 1, change.giver, change.taker)
    before, after = (settled_after(settlement, rules, each) for each in (one_less, change))
    won = _seats(settlement)
    assert isinstance(before, LotRequired) or _seats(before) == won, "one ballot less would have changed the seats"
    lots: list[Lot] = []
    between: tuple[str, ...] = after.lists if isinstance(after, LotRequired) else ()
    while isinstance(after, LotRequired):
        lots.append(Lot(after.lists, after.lists[0]))
        after = settled_after(settlement, rules, change, lots)
    seats, winners = _seats(after), {lot.winner for lot in lots}
    assert seats != won or between, "the seats are as they were"
    return NearestChange(
        change,
        gains=tuple(code for code in won if seats[code] + (code in between and code not in winners) > won[code]),
        loses=tuple(code for code in won if seats[code] - (code in winners) < won[code]),
        seats=sum(max(0, seats[code] - won[code]) for code in won),
        lot_between=between,
        lot_with_one_less=isinstance(before, LotRequired),
    )


def _seats(settlement: Settlement) -> dict[str, int]:
    return {each.code: each.seats for each in settlement.lists}
