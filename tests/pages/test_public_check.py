"""The page that tells how to check a result, and the bundle one needs for it."""

import hashlib
import io
import zipfile

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.domain.lots import Lot
from app.elections.domain.states import ElectionState
from app.elections.files.bundle import verify_program
from app.public.kept_answers import kept_answers
from tests.browser import Browser
from tests.builders import a_contest, a_tally
from tests.elections import INPUT_SHA256, count_contest, lists_of
from tests.page_check import parse
from tests.pages.reading import heading, links, page_words, rows
from tests.public_elections import a_settled_election, a_settlement, an_election, w1_in_fana, w1_tally_in_fana

CHECK = "/valg/2023/kontroll"
BUNDLE = "/valg/2023/kontrollpakke.zip"


@pytest.fixture
def settled(session: Session) -> None:
    with transaction() as writing:
        a_settled_election(writing)


@pytest.mark.usefixtures("settled")
def test_the_page_gives_the_command_the_bundle_and_the_fingerprints(client: Browser) -> None:
    page = client.get(CHECK).text
    assert heading(page) == "Kontroller resultatet selv"
    said = page_words(page)
    assert "flask --app wsgi elections settle-files setup.json counts.csv ballots.csv -o kontroll.json Sammen" in said
    assert "flask --app wsgi elections verify kontrollpakke-2023" in said
    assert BUNDLE in links(page)
    assert rows(page, "Hva hver bydel ble gjort opp fra") == [["Fana", "12. september 2023, 14:05", INPUT_SHA256]]


@pytest.mark.usefixtures("settled")
def test_the_page_tells_how_to_check_with_nothing_but_python_and_shows_the_program(client: Browser) -> None:
    page = client.get(CHECK).text
    said = page_words(page)
    assert "Du trenger bare Python 3.10 eller nyere." in said
    assert "python3 verify.py" in said
    assert "ALT STEMMER: listestemmer, plasser og valgte." in said
    program = next(element for element in parse(page).iter("pre") if element.get("class") == "command program")
    assert "".join(program.itertext()).strip() == verify_program().decode().strip()


@pytest.mark.rule("R-155")
def test_lots_that_were_drawn_are_part_of_the_command(session: Session, client: Browser) -> None:
    contest = a_contest(3, ["A", "B"])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        count_contest(writing, election.contests[0], {(2, "VO", ""): lists_of(A=100, B=100)})
        a_settlement(writing, election, contest, a_tally(contest, {"A": 100, "B": 100}), [Lot(("A", "B"), "B")])
    assert "-o kontroll.json --lot A,B=B" in page_words(client.get(CHECK).text)


@pytest.mark.usefixtures("settled")
def test_the_bundle_holds_all_files_and_their_sums(client: Browser) -> None:
    answer = client.get(BUNDLE)
    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"] == "attachment; filename=kontrollpakke-2023.zip"
    bundle = zipfile.ZipFile(io.BytesIO(answer.data))
    files = {name.removeprefix("kontrollpakke-2023/"): bundle.read(name) for name in bundle.namelist()}
    handed_out = {"setup.json", "counts.csv", "ballots.csv", "result.json", "LES-MEG.txt", "SHA256SUMS", "verify.py"}
    assert set(files) == handed_out
    sums = files.pop("SHA256SUMS").decode().split()
    assert dict(zip(sums[1::2], sums[::2], strict=True)) == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.usefixtures("settled")
def test_the_bundle_has_the_same_bytes_each_time_it_is_made(app: Flask, client: Browser) -> None:
    kept_answers(app).largest = 0  # no answer is kept, so the second is made anew
    first = client.get(BUNDLE).data
    assert client.get(BUNDLE).data == first


def test_there_is_no_bundle_until_every_district_is_settled(session: Session, client: Browser) -> None:
    with transaction() as writing:
        election = an_election(writing, w1_in_fana(), a_contest(code="asane"))
        a_settlement(writing, election, w1_in_fana(), w1_tally_in_fana())
    assert client.get(BUNDLE).status_code == 404
    page = client.get(CHECK).text
    assert BUNDLE not in links(page)
    assert "Nå er det gjort i 1 av 2." in page_words(page)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.usefixtures("settled")
def test_the_record_is_there_in_both_languages(client: Browser, language: str) -> None:
    answer = client.get(f"/valg/2023/fana/protokoll-{language}.pdf")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["Content-Disposition"] == f"inline; filename=valgprotokoll-2023-fana-{language}.pdf"
    assert answer.cache_control.public


def test_there_is_no_record_of_a_district_that_is_not_settled(session: Session, client: Browser) -> None:
    with transaction() as writing:
        an_election(writing, w1_in_fana())
    assert client.get("/valg/2023/fana/protokoll-nb.pdf").status_code == 404
