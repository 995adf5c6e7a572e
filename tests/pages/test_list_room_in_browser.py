"""The list room in a real browser: a list from paper to approval with the keyboard alone; readable by everyone."""

from contextvars import Context
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.domain.list_findings import Weight
from app.elections.lists.models import ListProposalRow
from app.elections.lists.queries import reviewed
from app.elections.lists.services.decisions import approve, notify_defects
from app.elections.models import CandidateListRow
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.list_proposals import AT, BOARD, BY, a_draft, an_open_election, ready, received, typed
from tests.pages.look import served

LINES = "\n".join(f"Kandidat{n};Fana;{n}.1.1980;lærer;Nesttun;;{'x' if n < 3 else ''}" for n in range(1, 8))


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


def tab_to(page: Page, label: str, role: str = "") -> None:
    """Press Tab until the control with this name has the focus. A control that Tab never reaches fails the test."""
    for _ in range(300):
        page.keyboard.press("Tab")
        named = page.evaluate(
            """() => {
                const here = document.activeElement;
                const labels = [...(here.labels || [])].map((each) => each.textContent.trim());
                return [here.getAttribute('aria-label'), ...labels, here.textContent.trim()].filter(Boolean);
            }"""
        )
        tag = page.evaluate("document.activeElement.tagName.toLowerCase()")
        if any(name.startswith(label) for name in named) and role in ("", tag):
            return
    raise AssertionError(f"Tab never reaches «{label}»")


def write(page: Page, label: str, text: str, role: str = "") -> None:
    tab_to(page, label, role)
    page.keyboard.insert_text(text)


def press(page: Page, label: str, role: str = "button") -> None:
    """Go to a button or link and press Enter; wait for the page it leads to."""
    tab_to(page, label, role)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_in(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}/logg-inn?next=/admin")
    write(page, "E-post", address)
    write(page, "Passord", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _type_heading_and_candidates(page: Page) -> None:
    press(page, "Listeforslag", "a")
    press(page, "Ny liste", "a")
    write(page, "Overskrift", "Høyre")
    tab_to(page, "Registrert parti med lokallag")
    page.keyboard.press("Space")
    write(page, "Kode", "H")
    press(page, "Lagre og skriv inn kandidatene")
    write(page, "Lim inn fra et regneark", LINES, "textarea")
    press(page, "Legg til nederst")
    press(page, "Opp: Kandidat7 Fana")
    press(page, "Til listen", "a")


def _type_signatures(page: Page) -> None:
    press(page, "Underskrifter", "a")
    for row, name in ((1, "Kari Lie"), (2, "Ola Vik")):
        write(page, f"Navn, rad {row}", name)
        write(page, f"Fødselsdato, rad {row}", f"{row}.5.1970")
        write(page, f"Adresse, rad {row}", "Storgata 1")
        tab_to(page, f"Styremedlem, rad {row}")
        page.keyboard.press("Space")
        tab_to(page, f"Stemmerett, rad {row}")
        page.keyboard.press("j")
    press(page, "Lagre underskriftene")
    press(page, "Til listen", "a")


def _receive_check_and_tell(page: Page) -> None:
    tab_to(page, "Dag")
    page.keyboard.type("15032024")
    write(page, "Klokkeslett", "11:58:30")
    press(page, "Listen er mottatt")
    press(page, "Valgbarhet og vedlegg", "a")
    tab_to(page, "Sett «ja» på alt")
    page.keyboard.press("Space")
    write(page, "Hvor opplysningene er hentet fra", "folkeregisteret")
    press(page, "Lagre kontrollen")
    press(page, "Til listen", "a")
    press(page, "Beskjed til kandidatene", "a")
    tab_to(page, "Brevene er sendt")
    page.keyboard.press("Space")
    press(page, "Før at beskjeden er sendt")


def _approve(page: Page) -> None:
    press(page, "Listeforslag", "a")
    press(page, "H: Høyre", "a")
    assert page.get_by_text("Ingenting er funnet galt ved listen.").count() == 1
    press(page, "Valgstyrets vedtak", "a")
    tab_to(page, "Listen godkjennes")
    page.keyboard.press("Space")
    write(page, "Valgstyrets saksnummer", "2027/12")
    press(page, "Før vedtaket")
    assert page.get_by_role("heading", level=1).inner_text().startswith("H: Høyre")


@pytest.mark.rule("R-66")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_officer_takes_a_list_from_paper_to_approval_with_the_keyboard_alone(
    app: Flask, session: Session, browser: Browser
) -> None:
    """The officer types heading, candidates, signatures, receipt, checks and notices; the board approves."""
    with transaction() as writing:
        an_open_election(writing)
        an_account(writing, Role.ELECTION_OFFICER, address="officer@bergen.example", name="Sunniva Kvernbit")
        an_account(writing, Role.ELECTORAL_BOARD, address="board@bergen.example", name="Øyvind Brattespe")
    with served(app) as site:
        page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
        sign_in(page, site, "officer@bergen.example")
        _type_heading_and_candidates(page)
        _type_signatures(page)
        _receive_check_and_tell(page)
        page.context.clear_cookies()
        sign_in(page, site, "board@bergen.example")
        _approve(page)
        page.close()
    frozen = session.scalars(select(CandidateListRow)).one()
    assert [each.name for each in frozen.candidates] == [
        *(f"Kandidat{n} Fana" for n in (1, 2, 3, 4, 5, 7, 6)),
    ]
    row = session.scalars(select(ListProposalRow)).one()
    assert (row.case_number, row.decided_by) == ("2027/12", "board@bergen.example")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("width", [320, 1280], ids=["telephone", "desk"])
def test_every_page_of_the_list_room_is_accessible_and_fits_the_screen(
    app: Flask, session: Session, browser: Browser, width: int
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    addresses = Context().run(_lists_of_all_kinds, app)
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


def _lists_of_all_kinds(app: Flask) -> dict[str, list[str]]:
    """Account → the addresses it looks at: a list with defects, one to decide, one approved, and the public pages."""
    with app.app_context(), transaction() as session:
        election = an_open_election(session, {"fana": 15, "arna": 13})
        an_account(session, Role.ELECTION_OFFICER, address="officer@bergen.example")
        an_account(session, Role.ELECTORAL_BOARD, address="board@bergen.example")
        wrong = received(session, a_draft(session, election, candidates=typed(6, bonus=1)))
        notify_defects(session, wrong, date(2027, 4, 13), seen=wrong.edit, by=BY, at=AT)
        waiting = ready(session, election, "Høyre", "H")
        done = ready(session, election, "Venstre", "V", contest="arna")
        assert reviewed(session, done).of(Weight.DEFECT) == ()
        approve(session, done, "2027/12", "", seen=done.edit, by=BOARD, at=AT)
        room = "/admin/valg/2027/lister"
        pages = ("", "/kandidater", "/underskrifter", "/kontroll", "/mangler", "/beskjed", "/stryk", "/versjoner")
        return {
            "officer@bergen.example": [
                *("/valg/2027/lister", "/valg/2027/arna/lister", room, f"{room}/ny", f"{room}/{done.id}"),
                *(f"{room}/{wrong.id}{page}" for page in (*pages, "/overskrift")),
            ],
            "board@bergen.example": [f"{room}/{wrong.id}", f"{room}/{waiting.id}/vedtak"],
        }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_row_is_dragged_to_another_place_and_the_numbers_follow(
    app: Flask, session: Session, browser: Browser
) -> None:
    """The third candidate is dragged above the first: 3, 1, 2, and the numbers are 1 to 7 again."""
    with transaction() as writing:
        number = a_draft(writing, an_open_election(writing), candidates=typed(7)).id
        an_account(writing, Role.ELECTION_OFFICER, address="officer@bergen.example")
    with served(app) as site:
        page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
        sign_in(page, site, "officer@bergen.example")
        page.goto(f"{site}/admin/valg/2027/lister/{number}/kandidater")
        rows = page.locator("#kandidatene tbody tr")
        rows.nth(2).locator("td").first.drag_to(
            rows.nth(0).locator("td").first, source_position={"x": 2, "y": 2}, target_position={"x": 2, "y": 2}
        )
        names = [rows.nth(at).locator("[name^=first_name-]").input_value() for at in range(3)]
        places = [rows.nth(at).locator("[name^=position-]").input_value() for at in range(7)]
        page.close()
    assert names == ["Kandidat3", "Kandidat1", "Kandidat2"]
    assert places == ["1", "2", "3", "4", "5", "6", "7"]
