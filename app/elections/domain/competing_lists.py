"""The lists as they compete for the last seats when their votes are a little otherwise than they were.

Whole numbers only: the divisors are 7, 15, 25, 35 …, five times the law's, and quotients are compared by multiplying.

Law: valgloven (2002) §§ 11-4, 11-12 (4); valgloven (2023) §§ 11-4, 13-2 (4).
Rules: R-152, R-153, R-154, R-165.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.councils.domain.divisors import modified_sainte_lague
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settlement import ListResult, Settlement


@dataclass(frozen=True, slots=True)
class CompetingList:
    """A list with what it won.

    ``places`` are its eligible candidates, as many as could be seated. ``free_ballots`` are those that can be taken
    away while all its write-ins are still possible.
    """

    code: str
    votes: int
    seats: int
    places: int
    free_ballots: int

    @property
    def can_win(self) -> bool:
        """Whether there is a seat it does not have, and someone left to take it."""
        return self.seats < self.places


class Competition:
    """All lists of a settled contest, and the divisors, as whole numbers. ``last_seat`` is the list that has it."""

    def __init__(self, settlement: Settlement, rules: RuleSet) -> None:
        self.seats = settlement.seats
        self.unfilled_seats = settlement.unfilled_seats
        self.last_seat = settlement.seat_order[-1].list_code if settlement.seat_order else None
        divisors = modified_sainte_lague(rules.first_divisor)
        self.divisors: Sequence[int] = [divisors.scaled(won) for won in range(settlement.seats)]
        carriers = ballots_with_write_ins(settlement, rules)
        self.lists = tuple(_competing(each, settlement.seats, carriers[each.code]) for each in settlement.lists)

    def others(self, code: str) -> list[CompetingList]:
        """All lists but this one: the one with the last seat first, the rest in setup order."""
        return sorted((each for each in self.lists if each.code != code), key=lambda each: each.code != self.last_seat)

    def wins_for_certain(self, taker: CompetingList, votes: Mapping[str, int]) -> bool:
        """Whether the list has one seat more than it won, whatever a lot says, when lists have these votes.

        Votes that are not given are as they were. Equal quotients are decided by list votes, and equal votes by lot.

        Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
        Rules: R-154.
        """
        own = votes.get(taker.code, taker.votes)
        if own <= 0 or not taker.can_win:
            return False
        divisor = self.divisors[taker.seats]
        before = sum(self._quotients(each, votes, own, divisor, equals=True) for each in self.others(taker.code))
        return before + taker.seats < self.seats

    def loses_for_certain(self, giver: CompetingList, votes: Mapping[str, int]) -> bool:
        """Whether the list has lost its last seat, whatever a lot says, when lists have these votes.

        Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
        Rules: R-154.
        """
        own = votes.get(giver.code, giver.votes)
        if not giver.seats:
            return False
        if own <= 0:
            return True
        divisor = self.divisors[giver.seats - 1]
        before = sum(self._quotients(each, votes, own, divisor, equals=False) for each in self.others(giver.code))
        return before + giver.seats > self.seats

    def _quotients(self, each: CompetingList, votes: Mapping[str, int], own: int, divisor: int, *, equals: bool) -> int:
        """How many quotients of a list stand before ``own / divisor``; with ``equals``, also level with it.

        Level are those with the same quotient from the same list votes.
        """
        theirs = votes.get(each.code, each.votes)
        if theirs <= 0:
            return 0
        before_when_equal = theirs >= own if equals else theirs > own
        largest = (theirs * divisor - (not before_when_equal)) // own
        return min(bisect_right(self.divisors, largest), each.places)

    def fewest_to_pass(self, taker: CompetingList, giver: CompetingList, *, taker_gets: bool, giver_loses: bool) -> int:
        """The fewest ballots with which ``taker``'s next quotient stands before ``giver``'s last: one at least.

        The ballots are added to the taker, taken from the giver, or both. C won with 22 297 / 5, A stood next with
        48 866 / 11, and there are 15 seats: 22 297 · 11 − 48 866 · 5 = 937. A ballot that is moved makes up for
        15 · (5 + 11) = 240 of it, so 4 do; added for A, 15 · 5 = 75, so 13; not cast for C, 15 · 11 = 165, so 6.

        Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
        Rules: R-150, R-153, R-154.
        """
        next_divisor, last_divisor = self.divisors[taker.seats], self.divisors[giver.seats - 1]
        gap = giver.votes * next_divisor - taker.votes * last_divisor
        step = self.seats * (taker_gets * last_divisor + giver_loses * next_divisor)
        ballots = max(1, -(-gap // step))
        taker_after = taker.votes + taker_gets * self.seats * ballots
        giver_after = giver.votes - giver_loses * self.seats * ballots
        is_level = gap == step * ballots
        return ballots + (is_level and taker_after <= giver_after)


def _competing(result: ListResult, seats: int, carriers: int) -> CompetingList:
    eligible = sum(each.rank is not None for each in result.candidates)
    return CompetingList(result.code, result.list_votes, result.seats, min(eligible, seats), result.ballots - carriers)


def ballots_with_write_ins(settlement: Settlement, rules: RuleSet) -> Counter[str]:
    """The fewest ballots of each list that can have carried all the write-ins it gave.

    No ballot has a name twice, nor more names than the quota: 380 write-ins of at most 5 a ballot stand on 76 ballots
    at least, or on 90 if 90 of them are for one candidate.

    Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
    Rules: R-112, R-114.
    """
    quota = rules.write_in_quota(settlement.seats)
    fewest = Counter({each.code: -(-each.write_ins_given // quota) for each in settlement.lists})
    for write_in in settlement.tally.write_ins:
        fewest[write_in.giver] = max(fewest[write_in.giver], write_in.number)
    return fewest
