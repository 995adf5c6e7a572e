"""``/adresse``: someone types an address and knows who represents them, today and on any date."""

import json

import pytest
import structlog
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.access import public
from app.core.database import transaction
from app.councils.models import District
from app.public.council_queries import council_addresses
from tests.browser import Browser
from tests.pages.reading import heading, links, page_words
from tests.public_councils import FanaWithAHistory
from tests.public_places import fana_on_the_map
from tests.stored_councils import a_council

NOON = "2026-03-03T12:00:00+00:00"


@pytest.fixture
def fana(session: Session, tmp_path_factory: pytest.TempPathFactory) -> FanaWithAHistory:
    with transaction() as writing:
        return fana_on_the_map(writing, tmp_path_factory.mktemp("bergen"))


def asked(client: Browser, query: str) -> str:
    answer = client.get(f"/adresse?{query}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.usefixtures("fana")
def test_one_address_says_which_district_and_who_leads_its_council(client: Browser) -> None:
    with time_machine.travel(NOON):
        page = asked(client, "q=storgata+40")
        assert "Du bor i Arna Bydelen har ikke noe bydelsutvalg." in page_words(page)
        page = asked(client, "q=fanavegen+2a")
    assert "Du bor i Fana Leder: Guri Gran" in page_words(page)
    assert "Se hvem som sitter i Fana bydelsutvalg" in page_words(page)
    assert "/bydeler/fana" in links(page)


@pytest.mark.usefixtures("fana")
def test_several_addresses_of_one_district_have_the_same_clear_answer(client: Browser) -> None:
    """2, 2A and 2B."""
    page = page_words(asked(client, "q=fanav+2"))
    assert "Du bor i Fana" in page
    assert page.count("Fanavegen 2") == 3


@pytest.mark.usefixtures("fana")
def test_addresses_of_two_districts_are_told_apart(client: Browser) -> None:
    """Storgata 4 lies in Fana, Storgata 40 in Arna: without a number, only the reader knows which one is meant."""
    page = page_words(asked(client, "q=storgata"))
    assert "Du bor i" not in page
    assert "Storgata 4, 5016 BERGEN: Fana" in page
    assert "Storgata 40, 5016 BERGEN: Arna" in page
    assert "Du bor i Fana" in page_words(asked(client, "q=storgata+4"))


@pytest.mark.rule("R-262")
@pytest.mark.usefixtures("fana")
def test_the_chosen_day_is_answered_for_and_goes_along_to_the_council(client: Browser) -> None:
    """Berit Bakke led from 15 January 2022; the day before it was Anne Ask."""
    page = asked(client, "q=fanavegen+2&dato=2022-01-14")
    assert "Leder: Anne Ask" in page_words(page)
    assert "Se Fana bydelsutvalg 14. januar 2022" in page_words(page)
    councils = [link for link in links(page) if link.startswith("/bydeler/fana")]
    assert set(councils) == {"/bydeler/fana?dato=2022-01-14"}
    assert "Leder: Berit Bakke" in page_words(asked(client, "q=fanavegen+2&dato=15.1.2022"))
    assert "Utvalget opprettes 1. januar 2020." in page_words(asked(client, "q=fanavegen+2&dato=2019-06-01"))


@pytest.mark.usefixtures("fana")
def test_what_is_no_day_is_told_of_and_today_is_answered(client: Browser) -> None:
    answer = client.get("/adresse?q=fanavegen+2&dato=i+fjor")
    assert answer.status_code == 400
    assert "«i fjor» er ikke en dag vi kan vise." in page_words(answer.text)
    assert "Du bor i Fana" in page_words(answer.text)


@pytest.mark.usefixtures("fana")
def test_nothing_found_leads_on(client: Browser) -> None:
    page = asked(client, "q=ingensteds+3")
    assert "Vi fant ikke adressen" in page_words(page)
    assert "Se etter skrivefeil" in page_words(page)
    assert "/bydeler" in links(page)
    assert "ligger ikke i noen bydel" in page_words(asked(client, "q=havet+1"))


@pytest.mark.usefixtures("fana")
def test_without_anything_typed_there_is_only_the_form(client: Browser) -> None:
    page = asked(client, "q=++")
    assert heading(page) == "Finn bydelen din"
    assert "Vi fant ikke" not in page_words(page)
    assert "Du bor i" not in page_words(page)


@pytest.mark.usefixtures("fana")
def test_what_is_longer_than_any_address_is_cut_off(client: Browser) -> None:
    page = asked(client, "q=" + "x" * 5000)
    assert "x" * 200 in page
    assert "x" * 201 not in page


def test_before_there_are_any_addresses_it_is_said_and_no_form_is_shown(client: Browser) -> None:
    page = asked(client, "q=storgata")
    assert "Kommunen har ikke lagt inn adressene sine ennå." in page_words(page)
    assert "find-district" not in page
    assert "find-district" not in client.get("/").text


@pytest.mark.usefixtures("fana")
def test_nobody_may_keep_the_answer(client: Browser) -> None:
    """Neither a shared cache nor the browser: the address in it tells where somebody lives."""
    answer = client.get("/adresse?q=fanavegen+2")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.usefixtures("fana")
def test_what_was_typed_is_in_no_log(client: Browser) -> None:
    lines = logged()
    client.get("/adresse?q=fanavegen+2")
    assert json.loads(lines[-1])["path"] == "/adresse"
    assert "fanavegen" not in "".join(lines).lower()


def test_a_fault_is_logged_without_what_the_variables_held(app: Flask) -> None:
    """Where it was is told, and what it was; not the address that was looked up meanwhile."""

    @public
    def breaks() -> str:
        typed = "Fanavegen" + " 2"
        raise ZeroDivisionError(len(typed))

    lines = logged()
    app.view_functions["site.elections"] = breaks
    app.testing = app.config["TESTING"] = False
    assert app.test_client().get("/valg", base_url="https://localhost").status_code == 500
    told = next(line for line in lines if "ZeroDivisionError" in line)
    assert '"name": "breaks"' in told
    assert "Fanavegen 2" not in told


class _Kept:
    """A logger that keeps its lines."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def info(self, line: str) -> None:
        self._lines.append(line)

    warning = error = info


def logged() -> list[str]:
    """The lines of the log from now on."""
    lines: list[str] = []
    structlog.configure(logger_factory=lambda *_name: _Kept(lines))
    return lines


@pytest.mark.parametrize("address", ["/", "/bydeler"])
@pytest.mark.usefixtures("fana")
def test_the_form_and_the_map_stand_where_people_come_first(client: Browser, address: str) -> None:
    page = client.get(address).text
    assert 'action="/adresse"' in page
    assert "Kilde: bydeler.geojson" in page_words(page)
    assert page.count('<a href="/bydeler/fana"') == 2  # on the map and in the list
    assert "Kart over bydelene" in page_words(page)


def test_the_front_page_is_made_anew_when_a_council_or_a_border_comes(session: Session, client: Browser) -> None:
    before = client.get("/").headers["ETag"]
    with transaction() as writing:
        a_council(writing)
    after = client.get("/")
    assert after.headers["ETag"] != before
    assert "/bydeler/fana" in links(after.text)


def test_a_new_council_of_a_district_is_the_one_that_is_found(session: Session, fana: FanaWithAHistory) -> None:
    """The council of the day; where none is of the day, the newest."""
    with transaction() as writing:
        council = a_council(writing, "Nye Fana", "nye-fana")
        council.district_id = fana.council.district_id
        council.established_on = fana.elected.to_on
        council.slug = "nye-fana"
    number = session.scalars(select(District.id).where(District.name == "Fana")).one()
    assert council_addresses(session, fana.appointed.from_on)[number] == "fana"
    assert council_addresses(session, fana.elected.to_on)[number] == "nye-fana"
