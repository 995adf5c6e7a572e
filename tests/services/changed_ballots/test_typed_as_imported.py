"""Typed or imported, the same ballots give the same settlement, the same bundle and the same answer from verify."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.changed_ballots.models import TypedBatch
from app.elections.changed_ballots.refusals import BatchIsTyped
from app.elections.changed_ballots.services.batches import approve_batch, register_batch, reopen_batch, withdraw_batch
from app.elections.domain.tally import Tally
from app.elections.files.bundle import verify_bundle
from app.elections.files.file_names import BALLOTS
from app.elections.models import ChangedBallotRow, ContestRow, SettlementRow
from app.elections.queries import changed_ballots, contests_of, election_by_id_or_address, load_election
from app.elections.refusals import NoBallotsFile
from app.elections.services.export import input_bytes
from app.elections.services.settle import freeze
from tests.services.test_elections_through_the_database import (
    bundle,
    set_up,
    settle,
    take_ballots,
    take_counts,
)
from tests.small_election import Files, write_files
from tests.typed_ballots import AT, BOARD, KARI, OLA, type_in

ROWS = ("fana,001,001,A,1 2,", "fana,001,002,A,2,B:1 ?", "fana,001,003,A,,", "fana,002,001,B,3 3,A:1 A:1")
TYPED = {"A": ["2 1", "2 B1 ?", "-"], "B": ["3 3 A1 A:1"]}


def typed_election(files: Files) -> str:
    """The small election with its bundles typed by two and approved; no file of ballots."""
    address = set_up(files)
    take_counts(address, files.counts)
    with transaction() as session:
        contest = the_contest(session, address)
        for list_code, lines in TYPED.items():
            batch = register_batch(session, contest, list_code, len(lines), by=KARI, at=AT)
            type_in(session, batch, lines, KARI)
            type_in(session, batch, lines, OLA)
            approve_batch(session, batch, by=BOARD, at=AT)
    return address


def frozen(session: Session, address: str) -> tuple[str, bytes, Tally]:
    """The fingerprint of what would be settled, the file of ballots that would be handed out, and the tally."""
    session.rollback()
    election = election_by_id_or_address(session, address)
    found = freeze(session, load_election(session, election), the_contest(session, address))
    return found.sha256, b"".join(input_bytes(session, election, BALLOTS)), found.tally


def the_contest(session: Session, address: str) -> ContestRow:
    return contests_of(session, election_by_id_or_address(session, address).id)[0]


@pytest.mark.rule("R-115")
def test_typed_ballots_are_the_same_input_to_a_settlement_as_imported_ones(session: Session, tmp_path: Path) -> None:
    """Typed and frozen; then reopened and withdrawn, taken in from a file instead, and frozen again."""
    files = write_files(tmp_path / "in", ballots=ROWS)
    address = typed_election(files)
    typed = frozen(session, address)
    with transaction() as writing:
        for batch in writing.scalars(select(TypedBatch)).all():
            reopen_batch(writing, batch, "Kommer i en fil", by=BOARD, at=AT)
            withdraw_batch(writing, batch, by=KARI, at=AT)
    assert frozen(session, address)[0] != typed[0]
    take_ballots(address, files.ballots)
    assert frozen(session, address) == typed
    assert typed[1] == files.ballots.read_bytes()


@pytest.mark.rule("R-115")
def test_the_bundle_of_a_typed_election_is_verified_from_its_files_alone(session: Session, tmp_path: Path) -> None:
    address = typed_election(write_files(tmp_path / "in", ballots=ROWS))
    settle(address)
    folder = tmp_path / "out"
    folder.mkdir()
    for name, content in bundle(session, address).items():
        (folder / name).write_bytes(content)
    assert (folder / "ballots.csv").read_text().splitlines()[1:] == [*ROWS]
    assert verify_bundle(folder) == []


@pytest.mark.rule("R-115")
def test_a_typed_bundle_tells_of_changed_ballots_for_its_own_contest_alone(session: Session, tmp_path: Path) -> None:
    """Without a file, and with bundles in Fana only, Fana can be settled and Arna cannot."""
    address = typed_election(write_files(tmp_path / "in", ballots=(), contests=("fana", "arna")))
    with pytest.raises(NoBallotsFile):
        settle(address, codes=["arna"])
    settle(address, codes=["fana"])
    assert session.scalar(select(func.count()).select_from(SettlementRow)) == 1


@pytest.mark.rule("R-115")
def test_a_file_brings_no_new_ballots_into_a_bundle_that_is_typed(session: Session, tmp_path: Path) -> None:
    """Not into one that is approved, nor one that waits; what is stored already may stand in the file."""
    files = write_files(tmp_path / "in", ballots=ROWS)
    address = typed_election(files)
    assert take_ballots(address, files.ballots).known == len(ROWS)
    more = write_files(tmp_path / "more", ballots=(*ROWS, "fana,001,004,A,1,"))
    with pytest.raises(BatchIsTyped) as refused:
        take_ballots(address, more.ballots)
    assert (refused.value.contest, refused.value.code) == ("fana", "001")
    with transaction() as writing:
        contest = the_contest(writing, address)
        assert register_batch(writing, contest, "A", 1, by=KARI, at=AT).code == "003"
    with pytest.raises(BatchIsTyped):
        take_ballots(address, write_files(tmp_path / "third", ballots=("fana,003,1,A,1,",)).ballots)
    assert session.scalar(select(func.count()).select_from(ChangedBallotRow)) == len(ROWS)
    beside = write_files(tmp_path / "beside", ballots=("fana,scan1,1,A,1,",))
    assert take_ballots(address, beside.ballots).added == 1


@pytest.mark.rule("R-115")
def test_reopening_a_typed_bundle_leaves_what_a_file_brought(session: Session, tmp_path: Path) -> None:
    files = write_files(tmp_path / "in", ballots=("fana,scan1,1,A,1,",))
    address = typed_election(files)
    take_ballots(address, files.ballots)
    with transaction() as writing:
        batch = writing.scalars(select(TypedBatch).where(TypedBatch.code == "001")).one()
        reopen_batch(writing, batch, "Feil bunke", by=BOARD, at=AT)
    found = [row[0] for row in changed_ballots(session, the_contest(session, address).id)]
    assert found == ["002", "scan1"]
