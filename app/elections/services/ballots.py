"""Take in changed ballots from a file: new ones are added, known ones are left, nothing is overwritten.

Rows go from the file's reader to the database as tuples, never as objects, some thousand at a time.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import Table, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.core.input_files.input_file import Progress, open_input
from app.elections.changed_ballots.queries import typed_codes
from app.elections.changed_ballots.refusals import BatchIsTyped
from app.elections.events import BallotsImported
from app.elections.files.ballots_file import BallotsToStore, StoredBallot
from app.elections.files.file_names import BALLOTS
from app.elections.models import Batch, CandidateListRow, ChangedBallotRow, ContestRow, ElectionRow, ReceivedFile
from app.elections.queries import (
    changed_ballots_per_list,
    contests_of,
    has_ballots_file,
    load_election,
    lock,
    locked_contests,
    second_count,
)
from app.elections.refusals import BallotDiffers, ContestIsSettled, MoreBallotsThanCounted, NoSecondCount
from app.elections.services.counts import Imported, start_counting
from app.elections.services.received import Received, enter, keep

COLUMNS = ("batch_id", "code", "list_id", "marks", "write_ins", "received_file_id")
BATCH_COLUMNS = ("contest_id", "code")
AT_ONCE = 500

StoredRow = tuple[int, str, int, str, str, int]
"""A changed ballot as ``COLUMNS`` stores it."""
BatchIds = dict[tuple[str, str], int]
"""Contest and batch, as files name them → the batch's number in the database."""


def import_ballots(
    session: Session, election: ElectionRow, path: Path, *, by: Actor, at: datetime, progress: Progress | None = None
) -> Imported:
    """Store the ballots that are new. One that differs from a stored one is refused, and then nothing is stored.

    Refused too: more ballots of a list than its second count has, before there is any second count, new ballots of a
    bundle that is typed from paper, and of a contest that is settled. A file with the heading alone says that no ballot
    was changed, and is kept as that.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 10-12.
    Rules: R-115.
    """
    lock(session, election)
    contests = contests_of(session, election.id)
    if not any(second_count(session, contest.id) for contest in contests):
        raise NoSecondCount(tuple(contest.code for contest in contests))
    with session.begin_nested() as savepoint:
        shelf = _Shelf(session, election, enter(session, election.id, BALLOTS, path, by=by, at=at))
        sha256 = shelf.fill(path, progress)
        if not shelf.added and (shelf.known or has_ballots_file(session, election.id)):
            savepoint.rollback()
            return Imported(0, shelf.known)
        keep(session, shelf.file, Received(path, sha256), rows=shelf.added + shelf.known)
    _refuse_more_than_counted(session, election)
    start_counting(session, election, by=by, at=at)
    record(session, BallotsImported(election.address, path.name, sha256, shelf.added, shelf.known), by=by, at=at)
    return Imported(shelf.added, shelf.known)


def _refuse_more_than_counted(session: Session, election: ElectionRow) -> None:
    """Rows of earlier files count too, so this is asked of the database, when all is stored."""
    for contest in contests_of(session, election.id):
        counted = second_count(session, contest.id)
        for code, ballots in changed_ballots_per_list(session, contest.id).items():
            if ballots > counted.get(code, 0):
                raise MoreBallotsThanCounted(contest.code, code, ballots, counted.get(code, 0))


class _Shelf:
    """Where the rows of one file are put. ``added`` and ``known`` tell how many were new and how many there already."""

    def __init__(self, session: Session, election: ElectionRow, file: ReceivedFile) -> None:
        self.file = file
        self.added = self.known = 0
        self._session = session
        self._election = load_election(session, election)
        self._settled = locked_contests(session, election.id)
        self._contests = {contest.code: contest.id for contest in contests_of(session, election.id)}
        self._lists = _list_ids(session, election.id)
        self._newest_older = _newest_batch(session)
        self._typed = typed_codes(session, election.id)

    def fill(self, path: Path, progress: Progress | None) -> str:
        """Store every row of the file that is new; the file's SHA-256."""
        with open_input(path, progress) as file:
            rows = iter(BallotsToStore(file, self._election))
            try:
                for some in rows:
                    self._put(some)
            except IntegrityError:
                for _ in rows:  # the file has a ballot twice: read on to where its reader says which
                    pass
                raise
            return file.sha256

    def _put(self, rows: Sequence[StoredBallot]) -> None:
        """Batches that were made for this file hold nothing else, so only ballots of older ones may be known."""
        batches = self._batches_of(rows)
        new: list[tuple[StoredBallot, StoredRow]] = []
        maybe_known: list[tuple[StoredBallot, StoredRow]] = []
        lists, newest_older, file_id = self._lists, self._newest_older, self.file.id
        for row in rows:
            contest, batch, ballot, list_code, marks, write_ins = row
            batch_id = batches[contest, batch]
            stored = (batch_id, ballot, lists[contest, list_code], marks, write_ins, file_id)
            (maybe_known if batch_id <= newest_older else new).append((row, stored))
        for start in range(0, len(maybe_known), AT_ONCE):
            new += self._unknown(maybe_known[start : start + AT_ONCE])
        self._refuse_settled({row[0] for row, _ in new})
        self._refuse_typed(new)
        insert_many(self._session, cast(Table, ChangedBallotRow.__table__), COLUMNS, [stored for _, stored in new])
        self.added += len(new)
        self.known += len(rows) - len(new)

    def _batches_of(self, rows: Sequence[StoredBallot]) -> BatchIds:
        """The batch of each row; those that there are not yet are made. Only these few are kept in memory."""
        wanted: dict[str, dict[str, None]] = {}
        for row in rows:
            wanted.setdefault(row[0], {})[row[1]] = None
        found: BatchIds = {}
        for contest, codes in wanted.items():
            found.update(_stored_batches(self._session, contest, self._contests[contest], list(codes)))
        missing = [
            (contest, code) for contest, codes in wanted.items() for code in codes if (contest, code) not in found
        ]
        found.update(self._make_batches(missing))
        return found

    def _make_batches(self, missing: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], int]]:
        """Store them past the object layer; their ids are read back, so both databases may choose them."""
        if not missing:
            return
        before = _newest_batch(self._session)
        table = cast(Table, Batch.__table__)
        insert_many(self._session, table, BATCH_COLUMNS, [(self._contests[contest], code) for contest, code in missing])
        contests = {number: contest for contest, number in self._contests.items()}
        made = select(Batch.contest_id, Batch.code, Batch.id).where(Batch.id > before)
        for contest_id, code, batch_id in self._session.execute(made):
            if contest_id in contests:  # another election may have got batches meanwhile
                yield (contests[contest_id], code), batch_id

    def _unknown(self, rows: Sequence[tuple[StoredBallot, StoredRow]]) -> list[tuple[StoredBallot, StoredRow]]:
        """Those of the rows that are not stored; one that is stored with another content is refused."""
        found: dict[tuple[int, str], tuple[int, str, str]] = {}
        columns = ChangedBallotRow
        statement = select(columns.batch_id, columns.code, columns.list_id, columns.marks, columns.write_ins).where(
            columns.batch_id.in_({stored[0] for _, stored in rows}), columns.code.in_({stored[1] for _, stored in rows})
        )
        for batch_id, code, list_id, marks, write_ins in self._session.execute(statement):
            found[batch_id, code] = (list_id, marks, write_ins)
        new = []
        for row, stored in rows:
            known = found.get(stored[:2])
            if known is None:
                new.append((row, stored))
            elif known != stored[2:5]:
                raise self._differs(row, known)
        return new

    def _differs(self, row: StoredBallot, known: tuple[int, str, str]) -> BallotDiffers:
        codes = {(contest, number): code for (contest, code), number in self._lists.items()}
        contest, batch, ballot, list_code, marks, write_ins = row
        stored = ",".join((codes[contest, known[0]], *known[1:]))
        return BallotDiffers(contest, batch, ballot, stored, ",".join((list_code, marks, write_ins)))

    def _refuse_settled(self, contests: Set[str]) -> None:
        """New ballots only: what a settled contest has already may well stand in the file."""
        for contest in sorted(contests & self._settled):
            raise ContestIsSettled(contest)

    def _refuse_typed(self, new: Sequence[tuple[StoredBallot, StoredRow]]) -> None:
        """A bundle that two clerks type and a third approves gets no ballots past them; those it has may be there."""
        if self._typed and (typed := sorted(self._typed & {row[:2] for row, _ in new})):
            raise BatchIsTyped(*typed[0])


def _list_ids(session: Session, election_id: int) -> dict[tuple[str, str], int]:
    statement = (
        select(ContestRow.code, CandidateListRow.code, CandidateListRow.id)
        .join(CandidateListRow, CandidateListRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id)
    )
    return {(contest, code): number for contest, code, number in session.execute(statement)}


def _newest_batch(session: Session) -> int:
    """The highest number that any batch has. Numbers only grow, so what is made from now on has a higher one."""
    return session.scalar(select(func.max(Batch.id))) or 0


def _stored_batches(
    session: Session, contest: str, contest_id: int, codes: Sequence[str]
) -> Iterator[tuple[tuple[str, str], int]]:
    """Those of a contest's batches that there are, and their ids."""
    for start in range(0, len(codes), AT_ONCE):
        some = codes[start : start + AT_ONCE]
        statement = select(Batch.code, Batch.id).where(Batch.contest_id == contest_id, Batch.code.in_(some))
        for code, batch_id in session.execute(statement):
            yield (contest, code), batch_id
