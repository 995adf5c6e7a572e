"""Complaints from receipt to decision, through the pages."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.complaints.models import ComplaintRow
from app.elections.domain.complaints import ComplaintState
from tests.browser import Browser
from tests.conftest import SignIn
from tests.public_elections import a_settled_election

ROOM = "/admin/valg/2023/klager"
COMPLAINT = {
    "contest": "fana",
    "about": "conduct",
    "day": "2023-09-18",
    "clock": "14:30",
    "complainant": "Kari Klager",
    "matter": "Valglokalet stengte for tidlig.",
}
DECISION = {
    "outcome": "not_upheld",
    "decided_at": "electoral_board",
    "decided_on": "2023-09-20",
    "reasons": "Døren sto åpen.",
    "reference": "2023/9",
}


@pytest.fixture
def election(session: Session) -> None:
    with transaction() as writing:
        a_settled_election(writing)


@pytest.fixture
def officer(client: Browser, sign_in: SignIn, election: None) -> Browser:
    sign_in(Role.ELECTION_OFFICER)
    return client


def test_the_periods_of_each_district_are_shown(officer: Browser) -> None:
    page = officer.get(ROOM).text

    assert "til og med 18. september 2023" in page
    assert "7 dager, ikke begynt" in page
    assert "Ingen klager er kommet inn." in page


def test_a_complaint_is_registered_and_shown_with_its_deadline(officer: Browser) -> None:
    assert officer.fill_in(f"{ROOM}/ny", COMPLAINT).location == ROOM

    page = officer.get(ROOM).text
    assert "Fana nr. 1" in page
    assert "mottatt" in page
    assert "Kari Klager" in officer.get(f"{ROOM}/fana/1").text


def test_a_late_complaint_is_registered_and_told_as_late(officer: Browser) -> None:
    officer.fill_in(f"{ROOM}/ny", COMPLAINT | {"day": "2023-09-19"})

    assert "for sent" in officer.get(ROOM).text
    assert "Klagen kom etter fristen" in officer.get(f"{ROOM}/fana/1").text


def test_what_is_missing_is_told_and_nothing_is_stored(officer: Browser, session: Session) -> None:
    answer = officer.send(f"{ROOM}/ny", COMPLAINT | {"matter": " ", "clock": "halv tre"})

    assert answer.status_code == 422
    assert "Skriv hva klagen går ut på." in answer.text
    assert "Skriv time og minutt, slik: 11:58." in answer.text
    assert session.scalars(select(ComplaintRow)).all() == []


def test_the_board_sends_a_complaint_on_and_enters_what_was_decided(
    officer: Browser, sign_in: SignIn, session: Session
) -> None:
    officer.fill_in(f"{ROOM}/ny", COMPLAINT)
    page = f"{ROOM}/fana/1"
    assert "Før avgjørelsen" not in officer.get(page).text
    sign_in(Role.ELECTORAL_BOARD)
    sent = {"to": "ministry", "on": "2023-09-19", "statement": "Ingen feil."}
    assert officer.fill_in(page, sent).location == page
    refused = officer.send(f"{page}/avgjor", DECISION)
    assert refused.status_code == 422
    assert "Det er den som avgjør nå." in refused.text
    assert officer.fill_in(page, DECISION | {"decided_at": "ministry"}).location == page
    assert session.scalars(select(ComplaintRow.state)).one() is ComplaintState.DECIDED
    assert "klagen ble ikke tatt til følge" in officer.get(page).text


def test_open_complaints_are_told_where_validity_is_decided(
    officer: Browser, sign_in: SignIn, session: Session
) -> None:
    officer.fill_in(f"{ROOM}/ny", COMPLAINT)
    sign_in(Role.ELECTORAL_BOARD)

    page = officer.get("/admin/valg/2023/gyldighet").text

    assert "Klager er ikke avgjort" in page
    assert "Klage 1 i Fana" in page


def test_a_complaint_of_another_election_is_not_found(officer: Browser) -> None:
    assert officer.get(f"{ROOM}/fana/1").status_code == 404
