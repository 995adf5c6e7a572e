"""An appointment that is begun: what the city council would appoint for 2027, if there were no direct election then.

Groups, ballots and the basis are there for every district; in two of them names have been put forward, the members and
deputies of today. Nothing is voted on or decided, so that every page of the room can be tried.
"""

from datetime import UTC, date, datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD as BY
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.queries import target_of
from app.councils.appointing.services.appointments import (
    AppointmentPlan,
    Group,
    create_appointment,
    set_ballots,
    set_groups,
    set_seats,
)
from app.councils.appointing.services.names import Named
from app.councils.appointing.services.nominations import NewName, add_names
from app.councils.council_models import Person
from app.councils.domain.divisors import modified_sainte_lague
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.seat_targets import PartyVotes, SeatTarget
from app.councils.domain.seating import Contender
from app.councils.models import Municipality
from app.councils.queries import council_on_date, persons, term_on
from app.demo.districts import DEMO_DISTRICT, DEMO_DISTRICTS, DemoDistrict
from app.demo.parties import DEMO_PARTIES, Bloc, DemoParty

BEGUN_AT = datetime(2025, 11, 3, 9, tzinfo=UTC)
PLAN = AppointmentPlan(
    "Bydelsutvalg 2027–2031", "2027–2031", date(2027, 10, 20), date(2027, 11, 1), date(2031, 11, 1), seats=15
)
COUNCIL_MEMBERS = 67
NAMED_IN = ("arna", "fana")
FIRST_DIVISOR = Fraction(7, 5)


def begin_next_appointment(session: Session, municipality: Municipality) -> Appointment:
    """The appointment, under preparation. The same demo gives the same rows."""
    appointment = create_appointment(session, municipality, PLAN, by=BY, at=BEGUN_AT)
    set_groups(session, appointment, _groups(), seen=appointment.version, by=BY, at=BEGUN_AT)
    for row in appointment.councils:
        district = DEMO_DISTRICT[row.council.slug]
        set_seats(session, row, district.seats, seen=row.version, by=BY, at=BEGUN_AT)
        set_ballots(session, row, _ballots(district), seen=row.version, by=BY, at=BEGUN_AT)
        session.flush()
        if row.council.slug in NAMED_IN:
            add_names(session, row, _names(session, row), seen=row.version, by=BY, at=BEGUN_AT)
    return appointment


def _parties() -> list[DemoParty]:
    return [each for each in DEMO_PARTIES if each.bloc is not Bloc.LOCAL]


def _groups() -> list[Group]:
    """Every party, with its members in a city council that is as strong as the districts together."""
    strong = [
        Contender(each.code, sum(each.strength.get(of.code, 0) for of in DEMO_DISTRICTS), COUNCIL_MEMBERS)
        for each in _parties()
    ]
    shared = distribute("bystyret", strong, COUNCIL_MEMBERS, modified_sainte_lague(FIRST_DIVISOR))
    assert isinstance(shared, Distribution), "no two parties are equally strong"
    return [Group(each.code, each.name, shared.seats_of(each.code)) for each in _parties()]


def _ballots(district: DemoDistrict) -> list[PartyVotes]:
    """Of ten thousand ballots in the district 5 700 on election day, as the parties are strong."""
    found = []
    for each in _parties():
        if strength := each.strength.get(district.code, 0):
            on_the_day = strength * 57 // 100
            found.append(PartyVotes(each.code, on_the_day, strength - on_the_day))
    return found


def _names(session: Session, row: CouncilAppointment) -> list[NewName]:
    """Today's members and then deputies of each group: members as the target says, as many and two more deputies."""
    target, term = target_of(row), term_on(session, row.council_id, BEGUN_AT.date())
    assert isinstance(target, SeatTarget)
    assert term
    on_day = council_on_date(session, term, BEGUN_AT.date(), BEGUN_AT)
    holders = [(each.holder.list_code, each.holder.person_id) for each in on_day.seats if each.holder]
    ranked = [(each.list_code, each.person_id) for each in on_day.deputies]
    found = persons(session, {person_id for _code, person_id in (*holders, *ranked)})
    names: list[NewName] = []
    for group in row.appointment.groups:
        people = [found[person_id] for code, person_id in (*holders, *ranked) if code == group.code]
        seats = target.seats_of(group.code)
        names += _placed(group.code, [each for each in people if each.gender], seats)
    return names


def _placed(code: str, people: list[Person], seats: int) -> list[NewName]:
    kinds = [NominationKind.MEMBER] * seats + [NominationKind.DEPUTY] * (seats + 2 if seats else 0)
    return [
        NewName(Named(person.name, person_id=person.id), code, kind)
        for person, kind in zip(people, kinds, strict=False)
    ]
