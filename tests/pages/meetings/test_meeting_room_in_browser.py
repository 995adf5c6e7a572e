"""The meeting room in a real browser: driven by keys, without network for a while, and readable by everyone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Grant, Role
from app.core.database import transaction
from app.meetings.domain.states import MeetingState
from app.meetings.models import Meeting, MeetingEventRow
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.held_meetings import a_called_meeting, an_evening_held
from tests.pages.look import served

ROOM = "/admin/moter/2025-03-11-fana/referat"
SECRETARY = "siv@bergen.example"
ONE_ENGINE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def config(database_url: str) -> Config:
    """Without TLS, as the test's server is."""
    return Config(
        database_url,
        secret_key="only for tests, and long enough",
        testing=True,
        rate_limits=False,
        plain_http=True,
    )


def opened(browser: Browser, site: str) -> Page:
    page = browser.new_page(locale="nb-NO", viewport={"width": 1400, "height": 900})
    page.goto(f"{site}/logg-inn?next={ROOM}")
    page.get_by_label("E-post").fill(SECRETARY)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page


def key(page: Page, letter: str, expected: int) -> None:
    """Press a letter, and wait until so many things are recorded."""
    page.keyboard.press(letter)
    recorded(page, expected)


def enter(page: Page, expected: int) -> None:
    page.keyboard.press("Enter")
    recorded(page, expected)


def recorded(page: Page, number: int) -> None:
    expect(page.locator("#motet")).to_have_attribute("data-sequence", str(number + 1))


def kinds(session: Session) -> list[str]:
    session.expire_all()
    return list(session.scalars(select(MeetingEventRow.kind).order_by(MeetingEventRow.sequence)))


def stored(writing: Session) -> None:
    an_account(writing, grants=[Grant(Role.COUNCIL_SECRETARY, "fana")], address=SECRETARY, name="Siv Sand")
    a_called_meeting(writing)


def begin(page: Page) -> None:
    """Everybody is there, and the chair sets the meeting; the first case is taken up."""
    page.locator("#act-opprop button[type=submit]").click()
    recorded(page, 1)
    page.locator("#act-sett button[type=submit]").click()
    recorded(page, 2)
    page.keyboard.press("s")
    page.locator("#act-sak select[name=sak-item]").select_option("i2")
    page.locator("#act-sak button[type=submit]").click()
    recorded(page, 3)


@ONE_ENGINE
def test_a_case_is_voted_on_and_decided_with_letters_and_enter(app: Flask, session: Session, browser: Browser) -> None:
    """V opens the vote, D the decision with its text in place; N ends the case, and Z takes that back."""
    with transaction() as writing:
        stored(writing)
    with served(app) as site:
        page = opened(browser, site)
        begin(page)
        page.keyboard.press("v")
        page.locator("[name=votering-votes]").fill("Ap for; H mot")
        enter(page, 4)
        page.keyboard.press("d")
        page.locator("#act-vedtak button[type=submit]").click()
        recorded(page, 5)
        key(page, "n", 6)
        key(page, "z", 7)
        expect(page.locator(".paper")).to_contain_text("Innstillingen ble vedtatt med 4 stemmer (Ap 4) mot 3 (H 3).")
    assert kinds(session)[3:] == ["vote_held", "decided", "item_handled", "undo"]


@ONE_ENGINE
def test_minutes_without_network_lose_nothing_and_count_nothing_twice(
    app: Flask, session: Session, browser: Browser
) -> None:
    """Three things are recorded without network; the page is even read anew. Then the network is back."""
    with transaction() as writing:
        stored(writing)
    with served(app) as site:
        page = opened(browser, site)
        begin(page)
        page.context.set_offline(True)
        for text in ("Første", "Andre", "Tredje"):
            page.keyboard.press("r")
            page.locator("[name=merknad-text]").fill(text)
            page.locator("#act-merknad button[type=submit]").click()
        expect(page.locator("#ko li")).to_have_count(3)
        page.context.set_offline(False)
        page.reload()
        recorded(page, 6)
        expect(page.locator("#ko")).to_be_hidden()
    rows = list(session.scalars(select(MeetingEventRow).order_by(MeetingEventRow.sequence)))
    texts = [each.document.split('"text": "')[1].split('"')[0] for each in rows if each.kind == "remark_entered"]
    assert texts == ["Første", "Andre", "Tredje"]


@ONE_ENGINE
def test_what_is_typed_stands_when_the_page_is_read_anew(app: Flask, browser: Browser, session: Session) -> None:
    with transaction() as writing:
        stored(writing)
    with served(app) as site:
        page = opened(browser, site)
        begin(page)
        page.keyboard.press("r")
        page.locator("[name=merknad-text]").fill("Halvferdig")
        page.reload()
        expect(page.locator("[name=merknad-text]")).to_have_value("Halvferdig")
    assert "remark_entered" not in kinds(session)


@ONE_ENGINE
def test_two_who_record_at_once_are_told_and_nothing_is_lost(app: Flask, session: Session, browser: Browser) -> None:
    """The second has not seen what the first recorded: it waits, and is sent again by choice."""
    with transaction() as writing:
        stored(writing)
    with served(app) as site:
        first = opened(browser, site)
        begin(first)
        second = opened(browser, site)
        first.keyboard.press("r")
        first.locator("[name=merknad-text]").fill("Fra den første")
        first.locator("#act-merknad button[type=submit]").click()
        recorded(first, 4)
        second.keyboard.press("r")
        second.locator("[name=merknad-text]").fill("Fra den andre")
        second.locator("#act-merknad button[type=submit]").click()
        expect(second.locator("#ko")).to_contain_text("Noen andre har ført noe i mellomtiden")
        second.get_by_role("button", name="Send på nytt").click()
        recorded(second, 5)
    assert kinds(session)[3:] == ["remark_entered", "remark_entered"]


@ONE_ENGINE
def test_the_rooms_are_readable_by_everyone(app: Flask, session: Session, browser: Browser) -> None:
    with transaction() as writing:
        an_account(writing, grants=[Grant(Role.COUNCIL_SECRETARY, "fana")], address=SECRETARY, name="Siv Sand")
        an_evening_held(writing)
    assert session.scalars(select(Meeting)).one().state is MeetingState.CLOSED
    with served(app) as site:
        page = opened(browser, site)
        for address in (ROOM, ROOM.replace("referat", "protokoll"), "/admin/moter/oppmote"):
            page.goto(site + address)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            page.set_viewport_size({"width": 320, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            page.set_viewport_size({"width": 1400, "height": 900})
