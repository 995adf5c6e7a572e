"""A secretary at the keyboard, with scripts switched off: a death, from the desk to the one who takes the seat.

Every step is Tab, arrow keys and Enter, as for one who sees no mouse pointer.
"""

from datetime import date

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page
from sqlalchemy.orm import Session

from app.auth.domain.roles import Grant, Role
from app.core.database import transaction
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.councils_in_term import APPOINTED, ELECTED, fana
from tests.pages.look import served

MOST_TABS = 120


@pytest.fixture
def config(database_url: str) -> Config:
    """Without TLS, as the browser comes."""
    return Config(
        database_url, secret_key="only for tests, and long enough", plain_http=True, testing=True, rate_limits=False
    )


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the control has the focus; it must be reached."""
    for _tab in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"not reached with Tab: {wanted}")


def press(page: Page, role: str, name: str) -> None:
    """Go to the link or button with the keyboard, and use it."""
    found = page.get_by_role("link" if role == "link" else "button", name=name, exact=True).first
    tab_to(page, found)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def write(page: Page, label: str, text: str) -> None:
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(text)


def sign_in_and_tell_of_a_death(page: Page, site: str, role: Role) -> None:
    """Day and month are the same number, so that it is typed alike in every language of the browser.

    From the sign-in to the page that says what the law says: Bo of seat 3 died, the seat is free from 3 March."""
    page.goto(f"{site}/logg-inn")
    write(page, "E-postadresse", f"{role}@bergen.example")
    write(page, "Passord", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/admin**")
    press(page, "link", "Alle bydelsutvalgene")
    press(page, "link", "Fana bydelsutvalg")
    press(page, "link", "Noe har skjedd")
    press(page, "link", "Er død")
    tab_to(page, page.get_by_label("Hvem gjelder det?"))
    page.keyboard.type("Bo")
    write(page, "Gjelder fra og med", "03032026")
    press(page, "button", "Se hva loven sier")
    page.get_by_role("heading", name="Bo er død.", level=1).wait_for()


@pytest.mark.rule("R-256")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_in_an_elected_council_a_secretary_records_a_death_and_the_deputy_moves_up(
    app: Flask, session: Session, browser: Browser
) -> None:
    """Finn, first deputy of the list, becomes a member by law; nothing is chosen and no case number is needed."""
    council = fana(session, ELECTED, candidates="Ada Bo Cara Finn Gro Ida", last_day_after=date(2030, 1, 1))
    with transaction() as writing:
        secretary = Role.COUNCIL_SECRETARY
        an_account(writing, grants=[Grant(secretary, "fana")], address=f"{secretary}@bergen.example", name="Kari Traa")
    with served(app) as site:
        context = browser.new_context(locale="nb-NO", java_script_enabled=False)
        page = context.new_page()
        sign_in_and_tell_of_a_death(page, site, Role.COUNCIL_SECRETARY)
        assert page.get_by_role("heading", name="1. Opprykk").count() == 1
        press(page, "button", "Før det inn")
        page.get_by_text("Vedtaket er skrevet inn, og medlemskapet er ført.").wait_for()
        assert page.get_by_text("Gjort: Finn").count() == 1
        context.close()
    session.rollback()
    assert council.seats("2026-03-02") == "Ada Dag Bo Eva Cara"
    assert council.seats("2026-03-03") == "Ada Dag Finn Eva Cara"
    assert council.deputies("2026-03-03") == "2.Gro"


@pytest.mark.rule("R-256", "R-258")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_in_an_appointed_council_a_death_leads_to_a_new_election_with_its_case_number(
    app: Flask, session: Session, browser: Browser
) -> None:
    """The municipal council elects Jon, which the one who writes down its decisions enters; deputies do not move up."""
    council = fana(session, APPOINTED, last_day_after=date(2030, 1, 1))
    with transaction() as writing:
        officer = Role.APPOINTMENT_OFFICER
        an_account(writing, grants=[Grant(officer)], address=f"{officer}@bergen.example", name="Kari Traa")
    with served(app) as site:
        context = browser.new_context(locale="nb-NO", java_script_enabled=False)
        page = context.new_page()
        sign_in_and_tell_of_a_death(page, site, Role.APPOINTMENT_OFFICER)
        assert page.get_by_role("heading", name="1. Nyvalg").count() == 1
        tab_to(page, page.get_by_label("Med hvem?"))
        page.keyboard.type("Jon")
        write(page, "Saksnummer for vedtaket", "2026/17")
        press(page, "button", "Før det inn")
        page.get_by_text("Vedtaket er skrevet inn, og medlemskapet er ført.").wait_for()
        assert page.get_by_text("Gjort: Jon").count() == 1
        context.close()
    session.rollback()
    assert council.seats("2026-03-03") == "Ada Dag Jon Eva Cara"
    assert council.deputies("2026-03-03") == "1.Finn 2.Gro"
