"""The candidates of one list in the order they are elected.

Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2.
Rules: R-160, R-161, R-162, R-163, R-164.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from app.elections.domain.election import Candidate
from app.elections.domain.rule_sets import RuleSet


class Outcome(StrEnum):
    """What became of a candidate."""

    MEMBER = "member"
    DEPUTY = "deputy"
    NONE = "none"
    INELIGIBLE = "ineligible"


class CandidateResult(NamedTuple):
    """One candidate's figures and outcome.

    ``score_quarters`` = 4 · (marks + write-ins) + ``bonus_quarters``, in quarters of a personal vote. ``rank`` is the
    place among the list's eligible candidates, from 1, and ``number`` the place among its members or its deputies.
    ``tied_with`` are the positions of eligible candidates with an equal score: the list order decided between them.
    An ineligible candidate keeps the figures, but has no rank and takes no part.
    """

    position: int
    bonus_quarters: int
    marks: int
    write_ins: int
    score_quarters: int
    rank: int | None
    outcome: Outcome
    number: int | None
    tied_with: tuple[int, ...]


def rank_candidates(
    candidates: Sequence[Candidate],
    ballots: int,
    marks: Sequence[int],
    write_ins: Sequence[int],
    *,
    seats: int,
    rules: RuleSet,
) -> tuple[CandidateResult, ...]:
    """Every candidate's figures and outcome, in printed order, when the list has so many ballots and seats.

    ``marks`` and ``write_ins`` stand by position.
    """
    list_bonus = bonus_quarters(ballots, rules)
    bonuses = [list_bonus if each.bonus else 0 for each in candidates]
    scores = [score_quarters(*figures) for figures in zip(marks, write_ins, bonuses, strict=True)]
    order = election_order(candidates, scores)
    ranks = {position: rank for rank, position in enumerate(order, start=1)}
    ties = tied_with(order, scores)
    results = []
    for candidate, bonus, marked, written, score in zip(candidates, bonuses, marks, write_ins, scores, strict=True):
        rank = ranks.get(candidate.position)
        outcome, number = outcome_of(rank, seats, rules)
        tied = ties.get(candidate.position, ())
        results.append(CandidateResult(candidate.position, bonus, marked, written, score, rank, outcome, number, tied))
    return tuple(results)


def score_quarters(marks: int, write_ins: int, bonus: int) -> int:
    """A candidate's score in quarters of a personal vote: marks on the own list's ballots, write-ins, and the bonus.

    No number of personal votes is required to rise on the list.

    Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
    Rules: R-160.
    """
    return 4 * (marks + write_ins) + bonus


def bonus_quarters(ballots: int, rules: RuleSet) -> int:
    """The bonus of each bonus candidate, a quarter of the list's ballots, in quarters of a vote: 1481 ballots → 1481.

    It is never rounded. Write-ins that the ballots gave away do not reduce it.

    Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
    Rules: R-161.
    """
    quarters = 4 * rules.bonus_share
    assert quarters.denominator == 1, "a bonus is counted in whole quarters of a vote"
    return quarters.numerator * ballots


def election_order(candidates: Sequence[Candidate], scores: Sequence[int]) -> list[int]:
    """The positions of the eligible candidates, highest score first; equal scores, zero too, stand in list order.

    Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
    Rules: R-162.
    """
    return sorted(eligible_positions(candidates), key=lambda position: -scores[position - 1])


def eligible_positions(candidates: Sequence[Candidate]) -> list[int]:
    """The positions that can be elected, in list order. Ineligible and dead candidates are skipped, marks and all.

    Law: valgloven (2002) § 11-12 (2); valgloven (2023) § 13-2 (1).
    Rules: R-163.
    """
    return [each.position for each in candidates if each.eligible]


def tied_with(order: Sequence[int], scores: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """For each eligible position that has its equals, which these are, in list order.

    Law: valgloven (2002) § 11-12 (2); valgloven (2023) § 13-2 (2).
    Rules: R-162.
    """
    ties: dict[int, tuple[int, ...]] = {}
    for _, positions in groupby(order, key=lambda position: scores[position - 1]):
        equals = list(positions)
        if len(equals) > 1:
            ties.update((each, tuple(other for other in equals if other != each)) for each in equals)
    return ties


def outcome_of(rank: int | None, seats: int, rules: RuleSet) -> tuple[Outcome, int | None]:
    """What a rank gives on a list with so many seats, and the number among its members or its deputies.

    The first as many as the seats are members. The next, as many as the seats and three more, are deputies, as far as
    there are candidates left; a list without seats has none. No rank means ineligible.

    Law: valgloven (2002) § 11-12 (2), (3); valgloven (2023) § 13-2 (2), (3).
    Rules: R-164.
    """
    if rank is None:
        return Outcome.INELIGIBLE, None
    if rank <= seats:
        return Outcome.MEMBER, rank
    if seats > 0 and rank <= 2 * seats + rules.extra_deputies:
        return Outcome.DEPUTY, rank - seats
    return Outcome.NONE, None
