"""The page that shows every part of the look: valid, accessible, strict about scripts and styles, on every screen."""

import re
from collections import Counter

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask, get_template_attribute
from playwright.sync_api import Browser, Page

from tests.pages.look import look_application, served

ADDRESS = "/admin/designsystem"
PARTS = """
ds-button ds-alert ds-tag ds-card ds-table ds-details ds-breadcrumbs ds-pagination ds-field ds-error-summary
ds-validation-message stepper progress facts key-figures empty-state chart hemicycle ladder legend list-chip
"""


@pytest.fixture(scope="module")
def look() -> Flask:
    return look_application()


@pytest.fixture(scope="module")
def html(look: Flask) -> str:
    return look.test_client().get(ADDRESS, headers={"Accept-Language": "nb"}).get_data(as_text=True)


def test_every_part_is_shown(html: str) -> None:
    shown = {name for names in re.findall(r'class="([^"]+)"', html) for name in names.split()}
    assert set(PARTS.split()) - shown == set()


def test_the_page_is_valid_html_in_bokmal_with_one_heading_and_a_title(html: str) -> None:
    html5lib.HTMLParser(strict=True).parse(html)
    assert '<html lang="nb"' in html
    assert "<title>Designsystem – Verv</title>" in html
    assert html.count("<h1") == 1


def test_no_id_is_used_twice_and_every_label_has_its_control(html: str) -> None:
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [name for name, times in ids.items() if times > 1] == []
    assert set(re.findall(r'<label[^>]* for="([^"]+)"', html)) <= set(ids)
    assert set(re.findall(r'aria-(?:labelledby|describedby)="([^" ]+)', html)) <= set(ids)


def test_every_link_of_the_error_summary_leads_to_a_control(html: str) -> None:
    summary = html[html.index("ds-error-summary") : html.index("</section>")]
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) == 6  # name, number, day, password, law, confirmed
    assert all(re.search(rf'<input[^>]* id="{target}"', html) for target in targets)


@pytest.mark.parametrize(
    ("here", "marked"),
    [
        ("/valg", '<a href="/valg" aria-current="page">'),
        ("/valg/2023/fana", '<a href="/valg" aria-current="true">'),
        ("/valgkort", ""),
        ("/", '<a href="/" aria-current="page">'),
        ("/admin/brukere/7", '<a href="/admin/brukere" aria-current="true">'),
    ],
    ids=["at the place", "below it", "beside it", "the front page is above all and marks only itself", "nearest place"],
)
def test_navigation_marks_where_we_are(look: Flask, here: str, marked: str) -> None:
    places = [("Forsiden", "/"), ("Valg", "/valg"), ("Oversikt", "/admin"), ("Brukere", "/admin/brukere")]
    with look.test_request_context():
        links = get_template_attribute("macros/navigation.html", "site_navigation")(places, here)
    assert re.findall(r"<a [^>]*aria-current[^>]*>", str(links)) == ([marked] if marked else [])


def test_nothing_is_styled_or_scripted_inside_the_page(html: str) -> None:
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert all(' src="' in tag and " defer" in tag for tag in re.findall(r"<script[^>]*>", html))


def test_each_chart_has_a_title_a_description_and_a_table(html: str) -> None:
    for figure in re.findall(r'<figure class="chart.*?</figure>', html, re.DOTALL):
        assert 'role="img"' in figure
        assert "<title id=" in figure
        assert "<desc id=" in figure
        assert "<table" in figure or 'class="legend"' in figure


def test_whole_numbers_are_typed_as_text_with_a_number_pad(html: str) -> None:
    control = re.search(r'<input[^>]* id="number"[^>]*>', html)
    assert control
    assert 'type="text"' in control[0]
    assert 'inputmode="numeric"' in control[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(look: Flask, browser: Browser, width: int, scheme: str) -> None:
    with served(look) as site:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            locale="nb-NO",
        )
        page = context.new_page()
        complaints = _complaints(page)
        page.goto(site + ADDRESS, wait_until="networkidle")
        findings = Axe().run(page)
        assert findings.violations_count == 0, findings.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert complaints == []
        context.close()


def test_without_scripts_the_page_is_whole(look: Flask, browser: Browser) -> None:
    with served(look) as site:
        context = browser.new_context(java_script_enabled=False, locale="nb-NO")
        page = context.new_page()
        page.goto(site + ADDRESS)
        page.get_by_text("Vis som tabell").first.click()
        page.get_by_role("table", name="Andel av stemmesedlene").wait_for(state="visible")
        context.close()


def test_on_paper_everything_folded_away_is_shown_and_navigation_is_not(look: Flask, browser: Browser) -> None:
    with served(look) as site:
        context = browser.new_context(locale="nb-NO")
        page = context.new_page()
        page.goto(site + ADDRESS)
        page.emulate_media(media="print")
        assert page.get_by_role("table", name="Andel av stemmesedlene").is_visible()
        assert not page.locator(".side-navigation").is_visible()
        context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(look: Flask, browser: Browser) -> None:
    with served(look) as site:
        context = browser.new_context(locale="nb-NO")
        page = context.new_page()
        page.goto(site + ADDRESS)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innhold"
        context.close()


def _complaints(page: Page) -> list[str]:
    """What the browser refuses: broken policy, missing files, faults in scripts."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    return said
