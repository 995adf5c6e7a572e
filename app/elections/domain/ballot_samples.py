"""Some ballots drawn to be compared with the paper, so that anyone can draw the same ones again.

The digits of dice thrown in public are the seed. Each changed ballot gets the ticket

    SHA-256 of the text  seed,contest,batch,ballot

and the ballots with the lowest tickets are the sample. Nobody can choose ballots without choosing the dice, and the
order of the ballots, in a file or in a database, has no part in it. With ``ballots.csv`` from the verification bundle:

    import csv, hashlib
    def ticket(row):
        words = seed, row["contest"], row["batch"], row["ballot"]
        return hashlib.sha256(",".join(words).encode()).hexdigest()
    rows = [row for row in csv.DictReader(open("ballots.csv")) if row["contest"] == contest]
    for row in sorted(rows, key=ticket)[:size]:
        print(row["batch"], row["ballot"])

Law: valgforskriften (2024) § 11-4.
Rules: R-115.
"""

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.core.errors import DomainError

FEWEST_DIGITS, MOST_DIGITS = 10, 60
MOST_SAMPLED = 1_000
DEFAULT_SIZE = 30


class SampledBallot(NamedTuple):
    """A ballot by its batch and number, and what is stored of it."""

    batch: str
    ballot: str
    list_code: str
    marks: str
    write_ins: str


@dataclass(unsafe_hash=True)
class SeedWrong(DomainError):
    """The seed is not digits of dice, or has too few of them."""

    seed: str
    fewest: int = FEWEST_DIGITS
    most: int = MOST_DIGITS


@dataclass(unsafe_hash=True)
class SampleSizeWrong(DomainError):
    """A sample has from 1 to ``most`` ballots."""

    size: int
    most: int = MOST_SAMPLED


@dataclass(unsafe_hash=True)
class NothingToSample(DomainError):
    """The contest has no changed ballots."""

    contest: str


def seed_of(typed: str) -> str:
    """The digits as they were thrown, without the spaces between. Refused: fewer than ten, or anything but digits.

    Rules: R-115.
    """
    seed = "".join(typed.split())
    if not (seed.isascii() and seed.isdigit() and FEWEST_DIGITS <= len(seed) <= MOST_DIGITS):
        raise SeedWrong(typed)
    return seed


def ticket(seed: str, contest: str, batch: str, ballot: str) -> str:
    """The ticket of a ballot, as hexadecimal digits; two ballots of a contest never have the same.

    Rules: R-115.
    """
    return hashlib.sha256(f"{seed},{contest},{batch},{ballot}".encode()).hexdigest()


def draw(seed: str, contest: str, ballots: Iterable[SampledBallot], size: int) -> tuple[SampledBallot, ...]:
    """The ballots with the lowest tickets, the lowest first; all of them when there are no more than ``size``.

    The ballots are gone through once, and memory does not grow with them.

    Law: valgforskriften (2024) § 11-4.
    Rules: R-115.
    """
    if not 1 <= size <= MOST_SAMPLED:
        raise SampleSizeWrong(size)
    drawn = heapq.nsmallest(size, ballots, key=lambda each: ticket(seed, contest, each.batch, each.ballot))
    if not drawn:
        raise NothingToSample(contest)
    return tuple(drawn)
