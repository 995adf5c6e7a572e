"""How sure a sample of papers makes us that the seats went to the right lists, with exact fractions.

Every list with seats holds its last one against each other list's next quotient: one *assertion* for each pair. If all
of them are true, the seats between the lists are right. An assertion is turned into a figure for each paper
(*assorter*) whose mean is above one half exactly when the assertion is true. The papers drawn are compared with what
they were counted as, and each comparison makes a wager against the assertion worth more or less. Were the assertion
false, the wager would reach 1/α with a probability of at most α (Ville's inequality), whichever papers are drawn and
whenever one stops. When every wager has reached 1/α, the risk limit α is met.

What this proves, and what it does not, stands in docs/decisions/0013-audit-by-sample.md.

Law: valgloven (2002) §§ 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1.
Rules: R-150, R-152, R-165.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.errors import DomainError
from app.councils.domain.divisors import Divisors
from app.elections.domain.settlement import Settlement

HALF = Fraction(1, 2)
BET = Fraction(9, 5)
"""How much of what is left is wagered on each paper: 2 is all; at 9/5 one wrong paper costs nine tenths of it."""

PaperVotes = Mapping[str, int]
"""The list votes that one paper gives: ``{"A": 14, "B": 1}``. Blank, rejected and no paper of the contest: none."""


@dataclass(unsafe_hash=True)
class RiskLimitImpossible(DomainError):
    """A risk limit lies between 0 and 1."""

    risk_limit: Fraction


@dataclass(frozen=True, slots=True)
class Assertion:
    """That the list ``winner`` has its last seat before ``loser`` gets one more.

    The divisors are those of the winner's last seat and of the loser's next.
    """

    winner: str
    winner_divisor: Fraction
    loser: str
    loser_divisor: Fraction

    @property
    def upper(self) -> Fraction:
        """The most that a paper's figure can be: one with all its votes for the winner."""
        return HALF + Fraction(self.loser_divisor, 2 * self.winner_divisor)

    def figure(self, votes: PaperVotes, seats: int) -> Fraction:
        """A paper's figure, from 0 (all its votes for the loser) to ``upper``; one half where neither has any.

        c · (votes for the winner ÷ its divisor − votes for the loser ÷ its divisor) + 1/2, where c is the loser's
        divisor over twice the seats, since no paper gives more list votes than there are seats.
        """
        for_winner = Fraction(votes.get(self.winner, 0), self.winner_divisor)
        for_loser = Fraction(votes.get(self.loser, 0), self.loser_divisor)
        return Fraction(self.loser_divisor, 2 * seats) * (for_winner - for_loser) + HALF

    def margin(self, list_votes: PaperVotes, seats: int, papers: int) -> Fraction:
        """Twice the mean figure of all papers as counted, less 1: above 0 exactly where the assertion is true of them.

        Equal quotients give 0: what was decided by more votes or by lot, no sample can confirm.
        """
        return Fraction(2 * (self.figure(list_votes, seats) - HALF), papers)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A paper that was drawn: the votes it was counted as, and those that were found on it; None: it was not found."""

    counted: PaperVotes
    found: PaperVotes | None


@dataclass(frozen=True, slots=True)
class AssertionRisk:
    """What the sample says of an assertion: ``risk`` is the measured risk, at most 1; ``met`` that it is low enough."""

    assertion: Assertion
    margin: Fraction
    risk: Fraction
    met: bool


@dataclass(frozen=True, slots=True)
class AuditStatus:
    """Every assertion with its risk, in the order of the lists."""

    risk_limit: Fraction
    assertions: tuple[AssertionRisk, ...]
    compared: int
    differences: int

    @property
    def is_met(self) -> bool:
        """Whether the seats between the lists are confirmed at the risk limit: every assertion is."""
        return all(each.met for each in self.assertions)


def assertions(settlement: Settlement, divisors: Divisors, exhausted: Iterable[str] = ()) -> tuple[Assertion, ...]:
    """One for each list with seats and each other list, in the order of the lists.

    ``exhausted`` lists have nobody left to give a seat to and are nobody's rival (R-165); a list without votes is none
    as long as nobody has voted for it by mistake, so it stays one.

    Rules: R-152, R-165.
    """
    without = frozenset(exhausted)
    seats = {each.code: each.seats for each in settlement.lists}
    return tuple(
        Assertion(winner, divisors.divisor(seats[winner] - 1), loser, divisors.divisor(seats[loser]))
        for winner in seats
        for loser in seats
        if seats[winner] and loser != winner and loser not in without
    )


def comparison_figure(assertion: Assertion, margin: Fraction, comparison: Comparison, seats: int) -> Fraction:
    """What a compared paper is worth: its mean over all papers is above one half exactly if the assertion is true.

    (1 − overstatement ÷ upper) ÷ (2 − margin ÷ upper). A paper that is not found is taken as if all its votes were the
    loser's.
    """
    found = assertion.figure(comparison.found, seats) if comparison.found is not None else Fraction(0)
    overstatement = assertion.figure(comparison.counted, seats) - found
    return Fraction(1 - Fraction(overstatement, assertion.upper), 2 - Fraction(margin, assertion.upper))


def measured_risk(
    assertion: Assertion, margin: Fraction, comparisons: Sequence[Comparison], seats: int, bet: Fraction = BET
) -> Fraction:
    """One over what the wager has grown to, at most 1; 1 where nothing can be confirmed (``margin`` 0 or less).

    The wager is multiplied by 1 + bet · (figure − 1/2) for each paper drawn, the same paper twice if drawn twice.
    """
    if margin <= 0:
        return Fraction(1)
    wager = Fraction(1)
    figures = Counter(comparison_figure(assertion, margin, each, seats) for each in comparisons)
    for figure, times in figures.items():
        wager *= (1 + bet * (figure - HALF)) ** times
    return min(Fraction(1), Fraction(1, wager)) if wager else Fraction(1)


def audit_status(
    settlement: Settlement,
    asserted: Sequence[Assertion],
    comparisons: Sequence[Comparison],
    *,
    papers: int,
    risk_limit: Fraction,
) -> AuditStatus:
    """Where the audit stands. ``papers`` are all that could be drawn: for lists, blank and rejected.

    Refused: a risk limit that is none.
    """
    if not 0 < risk_limit < 1:
        raise RiskLimitImpossible(risk_limit)
    votes = {each.code: each.list_votes for each in settlement.lists}
    found = []
    for each in asserted:
        margin = each.margin(votes, settlement.seats, papers)
        risk = measured_risk(each, margin, comparisons, settlement.seats)
        found.append(AssertionRisk(each, margin, risk, risk <= risk_limit))
    differences = sum(1 for each in comparisons if each.found is None or dict(each.found) != dict(each.counted))
    return AuditStatus(risk_limit, tuple(found), len(comparisons), differences)


def papers_needed(assertion: Assertion, margin: Fraction, risk_limit: Fraction, bet: Fraction = BET) -> int | None:
    """How many papers must be drawn if all are found as counted; None where no sample is enough."""
    if margin <= 0:
        return None
    growth = 1 + bet * (Fraction(1, 2 - Fraction(margin, assertion.upper)) - HALF)
    number, wager = 0, Fraction(1)
    while wager * risk_limit < 1:
        wager, number = _rounded_down(wager * growth), number + 1
    return number


_KEPT = 10**18


def _rounded_down(value: Fraction) -> Fraction:
    """Few enough digits to go on with; never too much, so that never too few papers are drawn."""
    return Fraction(value.numerator * _KEPT // value.denominator, _KEPT)
