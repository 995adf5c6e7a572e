"""Make an election from a setup: its contests, lists and candidates, all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.addresses import address_of_name, free_address
from app.core.clock import OSLO
from app.councils.models import District, Municipality
from app.elections.domain import election as domain
from app.elections.domain.states import ElectionState
from app.elections.events import ElectionSetUp
from app.elections.files.file_names import SETUP
from app.elections.models import (
    CandidateListRow,
    CandidateRow,
    ContestPollingDistrict,
    ContestRow,
    ElectionRow,
)
from app.elections.queries import district_named, load_election
from app.elections.refusals import MunicipalityAmbiguous, MunicipalityDiffers
from app.elections.services.received import Received, enter, keep

RELEASE_HOUR = time(21)
_LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True)
class SetUp:
    """The stored election; whether it is ``new``; and the addresses of others by its name on its day."""

    row: ElectionRow
    new: bool
    namesakes: tuple[str, ...]


def set_up_election(session: Session, setup: domain.Election, received: Received, *, by: Actor, at: datetime) -> SetUp:
    """Store the election. The same setup a second time changes nothing; another with its name gets its own address.

    Results are released at 21:00 on election day. The lists of a setup are decided, so that is the state.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-3, R-140.
    """
    municipality = _municipality(session, setup.municipality)
    namesakes = session.scalars(
        select(ElectionRow)
        .where(
            ElectionRow.municipality_id == municipality.id,
            ElectionRow.name == setup.name,
            ElectionRow.election_day == setup.election_day,
        )
        .order_by(ElectionRow.id)
    ).all()
    for row in namesakes:
        if load_election(session, row) == setup:
            return SetUp(row, new=False, namesakes=())
    row = _election(session, setup, municipality, at)
    keep(session, enter(session, row.id, SETUP, received.path, by=by, at=at), received)
    event = ElectionSetUp(row.address, setup.name, setup.rule_set, len(setup.contests), received.sha256)
    record(session, event, by=by, at=at)
    return SetUp(row, new=True, namesakes=tuple(each.address for each in namesakes))


def _municipality(session: Session, wanted: domain.Municipality) -> Municipality:
    """The municipality with the number; where none has it, the one of that name without a number; else a new one.

    Another number is another municipality, whatever its name: towns share names, and a town that was given a new number
    stands with each. A setup without number means the one of that name, and is refused where there are several.
    """
    namesakes = session.scalars(select(Municipality).where(Municipality.name == wanted.name)).all()
    found = next((each for each in namesakes if each.number is None), None)
    if wanted.number:
        found = session.scalar(select(Municipality).where(Municipality.number == wanted.number)) or found
    elif found is None and namesakes:
        found = _only(namesakes)
    if found is None:
        found = Municipality(number=wanted.number, name=wanted.name)
        session.add(found)
    if found.name != wanted.name:
        raise MunicipalityDiffers(found.number or "", wanted.name, found.name)
    found.number = found.number or wanted.number
    session.flush()
    return found


def _only(namesakes: Sequence[Municipality]) -> Municipality:
    if len(namesakes) > 1:
        numbers = sorted(each.number for each in namesakes if each.number)
        raise MunicipalityAmbiguous(namesakes[0].name, tuple(numbers))
    return namesakes[0]


def _election(session: Session, setup: domain.Election, municipality: Municipality, at: datetime) -> ElectionRow:
    row = ElectionRow(
        municipality=municipality,
        address=election_address(session, setup.election_day, municipality),
        name=setup.name,
        rule_set=setup.rule_set,
        election_day=setup.election_day,
        release_time=released_from(setup.election_day),
        state=ElectionState.LISTS_DECIDED,
        created_at=at,
    )
    session.add(row)
    session.flush()
    for ordinal, contest in enumerate(setup.contests):
        district = district_named(session, municipality.id, contest.district)
        if district is None:
            district = District(municipality=municipality, name=contest.district)
            session.add(district)
        row.contests.append(_contest(contest, ordinal, district))
    session.flush()
    return row


def _contest(contest: domain.Contest, ordinal: int, district: District) -> ContestRow:
    return ContestRow(
        ordinal=ordinal,
        code=contest.code,
        district=district,
        seats=contest.seats,
        electors=contest.electors,
        polling_districts=[
            ContestPollingDistrict(ordinal=n, code=d.code, name=d.name, electors=d.electors)
            for n, d in enumerate(contest.polling_districts)
        ],
        lists=[_candidate_list(entry, n) for n, entry in enumerate(contest.lists)],
    )


def _candidate_list(entry: domain.CandidateList, ordinal: int) -> CandidateListRow:
    return CandidateListRow(
        ordinal=ordinal,
        code=entry.code,
        name=entry.name,
        registered_party=entry.registered_party,
        candidates=[
            CandidateRow(
                position=c.position,
                name=c.name,
                birth_year=c.birth_year,
                bonus=c.bonus,
                eligible=c.eligible,
                profession=c.profession,
                residence=c.residence,
                gender=c.gender,
            )
            for c in entry.candidates
        ],
    )


def released_from(election_day: date) -> datetime:
    """21:00 on election day, Norwegian time.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    return datetime.combine(election_day, RELEASE_HOUR, OSLO)


def election_address(session: Session, election_day: date, municipality: Municipality) -> str:
    """``2023``; where it is taken ``2023-bergen``, then ``2023-bergen-2`` and on: addresses are for ever.

    Where another municipality has the name, or one that is written the same, the number is part of it:
    ``2023-valer-3114``.
    """
    year = str(election_day.year)
    statement = select(ElectionRow.address, ElectionRow.municipality_id).where(ElectionRow.address.startswith(year))
    owners = {address: owner for address, owner in session.execute(statement)}  # noqa: C416 - dict() cannot be typed here
    if year not in owners:
        return year
    place = f"{year}-{address_of_name(municipality.name, 'valg', _LONGEST_PLACE)}"
    shared = owners.get(place, municipality.id) != municipality.id or _has_namesake(session, municipality)
    if shared and municipality.number:
        place = f"{place}-{municipality.number}"
    return free_address(place, owners)


def _has_namesake(session: Session, municipality: Municipality) -> bool:
    same_name = select(Municipality.id).where(
        Municipality.name == municipality.name, Municipality.id != municipality.id
    )
    return session.scalar(same_name.limit(1)) is not None
