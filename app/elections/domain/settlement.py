"""The settlement of one contest: list votes, seats, candidates, with every step in the result.

Law: valgloven (2002) §§ 10-6, 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150 to R-165.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.candidates import CandidateResult
from app.elections.domain.election import Contest
from app.elections.domain.lots import Lot, LotRequired
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.seats import Quotient, SeatAward
from app.elections.domain.tally import Tally


@dataclass(frozen=True, slots=True)
class ListResult:
    """One list's figures. ``candidates`` stand in printed order."""

    code: str
    ballots: int
    write_ins_given: int
    write_ins_received: int
    list_votes: int
    seats: int
    candidates: tuple[CandidateResult, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who got which seat, and why.

    ``next_in_line`` is the highest quotient without a seat, several when equal. ``passed_over`` are quotients that
    would have taken a seat if their list had had an eligible candidate left (R-165). ``unfilled_seats`` could be given
    to nobody. ``tally`` is the frozen input.
    """

    contest: str
    seats: int
    lists: tuple[ListResult, ...]
    seat_order: tuple[SeatAward, ...]
    next_in_line: tuple[Quotient, ...]
    passed_over: tuple[Quotient, ...]
    unfilled_seats: int
    lots: tuple[Lot, ...]
    tally: Tally


@dataclass(frozen=True)
class NoVotes(DomainError):
    """No approved ballot for any list: there is nothing to divide the seats by."""

    contest: str


def settle(contest: Contest, rules: RuleSet, tally: Tally, lots: Sequence[Lot] = ()) -> Settlement | LotRequired:
    """The settlement, or the lot that must be drawn before it can be finished."""
    raise NotImplementedError
