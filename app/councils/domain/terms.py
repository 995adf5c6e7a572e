"""A term of office: where spells must lie, when an outgoing council stops, and whether one can be abolished in it.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-1.
Rules: R-7, R-14, R-210.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.basis import CouncilBasis

YEARS_OF_A_TERM = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office, from ``from_on`` up to, but not with, ``to_on``."""

    from_on: date
    to_on: date


@dataclass(unsafe_hash=True)
class CannotBeAbolished(DomainError):
    """A directly elected council cannot be abolished or reorganised during its term. ``rule`` R-7."""

    on: date
    term_ends_on: date
    rule: str = "R-7"


def outgoing_to_on(election_year: int) -> date:
    """The first day on which an outgoing appointed council no longer sits: 2023 → 1 January 2024.

    It sits until the new one is elected, but at most to the first year-end of the new term. That day does not shift
    when it is a Sunday.

    Law: kommuneloven (2018) § 7-1.
    Rules: R-14, R-18.
    """
    return date(election_year + 1, 1, 1)


def sits_until(successor_starts_on: date | None, election_year: int) -> date:
    """The first day on which an outgoing appointed council no longer sits, if its successor starts then, or not yet.

    Law: kommuneloven (2018) § 7-1.
    Rules: R-14, R-210.
    """
    last = outgoing_to_on(election_year)
    return last if successor_starts_on is None else min(successor_starts_on, last)


def require_term_is_over(basis: CouncilBasis, elected_on: date, term: Term, successor_elected_on: date) -> None:
    """Refuse to appoint a successor of a directly elected council before the next ordinary elections.

    In the year of those elections the new council may begin before the old one's last day, which then moves.

    Law: kommuneloven (2018) §§ 5-8, 7-1.
    Rules: R-7.
    """
    next_elections = elected_on.year + YEARS_OF_A_TERM
    if basis is CouncilBasis.DIRECTLY_ELECTED and successor_elected_on.year < next_elections:
        raise CannotBeAbolished(successor_elected_on, term.to_on)


def require_can_be_abolished(basis: CouncilBasis, on: date, term: Term) -> None:
    """Refuse to abolish or reorganise a directly elected council before its term is over; an appointed one can at once.

    Law: kommuneloven (2018) §§ 5-7, 5-8.
    Rules: R-7.
    """
    if basis is CouncilBasis.DIRECTLY_ELECTED and on < term.to_on:
        raise CannotBeAbolished(on, term.to_on)
