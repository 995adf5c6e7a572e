"""Elections inside the council: chair, deputy chair, meeting leader by majority; a working committee proportionally.

There is no casting vote: a tie in the second round, or between lists, is decided by lot.

Law: kommuneloven (2018) §§ 5-7, 7-4, 7-5, 7-6, 7-7, 7-8, 11-9.
Rules: R-223, R-224, R-229, R-230, R-287, R-289, R-290.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.agreed_election import Nomination, NominationFinding, Unanimity, obstacles
from app.councils.domain.group_lists import GroupList
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.majority_of_chair import (
    ChairElected,
    ChairLotRequired,
    Round,
    SecondVoteRequired,
    elect_chair,
    voting_forms_for_chair,
)
from app.councils.domain.proportional_election import ProportionalElection, VotingForm, hold_proportional_election
from app.meetings.domain.quorum import Quorum, require_quorum


class Office(StrEnum):
    """What is elected by majority. OTHER: a spokesperson, a signatory, a member of another body."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEETING_LEADER = "meeting_leader"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OfficeElection:
    """An election by majority: its rounds with the quorum of each, and the lot if one has been drawn."""

    key: str
    item: str
    office: Office
    rounds: tuple[Round, ...] = ()
    quorums: tuple[Quorum, ...] = ()
    drawn: str | None = None
    blank_counts: bool = True

    @property
    def result(self) -> ChairElected | SecondVoteRequired | ChairLotRequired | None:
        """Who is elected, or what must be done next; None before the first round.

        Law: kommuneloven (2018) § 7-8.
        Rules: R-230, R-289.
        """
        if not self.rounds:
            return None
        second = self.rounds[1] if len(self.rounds) > 1 else None
        return elect_chair(self.rounds[0], second, drawn=self.drawn, blank_counts=self.blank_counts)

    @property
    def winner(self) -> str | None:
        """The name of the one elected, or None."""
        result = self.result
        return result.winner if isinstance(result, ChairElected) else None


@dataclass(frozen=True, slots=True)
class CommitteeElection:
    """A proportional election in the meeting, or the lot that must be drawn first, with its quorum."""

    key: str
    item: str
    body: str
    quorum: Quorum
    result: ProportionalElection | LotRequired

    @property
    def is_over(self) -> bool:
        """Whether no lot is waiting to be drawn."""
        return isinstance(self.result, ProportionalElection)


@dataclass(unsafe_hash=True)
class VotesAreNotOnePerSeat(DomainError):
    """Each occupied seat gives one vote, for a name or blank: ``given`` is another number than ``occupied``."""

    given: int
    occupied: int


@dataclass(unsafe_hash=True)
class VotingFormNotOpen(DomainError):
    """The way of voting was not open that day; ``open_forms`` are those that were."""

    form: VotingForm
    open_forms: tuple[VotingForm, ...]


@dataclass(unsafe_hash=True)
class ElectionIsOver(DomainError):
    """Another round or lot, though the election is decided or waits for something else."""

    key: str
    winner: str | None


def hold_round(
    election: OfficeElection, held: Round, *, occupied: int, members: int, form: VotingForm, on: date
) -> OfficeElection:
    """The election with one more round: one vote from each occupied seat, blank ones with them, and a quorum.

    Law: kommuneloven (2018) §§ 7-8, 8-1, 11-9.
    Rules: R-230, R-287, R-288, R-290.
    """
    open_forms = voting_forms_for_chair(on)
    if form not in open_forms:
        raise VotingFormNotOpen(form, open_forms)
    if not isinstance(election.result, SecondVoteRequired | None):
        raise ElectionIsOver(election.key, election.winner)
    counted = require_quorum(occupied, members)
    given = sum(votes for _, votes in held.votes) + held.blank
    if given != occupied or min((held.blank, *(votes for _, votes in held.votes))) < 0:
        raise VotesAreNotOnePerSeat(given, occupied)
    after = replace(election, rounds=(*election.rounds, held), quorums=(*election.quorums, counted))
    assert after.result is not None
    return after


def draw_lot(election: OfficeElection, winner: str) -> OfficeElection:
    """The election after the lot; refused unless it stands on one, and when the winner is none of those tied.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230, R-289.
    """
    if not isinstance(election.result, ChairLotRequired):
        raise ElectionIsOver(election.key, election.winner)
    after = replace(election, drawn=winner)
    assert after.winner == winner
    return after


def hold_committee_election(
    key: str,
    item: str,
    body: str,
    *,
    lists: Sequence[GroupList],
    seats: int,
    votes: Mapping[str, int],
    occupied: int,
    members: int,
    blank: int = 0,
    lots: Sequence[Lot] = (),
) -> CommitteeElection:
    """A working committee elected proportionally, with one vote from each occupied seat.

    It may be elected from outside the council (KL § 5-7). Equal quotients: most votes, then lot, never a casting vote.

    Law: kommuneloven (2018) §§ 5-7, 7-5, 7-6, 11-9.
    Rules: R-223, R-224, R-287, R-289, R-290.
    """
    counted = require_quorum(occupied, members)
    result = hold_proportional_election(body, lists, seats, votes, present=occupied, blank=blank, lots=lots)
    return CommitteeElection(key, item, body, counted, result)


def agreed_committee(
    nomination: Nomination, seats: int, unanimity: Unanimity | None = None
) -> tuple[NominationFinding, ...]:
    """What stands in the way of electing a working committee by agreement: open to the council if it is unanimous.

    The act names only the municipal council; that a district council may do the same is read into it.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229, R-290.
    """
    return obstacles(nomination, seats, unanimity)
