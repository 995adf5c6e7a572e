"""Papers are drawn and compared at the keyboard; the file is the record of what was seen.

The small election: A 60 and B 40 ballots of three seats, two blank ones, three changed ballots (two of A, one of B). So
58 unchanged of A, 39 of B, 3 changed, 2 blank: 102 papers. The changed ballot fana/b1/2 of A gives B one vote by its
write-in: list votes A 179, B 121.
"""

import csv
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.audit_sampling.papers import audit_papers
from app.elections.domain.audit_draw import DrawnPaper, Stack
from app.elections.models import ContestRow
from tests.pages.test_record_room import run
from tests.services.test_validity import settled

SEED = "31415926535897932384"


@pytest.fixture
def sample(app: Flask, tmp_path: Path) -> Path:
    """The small election settled, and sixty papers of it drawn."""
    settled(app, tmp_path)
    path = tmp_path / "sample.csv"
    drawn = run(app, "audit-draw", 1, "--contest", "fana", "--seed", SEED, "--papers", 60, "-o", path)
    assert drawn.exit_code == 0, drawn.output
    return path


def fill_in(path: Path, wrong: int = 0) -> None:
    """As each paper was counted; ``wrong`` papers of A are found to be B's."""
    rows = list(csv.DictReader(path.read_text().splitlines()))
    for row in rows:
        stack = row["stack"]
        if stack == "changed":
            row["found"] = {"b1,1": "A", "b1,2": "A", "b2,1": "B"}[f"{row['batch']},{row['ballot']}"]
            row["write_ins"] = "B:1 ?" if row["ballot"] == "2" else ""
        else:
            row["found"] = stack.removeprefix("unchanged:")
        if wrong and stack == "unchanged:A":
            row["found"], wrong = "B", wrong - 1
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def check(app: Flask, path: Path) -> tuple[int, str]:
    done = run(app, "audit-check", 1, path, "--contest", "fana", "--seed", SEED)
    return done.exit_code, done.output


def test_the_papers_are_those_of_the_second_count(app: Flask, session: Session, sample: Path) -> None:
    papers = audit_papers(session, session.scalars(select(ContestRow)).one())

    assert papers.stacks[:4] == (
        Stack("unchanged:A", 58),
        Stack("unchanged:B", 39),
        Stack("changed", 3),
        Stack("blank", 2),
    )
    assert papers.papers == 102
    assert papers.counted(DrawnPaper(1, "unchanged:A", 5)) == {"A": 3}
    assert papers.counted(DrawnPaper(1, "changed", 2)) == {"A": 2, "B": 1}
    assert papers.counted(DrawnPaper(1, "blank", 1)) == {}


def test_papers_found_as_counted_meet_the_limit(app: Flask, sample: Path) -> None:
    fill_in(sample)
    status, told = check(app, sample)

    assert status == 0, told
    assert "60 sett på, 0 avvik." in told
    assert "Risikogrensen på 5 prosent er nådd" in told


def test_papers_found_for_another_list_do_not(app: Flask, sample: Path) -> None:
    fill_in(sample, wrong=2)
    status, told = check(app, sample)

    assert status == 1
    assert "60 sett på, 2 avvik." in told
    assert "er ikke nådd" in told


def test_what_is_not_looked_at_yet_is_left_out(app: Flask, sample: Path) -> None:
    status, told = check(app, sample)

    assert status == 1
    assert "0 sett på, 0 avvik." in told


def test_other_papers_than_the_seed_draws_are_refused(app: Flask, sample: Path) -> None:
    fill_in(sample)
    lines = sample.read_text().splitlines()
    sample.write_text("\n".join([lines[0], *lines[2:]]) + "\n")
    status, told = check(app, sample)

    assert status == 1
    assert "Trekning 1 i filen er ikke den startverdien gir" in told


def test_what_cannot_be_read_is_told(app: Flask, sample: Path) -> None:
    fill_in(sample)
    sample.write_text(sample.read_text().replace(",A,", ",Q,", 1))
    status, told = check(app, sample)

    assert status == 1
    assert "kan ikke leses" in told


def test_a_short_seed_is_refused_and_as_many_are_drawn_as_are_needed(app: Flask, tmp_path: Path) -> None:
    """Without a number of papers the closest pair decides how many."""
    settled(app, tmp_path)
    path = tmp_path / "sample.csv"
    short = run(app, "audit-draw", 1, "--contest", "fana", "--seed", "12345", "-o", path)
    assert (short.exit_code, path.exists()) == (1, False)
    drawn = run(app, "audit-draw", 1, "--contest", "fana", "--seed", SEED, "-o", path)
    assert drawn.exit_code == 0
    fill_in(path)
    assert check(app, path)[0] == 0
    lines = path.read_text().splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n")
    assert check(app, path)[0] == 1
