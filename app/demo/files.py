"""The demo election as the three input files that any municipality could hand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.demo.ballots import district_ballots
from app.demo.counts import district_counts
from app.demo.election import DEMO_SEED, demo_election
from app.demo.second_count import ballots_per_list
from app.elections.domain.categories import Category
from app.elections.domain.election import Contest, Election
from app.elections.files.ballot_text import marks_text, write_ins_text
from app.elections.files.ballots_file import StoredBallot, write_ballots
from app.elections.files.counts_file import CountLine, write_counts
from app.elections.files.setup_file import write_setup


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """Where the three files were written."""

    setup: Path
    counts: Path
    ballots: Path


def write_demo_files(folder: Path, seed: int = DEMO_SEED) -> DemoFiles:
    """Writes the three files into the folder. The same seed gives the same bytes, on any machine."""
    files = DemoFiles(folder / "setup.json", folder / "counts.csv", folder / "ballots.csv")
    election = demo_election(seed)
    _write(files.setup, [write_setup(election)])
    _write(files.counts, write_counts(demo_counts(election, seed)))
    _write(files.ballots, write_ballots(demo_ballots(election, seed)))
    return files


def write_scanner_files(folder: Path, seed: int = DEMO_SEED) -> tuple[Path, ...]:
    """The same changed ballots in a file per district, as scanners deliver them: ``ballots-fana.csv`` …"""
    paths = []
    for contest in demo_election(seed).contests:
        paths.append(folder / f"ballots-{contest.code}.csv")
        _write(paths[-1], write_ballots(contest_ballots(contest, seed)))
    return tuple(paths)


def demo_counts(election: Election, seed: int = DEMO_SEED) -> Iterator[CountLine]:
    """District by district: the first count of every pile, then the second."""
    for contest in election.contests:
        for count, piles in enumerate(district_counts(contest, seed), start=1):
            for pile in piles:
                for line, number in pile.lines.items():
                    yield CountLine(contest.code, count, Category(pile.category), pile.place, line, number)


def demo_ballots(election: Election, seed: int = DEMO_SEED) -> Iterator[StoredBallot]:
    """All changed ballots, district by district."""
    for contest in election.contests:
        yield from contest_ballots(contest, seed)


def contest_ballots(contest: Contest, seed: int = DEMO_SEED) -> Iterator[StoredBallot]:
    """The changed ballots of one district, batch by batch."""
    _, second = district_counts(contest, seed)
    for batch, number, ballot in district_ballots(contest, ballots_per_list(second, contest), seed):
        marks, write_ins = marks_text(ballot.marks), write_ins_text(ballot.write_ins)
        yield contest.code, batch, number, ballot.list_code, marks, write_ins


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(parts)
