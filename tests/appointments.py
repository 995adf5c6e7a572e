"""An appointment stored for tests: one council or several, with names put forward, in as many words as matter."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.services.appointments import (
    AppointmentPlan,
    Group,
    create_appointment,
    set_groups,
    set_seats,
)
from app.councils.appointing.services.council_votes import MethodVotes, record_method, record_officer_vote
from app.councils.appointing.services.eligibility import Facts, confirm_facts
from app.councils.appointing.services.group_lists import ListDetails, add_to_list, put_up_list
from app.councils.appointing.services.names import Named
from app.councils.appointing.services.nominations import NewName, add_names
from app.councils.domain.gender import Gender
from app.councils.domain.majority_of_chair import Round
from app.councils.domain.membership import Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import OfficerVote
from app.councils.models import District, Municipality
from app.councils.services.set_up import set_up_council

AT = datetime(2023, 10, 18, 16, 0, tzinfo=UTC)
BY = AT_THE_KEYBOARD
AGREED = MethodVotes(proportional_demanded=False, unanimous_on_method=True, unanimous_on_nomination=True)
SEX = {"K": Gender.FEMALE, "M": Gender.MALE}

PLAN = AppointmentPlan(
    "Bydelsutvalg 2023–2027", "2023–2027", date(2023, 10, 18), date(2023, 11, 1), date(2027, 11, 1), seats=5
)


def an_appointment(
    session: Session,
    districts: Sequence[str] = ("Fana",),
    groups: Mapping[str, int] | None = None,
    seats: int = 5,
    plan: AppointmentPlan = PLAN,
) -> Appointment:
    """The appointment of a council for each district; ``groups``: code → members of the municipal council."""
    municipality = Municipality(name="Bergen", number="4601")
    for name in districts:
        district = District(municipality=municipality, name=name)
        session.add(district)
        set_up_council(
            session,
            district,
            f"{name} bydelsutvalg",
            name.lower(),
            contact="",
            established_on=date(2020, 1, 1),
            by=BY,
            at=AT,
        )
    session.flush()
    appointment = create_appointment(session, municipality, plan, by=BY, at=AT)
    for row in appointment.councils:
        set_seats(session, row, seats, seen=row.version, by=BY, at=AT)
    members = groups or {"Ap": 20, "H": 30, "SV": 17}
    wanted = [Group(code, code, number) for code, number in members.items()]
    set_groups(session, appointment, wanted, seen=appointment.version, by=BY, at=AT)
    return appointment


def nominate(
    session: Session, row: CouncilAppointment, sexes: str, group: str, kind: NominationKind = NominationKind.MEMBER
) -> None:
    """One new name for each letter, K or M: «Ap 1», «Ap 2» … counted through all kinds."""
    number = sum(each.group_code == group for each in row.nominees)
    names = [
        NewName(Named(f"{row.council.district.name} {group} {number + place}", SEX[sex]), group, kind)
        for place, sex in enumerate(sexes, start=1)
    ]
    add_names(session, row, names, seen=row.version, by=BY, at=AT)


def put_up(session: Session, row: CouncilAppointment, code: str, sexes: str) -> None:
    """A list of one group with the same code, signed and delivered, one name for each letter: «II 1», «II 2» …"""
    details = ListDetails(code, f"Liste {code}", (code,), (code,), delivered=True)
    group_list = put_up_list(session, row, details, seen=row.version, by=BY, at=AT)
    names = [(Named(f"{code} {place}", SEX[sex], is_new=True), code) for place, sex in enumerate(sexes, start=1)]
    add_to_list(session, row, group_list.id, names, seen=row.version, by=BY, at=AT)


def agree(session: Session, row: CouncilAppointment, votes: MethodVotes = AGREED) -> None:
    """Nobody demands a proportional election, and both votes are unanimous."""
    record_method(session, row, votes, seen=row.version, by=BY, at=AT)


def officers(session: Session, row: CouncilAppointment, chair: int, deputy_chair: int, votes: int = 40) -> None:
    """Chair and deputy chair, each with all votes in the first round."""
    for role, person_id in ((Role.CHAIR, chair), (Role.DEPUTY_CHAIR, deputy_chair)):
        vote = OfficerVote(Round(((str(person_id), votes),)))
        record_officer_vote(session, row, role, vote, seen=row.version, by=BY, at=AT)


def confirm_all(session: Session, appointment: Appointment) -> None:
    """Everyone named can be elected."""
    named = {each.person_id for row in appointment.councils for each in row.nominees}
    listed = {each.person_id for row in appointment.councils for put in row.lists for each in put.names}
    confirm_facts(session, appointment, named | listed, Facts(), seen=appointment.version, by=BY, at=AT)


def ready_by_agreement(session: Session, districts: Sequence[str] = ("Fana",)) -> Appointment:
    """Five seats in each district: Ap K M K with deputies M K, H M M with deputy K; all in order."""
    appointment = an_appointment(session, districts)
    for row in appointment.councils:
        nominate(session, row, "KMK", "Ap")
        nominate(session, row, "MM", "H")
        nominate(session, row, "MK", "Ap", NominationKind.DEPUTY)
        nominate(session, row, "K", "H", NominationKind.DEPUTY)
        agree(session, row)
        officers(session, row, row.nominees[0].person_id, row.nominees[3].person_id)
    confirm_all(session, appointment)
    return appointment
