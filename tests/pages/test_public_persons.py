"""The page of a person, and what never leaves staff pages."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.domain.gender import Gender
from app.councils.services.persons import PersonDetails, correct_person
from tests.browser import Browser
from tests.pages.reading import heading, links, page_words, rows
from tests.public_councils import FanaWithAHistory, fana_with_a_history
from tests.stored_councils import a_council

NOON = datetime.fromisoformat("2026-03-03T12:00:00+00:00")
DAYS = ("2020-01-01", "2021-12-01", "2023-05-01", "2024-05-01")
PRIVATE = ("1971-05-17", "17. mai 1971", "17.05.1971", "1971", "17057112345", "Hemmelig vei 3", "privat@post.example")
OFFICE = "kontor@bergen.example"


@pytest.fixture
def fana(session: Session) -> FanaWithAHistory:
    with transaction() as writing:
        return fana_with_a_history(writing, a_council(writing))


def test_offices_stand_term_by_term_with_days_cause_and_list(client: Browser, fana: FanaWithAHistory) -> None:
    """Berit Bakke was a member from 2020, led from 15 January 2022, and was elected again in 2023."""
    page = client.get(f"/personer/{fana.people['Berit Bakke'].id}-berit-bakke").text
    assert heading(page) == "Berit Bakke"
    assert rows(page, "Fana bydelsutvalg, 2019–2023") == [
        [
            "Medlemfor Arbeiderpartietvalgt av kommunestyret; perioden var over",
            "fra 1. januar 2020 til 9. oktober 2023",
        ],
        ["Lederperioden var over", "fra 15. januar 2022 til 9. oktober 2023"],
    ]
    assert rows(page, "Fana bydelsutvalg, 2023–2027") == [
        ["Medlemfor Arbeiderpartietvalgt av velgerne i bydelen", "fra 10. oktober 2023"],
        ["Nestleder", "fra 2. november 2023"],
    ]
    assert "/bydeler/fana?dato=2020-01-01" in links(page)


def test_a_deputy_and_a_substitute_have_pages_too(client: Browser, fana: FanaWithAHistory) -> None:
    deputy = client.get(f"/personer/{fana.people['Unni Ulvik'].id}-unni-ulvik").text
    assert rows(deputy, "Fana bydelsutvalg, 2019–2023")[0][0].startswith("Varamedlem nr. 1")
    substitute = client.get(f"/personer/{fana.people['Sten Stedfortreder'].id}-sten-stedfortreder").text
    assert rows(substitute, "Fana bydelsutvalg, 2019–2023") == [
        ["Settemedlemfor Høyreden som hadde fritak, kom tilbake", "fra 1. august 2021 til 31. januar 2022"]
    ]


@pytest.mark.parametrize("name", ["", "-noen-annen", "-BERIT-BAKKE"])
def test_another_name_in_the_address_leads_to_the_right_one(client: Browser, fana: FanaWithAHistory, name: str) -> None:
    person_id = fana.people["Berit Bakke"].id
    answer = client.get(f"/personer/{person_id}{name}")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/personer/{person_id}-berit-bakke"


def test_letters_of_the_north_have_plain_addresses(client: Browser, fana: FanaWithAHistory) -> None:
    page = client.get("/bydeler/fana?dato=2020-01-01").text
    assert f"/personer/{fana.people['Pia Páve Čoske'].id}-pia-pave-coske" in links(page)
    assert f"/personer/{fana.people['Ærlend Ærø'].id}-aerlend-aero" in links(page)


@pytest.mark.rule("R-283", "R-300")
def test_a_protected_person_is_named_with_the_office_and_has_no_page(client: Browser, fana: FanaWithAHistory) -> None:
    """Ivar Ingen holds seat 9: the name is there, without a link, without why the office began or ended."""
    person_id = fana.people["Ivar Ingen"].id
    page = client.get("/bydeler/fana?dato=2021-12-01").text
    assert ["Ivar Ingen", "H Høyre", "1. januar 2020", "9"] in rows(page, "Medlemmer 1. desember 2021")
    assert not [address for address in links(page) if address.startswith(f"/personer/{person_id}-")]
    (in_time_line,) = (row for row in rows(page, "Hvem satt hvor i perioden") if row[0] == "Plass 9")
    assert in_time_line[5] == "–"
    for address in (f"/personer/{person_id}", f"/personer/{person_id}-ivar-ingen"):
        assert client.get(address).status_code == 404


def test_one_who_becomes_protected_loses_the_page_at_once(
    session: Session, client: Browser, fana: FanaWithAHistory
) -> None:
    person = fana.people["Berit Bakke"]
    address = f"/personer/{person.id}-berit-bakke"
    tag = client.get(address).headers["ETag"]
    with transaction() as writing:
        writing.add(person)
        details = PersonDetails(person.name, person.gender, protected=True)
        correct_person(writing, person, details, by=AT_THE_KEYBOARD, at=NOON)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 404
    assert address not in links(client.get("/bydeler/fana?dato=2021-12-01").text)


@pytest.mark.rule("R-283", "R-300")
@pytest.mark.parametrize("protected", [False, True])
def test_nothing_private_leaves_staff_pages(
    session: Session, client: Browser, fana: FanaWithAHistory, protected: bool
) -> None:
    """Everyone has a birth date, a home address with an identity number in it, and contacts; no page says them."""
    with transaction() as writing:
        for person in fana.people.values():
            writing.add(person)
            details = PersonDetails(
                person.name,
                Gender.FEMALE,
                birth_date=date(1971, 5, 17),
                protected=protected,
                home_address="Hemmelig vei 3, 17057112345",
                private_contact="privat@post.example",
                office_contact=OFFICE,
            )
            correct_person(writing, person, details, by=AT_THE_KEYBOARD, at=NOON)
    pages = [client.get("/"), client.get("/bydeler"), client.get("/bydeler/medlemmer.csv?dato=2021-12-01")]
    pages += [client.get(f"/bydeler/fana?dato={day}") for day in DAYS]
    pages += [client.get(f"/bydeler/fana/medlemmer.csv?dato={day}") for day in DAYS]
    if not protected:
        pages += [client.get(f"/personer/{person.id}", follow_redirects=True) for person in fana.people.values()]
    for answer in pages:
        assert answer.status_code == 200, answer.request.path
        assert not [text for text in (*PRIVATE, OFFICE) if text in answer.text], answer.request.path
    assert "Anne Ask" in page_words(pages[3].text)
