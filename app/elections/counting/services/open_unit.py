"""What every act on a unit begins with: hold it until the transaction ends, and refuse what is closed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.counting.models import CountUnitRow
from app.elections.counting.queries import UnitKey
from app.elections.counting.refusals import NotCounting, StaleUnit
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import locked_contests
from app.elections.refusals import ContestIsSettled


def open_unit(session: Session, row: CountUnitRow, seen: int | None = None) -> None:
    """Hold the unit and read it again. ``seen`` is the edit that was read, where the act builds on what was seen.

    Refused: an election that is not being counted, a contest that is settled, an act on something older.
    """
    session.flush()
    session.execute(select(CountUnitRow.id).where(CountUnitRow.id == row.id).with_for_update())
    session.refresh(row)
    require_counting(session, row.contest)
    if seen is not None and seen != row.edit:
        raise StaleUnit(seen, row.edit)


def require_counting(session: Session, contest: ContestRow) -> None:
    """Refuse when the contest is settled, or its election not being counted."""
    refuse_settled(session, contest)
    if contest.election.state != ElectionState.COUNTING:
        raise NotCounting(contest.election.state)


def refuse_settled(session: Session, contest: ContestRow) -> None:
    """Refuse when the contest is settled: a settlement locks its counts."""
    if contest.code in locked_contests(session, contest.election_id):
        raise ContestIsSettled(contest.code)


def hold_election(session: Session, contest: ContestRow) -> None:
    """Wait until nobody else changes the counts of the election, such as a settlement or a file being imported."""
    session.flush()
    session.execute(select(ElectionRow.id).where(ElectionRow.id == contest.election_id).with_for_update())
    session.refresh(contest.election)


def new_unit(session: Session, contest: ContestRow, key: UnitKey, pooled: str = "") -> CountUnitRow:
    """A unit that nobody has typed yet."""
    row = CountUnitRow(
        contest=contest,
        count=key.count,
        category=key.category.value,
        place=key.place,
        pooled=pooled,
        state=CountUnitState.AWAITED,
        edit=0,
        round=1,
    )
    session.add(row)
    session.flush()
    return row


def object_id(row: CountUnitRow) -> str:
    """What the audit trail calls a unit: ``2027/fana/1-VO-0801``."""
    contest = row.contest
    return f"{contest.election.address}/{contest.code}/{row.count}-{row.category}-{row.place}"
