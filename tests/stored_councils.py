"""Makers of stored councils: Fana in Bergen, five seats unless told otherwise, with people named for what they are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.domain.membership import Cause, Role
from app.councils.domain.sitting_council import RankedDeputy
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start
from app.councils.models import District, Municipality
from app.councils.services.persons import PersonDetails, register_person
from app.councils.services.set_up import CouncilTermPlan, open_term, set_up_council
from app.councils.services.takeover import take_office

APPOINTED_ON = date(2019, 12, 11)
TERM_2020 = (date(2020, 1, 1), date(2024, 1, 1))
ELECTED_ON = date(2023, 9, 11)
VALID_ON = date(2023, 10, 10)
TERM_2023 = (VALID_ON, date(2027, 10, 12))
BEFORE = datetime(2019, 12, 12, 9, tzinfo=UTC)
AFTER_ELECTION = datetime(2023, 10, 10, 12, tzinfo=UTC)
GROUPS = (("Ap", "Arbeiderpartiet"), ("H", "Høyre"))


def a_council(session: Session, name: str = "Fana", slug: str = "fana") -> Council:
    """A council that nobody sits in yet."""
    municipality = session.scalar(select(Municipality)) or Municipality(name="Bergen", number="4601")
    district = District(name=name, municipality=municipality)
    session.add(district)
    return set_up_council(
        session,
        district,
        f"{name} bydelsutvalg",
        slug,
        contact="bydelsutvalg@bergen.example",
        established_on=date(2020, 1, 1),
        by=AT_THE_KEYBOARD,
        at=BEFORE,
    )


def people(session: Session, *names: str) -> list[Person]:
    """Persons with these names; women and men by turns, the first a woman."""
    return [
        register_person(
            session, PersonDetails(name, (Gender.FEMALE, Gender.MALE)[at % 2]), by=AT_THE_KEYBOARD, at=BEFORE
        )
        for at, name in enumerate(names)
    ]


def appoint(
    session: Session,
    council: Council,
    seat_order: str,
    members: Mapping[str, Sequence[Person]],
    *,
    deputies: Mapping[str, Sequence[Person]] | None = None,
    officers: Iterable[tuple[Role, Person]] = (),
) -> CouncilTerm:
    """The council as appointed for 2020–2023. ``seat_order`` names each seat's group: "Ap H Ap"."""
    kind = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.AGREED)
    plan = _plan(kind, APPOINTED_ON, TERM_2020, seat_order)
    start = Start(
        TERM_2020[0],
        Cause.APPOINTED,
        "2019/1234",
        "kommuneloven (2018) § 7-7",
        tuple((role, person.id) for role, person in officers),
    )
    term = open_term(
        session,
        council.district.municipality,
        "2019–2023",
        date(2019, 10, 1),
        date(2023, 10, 10),
        by=AT_THE_KEYBOARD,
        at=BEFORE,
    )
    outcome = _outcome(seat_order, members, deputies or {})
    return take_office(session, council, term, plan, outcome=outcome, start=start, by=AT_THE_KEYBOARD, at=BEFORE)[0]


def elect(
    session: Session,
    council: Council,
    seat_order: str,
    members: Mapping[str, Sequence[Person]],
    *,
    deputies: Mapping[str, Sequence[Person]] | None = None,
    candidates: Mapping[str, Sequence[Person]] | None = None,
) -> CouncilTerm:
    """The council as elected directly in 2023. ``candidates``: everyone on each list, in the order they are elected."""
    kind = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL)
    plan = _plan(kind, ELECTED_ON, TERM_2023, seat_order)
    start = Start(VALID_ON, Cause.ELECTED, "2023/4567", "valgloven (2002) § 11-12")
    term = open_term(
        session, council.district.municipality, "2023–2027", *TERM_2023, by=AT_THE_KEYBOARD, at=AFTER_ELECTION
    )
    ranked = [
        RankedDeputy(each.id, each.name, code, rank)
        for code, listed in (candidates or {}).items()
        for rank, each in enumerate(listed, start=1)
    ]
    return take_office(
        session,
        council,
        term,
        plan,
        outcome=_outcome(seat_order, members, deputies or {}),
        start=start,
        candidates=ranked,
        by=AT_THE_KEYBOARD,
        at=AFTER_ELECTION,
    )[0]


def _plan(kind: CouncilKind, elected_on: date, days: tuple[date, date], seat_order: str) -> CouncilTermPlan:
    return CouncilTermPlan(kind, elected_on, *days, len(seat_order.split()), GROUPS)


def _outcome(
    seat_order: str, members: Mapping[str, Sequence[Person]], deputies: Mapping[str, Sequence[Person]]
) -> ElectionOutcome:
    return ElectionOutcome(
        tuple(seat_order.split()),
        tuple(
            ElectedOfList(
                code, tuple(each.id for each in members[code]), tuple(each.id for each in deputies.get(code, ()))
            )
            for code in members
        ),
    )
