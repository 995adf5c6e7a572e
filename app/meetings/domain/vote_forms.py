"""How a vote in the meeting is recorded, resolved to exactly one vote for each occupied seat.

Four ways: unanimous; by group with named exceptions ("H and FrP for, the rest against, seat 12 (H) against"); for each
seat; or a secret ballot, of which only the numbers are kept.

Law: kommuneloven (2018) §§ 8-1, 11-4, 11-9.
Rules: R-288, R-300.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.core.errors import DomainError
from app.meetings.domain.presence import Voter


class Choice(StrEnum):
    """What one votes. Between two proposals, FOR is the first and AGAINST the other."""

    FOR = "for"
    AGAINST = "against"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Unanimous:
    """Everybody voted the same."""

    choice: Choice = Choice.FOR


@dataclass(frozen=True, slots=True)
class ByGroup:
    """Parties with what they voted, what ``rest`` did, and the seats that voted otherwise than their party.

    ``rest`` is None when every party is named: then a seat nobody has spoken for is an error.
    """

    groups: tuple[tuple[str, Choice], ...]
    rest: Choice | None = None
    exceptions: tuple[tuple[int, Choice], ...] = ()


@dataclass(frozen=True, slots=True)
class PerSeat:
    """One vote for each occupied seat, in the order they were called."""

    votes: tuple[tuple[int, Choice], ...]


@dataclass(frozen=True, slots=True)
class SecretBallot:
    """A written ballot: who voted what is not known, and cannot be. ``casting``: what the leader says in a tie."""

    votes_for: int
    votes_against: int
    blank: int = 0
    casting: Choice | None = None


VoteForm = Unanimous | ByGroup | PerSeat | SecretBallot


@dataclass(frozen=True, slots=True)
class Cast:
    """The vote of one seat."""

    voter: Voter
    choice: Choice


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes added up."""

    votes_for: int
    votes_against: int
    blank: int = 0

    @property
    def cast(self) -> int:
        """All votes, blank ones with them."""
        return self.votes_for + self.votes_against + self.blank


@dataclass(unsafe_hash=True)
class VoteOfEmptySeat(DomainError):
    """A vote for a seat where nobody sits, or whose occupant takes no part in this question."""

    seat: int


@dataclass(unsafe_hash=True)
class PartyNotPresent(DomainError):
    """A party is named of which nobody takes part; ``present`` are those who do."""

    party: str
    present: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NamedTwice(DomainError):
    """A party or seat is named twice."""

    named: str


@dataclass(unsafe_hash=True)
class SeatsWithoutVote(DomainError):
    """Those who are present must vote, and these seats have none."""

    seats: tuple[int, ...]
    rule: str = "R-288"


@dataclass(unsafe_hash=True)
class BlankNotOpen(DomainError):
    """A blank vote is open in elections and appointments of staff only; ``seats`` is empty for a secret ballot."""

    blank: int
    seats: tuple[int, ...]
    rule: str = "R-288"


@dataclass(unsafe_hash=True)
class SecretBallotNotOpen(DomainError):
    """A secret ballot, where everyone must be able to see how each party voted."""

    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class VotesAreNotAsManyAsSeats(DomainError):
    """A written ballot of ``given`` votes, where ``occupied`` seats take part."""

    given: int
    occupied: int


def resolve(form: VoteForm, voters: Sequence[Voter], *, on_persons: bool) -> tuple[Tally, tuple[Cast, ...]]:
    """The tally, and one vote for each voter in the order of seats; a secret ballot has a tally only.

    ``on_persons``: it is an election or an appointment of staff, the only questions where one can vote blank or in
    writing. Refused: a seat without a vote, a vote without a seat, anything said twice.

    Law: kommuneloven (2018) §§ 8-1, 11-4.
    Rules: R-288, R-300.
    """
    if isinstance(form, SecretBallot):
        return _secret(form, voters, on_persons=on_persons), ()
    casts = _casts(form, voters)
    blank = tuple(each.voter.seat for each in casts if each.choice is Choice.BLANK)
    if blank and not on_persons:
        raise BlankNotOpen(len(blank), blank)
    return tally_of(casts), casts


def tally_of(casts: Sequence[Cast]) -> Tally:
    """The votes added up."""
    choices = [each.choice for each in casts]
    return Tally(choices.count(Choice.FOR), choices.count(Choice.AGAINST), choices.count(Choice.BLANK))


def _casts(form: Unanimous | ByGroup | PerSeat, voters: Sequence[Voter]) -> tuple[Cast, ...]:
    match form:
        case Unanimous(choice):
            return tuple(Cast(voter, choice) for voter in voters)
        case ByGroup():
            return _by_group(form, voters)
        case PerSeat(votes):
            return _complete(_once(votes), voters)


def _by_group(form: ByGroup, voters: Sequence[Voter]) -> tuple[Cast, ...]:
    groups = _once(form.groups)
    present = tuple(dict.fromkeys(voter.party for voter in voters if voter.party))
    for party in groups:
        if party not in present:
            raise PartyNotPresent(party, present)
    by_seat = {voter.seat: groups.get(voter.party, form.rest) for voter in voters}
    spoken = {seat: choice for seat, choice in by_seat.items() if choice is not None}
    return _complete({**spoken, **_once(form.exceptions)}, voters)


def _complete(by_seat: dict[int, Choice], voters: Sequence[Voter]) -> tuple[Cast, ...]:
    """Law: kommuneloven (2018) § 8-1.

    Rules: R-288.
    """
    seats = [voter.seat for voter in voters]
    for seat in by_seat:
        if seat not in seats:
            raise VoteOfEmptySeat(seat)
    if missing := tuple(seat for seat in seats if seat not in by_seat):
        raise SeatsWithoutVote(missing)
    return tuple(Cast(voter, by_seat[voter.seat]) for voter in voters)


Named = TypeVar("Named", int, str)


def _once(pairs: Sequence[tuple[Named, Choice]]) -> dict[Named, Choice]:
    said: dict[Named, Choice] = {}
    for named, choice in pairs:
        if named in said:
            raise NamedTwice(str(named))
        said[named] = choice
    return said


def _secret(form: SecretBallot, voters: Sequence[Voter], *, on_persons: bool) -> Tally:
    if not on_persons:
        raise SecretBallotNotOpen
    tally = Tally(form.votes_for, form.votes_against, form.blank)
    if tally.cast != len(voters) or min(form.votes_for, form.votes_against, form.blank) < 0:
        raise VotesAreNotAsManyAsSeats(tally.cast, len(voters))
    return tally
