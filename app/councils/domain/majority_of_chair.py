"""Electing a chair or deputy chair: more than half of the votes, or a second vote where the most votes win.

Law: kommuneloven (2018) §§ 7-4, 7-8.
Rules: R-220, R-230.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.law_versions import AMENDED_ON
from app.councils.domain.lots import winner_of_next_lot
from app.councils.domain.proportional_election import VotingForm


@dataclass(frozen=True, slots=True)
class Round:
    """The votes of one round: candidate → votes, in the order they were proposed; and the blank ones."""

    votes: tuple[tuple[str, int], ...]
    blank: int = 0

    @classmethod
    def of(cls, votes: Mapping[str, int], blank: int = 0) -> "Round":
        """A round from a mapping, in its order."""
        return cls(tuple(votes.items()), blank)


@dataclass(frozen=True, slots=True)
class ChairElected:
    """Who is elected, in which round, with how many votes; ``needed`` is what more than half was in the first round."""

    winner: str
    round: int
    votes: int
    needed: int
    by_lot: bool = False


@dataclass(frozen=True, slots=True)
class SecondVoteRequired:
    """Nobody had more than half: ``most`` votes, where ``needed`` were asked for. A new vote, where most votes win."""

    most: int
    needed: int


@dataclass(frozen=True, slots=True)
class ChairLotRequired:
    """These have equally many votes in the second round, and more than all others: a lot must be drawn."""

    tied: tuple[str, ...]
    votes: int


@dataclass(unsafe_hash=True)
class NobodyVotedFor(DomainError):
    """A round without a vote for anyone."""

    round: int


@dataclass(unsafe_hash=True)
class SecondVoteNotNeeded(DomainError):
    """A second round was held, though ``winner`` had more than half in the first."""

    winner: str


def voting_forms_for_chair(on: date) -> tuple[VotingForm, ...]:
    """In writing; also by show of hands since 1 July 2023.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230.
    """
    return (VotingForm.WRITTEN,) if on < AMENDED_ON else (VotingForm.WRITTEN, VotingForm.SHOW_OF_HANDS)


def votes_needed(first: Round, *, blank_counts: bool = True) -> int:
    """The fewest votes that are more than half of those cast: 8 of 15, 8 of 14. Blank ones count unless decided not to.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230.
    """
    cast = sum(votes for _, votes in first.votes) + (first.blank if blank_counts else 0)
    return cast // 2 + 1


def elect_chair(
    first: Round, second: Round | None = None, *, drawn: str | None = None, blank_counts: bool = True
) -> ChairElected | SecondVoteRequired | ChairLotRequired:
    """Who is elected, or what must be done first. ``drawn`` is the winner of the lot, once it has been drawn.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230.
    """
    needed = votes_needed(first, blank_counts=blank_counts)
    leaders, most = _most_votes(first, 1)
    if most >= needed:
        if second:
            raise SecondVoteNotNeeded(leaders[0])
        return ChairElected(leaders[0], 1, most, needed)
    if second is None:
        return SecondVoteRequired(most, needed)
    leaders, most = _most_votes(second, 2)
    if len(leaders) == 1:
        return ChairElected(leaders[0], 2, most, needed)
    winner = winner_of_next_lot(leaders, iter([(leaders, drawn)] if drawn else []))
    return ChairElected(winner, 2, most, needed, by_lot=True) if winner else ChairLotRequired(leaders, most)


def _most_votes(held: Round, number: int) -> tuple[tuple[str, ...], int]:
    most = max((votes for _, votes in held.votes), default=0)
    if not most:
        raise NobodyVotedFor(number)
    return tuple(name for name, votes in held.votes if votes == most), most
