"""From the database to the public pages of councils and persons: names, offices and days, and nothing private.

Always as it is known at the moment told, and of persons only what ``public_person`` lets through.

Law: kommuneloven (2018) §§ 11-3, 11-4; offentleglova (2006) §§ 3, 13.
Rules: R-262, R-283, R-300.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from app.audit.models import AuditEvent
from app.core.addresses import address_of_name
from app.core.clock import OSLO
from app.councils.council_models import Council, CouncilGroup, CouncilTerm
from app.councils.documents.gathered_register import facts_of, person_ids, public_persons
from app.councils.documents.register_content import CouncilFacts, council_register
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.days_of_change import days_of_change
from app.councils.domain.history import Membership
from app.councils.domain.terms import Term
from app.councils.models import District, Municipality
from app.councils.places.queries import has_addresses, outlines_on
from app.councils.queries import offices_of
from app.councils.spell_rows import ROWS, histories_of
from app.elections.domain.release import is_released
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow, ElectionRow
from app.public.council_changes import changes
from app.public.council_pages import (
    CouncilHeading,
    CouncilPage,
    DistrictCouncil,
    DistrictsPage,
    ElectionOfCouncil,
    Office,
    OfficesInCouncil,
    PersonPage,
    Places,
    SittingOnDay,
    TermOfCouncil,
)
from app.public.council_timeline import NO_LIST, KnownTerm, timeline
from app.public.days import today
from app.public.district_map import district_map
from app.public.queries import PublicVersion, public_version
from app.public.shown_lists import ShownList, colours_by_name

_CHANGE_NO_COUNCIL = ("account", "contest")
"""What an act was done to when nothing of a council can have changed: sign-ins and counting, which are many."""


IN_FLIGHT = 1000
"""As many acts back as there can be one that others have overtaken: numbered before them and stored after."""


def councils_version(session: Session, at: datetime) -> PublicVersion:
    """One query: the version changes with every fact recorded, every act on councils and persons, and at midnight."""
    newest = [select(func.max(row.id)).scalar_subquery() for row in ROWS.values()]
    changing = AuditEvent.object_kind.not_in(_CHANGE_NO_COUNCIL)
    act = select(func.max(AuditEvent.id)).where(changing).scalar_subquery()
    latest = select(func.count()).where(changing, AuditEvent.id > act - IN_FLIGHT).scalar_subquery()
    row = session.execute(select(*newest, act, latest)).one()
    day = today(at)
    midnight = datetime.combine(day + timedelta(days=1), time(), OSLO)
    return PublicVersion(hashlib.sha256(f"{tuple(row)} {day}".encode()).hexdigest(), midnight)


def front_version(session: Session, at: datetime) -> PublicVersion:
    """Of a page about both: the version changes with the elections' and with the councils'."""
    both = public_version(session, at), councils_version(session, at)
    fingerprint = hashlib.sha256(" ".join(each.fingerprint for each in both).encode()).hexdigest()
    return PublicVersion(fingerprint, min(each.next_release for each in both if each.next_release))


def districts_page(session: Session, at: datetime) -> DistrictsPage:
    """All districts with the council of today."""
    day = today(at)
    headings = _headings(session)
    sitting = _sitting_on(session, day, at)
    lasting = tuple(each for each in headings if not _is_abolished(each, day))
    with_council = {each.district_id for each in lasting}
    districts = session.execute(select(District.id, District.name).order_by(District.name))
    return DistrictsPage(
        day,
        tuple(DistrictCouncil(each, sitting.get(each.id)) for each in lasting),
        tuple(row.name for row in districts if row.id not in with_council) if headings else (),
        tuple(each for each in headings if _is_abolished(each, day)),
        places(session, at),
    )


def council_addresses(session: Session, day: date) -> Mapping[int, str]:
    """The name that the page of a district's council has in its address, by district.

    Of several councils that one district has had, it is the one of the day, else the newest.
    """
    headings = sorted(_headings(session), key=lambda each: (_exists_on(each, day), each.established_on, each.id))
    return {each.district_id: each.slug for each in headings}


def council_of_district(session: Session, district_id: int, day: date, at: datetime) -> DistrictCouncil | None:
    """The council of a district on a day; ``sitting`` is None when it does not sit, all is when it has no council."""
    slug = council_addresses(session, day).get(district_id)
    heading = next((each for each in _headings(session) if each.slug == slug), None)
    if heading is None:
        return None
    sitting = {} if _is_abolished(heading, day) else _sitting_on(session, day, at, heading.id)
    return DistrictCouncil(heading, sitting.get(heading.id))


def places(session: Session, at: datetime) -> Places:
    """The ways to one's own district today: by an address, on the map, by name."""
    day = today(at)
    lasting = tuple(each for each in _headings(session) if not _is_abolished(each, day))
    outlines = outlines_on(session, day)
    return Places(has_addresses(session), district_map(outlines), lasting, council_addresses(session, day))


def council_page(session: Session, slug: str, day: date, at: datetime) -> CouncilPage | None:
    """The council at ``/bydeler/<slug>`` on a day, as it is known at the moment.

    Rules: R-262.
    """
    heading = next((each for each in _headings(session) if each.slug == slug), None)
    if heading is None:
        return None
    rows = _terms(session, heading)
    histories = histories_of(session, [row.id for row in rows])
    known = {row.id: histories[row.id].known_at(at) for row in rows}
    terms = tuple(_term(row, heading) for row in rows)
    row = next((row for row, term in zip(rows, terms, strict=True) if term.from_on <= day < term.to_on), None)
    if row is None:
        return _without_council(heading, day, today(at), terms)
    page = _with_council(session, row, known[row.id], _without_council(heading, day, today(at), terms))
    turning = [each for term in terms for each in days_of_change(known[term.id], _days(term))]
    return replace(
        page,
        previous=max((each for each in turning if each < day), default=None),
        following=min((each for each in turning if each > day), default=None),
        election=_election(session, heading, row, at),
    )


def _without_council(heading: CouncilHeading, day: date, today: date, terms: tuple[TermOfCouncil, ...]) -> CouncilPage:
    before = [term.last_on for term in terms if term.to_on <= day]
    after = [term.from_on for term in terms if term.from_on > day]
    nearest = (*sorted(before)[-1:], *sorted(after)[:1])
    return CouncilPage(heading, day, today, None, None, None, (), None, None, nearest, terms, None)


def _with_council(session: Session, row: CouncilTerm, membership: Membership, page: CouncilPage) -> CouncilPage:
    """The page with all that belongs to the council that sits on its day."""
    people = public_persons(session, person_ids(membership))
    facts = facts_of(session, row)
    lists = _lists(facts, membership, _colours(session))
    term = next(each for each in page.terms if each.id == row.id)
    days = _days(term)
    return replace(
        page,
        sitting=SittingOnDay(council_register(facts, membership, people, page.day), lists),
        term=term,
        timeline=timeline(KnownTerm(days, facts.seats, membership, people, lists), page.day, page.today),
        changes=changes(membership, days, days_of_change(membership, days), people),
        nearest=(),
    )


def _days(term: TermOfCouncil) -> Term:
    return Term(term.from_on, term.to_on)


def person_page(session: Session, person_id: int, at: datetime) -> PersonPage | None:
    """The offices of a person; None for one who has had none, and for a protected person.

    Law: offentleglova (2006) § 13.
    Rules: R-283, R-300.
    """
    person = public_persons(session, (person_id,)).get(person_id)
    if person is None or not person.has_own_page:
        return None
    headings = {each.id: each for each in _headings(session)}
    found: list[OfficesInCouncil] = []
    terms = offices_of(session, person_id)
    histories = histories_of(session, [term.id for term in terms])
    for term in terms:
        names = {group.code: group.name for group in facts_of(session, term).groups}
        membership = histories[term.id].known_at(at)
        offices = tuple(sorted(_offices(person_id, membership, names), key=lambda each: (each.from_on, each.rank or 0)))
        heading = headings[term.council_id]
        if offices:
            found.append(OfficesInCouncil(heading, _term(term, heading), offices))
    return PersonPage(person_id, person.name, address_of_name(person.name), tuple(found)) if found else None


def person_address(session: Session, person_id: int) -> str | None:
    """The name of a person as it stands in the address of the page; None for a protected person."""
    person = public_persons(session, (person_id,)).get(person_id)
    return address_of_name(person.name) if person and person.has_own_page else None


def _offices(person_id: int, membership: Membership, names: Mapping[str, str]) -> Iterator[Office]:
    """Of a person who is not protected."""
    for seat in membership.seats:
        if seat.person_id == person_id:
            name = names.get(seat.list_code, seat.list_code)
            yield Office(seat.from_on, _last(seat.to_on), name, seat.cause, seat.end_cause)
    for deputy in membership.deputies:
        if deputy.person_id == person_id:
            name = names.get(deputy.list_code, deputy.list_code)
            last = _last(deputy.to_on)
            yield Office(deputy.from_on, last, name, deputy.cause, deputy.end_cause, rank=deputy.rank)
    for role in membership.roles:
        if role.person_id == person_id:
            yield Office(role.from_on, _last(role.to_on), "", None, role.end_cause, role=role.role)


def _last(to_on: date | None) -> date | None:
    return to_on - timedelta(days=1) if to_on else None


def _headings(session: Session) -> tuple[CouncilHeading, ...]:
    """Every council by the name of its district."""
    statement = (
        select(
            Council.id,
            Council.slug,
            Council.name,
            Council.district_id,
            District.name.label("district"),
            Municipality.name.label("municipality"),
            Council.contact,
            Council.established_on,
            Council.abolished_on,
        )
        .join(District, District.id == Council.district_id)
        .join(Municipality, Municipality.id == District.municipality_id)
        .order_by(District.name, Council.id)
    )
    return tuple(CouncilHeading(*row) for row in session.execute(statement))


def _exists_on(heading: CouncilHeading, day: date) -> bool:
    return heading.established_on <= day and not _is_abolished(heading, day)


def _is_abolished(heading: CouncilHeading, day: date) -> bool:
    return heading.abolished_on is not None and heading.abolished_on <= day


def _terms(session: Session, heading: CouncilHeading) -> list[CouncilTerm]:
    """The terms the council has sat in or will sit in, the latest first; none that lies after it was abolished."""
    statement = select(CouncilTerm).where(CouncilTerm.council_id == heading.id).order_by(CouncilTerm.from_on.desc())
    if heading.abolished_on:
        statement = statement.where(CouncilTerm.from_on < heading.abolished_on)
    return list(session.scalars(statement.options(*_WITH_NAMES)))


_WITH_NAMES = (
    joinedload(CouncilTerm.term),
    joinedload(CouncilTerm.council).joinedload(Council.district).joinedload(District.municipality),
)


def _term(row: CouncilTerm, heading: CouncilHeading) -> TermOfCouncil:
    to_on = min(row.to_on, heading.abolished_on) if heading.abolished_on else row.to_on
    return TermOfCouncil(row.id, row.term.name, row.from_on, to_on)


def _sitting_on(session: Session, day: date, at: datetime, council_id: int | None = None) -> Mapping[int, SittingOnDay]:
    """The councils that sit on a day, or the one that is asked for, by their number."""
    statement = select(CouncilTerm).where(CouncilTerm.from_on <= day, CouncilTerm.to_on > day)
    if council_id is not None:
        statement = statement.where(CouncilTerm.council_id == council_id)
    colours = _colours(session)
    found: dict[int, SittingOnDay] = {}
    terms = session.scalars(statement.options(*_WITH_NAMES)).all()
    histories = histories_of(session, [term.id for term in terms])
    for term in terms:
        membership = histories[term.id].known_at(at)
        facts = facts_of(session, term)
        people = public_persons(session, person_ids(membership))
        register = council_register(facts, membership, people, day)
        found[term.council_id] = SittingOnDay(register, _lists(facts, membership, colours))
    return found


def _colours(session: Session) -> Mapping[str, str]:
    """A colour for each list or group by its name, the same in every council and term."""
    statement = select(CouncilGroup.name).order_by(CouncilGroup.ordinal, CouncilGroup.id)
    return colours_by_name(session.scalars(statement))


def _lists(facts: CouncilFacts, membership: Membership, colours: Mapping[str, str]) -> Mapping[str, ShownList]:
    """The lists of a council in their order; then codes that seats have and no list is named by."""
    named = {group.code: ShownList(group.code, group.name, colours[group.name], ()) for group in facts.groups}
    codes = sorted({each.list_code for each in membership.seats} - named.keys())
    return named | {code: ShownList(code, code, NO_LIST, ()) for code in codes}


def _election(session: Session, heading: CouncilHeading, row: CouncilTerm, at: datetime) -> ElectionOfCouncil | None:
    """The published election that a directly elected council comes from; none before its results are released.

    Rules: R-140.
    """
    if row.basis is not CouncilBasis.DIRECTLY_ELECTED:
        return None
    statement = (
        select(ElectionRow.address, ContestRow.code, ElectionRow.release_time)
        .join(ContestRow, ContestRow.election_id == ElectionRow.id)
        .where(
            ContestRow.district_id == heading.district_id,
            ElectionRow.election_day == row.elected_on,
            ElectionRow.state != ElectionState.DRAFT,
        )
    )
    found = session.execute(statement.order_by(ElectionRow.id).limit(1)).first()
    if found is None or not is_released(found.release_time, at):
        return None
    return ElectionOfCouncil(found.address, found.code)
