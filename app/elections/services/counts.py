"""Take in the figures of the counts from a file: the new are added, the known are left, nothing is overwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.counting.models import CountUnitRow
from app.elections.counting.refusals import UnitTypedHere
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.states import ElectionState, MoveNotAllowed, moves
from app.elections.events import CountsImported, ElectionMoved
from app.elections.files.counts_file import CountLine
from app.elections.files.file_names import COUNTS
from app.elections.models import ContestRow, CountLineRow, ElectionRow
from app.elections.queries import contests_of, count_lines, lock, locked_contests
from app.elections.refusals import ContestIsSettled, CountDiffers
from app.elections.services.received import Received, enter, keep


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows of a file were new, and how many the house had already."""

    added: int
    known: int


def import_counts(
    session: Session, election: ElectionRow, lines: Sequence[CountLine], received: Received, *, by: Actor, at: datetime
) -> Imported:
    """Store the figures that are new. A figure that differs from a stored one is refused, and then nothing is stored.

    Law: valgloven (2002) § 10-4 (5); valgloven (2023) § 10-5.
    Rules: R-130, R-133.
    """
    lock(session, election)
    contests = {contest.code: contest for contest in contests_of(session, election.id)}
    new = list(_new_lines(session, contests, lines))
    if new:
        _refuse_settled(session, election, {contests[line.contest].code for line in new})
        _refuse_typed_here(session, election, new)
        file = enter(session, election.id, COUNTS, received.path, by=by, at=at)
        keep(session, file, received, rows=len(lines))
        session.add_all(_row(contests[line.contest].id, line, file.id) for line in new)
        start_counting(session, election, by=by, at=at)
        event = CountsImported(election.address, file.name, received.sha256, len(new), len(lines) - len(new))
        record(session, event, by=by, at=at)
    return Imported(len(new), len(lines) - len(new))


def start_counting(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    """Move the election on to *counting*, by way of *voting*; one that counts already stays where it is.

    Refused once it is settled: only an annulment opens the count again.
    """
    if election.state == ElectionState.SETTLED:
        raise MoveNotAllowed(ElectionState.SETTLED, ElectionState.COUNTING, ())
    while (state := ElectionState(election.state)) is not ElectionState.COUNTING:
        following = ElectionState.VOTING if state is ElectionState.LISTS_DECIDED else ElectionState.COUNTING
        election.state = moves(state, following)
        record(session, ElectionMoved(election.address, {"state": state}, election.state), by=by, at=at)


def _refuse_settled(session: Session, election: ElectionRow, codes: Iterable[str]) -> None:
    for code in sorted(locked_contests(session, election.id).intersection(codes)):
        raise ContestIsSettled(code)


def _refuse_typed_here(session: Session, election: ElectionRow, new: Iterable[CountLine]) -> None:
    """A file adds nothing to a unit that people have begun to type, or that was opened again."""
    statement = (
        select(ContestRow.code, CountUnitRow.count, CountUnitRow.category, CountUnitRow.place)
        .join(ContestRow, ContestRow.id == CountUnitRow.contest_id)
        .where(ContestRow.election_id == election.id, CountUnitRow.state != CountUnitState.AWAITED)
    )
    typed = {(code, count, category, place) for code, count, category, place in session.execute(statement)}
    for line in new:
        if (line.contest, line.count, line.category.value, line.place) in typed:
            raise UnitTypedHere(line.contest, line.count, line.category, line.place)


def _new_lines(session: Session, contests: dict[str, ContestRow], lines: Iterable[CountLine]) -> Iterable[CountLine]:
    stored = {
        (code, row.count, row.category, row.place, row.line): row.number
        for code, contest in contests.items()
        for row in count_lines(session, contest.id)
    }
    for line in lines:
        number = stored.get((line.contest, line.count, line.category, line.place, line.line))
        if number is None:
            yield line
        elif number != line.number:
            raise CountDiffers(
                line.contest, line.count, line.category, line.place, line.line, stored=number, number=line.number
            )


def _row(contest_id: int, line: CountLine, file_id: int) -> CountLineRow:
    return CountLineRow(
        contest_id=contest_id,
        count=line.count,
        category=line.category,
        place=line.place,
        line=line.line,
        number=line.number,
        received_file_id=file_id,
    )
