"""What is asked of councils. A session first; nothing here writes."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from app.councils.council_models import Council, CouncilTerm, Person, RankedCandidate, Seat
from app.councils.domain.basis import CouncilKind
from app.councils.domain.history import CouncilOnDay, Membership, SeatOnDay, composition, council_on
from app.councils.domain.membership import DeputySpell, EndCause, SeatSpell
from app.councils.domain.sitting_council import Member, RankedDeputy, Settings, SittingCouncil
from app.councils.membership_models import DeputySpellRow, SeatSpellRow
from app.councils.models import District
from app.councils.spell_rows import history_of

FOR_GOOD = (EndCause.RELEASED, EndCause.MOVED_OUT, EndCause.LOST_ELIGIBILITY, EndCause.DIED)
"""Why one has left for the rest of the term; only one who moves back within two years comes again."""


def lock(session: Session, council_term: CouncilTerm) -> None:
    """Hold a council in a term against others who would change it, until the transaction ends."""
    session.execute(select(CouncilTerm.id).where(CouncilTerm.id == council_term.id).with_for_update())


def councils(session: Session) -> list[Council]:
    """Every council, also the abolished, by the name of its district."""
    return list(
        session.scalars(
            select(Council).join(District).order_by(District.name, Council.id).options(joinedload(Council.district))
        )
    )


def council_by_slug(session: Session, slug: str) -> Council | None:
    """The council with this place in public addresses."""
    return session.scalar(select(Council).where(Council.slug == slug).options(joinedload(Council.district)))


def council_of_district(session: Session, district_id: int, day: date) -> Council | None:
    """The district's council on a day, the newest if there are several; None when it has none, or it is abolished."""
    lasts = or_(Council.abolished_on.is_(None), Council.abolished_on > day)
    return session.scalar(
        select(Council).where(Council.district_id == district_id, lasts).order_by(Council.id.desc()).limit(1)
    )


def term_on(session: Session, council_id: int, day: date) -> CouncilTerm | None:
    """The council's term that covers the day; None when there was no council that day."""
    return session.scalar(
        select(CouncilTerm).where(
            CouncilTerm.council_id == council_id, CouncilTerm.from_on <= day, CouncilTerm.to_on > day
        )
    )


def seats_of(session: Session, council_term: CouncilTerm) -> int:
    """How many seats the council has in the term."""
    return session.scalar(select(func.count()).where(Seat.council_term_id == council_term.id)) or 0


def council_on_date(session: Session, council_term: CouncilTerm, day: date, known: datetime) -> CouncilOnDay:
    """The council on a day as it was known at a moment: "3 March 2022, as we knew it on 1 April".

    Rules: R-262.
    """
    return council_on(history_of(session, council_term.id), seats_of(session, council_term), day, known)


def persons(session: Session, ids: Collection[int]) -> dict[int, Person]:
    """The persons with these numbers."""
    return {each.id: each for each in session.scalars(select(Person).where(Person.id.in_(ids)))}


def sitting_council(session: Session, council_term: CouncilTerm, day: date, known: datetime) -> SittingCouncil:
    """The council on a day as the rules of succession see it: members, ranked deputies, candidates and settings.

    Rules: R-212, R-256.
    """
    membership = history_of(session, council_term.id).known_at(known)
    on_day = composition(membership, seats_of(session, council_term), day)
    held = [(seat, seat.holder) for seat in on_day.seats if seat.holder]
    found = persons(session, {*(spell.person_id for _, spell in held), *(each.person_id for each in on_day.deputies)})
    return SittingCouncil(
        CouncilKind(council_term.basis, council_term.elected_by),
        council_term.elected_on,
        len(on_day.seats),
        tuple(_member(seat, spell, found[spell.person_id]) for seat, spell in held),
        tuple(_deputy(each, found[each.person_id]) for each in on_day.deputies),
        _candidates(session, council_term, _gone(membership, day)),
        Settings(
            council_term.residence_restriction,
            council_term.return_right_within_municipality,
            council_term.delegated_to_executive_board,
        ),
    )


def _member(seat: SeatOnDay, spell: SeatSpell, person: Person) -> Member:
    return Member(person.id, person.name, seat.seat, spell.list_code, person.gender, seat.role)


def _deputy(spell: DeputySpell, person: Person) -> RankedDeputy:
    return RankedDeputy(person.id, person.name, spell.list_code, spell.rank, person.gender)


def _gone(membership: Membership, day: date) -> set[int]:
    """Those who have left for good by that day: no settlement brings them in again.

    Rules: R-212, R-250.
    """
    spells: tuple[SeatSpell | DeputySpell, ...] = (*membership.seats, *membership.deputies)
    return {each.person_id for each in spells if each.end_cause in FOR_GOOD and each.to_on and each.to_on <= day}


def _candidates(session: Session, council_term: CouncilTerm, gone: Collection[int]) -> tuple[RankedDeputy, ...] | None:
    """Those of the election the council comes from, ranked, without the ``gone``; None when they are not known here.

    Rules: R-212.
    """
    rows = session.scalars(
        select(RankedCandidate)
        .where(RankedCandidate.council_term_id == council_term.id)
        .order_by(RankedCandidate.list_code, RankedCandidate.rank)
        .options(joinedload(RankedCandidate.person))
    ).all()
    if not rows:
        return None
    return tuple(
        RankedDeputy(each.person_id, each.person.name, each.list_code, each.rank, each.person.gender)
        for each in rows
        if each.person_id not in gone
    )


def offices_of(session: Session, person_id: int) -> list[CouncilTerm]:
    """The councils and terms in which a person has or has had an office, the latest first."""
    kinds = (SeatSpellRow, DeputySpellRow)
    held = [select(kind.council_term_id).where(kind.person_id == person_id) for kind in kinds]
    return list(
        session.scalars(
            select(CouncilTerm)
            .where(or_(*(CouncilTerm.id.in_(each) for each in held)))
            .order_by(CouncilTerm.from_on.desc())
            .options(joinedload(CouncilTerm.council))
        )
    )
