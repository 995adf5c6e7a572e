"""A stored settlement → what part E of the record shows. Names are put to codes; no result is computed.

Law: valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 13-1, 13-2.
Rules: R-150, R-152, R-160, R-164, R-165, R-190.
"""

from collections import Counter

from app.councils.domain.divisors import modified_sainte_lague
from app.councils.domain.seats import Quotient
from app.elections.documents.record_content import (
    CandidateLine,
    ListCandidates,
    ListQuotients,
    ListVotesLine,
    SeatsSettled,
    WriteInLine,
)
from app.elections.domain.election import CandidateList, Contest
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settlement import ListResult, Settlement


def seats_settled(contest: Contest, rules: RuleSet, settlement: Settlement) -> SeatsSettled:
    """From list votes to seats, with everything that was decided on the way."""
    lists = tuple(zip(contest.lists, settlement.lists, strict=True))
    return SeatsSettled(
        list_votes=tuple(_list_votes(each, result, settlement.seats) for each, result in lists),
        write_ins=_write_ins(contest, settlement),
        quotients=tuple(_quotients(each, result, rules, settlement) for each, result in lists),
        order=settlement.seat_order,
        next_in_line=settlement.next_in_line,
        passed_over=settlement.passed_over,
        unfilled_seats=settlement.unfilled_seats,
        lots=settlement.lots,
    )


def list_candidates(contest: Contest, settlement: Settlement) -> tuple[ListCandidates, ...]:
    """Each list's candidates with their figures, in printed order."""
    return tuple(
        ListCandidates(
            code=each.code,
            name=each.name,
            ballots=result.ballots,
            seats=result.seats,
            candidates=tuple(map(CandidateLine, each.candidates, result.candidates)),
        )
        for each, result in zip(contest.lists, settlement.lists, strict=True)
    )


def _list_votes(each: CandidateList, result: ListResult, seats: int) -> ListVotesLine:
    return ListVotesLine(
        code=each.code,
        name=each.name,
        ballots=result.ballots,
        product=seats * result.ballots,
        write_ins_given=result.write_ins_given,
        write_ins_received=result.write_ins_received,
        list_votes=result.list_votes,
        seats=result.seats,
    )


def _write_ins(contest: Contest, settlement: Settlement) -> tuple[WriteInLine, ...]:
    given: Counter[tuple[str, str]] = Counter()
    for each in settlement.tally.write_ins:
        given[each.giver, each.receiver] += each.number
    return tuple(
        WriteInLine(giver.code, giver.name, tuple(given[giver.code, receiver.code] for receiver in contest.lists))
        for giver in contest.lists
    )


def _quotients(each: CandidateList, result: ListResult, rules: RuleSet, settlement: Settlement) -> ListQuotients:
    return ListQuotients(
        code=each.code,
        name=each.name,
        won=tuple(award for award in settlement.seat_order if award.list_code == each.code),
        following=_following(each, result, rules),
    )


def _following(each: CandidateList, result: ListResult, rules: RuleSet) -> Quotient | None:
    """The list's first quotient without a seat, if it has votes and somebody left to take one."""
    electable = sum(candidate.eligible for candidate in each.candidates)
    if not result.list_votes or electable <= result.seats:
        return None
    return Quotient(each.code, result.list_votes, modified_sainte_lague(rules.first_divisor).divisor(result.seats))
