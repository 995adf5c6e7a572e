"""Lots: drawn by the electoral board in a meeting, never here.

The settlement stops and says which lot is required; it goes on when it is told who won.

Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
Rules: R-154, R-155.
"""

from collections.abc import Iterator
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


@dataclass(unsafe_hash=True)
class LotDoesNotFit(DomainError):
    """The next lot was drawn between others than those who are tied, or won by someone outside the tie."""

    tied: tuple[str, ...]
    drawn_between: tuple[str, ...]
    winner: str


@dataclass(unsafe_hash=True)
class LotNotNeeded(DomainError):
    """A lot was drawn that decides nothing: no tie is left when it is its turn."""

    drawn_between: tuple[str, ...]
    winner: str


DrawnLots = Iterator[tuple[tuple[str, ...], str]]
"""Lots in the order they were drawn, each as those it was drawn between and its winner; taken one by one."""


def winner_of_next_lot(tied: tuple[str, ...], drawn: DrawnLots) -> str | None:
    """Who won the lot between the tied, or None when no more lots have been drawn: then the settlement must stop.

    A lot that was drawn between others is refused; in what order it names them does not matter.

    Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
    Rules: R-154, R-155.
    """
    between, winner = next(drawn, ((), None))
    if winner is not None and (sorted(between) != sorted(tied) or winner not in tied):
        raise LotDoesNotFit(tied, between, winner)
    return winner


def refuse_leftover_lots(drawn: DrawnLots) -> None:
    """Refuses a lot that was drawn without a tie to decide.

    Rules: R-155.
    """
    for between, winner in drawn:
        raise LotNotNeeded(between, winner)
