"""The three files of the demo: the same bytes every time, and readable as any municipality's would be."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from app.demo.counts import district_counts
from app.demo.files import DemoFiles, write_demo_files, write_scanner_files
from app.demo.second_count import ballots_per_list
from app.elections.domain.election import Election
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement, settle
from app.elections.files.ballots_file import tally_ballots
from app.elections.files.counts_file import read_counts
from app.elections.files.setup_file import read_setup_file

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return write_demo_files(tmp_path_factory.mktemp("demo"))


def content(files: DemoFiles) -> tuple[bytes, bytes, bytes]:
    return files.setup.read_bytes(), files.counts.read_bytes(), files.ballots.read_bytes()


def test_the_counts_and_ballots_are_these_very_bytes_on_every_machine_and_python(files: DemoFiles) -> None:
    """The demo's pictures and texts describe this election. Whoever changes it on purpose writes the new sums here."""
    assert (
        sha256(files.counts.read_bytes()).hexdigest()
        == "e960bcfe7e2afe3de82f7d933883200762d461dea29c20efcb4fcc2b9a4fe823"
    )
    assert (
        sha256(files.ballots.read_bytes()).hexdigest()
        == "7b244e5c8691944795b34b32a6278444776147ab27827e492a14673d4a599343"
    )


def test_another_process_with_another_hash_seed_writes_the_same_bytes(files: DemoFiles, tmp_path: Path) -> None:
    program = (
        "import pathlib, sys; from app.demo.files import write_demo_files; write_demo_files(pathlib.Path(sys.argv[1]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", program, tmp_path], cwd=ROOT, env=environment, check=True)
    again = DemoFiles(tmp_path / "setup.json", tmp_path / "counts.csv", tmp_path / "ballots.csv")
    assert content(again) == content(files)


def test_another_seed_gives_another_election(files: DemoFiles, tmp_path: Path) -> None:
    other = write_demo_files(tmp_path, seed=1)
    assert all(new != old for new, old in zip(content(other), content(files), strict=True))


def test_reading_the_setup_gives_the_election_back(files: DemoFiles, election: Election) -> None:
    assert read_setup_file(files.setup)[0] == election


def test_reading_the_counts_gives_each_lists_second_count_back(files: DemoFiles, election: Election) -> None:
    counts = read_counts(files.counts, election)
    for contest in election.contests:
        assert counts.second_count(contest.code) == ballots_per_list(district_counts(contest)[1], contest)


def test_the_files_alone_settle_all_eight_districts_without_a_lot(files: DemoFiles) -> None:
    election, _ = read_setup_file(files.setup)
    tallies = tally_ballots(files.ballots, election, read_counts(files.counts, election)).tallies
    for contest in election.contests:
        settlement = settle(contest, RULE_SETS[election.rule_set], tallies[contest.code])
        assert isinstance(settlement, Settlement)
        assert (len(settlement.seat_order), settlement.unfilled_seats) == (contest.seats, 0)


def test_the_scanner_files_together_hold_the_rows_of_the_ballots_file(files: DemoFiles, tmp_path: Path) -> None:
    heading, *rows = files.ballots.read_text(encoding="utf-8").splitlines()
    delivered = []
    for path in write_scanner_files(tmp_path):
        first, *of_district = path.read_text(encoding="utf-8").splitlines()
        assert first == heading
        delivered += of_district
    assert len(list(tmp_path.iterdir())) == 8
    assert delivered == rows
