"""What the appointment room's pages show, reckoned by the domain: targets side by side, and the ladder."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.queries import district_votes, target_of
from app.councils.domain.lots import LotRequired
from app.councils.domain.recommendation import Recommendation, recommendation
from app.councils.domain.seat_targets import AllocationBasis, LocalSeatMethod, SeatTarget, seat_target
from app.councils.domain.seats import DecidedBy, Quotient


@dataclass(frozen=True, slots=True)
class TargetColumn:
    """A district in a table of targets: its seats, and its target or the lot it waits for."""

    council: CouncilAppointment
    target: SeatTarget | LotRequired

    def seats_of(self, code: str) -> int | None:
        """A party's target; None while a lot must be drawn."""
        return self.target.seats_of(code) if isinstance(self.target, SeatTarget) else None

    @property
    def lot(self) -> LotRequired | None:
        """The lot that must be drawn first."""
        return self.target if isinstance(self.target, LotRequired) else None


@dataclass(frozen=True, slots=True)
class TargetTable:
    """One method and basis, all districts side by side."""

    method: LocalSeatMethod
    basis: AllocationBasis
    columns: tuple[TargetColumn, ...]
    chosen: bool

    def total(self, code: str) -> int:
        """A party's seats in all districts that need no lot."""
        return sum(each.seats_of(code) or 0 for each in self.columns)


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of the seat ladder: a quotient that took a seat, or (``seat`` 0) the one that stood next."""

    seat: int
    code: str
    votes: Fraction
    divisor: Fraction
    quotient: Fraction
    decided_by: DecidedBy | None


def target_tables(appointment: Appointment) -> tuple[TargetTable, ...]:
    """Every method under every basis there are figures for; the lots drawn count for the choice they were drawn for.

    Rules: R-232, R-233.
    """
    rows = [row for row in appointment.councils if district_votes(row).parties]
    return tuple(table for basis in AllocationBasis for table in _tables(appointment, rows, basis)) if rows else ()


def comparison(row: CouncilAppointment, target: SeatTarget) -> Recommendation | LotRequired:
    """The target beside what d'Hondt would give by the groups' members in the municipal council.

    Rules: R-234.
    """
    members = {each.code: each.members for each in row.appointment.groups}
    return recommendation(target, members, proportional_demanded=row.proportional_demanded is True)


def rungs(target: SeatTarget) -> list[Rung]:
    """A target's ladder, in ballots."""
    taken = [
        _rung(each.seat, Quotient(each.list_code, each.votes, each.divisor), each.decided_by, target.unit)
        for each in target.distribution.seat_order
    ]
    return taken + [_rung(0, each, None, target.unit) for each in target.distribution.next_in_line]


def _rung(seat: int, quotient: Quotient, decided_by: DecidedBy | None, unit: int) -> Rung:
    votes = Fraction(quotient.votes, unit)
    return Rung(seat, quotient.list_code, votes, quotient.divisor, votes / quotient.divisor, decided_by)


def _tables(appointment: Appointment, rows: Sequence[CouncilAppointment], basis: AllocationBasis) -> list[TargetTable]:
    keys = [district_votes(row).key for row in rows]
    if basis is AllocationBasis.WITH_ADVANCE_KEY and not all(key and key.is_published for key in keys):
        return []
    return [_table(appointment, rows, basis, method) for method in LocalSeatMethod]


def _table(
    appointment: Appointment, rows: Sequence[CouncilAppointment], basis: AllocationBasis, method: LocalSeatMethod
) -> TargetTable:
    chosen = (method, basis) == (appointment.local_seat_method, appointment.basis)
    found = [(row, target_of(row) if chosen else seat_target(district_votes(row), method, basis)) for row in rows]
    return TargetTable(method, basis, tuple(TargetColumn(row, target) for row, target in found if target), chosen)
