"""How many seats each party would have in a district's council by the votes given in that district.

Such a target binds nobody: it is a recommendation for an agreed election, and void once one member of the municipal
council demands a proportional one.

Law: kommuneloven (2018) §§ 7-4, 7-7.
Rules: R-231, R-232, R-233, R-234, R-235.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.divisors import d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.picking import EXTRA_DEPUTIES
from app.councils.domain.seating import Contender


class LocalSeatMethod(StrEnum):
    """By which divisors. The first is that of the municipal election, and the default."""

    MODIFIED_SAINTE_LAGUE = "modified_sainte_lague"
    D_HONDT = "dhondt"


class DistrictBasis(StrEnum):
    """Which ballots. Only those of election day are counted by polling district, hence by district."""

    ELECTION_DAY_ONLY = "election_day_only"
    WITH_ADVANCE_KEY = "with_advance_key"


@dataclass(frozen=True, slots=True)
class PartyBallots:
    """A party's ballots in the latest municipal election: on election day in the district, in advance anywhere."""

    code: str
    election_day: int
    advance: int = 0


@dataclass(frozen=True, slots=True)
class AdvanceKey:
    """The published part of all advance ballots that is taken to be the district's: ``share`` of ``whole``."""

    share: int
    whole: int
    published_in: str


@dataclass(unsafe_hash=True)
class KeyNotPublished(DomainError):
    """A key without a source, or with a part that is not a part of the whole."""

    share: int
    whole: int
    published_in: str


@dataclass(frozen=True, slots=True)
class SeatTargets:
    """The targets of one district, with what they rest on.

    ``distribution`` has every seat with its quotient, counted in ``unit``-ths of a ballot (1 without a key).
    ``left_out`` are the advance ballots that no district can be told for; with a key it is none.
    """

    district: str
    method: LocalSeatMethod
    basis: DistrictBasis
    codes: tuple[str, ...]
    distribution: Distribution
    unit: int
    counted: int
    left_out: int

    def seats_of(self, code: str) -> int:
        """A party's target."""
        return self.distribution.seats_of(code)


def seat_targets(
    district: str,
    parties: Sequence[PartyBallots],
    seats: int,
    method: LocalSeatMethod = LocalSeatMethod.MODIFIED_SAINTE_LAGUE,
    *,
    key: AdvanceKey | None = None,
    lots: Sequence[Lot] = (),
) -> SeatTargets | LotRequired:
    """The target of each party, or the lot that must be drawn first. Equal quotients: most votes, then lot.

    Write-ins are not known by district, so ballots are counted and not list votes. With a key, the district's part of
    a party's advance ballots is added exactly: everything is counted in parts as small as the key's.

    Rules: R-232, R-233, R-235.
    """
    _require_published(key)
    share, unit = (key.share, key.whole) if key else (0, 1)
    contenders = [Contender(each.code, each.election_day * unit + each.advance * share, seats) for each in parties]
    divisors = modified_sainte_lague() if method is LocalSeatMethod.MODIFIED_SAINTE_LAGUE else d_hondt()
    distribution = distribute(district, contenders, seats, divisors, lots)
    if isinstance(distribution, LotRequired):
        return distribution
    basis = DistrictBasis.WITH_ADVANCE_KEY if key else DistrictBasis.ELECTION_DAY_ONLY
    codes = tuple(each.code for each in parties)
    left_out = 0 if key else sum(each.advance for each in parties)
    counted = sum(each.votes for each in contenders)
    return SeatTargets(district, method, basis, codes, distribution, unit, counted, left_out)


def under_every_method(
    districts: Mapping[str, Sequence[PartyBallots]], seats: Mapping[str, int]
) -> tuple[tuple[str, tuple[SeatTargets | LotRequired, ...]], ...]:
    """Each district, in the order given, with its targets by each method: what is set side by side.

    Rules: R-232.
    """
    return tuple(
        (district, tuple(seat_targets(district, parties, seats[district], method) for method in LocalSeatMethod))
        for district, parties in districts.items()
    )


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group's members in the recommendation, the most deputies it may have, and what d'Hondt would give instead."""

    code: str
    members: int
    deputies: int
    by_proportional_election: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Both ways shown: the target as shares of a nomination, and the proportional election that makes it void."""

    shares: tuple[GroupShare, ...]
    void: bool


def recommendation(
    targets: SeatTargets, council_members: Mapping[str, int], *, proportional_demanded: bool, lots: Sequence[Lot] = ()
) -> Recommendation | LotRequired:
    """What can be recommended. ``council_members``: group → its members in the municipal council, one vote each.

    Law: kommuneloven (2018) §§ 7-4, 7-6, 7-7.
    Rules: R-229, R-234.
    """
    seats = len(targets.distribution.seat_order) + targets.distribution.unfilled_seats
    contenders = [Contender(code, votes, seats) for code, votes in council_members.items()]
    other = distribute(targets.district, contenders, seats, d_hondt(), lots)
    if isinstance(other, LotRequired):
        return other
    shares = []
    for code in dict.fromkeys((*targets.codes, *council_members)):
        members = targets.seats_of(code)
        deputies = members + EXTRA_DEPUTIES if members else 0
        shares.append(GroupShare(code, members, deputies, other.seats_of(code)))
    return Recommendation(tuple(shares), void=proportional_demanded)


def _require_published(key: AdvanceKey | None) -> None:
    """Rules: R-233."""
    if key and not (key.published_in.strip() and 0 <= key.share <= key.whole and key.whole > 0):
        raise KeyNotPublished(key.share, key.whole, key.published_in)
