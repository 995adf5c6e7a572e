"""Contests without a settlement between lists stop no other: from files, in the database, in the bundle, on the pages.

The small election in three districts: Fana as ever, with two seats for A and one for B; Arna with fewer than two lists;
Os with two lists and no ballot for either, two blank ones only.
"""

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.domain.settlement import LeftOut, NoSettlement
from app.elections.files.bundle import verify_bundle
from app.elections.models import ElectionRow
from app.elections.queries import contests_left_out, election_by_id_or_address
from tests.browser import Browser
from tests.pages.reading import page_words
from tests.small_election import Files, three_districts

ARNA = (
    "Bydelen «arna» har færre enn to godkjente lister. Da holdes flertallsvalg, "
    "og det finnes ikke noe oppgjør mellom lister."
)
OS = (
    "Ingen liste i bydelen «os» har godkjente stemmesedler, så det er ingenting å fordele plassene etter. Kontroller "
    "opptellingen."
)


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])


def imported(app: Flask, files: Files) -> str:
    number = run(app, "import-setup", files.setup).stdout.strip()
    for command, path in (("import-counts", files.counts), ("import-ballots", files.ballots)):
        assert run(app, command, number, path).exit_code == 0
    return number


def state(session: Session) -> str | None:
    session.rollback()
    return session.scalar(select(ElectionRow.state))


@pytest.mark.rule("R-3", "R-180")
@pytest.mark.parametrize("lists_in_arna", [0, 1])
def test_files_are_settled_without_the_districts_that_have_no_settlement(
    app: Flask, tmp_path: Path, lists_in_arna: int
) -> None:
    files = three_districts(tmp_path, lists_in_arna)
    done = run(app, "settle-files", files.setup, files.counts, files.ballots)
    assert done.exit_code == 0
    assert [each["code"] for each in json.loads(done.stdout)["contests"]] == ["fana"]
    assert done.stderr.splitlines() == [ARNA, OS]


@pytest.mark.rule("R-180")
def test_where_no_district_has_a_settlement_there_is_nothing_to_settle(app: Flask, tmp_path: Path) -> None:
    files = three_districts(tmp_path, contests=("arna", "os"))
    refused = run(app, "settle-files", files.setup, files.counts, files.ballots, "-o", tmp_path / "result.json")
    assert (refused.exit_code, refused.stderr.splitlines()) == (1, [ARNA, OS, "Det er ingenting å gjøre opp."])
    assert not (tmp_path / "result.json").exists()
    number = imported(app, files)
    for arguments in (["settle", number], ["export", number, tmp_path / "out"]):
        refused = run(app, *arguments)
        assert (refused.exit_code, refused.stderr.splitlines()) == (1, [ARNA, OS, "Det er ingenting å gjøre opp."])


@pytest.mark.rule("R-3", "R-180")
def test_the_other_districts_are_settled_exported_and_verified(app: Flask, session: Session, tmp_path: Path) -> None:
    files = three_districts(tmp_path)
    number = imported(app, files)
    settled = run(app, "settle", number)
    assert (settled.exit_code, settled.stderr.splitlines()) == (0, [ARNA, OS])
    assert settled.stdout.splitlines() == ["Fana (fana), 3 plasser", "    2  A  Liste A", "    1  B  Liste B"]
    assert state(session) == "settled"
    exported = run(app, "export", number, tmp_path / "out")
    assert (exported.exit_code, exported.stderr.splitlines()[:2]) == (0, [ARNA, OS])
    assert verify_bundle(tmp_path / "out") == []
    run(app, "settle-files", files.setup, files.counts, files.ballots, "-o", tmp_path / "result.json")
    assert (tmp_path / "out" / "result.json").read_bytes() == (tmp_path / "result.json").read_bytes()
    row = election_by_id_or_address(session, number)
    assert contests_left_out(session, row.id) == (
        LeftOut("arna", NoSettlement.MAJORITY_ELECTION),
        LeftOut("os", NoSettlement.NO_VOTES),
    )


def test_a_district_without_votes_is_waited_for_until_it_is_asked_for(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """Its counting may not be over: with Fana alone settled the election goes on, with Os asked for it is settled."""
    number = imported(app, three_districts(tmp_path))
    assert run(app, "settle", number, "--contest", "fana").exit_code == 0
    assert state(session) == "counting"
    assert run(app, "settle", number).exit_code == 0
    assert state(session) == "settled"


def test_one_district_that_has_no_settlement_is_refused_when_asked_for_alone(app: Flask, tmp_path: Path) -> None:
    number = imported(app, three_districts(tmp_path))
    refused = run(app, "settle", number, "--contest", "arna")
    assert (refused.exit_code, refused.stderr.splitlines()) == (1, [ARNA, "Det er ingenting å gjøre opp."])


def test_the_pages_tell_why_a_district_has_no_settlement(app: Flask, tmp_path: Path, client: Browser) -> None:
    number = imported(app, three_districts(tmp_path))
    majority = "Flertallsvalg: færre enn to lister er godkjent i bydelen."
    no_votes = "Ingen godkjente stemmesedler for noen liste i bydelen."
    before = page_words(client.get("/valg/2023").text)
    assert (majority in before, no_votes in before) == (True, False)
    run(app, "settle", number)
    overview = page_words(client.get("/valg/2023").text)
    assert "Valgoppgjøret er gjort i 1 av 3 bydeler. Kommunestyret har ennå ikke tatt stilling" in overview
    assert (majority in overview, no_votes in overview) == (True, True)
    assert majority in page_words(client.get("/valg/2023/arna").text)
    assert no_votes in page_words(client.get("/valg/2023/os").text)
    assert "Last ned kontrollpakken" in page_words(client.get("/valg/2023/kontroll").text)
    assert client.get("/valg/2023/kontrollpakke.zip").status_code == 200


@pytest.mark.rule("R-140")
def test_that_a_district_has_no_votes_is_not_told_before_results_are_released(
    app: Flask, tmp_path: Path, client: Browser
) -> None:
    files = three_districts(tmp_path)
    coming = files.setup.read_text().replace("2023-09-11", "2131-09-10").replace("valgloven-2002", "valgloven-2023")
    files.setup.write_text(coming, encoding="utf-8")
    run(app, "settle", imported(app, files))
    for address in ("/valg/2131", "/valg/2131/os"):
        assert "Ingen godkjente stemmesedler" not in page_words(client.get(address).text)
    assert "Flertallsvalg" in page_words(client.get("/valg/2131").text)
