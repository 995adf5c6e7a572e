"""Fana with a history: fifteen appointed members from 2020, and the council that was elected directly in 2023.

Seats 1–5 Ap, 6–10 H, 11–12 R, 13–14 V, 15 MDG in the appointed council:

| day | what happens |
|---|---|
| 1 January 2020 | Anne Ask (1) leads, Frode Fjell (6) is deputy chair; case 2019/1234 |
| 1 March 2021 | Cato Carlsen (3) has moved out; Nina Ny is elected in his place, case 2021/77 |
| 1 August 2021 – 31 January 2022 | Guri Gran (7) is on leave; Sten Stedfortreder sits for her |
| 15 January 2022 | Anne Ask is released; Berit Bakke (2) leads; Lise Lund is elected to seat 1 |
| 1 September 2022 | Kjell Krag (11) leaves Rødt for «Uavhengig» |
| 1 April 2023 | Ole Olsen (14) dies: the seat is empty |

Ivar Ingen (9) is protected. Each name is unique, so a page that says it says it of that person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.domain.membership import (
    Cause,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
)
from app.councils.domain.recording import Entry, changed, new
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start
from app.councils.domain.time_axes import Version
from app.councils.services.persons import PersonDetails, register_person
from app.councils.services.set_up import CouncilTermPlan, open_term
from app.councils.services.spells import record_spells
from app.councils.services.takeover import take_office
from app.councils.spell_rows import history_of
from tests.stored_councils import AFTER_ELECTION, APPOINTED_ON, BEFORE, ELECTED_ON, TERM_2020, TERM_2023, VALID_ON

GROUPS = (
    ("Ap", "Arbeiderpartiet"),
    ("H", "Høyre"),
    ("R", "Rødt"),
    ("V", "Venstre"),
    ("MDG", "Miljøpartiet De Grønne"),
)
SEATS = ("Ap",) * 5 + ("H",) * 5 + ("R",) * 2 + ("V",) * 2 + ("MDG",)
MEMBERS = {
    "Ap": ("Anne Ask", "Berit Bakke", "Cato Carlsen", "Dina Dahl", "Espen Eide"),
    "H": ("Frode Fjell", "Guri Gran", "Hans Haug", "Ivar Ingen", "Jorunn Juvik"),
    "R": ("Kjell Krag", "Lars Lien"),
    "V": ("Marit Moe", "Ole Olsen"),
    "MDG": ("Pia Páve Čoske",),
}
DEPUTIES = {
    "Ap": ("Unni Ulvik", "Vidar Vik"),
    "H": ("Wenche Wold", "Yngve Ytre"),
    "R": ("Åse Ås",),
    "V": ("Øyvind Øye",),
    "MDG": ("Ærlend Ærø",),
}
ELECTED_SEATS = ("Ap", "H", "Ap", "H", "R", "Ap", "H", "V", "MDG", "Ap", "H", "R", "Ap", "H", "Ap")
ELECTED = {
    "Ap": ("Berit Bakke", "Dina Dahl", "Tora Tveit", "Ulf Uri", "Vera Voll", "Willy Ween"),
    "H": ("Guri Gran", "Hans Haug", "Bodil Berg", "Carsten Cappelen", "Dag Dale"),
    "R": ("Lars Lien", "Eli Engen"),
    "V": ("Marit Moe",),
    "MDG": ("Finn Foss",),
}
NEXT_IN_LINE = {
    "Ap": ("Geir Gjerde", "Hilde Holm"),
    "H": ("Inger Indrebø",),
    "R": ("Jon Jakobsen",),
    "V": ("Kari Kvam",),
    "MDG": ("Leif Lunde",),
}


@dataclass(frozen=True, slots=True)
class FanaWithAHistory:
    """The council, its two terms, and everyone by name."""

    council: Council
    appointed: CouncilTerm
    elected: CouncilTerm
    people: dict[str, Person]


def fana_with_a_history(session: Session, council: Council, *, protected: str = "Ivar Ingen") -> FanaWithAHistory:
    """The council of this module, from 2020 until today."""
    people = _people(session, protected)
    appointed = _appointed(session, council, people)
    _what_happened(session, appointed, people)
    return FanaWithAHistory(council, appointed, _elected(session, council, people), people)


def elected_by_majority(session: Session, council: Council, persons: Sequence[Person]) -> CouncilTerm:
    """A council of three, elected by majority for 2020–2023, without lists; the others are deputies in one row."""
    ids = tuple(person.id for person in persons)
    kind = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.MAJORITY)
    term = open_term(session, council.district.municipality, "2019–2023", *TERM_2020, by=AT_THE_KEYBOARD, at=BEFORE)
    return take_office(
        session,
        council,
        term,
        CouncilTermPlan(kind, APPOINTED_ON, *TERM_2020, 3, ()),
        outcome=ElectionOutcome(("", "", ""), (ElectedOfList("", ids[:3], ids[3:]),)),
        start=Start(TERM_2020[0], Cause.APPOINTED, "2019/1235", "kommuneloven (2018) § 7-8"),
        by=AT_THE_KEYBOARD,
        at=BEFORE,
    )[0]


def _people(session: Session, protected: str) -> dict[str, Person]:
    groups = (*MEMBERS.values(), *DEPUTIES.values(), *ELECTED.values(), *NEXT_IN_LINE.values())
    others = ("Nina Ny", "Sten Stedfortreder", "Lise Lund")
    names = dict.fromkeys((*(name for group in groups for name in group), *others))
    return {
        name: register_person(
            session,
            PersonDetails(name, (Gender.FEMALE, Gender.MALE)[at % 2], protected=name == protected),
            by=AT_THE_KEYBOARD,
            at=BEFORE,
        )
        for at, name in enumerate(names)
    }


def _appointed(session: Session, council: Council, people: dict[str, Person]) -> CouncilTerm:
    kind = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.AGREED)
    officers = ((Role.CHAIR, people["Anne Ask"].id), (Role.DEPUTY_CHAIR, people["Frode Fjell"].id))
    term = open_term(
        session,
        council.district.municipality,
        "2019–2023",
        date(2019, 10, 1),
        date(2023, 10, 10),
        by=AT_THE_KEYBOARD,
        at=BEFORE,
    )
    return take_office(
        session,
        council,
        term,
        CouncilTermPlan(kind, APPOINTED_ON, *TERM_2020, 15, GROUPS),
        outcome=_outcome(SEATS, MEMBERS, DEPUTIES, people),
        start=Start(TERM_2020[0], Cause.APPOINTED, "2019/1234", "kommuneloven (2018) § 7-7", officers),
        by=AT_THE_KEYBOARD,
        at=BEFORE,
    )[0]


def _elected(session: Session, council: Council, people: dict[str, Person]) -> CouncilTerm:
    kind = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL)
    term = open_term(
        session, council.district.municipality, "2023–2027", *TERM_2023, by=AT_THE_KEYBOARD, at=AFTER_ELECTION
    )
    elected = take_office(
        session,
        council,
        term,
        CouncilTermPlan(kind, ELECTED_ON, *TERM_2023, 15, GROUPS),
        outcome=_outcome(ELECTED_SEATS, ELECTED, NEXT_IN_LINE, people),
        start=Start(VALID_ON, Cause.ELECTED, "2023/4567", "valgloven (2002) § 11-12"),
        by=AT_THE_KEYBOARD,
        at=AFTER_ELECTION,
    )[0]
    chairs = (
        RoleSpell(people["Guri Gran"].id, Role.CHAIR, date(2023, 11, 2), None),
        RoleSpell(people["Berit Bakke"].id, Role.DEPUTY_CHAIR, date(2023, 11, 2), None),
    )
    _record(session, elected, [new(each) for each in chairs], date(2023, 11, 3))
    return elected


def _outcome(
    seats: tuple[str, ...],
    members: dict[str, tuple[str, ...]],
    deputies: dict[str, tuple[str, ...]],
    people: dict[str, Person],
) -> ElectionOutcome:
    def ids(names: Iterable[str]) -> tuple[int, ...]:
        return tuple(people[name].id for name in names)

    return ElectionOutcome(
        seats, tuple(ElectedOfList(code, ids(members[code]), ids(deputies[code])) for code in members)
    )


def _what_happened(session: Session, term: CouncilTerm, people: dict[str, Person]) -> None:
    def member(name: str, seat: int, day: date, case: str) -> Entry:
        return new(SeatSpell(seat, people[name].id, day, None, Cause.NEW_ELECTION, "Ap", decision_reference=case))

    def leaves(name: str, day: date, because: EndCause) -> Entry:
        return _closed(history_of(session, term.id).seats, people[name], day, because)

    moved = date(2021, 3, 1)
    _record(
        session,
        term,
        [leaves("Cato Carlsen", moved, EndCause.MOVED_OUT), member("Nina Ny", 3, moved, "2021/77")],
        moved,
    )
    away, back = date(2021, 8, 1), date(2022, 2, 1)
    guri, sten = people["Guri Gran"].id, people["Sten Stedfortreder"].id
    substitute = SeatSpell(7, sten, away, back, Cause.SUBSTITUTE, "H", EndCause.LEAVE_ENDED, "2021/301")
    _record(session, term, [new(LeaveSpell(guri, away, back, "2021/300")), new(substitute)], away)
    released = date(2022, 1, 15)
    roles = history_of(session, term.id).roles
    entries = [
        _closed(roles, people["Anne Ask"], released, EndCause.CHAIR_CHANGED),
        leaves("Anne Ask", released, EndCause.RELEASED),
        member("Lise Lund", 1, released, "2022/9"),
        new(RoleSpell(people["Berit Bakke"].id, Role.CHAIR, released, None, None, "2022/9")),
    ]
    _record(session, term, entries, released)
    left_party = date(2022, 9, 1)
    _record(session, term, [new(GroupAffiliation(people["Kjell Krag"].id, "Uavhengig", left_party, None))], left_party)
    died = date(2023, 4, 1)
    _record(session, term, [leaves("Ole Olsen", died, EndCause.DIED)], died)


Closable = TypeVar("Closable", SeatSpell, RoleSpell)


def _closed(versions: Sequence[Version[Closable]], person: Person, day: date, because: EndCause) -> Entry:
    """The end of the spell of a person that lasts."""
    (lasting,) = (each for each in versions if each.spell.person_id == person.id and each.spell.to_on is None)
    return changed(lasting, replace(lasting.spell, to_on=day, end_cause=because))


def _record(session: Session, term: CouncilTerm, entries: list[Entry], at: date) -> None:
    """Recorded at noon of the day."""
    moment = datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
    record_spells(session, term, entries, by=AT_THE_KEYBOARD, at=moment)
