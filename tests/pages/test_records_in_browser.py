"""Records, complaints and the check of a paper in a real browser: readable by everyone, on a telephone as on a desk."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy.orm import Session

from app.core.database import transaction
from tests.documents.recorded_elections import w1_recorded
from tests.pages.look import served
from tests.pages.test_public_records import issue
from tests.services.test_issued_records import ISSUED_AT, settle_again


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("screen", [(320, "light"), (1280, "dark")], ids=["telephone, light", "desk, dark"])
def test_a_paper_is_checked_by_typing_its_words(
    app: Flask, session: Session, browser: Browser, screen: tuple[int, Literal["light", "dark"]]
) -> None:
    """With a slip in the first word, which is put right by a click; and the corrected record is read on the page."""
    with transaction() as writing:
        contest = w1_recorded(writing)
    issue(contest)
    settle_again(contest)
    words = issue(contest, "Feil i en bunke.", ISSUED_AT.replace(day=15))
    width, colours = screen
    with served(app) as site:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours, locale="nb-NO")
        page.goto(f"{site}/papirkontroll")
        page.get_by_label("De seks ordene").fill(" ".join([f"{words[0][:-1]}q", *words[1:]]))
        page.keyboard.press("Enter")
        page.get_by_role("link", name=" ".join(words)).click()
        page.get_by_role("heading", name="Papiret gjelder").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert Axe().run(page).violations_count == 0
        page.goto(f"{site}/valg/2023/fana/protokoll")
        page.get_by_role("heading", name="Rettet protokoll").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        findings = Axe().run(page)
        assert findings.violations_count == 0, findings.generate_report()
        page.close()
