"""The membership register, read from what is stored. Nothing of a person is read but the name and the protection.

Law: kommuneloven (2018) §§ 11-3, 11-4; offentleglova (2006) §§ 3, 13.
Rules: R-262.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.councils.council_models import Council, CouncilGroup, CouncilTerm, Person
from app.councils.documents.register_content import CouncilFacts, CouncilRegister, Group, council_register
from app.councils.domain.basis import CouncilKind
from app.councils.domain.disclosure import PersonOnFile, PublicPerson, public_person
from app.councils.domain.history import History, Membership
from app.councils.models import District
from app.councils.queries import seats_of
from app.councils.spell_rows import histories_of


@dataclass(frozen=True, slots=True)
class Register:
    """The councils on a day, by the name of their district. ``recorded_at`` is when the last of it was written down."""

    day: date
    municipality: str
    councils: tuple[CouncilRegister, ...]
    recorded_at: datetime


def gathered_register(session: Session, day: date, known: datetime, slug: str | None = None) -> Register | None:
    """Every council on a day as it was known at a moment, or the one with this slug.

    None when no council, or not this one, sat that day.

    Rules: R-262.
    """
    terms = _terms_on(session, day, slug)
    if not terms:
        return None
    histories = histories_of(session, [term.id for term in terms])
    found = [(term, histories[term.id]) for term in terms]
    registers = tuple(register_of(session, term, history.known_at(known), day) for term, history in found)
    moments = [moment for _term, history in found for moment in _recorded_at(history) if moment <= known]
    return Register(day, registers[0].facts.municipality, registers, max(moments, default=known))


def register_of(session: Session, council_term: CouncilTerm, membership: Membership, day: date) -> CouncilRegister:
    """One council on a day of a term, of which the membership has been read."""
    return council_register(
        facts_of(session, council_term), membership, public_persons(session, person_ids(membership)), day
    )


def facts_of(session: Session, council_term: CouncilTerm) -> CouncilFacts:
    """What stands above the register of a council."""
    council = council_term.council
    return CouncilFacts(
        name=council.name,
        slug=council.slug,
        district=council.district.name,
        municipality=council.district.municipality.name,
        contact=council.contact,
        term=council_term.term.name,
        kind=CouncilKind(council_term.basis, council_term.elected_by),
        elected_on=council_term.elected_on,
        from_on=council_term.from_on,
        to_on=council_term.to_on,
        seats=seats_of(session, council_term),
        groups=groups_of(session, council_term),
    )


def groups_of(session: Session, council_term: CouncilTerm) -> tuple[Group, ...]:
    """The lists or groups of a council in a term, in their own order."""
    statement = select(CouncilGroup.code, CouncilGroup.name).where(CouncilGroup.council_term_id == council_term.id)
    return tuple(Group(*row) for row in session.execute(statement.order_by(CouncilGroup.ordinal)))


def public_persons(session: Session, ids: Iterable[int]) -> dict[int, PublicPerson]:
    """What anyone may see of these persons. No other column is read.

    Rules: R-283, R-300.
    """
    statement = select(Person.id, Person.name, Person.protected).where(Person.id.in_(set(ids)))
    return {
        row.id: public_person(PersonOnFile(row.id, row.name, protected=row.protected))
        for row in session.execute(statement)
    }


def _terms_on(session: Session, day: date, slug: str | None) -> list[CouncilTerm]:
    statement = (
        select(CouncilTerm)
        .join(Council, Council.id == CouncilTerm.council_id)
        .join(District, District.id == Council.district_id)
        .where(CouncilTerm.from_on <= day, CouncilTerm.to_on > day)
        .order_by(District.name, Council.id)
        .options(
            joinedload(CouncilTerm.term),
            joinedload(CouncilTerm.council).joinedload(Council.district).joinedload(District.municipality),
        )
    )
    if slug is not None:
        statement = statement.where(Council.slug == slug)
    return [term for term in session.scalars(statement) if not _abolished(term.council, day)]


def _abolished(council: Council, day: date) -> bool:
    return council.abolished_on is not None and council.abolished_on <= day


def person_ids(membership: Membership) -> set[int]:
    """Everyone who has or has had a place in the term, as member or deputy."""
    return {each.person_id for each in membership.seats} | {each.person_id for each in membership.deputies}


def _recorded_at(history: History) -> Iterable[datetime]:
    kinds = (
        history.seats,
        history.deputies,
        history.roles,
        history.leaves,
        history.suspensions,
        history.affiliations,
    )
    return (version.recorded_at for versions in kinds for version in versions)
