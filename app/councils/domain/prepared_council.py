"""One council's appointment as it is prepared: the nomination, the lists and votes, the officers; and who that elects.

Law: kommuneloven (2018) §§ 5-7, 7-4, 7-5, 7-6, 7-7, 7-8.
Rules: R-220, R-224, R-225, R-227, R-229, R-230.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.councils.domain.agreed_election import Nomination, Unanimity
from app.councils.domain.eligibility import Ineligibility
from app.councils.domain.group_lists import GroupList
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.majority_of_chair import (
    ChairElected,
    ChairLotRequired,
    Round,
    SecondVoteRequired,
    elect_chair,
)
from app.councils.domain.membership import Role
from app.councils.domain.picking import Listed
from app.councils.domain.proportional_election import (
    Method,
    ProportionalElection,
    VotingForm,
    hold_proportional_election,
    method_of_election,
)
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome


@dataclass(frozen=True, slots=True)
class BallotHeld:
    """The vote of a proportional election: list → votes, blank ones, members present, and the lots drawn after it."""

    votes: tuple[tuple[str, int], ...]
    blank: int
    present: int
    lots: tuple[Lot, ...] = ()

    @property
    def given(self) -> int:
        """All votes, the blank ones too."""
        return sum(number for _code, number in self.votes) + self.blank


@dataclass(frozen=True, slots=True)
class OfficerVote:
    """The rounds of a majority election. Candidates are named by their person's number, as text."""

    first: Round
    second: Round | None = None
    drawn: str | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A person who is named, and the reasons against; ``reasons`` is None until the facts have been confirmed."""

    person_id: int
    name: str
    reasons: tuple[Ineligibility, ...] | None


NOBODY = Nomination(())


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is prepared for one council. None stands for what has not been said or done yet.

    ``electors`` are the members of the municipal council. ``exception`` is the reason stated for a composition with
    too few of one sex, and goes into the record.
    """

    council: str
    seats: int
    elected_on: date
    electors: int
    proportional_demanded: bool | None = None
    voting_form: VotingForm | None = None
    nomination: Nomination = NOBODY
    unanimity: Unanimity | None = None
    exception: str = ""
    lists: tuple[GroupList, ...] = ()
    warn_under: int | None = None
    ballot: BallotHeld | None = None
    officers: tuple[tuple[Role, OfficerVote], ...] = ()
    blank_counts: bool = True
    eligibility: tuple[Eligibility, ...] = ()

    @property
    def method(self) -> Method | None:
        """How its members are elected, once it is known whether somebody demands a proportional election."""
        if self.proportional_demanded is None:
            return None
        return method_of_election(proportional_demanded=self.proportional_demanded)

    def vote_for(self, role: Role) -> OfficerVote | None:
        """The rounds held for an office."""
        return next((vote for each, vote in self.officers if each is role), None)


def votes_fit(prepared: Prepared) -> bool:
    """Whether there are votes, each for a list that is put up, as many as members present."""
    ballot = prepared.ballot
    codes = {each.code for each in prepared.lists}
    return ballot is not None and ballot.given == ballot.present and {code for code, _ in ballot.votes} <= codes


def election(prepared: Prepared) -> ProportionalElection | LotRequired | None:
    """The proportional election, or the lot it waits for; None when there are no votes that can be counted.

    Law: kommuneloven (2018) § 7-6.
    Rules: R-224, R-225, R-227.
    """
    ballot = prepared.ballot
    if ballot is None or not votes_fit(prepared):
        return None
    return hold_proportional_election(
        prepared.council,
        prepared.lists,
        prepared.seats,
        dict(ballot.votes),
        present=ballot.present,
        blank=ballot.blank,
        lots=ballot.lots,
    )


def outcome(prepared: Prepared) -> ElectionOutcome | None:
    """Who is elected by what is prepared now; None when it cannot be told yet. Lawful or not is not asked here.

    After an agreed election the seats are numbered group by group, in the order the groups are first named.

    Law: kommuneloven (2018) §§ 7-6, 7-7.
    Rules: R-224, R-227, R-229.
    """
    if prepared.method is Method.AGREED:
        return _by_agreement(prepared.nomination)
    held = election(prepared) if prepared.method is Method.PROPORTIONAL else None
    return _by_lists(held, prepared.lists) if isinstance(held, ProportionalElection) else None


def officer_elected(prepared: Prepared, role: Role) -> ChairElected | SecondVoteRequired | ChairLotRequired | None:
    """Who is elected to an office, or what must be done first; None when no vote has been held.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230.
    """
    vote = prepared.vote_for(role)
    if vote is None:
        return None
    return elect_chair(vote.first, vote.second, drawn=vote.drawn, blank_counts=prepared.blank_counts)


def _by_agreement(nomination: Nomination) -> ElectionOutcome | None:
    """Rules: R-229."""
    if not nomination.members:
        return None
    groups = dict.fromkeys(each.group for each in nomination.members)
    lists = tuple(
        ElectedOfList(
            group,
            tuple(each.person_id for each in nomination.members if each.group == group),
            tuple(each.person_id for each in nomination.deputies if each.group == group),
        )
        for group in groups
    )
    return ElectionOutcome(tuple(each.code for each in lists for _ in each.members), lists)


def _by_lists(held: ProportionalElection, lists: Sequence[GroupList]) -> ElectionOutcome:
    """Rules: R-224, R-227."""
    put_up = {each.code: each for each in lists}
    elected = tuple(
        ElectedOfList(
            each.code,
            _persons(put_up[each.code], each.members.names),
            _persons(put_up[each.code], each.deputies.names),
        )
        for each in held.lists
        if each.seats
    )
    return ElectionOutcome(tuple(each.list_code for each in held.distribution.seat_order), elected)


def _persons(group_list: GroupList, names: Sequence[Listed]) -> tuple[int, ...]:
    at_place = {each.place: each.person_id for each in group_list.candidates}
    return tuple(at_place[each.place] for each in names)
