"""A proportional election by the municipal council: seats by d'Hondt, members and deputies by list order and sex.

Law: kommuneloven (2018) §§ 7-4, 7-5, 7-6, 8-1.
Rules: R-220, R-223, R-224, R-225, R-226, R-227.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.divisors import d_hondt
from app.councils.domain.group_lists import GroupList
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.law_versions import AMENDED_ON
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.picking import Picked, pick_members_and_deputies
from app.councils.domain.seating import Contender
from app.councils.domain.seats import Quotient


class Method(StrEnum):
    """How members are elected by the municipal council."""

    PROPORTIONAL = "proportional"
    AGREED = "agreed"


class VotingForm(StrEnum):
    """How the votes are given."""

    WRITTEN = "written"
    SHOW_OF_HANDS = "show_of_hands"


@dataclass(unsafe_hash=True)
class VotesDoNotAddUp(DomainError):
    """Each member who is present gives one vote, for a list or blank: ``given`` is another number than ``present``."""

    given: int
    present: int


@dataclass(unsafe_hash=True)
class VotesForUnknownList(DomainError):
    """Votes for a list that is not put up."""

    list_code: str


@dataclass(frozen=True, slots=True)
class ListElected:
    """What a list got: votes, seats, every quotient from the first to the first that took no seat, and who they are."""

    code: str
    votes: int
    seats: int
    quotients: tuple[Quotient, ...]
    members: Picked
    deputies: Picked


@dataclass(frozen=True, slots=True)
class ProportionalElection:
    """The whole election. ``distribution`` has the seats in their order, the next in line and the lots drawn."""

    seats: int
    votes: int
    blank: int
    distribution: Distribution
    lists: tuple[ListElected, ...]


def method_of_election(*, proportional_demanded: bool) -> Method:
    """Proportional if at least one member of the municipal council demands it; else by agreement.

    Law: kommuneloven (2018) § 7-4.
    Rules: R-220, R-234.
    """
    return Method.PROPORTIONAL if proportional_demanded else Method.AGREED


def voting_forms(on: date) -> tuple[VotingForm, ...]:
    """In writing only, until 30 June 2023; since then also by show of hands, as the electing body decides.

    Law: kommuneloven (2018) § 7-5 (4).
    Rules: R-223.
    """
    return (VotingForm.WRITTEN,) if on < AMENDED_ON else (VotingForm.WRITTEN, VotingForm.SHOW_OF_HANDS)


def hold_proportional_election(
    body: str,
    lists: Sequence[GroupList],
    seats: int,
    votes: Mapping[str, int],
    *,
    present: int,
    blank: int = 0,
    lots: Sequence[Lot] = (),
) -> ProportionalElection | LotRequired:
    """The seats and names of ``body``, or the lot that must be drawn first.

    ``lists`` stand in the order they were delivered. Equal quotients: the list with most votes, then lot. A list that
    wins more seats than it has names leaves them to the others by the same quotients.

    Law: kommuneloven (2018) §§ 7-5, 7-6.
    Rules: R-223, R-224, R-225, R-227.
    """
    _require_one_vote_each(lists, votes, blank, present)
    contenders = [Contender(each.code, votes.get(each.code, 0), len(each.candidates)) for each in lists]
    distribution = distribute(body, contenders, seats, d_hondt(), lots)
    if isinstance(distribution, LotRequired):
        return distribution
    elected = tuple(_elect(each, votes.get(each.code, 0), distribution.seats_of(each.code)) for each in lists)
    return ProportionalElection(seats, sum(votes.values()), blank, distribution, elected)


def _elect(group_list: GroupList, votes: int, seats: int) -> ListElected:
    """Rules: R-225, R-226, R-227."""
    members, deputies = pick_members_and_deputies(group_list.listed, seats)
    quotients = tuple(Quotient(group_list.code, votes, d_hondt().divisor(won)) for won in range(seats + 1))
    return ListElected(group_list.code, votes, seats, quotients, members, deputies)


def _require_one_vote_each(lists: Sequence[GroupList], votes: Mapping[str, int], blank: int, present: int) -> None:
    """Rules: R-223."""
    known = {each.code for each in lists}
    for code in votes:
        if code not in known:
            raise VotesForUnknownList(code)
    given = sum(votes.values()) + blank
    if given != present or min((blank, *votes.values())) < 0:
        raise VotesDoNotAddUp(given, present)
