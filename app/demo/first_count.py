"""The first count of one district: the second count with the small slips and open questions that real ones have.

In official records 43 % of the lists change between the counts, half of them by no more than two ballots.
"""

from collections.abc import Iterator, Sequence

from app.demo.chance import Chance, Urn
from app.demo.second_count import Pile

_SLIPS = (1, 2, 3, 5, 9, 24)
_SLIP_WEIGHTS = (44, 24, 15, 10, 5, 2)


def first_count(piles: Sequence[Pile], chance: Chance) -> tuple[Pile, ...]:
    """The same piles as first counted, with ``ticks`` and ``doubtful`` and without rejected ballots.

    A ballot that a list gained by the second count was doubtful in the first; one it lost lay in the wrong heap.
    """
    gains: list[dict[str, int]] = [{} for _ in piles]
    for line in _lists(piles[0]):
        if chance.happens(360):
            at = _slip_place(piles, line, chance)
            for gaining, gain in _slip(piles[at], line, chance):
                gains[at][gaining] = gains[at].get(gaining, 0) + gain
    return tuple(_first(pile, gained, chance) for pile, gained in zip(piles, gains, strict=True))


def _lists(pile: Pile) -> list[str]:
    return [line for line in pile.lines if line.startswith("list:")]


def _slip_place(piles: Sequence[Pile], line: str, chance: Chance) -> int:
    """Slips happen where the ballots are: most often in the large pile of advance votes."""
    return Urn([pile.lines[line] for pile in piles], chance).draw()


def _slip(pile: Pile, line: str, chance: Chance) -> Iterator[tuple[str, int]]:
    """Who gained how much from the first count to the second: a few doubtful ballots, or a bundle from another list."""
    size = _SLIPS[Urn(_SLIP_WEIGHTS, chance).draw()]
    lost = chance.happens(350)
    size = min(size, 1 + pile.lines[line] // 20)
    yield line, -size if lost else size
    if size > 5 or lost:
        other = chance.pick([of for of in _lists(pile) if of != line])
        gained = min(size, pile.lines[other])
        yield other, gained if lost else -gained


def _first(pile: Pile, gained: dict[str, int], chance: Chance) -> Pile:
    lists = {line: max(0, pile.lines[line] - gained.get(line, 0)) for line in _lists(pile)}
    rejected = sum(number for line, number in pile.lines.items() if line.startswith("rejected"))
    doubtful = max(0, rejected + sum(gained.values()))
    return Pile(
        pile.category,
        pile.place,
        {"ticks": _ticks(pile, chance), **lists, "blank": pile.lines["blank"], "doubtful": doubtful},
    )


def _ticks(pile: Pile, chance: Chance) -> int:
    """One in four piles agrees with the roll. Elsewhere some voters put no ballot in the urn, or a tick is missing."""
    if pile.ballots < 20 or chance.happens(250):
        return pile.ballots
    return pile.ballots + chance.between(-1, pile.ballots * 5 // 1000)
