"""Many ballot readings → the frozen figures that a settlement starts from.

Rules: R-115, R-116, R-150, R-160.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.domain.ballots import BallotReading, Disregarded
from app.elections.domain.election import Contest


@dataclass(frozen=True, slots=True)
class ListTally:
    """One list's second count. ``ballots`` are approved and not blank; ``marks`` stand by position, from 1."""

    code: str
    ballots: int
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WriteInCount:
    """Write-ins on ballots of list ``giver`` for candidate ``position`` of list ``receiver``; never zero."""

    giver: str
    receiver: str
    position: int
    number: int


@dataclass(frozen=True, slots=True)
class Tally:
    """All that a settlement starts from: lists in setup order; write-ins by giver, receiver and position.

    ``changed_ballots`` are those with a mark or a write-in, counted or not. ``disregarded`` has the number for each
    reason that occurred.
    """

    lists: tuple[ListTally, ...]
    write_ins: tuple[WriteInCount, ...]
    changed_ballots: int
    disregarded: tuple[tuple[Disregarded, int], ...]


class TallyBuilder:
    """Adds up ballot readings of one contest; the order of adding never matters."""

    def __init__(self, contest: Contest) -> None:
        self._contest = contest

    def add(self, reading: BallotReading, times: int = 1) -> None:
        raise NotImplementedError

    def build(self, ballots_per_list: Mapping[str, int]) -> Tally:
        raise NotImplementedError
