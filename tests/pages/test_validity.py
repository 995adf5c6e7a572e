"""The electoral board enters that an election is valid, and sees beforehand who will sit where."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.auth.domain.roles import Role as AccountRole
from app.core.database import transaction
from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.membership import Role
from app.elections.models import CandidateRow, ElectionRow, ValidityDecisionRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import rows
from tests.services.test_validity import a_person, council, settled
from tests.stored_councils import appoint, people

PAGE = "/admin/valg/2023/gyldighet"
DECISION = {"outcome": "valid", "decided_on": "2023-10-10", "reference": "2023/4567", "confirmed": "y"}


@pytest.fixture
def board(app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path) -> Browser:
    """Somebody of the electoral board, with the small election in Fana settled."""
    settled(app, tmp_path)
    sign_in(AccountRole.ELECTORAL_BOARD)
    return client


def test_the_desk_leads_there_when_all_is_settled(app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path) -> None:
    settled(app, tmp_path, "fana", "arna", settle="fana")
    sign_in(AccountRole.ELECTORAL_BOARD)
    assert PAGE not in client.get("/admin").text
    assert "Det er ingenting å avgjøre ennå" in client.get(PAGE).text
    app.test_cli_runner().invoke(args=["elections", "settle", "1"])
    assert PAGE in client.get("/admin").text
    sign_in(AccountRole.ELECTION_OFFICER)
    assert PAGE not in client.get("/admin").text


def test_a_missing_council_is_set_up_from_the_page(board: Browser, session: Session) -> None:
    page = board.get(PAGE).text
    assert "Noen bydeler har ikke noe utvalg ennå" in page
    assert board.send(f"{PAGE}/utvalg").status_code == 422
    assert board.fill_in(PAGE, {"contact": "post@bergen.example"}).location == PAGE
    made = session.scalars(select(Council)).one()
    assert (made.name, made.slug, made.contact) == ("Fana bydelsutvalg", "fana", "post@bergen.example")
    assert "Noen bydeler har ikke noe utvalg ennå" not in board.get(PAGE).text
    assert board.get(f"{PAGE}/utvalg").location == PAGE


def test_who_will_sit_and_who_convenes_is_seen_before_anything_is_decided(board: Browser, session: Session) -> None:
    with transaction() as writing:
        fana = council(writing)
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, fana, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]}, officers=[(Role.CHAIR, ada)])
    page = board.get(f"{PAGE}?dag=2023-10-10").text
    for seen in ("Fana bydelsutvalg", "A2 Čáŋgŧ", "Varamedlemmer i Fana", "velges av utvalget i første møte"):
        assert seen in page
    assert "sitter til og med 9. oktober 2023" in page
    assert "Ada" in page
    for nonsense in ("2019-01-01", "9999-01-01", "i morgen"):
        assert "Fana bydelsutvalg" in board.get(f"{PAGE}?dag={nonsense}").text
    assert session.scalars(select(ValidityDecisionRow)).all() == []


def test_a_valid_election_takes_over_and_the_page_tells_what_was_decided(board: Browser, session: Session) -> None:
    with transaction() as writing:
        council(writing)
    assert board.fill_in(PAGE, DECISION).location == PAGE
    term = session.scalars(select(CouncilTerm)).one()
    assert (term.council.slug, term.from_on) == ("fana", date(2023, 10, 10))
    page = board.get(PAGE).text
    for told in ("Vedtaket er ført.", "Godkjent", "10. oktober 2023", "2023/4567", "ordføreren"):
        assert told in page
    actors = set(session.scalars(select(AuditEvent.actor).where(AuditEvent.act == "CouncilTookOffice")))
    assert actors == {"electoral_board@bergen.example"}


def test_afterwards_the_page_tells_who_sits_and_who_convenes(board: Browser, session: Session) -> None:
    """Three seats: A2 is no longer eligible, so two are filled; A has 5 deputies and B 4."""
    with transaction() as writing:
        fana = council(writing)
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, fana, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]}, officers=[(Role.CHAIR, ada)])
    board.send(PAGE, DECISION | {"ineligible": "fana:A:2"})
    assert rows(board.get(PAGE).text, "Utvalgene den første dagen") == [["Fana bydelsutvalg", "2", "1", "9", "Ada"]]


def test_an_invalid_election_is_entered_and_nobody_takes_office(board: Browser, session: Session) -> None:
    assert board.fill_in(PAGE, DECISION | {"outcome": "invalid"}).location == PAGE
    assert session.scalars(select(ElectionRow.state)).one() == "invalid"
    assert session.scalars(select(CouncilTerm)).all() == []
    assert "Kjent ugyldig" in board.get(PAGE).text


def test_nothing_is_taken_unless_it_is_whole_and_confirmed(board: Browser, session: Session) -> None:
    with transaction() as writing:
        council(writing)
    sent = board.send(PAGE)
    assert sent.status_code == 422
    for asked in ("Velg hva kommunestyret vedtok.", "Velg en dag.", "Skriv saksnummeret.", "Bekreft at"):
        assert asked in sent.text
    assert session.scalars(select(ElectionRow.state)).one() == "settled"


def test_what_the_law_refuses_is_told_on_the_page(board: Browser, session: Session) -> None:
    refused = board.fill_in(PAGE, DECISION)
    assert (refused.status_code, "Disse bydelene har ikke noe bydelsutvalg" in refused.text) == (422, True)
    with transaction() as writing:
        council(writing)
    refused = board.fill_in(PAGE, DECISION | {"decided_on": "2023-09-11"})
    assert (refused.status_code, "Gyldigheten avgjøres etter valgdagen" in refused.text) == (422, True)
    assert session.scalars(select(ElectionRow.state)).one() == "settled"


def test_who_a_candidate_is_must_be_told_when_the_name_is_known(board: Browser, session: Session) -> None:
    with transaction() as writing:
        council(writing)
        known = str(a_person(writing, "A2 Čáŋgŧ", None).id)
    page = board.get(PAGE).text
    assert "A2 Čáŋgŧ, fødselsår ukjent, nr. 2 på liste A i Fana" in page
    assert "En annen, som ikke er registrert" in page
    refused = board.fill_in(PAGE, DECISION)
    assert (refused.status_code, "Velg hvem dette er." in refused.text) == (422, True)
    assert board.fill_in(PAGE, DECISION | {"person-fana:A:2": known}).location == PAGE
    row = session.scalars(select(CandidateRow).where(CandidateRow.name == "A2 Čáŋgŧ")).one()
    assert str(row.person_id) == known


def test_one_with_the_same_name_and_year_is_chosen_beforehand(board: Browser, session: Session) -> None:
    with transaction() as writing:
        council(writing)
        writing.scalars(select(CandidateRow).where(CandidateRow.name == "A2 Čáŋgŧ")).one().birth_year = 1970
        known = a_person(writing, "A2 Čáŋgŧ", date(1970, 5, 17)).id
    assert board.fill_in(PAGE, DECISION).location == PAGE
    row = session.scalars(select(CandidateRow).where(CandidateRow.name == "A2 Čáŋgŧ")).one()
    assert row.person_id == known
    assert len(session.scalars(select(Person)).all()) == 14


def test_one_who_is_no_longer_eligible_is_ticked_and_takes_no_seat(board: Browser, session: Session) -> None:
    with transaction() as writing:
        council(writing)
    assert board.send(PAGE, DECISION | {"ineligible": "fana:A:2"}).location == PAGE
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "CouncilTookOffice")).one()
    assert event.after
    assert (event.after["seats_filled"], event.after["seats_empty"]) == (2, 1)
    refused = board.send(PAGE, DECISION)
    assert refused.status_code == 200  # decided already: what was decided is shown


def test_before_results_are_released_nothing_is_shown(board: Browser, session: Session) -> None:
    with transaction() as writing:
        writing.scalars(select(ElectionRow)).one().release_time = datetime(2126, 9, 13, 19, tzinfo=UTC)
    page = board.get(PAGE).text
    assert "A2 Čáŋgŧ" not in page
    assert session.scalars(select(ElectionRow.state)).one() == "settled"
