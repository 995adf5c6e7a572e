"""Attendance over a period: minutes in the seat, meetings led, amounts; for those who keep the council alone."""

import pytest
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.meetings.domain.attendance_figures import NO_TIME, PeriodFigure, Rates
from tests.browser import Browser
from tests.conftest import SignIn
from tests.documents.samples import page_texts
from tests.held_meetings import an_evening_held

ROOM = "/admin/moter/oppmote"
PERIOD = "fra=2025-01-01&til=2025-12-31&medlem=1200&vara=1000&leder=300"


@pytest.fixture
def secretary(client: Browser, sign_in: SignIn, session: Session) -> Browser:
    """A secretary of Fana, where a meeting is held: thirteen events, twelve minutes from the first to the last."""
    with transaction() as writing:
        an_evening_held(writing)
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    return client


@pytest.mark.rule("R-300")
def test_the_list_has_meetings_time_and_amount_for_each_person(secretary: Browser) -> None:
    """The chair: one meeting at 1 200 and 300 for leading it is 1 500; the six others 1 200 each."""
    page = secretary.get(f"{ROOM}?{PERIOD}").text
    assert "Fana Ap en" in page
    assert "1\u202f500" in page
    assert page.count("1\u202f200") == 6
    assert "0:12" in page


@pytest.mark.rule("R-300")
def test_the_csv_has_a_row_for_each_person_and_meeting_and_the_pdf_a_sum(secretary: Browser) -> None:
    """Seven members; 1 500 and six times 1 200 make 8 700."""
    lines = secretary.get(f"{ROOM}/oppmote.csv?{PERIOD}").text.splitlines()
    assert lines[0] == "council,meeting,on,name,as_deputy,led,minutes"
    assert lines[1] == "Fana bydelsutvalg,1/25,2025-03-11,Fana Ap en,0,1,12"
    assert len(lines) == 8
    text = " ".join(page_texts(secretary.get(f"{ROOM}/oppmote.pdf?{PERIOD}").data))
    assert "8\u202f700" in text
    assert "Ikke offentlig." in text


def test_another_councils_secretary_finds_nobody(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    sign_in(Role.COUNCIL_SECRETARY, "arna")
    assert "Fana Ap en" not in client.get(f"{ROOM}?{PERIOD}").text
    assert len(client.get(f"{ROOM}/oppmote.csv?{PERIOD}").text.splitlines()) == 1


def test_a_deputys_rate_is_its_own() -> None:
    """Two meetings as member, one as deputy, none led: 2 · 1 200 + 1 000 = 3 400."""
    figure = PeriodFigure(1, "Anne", 2, 1, 0, NO_TIME)
    assert Rates(1200, 1000, 300).amount(figure) == 3400
