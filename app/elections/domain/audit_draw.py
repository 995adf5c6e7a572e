"""Which papers are drawn: numbers that follow from a seed made in public, and where the paper with a number lies.

Anyone who knows the seed – dice thrown in an open meeting, when the papers lie in their places – gets the same ones.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import DomainError

ALL = 1 << 256
SHORTEST_SEED = 20


@dataclass(unsafe_hash=True)
class SeedTooShort(DomainError):
    """A seed has at least twenty digits: fewer could be tried out beforehand."""

    digits: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Papers that lie together, and how many they are."""

    name: str
    papers: int


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """The paper that draw number ``draw`` (from 1) leads to: number ``position`` (from 1) in its stack."""

    draw: int
    stack: str
    position: int


def require_seed(seed: str) -> None:
    """Refuses a seed that somebody could have chosen by trying."""
    digits = sum(character.isdecimal() for character in seed)
    if digits < SHORTEST_SEED:
        raise SeedTooShort(digits)


def drawn_numbers(seed: str, papers: int) -> Iterator[int]:
    """Numbers from 1 to ``papers``, without end; the same number may come again, and counts again.

    SHA-256 of "seed,draw,attempt" as a whole number; where it lies above the last whole multiple of ``papers``, the
    next attempt is taken, so that each paper is as likely as any other.
    """
    limit = ALL - ALL % papers
    draw = 0
    while True:
        draw += 1
        attempt = 1
        while (value := _number(seed, draw, attempt)) >= limit:
            attempt += 1
        yield value % papers + 1


def drawn_papers(seed: str, stacks: Sequence[Stack], number: int) -> tuple[DrawnPaper, ...]:
    """The first so many papers drawn, with where each lies; the stacks stand in a fixed order, their papers too."""
    numbers = drawn_numbers(seed, sum(stack.papers for stack in stacks))
    return tuple(
        DrawnPaper(draw, *_place(stacks, drawn)) for draw, drawn in zip(range(1, number + 1), numbers, strict=False)
    )


def _number(seed: str, draw: int, attempt: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed},{draw},{attempt}".encode()).digest())


def _place(stacks: Sequence[Stack], number: int) -> tuple[str, int]:
    for stack in stacks:
        if number <= stack.papers:
            return stack.name, number
        number -= stack.papers
    raise AssertionError("a number drawn is the number of a paper")
