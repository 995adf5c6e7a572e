"""Begin an appointment, enter what its targets are reckoned from, choose how, or drop it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.appointing.documents import lots_in, written
from app.councils.appointing.events import (
    AllocationBasisChosen,
    AppointmentCreated,
    AppointmentDropped,
    AppointmentGroupsSet,
    DistrictBallotsSet,
    SeatsSet,
    TargetLotDrawn,
)
from app.councils.appointing.models import Appointment, AppointmentGroup, CouncilAppointment, DistrictBallots
from app.councils.appointing.queries import district_votes, target_of
from app.councils.appointing.refusals import NoCouncils, NotTied, PartyInUse, UnknownParty
from app.councils.appointing.services.edits import object_id, open_appointment, open_council
from app.councils.council_models import Council
from app.councils.domain.appointment_states import AppointmentState, appointment_moves
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.council_setup import SetupFault, SetupFinding, has_members_enough
from app.councils.domain.law_versions import MunicipalAct, municipal_act
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seat_targets import (
    AdvanceKey,
    AllocationBasis,
    LocalSeatMethod,
    NoPublishedKey,
    PartyVotes,
    seat_target,
)
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.domain.sitting_council import DEFAULTS
from app.councils.domain.succession import BeforeTheAct
from app.councils.models import District, Municipality
from app.councils.refusals import CouncilNotInOrder, DuplicateGroup
from app.councils.services.set_up import open_term
from app.councils.services.takeover import require_may_succeed


@dataclass(frozen=True, slots=True)
class AppointmentPlan:
    """What an appointment is begun with. ``decided_on`` is the day of the vote; settings are the municipality's."""

    name: str
    term_name: str
    decided_on: date
    from_on: date
    to_on: date
    seats: int
    several_districts: MultiDistrictCandidacy = MultiDistrictCandidacy.WARN
    residence_restriction: bool = False
    blank_counts: bool = True
    warn_under: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A party or group, and its members in the municipal council."""

    code: str
    name: str
    members: int


@dataclass(frozen=True, slots=True)
class Basis:
    """How targets are reckoned. ``key_parts``: slug of a council → its part of the advance ballots."""

    method: LocalSeatMethod
    basis: AllocationBasis
    key_whole: int | None = None
    key_published_in: str = ""
    key_parts: tuple[tuple[str, int | None], ...] = ()


def create_appointment(
    session: Session, municipality: Municipality, plan: AppointmentPlan, *, by: Actor, at: datetime
) -> Appointment:
    """The appointment of all the municipality's councils that are not abolished, each with ``seats`` seats at first.

    Refused: days before the act, and in the middle of a directly elected council's term.

    Law: kommuneloven (2018) §§ 5-7, 5-8, 7-1.
    Rules: R-7, R-12, R-220.
    """
    _require_seats(plan.name, plan.seats)
    if municipal_act(plan.decided_on, DEFAULTS.constituted_on) is MunicipalAct.ACT_OF_1992:
        raise BeforeTheAct(plan.decided_on, DEFAULTS.constituted_on)
    councils = _councils(session, municipality, plan.from_on)
    for council in councils:
        require_may_succeed(session, council, CouncilBasis.APPOINTED, plan.decided_on, plan.from_on)
    term = open_term(session, municipality, plan.term_name, plan.from_on, plan.to_on, by=by, at=at)
    appointment = Appointment(
        term=term,
        name=plan.name,
        decided_on=plan.decided_on,
        from_on=plan.from_on,
        to_on=plan.to_on,
        state=AppointmentState.DRAFT,
        local_seat_method=LocalSeatMethod.MODIFIED_SAINTE_LAGUE,
        basis=AllocationBasis.ELECTION_DAY_ONLY,
        key_published_in="",
        several_districts=plan.several_districts,
        residence_restriction=plan.residence_restriction,
        blank_counts=plan.blank_counts,
        warn_under=plan.warn_under,
        version=1,
        decision_reference="",
        councils=[_council(ordinal, council, plan.seats) for ordinal, council in enumerate(councils)],
    )
    session.add(appointment)
    session.flush()
    event = AppointmentCreated(str(appointment.id), plan.name, plan.term_name, [each.slug for each in councils])
    record(session, event, by=by, at=at)
    return appointment


def set_groups(
    session: Session, appointment: Appointment, groups: Sequence[Group], *, seen: int, by: Actor, at: datetime
) -> None:
    """The parties and groups in their order. Refused: a code twice, or a group out that has names or lists.

    Rules: R-221, R-231.
    """
    open_appointment(session, appointment, seen)
    codes = [each.code for each in groups]
    for index, code in enumerate(codes):
        if code in codes[:index]:
            raise DuplicateGroup(code)
    before = {each.code: each for each in appointment.groups}
    for code in before.keys() - set(codes):
        _require_unused(session, appointment, before[code])
    numbers = {code: each.members for code, each in before.items()}
    for ordinal, each in enumerate(groups):
        row = before.get(each.code) or AppointmentGroup(code=each.code)
        row.ordinal, row.name, row.members = ordinal, each.name, each.members
        if each.code not in before:
            appointment.groups.append(row)
    for code in before.keys() - set(codes):
        appointment.groups.remove(before[code])
    session.flush()
    session.expire(appointment, ["groups"])
    after = {each.code: each.members for each in groups}
    record(session, AppointmentGroupsSet(str(appointment.id), numbers, after), by=by, at=at)


def set_ballots(
    session: Session, row: CouncilAppointment, ballots: Sequence[PartyVotes], *, seen: int, by: Actor, at: datetime
) -> None:
    """The parties' ballots in the district, entered anew; lots drawn on the older figures are void.

    Rules: R-232, R-233.
    """
    open_council(session, row, seen)
    groups = {each.code: each for each in row.appointment.groups}
    before = {each.group.code: [each.election_day, each.advance] for each in row.ballots}
    stored = {each.group.code: each for each in row.ballots}
    for each in ballots:
        if each.code not in groups:
            raise UnknownParty(each.code, tuple(groups))
        entry = stored.pop(each.code, None)
        if entry is None:
            entry = DistrictBallots(group=groups[each.code])
            row.ballots.append(entry)
        entry.election_day, entry.advance = each.election_day, each.advance
    for gone in stored.values():
        row.ballots.remove(gone)
    row.target_lots = None
    session.flush()
    after = {each.code: [each.election_day, each.advance] for each in ballots}
    record(session, DistrictBallotsSet(object_id(row), before, after), by=by, at=at)


def choose_basis(
    session: Session, appointment: Appointment, basis: Basis, *, seen: int, by: Actor, at: datetime
) -> None:
    """Choose method and basis; lots drawn for the older choice are void. Refused: a key that is not published.

    Rules: R-232, R-233.
    """
    open_appointment(session, appointment, seen)
    before: dict[str, object] = {"method": appointment.local_seat_method, "basis": appointment.basis}
    parts = dict(basis.key_parts)
    for row in appointment.councils:
        part = parts.get(row.council.slug)
        if basis.basis is AllocationBasis.WITH_ADVANCE_KEY:
            key = AdvanceKey(-1 if part is None else part, basis.key_whole or 0, basis.key_published_in)
            if not key.is_published:
                raise NoPublishedKey(row.council.district.name)
        row.key_part, row.target_lots = part, None
    appointment.local_seat_method, appointment.basis = basis.method, basis.basis
    appointment.key_whole, appointment.key_published_in = basis.key_whole, basis.key_published_in
    event = AllocationBasisChosen(
        str(appointment.id), before, basis.method, basis.basis, basis.key_whole, basis.key_published_in, parts
    )
    record(session, event, by=by, at=at)


def draw_target_lot(
    session: Session, row: CouncilAppointment, winner: str, *, seen: int, by: Actor, at: datetime
) -> None:
    """Record who won the lot that the district's target waits for.

    Rules: R-232.
    """
    open_council(session, row, seen)
    required = target_of(row)
    if not isinstance(required, LotRequired):
        raise NotTied(winner)
    lots = (*lots_in(row.target_lots), Lot(required.lists, winner))
    seat_target(district_votes(row), row.appointment.local_seat_method, row.appointment.basis, lots)
    row.target_lots = written(lots)
    record(session, TargetLotDrawn(object_id(row), list(required.lists), winner), by=by, at=at)


def set_seats(session: Session, row: CouncilAppointment, seats: int, *, seen: int, by: Actor, at: datetime) -> None:
    """How many seats a council will have. What was drawn or voted on another number is void.

    Law: kommuneloven (2018) § 5-7.
    Rules: R-5.
    """
    _require_seats(row.council.name, seats)
    open_council(session, row, seen)
    before, row.seats, row.target_lots, row.ballot = row.seats, seats, None, None
    record(session, SeatsSet(object_id(row), {"seats": before}, seats), by=by, at=at)


def drop_appointment(
    session: Session, appointment: Appointment, reason: str, *, seen: int, by: Actor, at: datetime
) -> None:
    """Give an appointment up. It stays, and can be read. Refused: without a reason."""
    if not reason.strip():
        raise ReasonMissing
    open_appointment(session, appointment, seen)
    appointment.state = appointment_moves(appointment.state, AppointmentState.DROPPED)
    appointment.closed_at, appointment.closed_by = at, by.name
    record(session, AppointmentDropped(str(appointment.id), reason), by=by, at=at)


def _councils(session: Session, municipality: Municipality, on: date) -> list[Council]:
    """Those that exist on the first day, by the name of their district."""
    found = session.scalars(
        select(Council).join(District).where(District.municipality_id == municipality.id).order_by(District.name)
    )
    councils = [each for each in found if each.abolished_on is None or each.abolished_on > on]
    if not councils:
        raise NoCouncils(municipality.name)
    return councils


def _council(ordinal: int, council: Council, seats: int) -> CouncilAppointment:
    return CouncilAppointment(council=council, ordinal=ordinal, seats=seats, exception="", version=1)


def _require_seats(name: str, seats: int) -> None:
    """Rules: R-5."""
    if not has_members_enough(seats):
        raise CouncilNotInOrder(name, (SetupFinding(SetupFault.TOO_FEW_MEMBERS, "R-5", str(seats)),))


def _require_unused(session: Session, appointment: Appointment, group: AppointmentGroup) -> None:
    """Ballots of a party that is taken out go with it; names and lists stand in the way."""
    for row in appointment.councils:
        named = {each.group_code for each in row.nominees}
        on_lists = {code for each in row.lists for code in each.groups.split()}
        if group.code in named | on_lists:
            raise PartyInUse(group.code)
        for entry in [each for each in row.ballots if each.group_id == group.id]:
            row.ballots.remove(entry)
    session.flush()
