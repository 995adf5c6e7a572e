"""What stands above every public page: which election, in which district, how far it has come.

Rules: R-3, R-140.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.elections.domain.election import RuleSetName
from app.elections.domain.states import ElectionState

_TELL_OF_RESULTS = {ElectionState.SETTLED, ElectionState.VALID, ElectionState.INVALID, ElectionState.ARCHIVED}


@dataclass(frozen=True, slots=True)
class PublishedElection:
    """An election that the public may know of.

    Before the results are released, ``state`` goes no further than *counting*, and ``settled`` and
    ``newest_settlement`` are 0: that something is settled is itself news about the result.
    """

    id: int
    address: str
    name: str
    municipality: str
    rule_set: RuleSetName
    election_day: date
    release_time: datetime
    released: bool
    state: ElectionState
    contests: int
    settled: int
    newest_settlement: int

    @property
    def is_settled(self) -> bool:
        return self.settled == self.contests


@dataclass(frozen=True, slots=True)
class ContestHeading:
    """The election in one district. ``electors`` is None where it was never recorded."""

    id: int
    code: str
    district: str
    seats: int
    electors: int | None


def shown_state(state: ElectionState, *, released: bool) -> ElectionState:
    """The state that outsiders are told: never one that says there is a result before results are released.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    return ElectionState.COUNTING if state in _TELL_OF_RESULTS and not released else state
