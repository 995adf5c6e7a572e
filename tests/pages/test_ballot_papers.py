"""The staff page for ballot papers: what it lists, what it hands out, and when it refuses."""

import io
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.models import ElectionRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.documents.samples import page_texts
from tests.pages.reading import rows
from tests.services.test_ballot_paper_command import set_up

PAGE = "/admin/valg/2023/stemmesedler"


@pytest.fixture
def officer(app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path) -> Browser:
    """An election officer, with two districts of two lists each."""
    set_up(app, tmp_path)
    sign_in(Role.ELECTION_OFFICER)
    return client


def undecide(app: Flask, state: str = "open_for_lists") -> None:
    with app.app_context(), transaction() as session:
        session.execute(update(ElectionRow).values(state=state))


@pytest.mark.rule("R-69")
def test_the_page_lists_every_paper_of_every_district(officer: Browser) -> None:
    assert PAGE in officer.get("/admin").text
    page = officer.get(PAGE).text
    for district in ("Fana", "Arna"):
        assert [row[:2] for row in rows(page, f"Stemmesedler i {district}")] == [
            ["Liste A", "7"],
            ["Liste B", "7"],
            ["Blank stemmeseddel", "–"],
            ["Stemmeseddel til avkryssing", "–"],
        ]


def test_links_carry_the_choices_that_were_made(officer: Browser) -> None:
    page = officer.get(f"{PAGE}?colour=orange&fold=twice&language=nn&crop_marks=y").text
    for part in ("colour=orange", "fold=twice", "language=nn", "crop_marks=y"):
        assert page.count(part) >= 2 * 8
    assert "crop_marks=y" not in officer.get(f"{PAGE}?colour=orange").text


def test_a_sample_is_shown_and_a_real_paper_is_saved(officer: Browser) -> None:
    sample = officer.get(f"{PAGE}/fana/liste-A.pdf?sample=y")
    assert sample.mimetype == "application/pdf"
    assert sample.headers["Content-Disposition"] == "inline; filename=prove-2023-01-fana-01-liste-A-nb.pdf"
    assert all("PRØVE" in text for text in page_texts(sample.data))
    paper = officer.get(f"{PAGE}/fana/liste-A.pdf?language=nn")
    assert paper.headers["Content-Disposition"] == "attachment; filename=stemmeseddel-2023-01-fana-01-liste-A-nn.pdf"
    assert "PRØVE" not in "".join(page_texts(paper.data))
    assert "A7 Čáŋgŧ" in page_texts(paper.data)[0]


def test_all_papers_come_in_one_file_with_the_same_bytes_each_time(officer: Browser) -> None:
    answer = officer.get(f"{PAGE}.zip?colour=yellow")
    assert answer.headers["Content-Disposition"] == "attachment; filename=stemmesedler-2023-nb.zip"
    assert answer.is_streamed
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == 8
        assert names == sorted(names)
        single = officer.get(f"{PAGE}/arna/blank.pdf?colour=yellow").data
        assert archive.read("stemmeseddel-2023-02-arna-03-blank-nb.pdf") == single
    assert officer.get(f"{PAGE}.zip?colour=yellow").data == answer.data


def test_one_district_can_be_fetched_alone_and_as_samples(officer: Browser) -> None:
    answer = officer.get(f"{PAGE}.zip?contest=fana&sample=y")
    assert answer.headers["Content-Disposition"] == "attachment; filename=prover-2023-fana-nb.zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert [name[:18] for name in archive.namelist()] == ["prove-2023-01-fana"] * 4


@pytest.mark.rule("R-66")
def test_before_the_lists_are_decided_the_page_says_why_there_is_nothing(app: Flask, officer: Browser) -> None:
    undecide(app)
    assert PAGE not in officer.get("/admin").text
    for address, status in ((PAGE, 200), (f"{PAGE}/fana/liste-A.pdf", 409), (f"{PAGE}.zip", 409)):
        answer = officer.get(address)
        assert answer.status_code == status
        assert "Valget står nå som «Åpent for lister»" in answer.text
        assert "Last ned" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}/fana/liste-X.pdf",
        f"{PAGE}/os/blank.pdf",
        f"{PAGE}.zip?contest=os",
        f"{PAGE}/fana/blank.pdf?colour=pink",
        f"{PAGE}/fana/blank.pdf?colour=blue",
        f"{PAGE}.zip?fold=thrice",
        "/admin/valg/2031/stemmesedler",
    ],
)
def test_what_is_not_offered_is_not_there(officer: Browser, address: str) -> None:
    assert officer.get(address).status_code == 404


@pytest.mark.rule("R-68")
def test_the_colours_of_the_other_elections_are_not_offered(officer: Browser) -> None:
    page = officer.get(PAGE).text
    assert 'value="green"' in page
    assert not [colour for colour in ("pink", "magenta", "blue") if f'value="{colour}"' in page]
    assert officer.get(f"{PAGE}?colour=blue").status_code == 422


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ELECTORAL_BOARD, 200), (Role.AUDITOR, 200), (Role.COUNT_CLERK, 403)]
)
def test_the_board_and_the_auditor_look_at_the_same_papers(
    officer: Browser, sign_in: SignIn, role: Role, status: int
) -> None:
    sign_in(role)
    assert officer.get(PAGE).status_code == status
    assert officer.get(f"{PAGE}/fana/blank.pdf").status_code == status
