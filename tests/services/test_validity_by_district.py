"""Each district has an election and a decision of its own: one stops no other (R-3, R-180, R-205).

The small election in several districts; in each, A2, B1 and A1 or, without changed ballots, A1, B1 and A2 are elected.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role as AccountRole
from app.core.database import transaction
from app.councils.council_models import Council, Person
from app.elections.models import CandidateRow, ContestRow, ElectionRow, ValidityDecisionRow
from app.elections.refusals import NotReleased, UnknownContest
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import page_words
from tests.pages.test_validity import DECISION, PAGE
from tests.services.test_validity import VALID, born, council, decide, members, run, settled
from tests.small_election import three_districts
from tests.stored_councils import appoint, people

IN_ARNA = replace(VALID, invalid_in=frozenset({"arna"}))
DECIDED = ("decide-validity", "2023", "--valid", "--on", "2023-10-10", "--reference", "2023/4567")


def with_districts_left_out(app: Flask, folder: Path) -> None:
    """Fana settled; Arna holds a majority election, Os has no ballot for any list."""
    files = three_districts(folder)
    for step in ("import-setup", files.setup), ("import-counts", 1, files.counts), ("import-ballots", 1, files.ballots):
        assert run(app, *step).exit_code == 0
    assert run(app, "settle", 1).exit_code == 0


def decisions(session: Session) -> dict[str, bool]:
    session.rollback()
    rows = session.execute(
        select(ContestRow.code, ValidityDecisionRow.valid).join(
            ContestRow, ContestRow.id == ValidityDecisionRow.contest_id
        )
    )
    return {code: valid for code, valid in rows}  # noqa: C416 - dict() cannot be typed here


@pytest.mark.rule("R-3", "R-180", "R-205")
def test_a_majority_election_and_a_district_without_votes_stop_no_other(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """Those who sit in Arna sit on; nothing is decided for Arna and Os here, and they need no council."""
    with_districts_left_out(app, tmp_path)
    with transaction() as writing:
        council(writing)
        arna = council(writing, "Arna")
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, arna, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]})
        decide(writing)
    assert len([each for each in members(session) if each]) == 3
    assert members(session, "arna") == ["Ada", "Bo", "Cato"]
    assert decisions(session) == {"fana": True}


def test_the_command_names_the_districts_it_does_not_decide_for(app: Flask, tmp_path: Path) -> None:
    with_districts_left_out(app, tmp_path)
    done = run(app, *DECIDED, "--set-up-councils", "post@bergen.example")
    assert done.exit_code == 0, done.stderr
    assert [line.split("»")[0] for line in done.stderr.splitlines()] == [
        "Valget er gyldig.",
        "Bydelen «arna",
        "Ingen liste i bydelen «os",
    ]
    assert done.stdout.startswith("Fana bydelsutvalg: 3 medlemmer")


def test_the_page_names_the_districts_it_does_not_decide_for(
    app: Flask, client: Browser, sign_in: SignIn, session: Session, tmp_path: Path
) -> None:
    with_districts_left_out(app, tmp_path)
    sign_in(AccountRole.ELECTORAL_BOARD)
    page = client.get(PAGE).text
    assert "Vedtaket gjelder ikke alle bydelene" in page
    assert "Bydelen «arna» har færre enn to godkjente lister." in page
    assert "invalid_in" not in page  # one district alone is valid or not
    assert client.fill_in(PAGE, {"contact": "post@bergen.example"}).location == PAGE
    assert client.send(PAGE, DECISION).location == PAGE
    assert decisions(session) == {"fana": True}
    assert "Fana bydelsutvalg" in client.get(PAGE).text


@pytest.mark.rule("R-205")
def test_an_election_invalid_in_one_district_fills_the_councils_of_the_others(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """Those who sit in Arna sit on, and nobody is registered for having stood there: seven on each list in Fana."""
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing)
        arna = council(writing, "Arna")
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, arna, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]})
        born(writing, 1970)
        done = decide(writing, IN_ARNA)
        assert [each.contest.code for each in done] == ["fana"]
    assert members(session) == ["A2", "B1", "A1"]
    assert members(session, "arna") == ["Ada", "Bo", "Cato"]
    assert decisions(session) == {"fana": True, "arna": False}
    assert session.scalars(select(ElectionRow.state)).one() == "valid"
    assert len(session.scalars(select(Person)).all()) == 14 + 3
    assert len([each for each in session.scalars(select(CandidateRow.person_id)) if each]) == 14


@pytest.mark.rule("R-205")
def test_one_who_stood_first_where_it_is_invalid_is_registered_where_it_is_valid(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """Everybody stands in both districts, Fana first; Fana is invalid, so that Arna's elected are the fourteen."""
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing, "Arna")
        born(writing, 1970)
        decide(writing, replace(VALID, invalid_in=frozenset({"fana"})))
    assert members(session, "arna") == ["A1", "B1", "A2"]
    assert len(session.scalars(select(Person)).all()) == 14


def test_invalid_in_every_district_is_an_invalid_election(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        assert decide(writing, replace(VALID, invalid_in=frozenset({"fana"}))) == ()
    assert session.scalars(select(ElectionRow.state)).one() == "invalid"


def test_a_district_that_is_not_in_the_election_is_refused(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with pytest.raises(UnknownContest), transaction() as writing:
        decide(writing, IN_ARNA)
    assert decisions(session) == {}


def test_the_command_and_the_page_tell_where_it_is_invalid(
    app: Flask, client: Browser, sign_in: SignIn, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing)
        born(writing, 1970)
    done = run(app, *DECIDED, "--invalid-in", "arna")
    assert done.exit_code == 0, done.stderr
    assert done.stderr.splitlines() == ["Valget er gyldig.", "Valget i Arna er kjent ugyldig."]
    sign_in(AccountRole.ELECTORAL_BOARD)
    assert "ugyldig" in client.get(PAGE).text


def test_the_board_ticks_the_district_where_it_is_invalid(
    app: Flask, client: Browser, sign_in: SignIn, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing)
        born(writing, 1970)
    sign_in(AccountRole.ELECTORAL_BOARD)
    assert "Valget i Arna er ugyldig, selv om det er gyldig i andre bydeler" in client.get(PAGE).text
    assert client.fill_in(PAGE, DECISION | {"invalid_in": "arna"}).location == PAGE
    assert decisions(session) == {"fana": True, "arna": False}


@pytest.mark.rule("R-140")
def test_nobody_takes_office_before_the_results_are_released(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        election = writing.scalars(select(ElectionRow)).one()
        election.release_time = datetime(2023, 11, 2, 19, tzinfo=UTC)
    with pytest.raises(NotReleased), transaction() as writing:
        decide(writing)
    assert decisions(session) == {}
    assert session.scalars(select(Council)).one().slug == "fana"


@pytest.mark.rule("R-3", "R-205")
def test_the_public_page_of_each_district_tells_of_its_own_decision(
    app: Flask, client: Browser, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing)
        born(writing, 1970)
    assert "har ennå ikke tatt stilling" in page_words(client.get("/valg/2023/arna").text)
    with transaction() as writing:
        decide(writing, IN_ARNA)
    assert "Kommunestyret har kjent valget ugyldig." in page_words(client.get("/valg/2023/arna").text)
    assert "Kommunestyret har godkjent valget." in page_words(client.get("/valg/2023/fana").text)
    overview = page_words(client.get("/valg/2023").text)
    assert "Kommunestyret har godkjent valget, men kjent det ugyldig i Arna." in overview


def test_the_public_page_of_a_district_without_settlement_tells_of_no_decision(
    app: Flask, client: Browser, session: Session, tmp_path: Path
) -> None:
    with_districts_left_out(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    assert "Kommunestyret har godkjent valget." in page_words(client.get("/valg/2023/fana").text)
    assert "Kommunestyret har" not in page_words(client.get("/valg/2023/arna").text)
