"""The settlement room in a real browser: a tie stops and is carried on with the keyboard alone; two people at once."""

from contextvars import Context
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.domain.eligibility_findings import EligibilityFinding, FindingCause
from app.elections.models import SettlementRow
from app.elections.settling.models import SettlementAnnulmentRow, SettlementDecisionRow, SettlementLotRow
from app.elections.settling.services.eligibility import record_finding
from config import Config
from tests.accounts import an_account
from tests.pages.look import served
from tests.pages.test_list_room_in_browser import press, sign_in, tab_to, write
from tests.services.settling.room import NIGHT, annulled, counted, proposed, the_contest, tried

OFFICER, SECOND, BOARD = "officer@bergen.example", "second@bergen.example", "board@bergen.example"
ROOM = "/admin/valg/2023/oppgjor"


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


def accounts() -> None:
    with transaction() as writing:
        an_account(writing, Role.ELECTION_OFFICER, address=OFFICER, name="Sunniva Kvernbit")
        an_account(writing, Role.ELECTORAL_BOARD, address=SECOND, name="Torstein Havn")
        an_account(writing, Role.ELECTORAL_BOARD, address=BOARD, name="Øyvind Brattespe")


def _draw_and_propose(page: Page) -> None:
    press(page, "Valgoppgjør", "a")
    press(page, "Fana", "a")
    press(page, "Gjør et prøveoppgjør")
    assert page.get_by_text("Det må trekkes lodd om plass 3").count() == 1
    assert Axe().run(page).violations_count == 0
    tab_to(page, "A: Liste A")
    page.keyboard.press("ArrowDown")
    write(page, "Vitner", "Kari Lie\nOla Vik", "textarea")
    press(page, "Før loddet og gå videre")
    press(page, "Foreslå oppgjøret for valgstyret")


def _decide(page: Page) -> None:
    press(page, "Valgoppgjør", "a")
    press(page, "Nr. 1", "a")
    write(page, "Valgstyrets saksnummer", "2023/88")
    write(page, "Medlemmer i valgstyret", "5")
    write(page, "Til stede", "Kari Lie\nOla Vik\nPer Dal", "textarea")
    tab_to(page, "Valgstyret har sett tallene")
    page.keyboard.press("Space")
    press(page, "Vedta oppgjøret")


@pytest.mark.rule("R-155")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_tie_stops_and_is_carried_on_to_a_decision_with_the_keyboard_alone(
    app: Flask, session: Session, browser: Browser, tmp_path: Path
) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    accounts()
    with served(app) as site:
        page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
        sign_in(page, site, OFFICER)
        _draw_and_propose(page)
        page.context.clear_cookies()
        sign_in(page, site, BOARD)
        _decide(page)
        assert "Vedtatt" in page.get_by_role("heading", level=1).inner_text()
        page.close()
    lot = session.scalars(select(SettlementLotRow)).one()
    assert (lot.winner, lot.witnesses, lot.recorded_by) == ("B", "Kari Lie\nOla Vik", OFFICER)
    decision = session.scalars(select(SettlementDecisionRow)).one()
    assert (decision.decided_by, decision.case_number, decision.members) == (BOARD, "2023/88", 5)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_of_two_who_have_the_same_settlement_open_the_second_is_told_that_it_is_gone(
    app: Flask, session: Session, browser: Browser, tmp_path: Path
) -> None:
    """One annuls while the other has the page open; both settlements that follow can be read."""
    counted(tmp_path)
    accounts()
    with transaction() as writing:
        proposed(writing)
    with served(app) as site:
        pages = []
        for account in (SECOND, BOARD):
            page = browser.new_context(locale="nb-NO").new_page()
            sign_in(page, site, account)
            page.goto(f"{site}{ROOM}/fana/1")
            pages.append(page)
        for page, reason in zip(pages, ("En bunke mangler.", "Feil dag."), strict=True):
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
            write(page, "Hvorfor oppgjøret oppheves", reason, "textarea")
            press(page, "Opphev oppgjøret", "button")
        assert pages[0].get_by_text("En bunke mangler.").count() == 1
        assert pages[1].get_by_text("kanskje fordi noen andre nettopp var her").count() >= 1
        for page in pages:
            page.context.close()
    assert [row.reason for row in session.scalars(select(SettlementAnnulmentRow))] == ["En bunke mangler."]
    assert [row.number for row in session.scalars(select(SettlementRow))] == [1]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("width", [320, 1280], ids=["telephone", "desk"])
def test_every_page_of_the_room_is_accessible_and_fits_the_screen(
    app: Flask, session: Session, browser: Browser, width: int, tmp_path: Path
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    counted(tmp_path, contests=("fana", "arna"))
    addresses = Context().run(_all_kinds, app)
    complaints: list[str] = []
    with served(app) as site:
        page = browser.new_page(viewport={"width": width, "height": 800}, locale="nb-NO")
        page.on("console", lambda message: complaints.append(message.text))
        for account, of_account in addresses.items():
            page.context.clear_cookies()
            sign_in(page, site, account)
            for address in of_account:
                page.goto(site + address)
                page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                findings = Axe().run(page)
                assert findings.violations_count == 0, f"{address}: {findings.generate_report()}"
        page.close()
    assert complaints == []


def _all_kinds(app: Flask) -> dict[str, list[str]]:
    """Account → the addresses it looks at: a trial, a finding, and settlements annulled and proposed."""
    died = EligibilityFinding(FindingCause.DEAD, date(2023, 9, 9), "Folkeregisteret")
    with app.app_context():
        accounts()
        with transaction() as session:
            annulled(session)
            record_finding(session, the_contest(session), "A", 2, died, by=Actor(OFFICER), at=NIGHT)
            proposed(session)
            tried(session, "arna")
    pages = [ROOM, *(f"{ROOM}/{page}" for page in ("fana", "fana/1", "fana/2", "fana/valgbarhet", "arna"))]
    return {OFFICER: [*pages, f"{ROOM}/arna/valgbarhet"], BOARD: pages}
