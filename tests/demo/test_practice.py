"""A practice: a copy of its own, marked on every page and document, with paper whose answers settle."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from app import create_app
from app.demo.practice.paper import practice_paper
from app.elections.files.setup_file import read_setup_file
from config import Config
from tests.browser import Browser
from tests.documents.samples import page_texts
from tests.small_election import write_files

MARK = "ØVELSE: ingenting her er virkelig"


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=[*map(str, arguments)])


@pytest.fixture
def practised(app: Flask, tmp_path: Path) -> Path:
    """The folder of a practice of a small election."""
    assert run(app, "elections", "import-setup", write_files(tmp_path / "real").setup).exit_code == 0
    made = run(app, "practice", "1", tmp_path / "practice")
    assert made.exit_code == 0, made.stderr
    assert "teller1@verv.example" in made.stdout
    return tmp_path / "practice"


def in_practice(folder: Path) -> Browser:
    other = create_app(Config(f"sqlite:///{folder / 'ovelse.sqlite'}", "only for tests, and long", testing=True))
    other.test_client_class = Browser
    client = other.test_client()
    assert isinstance(client, Browser)
    return client


def test_every_page_of_the_copy_says_that_it_is_practice_and_no_page_of_the_real_one(
    practised: Path, client: Browser
) -> None:
    copy = in_practice(practised)
    for address in ("/", "/valg", "/valg/2023/fana", "/logg-inn", "/ingen-slik-side"):
        answer = copy.get(address)
        assert MARK in answer.text
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "ØVELSE" not in client.get(address).text
    assert "Øvelse: Bydelsvalg" in copy.get("/valg").text


def test_every_sheet_of_the_invented_paper_carries_the_mark(practised: Path) -> None:
    pages = page_texts((practised / "papir.pdf").read_bytes())
    assert len(pages) >= 2
    assert all("ØVELSE" in page for page in pages)


def test_the_answers_are_files_that_can_be_settled(practised: Path, app: Flask) -> None:
    answers = practised / "fasit"
    files = [answers / name for name in ("setup.json", "counts.csv", "ballots.csv")]
    assert run(app, "elections", "settle-files", *files).exit_code == 0


def test_what_the_paper_holds_agrees_with_itself(practised: Path) -> None:
    """In each heap both counts have as many ballots, and no list more changed ballots than a third of its own."""
    setup, _sha256 = read_setup_file(practised / "fasit" / "setup.json")
    (paper,) = practice_paper(setup, seed=1)
    for pile in paper.piles:
        assert sum(pile.first.values()) - pile.first["ticks"] == sum(pile.second.values()) == pile.first["ticks"]
    for bundle in paper.bundles:
        code = bundle.ballots[0].list_code
        assert 0 < len(bundle.ballots) <= sum(pile.second[f"list:{code}"] for pile in paper.piles) // 3


def test_the_copy_says_in_its_database_what_it_is(practised: Path) -> None:
    with sqlite3.connect(practised / "ovelse.sqlite") as database:
        assert database.execute("SELECT copied FROM practice_copy").fetchall() == [("Øvelse: Bydelsvalg",)]
    database.close()


def test_nothing_is_written_over(practised: Path, app: Flask) -> None:
    before = {path: path.stat().st_mtime_ns for path in practised.rglob("*")}
    refused = run(app, "practice", "1", practised)
    assert (refused.exit_code, "kunne ikke skrives" in refused.stderr) == (1, True)
    assert {path: path.stat().st_mtime_ns for path in practised.rglob("*")} == before


def test_an_election_that_is_not_there_cannot_be_practised(app: Flask, tmp_path: Path) -> None:
    refused = run(app, "practice", "2099", tmp_path / "practice")
    assert refused.exit_code != 0
    assert not (tmp_path / "practice").exists()
