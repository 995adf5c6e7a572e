"""The one place in the system where chance is let in: to invent an election that nobody held.

Everything is built on ``Random.random()``, the only sequence that Python promises to keep from version to version;
seeding with a text goes through SHA-512 and does not depend on the process. So the same seed gives the same files.
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of draws of its own for each part of the demo: a change in one part leaves the others as they were."""

    def __init__(self, seed: int, *part: str) -> None:
        # Invented votes, not secrets: what is wanted here is the very thing that makes it unfit for keys, repetition.
        self.fraction = Random("/".join((str(seed), *part))).random  # noqa: S311

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` - 1."""
        return int(self.fraction() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def happens(self, permille: int) -> bool:
        """True ``permille`` times in a thousand."""
        return self.fraction() * 1000 < permille

    def pick(self, things: Sequence[T]) -> T:
        """One of the things, all equally likely."""
        return things[self.below(len(things))]

    def vary(self, number: int, percent: int) -> int:
        """The number, give or take so many percent."""
        return number * self.between(1000 - 10 * percent, 1000 + 10 * percent) // 1000


class Urn:
    """Indices drawn again and again in proportion to whole weights, e.g. the list of a ballot."""

    def __init__(self, weights: Sequence[int], chance: Chance) -> None:
        self._limits = tuple(accumulate(weights))
        self._chance = chance

    def draw(self) -> int:
        """The index of the weight that was hit; a weight of 0 never is."""
        return bisect(self._limits, self._chance.below(self._limits[-1]))

    def draw_many(self, times: int) -> tuple[int, ...]:
        """How often each index came up in so many draws."""
        counted = [0] * len(self._limits)
        for _ in range(times):
            counted[self.draw()] += 1
        return tuple(counted)
