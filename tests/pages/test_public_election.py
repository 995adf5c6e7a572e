"""The front page, the list of elections, and one election with its districts side by side."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.domain.states import ElectionState
from tests.browser import Browser
from tests.builders import a_contest, a_tally
from tests.elections import count_contest
from tests.pages.reading import heading, links, page_words, rows
from tests.public_elections import (
    a_settled_election,
    a_settlement,
    an_election,
    w1_counts,
    w1_in_fana,
    w1_tally_in_fana,
    with_parties,
)


@pytest.fixture
def two_districts(session: Session) -> None:
    """Fana settled as W-1. In Åsane A and B stand for 5 seats with 60 and 40 ballots: 3 and 2 seats."""
    asane = replace(with_parties(a_contest(5, ["B", "A"], code="asane")), district="Åsane", electors=200)
    with transaction() as writing:
        election = an_election(writing, w1_in_fana(), asane, state=ElectionState.SETTLED)
        count_contest(writing, election.contests[0], w1_counts())
        a_settlement(writing, election, w1_in_fana(), w1_tally_in_fana())
        count_contest(writing, election.contests[1], {(2, "VO", ""): {"list:A": 60, "list:B": 40}})
        a_settlement(writing, election, asane, a_tally(asane, {"A": 60, "B": 40}))


@pytest.mark.usefixtures("session")
def test_an_empty_house_says_that_nothing_is_published_yet(client: Browser) -> None:
    assert heading(client.get("/").text) == "Hvem er valgt i bydelen din?"
    assert "Ingen valg er lagt ut ennå" in page_words(client.get("/").text)
    assert "Ingen valg er lagt ut ennå" in page_words(client.get("/valg").text)


def test_the_front_page_shows_the_newest_election_and_leads_to_the_earlier(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
        asane = replace(a_contest(code="asane"), district="Åsane")
        earlier = an_election(writing, asane, address="2019", name="Bydelsvalg 2019")
        earlier.election_day = date(2019, 9, 9)
    page = client.get("/").text
    assert "Arbeiderpartiet og Høyre størst med 5 av 15 plasser hver" in page_words(page)
    assert {"/valg/2023", "/valg/2023/fana", "/valg/2019"} <= set(links(page))
    assert "/valg/2019/asane" not in links(page)
    assert links(client.get("/valg").text).index("/valg/2023") < links(client.get("/valg").text).index("/valg/2019")


@pytest.mark.usefixtures("two_districts")
def test_districts_stand_side_by_side(client: Browser) -> None:
    """9 150 of 15 000 is 61.0 %. In Åsane no cross was noted: 100 ballots of 200 electors are 50.0 %."""
    page = client.get("/valg/2023").text
    assert heading(page) == "Bydelsvalg 2023"
    assert "Valgoppgjøret er gjort i alle de 2 bydelene." in page_words(page)
    assert rows(page, "Deltakelse og stemmesedler i hver bydel") == [
        ["Fana", "15", "15 000", "61,0 %", "9 140", "76", "10"],
        ["Åsane", "5", "200", "50,0 %", "100", "0", "0"],
    ]


@pytest.mark.rule("R-3")
@pytest.mark.usefixtures("two_districts")
def test_nothing_is_added_up_across_districts(client: Browser) -> None:
    """R-3: A has 5 and 3 seats, B 5 and 2; nowhere stand 8, 7 or 20, nor the 9 240 ballots or 15 200 electors."""
    page = client.get("/valg/2023").text
    assert rows(page, "Plasser til hver liste i hver bydel") == [
        ["A Arbeiderpartiet", "5", "3"],
        ["B Høyre", "5", "2"],
        ["C Rødt", "3", "–"],
        ["D Venstre", "2", "–"],
        ["E Nærmiljølisten", "0", "–"],
    ]
    assert not {"9 240", "15 200"} & {
        cell for row in rows(page, "Deltakelse og stemmesedler i hver bydel") for cell in row
    }


def test_a_half_settled_election_says_how_far_it_has_come(session: Session, client: Browser) -> None:
    asane = replace(a_contest(code="asane"), district="Åsane")
    with transaction() as writing:
        election = an_election(writing, w1_in_fana(), asane)
        a_settlement(writing, election, w1_in_fana(), w1_tally_in_fana())
    page = client.get("/valg/2023").text
    assert "Valgoppgjøret er gjort i 1 av 2 bydeler." in page_words(page)
    assert [row[0] for row in rows(page, "Deltakelse og stemmesedler i hver bydel")] == ["Fana"]
    before = page_words(client.get("/valg/2023/asane").text)
    assert "Stemmene telles. Resultatet kommer her når valgoppgjøret er gjort." in before
    assert "Listene som stiller List A A1" in before


def test_a_draft_is_not_public(session: Session, client: Browser) -> None:
    with transaction() as writing:
        an_election(writing, a_contest(), state=ElectionState.DRAFT)
    assert client.get("/valg/2023").status_code == 404
    assert client.get("/valg/2023/fana").status_code == 404
    assert "/valg/2023" not in links(client.get("/").text)


@pytest.mark.parametrize(
    "address",
    [
        "/valg/1814",
        "/valg/1814/fana",
        "/valg/1814/kontroll",
        "/valg/1814/kontrollpakke.zip",
        "/valg/2023/nordpolen",
        "/valg/2023/<script>alert(1)</script>",
        "/valg/2023/fana/protokoll-en.pdf",
        "/valg/2023/nordpolen/protokoll-nb.pdf",
        "/valg/2023/fana/kandidat",
        "/valg/%00",
        "/valg/" + "9" * 500,
    ],
)
def test_what_is_not_there_is_not_found(session: Session, client: Browser, address: str) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<script>alert" not in answer.text


def test_every_link_on_the_public_site_leads_somewhere(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in seen or not address.startswith("/") or address.startswith("/sprak/"):
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if answer.mimetype == "text/html":
            waiting += links(answer.text)
    assert {"/valg/2023/fana/protokoll-nn.pdf", "/valg/2023/kontrollpakke.zip"} <= seen
