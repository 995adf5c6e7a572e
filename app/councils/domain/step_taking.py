"""Taking one step of a proposal: who enters which place, and what that person had before.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-212, R-213, R-252, R-256, R-259, R-262.
"""

from dataclasses import dataclass, replace
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.choices import Choice, chosen
from app.councils.domain.entry_book import EntryBook, of
from app.councils.domain.events import MovesBack
from app.councils.domain.membership import Cause, DeputySpell, EndCause, Role, RoleSpell, SeatSpell
from app.councils.domain.proposals import Proposal, Step
from app.councils.domain.sitting_council import Member, SittingCouncil

CAUSES = {
    Step.MOVE_UP: Cause.MOVED_UP,
    Step.NEW_ELECTION: Cause.NEW_ELECTION,
    Step.SUPPLEMENTARY_ELECTION: Cause.SUPPLEMENTARY_ELECTION,
    Step.SUBSTITUTE: Cause.SUBSTITUTE,
    Step.NEW_SETTLEMENT: Cause.NEW_SETTLEMENT,
    Step.LIST_EXHAUSTED: Cause.NEW_SETTLEMENT,
    Step.EMPTY_OR_OTHER_LIST: Cause.NEW_SETTLEMENT,
}
"""Why the spell of one who enters a place begins."""

OFFICES = {Step.NEW_CHAIR: Role.CHAIR, Step.NEW_DEPUTY_CHAIR: Role.DEPUTY_CHAIR}


@dataclass(unsafe_hash=True)
class NeverMovedOut(DomainError):
    """Nothing recorded says that the person left this council by moving out on that day."""

    person_id: int
    moved_out_on: date
    rule: str = "R-252"


@dataclass(frozen=True, slots=True)
class Place:
    """The place that stands open: ``seat`` is None for a deputy's. ``until``: the end of the leave it is for."""

    group: str
    seat: int | None = None
    from_on: date | None = None
    until: date | None = None
    returns_from: MovesBack | None = None

    @classmethod
    def vacant(cls, seat: int, group: str) -> "Place":
        """A seat for the rest of the term."""
        return cls(group, seat)

    @classmethod
    def of_deputy(cls, group: str) -> "Place":
        """A deputy's place."""
        return cls(group)

    @classmethod
    def on_leave(cls, member: Member, from_on: date, until: date | None) -> "Place":
        """The seat of a member, as long as the leave lasts."""
        return cls(member.group, member.seat, from_on, until)

    @classmethod
    def of_return(cls, event: MovesBack) -> "Place":
        """The place that one who moved out comes back to."""
        return cls("", event.seat, returns_from=event)


@dataclass(frozen=True, slots=True)
class Act:
    """One decision being written down."""

    book: EntryBook
    council: SittingCouncil
    decision_reference: str

    def end_substitutes(self, seat: int) -> None:
        """Whoever sits for the holder of a seat, sits no longer.

        Rules: R-256.
        """
        seats = [each for each in self.book.known.seats if each.spell.seat == seat]
        self.book.end_offices([each for each in seats if each.spell.cause is Cause.SUBSTITUTE], EndCause.LEAVE_ENDED)


def take_step(act: Act, place: Place | None, proposal: Proposal, choice: Choice) -> Place | None:
    """Write down a step, and give the place that stands open after it.

    Once the seat is filled, what is filled next is the last deputy's place of the list.

    Rules: R-212, R-213, R-252, R-256, R-259, R-260.
    """
    person_id = chosen(proposal, choice)
    if person_id is None:
        return place
    if proposal.step in OFFICES:
        _elect_officer(act, OFFICES[proposal.step], person_id)
    elif proposal.step is Step.STEP_BACK:
        _step_back(act, person_id)
    elif place and place.returns_from:
        _return(act, proposal, place.returns_from)
    elif place:
        other = proposal.step is Step.EMPTY_OR_OTHER_LIST and choice.group
        return _enter(act, place, proposal, person_id, other or place.group)
    return place


def _enter(act: Act, place: Place, proposal: Proposal, person_id: int, group: str) -> Place:
    """One who enters a seat, or becomes the last deputy of the list.

    Rules: R-212, R-213, R-256, R-260, R-262.
    """
    cause = CAUSES[proposal.step]
    if place.seat is None:
        act.book.begin(_last_deputy(act, person_id, group, cause, proposal.legal_basis))
        return place
    if cause is not Cause.SUBSTITUTE:
        _leave_deputys_place(act, person_id)
    act.book.begin(
        SeatSpell(
            place.seat,
            person_id,
            place.from_on or act.book.on,
            place.until,
            cause,
            group,
            decision_reference=act.decision_reference,
            legal_basis=proposal.legal_basis,
        )
    )
    return Place.of_deputy(place.group)


def _leave_deputys_place(act: Act, person_id: int) -> None:
    """A deputy who becomes a member is deputy no more, and sits for nobody else."""
    known = act.book.known
    substitutes = [each for each in of(person_id, known.seats) if each.spell.cause is Cause.SUBSTITUTE]
    act.book.end_offices(substitutes, EndCause.MOVED_UP)
    act.book.end_offices(of(person_id, known.deputies), EndCause.MOVED_UP)


def _last_deputy(act: Act, person_id: int, group: str, cause: Cause, legal_basis: str) -> DeputySpell:
    """A new deputy stands last: after every number that the list has had, so that one who returns finds the old one.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-252, R-256.
    """
    before = (*(each.spell for each in act.book.known.deputies), *act.book.begun)
    ranks = [each.rank for each in before if isinstance(each, DeputySpell) and each.list_code == group]
    return DeputySpell(
        person_id,
        group,
        max(ranks, default=0) + 1,
        act.book.on,
        None,
        cause,
        decision_reference=act.decision_reference,
        legal_basis=legal_basis,
    )


def _elect_officer(act: Act, role: Role, person_id: int) -> None:
    """The new officer; one who had the other office leaves it, and whoever had this one has it no more.

    Rules: R-259.
    """
    roles = [each for each in act.book.known.roles if each.spell.person_id == person_id or each.spell.role is role]
    act.book.end_offices(roles, EndCause.CHAIR_CHANGED)
    act.book.begin(RoleSpell(person_id, role, act.book.on, None, decision_reference=act.decision_reference))


def _return(act: Act, proposal: Proposal, event: MovesBack) -> None:
    """The one who is back has the seat again, or the old number among the deputies.

    Law: kommuneloven (2018) § 7-9.
    Rules: R-252.
    """
    known, on = act.book.known, act.book.on
    seats = [
        each.spell
        for each in of(event.person_id, known.seats)
        if each.spell.seat == event.seat and each.spell.to_on == event.moved_out_on
    ]
    deputies = [
        each.spell
        for each in of(event.person_id, known.deputies)
        if event.seat is None and each.spell.to_on == event.moved_out_on
    ]
    left: list[SeatSpell | DeputySpell] = [*seats, *deputies]
    if not left:
        raise NeverMovedOut(event.person_id, event.moved_out_on)
    again = replace(
        left[0],
        from_on=on,
        to_on=None,
        cause=Cause.RETURNED,
        end_cause=None,
        decision_reference=act.decision_reference,
        legal_basis=proposal.legal_basis,
    )
    act.book.begin(again)


def _step_back(act: Act, person_id: int) -> None:
    """The replacement gives way; one who moved up is deputy again, with the old number.

    Law: kommuneloven (2018) § 7-9.
    Rules: R-252.
    """
    book = act.book
    ended = book.end_offices(of(person_id, book.known.seats), EndCause.STEPPED_BACK)
    book.end_offices(of(person_id, book.known.roles), EndCause.STEPPED_BACK)
    for seat in ended:
        act.end_substitutes(seat.seat)
        for deputy in of(person_id, book.known.deputies):
            if deputy.spell.end_cause is EndCause.MOVED_UP and deputy.spell.to_on == seat.from_on:
                book.begin(replace(deputy.spell, from_on=book.on, to_on=None, end_cause=None))
                return
