"""The agenda in a real browser: text is written in the small editor, rows are dragged, and the pages can be read."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Grant, Role
from app.core.database import transaction
from app.meetings.models import CasePassageRow, Meeting
from app.meetings.queries import meeting_by_address
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.pages.look import served
from tests.stored_meetings import an_item


@pytest.fixture
def config(database_url: str) -> Config:
    """Without TLS, as the test's server is."""
    return Config(
        database_url, secret_key="only for tests, and long enough", plain_http=True, testing=True, rate_limits=False
    )


@pytest.fixture
def agenda(session: Session, meeting: Meeting) -> str:
    """The address of a meeting with three items; and a secretary to sign in as."""
    with transaction() as writing:
        found = meeting_by_address(writing, meeting.address)
        assert found is not None
        for title in ("Trafikksikring", "Skolebruksplan", "Badeplassen"):
            an_item(writing, found, title)
        grants = [Grant(Role.COUNCIL_SECRETARY, "fana")]
        an_account(writing, grants=grants, address="sekretar@bergen.example", name="Kari Traa")
    session.expire_all()
    return meeting.address


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/logg-inn")
    page.get_by_label("E-postadresse").fill("sekretar@bergen.example")
    page.get_by_label("Passord").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/admin**")


def readable(page: Page) -> list[str]:
    return [each["id"] for each in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_case_text_is_written_with_headings_and_lists_and_rows_are_dragged(
    app: Flask, session: Session, browser: Browser, agenda: str
) -> None:
    """A heading, a paragraph and a point are written; then the third item is dragged above the first: 3, 1, 2."""
    with served(app) as site:
        context = browser.new_context(locale="nb-NO")
        page = context.new_page()
        sign_in(page, site)
        page.goto(f"{site}/admin/moter/{agenda}/sak/i1/tekst")
        editor = page.get_by_role("textbox", name="Tekst").first
        editor.click()
        page.get_by_role("button", name="Overskrift", exact=True).first.click()
        page.keyboard.type("Bakgrunn")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Avsnitt", exact=True).first.click()
        page.keyboard.type("Foreldrene er redde.")
        assert readable(page) == []
        page.get_by_role("button", name="Lagre", exact=True).click()
        page.get_by_text("Foreldrene er redde.").wait_for()
        page.goto(f"{site}/admin/moter/{agenda}")
        rows = page.locator("#sakslisten tbody tr")
        assert readable(page) == []
        with page.expect_navigation():
            rows.nth(2).locator("td").first.drag_to(rows.nth(0), target_position={"x": 40, "y": 3})
        assert rows.nth(0).get_by_role("rowheader").inner_text() == "Badeplassen"
        page.goto(f"{site}/moter/{agenda}")
        assert readable(page) == []
        context.close()
    session.rollback()
    assert session.scalars(select(CasePassageRow.html)).all() == ["<h3>Bakgrunn</h3><p>Foreldrene er redde.</p>"]
    found = meeting_by_address(session, agenda)
    assert found is not None
    assert [each.key for each in found.items] == ["i3", "i1", "i2"]
