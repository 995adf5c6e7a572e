"""Why the seats went where they did, on the worked examples W-1 and W-2 of the rule book."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.domain.lots import Lot
from app.elections.domain.states import ElectionState
from tests.browser import Browser
from tests.builders import a_contest, a_list, a_tally
from tests.pages.reading import heading, links, page_words, rows
from tests.public_elections import a_settled_election, a_settlement, an_election, w1_in_fana, w1_tally_in_fana

FANA = "/valg/2023/fana"
EXPLANATION = f"{FANA}/forklaring"


@pytest.fixture
def fana(session: Session, client: Browser) -> str:
    """The explanation of W-1 as held in Fana, after release."""
    with transaction() as writing:
        a_settled_election(writing)
    return client.get(EXPLANATION).text


@pytest.mark.rule("R-150", "R-152")
def test_how_few_ballots_it_took_is_told_in_plain_words(fana: str) -> None:
    """The figures of W-1 are worked out in tests/domain/test_margin.py: 4 moved, 6 not cast, 13 more."""
    said = page_words(fana)
    assert heading(fana) == "Hvorfor det ble slik i Fana"
    assert (
        "4 stemmesedler til Arbeiderpartiet i stedet for til Rødt. Da hadde Arbeiderpartiet tatt én plass fra Rødt. "
        "6 færre stemmesedler til Rødt. Da hadde Arbeiderpartiet tatt én plass fra Rødt. "
        "13 flere stemmesedler til Arbeiderpartiet. Da hadde Arbeiderpartiet tatt én plass fra Rødt." in said
    )
    assert "Med én stemmeseddel mindre" not in said


def test_each_list_is_told_how_near_it_was(fana: str) -> None:
    """C's fourth quotient is 22 297 / 7. It must pass D's 13 558 / 3 = 4 519.3: 31 636 − 22 297 = 9 339 = 622.6 · 15.

    With ballots moved from D it must pass what comes after D has lost both seats: A's 4 442.4, then E's 6 056 / 1.4 =
    4 325.7: 30 280.0 − 22 297 = 7 983 = 532.2 · 15. By then D has 5 563 / 1.4 = 3 973.6 left.
    """
    near = rows(fana, "Hvor nær hver liste var å vinne eller miste en plass")
    assert near[2] == ["C Rødt", "3", "623", "533 D", "6", "4 A"]
    assert near[4] == ["E Nærmiljølisten", "0", "13", "11 C", "–", "–"]


@pytest.mark.rule("R-111", "R-150")
def test_the_result_without_write_ins_stands_beside_the_result(fana: str) -> None:
    """W-1: write-ins ignored, A 48 960 and 6 seats, C 22 215 and 2."""
    assert "Slengerne flyttet 1 plass fra én liste til en annen." in page_words(fana)
    assert rows(fana, "Listene med og uten slengere") == [
        ["A Arbeiderpartiet", "48 866", "48 960", "5", "6", "Kandidat A6 hadde blitt valgt uten slengere."],
        ["B Høyre", "45 183", "45 210", "5", "5", ""],
        ["C Rødt", "22 297", "22 215", "3", "2", "Kandidat C7 hadde ikke blitt valgt uten slengere."],
        ["D Venstre", "13 558", "13 560", "2", "2", ""],
        ["E Nærmiljølisten", "6 056", "6 015", "0", "0", ""],
    ]


def test_every_step_stands_on_the_page(fana: str) -> None:
    assert rows(fana, "Fra stemmesedler til listestemmer og plasser")[0][-2:] == ["48 866", "5"]
    assert rows(fana, "Slengere fra velgerne på hver liste til kandidatene på hver liste")[5][-1] == "972"
    assert rows(fana, "Kvotientene som ga plass")[14][:5] == ["15", "C Rødt", "22 297", "5", "4 459,400000"]
    assert rows(fana, "Kandidatene på listen Rødt")[0][:3] == ["1", "Kandidat C1", "1"]


@pytest.mark.rule("R-162")
def test_those_who_stood_level_are_told_with_what_decided(fana: str) -> None:
    said = page_words(fana)
    assert "Rødt: Kandidat C3, vara 1. Likt med Kandidat C5: listens rekkefølge avgjorde." in said
    assert "I dette valget sto ingen likt" not in said


def test_the_result_tells_how_near_it_was_and_leads_to_the_explanation(client: Browser, fana: str) -> None:
    page = client.get(FANA).text
    assert (
        "4 stemmesedler til Arbeiderpartiet i stedet for til Rødt. Da hadde Arbeiderpartiet tatt én plass fra Rødt."
        in page_words(page)
    )
    assert EXPLANATION in links(page)
    assert {FANA, "/valg/2023/kontroll"} <= set(links(fana))


@pytest.mark.rule("R-154", "R-155")
def test_a_lot_that_was_drawn_and_one_that_was_near_are_told(session: Session, client: Browser) -> None:
    """Three seats. A and B 100 ballots each: the third seat by lot. In Arna A 102, B 100: two ballots moved."""
    lot, near = a_contest(3, ["A", "B"]), a_contest(3, ["A", "B"], code="arna")
    with transaction() as writing:
        election = an_election(writing, lot, near, state=ElectionState.SETTLED)
        a_settlement(writing, election, lot, a_tally(lot, {"A": 100, "B": 100}), [Lot(("A", "B"), "B")])
        a_settlement(writing, election, near, a_tally(near, {"A": 102, "B": 100}))
    drawn, nearly = (page_words(client.get(f"/valg/2023/{code}/forklaring").text) for code in ("fana", "arna"))
    assert "1 stemmeseddel til List A i stedet for til List B. Da hadde List A tatt én plass fra List B." in drawn
    assert "Det sto helt likt, og loddet avgjorde. Én stemmeseddel hadde vært nok." in drawn
    assert "Plass 3, List B. Lik kvotient og like mange listestemmer: loddtrekning." in drawn
    assert "2 stemmesedler til List B i stedet for til List A. Da hadde List B tatt én plass fra List A. " in nearly
    assert "Med én stemmeseddel mindre enn dette hadde det stått helt likt, og loddet måtte avgjort." in nearly


@pytest.mark.rule("R-154")
def test_a_lot_that_would_have_been_drawn_is_told(session: Session, client: Browser) -> None:
    """A 50, B 40, C 40, D 39 for three seats: two more for D, and B and C draw lots. Nobody wrote in a name."""
    contest = a_contest(3, ["A", "B", "C", "D"])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 50, "B": 40, "C": 40, "D": 39}))
    said = page_words(client.get(EXPLANATION).text)
    assert (
        "2 flere stemmesedler til List D. Da hadde plassene vært fordelt på en annen måte, og det måtte vært trukket "
        "lodd mellom List B og List C." in said
    )
    assert "Slengerne avgjorde ingenting" in said


@pytest.mark.rule("R-165")
def test_empty_seats_are_explained(session: Session, client: Browser) -> None:
    contest = a_contest(3, [a_list("A", candidates=1), a_list("B", candidates=7)])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 10, "B": 0}))
    said = page_words(client.get(EXPLANATION).text)
    assert "1 stemmeseddel mer til List B. Da hadde List B fått 2 plasser som nå står tomme." in said


def test_where_nobody_can_take_a_seat_no_ballots_could_change_it(session: Session, client: Browser) -> None:
    """Both lists have their only candidate in."""
    contest = a_contest(3, [a_list("A", candidates=1), a_list("B", candidates=1)])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 10, "B": 10}))
    said = page_words(client.get(EXPLANATION).text)
    assert "10 færre stemmesedler til List A. Da hadde List A mistet plass" in said


@pytest.mark.rule("R-160")
def test_write_ins_that_decided_only_who_is_elected_are_told(session: Session, client: Browser) -> None:
    """Three seats, B has one: B1 with 5 marks, B2 with 3 and 4 write-ins."""
    contest = a_contest(3, [a_list("A"), a_list("B")])
    tally = a_tally(contest, {"A": 100, "B": 60}, {"B": [5, 3]}, {"A": {"B": 4}}, {"B": [0, 4]})
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, tally)
    said = page_words(client.get(EXPLANATION).text)
    assert "flyttet ingen plass mellom listene, men avgjorde hvem som fikk 1 av plassene." in said
    assert "B2 er valgt; uten slengere hadde det vært B1." in said


@pytest.mark.rule("R-154")
def test_a_lot_there_had_been_without_write_ins_is_told(session: Session, client: Browser) -> None:
    contest = a_contest(3, ["A", "B"])
    with transaction() as writing:
        election = an_election(writing, contest, state=ElectionState.SETTLED)
        a_settlement(writing, election, contest, a_tally(contest, {"A": 99, "B": 99}, write_ins={"A": {"B": 1}}))
    assert "Uten slengere hadde List A og List B stått helt likt" in page_words(client.get(EXPLANATION).text)


@pytest.mark.rule("R-140")
def test_nothing_is_explained_before_the_result_is_released(session: Session, client: Browser) -> None:
    with transaction() as writing:
        election = a_settled_election(writing)
        election.release_time += timedelta(days=365 * 400)
    page = client.get(EXPLANATION).text
    assert "Resultatet er ikke offentlig ennå" in page_words(page)
    assert "marginen" not in page + client.get(FANA).text
    assert client.get("/valg/2023/arna/forklaring").status_code == 404


def test_nothing_is_explained_before_the_contest_is_settled(session: Session, client: Browser) -> None:
    with transaction() as writing:
        election = an_election(writing, w1_in_fana(), replace(w1_in_fana(), code="arna", district="Arna"))
        a_settlement(writing, election, w1_in_fana(), w1_tally_in_fana())
    assert "marginen" in client.get(EXPLANATION).text
    assert "Stemmene telles." in page_words(client.get("/valg/2023/arna/forklaring").text)


def test_the_explanation_may_be_kept_by_others_until_something_changes(client: Browser, fana: str) -> None:
    answer = client.get(EXPLANATION)
    assert answer.cache_control.public
    assert client.get(EXPLANATION, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
