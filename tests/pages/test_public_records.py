"""The record on the page, and the page that tells whether a paper is the record that holds."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.models import ContestRow, CountLineRow, ElectionRow, SettlementRow
from app.elections.record.services.issue import issue_record
from app.elections.settling.services.settlements import annul
from app.public.kept_answers import kept_answers
from tests.browser import Browser
from tests.documents.recorded_elections import NESTTUN, w1_recorded
from tests.services.test_issued_records import BOARD, ISSUED_AT, settle_again

CHECK = "/papirkontroll"
RECORD = "/valg/2023/fana/protokoll"


@pytest.fixture
def w1(session: Session) -> int:
    """The contest's id."""
    with transaction() as writing:
        return w1_recorded(writing)


def issue(contest_id: int, reasons: str = "", at: datetime = ISSUED_AT) -> tuple[str, ...]:
    """The words of the record in bokmål."""
    with transaction() as writing:
        rows = issue_record(writing, writing.get_one(ContestRow, contest_id), reasons, by=BOARD, at=at)
        return tuple(rows[0].words.split())


def test_the_page_asks_for_six_words(client: Browser) -> None:
    page = client.get(CHECK)

    assert page.status_code == 200
    assert "De seks ordene" in page.text
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.rule("R-190")
def test_the_words_of_the_newest_record_say_that_the_paper_holds(client: Browser, w1: int) -> None:
    words = issue(w1)

    page = client.get(CHECK, query_string={"ord": " ".join(words).upper()}).text

    assert "Papiret gjelder" in page
    assert "VP-2023-fana-1" in page


@pytest.mark.rule("R-190")
def test_the_words_of_a_replaced_record_say_what_replaced_it_and_why(client: Browser, w1: int) -> None:
    old = issue(w1)
    settle_again(w1)
    issue(w1, "En stemmeseddel var talt for feil liste.", ISSUED_AT + timedelta(days=1))

    page = client.get(CHECK, query_string={"ord": "-".join(old)}).text

    assert "Papiret er erstattet" in page
    assert "VP-2023-fana-2-2" in page
    assert "En stemmeseddel var talt for feil liste." in page


@pytest.mark.rule("R-190")
def test_the_words_of_a_record_whose_settlement_is_annulled_say_that_the_paper_holds_no_more(
    client: Browser, session: Session, w1: int
) -> None:
    words = issue(w1)
    with transaction() as writing:
        settled = writing.scalars(select(SettlementRow).where(SettlementRow.contest_id == w1)).one()
        annul(writing, settled, "Feil i tallene.", by=BOARD, at=ISSUED_AT + timedelta(days=1))

    page = client.get(CHECK, query_string={"ord": " ".join(words)}).text

    assert "Papiret gjelder ikke" in page
    assert "VP-2023-fana-1" in page
    assert "Dette er protokollen som gjelder" not in page


def test_words_no_paper_has_are_told_as_unknown(client: Browser, w1: int) -> None:
    issue(w1)

    page = client.get(CHECK, query_string={"ord": "advokat agurk akkord aksel alfabet alke"}).text

    assert "Ingen protokoll har disse ordene" in page


def test_a_slip_of_the_pen_leads_to_the_right_words(client: Browser, w1: int) -> None:
    words = issue(w1)
    slip = [words[0][:-1] + "q", *words[1:]]

    page = client.get(CHECK, query_string={"ord": " ".join(slip)}).text

    assert "Mente du" in page
    assert " ".join(words) in page


def test_five_words_are_told_as_too_few(client: Browser) -> None:
    page = client.get(CHECK, query_string={"ord": "advokat agurk akkord aksel alfabet"}).text

    assert "Det skal være seks ord; du har skrevet 5." in page


@pytest.mark.rule("R-140")
def test_a_record_that_is_not_released_is_unknown(client: Browser, session: Session, w1: int) -> None:
    words = issue(w1)
    with transaction() as writing:
        writing.get_one(ElectionRow, 1).release_time = datetime(2999, 1, 1, tzinfo=UTC)

    assert "Ingen protokoll har disse ordene" in client.get(CHECK, query_string={"ord": " ".join(words)}).text
    assert client.get(RECORD).status_code == 404


@pytest.mark.rule("R-190")
def test_the_record_on_the_page_has_the_parts_and_the_words(client: Browser, w1: int) -> None:
    assert "Protokollen er ikke utstedt ennå." in client.get(RECORD).text
    words = issue(w1)

    page = client.get(RECORD).text

    for part in ("A Lister", "D Endelig opptelling", "E1.3 Kvotienter", "E3 Valgte", "F Klager", " ".join(words)):
        assert part in page


@pytest.mark.rule("R-190")
def test_the_corrected_record_shows_the_figures_struck_through(client: Browser, w1: int) -> None:
    issue(w1)
    settle_again(w1)
    issue(w1, "Feil i en bunke.", ISSUED_AT + timedelta(days=1))

    page = client.get(RECORD).text.replace("\u202f", " ")

    assert '<del class="corrected">3 264</del>' in page
    assert '<ins class="corrected">3 263</ins>' in page


def test_the_file_to_download_is_the_one_that_was_issued(client: Browser, session: Session, w1: int) -> None:
    before = client.get(f"{RECORD}-nb.pdf").data
    words = issue(w1)

    after = client.get(f"{RECORD}-nb.pdf").data

    assert after != before
    assert client.get(f"{RECORD}-nb.pdf").data == after
    assert words


def test_a_page_that_no_longer_says_what_was_issued_tells_so(client: Browser, session: Session, w1: int) -> None:
    """One ballot more in the second count than when the record was issued."""
    issue(w1)
    assert "ikke ord for ord" not in client.get(RECORD).text
    with transaction() as writing:
        line = writing.get_one(CountLineRow, (w1, 2, "VO", NESTTUN, "list:A"))
        line.number += 1

    assert "ikke ord for ord" in fresh(client).get(RECORD).text


def fresh(client: Browser) -> Browser:
    """The same browser, when nothing is kept of earlier answers."""
    kept_answers(client.application)._answers.clear()
    return client
