"""Changed ballots in a real browser: typed without the mouse, read at once, saved by itself; readable by everyone."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import Context
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.changed_ballots.models import TypedBatch, TypedEntry
from app.elections.changed_ballots.queries import desk_of
from app.elections.changed_ballots.services.samples import draw_sample
from app.elections.changed_ballots.texts import for_the_page, said
from app.elections.domain.typed_batches import BatchState
from app.elections.models import ElectionRow
from app.elections.queries import changed_ballots
from config import Config
from tests.accounts import an_account
from tests.pages.look import served
from tests.pages.test_list_room_in_browser import press, sign_in, tab_to, write
from tests.typed_ballots import (
    AT,
    BOARD,
    KARI,
    OLA,
    a_batch,
    a_counted_election,
    an_agreed_batch,
    an_approved_batch,
    contest_of,
    type_in,
)

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ROOM = "/admin/bunker/2023"

TYPED = ["1 4", "liv", "2 c3 c5", "-", "7 ?", "3"]
"""What Kari reads off the paper; the second ballot has a name, which she takes from the offers."""
MISREAD = ["1 4", "liv", "2 c3 c6", "-", "7 ?", "3"]
"""What Ola types: C6 where the paper says C5."""


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


@pytest.fixture
def election(session: Session) -> ElectionRow:
    """Fana, counted; two clerks and one of the board."""
    with transaction() as writing:
        for actor, role in ((KARI, Role.COUNT_CLERK), (OLA, Role.COUNT_CLERK), (BOARD, Role.ELECTORAL_BOARD)):
            an_account(writing, role, address=actor.name, name=actor.name.partition("@")[0])
        return a_counted_election(writing)


@contextmanager
def signed_in(app: Flask, browser: Browser, actor: Actor, width: int = 1280) -> Iterator[tuple[Page, str]]:
    """A page of a browser of their own, and the site."""
    with served(app) as site:
        context = browser.new_context(locale="nb-NO", viewport={"width": width, "height": 900})
        page = context.new_page()
        sign_in(page, site, actor.name)
        yield page, site
        context.close()


def type_bundle(page: Page, lines: list[str]) -> None:
    """The list, then a line for each ballot, Enter after each; the name is taken from the offers by one more Enter."""
    page.keyboard.type("a")
    page.keyboard.press("Enter")
    for line in lines:
        page.keyboard.type(line)
        page.keyboard.press("Enter")
        if line == "liv":
            expect(page.locator("#line-2")).to_have_value("B2 ")
            page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("Enter")  # the focus stands on «Lever inntastingen»


@pytest.mark.rule("R-115")
@SQLITE
def test_two_clerks_type_a_bundle_with_the_keyboard_alone_and_the_comparison_catches_the_error(
    app: Flask, session: Session, election: ElectionRow, browser: Browser
) -> None:
    """Kari registers and types six ballots; Ola types one name wrong; the paper is looked at; the board approves."""
    with signed_in(app, browser, KARI) as (page, _site):
        press(page, "Endrede stemmesedler", "a")
        press(page, "Bydelsvalg 2023", "a")
        tab_to(page, "Før en ny bunke", "summary")
        page.keyboard.press("Enter")
        tab_to(page, "Bydel", "select")
        page.keyboard.type("Fana")
        write(page, "Liste", "A")
        write(page, "Antall sedler", "6")
        press(page, "Gi bunken et nummer")
        press(page, "Tast første gang", "a")
        type_bundle(page, TYPED)
        expect(page.get_by_text("Venter på andre inntasting")).to_be_visible()
    with signed_in(app, browser, OLA) as (page, _site):
        press(page, "Endrede stemmesedler", "a")
        press(page, "Bydelsvalg 2023", "a")
        press(page, "Tast", "a")
        assert [each.input_value() for each in page.locator(".ballot-line input").all()] == [""] * 6
        type_bundle(page, MISREAD)
        press(page, "Avgjør forskjellene", "a")
        assert page.locator("fieldset.ruling legend").all_inner_texts() == ["Seddel 3"]
        tab_to(page, "2 c3 c5")
        page.keyboard.press("Space")
        press(page, "Lagre det papiret sier")
        expect(page.get_by_text("Venter på godkjenning")).to_be_visible()
    with signed_in(app, browser, BOARD) as (page, _site):
        press(page, "Endrede stemmesedler", "a")
        press(page, "Bydelsvalg 2023", "a")
        press(page, "001", "a")
        press(page, "Godkjenn bunken")
    session.rollback()
    batch = session.scalars(select(TypedBatch)).one()
    assert batch.state is BatchState.APPROVED
    assert [(each[3], each[4]) for each in changed_ballots(session, batch.contest_id)] == [
        ("1 4", ""),
        ("", "B:2"),
        ("2", "C:3 C:5"),
        ("", ""),
        ("7", "?"),
        ("3", ""),
    ]


@SQLITE
def test_what_is_typed_is_saved_by_itself_and_survives_that_the_page_is_loaded_again(
    app: Flask, session: Session, election: ElectionRow, browser: Browser
) -> None:
    """First with the network, then without: what was never sent is still there when the page is opened again."""
    with transaction() as writing:
        number = a_batch(writing, election, 3).id
    with signed_in(app, browser, KARI) as (page, site):
        page.goto(f"{site}{ROOM}/{number}/tast")
        page.keyboard.type("a")
        page.keyboard.press("Enter")
        page.keyboard.type("1 4")
        expect(page.locator("#lagret")).to_have_text("Alt er lagret.")
        page.route("**/tast", lambda route: route.abort())
        page.keyboard.press("Enter")
        page.keyboard.type("2 B3")
        expect(page.locator("#lagret")).to_contain_text("Ikke lagret ennå")
        page.unroute("**/tast")
        page.on("dialog", lambda dialog: dialog.accept())
        page.reload()
        assert [each.input_value() for each in page.locator(".ballot-line input").all()] == ["1 4", "2 B3", ""]
        expect(page.locator("#said-2")).to_have_text("2 Ola Vik B3 Kari Nordheim")
        expect(page.locator("#lagret")).to_have_text("Alt er lagret.")
    session.rollback()
    assert session.scalars(select(TypedEntry)).one().lines == "1 4\n2 B3\n"


@SQLITE
def test_a_window_that_others_have_saved_past_is_shown_both_versions(
    app: Flask, session: Session, election: ElectionRow, browser: Browser
) -> None:
    """The same clerk in two windows; the later one saves by itself and is answered with the whole page."""
    with transaction() as writing:
        number = a_batch(writing, election, 1).id
    with signed_in(app, browser, KARI) as (page, site):
        other = page.context.new_page()
        for window in (page, other):
            window.goto(f"{site}{ROOM}/{number}/tast")
        for window, line in ((page, "1"), (other, "2")):
            window.bring_to_front()
            window.locator("#line-1").fill(line)
        expect(other.get_by_role("heading", level=1)).to_have_text("To har lagret bunke 001", timeout=15_000)
        assert other.locator("td code").all_inner_texts() == ["1", "2"]


@SQLITE
def test_the_page_reads_lines_as_the_house_does(
    app: Flask, session: Session, election: ElectionRow, browser: Browser
) -> None:
    """Some thousand lines, read by the script and by the rules: the same words, the same kinds."""
    words = ["1", "7", "8", "0", "01", "a3", "B1", "b2", "B:3", "C7", "C8", "Q2", "q:9", "4o", "-4", "?", "-", "x", ","]
    words += ["kari", "Kari Nordheim", "unni č", "ås", "Nils Hus", "nobody", "", "B2 B2", "12345678"]
    lines = [" ".join(each) for each in product(words, repeat=2)] + [
        "; ".join(each) for each in product(words, repeat=2)
    ]
    lines += ["B2 B3 B4 B5 B6 B7 C1", "1 1 7 1", "b2 a1 ? B2 c1 C2 c3 c4 C5 c6", "1 " * 201, "", "  ", "å" * 401]
    with transaction() as writing:
        batch = a_batch(writing, election, 1)
    with app.test_request_context():
        desk = desk_of(session, batch)
        expected = [[(part.text, part.kind) for part in said(desk, desk.lines.read(line))] for line in lines]
        payload = for_the_page(desk)
    with signed_in(app, browser, KARI) as (page, site):
        page.goto(f"{site}{ROOM}/{batch.id}/tast")
        found = page.evaluate(
            """([desk, lines]) => {
                const { said } = vervBallotLines(desk);
                return lines.map((line) => said(line).map(({ text, kind }) => [text, kind]));
            }""",
            [payload, lines],
        )
    differing = [
        (line, there, here)
        for line, there, here in zip(lines, found, expected, strict=True)
        if [tuple(part) for part in there] != here
    ]
    assert differing == []


@SQLITE
@pytest.mark.parametrize("width", [320, 1280], ids=["telephone", "desk"])
def test_every_page_of_the_room_is_accessible_and_fits_the_screen(
    app: Flask, session: Session, election: ElectionRow, browser: Browser, width: int
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    addresses = Context().run(_bundles_of_all_kinds, app)
    complaints: list[str] = []
    for actor, of_actor in addresses.items():
        with signed_in(app, browser, actor, width) as (page, site):
            page.on("console", lambda message: complaints.append(message.text))
            for address in of_actor:
                page.goto(site + address)
                page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
                if address.endswith("/tast"):
                    page.locator("#line-1").press_sequentially("1 17 kari")
                    expect(page.get_by_role("option").first).to_be_visible()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                findings = Axe().run(page)
                assert findings.violations_count == 0, f"{address}: {findings.generate_report()}"
    assert complaints == []


def _bundles_of_all_kinds(app: Flask) -> dict[Actor, list[str]]:
    """Who → the addresses they look at: bundles to type, with differences, agreed and approved; a sample."""
    with app.app_context(), transaction() as session:
        election = session.scalars(select(ElectionRow)).one()
        done = an_approved_batch(session, election, ["1 1 B1", "B2 ? A3", "-"])
        sample = draw_sample(session, contest_of(election), "3141592653", 2, "Valgstyret", by=BOARD, at=AT)
        agreed = an_agreed_batch(session, election)
        differs = a_batch(session, election, 2)
        type_in(session, differs, ["1", "2 B3"], KARI)
        type_in(session, differs, ["1", "2 C3"], OLA)
        waiting = a_batch(session, election, 3)
        stikk = "/admin/bunker/2023/stikkprover/fana"
        return {
            KARI: [
                *(
                    "/admin/bunker",
                    ROOM,
                    f"{ROOM}/{done.id}",
                    f"{ROOM}/{differs.id}",
                    f"{ROOM}/{differs.id}/sammenlign",
                ),
                *(f"{ROOM}/{waiting.id}", f"{ROOM}/{waiting.id}/tast", f"{stikk}/{sample.number}"),
            ],
            BOARD: [f"{ROOM}/{agreed.id}", f"{ROOM}/{done.id}", stikk],
        }
