"""Who follows whom: for anything that can happen to a member or deputy, what the law says for this council on this day.

The system proposes, people decide. Each proposal says what is to be done, who does it, whose turn it is, by which
paragraph, and why nothing else is open.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-12, R-250, R-251, R-252, R-253, R-254, R-255, R-256, R-259, R-260, R-261.
"""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.core.errors import DomainError
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    Event,
    GoesOnLeave,
    IsAbsent,
    IsSuspended,
    LeavesForGood,
    LeavesOffice,
    MovesBack,
    MovesOut,
    OfficeIsVacant,
    SeatIsVacant,
    SubstituteLeaves,
    SuspensionEnds,
    WantsBack,
)
from app.councils.domain.law_versions import MunicipalAct, municipal_act
from app.councils.domain.leaves import absent_member, rest_of_leave, seat_on_leave, suspended_member
from app.councils.domain.membership import EndCause, Role
from app.councils.domain.moving import end_by_moving, may_return_until, moves_back
from app.councils.domain.offices import vacant_office
from app.councils.domain.proposals import Consequences, Proposal, Reason
from app.councils.domain.sitting_council import Member, NotInCouncil, SittingCouncil
from app.councils.domain.vacancies import too_few_deputies, vacant_deputy_place, vacant_seat

NOBODY = 0
"""The number of no person: the one who would have had a seat that stands vacant."""


@dataclass(unsafe_hash=True)
class BeforeTheAct(DomainError):
    """An event before the constituting meeting of autumn 2019: the act of 1992 held, and that is archive only."""

    on: date
    constituted_on: date
    rule: str = "R-12"


@dataclass(unsafe_hash=True)
class SeatIsHeld(DomainError):
    """The seat that was said to be vacant has a holder that day."""

    seat: int
    person_id: int
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class OfficeIsHeld(DomainError):
    """The office that was said to be vacant has a holder that day."""

    role: Role
    person_id: int
    rule: str = "R-259"


def succession(council: SittingCouncil, event: Event, on: date) -> Consequences:
    """What follows, in the order it is done, by the version of the act in force on the day.

    Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
    Rules: R-12, R-256, R-260.
    """
    if municipal_act(on, council.settings.constituted_on) is MunicipalAct.ACT_OF_1992:
        raise BeforeTheAct(on, council.settings.constituted_on)
    if isinstance(event, LeavesForGood):
        return Consequences(vacated(council, event.person_id, on), EndCause(event.because.value))
    if isinstance(event, MovesOut | MovesBack):
        return moves(council, event, on)
    if isinstance(event, GoesOnLeave | IsSuspended | IsAbsent):
        return away(council, event, on)
    if isinstance(event, WantsBack | SuspensionEnds | SubstituteLeaves):
        return away_no_more(council, event, on)
    if isinstance(event, SeatIsVacant | OfficeIsVacant):
        return Consequences(stands_vacant(council, event, on))
    return remains(council, event)


def remains(council: SittingCouncil, event: LeavesOffice | ChangesParty | DeputiesRunShort) -> Consequences:
    """What follows when nobody leaves the council.

    A change of party is no ground for leaving: the seat is personal, and deputies still come from the list that won it.

    Law: kommuneloven (2018) §§ 7-9, 7-10.
    Rules: R-254, R-256, R-259.
    """
    match event:
        case LeavesOffice(person_id):
            return Consequences(vacant_office(council, council.require_member(person_id).role))
        case DeputiesRunShort(group, places):
            return Consequences(too_few_deputies(council, group, places))
        case ChangesParty(person_id):
            if council.member(person_id) is None and council.deputy(person_id) is None:
                raise NotInCouncil(person_id)
            return Consequences(reasons=(Reason.SEAT_IS_PERSONAL,))
    assert_never(event)


def stands_vacant(council: SittingCouncil, event: SeatIsVacant | OfficeIsVacant, on: date) -> tuple[Proposal, ...]:
    """How a seat or an office that nobody has is filled: as if it fell vacant this day.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-256, R-259, R-260.
    """
    if isinstance(event, OfficeIsVacant):
        if holder := next((each for each in council.members if each.role is event.role), None):
            raise OfficeIsHeld(event.role, holder.person_id)
        return vacant_office(council, event.role)
    if sitting := next((each for each in council.members if each.seat == event.seat), None):
        raise SeatIsHeld(event.seat, sitting.person_id)
    return vacant_seat(council, Member(NOBODY, "", event.seat, event.group), on)


def vacated(council: SittingCouncil, person_id: int, on: date) -> tuple[Proposal, ...]:
    """How the place of a member or deputy who leaves for good is filled, and then the office the member had.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-250, R-256, R-259, R-260.
    """
    if member := council.member(person_id):
        return *vacant_seat(council, member, on), *vacant_office(council, member.role)
    if deputy := council.deputy(person_id):
        return vacant_deputy_place(council, deputy)
    raise NotInCouncil(person_id)


def away(council: SittingCouncil, event: GoesOnLeave | IsSuspended | IsAbsent, on: date) -> Consequences:
    """Who sits for one who is away but keeps the place. A deputy who is away is passed over when deputies are called.

    Law: kommuneloven (2018) §§ 7-9, 7-10 (1), 7-11, 7-12.
    Rules: R-253, R-255, R-256, R-261.
    """
    if council.deputy(event.person_id):
        return Consequences(reasons=(Reason.DEPUTY_IS_PASSED_OVER,))
    member = council.require_member(event.person_id)
    if isinstance(event, GoesOnLeave):
        return Consequences(seat_on_leave(council, member, event, on))
    follows = suspended_member if isinstance(event, IsSuspended) else absent_member
    return Consequences(follows(council, member))


def away_no_more(
    council: SittingCouncil, event: WantsBack | SuspensionEnds | SubstituteLeaves, on: date
) -> Consequences:
    """What follows when a leave or a suspension is over, or when a *settemedlem* leaves while the leave goes on.

    Nobody comes back before the leave is over.

    Law: kommuneloven (2018) §§ 7-9, 7-10 (1), 7-11, 7-12.
    Rules: R-253, R-255, R-256, R-261.
    """
    match event:
        case WantsBack():
            return Consequences(reasons=(Reason.LEAVE_NOT_OVER,) if on < event.leave_to_on else ())
        case SuspensionEnds():
            return Consequences()
        case SubstituteLeaves():
            holder = next((each for each in council.members if each.seat == event.seat), None)
            if holder is None:
                raise NotInCouncil(event.person_id)
            leave = GoesOnLeave(holder.person_id, event.leave_from_on, event.leave_to_on, expected_long=True)
            return Consequences(rest_of_leave(council, holder, leave, on), EndCause(event.because.value))
    assert_never(event)


def moves(council: SittingCouncil, event: MovesOut | MovesBack, on: date) -> Consequences:
    """What moving does: an office ends or does not, its holder may come back or not, and comes back.

    Law: kommuneloven (2018) §§ 7-3 (4), 7-9.
    Rules: R-250, R-251, R-252.
    """
    if isinstance(event, MovesBack):
        return moves_back(council, event, on)
    within, settings = event.within_municipality, council.settings
    ends = end_by_moving(settings, within_municipality=within)
    if ends is None:
        return Consequences(reasons=(Reason.STILL_ELIGIBLE,))
    last = may_return_until(on, settings, within_municipality=within)
    return Consequences(vacated(council, event.person_id, on), ends, last)
