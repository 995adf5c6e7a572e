"""What is asked of an appointment: its councils as the rules see them. A session first; nothing here writes."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.councils.appointing.documents import ballot_in, lots_in, officers_in
from app.councils.appointing.models import (
    Appointment,
    CouncilAppointment,
    EligibilityFacts,
    GroupListRow,
    NomineeRow,
)
from app.councils.council_models import Council, Person
from app.councils.council_models import Term as TermRow
from app.councils.domain.agreed_election import Nomination, Nominee, Unanimity
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.eligibility import Conditions, PositionHeld, ineligibility
from app.councils.domain.eligibility import Person as PersonFacts
from app.councils.domain.group_lists import GroupList, ListedCandidate
from app.councils.domain.lawful_decision import Standing, several_districts, standing
from app.councils.domain.lots import LotRequired
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import Eligibility, Prepared
from app.councils.domain.seat_targets import AdvanceKey, DistrictVotes, PartyVotes, SeatTarget, seat_target
from app.councils.domain.swap_finder import Placed


@dataclass(frozen=True, slots=True)
class CouncilStanding:
    """A council of the appointment, as it is prepared, and what is not in order with it."""

    row: CouncilAppointment
    prepared: Prepared
    found: tuple[Standing, ...]


def appointments(session: Session) -> list[Appointment]:
    """Every appointment, the latest first."""
    wanted = select(Appointment).order_by(Appointment.from_on.desc(), Appointment.id.desc())
    return list(session.scalars(wanted.options(joinedload(Appointment.term).joinedload(TermRow.municipality))))


def appointment_by_number(session: Session, number: int) -> Appointment | None:
    """The appointment with this number."""
    return session.get(Appointment, number)


def council_in(session: Session, number: int, slug: str) -> CouncilAppointment | None:
    """A council in an appointment; None when it is in another, or nowhere."""
    return session.scalar(
        select(CouncilAppointment)
        .join(Council)
        .where(CouncilAppointment.appointment_id == number, Council.slug == slug)
    )


def codes_of(appointment: Appointment) -> tuple[str, ...]:
    """The codes of its parties and groups, in their order."""
    return tuple(each.code for each in appointment.groups)


def persons_named(row: CouncilAppointment) -> dict[int, Person]:
    """Everyone who is named for the council by the method that is used, in the order they stand."""
    if row.proportional_demanded:
        return {name.person_id: name.person for each in row.lists for name in each.names}
    elected = (NominationKind.MEMBER, NominationKind.DEPUTY)
    return {each.person_id: each.person for each in row.nominees if each.kind in elected}


def prepared(session: Session, row: CouncilAppointment) -> Prepared:
    """A council as the rules see it.

    Rules: R-220, R-221, R-229.
    """
    votes = (row.unanimous_on_method, row.unanimous_on_nomination)
    return Prepared(
        row.council.name,
        row.seats,
        row.appointment.decided_on,
        sum(each.members for each in row.appointment.groups),
        row.proportional_demanded,
        row.voting_form,
        nomination_of(row),
        None if votes[0] is None or votes[1] is None else Unanimity(votes[0], votes[1]),
        row.exception,
        tuple(group_list(each) for each in row.lists),
        row.appointment.warn_under,
        ballot_in(row.ballot),
        officers_in(row.officers),
        row.appointment.blank_counts,
        tuple(_eligibility(session, row)),
    )


def nomination_of(row: CouncilAppointment) -> Nomination:
    """The members and deputies put forward, in their order. One whose sex is not registered is told of elsewhere."""
    named = {kind: [_nominee(each) for each in row.nominees if each.kind is kind] for kind in NominationKind}
    return Nomination(
        tuple(each for each in named[NominationKind.MEMBER] if each),
        tuple(each for each in named[NominationKind.DEPUTY] if each),
    )


def placed(row: CouncilAppointment) -> tuple[tuple[Placed, ...], tuple[Placed, ...], tuple[Placed, ...]]:
    """Members, deputies and further names, each with a place within the group, counted through all three.

    Rules: R-229.
    """
    places: dict[str, int] = {}
    kinds: dict[NominationKind, list[Placed]] = {kind: [] for kind in NominationKind}
    for kind in NominationKind:
        for each in row.nominees:
            if each.kind is kind and each.person.gender:
                place = places[each.group_code] = places.get(each.group_code, 0) + 1
                name, gender = each.person.name, each.person.gender
                kinds[kind].append(Placed(each.person_id, name, gender, each.group_code, place))
    members, deputies, reserves = (tuple(kinds[kind]) for kind in NominationKind)
    return members, deputies, reserves


def group_list(row: GroupListRow) -> GroupList:
    """A list as the rules see it.

    Rules: R-221.
    """
    candidates = tuple(
        ListedCandidate(each.place, each.person_id, each.person.name, each.person.gender, each.group_code)
        for each in row.names
        if each.person.gender
    )
    return GroupList(row.code, tuple(row.groups.split()), candidates, tuple(row.signed_by.split()), row.delivered)


def district_votes(row: CouncilAppointment) -> DistrictVotes:
    """What the council's targets are reckoned from, parties in the order of the appointment.

    Rules: R-232, R-233.
    """
    given = {each.group_id: each for each in row.ballots}
    parties = tuple(
        PartyVotes(group.code, given[group.id].election_day, given[group.id].advance)
        for group in row.appointment.groups
        if group.id in given
    )
    whole, part = row.appointment.key_whole, row.key_part
    key = AdvanceKey(part, whole, row.appointment.key_published_in) if whole is not None and part is not None else None
    return DistrictVotes(row.council.district.name, row.seats, parties, key)


def target_of(row: CouncilAppointment) -> SeatTarget | LotRequired | None:
    """The target by the method and basis chosen; None while no ballots are entered, or the key is not published.

    Rules: R-232, R-233.
    """
    votes, appointment = district_votes(row), row.appointment
    published = votes.key is not None and votes.key.is_published
    if not votes.parties or (appointment.basis.value == "with_advance_key" and not published):
        return None
    return seat_target(votes, appointment.local_seat_method, appointment.basis, lots_in(row.target_lots))


def standing_of(session: Session, appointment: Appointment) -> tuple[CouncilStanding, ...]:
    """Every council of an appointment with all that stands between now and a lawful decision.

    Rules: R-43, R-220.
    """
    ready = [(row, prepared(session, row)) for row in appointment.councils]
    named = {row.council.name: persons_named(row) for row, _ in ready}
    names = {number: person.name for persons in named.values() for number, person in persons.items()}
    people = {council: tuple(persons) for council, persons in named.items()}
    shared = several_districts(people, names, appointment.several_districts)
    return tuple(
        CouncilStanding(row, each, (*standing(each), *shared.get(row.council.name, ()))) for row, each in ready
    )


def facts_of(session: Session, appointment: Appointment) -> dict[int, EligibilityFacts]:
    """What has been confirmed, person by person."""
    wanted = select(EligibilityFacts).where(EligibilityFacts.appointment_id == appointment.id)
    return {each.person_id: each for each in session.scalars(wanted)}


def _nominee(row: NomineeRow) -> Nominee | None:
    gender = row.person.gender
    return Nominee(row.person_id, row.person.name, gender, row.group_code) if gender else None


def _eligibility(session: Session, row: CouncilAppointment) -> list[Eligibility]:
    """Rules: R-35, R-36, R-37, R-38, R-39, R-40."""
    facts, conditions = facts_of(session, row.appointment), _conditions(row)
    return [
        Eligibility(number, person.name, ineligibility(_facts(facts[number]), conditions) if number in facts else None)
        for number, person in persons_named(row).items()
    ]


def _conditions(row: CouncilAppointment) -> Conditions:
    return Conditions(
        CouncilBasis.APPOINTED,
        row.council.district.name,
        row.appointment.from_on,
        residence_restriction=row.appointment.residence_restriction,
        has_decision_power=None,
    )


def _facts(row: EligibilityFacts) -> PersonFacts:
    return PersonFacts(
        row.resident,
        row.voting_right,
        row.under_voting_age,
        row.district.name if row.district else "",
        (PositionHeld(row.position, row.position_left_on),) if row.position else (),
        row.in_control_committee,
    )
