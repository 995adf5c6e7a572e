"""The candidates of one list in the order they are elected.

Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2.
Rules: R-160, R-161, R-162, R-163, R-164.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a candidate."""

    MEMBER = "member"
    DEPUTY = "deputy"
    NONE = "none"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True, slots=True)
class CandidateResult:
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
