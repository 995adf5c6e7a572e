"""The public pages in a real browser: readable by everyone, on a telephone as on a desk, light or dark."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser
from sqlalchemy.orm import Session

from app.core.database import transaction
from tests.pages.look import served
from tests.public_elections import a_settled_election

PAGES = ("/", "/valg", "/valg/2023", "/valg/2023/fana", "/valg/2023/kontroll")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("width", "colours"), [(320, "light"), (1280, "dark")], ids=["telephone, light", "desk, dark"])
def test_every_public_page_is_accessible_and_fits_the_screen(
    app: Flask, session: Session, browser: Browser, width: int, colours: Literal["light", "dark"]
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    with transaction() as writing:
        a_settled_election(writing)
    complaints: list[str] = []
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
