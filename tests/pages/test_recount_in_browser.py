"""The result settled anew in the reader's browser, from the bundle that is handed out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy.orm import Session

from app.core.database import transaction
from tests.cases.tally_to_files import write_files as write_the_files_of
from tests.domain.worked_examples import w1_contest, w1_tally
from tests.pages.look import served
from tests.public_elections import a_settled_election
from tests.small_election import Files, write_files

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def imported_and_settled(app: Flask, files: Files, *lots: str) -> None:
    runner = app.test_cli_runner()
    for command in (
        ("import-setup", files.setup),
        ("import-counts", 1, files.counts),
        ("import-ballots", 1, files.ballots),
        ("settle", 1, *[word for lot in lots for word in ("--lot", lot)]),
    ):
        outcome = runner.invoke(args=["elections", *map(str, command)])
        assert outcome.exit_code == 0, outcome.stderr


def recounted(page: Page, site: str) -> list[str]:
    """The cells of the table, after the button has been pressed."""
    page.goto(f"{site}/valg/2023/kontroll")
    page.get_by_role("button", name="Regn ut resultatet nå").click()
    page.get_by_text("Ferdig:").wait_for()
    table = page.get_by_role("table", name="Regnet ut i nettleseren")
    return [cell.inner_text() for cell in table.locator("tbody :is(th, td)").all()]


def test_w1_is_settled_alike_with_every_write_in(
    app: Flask, session: Session, browser: Browser, tmp_path: Path
) -> None:
    """972 write-ins move the last seat from A to C: were they not counted, A would have six and C two."""
    write_the_files_of(tmp_path, w1_contest(), w1_tally(w1_contest()), {"C:6": 21})
    imported_and_settled(app, Files(*(tmp_path / name for name in ("setup.json", "counts.csv", "ballots.csv"))))
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        assert [each.replace("\xa0", " ") for each in recounted(page, site)] == [
            *("W1", "9 064", "A 5, B 5, C 3, D 2", "som kunngjort")
        ]
        assert page.get_by_text("Ferdig: 1 av 1 bydeler er som kunngjort.").count() == 1
        page.close()


@pytest.mark.rule("R-155")
def test_a_lot_that_was_drawn_is_followed(app: Flask, session: Session, browser: Browser, tmp_path: Path) -> None:
    """50 ballots each, three seats: B won the lot for the third."""
    files = write_files(tmp_path, ballots_of_a=50, ballots_of_b=50, ballots=("fana,b1,1,A,1 2,",))
    imported_and_settled(app, files, "A,B=B")
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        assert recounted(page, site) == ["Fana", "100", "A 1, B 2", "som kunngjort"]
        page.close()


def test_a_result_that_the_ballots_do_not_give_is_told(app: Flask, session: Session, browser: Browser) -> None:
    """The settlement of W-1 with none of the ballots it came from: without write-ins A has six seats and C two."""
    with transaction() as writing:
        a_settled_election(writing)
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        assert recounted(page, site)[2:] == ["A 6, B 5, C 2, D 2", "ikke som kunngjort"]
        page.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda contest: contest["lists"][0].update(list_votes=1),
        lambda contest: contest["lists"][0]["candidates"][0].update(outcome="none"),
        lambda contest: contest["lists"][1].update(seats=0),
    ],
    ids=["list votes", "members", "seats"],
)
def test_each_figure_of_the_result_is_held_against_the_count(
    app: Flask, session: Session, browser: Browser, tmp_path: Path, change: Callable[[Any], object]
) -> None:
    """The bundle that the browser is given has another result than the one of the ballots."""
    imported_and_settled(app, write_files(tmp_path))
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        changed = {"change": 0}

        def parsed_otherwise(text: str) -> str:
            document = json.loads(text)
            change(document["contests"][0])
            changed["change"] += 1
            return json.dumps(document)

        page.expose_function("otherwise", parsed_otherwise)
        page.add_init_script(
            "const text = Response.prototype.text; Response.prototype.text = async function () {"
            " const read = await text.call(this);"
            " return read.includes('verv-result/1') && read.startsWith('{') ? window.otherwise(read) : read; };"
        )
        assert recounted(page, site)[3] == "ikke som kunngjort"
        assert changed["change"] == 1
        page.close()


def test_without_scripts_the_button_is_not_there(app: Flask, session: Session, browser: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    with served(app) as site:
        context = browser.new_context(java_script_enabled=False, locale="nb-NO")
        page = context.new_page()
        page.goto(f"{site}/valg/2023/kontroll")
        assert page.get_by_text("python3 verify.py").first.is_visible()
        assert not page.get_by_text("Regn ut resultatet nå").is_visible()
        context.close()
