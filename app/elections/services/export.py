"""The public verification bundle: what anyone needs to settle an election again and compare.

A file that was handed in is handed out, byte for byte, as long as it says what the house holds; otherwise it is written
anew in a fixed order. So the same election always gives the same bytes.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.domain.categories import Category
from app.elections.domain.settlement import Settlement, nothing_to_settle
from app.elections.files.ballots_file import write_ballots
from app.elections.files.bundle import read_me, sums, verify_program
from app.elections.files.counts_file import CountLine, write_counts
from app.elections.files.file_names import BALLOTS, COUNTS, INPUTS, READ_ME, RESULT, SETUP, SUMS, VERIFY
from app.elections.files.result_file import result_bytes
from app.elections.files.setup_file import read_setup, write_setup
from app.elections.models import Batch, ChangedBallotRow, CountLineRow, ElectionRow, ReceivedFile
from app.elections.queries import (
    changed_ballots,
    contests_left_out,
    contests_of,
    count_lines,
    current_settlement,
    load_election,
)
from app.elections.refusals import NotAllSettled, NotReleased
from app.elections.services.received import content


def bundle_files(session: Session, election: ElectionRow, *, now: datetime) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file of the bundle in turn: its name, and its bytes in pieces. Take one whole before you ask for the next.

    Refused before the results are released, and until every contest is settled that has a settlement between lists.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    refuse_before_release(election, now)
    settlements = all_settlements(session, election)
    fingerprints: dict[str, str] = {}
    for name in INPUTS:
        digest = hashlib.sha256()
        yield name, _watched(input_bytes(session, election, name), digest.update)
        fingerprints[name] = digest.hexdigest()
    result = result_bytes(load_election(session, election), fingerprints, settlements)
    for name, text in ((RESULT, result), (READ_ME, read_me(election.name)), (VERIFY, verify_program())):
        fingerprints[name] = hashlib.sha256(text).hexdigest()
        yield name, iter([text])
    yield SUMS, iter([sums(fingerprints)])


def refuse_before_release(election: ElectionRow, now: datetime) -> None:
    """Nothing about results leaves the house before the election's release time.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    if now < election.release_time:
        raise NotReleased(election.release_time)


def all_settlements(session: Session, election: ElectionRow) -> list[Settlement]:
    """The current settlements in the order of the setup, or a refusal that names the contests that still lack theirs.

    Contests with fewer than two lists, or without a ballot for any, have none, and nobody waits for it. Refused when
    there are no others.

    Rules: R-3, R-180.
    """
    stored = {contest.code: current_settlement(session, contest.id) for contest in contests_of(session, election.id)}
    apart = contests_left_out(session, election.id)
    missing = tuple(code for code in stored if stored[code] is None and code not in {each.contest for each in apart})
    if missing:
        raise NotAllSettled(missing)
    settlements = [settlement.settlement for settlement in stored.values() if settlement]
    if not settlements:
        raise nothing_to_settle(apart)
    return settlements


def _watched(pieces: Iterator[bytes], watch: Callable[[bytes], None]) -> Iterator[bytes]:
    for piece in pieces:
        watch(piece)
        yield piece


def input_bytes(session: Session, election: ElectionRow, name: str) -> Iterator[bytes]:
    """One of the three input files: as it was handed in where that is what the rows say, else written from the rows."""
    received = _whole_source(session, election, name)
    if received is not None:
        return content(session, received.id)
    if name == SETUP:
        return iter([write_setup(load_election(session, election))])
    if name == COUNTS:
        return write_counts(_lines(session, election))
    return write_ballots(_ballots(session, election))


def _whole_source(session: Session, election: ElectionRow, name: str) -> ReceivedFile | None:
    """The one received file that all rows of this kind came from, and that has no other rows."""
    of_kind = select(ReceivedFile).where(ReceivedFile.election_id == election.id, ReceivedFile.kind == name)
    received = session.scalars(of_kind).all()
    if len(received) != 1:
        return None
    whole = {SETUP: _says_the_setup, COUNTS: _says_the_counts, BALLOTS: _says_the_ballots}[name]
    return received[0] if whole(session, election, received[0]) else None


def _says_the_setup(session: Session, election: ElectionRow, file: ReceivedFile) -> bool:
    return read_setup(b"".join(content(session, file.id)), file.name) == load_election(session, election)


def _says_the_counts(session: Session, election: ElectionRow, file: ReceivedFile) -> bool:
    sources = [
        line.received_file_id
        for contest in contests_of(session, election.id)
        for line in count_lines(session, contest.id)
    ]
    return sources == [file.id] * file.rows


def _says_the_ballots(session: Session, election: ElectionRow, file: ReceivedFile) -> bool:
    contests = [contest.id for contest in contests_of(session, election.id)]
    statement = (
        select(ChangedBallotRow.received_file_id)
        .join(Batch, Batch.id == ChangedBallotRow.batch_id)
        .where(Batch.contest_id.in_(contests), ChangedBallotRow.received_file_id.is_distinct_from(file.id))
    )
    return session.scalar(statement.limit(1)) is None


def _lines(session: Session, election: ElectionRow) -> Iterator[CountLine]:
    for contest in contests_of(session, election.id):
        for row in count_lines(session, contest.id):
            yield _line(contest.code, row)


def _line(contest: str, row: CountLineRow) -> CountLine:
    return CountLine(contest, row.count, Category(row.category), row.place, row.line, row.number)


def _ballots(session: Session, election: ElectionRow) -> Iterator[tuple[str, str, str, str, str, str]]:
    for contest in contests_of(session, election.id):
        for ballot in changed_ballots(session, contest.id):
            yield (contest.code, *ballot)
