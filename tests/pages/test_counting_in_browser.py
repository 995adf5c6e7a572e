"""Counting in a real browser: a whole district typed by two clerks with the keyboard alone; readable by everyone.

The district has the figures of Unjárga-Nesseby, 9 September 2019, from the official record. First count: advance 277
ticks, 277 ballots for lists and 2 blank; late 15 ticks, 13, 1 blank, 1 doubtful; election day 305, 301, 3, 1. Second:
the late doubtful one was rejected on ground d, and the one of election day counted for Samefolkets Parti (35 → 36).
"""

from collections import Counter
from collections.abc import Iterator
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
from app.core.clock import now
from app.core.database import transaction
from app.elections.counting.queries import blockers, changed_expected, units_of
from app.elections.counting.services.ballots import decide_doubtful, hand_over
from app.elections.counting.services.entries import save_entry
from app.elections.counting.services.plan import drop_unit, make_plan
from app.elections.domain.categories import Category
from app.elections.domain.count_form import FIRST, SECOND, form_lines
from app.elections.domain.doubtful_ballots import DoubtfulDecision, DoubtfulOutcome
from app.elections.domain.election import Election, Municipality, RuleSetName
from app.elections.files.ballots_file import write_ballots
from app.elections.files.counts_file import CountLine, write_counts
from app.elections.files.settle_files import SettledFiles, settle_files
from app.elections.files.setup_file import write_setup
from app.elections.models import ContestRow
from app.elections.queries import current_settlement
from config import Config
from tests.accounts import an_account
from tests.cases.tally_to_files import changed_ballots
from tests.counting import KARI, OFFICER, OLA, a_unit, an_election_being_counted, count_unit, paper
from tests.domain.nesseby_2019 import LIST_VOTES, SEATS_WON, nesseby_contest, nesseby_tally
from tests.elections import a_stored_election
from tests.pages.look import served
from tests.pages.test_list_room_in_browser import sign_in

CLERKS = ("sunniva@nesseby.example", "oyvind@nesseby.example")
BOARD = "valgstyret@nesseby.example"
FO, FS, VO = Category.FO, Category.FS, Category.VO

LISTS = {
    FIRST: {FO: (25, 25, 13, 146, 52, 16), FS: (0, 1, 0, 9, 3, 0), VO: (28, 19, 36, 114, 69, 35)},
    SECOND: {FO: (25, 25, 13, 146, 52, 16), FS: (0, 1, 0, 9, 3, 0), VO: (28, 19, 36, 114, 69, 36)},
}
OTHERS: dict[int, dict[Category, dict[str, int]]] = {
    FIRST: {
        FO: {"ticks": 277, "blank": 2, "doubtful": 0},
        FS: {"ticks": 15, "blank": 1, "doubtful": 1},
        VO: {"ticks": 305, "blank": 3, "doubtful": 1},
    },
    SECOND: {FO: {"blank": 2}, FS: {"blank": 1, "rejected-d": 1}, VO: {"blank": 3}},
}
CODES = tuple(each.code for each in nesseby_contest().lists)


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


def changed_in(category: Category) -> dict[str, int]:
    """Each list's changed ballots lie among those of election day, as many as there is room for, then in advance."""
    changed = Counter(row[2] for row in changed_ballots(nesseby_contest(), nesseby_tally()))
    on_day = {code: min(changed[code], n) for code, n in zip(CODES, LISTS[SECOND][VO], strict=True)}
    early = {code: changed[code] - on_day[code] for code in CODES}
    return {VO: on_day, FO: early, FS: dict.fromkeys(CODES, 0)}[category]


def on_paper(count: int, category: Category) -> list[str]:
    """The unit's paper, line by line of the form."""
    per_list = dict(zip(CODES, LISTS[count][category], strict=True))
    others, changed = OTHERS[count][category], changed_in(category)
    figures = dict(others)
    for code, number in per_list.items():
        figures |= {f"list:{code}": number, f"changed:{code}": changed[code]}
        figures[f"unchanged:{code}"] = number - changed[code]
    figures["sum:lists"] = sum(per_list.values())
    figures["sum:all"] = figures["sum:lists"] + sum(n for line, n in others.items() if line != "ticks")
    lines = form_lines(CODES, count)
    return ["" if line == "ticks" and count == SECOND else str(figures.get(line, 0)) for line in lines]


def type_paper(page: Page, figures: list[str]) -> None:
    """From the focus in the first field: every figure and Enter, Enter in the last one saves."""
    for text in figures[:-1]:
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    page.keyboard.type(figures[-1])
    with page.expect_navigation():
        page.keyboard.press("Enter")


def a_planned_district(app: Flask) -> None:
    """Nesseby, planned; nothing came in special or emergency envelopes, and there is no other district."""
    with app.app_context(), transaction() as session:
        contest = a_stored_election(session, nesseby_contest()).contests[0]
        make_plan(session, contest, (), by=OFFICER, at=now())
        for unit in units_of(session, contest):
            if unit.key.category not in (FO, FS, VO):
                drop_unit(session, a_unit(session, contest, str(unit.key)), "Ingen stemmer.", by=OFFICER, at=now())
        for address, name in zip(CLERKS, ("Sunniva Kvernbit", "Øyvind Brattespe"), strict=True):
            an_account(session, Role.COUNT_CLERK, address=address, name=name)
        an_account(session, Role.ELECTORAL_BOARD, address=BOARD, name="Signe Fjellrabb")


def decide_the_two_doubtful(app: Flask) -> None:
    by, at = Actor(BOARD), now()
    rejected = DoubtfulDecision(DoubtfulOutcome.REJECTED_D, None, "Listen stiller ikke her.")
    with app.app_context(), transaction() as session:
        contest = session.scalars(select(ContestRow)).one()
        decide_doubtful(session, contest, FS, "", rejected, by=by, at=at)
        counts = DoubtfulDecision(DoubtfulOutcome.FOR_LIST, "L06", "Partinavnet er leselig.")
        decide_doubtful(session, contest, VO, "", counts, by=by, at=at)


def _type_count(page: Page, site: str, count: int, clerk: str, *, slip: bool = False) -> None:
    """One clerk types all three units of a count, one page after the other; ``slip``: 114 is read as 141 once."""
    page.context.clear_cookies()
    sign_in(page, site, clerk)
    page.goto(f"{site}/admin/valg/2023/telling/nesseby/{count}-FO-/for")
    for category in (FO, FS, VO):
        figures = on_paper(count, category)
        if slip and category is VO:
            at = figures.index("114")
            figures[at] = "141"
            figures[-1] = str(int(figures[-1]) + 27)
            figures[figures.index("301")] = "328"
        assert f"{count}-{category}-" in page.url
        type_paper(page, figures)


def _look_at_the_paper_again(page: Page) -> None:
    """Only what differs is asked for: the list and both sums, in the order of the paper."""
    assert page.get_by_text("Den andre har skrevet noe annet").count() == 1
    shown = page.locator("input[data-line]:visible")
    assert [each.get_attribute("data-line") for each in shown.all()] == ["list:L04", "sum:lists", "sum:all"]
    assert shown.nth(0).input_value() == "141"
    assert "114" not in page.content()
    for text in ("114", "301", "305"):
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        if text != "305":
            page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _approve(page: Page, site: str, count: int) -> None:
    page.context.clear_cookies()
    sign_in(page, site, BOARD)
    for category in (FO, FS, VO):
        page.goto(f"{site}/admin/valg/2023/telling/nesseby/{count}-{category}-")
        for field in page.locator("textarea[name^=forklaring-]").all():
            field.fill("Kontrollert mot papiret.")
        with page.expect_navigation():
            page.get_by_role("button", name="Godkjenn tallene").click()


def _files(folder: Path) -> tuple[Path, Path, Path]:
    """Setup, counts and changed ballots of the same district as files."""
    contest = nesseby_contest()
    election = Election(
        "Bydelsvalg 2023", RuleSetName.VALGLOVEN_2002, date(2023, 9, 11), Municipality("Bergen", "4601"), (contest,)
    )
    setup, counts, ballots = (folder / name for name in ("setup.json", "counts.csv", "ballots.csv"))
    setup.write_bytes(write_setup(election))
    counts.write_bytes(b"".join(write_counts(_second_count_lines())))
    ballots.write_bytes(b"".join(write_ballots(changed_ballots(contest, nesseby_tally()))))
    return setup, counts, ballots


def _second_count_lines() -> Iterator[CountLine]:
    for category, per_list in LISTS[SECOND].items():
        for code, number in zip(CODES, per_list, strict=True):
            yield CountLine("nesseby", SECOND, category, "", f"list:{code}", number)


@pytest.mark.rule("R-131", "R-138", "R-139", "R-150")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_whole_district_is_typed_by_two_clerks_and_settles_as_the_files_do(
    app: Flask, session: Session, browser: Browser, tmp_path: Path
) -> None:
    Context().run(a_planned_district, app)
    with served(app) as site:
        page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
        _type_count(page, site, FIRST, CLERKS[0])
        _type_count(page, site, FIRST, CLERKS[1], slip=True)
        _look_at_the_paper_again(page)
        _approve(page, site, FIRST)
        Context().run(decide_the_two_doubtful, app)
        for clerk in CLERKS:
            _type_count(page, site, SECOND, clerk)
        _approve(page, site, SECOND)
        page.close()
    contest = session.scalars(select(ContestRow)).one()
    assert blockers(session, contest) == ()
    registered = Counter(row[2] for row in changed_ballots(nesseby_contest(), nesseby_tally()))
    assert changed_expected(session, contest) == {code: registered[code] for code in CODES}
    setup, counts, ballots = _files(tmp_path)
    run = app.test_cli_runner().invoke
    assert run(args=["elections", "import-ballots", "2023", str(ballots)]).exit_code == 0
    assert run(args=["elections", "settle", "2023"]).exit_code == 0
    session.rollback()
    stored, from_files = current_settlement(session, contest.id), settle_files(setup, counts, ballots, ())
    assert stored is not None
    assert isinstance(from_files, SettledFiles)
    assert stored.settlement == from_files.settlements[0]
    assert {each.code: each.list_votes for each in stored.settlement.lists} == LIST_VOTES
    assert {each.code: each.seats for each in stored.settlement.lists} == SEATS_WON


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_sum_is_shown_as_it_is_typed(app: Flask, browser: Browser) -> None:
    Context().run(a_planned_district, app)
    with served(app) as site:
        page = browser.new_page(locale="nb-NO")
        sign_in(page, site, CLERKS[0])
        page.goto(f"{site}/admin/valg/2023/telling/nesseby/1-VO-/for")
        for text in ("305", "28", "19", "36", "114", "69", "35", "310"):
            page.keyboard.type(text)
            page.keyboard.press("Enter")
        output = page.locator("output[data-sum='sum:lists']")
        assert output.inner_text() == "tallene blir 301"
        page.keyboard.press("ArrowUp")
        page.keyboard.type("301")
        assert output.inner_text() == "stemmer"
        page.close()


def _a_room_in_use(app: Flask) -> dict[str, list[str]]:
    """Account → what it looks at: units in every state, a doubtful ballot, a hand-over, and the hall's screen."""
    with app.app_context(), transaction() as session:
        fana, asane = an_election_being_counted(session, "fana", "asane").contests
        for address, role in ((CLERKS[0], Role.COUNT_CLERK), (BOARD, Role.ELECTORAL_BOARD)):
            an_account(session, role, address=address)
        an_account(session, Role.ELECTION_OFFICER, address="valgansvarlig@bergen.example")
        count_unit(session, a_unit(session, fana, "1-VO-0801"), "Kontrollert.", A=40, B=30, C=20, doubtful=2, ticks=100)
        row = a_unit(session, fana, "1-FO-")
        save_entry(session, row, paper(fana, A=40), "Ni sedler er våte.", turn=1, seen=0, by=Actor(CLERKS[0]), at=now())
        save_entry(session, row, paper(fana, A=41), "", turn=2, seen=0, by=OLA, at=now())
        strange = a_unit(session, fana, "1-VO-0802")
        for turn, by in ((1, KARI), (2, OLA)):
            save_entry(session, strange, paper(fana, A=90, blank=9), "", turn=turn, seen=0, by=by, at=now())
        hand_over(session, fana, asane, (VO, "0801"), 12, by=KARI, at=now())
        room = "/admin/valg/2023/telling"
        return {
            CLERKS[0]: [
                *(
                    room,
                    f"{room}/fana",
                    f"{room}/fana/1-FO-/for",
                    f"{room}/fana/1-FS-/for",
                    f"{room}/fana/1-VO-0801/for",
                ),
                *("/admin/valg/2023/kontrollkoder", "/admin/valg/2023/kontrollkoder/W.102"),
                *("/admin/valg/2023/overleveringer", "/valg/2023/tellesal"),
            ],
            BOARD: [
                *(f"{room}/fana/{unit}" for unit in ("1-VO-0801", "1-VO-0802", "1-FO-", "2-VO-0801")),
                *(f"{room}/fana/{page}" for page in ("avstemming", "tvilsomme", "stemmegivninger")),
            ],
            "valgansvarlig@bergen.example": [f"{room}/fana/plan", f"{room}/asane"],
        }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("width", [320, 1280], ids=["telephone", "desk"])
def test_every_page_of_the_counting_room_is_accessible_and_fits_the_screen(
    app: Flask, browser: Browser, width: int
) -> None:
    """With everything unfolded: no finding by axe, no sideways scrolling of the page, nothing in the console."""
    addresses = Context().run(_a_room_in_use, app)
    complaints: list[str] = []
    with served(app) as site:
        page = browser.new_page(viewport={"width": width, "height": 800}, locale="nb-NO")
        page.on("console", lambda message: complaints.append(message.text))
        for account, of_account in addresses.items():
            page.context.clear_cookies()
            sign_in(page, site, account)
            for address in of_account:
                answer = page.goto(site + address)
                assert answer is not None
                assert answer.status == 200, address
                page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                findings = Axe().run(page)
                assert findings.violations_count == 0, f"{address}: {findings.generate_report()}"
        page.close()
    assert complaints == []
