"""The public pages in a real browser: readable by everyone, on a telephone as on a desk, light or dark."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy.orm import Session

from app.core.database import transaction
from tests.pages.look import served
from tests.public_councils import fana_with_a_history
from tests.public_elections import a_settled_election
from tests.public_places import fana_on_the_map
from tests.stored_councils import a_council

PAGES = (
    *("/", "/valg", "/valg/2023", "/valg/2023/fana", "/valg/2023/kontroll", "/valg/2023/kalender"),
    "/valg/2023/fana/forklaring",
    *("/bydeler", "/bydeler/fana?dato=2021-12-01", "/bydeler/fana?dato=2023-05-01", "/bydeler/fana?dato=2019-01-01"),
    *("/bydeler/fana?dato=2024-01-01", "/personer/2"),
    *("/adresse", "/adresse?q=fanavegen+2&dato=2022-03-03", "/adresse?q=storgata", "/adresse?q=ingensteds"),
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("screen", [(320, "light"), (1280, "dark")], ids=["telephone, light", "desk, dark"])
def test_every_public_page_is_accessible_and_fits_the_screen(
    app: Flask, session: Session, browser: Browser, tmp_path: Path, screen: tuple[int, Literal["light", "dark"]]
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    with transaction() as writing:
        fana_on_the_map(writing, tmp_path, "Fana bydel")
        a_settled_election(writing)
    complaints: list[str] = []
    width, colours = screen
    with served(app) as site:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours, locale="nb-NO")
        page.on("console", lambda message: complaints.append(message.text))
        for address in PAGES:
            page.goto(site + address)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
            findings = Axe().run(page)
            assert findings.violations_count == 0, f"{address}: {findings.generate_report()}"
        page.close()
    assert complaints == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_slider_puts_the_council_of_another_day_in_place(app: Flask, session: Session, browser: Browser) -> None:
    """The 425th day after 1 January 2020 is 1 March 2021 (366 + 31 + 28), the day Nina Ny begins."""
    with transaction() as writing:
        fana_with_a_history(writing, a_council(writing))
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        page.goto(f"{site}/bydeler/fana?dato=2021-02-28")
        members = page.get_by_role("table", name="Medlemmer 28. februar 2021")
        assert members.get_by_text("Cato Carlsen").count() == 1
        slider = page.get_by_label("Reis i perioden")
        assert slider.input_value() == "424"
        slider.focus()
        page.keyboard.press("ArrowRight")
        page.get_by_role("table", name="Medlemmer 1. mars 2021").get_by_text("Nina Ny").wait_for()
        assert slider.get_attribute("aria-valuetext") == "1. mars 2021"
        assert page.url == f"{site}/bydeler/fana?dato=2021-03-01"
        assert page.evaluate("document.activeElement.type") == "range"
        page.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_time_line_tells_more_of_the_spell_that_has_the_focus(
    app: Flask, session: Session, browser: Browser
) -> None:
    with transaction() as writing:
        fana_with_a_history(writing, a_council(writing))
    with served(app) as site:
        page = browser.new_page(viewport={"width": 320, "height": 800}, locale="nb-NO")
        page.goto(f"{site}/bydeler/fana?dato=2021-12-01")
        spell = page.locator(".spell", has_text="Cato Carlsen").last
        told = spell.locator(".told")
        assert not told.is_visible()
        spell.focus()
        assert told.is_visible()
        lines = [line.text_content() for line in told.locator("tspan").all()]
        name = "Cato Carlsen, Arbeiderpartiet"
        assert lines == [name, "fra 1. januar 2020", "til 28. februar 2021", "valgt av kommunestyret", "flyttet ut"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("address", ["/", "/bydeler", "/adresse"])
def test_the_council_of_an_address_is_shown_while_one_types(
    app: Flask, session: Session, browser: Browser, tmp_path: Path, address: str
) -> None:
    """With the keyboard alone; a screen reader is told, and the address of the page stays as it was."""
    with transaction() as writing:
        fana_on_the_map(writing, tmp_path)
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        page.goto(site + address)
        page.get_by_label("Adressen din").focus()
        page.keyboard.type("fanavegen 2")
        page.get_by_role("heading", name="Du bor i Fana").wait_for()
        assert page.locator("#adresse-melding").inner_text() == "Du bor i Fana"
        page.keyboard.type("x")
        page.get_by_role("heading", name="Vi fant ikke adressen").wait_for()
        assert page.url == site + address
        page.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_address_is_found_without_scripts(app: Flask, session: Session, browser: Browser, tmp_path: Path) -> None:
    """From the front page with the keyboard to the council of a chosen day."""
    with transaction() as writing:
        fana_on_the_map(writing, tmp_path)
    with served(app) as site:
        context = browser.new_context(locale="nb-NO", java_script_enabled=False)
        page = context.new_page()
        page.goto(site)
        page.get_by_label("Adressen din").fill("fanavegen 2")
        page.get_by_label("Dag", exact=True).fill("2022-01-14")
        page.keyboard.press("Enter")
        link = page.get_by_role("link", name="Se Fana bydelsutvalg 14. januar 2022")
        link.focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Fana bydelsutvalg", level=1).wait_for()
        assert page.url == f"{site}/bydeler/fana?dato=2022-01-14"
        context.close()
