"""The pages of set-up and calendar in a real browser: an election is set up and ticked with the keyboard alone."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections import views as desk
from app.elections.calendar import views as calendar
from app.elections.setting_up import views as setting_up
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.pages.look import served
from tests.planned_elections import SET_UP_AT, a_draft, an_open_election, bergen

OFFICER = "valgansvarlig@bergen.example"
PAGES = (
    "/admin",
    "/admin/valg",
    "/admin/valg/nytt",
    "/admin/valg/2027",
    "/admin/valg/2027/oppsett",
    "/admin/valg/2027/innstillinger",
    "/admin/valg/2027/kalender",
)


@pytest.fixture
def config(database_url: str) -> Config:
    """Without TLS, as on one's own machine."""
    return Config(
        database_url,
        secret_key="only for tests, and long enough",
        plain_http=True,
        testing=True,
        rate_limits=False,
    )


@pytest.fixture(autouse=True)
def in_november(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    """The election officer's account, in November 2026."""
    for module in (desk, calendar, setting_up):
        monkeypatch.setattr(module, "now", lambda: SET_UP_AT)
    with transaction() as writing:
        an_account(writing, Role.ELECTION_OFFICER, address=OFFICER)


def signed_in(browser: Browser, site: str, width: int, colours: Literal["light", "dark"] = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours, locale="nb-NO")
    page.goto(f"{site}/logg-inn")
    page.locator("input[name=address]").fill(OFFICER)
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/admin")
    return page


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("width", "colours"), [(320, "light"), (1280, "dark")], ids=["telephone, light", "desk, dark"])
def test_every_page_is_accessible_and_fits_the_screen(
    app: Flask, browser: Browser, width: int, colours: Literal["light", "dark"]
) -> None:
    with transaction() as writing:
        a_draft(writing)
    with served(app) as site:
        page = signed_in(browser, site, width, colours)
        for address in PAGES:
            page.goto(site + address)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
            findings = Axe().run(page)
            assert findings.violations_count == 0, f"{address}: {findings.generate_report()}"
        page.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_election_is_set_up_and_opened_with_the_keyboard_alone(app: Flask, browser: Browser) -> None:
    with transaction() as writing:
        bergen(writing)
    with served(app) as site:
        page = signed_in(browser, site, 1280)
        page.goto(f"{site}/admin/valg/nytt")
        page.get_by_label("Valgdag", exact=True).fill("2027-09-13")
        for district in ("Arna", "Fana"):
            page.get_by_label(f"Plasser i {district}").focus()
            page.keyboard.type("15")
        page.get_by_label("Farge på stemmeseddelen").select_option("yellow")
        page.get_by_role("button", name="Lagre utkastet").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}/admin/valg/2027")
        page.get_by_role("button", name="Åpne for lister").focus()
        page.keyboard.press("Enter")
        page.get_by_text("Valget er åpnet for lister").wait_for()
        page.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_deadline_is_ticked_with_the_keyboard_alone(app: Flask, browser: Browser) -> None:
    with transaction() as writing:
        an_open_election(writing)
    with served(app) as site:
        page = signed_in(browser, site, 1280)
        page.goto(f"{site}/admin/valg/2027/kalender")
        row = page.locator("#council_decision")
        row.locator("summary", has_text="Merk som gjort").focus()
        page.keyboard.press("Enter")
        reference = row.get_by_label("Saksnummer")
        reference.wait_for()
        reference.focus()
        page.keyboard.type("2026/17")
        page.keyboard.press("Enter")
        page.get_by_text("Sak 2026/17").wait_for()
        assert page.url == f"{site}/admin/valg/2027/kalender#council_decision"
        page.close()
