"""The answers to invented paper: the files that typing all of it, without a slip, would come to."""

from collections.abc import Iterator, Sequence

from app.demo.practice.paper import ContestPaper
from app.elections.domain.election import Election
from app.elections.files.ballot_text import marks_text, write_ins_text
from app.elections.files.ballots_file import StoredBallot, write_ballots
from app.elections.files.counts_file import CountLine, write_counts
from app.elections.files.file_names import BALLOTS, COUNTS, SETUP
from app.elections.files.setup_file import write_setup


def answer_files(election: Election, papers: Sequence[ContestPaper]) -> Iterator[tuple[str, bytes]]:
    """``setup.json``, ``counts.csv`` and ``ballots.csv``."""
    yield SETUP, write_setup(election)
    yield COUNTS, b"".join(write_counts(_lines(papers)))
    yield BALLOTS, b"".join(write_ballots(_ballots(papers)))


def _lines(papers: Sequence[ContestPaper]) -> Iterator[CountLine]:
    for paper in papers:
        for count in (1, 2):
            for pile in paper.piles:
                for line, number in (pile.first if count == 1 else pile.second).items():
                    yield CountLine(paper.contest.code, count, pile.category, pile.place, line, number)


def _ballots(papers: Sequence[ContestPaper]) -> Iterator[StoredBallot]:
    for paper in papers:
        for bundle in paper.bundles:
            for number, ballot in enumerate(bundle.ballots, start=1):
                marks, write_ins = marks_text(ballot.marks), write_ins_text(ballot.write_ins)
                yield paper.contest.code, bundle.code, str(number), ballot.list_code, marks, write_ins
