"""How far each contest has come, and what stands between now and a lawful settlement: what an officer sees first."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum, auto

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.elections.domain.approved_ballots import approved_ballots
from app.elections.models import Batch, ChangedBallotRow, ContestRow, CountLineRow, ElectionRow
from app.elections.queries import contests_of, settled_contests


class Blocker(StrEnum):
    """What a contest lacks before it can be settled, in the order it is done."""

    NO_FIRST_COUNT = auto()
    NO_SECOND_COUNT = auto()
    NO_CHANGED_BALLOTS = auto()
    NOT_SETTLED = auto()


@dataclass(frozen=True, slots=True)
class ContestProgress:
    """One contest: ballots for lists and blank in each count, changed ballots, and what is lacking."""

    code: str
    district: str
    seats: int
    first_count: int
    second_count: int
    changed_ballots: int
    settled: bool

    @property
    def blockers(self) -> tuple[Blocker, ...]:
        """What is lacking; nothing, when the contest is settled."""
        if self.settled:
            return ()
        lacking = (
            (Blocker.NO_FIRST_COUNT, not self.first_count),
            (Blocker.NO_SECOND_COUNT, not self.second_count),
            (Blocker.NO_CHANGED_BALLOTS, not self.changed_ballots),
            (Blocker.NOT_SETTLED, True),
        )
        return tuple(blocker for blocker, lacks in lacking if lacks)


def contest_progress(session: Session, election: ElectionRow) -> tuple[ContestProgress, ...]:
    """Every contest of the election in the order of the setup."""
    counted = _counted(session, election.id)
    changed = _changed(session, election.id)
    settled = settled_contests(session, election.id)
    return tuple(
        ContestProgress(
            code=row.code,
            district=row.district.name,
            seats=row.seats,
            first_count=counted.get((row.id, 1), 0),
            second_count=counted.get((row.id, 2), 0),
            changed_ballots=changed.get(row.id, 0),
            settled=row.code in settled,
        )
        for row in contests_of(session, election.id)
    )


def _counted(session: Session, election_id: int) -> dict[tuple[int, int], int]:
    """Approved ballots by contest and count."""
    statement = (
        select(CountLineRow.contest_id, CountLineRow.count, CountLineRow.line, CountLineRow.number)
        .join(ContestRow, ContestRow.id == CountLineRow.contest_id)
        .where(ContestRow.election_id == election_id)
    )
    figures: defaultdict[tuple[int, int], list[tuple[str, int]]] = defaultdict(list)
    for contest, count, line, number in session.execute(statement):
        figures[contest, count].append((line, number))
    return {key: approved_ballots(of_count).all for key, of_count in figures.items()}


def _changed(session: Session, election_id: int) -> dict[int, int]:
    statement = (
        select(Batch.contest_id, func.count())
        .join(ChangedBallotRow, ChangedBallotRow.batch_id == Batch.id)
        .join(ContestRow, ContestRow.id == Batch.contest_id)
        .where(ContestRow.election_id == election_id)
        .group_by(Batch.contest_id)
    )
    return {contest: number for contest, number in session.execute(statement)}  # noqa: C416 - dict() cannot be typed here
