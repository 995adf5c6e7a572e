"""Invented paper to practise on: what lies in the heaps of a small count of a real setup, and what is on the ballots.

Small enough to be typed in an evening, whole enough to meet every form: both counts of each pile, a slip between them,
blank and doubtful ballots, marks, write-ins, and a few ballots whose changes do not all count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.demo.chance import Chance, Urn
from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.categories import Category
from app.elections.domain.election import CandidateList, Contest, Election

BALLOTS_IN_A_PILE = (61, 140)
POLLING_DISTRICTS = 3
CHANGED_OF_A_LIST = 20
"""So many at most, and never more than a third of the list's ballots."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Ballots counted together. ``first`` and ``second``: line of the counts file → number, as each count found it."""

    category: Category
    place: str
    first: Mapping[str, int]
    second: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A batch of changed ballots of one list, numbered from 1 in their order."""

    code: str
    ballots: Sequence[ChangedBallot]


@dataclass(frozen=True, slots=True)
class ContestPaper:
    """All the paper of one contest."""

    contest: Contest
    piles: Sequence[Pile]
    bundles: Sequence[Bundle]


def practice_paper(election: Election, seed: int) -> tuple[ContestPaper, ...]:
    """The paper of every contest with lists; the same setup and seed give the same paper."""
    return tuple(_of_contest(contest, seed) for contest in election.contests if contest.lists)


def _of_contest(contest: Contest, seed: int) -> ContestPaper:
    chance = Chance(seed, "practice", contest.code)
    strength = [chance.between(5, 40) for _list in contest.lists]
    piles = tuple(_pile(category, place, contest, strength, chance) for category, place in _heaps(contest))
    return ContestPaper(contest, piles, tuple(_bundles(contest, piles, chance)))


def _heaps(contest: Contest) -> Iterator[tuple[Category, str]]:
    """Advance votes, and election day in as many polling districts as an evening has room for."""
    yield Category("FO"), ""
    places = [each.code for each in contest.polling_districts[:POLLING_DISTRICTS]] or [""]
    for place in places:
        yield Category("VO"), place


def _pile(category: Category, place: str, contest: Contest, strength: Sequence[int], chance: Chance) -> Pile:
    drawn = Urn(strength, chance).draw_many(chance.between(*BALLOTS_IN_A_PILE))
    lists = {f"list:{of.code}": number for of, number in zip(contest.lists, drawn, strict=True)}
    blank, rejected = chance.between(0, 2), chance.between(0, 1)
    all_ballots = sum(drawn) + blank + rejected
    slip, gaining = (1, chance.pick(list(lists))) if chance.happens(500) else (0, "")
    first = {line: number - (slip if line == gaining and number else 0) for line, number in lists.items()}
    doubtful = all_ballots - sum(first.values()) - blank
    return Pile(
        category,
        place,
        {"ticks": all_ballots, **first, "blank": blank, "doubtful": doubtful},
        {**lists, "blank": blank, "rejected-a": rejected},
    )


def _bundles(contest: Contest, piles: Sequence[Pile], chance: Chance) -> Iterator[Bundle]:
    for own in contest.lists:
        ballots = sum(pile.second[f"list:{own.code}"] for pile in piles)
        number = min(CHANGED_OF_A_LIST, ballots // 3)
        if number:
            changed = tuple(_ballot(own, contest, chance) for _ballot_number in range(number))
            yield Bundle(f"{contest.code.upper()}-{own.code}-1", changed)


def _ballot(own: CandidateList, contest: Contest, chance: Chance) -> ChangedBallot:
    """One to three marks, and now and then names from other lists; one name in ten cannot be read."""
    positions = [each.position for each in own.candidates]
    marks = tuple(sorted({chance.pick(positions) for _mark in range(chance.between(1, 3))}))
    others = [each for each in contest.lists if each.code != own.code and each.candidates]
    if not others or not chance.happens(300):
        return ChangedBallot(own.code, marks, ())
    return ChangedBallot(own.code, marks, tuple(_name(others, chance) for _name_number in range(chance.between(1, 3))))


def _name(others: Sequence[CandidateList], chance: Chance) -> WriteIn | None:
    if chance.happens(100):
        return None
    of = chance.pick(others)
    return WriteIn(of.code, chance.pick(of.candidates).position)
