"""From what has happened and what is decided to what is written down: whose spells end, and whose begin.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-250, R-252, R-253, R-254, R-256, R-258, R-259, R-260, R-261, R-262.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from app.core.errors import DomainError
from app.councils.domain.choices import require_allowed, require_something, taken
from app.councils.domain.deciding import Decision, require_case_number
from app.councils.domain.entry_book import EntryBook, of
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
from app.councils.domain.gender import Gender
from app.councils.domain.history import History
from app.councils.domain.membership import (
    Cause,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    SuspensionSpell,
)
from app.councils.domain.proposals import Consequences
from app.councils.domain.recording import Entry
from app.councils.domain.sitting_council import SittingCouncil
from app.councils.domain.step_taking import OFFICES, Act, Place, take_step
from app.councils.domain.time_axes import covers


@dataclass(unsafe_hash=True)
class NotOnLeave(DomainError):
    """The person has no leave that day, so there is nothing to come back from."""

    person_id: int
    on: date
    rule: str = "R-253"


@dataclass(unsafe_hash=True)
class SuspendedAlready(DomainError):
    """The person is suspended that day already."""

    person_id: int
    on: date
    rule: str = "R-261"


@dataclass(unsafe_hash=True)
class NotSuspended(DomainError):
    """The person is not suspended that day, so there is nothing that ends."""

    person_id: int
    on: date
    rule: str = "R-261"


@dataclass(unsafe_hash=True)
class NotSubstitute(DomainError):
    """The person does not sit for the holder of the seat that day."""

    person_id: int
    seat: int
    on: date
    rule: str = "R-256"


def carry_out(
    known: History, council: SittingCouncil, decision: Decision, genders: Mapping[int, Gender | None]
) -> tuple[Entry, ...]:
    """All that is written down in one act, in order: the leaver's spells end, and the steps that are taken follow.

    ``known`` are the versions known now; ``genders`` those of the persons named. Refused: something that changes
    nothing, answers that the law does not leave open, a body's decision without a case number, a spell without a day.

    Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
    Rules: R-250, R-252, R-253, R-254, R-256, R-258, R-259, R-260, R-261, R-262.
    """
    require_something(decision.follows)
    require_allowed(decision.follows, decision.choices, genders)
    require_case_number(decision)
    act = Act(EntryBook(known, decision.on), council, decision.decision_reference)
    steps = tuple(taken(decision.follows, decision.choices))
    new_officer = any(proposal.step in OFFICES for proposal, _choice in steps)
    place = _happens(act, decision.event, decision.follows, new_officer=new_officer)
    for proposal, choice in steps:
        place = take_step(act, place, proposal, choice)
    return act.book.entries()


def _happens(act: Act, event: Event, follows: Consequences, *, new_officer: bool) -> Place | None:
    """Write down what has happened itself, and give the place that it leaves open, if any."""
    match event:
        case LeavesForGood(person_id) | MovesOut(person_id):
            return _leaves(act, person_id, follows.ends)
        case GoesOnLeave():
            return _goes_on_leave(act, event)
        case SubstituteLeaves():
            return _substitute_leaves(act, event, follows.ends)
        case MovesBack() | SeatIsVacant() | DeputiesRunShort():
            return _stands_open(event)
    _remains(act, event, new_officer=new_officer)
    return None


def _stands_open(event: MovesBack | SeatIsVacant | DeputiesRunShort) -> Place:
    """The place that one comes back to, or that nobody had before."""
    match event:
        case MovesBack():
            return Place.of_return(event)
        case SeatIsVacant(seat, group):
            return Place.vacant(seat, group)
        case DeputiesRunShort(group=group):
            return Place.of_deputy(group)
    assert_never(event)


def _remains(
    act: Act,
    event: WantsBack | IsSuspended | SuspensionEnds | LeavesOffice | ChangesParty | OfficeIsVacant | IsAbsent,
    *,
    new_officer: bool,
) -> None:
    """Write down what opens no place in the council."""
    match event:
        case WantsBack(person_id):
            _comes_back(act, person_id)
        case IsSuspended(person_id):
            _suspend(act, person_id)
        case SuspensionEnds(person_id):
            _end_suspension(act, person_id)
        case LeavesOffice(person_id):
            cause = EndCause.CHAIR_CHANGED if new_officer else EndCause.RELEASED
            act.book.end_offices(of(person_id, act.book.known.roles), cause)
        case ChangesParty(person_id, group_name):
            _joins(act, person_id, group_name)
        case OfficeIsVacant() | IsAbsent():
            pass
        case _:
            assert_never(event)


def _goes_on_leave(act: Act, event: GoesOnLeave) -> Place | None:
    """The leave; a deputy's leaves no place open.

    Rules: R-253, R-256.
    """
    act.book.begin(LeaveSpell(event.person_id, event.from_on, event.to_on, act.decision_reference))
    member = act.council.member(event.person_id)
    return Place.on_leave(member, event.from_on, event.to_on) if member else None


def _joins(act: Act, person_id: int, group_name: str) -> None:
    """The group one belongs to from this day on; the list one was elected for stays.

    Rules: R-254.
    """
    act.book.end_beside(of(person_id, act.book.known.affiliations))
    if group_name:
        act.book.begin(GroupAffiliation(person_id, group_name, act.book.on, None))


def _leaves(act: Act, person_id: int, ends: EndCause | None) -> Place | None:
    """End all that the person has in the council; who sits for one who leaves, sits no longer.

    Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11.
    Rules: R-250, R-256, R-259.
    """
    if ends is None:
        return None
    book = act.book
    member, deputy = act.council.member(person_id), act.council.deputy(person_id)
    book.end_offices(of(person_id, book.known.seats), ends)
    book.end_offices(of(person_id, book.known.deputies), ends)
    book.end_offices(of(person_id, book.known.roles), ends)
    book.end_beside(of(person_id, book.known.leaves))
    book.end_beside(of(person_id, book.known.suspensions))
    if member:
        act.end_substitutes(member.seat)
        return Place.vacant(member.seat, member.group)
    return Place.of_deputy(deputy.group) if deputy else None


def _comes_back(act: Act, person_id: int) -> None:
    """The leave is over from this day, and so is the time of the one who sat for the member.

    Law: kommuneloven (2018) §§ 7-9, 7-11.
    Rules: R-253, R-256.
    """
    leaves = [each for each in of(person_id, act.book.known.leaves) if covers(each.spell, act.book.on)]
    if not leaves:
        raise NotOnLeave(person_id, act.book.on)
    act.book.end_beside(leaves)
    if member := act.council.member(person_id):
        act.end_substitutes(member.seat)


def _suspend(act: Act, person_id: int) -> None:
    """Rules: R-261."""
    if any(covers(each.spell, act.book.on) for each in of(person_id, act.book.known.suspensions)):
        raise SuspendedAlready(person_id, act.book.on)
    act.book.begin(SuspensionSpell(person_id, act.book.on, None, act.decision_reference))


def _end_suspension(act: Act, person_id: int) -> None:
    """Rules: R-261."""
    found = [each for each in of(person_id, act.book.known.suspensions) if covers(each.spell, act.book.on)]
    if not found:
        raise NotSuspended(person_id, act.book.on)
    act.book.end_beside(found)


def _substitute_leaves(act: Act, event: SubstituteLeaves, ends: EndCause | None) -> Place:
    """The *settemedlem*'s time in the seat ends, and the seat stands open for the rest of the leave.

    One who is a deputy remains one: that office is another.

    Law: kommuneloven (2018) §§ 7-9, 7-11.
    Rules: R-256.
    """
    book = act.book
    sat = [
        each
        for each in of(event.person_id, book.known.seats)
        if each.spell.seat == event.seat and each.spell.cause is Cause.SUBSTITUTE and covers(each.spell, book.on)
    ]
    if ends is None or not sat:
        raise NotSubstitute(event.person_id, event.seat, book.on)
    book.end_offices(sat, ends)
    return Place(sat[0].spell.list_code, event.seat, book.on, event.leave_to_on)
