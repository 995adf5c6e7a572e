"""The staff's page of records: issued by the board, with unit records, letters and the archive beside them."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.elections.record.models import IssuedRecordRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.documents.samples import page_texts
from tests.services.test_validity import settled

ROOM = "/admin/valg/2023/protokoller"
ISSUE = f"{ROOM}/fana/utsted"


@pytest.fixture
def board(app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path) -> Browser:
    settled(app, tmp_path)
    sign_in(Role.ELECTORAL_BOARD)
    return client


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])


@pytest.mark.rule("R-190")
def test_the_board_issues_the_record_and_the_code_leads_to_the_check(board: Browser, session: Session) -> None:
    assert "ikke utstedt" in board.get(ROOM).text
    assert board.send(ISSUE).location == ROOM
    rows = session.scalars(select(IssuedRecordRow).order_by(IssuedRecordRow.language)).all()
    assert [(row.language, row.document_id, row.signed) for row in rows] == [
        ("nb", "VP-2023-fana-1", "Kari Traa"),
        ("nn", "VP-2023-fana-1", "Kari Traa"),
    ]
    page = board.get(ROOM).text
    assert rows[0].words in page
    assert "Papiret gjelder" in board.get("/papirkontroll", query_string={"ord": rows[1].words}).text


def test_issuing_again_without_anything_new_is_refused(board: Browser) -> None:
    board.send(ISSUE)
    again = board.send(ISSUE, {"fana-reasons": "Fordi."})
    assert again.status_code == 422
    assert "VP-2023-fana-1 sier det samme som en ny ville gjort." in again.text


def test_only_the_board_issues(board: Browser, sign_in: SignIn) -> None:
    sign_in(Role.ELECTION_OFFICER)
    assert board.send(ISSUE).status_code == 403
    assert "Utsted protokollen" not in board.get(ROOM).text


@pytest.mark.rule("R-139")
def test_each_unit_of_the_count_has_its_page_to_sign(board: Browser) -> None:
    """The small election counts all in one urn: 60 + 40 + 2 blank in both counts."""
    pages = page_texts(board.get(f"{ROOM}/fana/kretser-nb.pdf").data)
    text = " ".join(" ".join(pages).split())
    assert len(pages) == 1
    assert "Valgtingsstemmer i urne: Talt samlet" in text
    assert "Stemmesedler i alt 102 102 0" in text
    assert "Leder av stemmestyret" in text


@pytest.mark.rule("R-192")
def test_everyone_elected_has_a_letter_in_the_written_forms_asked_for(board: Browser) -> None:
    """A: 2 members and 5 deputies; B: 1 member and 4 deputies: twelve letters, or twenty-four pages in both forms."""
    pages = page_texts(board.get(f"{ROOM}/fana/brev-nb.pdf").data)
    assert len(pages) == 12
    first = " ".join(pages[0].split())
    assert "A2 Čáŋgŧ" in first
    assert "medlem nr. 1 for Liste A" in first
    assert "Du trenger ikke svare." in first
    both = page_texts(board.get(f"{ROOM}/fana/brev-nb-nn.pdf").data)
    assert len(both) == 24
    text = board.get(f"{ROOM}/fana/brev-nb.txt").text
    assert text.count("Du er valgt til varamedlem av Fana bydelsutvalg") == 9


def test_the_draft_carries_neither_words_nor_code(board: Browser) -> None:
    pages = page_texts(board.get(f"{ROOM}/fana/utkast-nb.pdf").data)
    assert "Ord:" not in "".join(pages)
    assert board.get(f"{ROOM}/arna/utkast-nb.pdf").status_code == 404


def test_the_archive_holds_everything_and_says_the_fingerprint_of_each_file(board: Browser) -> None:
    board.send(ISSUE)
    archive = zipfile.ZipFile(io.BytesIO(board.get(f"{ROOM}/arkiv.zip").data))
    index = json.loads(archive.read("arkiv-2023/index.json"))
    paths = [each["path"] for each in index["files"]]
    assert index["format"] == "verv-archive/1"
    assert paths == [
        "kontrollpakke/setup.json",
        "kontrollpakke/counts.csv",
        "kontrollpakke/ballots.csv",
        "kontrollpakke/result.json",
        "kontrollpakke/LES-MEG.txt",
        "kontrollpakke/verify.py",
        "kontrollpakke/SHA256SUMS",
        "mottatt/0001-setup.json",
        "mottatt/0002-counts.csv",
        "mottatt/0003-ballots.csv",
        "oppgjor/fana-1.json",
        "protokoller/VP-2023-fana-1-nb.pdf",
        "protokoller/VP-2023-fana-1-nn.pdf",
        "protokoller.jsonl",
        "klager.jsonl",
        "gyldighet.jsonl",
        "hendelser.jsonl",
    ]
    for each in index["files"]:
        held = archive.read(f"arkiv-2023/{each['path']}")
        assert (hashlib.sha256(held).hexdigest(), len(held)) == (each["sha256"], each["size"])
    events = [json.loads(line)["act"] for line in archive.read("arkiv-2023/hendelser.jsonl").splitlines()]
    assert events[0] == "ElectionSetUp"
    assert "RecordIssued" in events


@pytest.mark.rule("R-9")
def test_the_archive_has_no_complainant(board: Browser, sign_in: SignIn) -> None:
    sign_in(Role.ELECTION_OFFICER)
    complaint = {
        "contest": "fana",
        "about": "conduct",
        "day": "2023-09-18",
        "clock": "14:30",
        "complainant": "Kari Klager",
        "contact": "kari@klager.example",
        "matter": "Valglokalet stengte for tidlig.",
    }
    board.fill_in("/admin/valg/2023/klager/ny", complaint)
    archive = zipfile.ZipFile(io.BytesIO(board.get(f"{ROOM}/arkiv.zip").data))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Valglokalet stengte" in everything
    assert b'Klager"' not in everything
    assert b"kari@klager.example" not in everything


def test_the_same_election_gives_the_same_archive(board: Browser) -> None:
    assert board.get(f"{ROOM}/arkiv.zip").data == board.get(f"{ROOM}/arkiv.zip").data


def test_the_commands_issue_the_records_and_write_the_archive(app: Flask, tmp_path: Path) -> None:
    settled(app, tmp_path)
    issued = run(app, "issue-records", 1, "--address", "https://valg.example/papirkontroll")
    assert (issued.exit_code, len(issued.output.splitlines())) == (0, 2)
    assert issued.output.startswith("VP-2023-fana-1  nb  ")
    again = run(app, "issue-records", 1)
    assert again.exit_code == 1
    written = run(app, "archive", 1, tmp_path / "arkiv.zip")
    assert written.exit_code == 0, written.output
    assert zipfile.ZipFile(tmp_path / "arkiv.zip").testzip() is None
