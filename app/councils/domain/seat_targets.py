"""How many seats each party would have in a district's council by the votes given in that district.

Such a target binds nobody: see ``recommendation``.

Rules: R-231, R-232, R-233, R-235.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.core.errors import DomainError
from app.councils.domain.divisors import d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seating import Contender


class LocalSeatMethod(StrEnum):
    """By which divisors. The first is that of the municipal election, and the default."""

    MODIFIED_SAINTE_LAGUE = "modified_sainte_lague"
    DHONDT = "dhondt"


class AllocationBasis(StrEnum):
    """Which ballots. Only those of election day are counted by polling district, hence by district."""

    ELECTION_DAY_ONLY = "election_day_only"
    WITH_ADVANCE_KEY = "with_advance_key"


@dataclass(frozen=True, slots=True)
class PartyVotes:
    """A party's ballots in the latest municipal election: on election day in the district, in advance anywhere."""

    code: str
    election_day: int
    advance: int = 0


@dataclass(frozen=True, slots=True)
class AdvanceKey:
    """The published part of all advance ballots that is taken to be the district's: ``part`` of ``whole``."""

    part: int
    whole: int
    published_in: str

    @property
    def is_published(self) -> bool:
        """Whether it names its source, and is a part of a whole."""
        return bool(self.published_in.strip()) and self.whole > 0 and 0 <= self.part <= self.whole


@dataclass(frozen=True, slots=True)
class DistrictVotes:
    """What a district's seats can be reckoned from. ``seats`` are those of its council."""

    district: str
    seats: int
    parties: tuple[PartyVotes, ...]
    key: AdvanceKey | None = None


@dataclass(unsafe_hash=True)
class NoPublishedKey(DomainError):
    """Advance ballots cannot be shared out to the district: no key has been published, or it is no part of a whole."""

    district: str
    rule: str = "R-233"


@dataclass(frozen=True, slots=True)
class SeatTarget:
    """The target of each party in one district, with what it rests on.

    ``distribution`` has every seat with its quotient, counted in parts of a ballot: ``unit`` of them are one ballot.
    ``left_out`` are advance ballots that no district can be told for.
    """

    district: str
    seats: int
    method: LocalSeatMethod
    basis: AllocationBasis
    codes: tuple[str, ...]
    distribution: Distribution
    unit: int
    left_out: int

    def seats_of(self, code: str) -> int:
        """A party's target."""
        return self.distribution.seats_of(code)

    def votes(self, counted: int) -> Fraction:
        """So many parts as ballots: 1165 tenths are 116.5 ballots."""
        return Fraction(counted, self.unit)


def counted_votes(votes: DistrictVotes, basis: AllocationBasis) -> tuple[int, list[int]]:
    """How many parts a ballot is counted in, and each party's parts, in the order given.

    Write-ins are not known by district, so ballots are counted and not list votes. With a key, the district's part of
    a party's advance ballots is added exactly, in parts as small as the key's.

    Rules: R-232, R-233.
    """
    if basis is AllocationBasis.ELECTION_DAY_ONLY:
        return 1, [each.election_day for each in votes.parties]
    if votes.key is None or not votes.key.is_published:
        raise NoPublishedKey(votes.district)
    part, whole = votes.key.part, votes.key.whole
    return whole, [each.election_day * whole + each.advance * part for each in votes.parties]


def seat_target(
    votes: DistrictVotes,
    method: LocalSeatMethod = LocalSeatMethod.MODIFIED_SAINTE_LAGUE,
    basis: AllocationBasis = AllocationBasis.ELECTION_DAY_ONLY,
    lots: Sequence[Lot] = (),
) -> SeatTarget | LotRequired:
    """The target of each party, or the lot that must be drawn first. Equal quotients: most votes, then lot.

    Rules: R-232, R-233, R-235.
    """
    unit, counted = counted_votes(votes, basis)
    codes = tuple(each.code for each in votes.parties)
    contenders = [Contender(code, number, votes.seats) for code, number in zip(codes, counted, strict=True)]
    divisors = modified_sainte_lague() if method is LocalSeatMethod.MODIFIED_SAINTE_LAGUE else d_hondt()
    distribution = distribute(votes.district, contenders, votes.seats, divisors, lots)
    if isinstance(distribution, LotRequired):
        return distribution
    by_day = basis is AllocationBasis.ELECTION_DAY_ONLY
    left_out = sum(each.advance for each in votes.parties) if by_day else 0
    return SeatTarget(votes.district, votes.seats, method, basis, codes, distribution, unit, left_out)


def side_by_side(districts: Sequence[DistrictVotes]) -> tuple[tuple[SeatTarget | LotRequired, ...], ...]:
    """Each district, in the order given, with its targets under every basis it has figures for, by each method.

    Rules: R-232, R-233, R-234.
    """
    return tuple(
        tuple(seat_target(votes, method, basis) for basis in _bases(votes) for method in LocalSeatMethod)
        for votes in districts
    )


def _bases(votes: DistrictVotes) -> tuple[AllocationBasis, ...]:
    """Rules: R-233."""
    return tuple(AllocationBasis) if votes.key else (AllocationBasis.ELECTION_DAY_ONLY,)
