"""A bundle from batch sheet to approval: registered, its differences settled, approved, reopened, withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.elections.changed_ballots.events import (
    BatchApproved,
    BatchRegistered,
    BatchReopened,
    BatchWithdrawn,
    DifferencesSettled,
)
from app.elections.changed_ballots.models import BallotRuling, TypedBatch
from app.elections.changed_ballots.queries import (
    batch_codes,
    desk_of,
    settled_of,
    unsettled,
    waiting_per_list,
    workers_of,
)
from app.elections.changed_ballots.refusals import BatchCodeTaken, MoreTypedThanCounted, ReasonMissing
from app.elections.changed_ballots.services.holding import hold, object_id, require_unsettled
from app.elections.domain.ballots import UnknownList
from app.elections.domain.typed_batches import (
    BatchState,
    LinesNotDone,
    ballot_code,
    batch_moves,
    next_batch_code,
    require_another,
    require_size,
)
from app.elections.domain.typed_lines import LineKind, TypedLine
from app.elections.files.ballot_text import marks_text, write_ins_text
from app.elections.models import Batch, CandidateListRow, ChangedBallotRow, ContestRow
from app.elections.queries import changed_ballots_per_list, lock, second_count
from app.elections.services.counts import start_counting

COLUMNS = ("batch_id", "code", "list_id", "marks", "write_ins")


def register_batch(
    session: Session, contest: ContestRow, list_code: str, ballots: int, *, by: Actor, at: datetime
) -> TypedBatch:
    """A bundle with the next free number, to be printed on its batch sheet.

    Refused: an unknown list, more than 200 ballots, more changed ballots of the list than its second count has ballots
    where that is known, and a contest that is settled.

    Rules: R-115.
    """
    lock(session, contest.election)
    require_unsettled(session, contest)
    row = next((each for each in contest.lists if each.code.casefold() == list_code.strip().casefold()), None)
    if row is None:
        raise UnknownList(contest.code, list_code)
    _refuse_more_than_counted(session, contest, row, require_size(ballots) + _waiting(session, row))
    batch = TypedBatch(
        contest=contest,
        code=next_batch_code(batch_codes(session, contest.id)),
        candidate_list=row,
        ballots=ballots,
        state=BatchState.REGISTERED,
        round=1,
        reason="",
        registered_at=at,
        registered_by=by.name,
    )
    session.add(batch)
    session.flush()
    record(session, BatchRegistered(object_id(batch), row.code, ballots), by=by, at=at)
    return batch


def withdraw_batch(session: Session, batch: TypedBatch, *, by: Actor, at: datetime) -> None:
    """The bundle is not to be typed after all; its number is not used again. Refused once it has been handed in.

    Rules: R-115.
    """
    hold(session, batch)
    batch.state = batch_moves(batch.state, BatchState.WITHDRAWN)
    record(session, BatchWithdrawn(object_id(batch)), by=by, at=at)


def settle_differences(
    session: Session, batch: TypedBatch, lines: Mapping[int, str], *, by: Actor, at: datetime
) -> None:
    """What the paper says of ballots that were typed differently, by their number. All are stored, or none.

    Lines for ballots that do not differ are of no account. Refused: lines that are empty or cannot be used.

    Law: valgloven (2002) § 10-6 (3); valgforskriften (2024) § 11-3.
    Rules: R-115.
    """
    hold(session, batch)
    to_agreed = batch_moves(batch.state, BatchState.AGREED)
    desk = desk_of(session, batch)
    waiting = {each.number for each in unsettled(desk, batch)}
    wanted = {number: line for number, line in lines.items() if number in waiting}
    not_done = tuple(number for number, line in sorted(wanted.items()) if not desk.lines.read(line).is_done)
    if not_done or not wanted:
        raise LinesNotDone(not_done or tuple(sorted(waiting)))
    for number, line in sorted(wanted.items()):
        batch.rulings.append(
            BallotRuling(round=batch.round, number=number, line=" ".join(line.split()), ruled_at=at, ruled_by=by.name)
        )
    left = len(waiting) - len(wanted)
    if not left:
        batch.state = to_agreed
    record(session, DifferencesSettled(object_id(batch), batch.round, sorted(wanted), left), by=by, at=at)


def approve_batch(session: Session, batch: TypedBatch, *, by: Actor, at: datetime) -> int:
    """The bundle's ballots count from now on, stored just as a file's would be; how many there are.

    Numbers that no ballot had are left out. Refused: one who has typed in the bundle or settled its differences; a
    number that a file has brought meanwhile; more changed ballots than the second count has ballots of the list.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 10-12; valgforskriften (2024) § 11-3.
    Rules: R-115.
    """
    election = batch.contest.election
    lock(session, election)
    hold(session, batch)
    state = batch_moves(batch.state, BatchState.APPROVED)
    require_another(by.name, workers_of(batch))
    lines = settled_of(desk_of(session, batch), batch)
    assert lines is not None, "agreed without agreement"
    ballots = [(ballot_code(at), line) for at, line in enumerate(lines, start=1) if line.kind is LineKind.BALLOT]
    _refuse_more_than_counted(session, batch.contest, batch.candidate_list, len(ballots))
    batch.batch_id = _store(session, batch, ballots)
    batch.state, batch.approved_at, batch.approved_by = state, at, by.name
    start_counting(session, election, by=by, at=at)
    record(session, BatchApproved(object_id(batch), batch.round, len(ballots)), by=by, at=at)
    return len(ballots)


def reopen_batch(session: Session, batch: TypedBatch, reason: str, *, by: Actor, at: datetime) -> None:
    """Everything in the bundle is typed again; what was approved no longer counts, and what was typed is kept.

    Refused: without a reason, and once the contest is settled.

    Rules: R-115.
    """
    lock(session, batch.contest.election)
    hold(session, batch)
    before = batch.state
    batch.state = batch_moves(before, BatchState.REOPENED)
    if not reason.strip():
        raise ReasonMissing
    if batch.batch_id is not None:
        stored, batch.batch_id = batch.batch_id, None
        session.flush()
        session.execute(delete(ChangedBallotRow).where(ChangedBallotRow.batch_id == stored))
        session.execute(delete(Batch).where(Batch.id == stored))
    batch.round += 1
    batch.reason, batch.approved_at, batch.approved_by = reason.strip(), None, None
    record(session, BatchReopened(object_id(batch), {"state": before}, batch.round, batch.reason), by=by, at=at)


def _waiting(session: Session, row: CandidateListRow) -> int:
    return waiting_per_list(session, row.contest_id).get(row.id, 0)


def _refuse_more_than_counted(session: Session, contest: ContestRow, row: CandidateListRow, more: int) -> None:
    """Before the second count is entered nobody can tell; then it is asked again, and before the settlement."""
    counted = second_count(session, contest.id)
    ballots = changed_ballots_per_list(session, contest.id).get(row.code, 0) + more
    if counted and ballots > counted.get(row.code, 0):
        raise MoreTypedThanCounted(contest.code, row.code, ballots, counted.get(row.code, 0))


def _store(session: Session, batch: TypedBatch, ballots: Sequence[tuple[str, TypedLine]]) -> int:
    taken = select(Batch.id).where(Batch.contest_id == batch.contest_id, Batch.code == batch.code)
    if session.scalar(taken) is not None:
        raise BatchCodeTaken(batch.code)
    row = Batch(contest_id=batch.contest_id, code=batch.code)
    session.add(row)
    session.flush()
    rows = [
        (row.id, code, batch.list_id, marks_text(line.marks), write_ins_text(line.write_ins)) for code, line in ballots
    ]
    insert_many(session, cast(Table, ChangedBallotRow.__table__), COLUMNS, rows)
    return row.id
