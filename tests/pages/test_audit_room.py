"""The audit trail on the page: what is found, what is not, whether it stands, and the public end of it."""

import json

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.trail import head_of_trail
from app.auth.domain.roles import Role
from app.core.database import transaction
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import page_words
from tests.services.test_audit_trail import accounts_made


@pytest.fixture
def auditor(client: Browser, sign_in: SignIn, session: Session) -> Browser:
    session.rollback()
    accounts_made("kari", "ola")
    sign_in(Role.AUDITOR)
    return client


def test_what_was_done_stands_newest_first_with_who_did_it(auditor: Browser) -> None:
    words = page_words(auditor.get("/admin/revisjon?act=AccountCreated").text)
    assert words.index("ola@bergen.example") < words.index("kari@bergen.example")
    assert "Konto opprettet" in words
    assert "ved tjenerens tastatur" in words


def test_what_is_looked_for_is_found_and_nothing_else(auditor: Browser) -> None:
    words = page_words(auditor.get("/admin/revisjon?about=KARI").text)
    assert "1 hendelse " in words
    assert "kari@bergen.example" in words
    assert "ola@bergen.example" not in words
    assert "Ingen hendelser passer" in page_words(auditor.get("/admin/revisjon?last=2001-01-01").text)


@pytest.mark.parametrize(
    "asked", ["?side=0", "?side=-3", "?side=99999999999999999999", "?side=x", "?first=igår", "?about=%25_%5C", "?act='"]
)
def test_an_odd_question_gets_a_page(auditor: Browser, asked: str) -> None:
    assert auditor.get(f"/admin/revisjon{asked}").status_code == 200


def test_the_check_tells_of_a_row_that_was_changed(auditor: Browser) -> None:
    assert "Revisjonssporet er slik det ble ført" in page_words(auditor.get("/admin/revisjon/kontroll").text)
    with transaction() as session:
        session.execute(update(AuditEvent).where(AuditEvent.number == 1).values(actor="ingen"))
    assert "Hendelse 1 er endret etter at den ble ført." in page_words(auditor.get("/admin/revisjon/kontroll").text)


def test_the_trail_is_taken_out_as_a_file_an_event_a_line(auditor: Browser, session: Session) -> None:
    head = head_of_trail(session)
    answer = auditor.send("/admin/revisjon/sporet.jsonl")
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert (told[-1]["number"], told[-1]["fingerprint"]) == (head.number, head.fingerprint)
    session.rollback()
    assert head_of_trail(session).number == head.number + 1


def test_anyone_can_write_down_where_the_trail_ends(client: Browser, session: Session) -> None:
    accounts_made("kari")
    answer = client.get("/revisjonsspor")
    assert head_of_trail(session).fingerprint in answer.text
    assert "kari" not in answer.text


def test_one_who_reads_for_one_council_finds_nothing(client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.AUDITOR, "fana")
    assert client.get("/admin/revisjon").status_code == 404
    assert client.get("/admin/revisjon/kontroll").status_code == 404
