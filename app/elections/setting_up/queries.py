"""What an election is set up from: the districts, the seats their councils have had, and the election before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from app.core.addresses import address_of_name
from app.councils.council_models import Council, CouncilTerm, Seat
from app.councils.models import District, Municipality
from app.elections.domain.election_plan import Difference, ElectionPlan, PlannedContest, differences
from app.elections.domain.reserved_codes import is_reserved
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import contests_of
from app.elections.setting_queries import settings_of

LONGEST_CODE = 20


@dataclass(frozen=True, slots=True)
class OfferedDistrict:
    """A district as the form offers it: whether it is ticked, its code, and its seats when they are known."""

    id: int
    name: str
    stands: bool
    code: str
    seats: int | None
    has_decision_power: bool = False


def municipalities(session: Session) -> Sequence[Municipality]:
    """Every municipality that has districts, by name."""
    return session.scalars(
        select(Municipality).where(Municipality.districts.any()).order_by(Municipality.name, Municipality.number)
    ).all()


def elections(session: Session) -> Sequence[ElectionRow]:
    """Every election, the newest first."""
    statement = select(ElectionRow).options(joinedload(ElectionRow.municipality))
    return session.scalars(statement.order_by(ElectionRow.election_day.desc(), ElectionRow.id.desc())).all()


def election_before(session: Session, election: ElectionRow) -> ElectionRow | None:
    """The municipality's election before this one."""
    return session.scalar(
        select(ElectionRow)
        .where(
            ElectionRow.municipality_id == election.municipality_id, ElectionRow.election_day < election.election_day
        )
        .order_by(ElectionRow.election_day.desc(), ElectionRow.id.desc())
        .limit(1)
    )


def plan_of(session: Session, election: ElectionRow) -> ElectionPlan:
    """A stored election as a plan, with all its settings."""
    return ElectionPlan(
        election.name,
        election.election_day,
        tuple(
            PlannedContest(
                each.district_id, each.district.name, each.code, each.seats, has_decision_power=each.has_decision_power
            )
            for each in contests_of(session, election.id)
        ),
        settings_of(session, election).all(),
    )


def changed_since_last(session: Session, election: ElectionRow) -> tuple[ElectionRow, tuple[Difference, ...]] | None:
    """The election before, and what is not as it was then; None for a municipality's first."""
    before = election_before(session, election)
    return (before, differences(plan_of(session, before), plan_of(session, election))) if before else None


def offered_districts(
    session: Session, municipality_id: int, template: ElectionRow | None = None
) -> tuple[OfferedDistrict, ...]:
    """The municipality's districts by name, as in the election they are copied from, else as their councils are now.

    Seats are those of the election copied, else of the council's latest term; None where neither is known.
    """
    copied = {each.district_id: each for each in contests_of(session, template.id)} if template else {}
    seats = seats_of_latest_terms(session, municipality_id)
    districts = session.scalars(
        select(District).where(District.municipality_id == municipality_id).order_by(District.name)
    ).all()
    taken = {each.code for each in copied.values()}
    offered = []
    for each in districts:
        contest = copied.get(each.id)
        code = contest.code if contest else _free_code(each.name, taken)
        taken.add(code)
        offered.append(
            OfferedDistrict(
                each.id,
                each.name,
                stands=template is None or contest is not None,
                code=code,
                seats=contest.seats if contest else seats.get(each.id),
                has_decision_power=bool(contest and contest.has_decision_power),
            )
        )
    return tuple(offered)


def seats_of_latest_terms(session: Session, municipality_id: int) -> dict[int, int]:
    """The seats in the latest term of each district's council; districts without one are not there."""
    statement = (
        select(Council.district_id, CouncilTerm.from_on, func.count(Seat.id))
        .join(CouncilTerm, CouncilTerm.council_id == Council.id)
        .join(Seat, Seat.council_term_id == CouncilTerm.id)
        .join(District, District.id == Council.district_id)
        .where(District.municipality_id == municipality_id)
        .group_by(Council.district_id, CouncilTerm.id, CouncilTerm.from_on)
        .order_by(CouncilTerm.from_on)
    )
    latest: dict[int, int] = {}
    for district_id, _from_on, seats in session.execute(statement):
        latest[district_id] = seats
    return latest


def election_of_day(session: Session, municipality_id: int, day: date) -> ElectionRow | None:
    """The election that the municipality holds on the day."""
    statement = select(ElectionRow).where(
        ElectionRow.municipality_id == municipality_id, ElectionRow.election_day == day
    )
    return session.scalar(statement.limit(1))


def contests_without_lists(session: Session, election: ElectionRow) -> tuple[str, ...]:
    """The districts of the contests that no list stands in, in the order of the setup."""
    rows = session.scalars(
        select(ContestRow)
        .where(ContestRow.election_id == election.id, ~ContestRow.lists.any())
        .order_by(ContestRow.ordinal)
        .options(joinedload(ContestRow.district))
    )
    return tuple(each.district.name for each in rows)


def _free_code(name: str, taken: set[str]) -> str:
    """The name as a code: «Fyllingsdalen vest» → ``fyllingsdalen-vest``; ``…-2`` where it is taken."""
    first = address_of_name(name, "bydel", LONGEST_CODE)
    code, number = first, 2
    while code in taken or is_reserved(code):
        code = f"{first[: LONGEST_CODE - len(str(number)) - 1]}-{number}"
        number += 1
    return code
