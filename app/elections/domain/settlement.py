"""The settlement of one contest: list votes, seats, candidates, with every step in the result.

Law: valgloven (2002) §§ 10-6, 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150 to R-165.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import DomainError
from app.councils.domain.divisors import modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seating import Contender
from app.councils.domain.seats import Quotient, SeatAward
from app.elections.domain.candidates import CandidateResult, eligible_positions, rank_candidates
from app.elections.domain.election import Contest
from app.elections.domain.list_votes import ListVotes, count_list_votes, write_ins_received
from app.elections.domain.majority_election import is_majority_election
from app.elections.domain.possible_tally import require_possible
from app.elections.domain.rule_sets import RuleSet
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

    ``next_in_line`` is the highest quotient that took no seat, of the lists with an eligible candidate left: all that
    are equal, in setup order, also where one has more list votes. ``passed_over`` are quotients that would have taken a
    seat if their list had had an eligible candidate left (R-165). ``unfilled_seats`` could be given to nobody.
    ``tally`` is the frozen input.
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


@dataclass(unsafe_hash=True)
class NoVotes(DomainError):
    """No approved ballot for any list: there is nothing to divide the seats by."""

    contest: str


@dataclass(unsafe_hash=True)
class TooFewLists(DomainError):
    """No list, or one alone: the district holds a majority election, and there is no settlement between lists."""

    contest: str
    lists: int


def settle(contest: Contest, rules: RuleSet, tally: Tally, lots: Sequence[Lot] = ()) -> Settlement | LotRequired:
    """The settlement, or the lot that must be drawn before it can be finished.

    ``lots`` are those drawn so far, in order; each gives one seat to one of the tied. Nothing here depends on who the
    candidates are, only on whether they may be elected. Refused: fewer than two lists, figures that no ballots could
    have given, no ballot for any list, a lot that does not fit the tie or is not needed.

    Law: valgloven (2002) §§ 10-6 (3), 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
    Rules: R-150, R-152, R-160, R-165.
    """
    if is_majority_election(contest):
        raise TooFewLists(contest.code, len(contest.lists))
    require_possible(contest, rules, tally)
    if not any(each.ballots for each in tally.lists):
        raise NoVotes(contest.code)
    votes = count_list_votes(contest.seats, tally)
    distribution = distribute(
        contest.code, contenders(contest, votes), contest.seats, modified_sainte_lague(rules.first_divisor), lots
    )
    if isinstance(distribution, LotRequired):
        return distribution
    return Settlement(
        contest=contest.code,
        seats=contest.seats,
        lists=list_results(contest, rules, tally, votes, distribution),
        seat_order=distribution.seat_order,
        next_in_line=distribution.next_in_line,
        passed_over=distribution.passed_over,
        unfilled_seats=distribution.unfilled_seats,
        lots=distribution.lots,
        tally=tally,
    )


def contenders(contest: Contest, votes: Sequence[ListVotes]) -> list[Contender]:
    """The lists as they compete for seats: with their list votes, and places for their eligible candidates.

    Law: valgloven (2002) § 11-12 (4); valgloven (2023) § 13-2 (4).
    Rules: R-165.
    """
    return [
        Contender(counted.code, counted.list_votes, len(eligible_positions(standing.candidates)))
        for standing, counted in zip(contest.lists, votes, strict=True)
    ]


def list_results(
    contest: Contest, rules: RuleSet, tally: Tally, votes: Sequence[ListVotes], distribution: Distribution
) -> tuple[ListResult, ...]:
    """Each list's figures and candidates, in setup order."""
    write_ins = write_ins_received(tally)
    results = []
    for standing, counted, of_list in zip(contest.lists, votes, tally.lists, strict=True):
        received = [write_ins[standing.code, each.position] for each in standing.candidates]
        seats = distribution.seats_of(standing.code)
        ranked = rank_candidates(
            standing.candidates, counted.ballots, of_list.marks, received, seats=seats, rules=rules
        )
        results.append(
            ListResult(
                code=standing.code,
                ballots=counted.ballots,
                write_ins_given=counted.write_ins_given,
                write_ins_received=counted.write_ins_received,
                list_votes=counted.list_votes,
                seats=seats,
                candidates=ranked,
            )
        )
    return tuple(results)
