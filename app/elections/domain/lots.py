"""Lots: drawn by the electoral board in a meeting, never here.

The settlement stops and says which lot is required; it goes on when it is told who won.

Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
Rules: R-154, R-155.
"""

from dataclasses import dataclass
from fractions import Fraction

from app.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot that was drawn: between which lists (in setup order), and the one winner of one seat."""

    lists: tuple[str, ...]
    winner: str


@dataclass(frozen=True, slots=True)
class LotRequired:
    """The settlement cannot go on: these lists have equal quotients and equal list votes for seat number ``seat``."""

    contest: str
    lists: tuple[str, ...]
    seat: int
    quotient: Fraction
    list_votes: int


@dataclass(frozen=True)
class LotDoesNotFit(DomainError):
    """The next lot was drawn between others than those who are tied, or won by someone outside the tie."""

    tied: tuple[str, ...]
    drawn_between: tuple[str, ...]
    winner: str


@dataclass(frozen=True)
class LotNotNeeded(DomainError):
    """A lot was drawn that decides nothing: no tie is left when it is its turn."""

    drawn_between: tuple[str, ...]
    winner: str
