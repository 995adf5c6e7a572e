"""What a vote came to, with every step: the quorum, the tally, what decided it, and who broke a tie.

Law: kommuneloven (2018) §§ 8-1, 11-4, 11-9.
Rules: R-287, R-288, R-289, R-300.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.presence import Voter
from app.meetings.domain.quorum import Quorum, require_quorum
from app.meetings.domain.vote_forms import Cast, Choice, SecretBallot, Tally, VoteForm, resolve


class Majority(StrEnum):
    """What is asked for. MORE_THAN_HALF: of the votes cast. UNANIMITY: every vote, as in an agreed election."""

    MORE_THAN_HALF = "more_than_half"
    UNANIMITY = "unanimity"


class DecidedBy(StrEnum):
    """What decided a vote.

    NO_MAJORITY: blank votes kept both sides from more than half. ONE_AGAINST: unanimity was asked for, and somebody
    was against or blank.
    """

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    CASTING_VOTE = "casting_vote"
    NO_MAJORITY = "no_majority"
    ONE_AGAINST = "one_against"


@dataclass(frozen=True, slots=True)
class PartyVotes:
    """How a party voted; one that split has votes on more than one side. The empty party is the independents."""

    party: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class VoteResult:
    """The whole vote. ``needed`` is the fewest votes that are more than half of those cast: 8 of 15, 8 of 14.

    ``adopted``: what was voted on, or the first of two proposals. ``casting`` is the leader's vote that broke a tie.
    ``casts`` has one vote for each occupied seat, and is empty after a secret ballot.
    """

    quorum: Quorum
    tally: Tally
    casts: tuple[Cast, ...]
    majority: Majority
    needed: int
    decided_by: DecidedBy
    adopted: bool
    leader: int | None = None
    casting: Choice | None = None

    @property
    def secret(self) -> bool:
        """Whether only the numbers are known."""
        return not self.casts

    def seats(self, choice: Choice) -> tuple[Voter, ...]:
        """Who voted so, in the order of seats."""
        return tuple(each.voter for each in self.casts if each.choice is choice)

    def by_party(self) -> tuple[PartyVotes, ...]:
        """How each party voted, in the order of their first seat.

        Law: kommuneloven (2018) § 11-4.
        Rules: R-300.
        """
        parties = dict.fromkeys(each.voter.party for each in self.casts)
        return tuple(PartyVotes(party, self._tally_of(party)) for party in parties)

    def split_parties(self) -> tuple[str, ...]:
        """The parties whose members voted on more than one side.

        Law: kommuneloven (2018) § 11-4.
        Rules: R-300.
        """
        return tuple(each.party for each in self.by_party() if each.party and _sides(each.tally) > 1)

    def _tally_of(self, party: str) -> Tally:
        choices = [each.choice for each in self.casts if each.voter.party == party]
        return Tally(choices.count(Choice.FOR), choices.count(Choice.AGAINST), choices.count(Choice.BLANK))


@dataclass(unsafe_hash=True)
class CastingVoteMissing(DomainError):
    """A tie in a written ballot: the leader's vote decides, and nobody can know it unless it is said."""

    votes: int
    leader: int | None


@dataclass(unsafe_hash=True)
class CastingVoteNotNeeded(DomainError):
    """A casting vote is given where there is no tie, or is given blank."""

    votes_for: int
    votes_against: int


def votes_needed(cast: int) -> int:
    """The fewest votes that are more than half: 8 of 15, 8 of 14, 4 of 7."""
    return cast // 2 + 1


def count_vote(
    form: VoteForm,
    voters: Sequence[Voter],
    members: int,
    leader: int | None,
    *,
    majority: Majority = Majority.MORE_THAN_HALF,
    on_persons: bool = False,
) -> VoteResult:
    """The result of a vote among those who sit in their seats, taken as quorum and majority both.

    More than half of the votes cast decide. At a tie the vote of ``leader``, who leads the meeting then, decides.
    Elections have their own rules and come nowhere near this function. ``on_persons``: an appointment of staff, in
    which blank votes are open and count as cast.

    Law: kommuneloven (2018) §§ 8-1, 11-9.
    Rules: R-287, R-288, R-289.
    """
    counted = require_quorum(len(voters), members)
    tally, casts = resolve(form, voters, on_persons=on_persons)
    casting = _casting(form, tally, casts, leader)
    decided_by, adopted = _decide(tally, majority, casting)
    if decided_by is not DecidedBy.CASTING_VOTE:
        casting = None
    return VoteResult(
        counted, tally, casts, majority, votes_needed(tally.cast), decided_by, adopted, leader=leader, casting=casting
    )


def _decide(tally: Tally, majority: Majority, casting: Choice | None) -> tuple[DecidedBy, bool]:
    """Law: kommuneloven (2018) § 11-9.

    Rules: R-289.
    """
    if tally.cast in (tally.votes_for, tally.votes_against):
        return DecidedBy.UNANIMOUS, tally.votes_for == tally.cast
    if majority is Majority.UNANIMITY:
        return DecidedBy.ONE_AGAINST, False
    if max(tally.votes_for, tally.votes_against) >= votes_needed(tally.cast):
        return DecidedBy.MAJORITY, tally.votes_for > tally.votes_against
    if casting is None:
        return DecidedBy.NO_MAJORITY, False
    return DecidedBy.CASTING_VOTE, casting is Choice.FOR


def _casting(form: VoteForm, tally: Tally, casts: Sequence[Cast], leader: int | None) -> Choice | None:
    """The leader's vote at a tie, else None; also None when the leader voted blank.

    Law: kommuneloven (2018) § 11-9.
    Rules: R-289.
    """
    tied = tally.votes_for == tally.votes_against
    if isinstance(form, SecretBallot):
        if form.casting is Choice.BLANK or (form.casting and not tied):
            raise CastingVoteNotNeeded(tally.votes_for, tally.votes_against)
        if tied and form.casting is None:
            raise CastingVoteMissing(tally.votes_for, leader)
        return form.casting
    own = next((each.choice for each in casts if each.voter.person_id == leader), None)
    return own if tied and own is not Choice.BLANK else None


def _sides(tally: Tally) -> int:
    return sum(1 for votes in (tally.votes_for, tally.votes_against, tally.blank) if votes)
