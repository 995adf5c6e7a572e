"""Who was elected: the settlement's ranks put back on the names of the lists, for the council to take over.

Law: valgloven (2002) §§ 11-12, 14-2; valgloven (2023) §§ 13-2, 19-2.
Rules: R-162, R-163, R-164, R-165, R-212.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.settlement import ListResult, Settlement


@dataclass(frozen=True, slots=True, order=True)
class Candidacy:
    """Where one stands: ``fana:A:3`` is number 3 on list A in the contest Fana."""

    contest: str
    list_code: str
    position: int

    def __str__(self) -> str:
        return f"{self.contest}:{self.list_code}:{self.position}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An eligible candidate with the rank that the votes gave within the list, from 1."""

    candidacy: Candidacy
    candidate: Candidate
    rank: int


@dataclass(frozen=True, slots=True)
class ElectedList:
    """A list that won seats. ``members``, ``deputies`` and ``others`` follow each other by rank; none is ineligible."""

    code: str
    name: str
    members: tuple[Ranked, ...]
    deputies: tuple[Ranked, ...]
    others: tuple[Ranked, ...]

    @property
    def ranked(self) -> tuple[Ranked, ...]:
        """All of them, by rank."""
        return self.members + self.deputies + self.others


@dataclass(frozen=True, slots=True)
class Elected:
    """The outcome of a contest. ``seat_order`` names each seat's list; ``unfilled_seats`` could be given to nobody."""

    contest: str
    seat_order: tuple[str, ...]
    unfilled_seats: int
    lists: tuple[ElectedList, ...]

    def everyone(self) -> Iterator[Ranked]:
        """Every ranked candidate of the lists that won seats, list by list in the order of the setup."""
        for each in self.lists:
            yield from each.ranked


def elected_of(contest: Contest, settlement: Settlement) -> Elected:
    """Members and deputies by name, of the lists that won seats; a list without seats has no deputies either.

    Law: valgloven (2002) §§ 11-12, 14-2; valgloven (2023) §§ 13-2, 19-2.
    Rules: R-162, R-163, R-164, R-165, R-212.
    """
    standing = {each.code: each for each in contest.lists}
    lists = (_elected_list(contest.code, standing[each.code], each) for each in settlement.lists if each.seats)
    order = tuple(each.list_code for each in settlement.seat_order)
    return Elected(contest.code, order, settlement.unfilled_seats, tuple(lists))


def _elected_list(contest: str, standing: CandidateList, result: ListResult) -> ElectedList:
    """Rules: R-162, R-164."""
    ranked = _ranked(contest, result, standing.candidates)
    members, deputies, others = (
        tuple(each for each in ranked if result.candidates[each.candidacy.position - 1].outcome is outcome)
        for outcome in (Outcome.MEMBER, Outcome.DEPUTY, Outcome.NONE)
    )
    return ElectedList(standing.code, standing.name, members, deputies, others)


def _ranked(contest: str, result: ListResult, candidates: tuple[Candidate, ...]) -> list[Ranked]:
    """Rules: R-162, R-163."""
    named = {each.position: each for each in candidates}
    ranked = [
        Ranked(Candidacy(contest, result.code, each.position), named[each.position], each.rank)
        for each in result.candidates
        if each.rank is not None
    ]
    return sorted(ranked, key=lambda each: each.rank)
