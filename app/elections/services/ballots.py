"""Take in changed ballots from a file: new ones are added, known ones are left, nothing is overwritten.

Rows go from the file's reader to the database as tuples, never as objects, some thousand at a time.
"""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.core.input_files.input_file import Progress, open_input
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
    second_count,
    settled_contests,
)
from app.elections.refusals import BallotDiffers, ContestIsSettled, MoreBallotsThanCounted, NoSecondCount
from app.elections.services.counts import Imported, start_counting
from app.elections.services.received import Received, enter, keep

COLUMNS = ("batch_id", "code", "list_id", "marks", "write_ins", "received_file_id")
AT_ONCE = 500


def import_ballots(
    session: Session, election: ElectionRow, path: Path, *, by: Actor, at: datetime, progress: Progress | None = None
) -> Imported:
    """Store the ballots that are new. One that differs from a stored one is refused, and then nothing is stored.

    Refused too: more ballots of a list than its second count has, before there is any second count, and new ballots of
    a contest that is settled. A file with the heading alone says that no ballot was changed, and is kept as that.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 10-12.
    Rules: R-115.
    """
    lock(session, election)
    if not any(second_count(session, contest.id) for contest in contests_of(session, election.id)):
        raise NoSecondCount(election.address)
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
        self._settled = settled_contests(session, election.id)
        self._contests = {contest.code: contest.id for contest in contests_of(session, election.id)}
        self._lists = _list_ids(session, election.id)
        self._batches = _batch_ids(session, election.id)
        self._older = frozenset(self._batches.values())

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
        self._make_batches(dict.fromkeys((row[0], row[1]) for row in rows))
        new: list[tuple[int, str, int, str, str, int]] = []
        maybe_known: list[tuple[StoredBallot, tuple[int, str, int, str, str, int]]] = []
        batches, lists, older, file_id = self._batches, self._lists, self._older, self.file.id
        for row in rows:
            contest, batch, ballot, list_code, marks, write_ins = row
            batch_id = batches[contest, batch]
            stored = (batch_id, ballot, lists[contest, list_code], marks, write_ins, file_id)
            if batch_id in older:
                maybe_known.append((row, stored))
            else:
                new.append(stored)
        for start in range(0, len(maybe_known), AT_ONCE):
            new += self._unknown(maybe_known[start : start + AT_ONCE])
        self._refuse_settled({stored[0] for stored in new})
        insert_many(self._session, cast(Table, ChangedBallotRow.__table__), COLUMNS, new)
        self.added += len(new)
        self.known += len(rows) - len(new)

    def _make_batches(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Give an id to every batch that has none; ids are read back, so both databases may choose them."""
        missing = [Batch(contest_id=self._contests[key[0]], code=key[1]) for key in wanted if key not in self._batches]
        self._session.add_all(missing)
        self._session.flush()
        codes = {contest_id: code for code, contest_id in self._contests.items()}
        for batch in missing:
            self._batches[codes[batch.contest_id], batch.code] = batch.id
            self._session.expunge(batch)

    def _unknown(self, rows: Sequence[tuple[StoredBallot, tuple[int, str, int, str, str, int]]]) -> list[Any]:
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
                new.append(stored)
            elif known != stored[2:5]:
                raise self._differs(row, known)
        return new

    def _differs(self, row: StoredBallot, known: tuple[int, str, str]) -> BallotDiffers:
        codes = {(contest, number): code for (contest, code), number in self._lists.items()}
        contest, batch, ballot, list_code, marks, write_ins = row
        stored = ",".join((codes[contest, known[0]], *known[1:]))
        return BallotDiffers(contest, batch, ballot, stored, ",".join((list_code, marks, write_ins)))

    def _refuse_settled(self, batches: Set[int]) -> None:
        """New ballots only: what a settled contest has already may well stand in the file."""
        if self._settled:
            for (contest, _code), batch_id in self._batches.items():
                if batch_id in batches and contest in self._settled:
                    raise ContestIsSettled(contest)


def _list_ids(session: Session, election_id: int) -> dict[tuple[str, str], int]:
    statement = (
        select(ContestRow.code, CandidateListRow.code, CandidateListRow.id)
        .join(CandidateListRow, CandidateListRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id)
    )
    return {(contest, code): number for contest, code, number in session.execute(statement)}


def _batch_ids(session: Session, election_id: int) -> dict[tuple[str, str], int]:
    statement = (
        select(ContestRow.code, Batch.code, Batch.id)
        .join(Batch, Batch.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id)
    )
    return {(contest, code): number for contest, code, number in session.execute(statement)}
