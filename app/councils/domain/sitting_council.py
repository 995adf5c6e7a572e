"""The council as it stands on a day, with what decides who follows whom: kind, members, ranked deputies, settings.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-9, 7-10.
Rules: R-212, R-251, R-252, R-254, R-255, R-256.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.basis import CouncilKind, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.domain.membership import Role


@dataclass(frozen=True, slots=True)
class Member:
    """One who holds a seat. ``group`` is the list or group the seat was won by, whatever party the member is of now."""

    person_id: int
    name: str
    seat: int
    group: str
    gender: Gender | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class RankedDeputy:
    """A deputy: ``rank`` from 1 within the list or group, or among all where the election was by majority."""

    person_id: int
    name: str
    group: str
    rank: int
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The municipality's settings that decide who follows whom, at their defaults.

    ``residence_restriction``: only those who live in the district are eligible (R-36).
    ``delegated_to_executive_board``: the executive board may hold supplementary elections (R-256). ``constituted_on``:
    the municipal council's constituting meeting of autumn 2019, from which the act holds; by law before November.
    """

    residence_restriction: bool = False
    return_right_within_municipality: bool = False
    delegated_to_executive_board: bool = False
    constituted_on: date = date(2019, 10, 31)


DEFAULTS = Settings()


@dataclass(unsafe_hash=True)
class NotInCouncil(DomainError):
    """The person is neither a member nor a deputy of the council that day."""

    person_id: int


@dataclass(frozen=True, slots=True)
class SittingCouncil:
    """A council on a day. ``elected_on`` is the day of the direct election, or of the municipal council's vote.

    ``candidates`` are the eligible candidates of a direct election, ranked within their list in the order they are
    elected; those who are neither member nor deputy are next in a new settlement. None when they are not known here.
    """

    kind: CouncilKind
    elected_on: date
    seats: int
    members: tuple[Member, ...]
    deputies: tuple[RankedDeputy, ...] = ()
    candidates: tuple[RankedDeputy, ...] | None = None
    settings: Settings = DEFAULTS

    def member(self, person_id: int) -> Member | None:
        """The member with this id, or None."""
        return next((each for each in self.members if each.person_id == person_id), None)

    def deputy(self, person_id: int) -> RankedDeputy | None:
        """The deputy with this id, or None."""
        return next((each for each in self.deputies if each.person_id == person_id), None)

    def require_member(self, person_id: int) -> Member:
        """The member with this id; refused when there is none."""
        if member := self.member(person_id):
            return member
        raise NotInCouncil(person_id)

    def deputies_of(self, group: str) -> tuple[RankedDeputy, ...]:
        """The deputies for a place of a list or group, in order; one row for all after an election by majority.

        The group is the list that won the place: a member who has changed party keeps the deputies of that list.

        Law: kommuneloven (2018) § 7-10 (1).
        Rules: R-254, R-255.
        """
        one_row = self.kind.elected_by is ElectedBy.MAJORITY
        return in_order(each for each in self.deputies if one_row or each.group == group)

    def next_candidates(self, group: str) -> tuple[RankedDeputy, ...]:
        """The candidates of a list who are neither member nor deputy, in the order they are elected.

        Law: valgloven (2002) § 14-2; valgloven (2023) § 19-2.
        Rules: R-212.
        """
        taken = {each.person_id for each in self.members} | {each.person_id for each in self.deputies}
        return in_order(each for each in self.candidates or () if each.group == group and each.person_id not in taken)


def in_order(deputies: Iterable[RankedDeputy]) -> tuple[RankedDeputy, ...]:
    """The deputies by rank."""
    return tuple(sorted(deputies, key=lambda each: each.rank))
