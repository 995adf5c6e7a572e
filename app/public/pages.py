"""What each public page is made of: frozen values that a template can only read."""

from dataclasses import dataclass
from datetime import datetime

from app.councils.domain.lots import Lot
from app.elections.domain.majority_election import MajoritySettlement
from app.elections.domain.settlement import NoSettlement
from app.elections.domain.states import ElectionState
from app.public.contest_result import ContestResult
from app.public.headings import ContestHeading, PublishedElection, state_in
from app.public.overview import ElectionOverview
from app.public.shown_lists import ShownList
from app.public.write_in_effect import WriteInEffect


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The newest election in full, and those before it, newest first."""

    newest: ElectionOverview | None
    earlier: tuple[PublishedElection, ...]


@dataclass(frozen=True, slots=True)
class ContestPage:
    """The election in one district: who stands, and, once settled and released, the result, or why there is none.

    ``majority`` is the result where persons are elected, by most votes. ``write_ins`` is what they decided; None where
    there is no result.
    """

    election: PublishedElection
    contest: ContestHeading
    lists: tuple[ShownList, ...]
    result: ContestResult | None
    contests: tuple[ContestHeading, ...]
    no_settlement: NoSettlement | None = None
    write_ins: WriteInEffect | None = None
    majority: MajoritySettlement | None = None

    @property
    def state(self) -> ElectionState:
        """How far the election has come in this district."""
        return state_in(self.election, self.contest)


@dataclass(frozen=True, slots=True)
class SettledContest:
    """A settled contest, the fingerprint of everything it was settled from, and the lots that were drawn."""

    contest: ContestHeading
    settlement_number: int
    made_at: datetime
    input_sha256: str
    lots: tuple[Lot, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What one needs to settle the election again. ``settled`` is empty before the results are released."""

    election: PublishedElection
    settled: tuple[SettledContest, ...]

    @property
    def lots(self) -> tuple[Lot, ...]:
        """All lots in the order in which they decide."""
        return tuple(lot for contest in self.settled for lot in contest.lots)
