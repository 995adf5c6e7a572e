"""What stands above every public page: which election, in which district, how far it has come.

Rules: R-3, R-140.
"""

from dataclasses import dataclass
from datetime import date, datetime

from app.elections.domain.election import RuleSetName
from app.elections.domain.majority_election import FEWEST_LISTS
from app.elections.domain.settlement import NoSettlement
from app.elections.domain.states import ElectionState

_TELL_OF_RESULTS = {ElectionState.SETTLED, ElectionState.VALID, ElectionState.INVALID, ElectionState.ARCHIVED}


@dataclass(frozen=True, slots=True)
class PublishedElection:
    """An election that the public may know of.

    Before the results are released, ``state`` goes no further than *counting*, and ``settled`` and
    ``newest_settlement`` are 0: that something is settled is itself news about the result.
    ``approved_lists`` are those of all districts; ``announced`` is when any were last announced. ``newest_majority``
    is the newest result of a majority election, 0 before the results are released.
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
    approved_lists: int = 0
    announced: str = ""
    newest_majority: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether every contest is settled that has a settlement between lists."""
        return self.settled > 0 and (self.settled == self.contests or self.state in _TELL_OF_RESULTS)


@dataclass(frozen=True, slots=True)
class ContestHeading:
    """The election in one district. ``electors`` is None where it was never recorded.

    ``valid`` is what the municipal council decided on this district, None where nothing is decided. ``annulled``: the
    electoral board decided a settlement and annulled it, and no other is decided yet; never before results are
    released.
    """

    id: int
    code: str
    district: str
    seats: int
    electors: int | None
    valid: bool | None = None
    annulled: bool = False


def shown_state(state: ElectionState, *, released: bool) -> ElectionState:
    """The state that outsiders are told: never one that says there is a result before results are released.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    return ElectionState.COUNTING if state in _TELL_OF_RESULTS and not released else state


def state_in(election: PublishedElection, contest: ContestHeading) -> ElectionState:
    """How far the election has come in one district: it may be invalid there and valid in others.

    Rules: R-3, R-205.
    """
    is_decided = election.state in {ElectionState.VALID, ElectionState.ARCHIVED}
    return ElectionState.INVALID if is_decided and contest.valid is False else election.state


def no_settlement(election: PublishedElection, lists: int, *, settled: bool) -> NoSettlement | None:
    """Why a contest has no settlement between lists, if so; ``lists`` are those that stand in it.

    That it holds a majority election is known when the lists are decided. That it has no votes is known when the
    election is settled without it – and not before results are released, since ``election`` does not tell so.

    Law: valgloven (2002) §§ 9-9, 12-1; valgloven (2023) §§ 14-1, 21-8.
    Rules: R-140, R-180.
    """
    if settled or election.state in {ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS}:
        return None
    if lists < FEWEST_LISTS:
        return NoSettlement.MAJORITY_ELECTION
    return NoSettlement.NO_VOTES if election.is_settled else None
