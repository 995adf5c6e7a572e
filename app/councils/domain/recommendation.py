"""What a district's own votes can lead to: a recommendation for an agreed election, beside the proportional one.

A target binds only by agreement. It is void once one member of the municipal council demands a proportional election.

Law: kommuneloven (2018) §§ 7-4, 7-6, 7-7.
Rules: R-229, R-234.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.councils.domain.divisors import d_hondt
from app.councils.domain.highest_quotients import distribute
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.picking import EXTRA_DEPUTIES
from app.councils.domain.seat_targets import SeatTarget
from app.councils.domain.seating import Contender


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group's members in the recommendation, the most deputies it may have, and what d'Hondt would give instead."""

    code: str
    members: int
    deputies: int
    by_proportional_election: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Both ways shown, group by group. ``void``: a proportional election is demanded, so the target is nothing."""

    shares: tuple[GroupShare, ...]
    void: bool


def recommendation(
    target: SeatTarget, council_members: Mapping[str, int], *, proportional_demanded: bool, lots: Sequence[Lot] = ()
) -> Recommendation | LotRequired:
    """What can be recommended, or the lot between groups that are equal in a proportional election.

    ``council_members``: group → its members in the municipal council, each taken to vote for the group's own list.
    Groups stand in the order of the target, then those that only the municipal council has.

    Law: kommuneloven (2018) §§ 7-4, 7-6, 7-7.
    Rules: R-229, R-234.
    """
    contenders = [Contender(code, votes, target.seats) for code, votes in council_members.items()]
    other = distribute(target.district, contenders, target.seats, d_hondt(), lots)
    if isinstance(other, LotRequired):
        return other
    shares = []
    for code in dict.fromkeys((*target.codes, *council_members)):
        members = target.seats_of(code)
        shares.append(GroupShare(code, members, members + EXTRA_DEPUTIES if members else 0, other.seats_of(code)))
    return Recommendation(tuple(shares), void=proportional_demanded)
