"""What staff ask of councils during the term. A session first; nothing here writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.basis import CouncilKind
from app.councils.domain.change_states import ChangeState, state_on
from app.councils.domain.correcting import AnyVersion
from app.councils.domain.entry_book import currently_known
from app.councils.domain.events import Event
from app.councils.domain.gender import Gender
from app.councils.domain.history import CouncilOnDay, History, Membership, composition
from app.councils.domain.membership import DeputySpell, EndCause, LeaveSpell, Role, SeatSpell
from app.councils.domain.time_axes import on
from app.councils.in_term.change_document import read_event
from app.councils.membership_models import MembershipChange
from app.councils.queries import seats_of, term_on
from app.councils.spell_rows import history_of

SOON = timedelta(days=30)
"""A leave that ends within so long needs somebody."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a council stands on a day: who leads, who is missing, and what needs somebody.

    ``council_term`` and ``on_day`` are None for a council that does not sit that day.
    """

    council: Council
    council_term: CouncilTerm | None
    on_day: CouncilOnDay | None
    chair_id: int | None
    women: int
    men: int
    vacant_seats: tuple[int, ...]
    vacant_offices: tuple[Role, ...]
    waiting: int
    ending_leaves: tuple[LeaveSpell, ...]

    @property
    def kind(self) -> CouncilKind | None:
        """What kind of council it is that day."""
        return CouncilKind(self.council_term.basis, self.council_term.elected_by) if self.council_term else None

    @property
    def needs_someone(self) -> bool:
        """Whether anything must be done."""
        return bool(self.vacant_seats or self.vacant_offices or self.waiting or self.ending_leaves)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One version of a fact, and whether it stands, has been corrected, or never was."""

    version: AnyVersion
    stands: bool
    replaced: bool


def standing(session: Session, council: Council, day: date, known: datetime) -> Standing:
    """How the council stands on the day, as it is known."""
    council_term = term_on(session, council.id, day)
    if council_term is None:
        return Standing(council, None, None, None, 0, 0, (), (), 0, ())
    membership = history_of(session, council_term.id).known_at(known)
    on_day = composition(membership, seats_of(session, council_term), day)
    genders = _genders(session, [each.holder.person_id for each in on_day.seats if each.holder])
    return Standing(
        council,
        council_term,
        on_day,
        on_day.holder_of(Role.CHAIR),
        genders.count(Gender.FEMALE),
        genders.count(Gender.MALE),
        tuple(each.seat for each in on_day.seats if each.holder is None),
        tuple(role for role in Role if on_day.holder_of(role) is None),
        _waiting(session, council_term),
        _ending_leaves(membership, day),
    )


def term_for(session: Session, council: Council, day: date) -> CouncilTerm | None:
    """The council's term that covers the day; else the latest that began before it, or the first."""
    found = term_on(session, council.id, day)
    if found or not council.terms:
        return found
    begun = [each for each in council.terms if each.from_on <= day]
    return begun[-1] if begun else council.terms[0]


def person_names(session: Session) -> dict[int, str]:
    """Everyone registered, by number."""
    return {row.id: row.name for row in session.execute(select(Person.id, Person.name))}


def people_by_name(session: Session) -> list[Person]:
    """Everyone registered, by name."""
    return list(session.scalars(select(Person).order_by(func.lower(Person.name), Person.id)))


def changes_of(session: Session, council_term: CouncilTerm) -> list[MembershipChange]:
    """What has been proposed for the council in the term, the latest first."""
    wanted = select(MembershipChange).where(MembershipChange.council_term_id == council_term.id)
    return list(session.scalars(wanted.order_by(MembershipChange.effective_on.desc(), MembershipChange.id.desc())))


def change_in(session: Session, council: Council, change_id: int) -> MembershipChange | None:
    """The change with this number, if it is this council's."""
    return session.scalar(
        select(MembershipChange)
        .join(CouncilTerm)
        .where(MembershipChange.id == change_id, CouncilTerm.council_id == council.id)
        .options(joinedload(MembershipChange.council_term))
    )


def state_of(change: MembershipChange, day: date) -> ChangeState:
    """Where the change stands that day."""
    return state_on(ChangeState(change.state), change.effective_on, day)


def event_of(change: MembershipChange) -> Event:
    """What happened."""
    return read_event(change.event)


def chain_of_seat(session: Session, council_term: CouncilTerm, seat: int, known: datetime) -> list[Recorded]:
    """Everything ever recorded of a seat, by the first day; what stands, what was corrected, what never was.

    Rules: R-262.
    """
    versions = [each for each in history_of(session, council_term.id).seats if each.spell.seat == seat]
    return _recorded(versions, known)


def spells_of_person(session: Session, council_term: CouncilTerm, person_id: int, known: datetime) -> list[Recorded]:
    """All that is recorded of a person in a council and term, by the first day.

    Rules: R-262.
    """
    history = history_of(session, council_term.id)
    return _recorded([each for each in _all(history) if each.spell.person_id == person_id], known)


def current(session: Session, council_term: CouncilTerm, known: datetime) -> History:
    """The versions that stand."""
    return currently_known(history_of(session, council_term.id), known)


def moved_out(membership: Membership, *, within_municipality: bool) -> Iterator[tuple[int, int | None, date]]:
    """Person, seat (None for a deputy) and first day away of each who has left by moving."""
    cause = EndCause.LOST_ELIGIBILITY if within_municipality else EndCause.MOVED_OUT
    spells: tuple[SeatSpell | DeputySpell, ...] = (*membership.seats, *membership.deputies)
    for each in spells:
        if each.end_cause is cause and each.to_on:
            yield each.person_id, each.seat if isinstance(each, SeatSpell) else None, each.to_on


def _all(history: History) -> tuple[AnyVersion, ...]:
    return (
        *history.seats,
        *history.deputies,
        *history.roles,
        *history.leaves,
        *history.suspensions,
        *history.affiliations,
    )


def _recorded(versions: Iterable[AnyVersion], known: datetime) -> list[Recorded]:
    by_then = [each for each in versions if each.recorded_at <= known]
    replaced = {(type(each.spell), each.replaces_id) for each in by_then}
    found = []
    for each in by_then:
        is_replaced = (type(each.spell), each.id) in replaced
        found.append(Recorded(each, not is_replaced and not each.annulled, is_replaced))
    return sorted(found, key=lambda each: (each.version.spell.from_on, each.version.id))


def _genders(session: Session, ids: list[int]) -> list[Gender | None]:
    return list(session.scalars(select(Person.gender).where(Person.id.in_(ids))))


def _waiting(session: Session, council_term: CouncilTerm) -> int:
    proposed = MembershipChange.council_term_id == council_term.id, MembershipChange.state == ChangeState.PROPOSED
    return session.scalar(select(func.count()).where(*proposed)) or 0


def _ending_leaves(membership: Membership, day: date) -> tuple[LeaveSpell, ...]:
    return tuple(each for each in on(membership.leaves, day) if each.to_on and each.to_on <= day + SOON)
