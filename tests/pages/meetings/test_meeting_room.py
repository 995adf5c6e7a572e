"""The meeting room without a script: a whole meeting through its forms, refusals in words, nothing counted twice."""

import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.meetings.domain.states import MeetingState
from app.meetings.models import Meeting, MeetingEventRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.held_meetings import a_called_meeting, begun

ROOM = "/admin/moter/2025-03-11-fana/referat"


@pytest.fixture
def secretary(client: Browser, sign_in: SignIn, session: Session) -> Browser:
    """A secretary of Fana, and a meeting that is called."""
    with transaction() as writing:
        a_called_meeting(writing)
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    return client


def entries(session: Session) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(MeetingEventRow)) or 0


def option(page: str, form: str, text: str) -> str:
    """The value of the answer with this text in a form of the page."""
    part = page.split(f'id="act-{form}"')[1].split("</details>", maxsplit=1)[0]
    found = re.search(rf'<option[^>]*value="([^"]*)"[^>]*>[^<]*{re.escape(text)}', part)
    assert found, f"{text!r} is not in {form}"
    return found[1]


def act(browser: Browser, kind: str, /, **fields: str) -> str:
    """Fill in one form as it stands, leave the rest, and give the page that comes after."""
    sent = browser.fill_in(
        ROOM, {f"{kind}-sequence": sequence(browser), **{f"{kind}-{k}": v for k, v in fields.items()}}
    )
    assert sent.status_code == 303, sent.text
    return browser.get(ROOM).text


def sequence(browser: Browser) -> str:
    found = re.search(r'data-sequence="(\d+)"', browser.get(ROOM).text)
    assert found
    return found[1]


def seats(browser: Browser, *numbers: int) -> str:
    """The roll called with these members, and the page after."""
    page = browser.get(ROOM)
    token = re.search(r'name="opprop-csrf_token" type="hidden" value="([^"]+)"', page.text)
    assert token
    data = {
        "opprop-csrf_token": token[1],
        "opprop-sequence": "1",
        "opprop-members": [str(each) for each in numbers],
        "opprop-administration": "Rune Rud, bydelsdirektør",
    }
    sent = browser.post(f"{ROOM}/opprop", data=data, headers={"Referer": "https://localhost" + ROOM})
    assert sent.status_code == 303, sent.text
    return browser.get(ROOM).text


@pytest.mark.rule("R-287", "R-300")
def test_a_whole_meeting_is_recorded_through_the_forms(secretary: Browser, session: Session) -> None:
    """Six of seven meet. Ap 3 for and H 3 against; the chair, in seat 1, breaks the tie. Seat 7 comes for the last."""
    page = seats(secretary, 1, 2, 3, 4, 5, 6)
    assert "6 av 7 – vedtaksført" in page
    page = act(secretary, "sett", leader=option(page, "sett", "Fana Ap en"))
    assert "Møteleder: Fana Ap en" in page
    act(secretary, "sak", item="i1")
    act(secretary, "dagsorden", text="Innkalling og saksliste", votes="enstemmig")
    act(secretary, "ferdig")
    act(secretary, "sak", item="i2")
    act(secretary, "forslag", kind="alternative", text="Parken utsettes ett år.", movers=option_of_mover(secretary, 2))
    page = secretary.get(ROOM).text
    page = act(secretary, "votering", subject=option(page, "votering", "Innstillingen mot"), votes="Ap for; H mot")
    assert "Likt: møtelederens stemme avgjorde (Fana Ap en)." in page
    assert "3 for og 3 mot" in page
    page = act(secretary, "vedtak", text="Parken bygges.", rests_on=option(page, "vedtak", "Votering 2"))
    act(secretary, "ferdig")
    page = secretary.get(ROOM).text
    act(secretary, "kom", who=option(page, "kom", "7 Fana Ap fire"))
    act(secretary, "sak", item="i3")
    page = act(secretary, "votering", subject="p:|", votes="H for; resten mot; 7 for")
    assert "4 for og 3 mot" in page
    act(secretary, "vedtak", text="Lysene slås på.", rests_on=option(page, "vedtak", "Votering 3"))
    act(secretary, "ferdig")
    page = act(secretary, "hev")
    assert "Møtet er hevet, og hendelsene er låst." in page
    assert "Fra Ap stemte Fana Ap fire for." in page
    session.expire_all()
    assert session.scalars(select(Meeting)).one().state is MeetingState.CLOSED


def option_of_mover(browser: Browser, seat: int) -> str:
    page = browser.get(ROOM).text.split('id="act-forslag"')[1].split("</details>")[0]
    found = re.search(rf'value="(\d+)"[^>]*>\s*<label[^>]*>{seat} ', page)
    assert found
    return found[1]


@pytest.mark.rule("R-287")
def test_a_vote_without_quorum_is_refused_in_words_and_what_was_typed_stands(
    secretary: Browser, session: Session
) -> None:
    """Three of seven; four are needed."""
    page = seats(secretary, 1, 3, 5)
    assert "3 av 7 – ikke vedtaksført, 4 må til" in page
    act(secretary, "sett", leader=option(page, "sett", "Fana Ap en"))
    act(secretary, "sak", item="i2")
    before = entries(session)
    fields = {"votering-subject": "p:|", "votering-votes": "1, 3 for; 5 mot", "votering-sequence": sequence(secretary)}
    refused = secretary.fill_in(ROOM, fields)
    assert refused.status_code == 422
    assert "Utvalget er ikke vedtaksført (R-287): 3 av 7 plasser er besatt, og 4 må til." in refused.text
    assert "1, 3 for; 5 mot" in refused.text
    assert entries(session) == before


@pytest.mark.rule("R-287")
def test_a_vote_by_an_empty_seat_is_refused(secretary: Browser) -> None:
    page = seats(secretary, 1, 2, 3, 4, 5, 6)
    act(secretary, "sett", leader=option(page, "sett", "Fana Ap en"))
    act(secretary, "sak", item="i2")
    fields = {
        "votering-subject": "p:|",
        "votering-votes": "resten for; 7 mot",
        "votering-sequence": sequence(secretary),
    }
    refused = secretary.fill_in(ROOM, fields)
    assert refused.status_code == 422
    assert "Plass 7 er tom" in refused.text


def test_a_double_click_counts_once_and_a_stale_page_is_answered_with_the_meeting_as_it_stands(
    secretary: Browser, session: Session
) -> None:
    page = seats(secretary, 1, 2, 3, 4)
    fields = {"sett-leader": option(page, "sett", "Fana Ap en"), "sett-sequence": "2"}
    assert secretary.send(f"{ROOM}/sett", fields).status_code == 303
    assert secretary.send(f"{ROOM}/sett", fields).status_code == 303
    assert entries(session) == 2
    stale = secretary.send(f"{ROOM}/pause", {"pause-reason": "kaffe", "pause-sequence": "2"})
    assert stale.status_code == 409
    assert "Noen andre har ført noe i mellomtiden" in stale.text
    assert entries(session) == 2


def test_the_last_event_is_undone_with_a_button(secretary: Browser, session: Session) -> None:
    page = seats(secretary, 1, 2, 3, 4)
    act(secretary, "sett", leader=option(page, "sett", "Fana Ap en"))
    assert secretary.fill_in(ROOM, {"undone": latest(session), "sequence": "3"}).status_code == 303
    page = secretary.get(ROOM).text
    assert "Ikke satt" in page
    assert entries(session) == 3


def latest(session: Session) -> str:
    session.expire_all()
    found = session.scalars(select(MeetingEventRow).order_by(MeetingEventRow.sequence.desc())).first()
    assert found
    return found.event_id


def test_a_time_that_runs_backwards_is_refused_and_one_put_before_another_is_not(
    secretary: Browser, session: Session
) -> None:
    page = seats(secretary, 1, 2, 3, 4, 5)
    act(secretary, "sett", leader=option(page, "sett", "Fana Ap en"))
    act(secretary, "pause", reason="kaffe")
    fields = {"gikk-person": option(secretary.get(ROOM).text, "gikk", "5 Fana Ap tre"), "gikk-clock": "18.05"}
    refused = secretary.fill_in(ROOM, {**fields, "gikk-sequence": "4"})
    assert refused.status_code == 422
    assert "Klokken 18.05 passer ikke" in refused.text
    placed = secretary.fill_in(ROOM, {**fields, "gikk-clock": "", "gikk-before": latest(session), "gikk-sequence": "4"})
    assert placed.status_code == 303


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ELECTION_OFFICER])
def test_only_those_who_keep_the_council_record(client: Browser, sign_in: SignIn, session: Session, role: Role) -> None:
    with transaction() as writing:
        a_called_meeting(writing)
    sign_in(role)
    assert client.get(ROOM).status_code == 403
    sign_in(Role.COUNCIL_SECRETARY, "arna")
    assert client.get(ROOM).status_code == 404
    assert client.send(f"{ROOM}/hev", {"hev-sequence": "1"}).status_code == 404


def test_the_room_of_a_running_and_of_a_closed_meeting_are_well_made_pages(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    with transaction() as writing:
        begun(writing, a_called_meeting(writing))
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    assert "<kbd>V</kbd>" not in client.get(ROOM).text
    assert client.get(ROOM).status_code == 200
