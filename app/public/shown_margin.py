"""How few ballots would have given a seat to another list, with the lists as they are shown.

Law: valgloven (2002) §§ 10-6 (3), 11-4; valgloven (2023) §§ 11-4, 13-1.
Rules: R-150, R-152, R-154.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.domain.margin import ListMargin, Margin, NearestChange
from app.elections.domain.settled_again import BallotChange, ChangeKind
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class ShownChange:
    """So many ballots moved from ``giver`` to ``taker``, added for the one, or not cast for the other."""

    kind: ChangeKind
    ballots: int
    giver: ShownList | None
    taker: ShownList | None


@dataclass(frozen=True, slots=True)
class ShownNearest:
    """The nearest change of its kind, and what it had led to. See ``NearestChange``."""

    change: ShownChange
    gains: tuple[ShownList, ...]
    loses: tuple[ShownList, ...]
    seats: int
    lot_between: tuple[ShownList, ...]
    lot_with_one_less: bool


@dataclass(frozen=True, slots=True)
class ShownListMargin:
    """How near one list was to a seat more, and to losing its last. None: no number of ballots could do it."""

    shown: ShownList
    win_added: ShownChange | None
    win_moved: ShownChange | None
    lose_not_cast: ShownChange | None
    lose_moved: ShownChange | None


@dataclass(frozen=True, slots=True)
class ShownMargin:
    """The nearest changes, fewest ballots first; lists in setup order."""

    nearest: tuple[ShownNearest, ...]
    lists: tuple[ShownListMargin, ...]

    @property
    def nearest_to_a_seat(self) -> tuple[ShownListMargin, ...]:
        """The lists that further ballots could have given a seat more, fewest first; equals in setup order."""
        able = [each for each in self.lists if each.win_added]
        return tuple(sorted(able, key=lambda each: each.win_added.ballots if each.win_added else 0))


def shown_margin(margin: Margin, lists: Mapping[str, ShownList]) -> ShownMargin:
    """The margin with the lists that its codes stand for."""
    return ShownMargin(
        tuple(_nearest(each, lists) for each in margin.nearest),
        tuple(_of_list(each, lists) for each in margin.lists),
    )


def _nearest(near: NearestChange, lists: Mapping[str, ShownList]) -> ShownNearest:
    return ShownNearest(
        _shown(near.change, lists),
        tuple(lists[code] for code in near.gains),
        tuple(lists[code] for code in near.loses),
        near.seats,
        tuple(lists[code] for code in near.lot_between),
        near.lot_with_one_less,
    )


def _of_list(each: ListMargin, lists: Mapping[str, ShownList]) -> ShownListMargin:
    changes = (each.win_added, each.win_moved, each.lose_not_cast, each.lose_moved)
    return ShownListMargin(lists[each.code], *(_shown(change, lists) if change else None for change in changes))


def _shown(change: BallotChange, lists: Mapping[str, ShownList]) -> ShownChange:
    giver, taker = (lists[code] if code else None for code in (change.giver, change.taker))
    return ShownChange(change.kind, change.ballots, giver, taker)
