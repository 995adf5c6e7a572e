"""The minutes room: nothing is approved that lacks what the act asks for, nothing is public before it is published."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.meetings.domain.closing import ClosingBasis, ClosingGround
from app.meetings.domain.events import (
    Decided,
    DoorsClosed,
    ItemHandled,
    ItemOpened,
    MeetingClosed,
    OnClosing,
    OnProposal,
    RemarkEntered,
    VoteHeld,
)
from app.meetings.domain.exemption import SECRECY_BASIS
from app.meetings.domain.minutes_states import MinutesState
from app.meetings.domain.states import MeetingState
from app.meetings.domain.vote_forms import Unanimous
from app.meetings.models import Meeting, MinutesRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.documents.samples import page_texts
from tests.held_meetings import SECRET, Secretary, a_called_meeting, an_evening_held, begun, decide

ROOM = "/admin/moter/2025-03-11-fana/protokoll"
PUBLIC = "/moter/2025-03-11-fana/protokoll"


@pytest.fixture
def secretary(client: Browser, sign_in: SignIn) -> Browser:
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    return client


def with_a_secret(writing: Session) -> Secretary:
    """Three items decided, and a closed one; an exempt remark in it."""
    recorder = begun(writing, a_called_meeting(writing, with_secret=True))
    ground = ClosingGround(ClosingBasis.SECRECY, SECRECY_BASIS)
    recorder.record(ItemOpened("i1"), ItemHandled(), *decide("i2", "Parken bygges."), *decide("i3", "Lysene slås på."))
    recorder.record(ItemOpened("i4"), VoteHeld("c", OnClosing(ground), Unanimous()), DoorsClosed("c"))
    recorder.record(RemarkEntered("Kari Nes er syk.", SECRECY_BASIS), VoteHeld("v", OnProposal(""), Unanimous()))
    recorder.record(Decided("Kari Nes får bli.", "v"), ItemHandled(), MeetingClosed())
    return recorder


def post(browser: Browser, act: str, **fields: object) -> int:
    page = browser.get(ROOM).text
    token = re.search(r'name="[a-z-]*csrf_token"[^>]*value="([^"]+)"', page)
    assert token
    data = {"csrf_token": token[1], **fields}
    prefix = {"underskrifter": "underskrift-", "i-mote": "mote-", "merknad": "merknad-", "ramme": "ramme-"}.get(act, "")
    data[f"{prefix}csrf_token"] = token[1]
    sent = browser.post(f"{ROOM}/{act}", data=data, headers={"Referer": "https://localhost" + ROOM})
    return sent.status_code


def chair(session: Session, browser: Browser) -> str:
    found = re.search(
        r'name="underskrift-chosen"[^>]*value="(\d+)"[^>]*checked|checked[^>]*name="underskrift-chosen"[^>]*value="(\d+)"',
        browser.get(ROOM).text,
    )
    assert found
    return found[1] or found[2]


def signed(session: Session, browser: Browser) -> int:
    who = chair(session, browser)
    fields = {"underskrift-chosen": who, "underskrift-signed": who, "underskrift-on": "2025-03-11"}
    return post(browser, "underskrifter", **fields)


def the_meeting(session: Session) -> Meeting:
    session.expire_all()
    return session.scalars(select(Meeting)).one()


@pytest.mark.rule("R-300")
def test_minutes_are_signed_and_published_the_same_evening(secretary: Browser, session: Session) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    assert "Alt kommuneloven § 11-4 krever, er på plass" in secretary.get(ROOM).text
    assert secretary.get(PUBLIC).status_code == 404
    assert signed(session, secretary) == 303
    assert the_meeting(session).state is MeetingState.MINUTES_APPROVED
    assert secretary.get(PUBLIC).status_code == 404
    assert post(secretary, "publiser") == 303
    assert the_meeting(session).state is MeetingState.PUBLISHED
    page = secretary.get(PUBLIC)
    assert page.status_code == 200
    for told in ("Innstillingen ble enstemmig vedtatt.", "Parken bygges.", "Godkjent tirsdag 11. mars 2025."):
        assert told in page.text
    row = session.scalars(select(MinutesRow)).one()
    assert (row.version, row.state, row.approved_by) == (1, MinutesState.PUBLISHED, "Fana Ap en")


@pytest.mark.rule("R-300")
def test_minutes_without_what_the_act_asks_for_are_not_approved_and_each_thing_is_told(
    secretary: Browser, session: Session
) -> None:
    with transaction() as writing:
        recorder = begun(writing, a_called_meeting(writing))
        recorder.meeting.secretary = ""
        recorder.record(ItemOpened("i1"), ItemHandled(), ItemOpened("i2"), ItemHandled(), MeetingClosed())
    page = secretary.get(ROOM).text
    for told in (
        "Møtesekretæren mangler (R-300).",
        "1/25 «Ny park» har ikke noe vedtak",
        "2/25 «Gatelys» er ikke ferdig",
    ):
        assert told in page
    assert signed(session, secretary) == 422
    assert the_meeting(session).state is MeetingState.CLOSED
    assert session.scalars(select(MinutesRow)).all() == []
    assert post(secretary, "ramme", **{"ramme-secretary": "Siv Sand", "ramme-place": "Fana kulturhus"}) == 303
    assert "Møtesekretæren mangler" not in secretary.get(ROOM).text


@pytest.mark.rule("R-300")
def test_all_who_are_chosen_must_have_signed(secretary: Browser, session: Session) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    fields = {"underskrift-chosen": chair(session, secretary), "underskrift-on": "2025-03-11"}
    assert post(secretary, "underskrifter", **fields) == 422
    assert post(secretary, "i-mote", **{"mote-meeting": ""}) == 422
    assert post(secretary, "publiser") == 422
    assert the_meeting(session).state is MeetingState.CLOSED


@pytest.mark.rule("R-283", "R-300")
def test_nothing_exempt_is_public_in_page_or_document_and_all_of_it_is_in_the_full_minutes(
    secretary: Browser, session: Session
) -> None:
    with transaction() as writing:
        with_a_secret(writing)
    assert signed(session, secretary) == 303
    assert post(secretary, "publiser") == 303
    full = " ".join(page_texts(secretary.get(f"{ROOM}/full.pdf").data))
    assert "Kari Nes" in full
    public = " ".join(page_texts(secretary.get(f"{ROOM}/offentlig.pdf").data))
    shown = secretary.get(PUBLIC).text
    published = " ".join(page_texts(secretary.get(f"{PUBLIC}.pdf").data))
    for text in (public, shown, published):
        assert "Leiesak" in text
        assert "Kari Nes" not in text
        assert SECRET not in text
    assert "Unntatt offentlighet, jf. offentleglova § 13." in shown


@pytest.mark.rule("R-300")
def test_a_correction_is_a_dated_note_and_a_new_version_and_the_first_is_kept(
    secretary: Browser, session: Session
) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    assert signed(session, secretary) == 303
    assert post(secretary, "publiser") == 303
    assert post(secretary, "merknad", **{"merknad-text": "Parken ligger i Fana."}) == 303
    rows = list(session.scalars(select(MinutesRow).order_by(MinutesRow.version)))
    assert [(each.version, each.state) for each in rows] == [(1, MinutesState.PUBLISHED), (2, MinutesState.PUBLISHED)]
    assert "Parken ligger i Fana." not in rows[0].document
    assert "Parken ligger i Fana." in secretary.get(PUBLIC).text


@pytest.mark.rule("R-300")
def test_a_note_with_exempt_words_is_refused(secretary: Browser, session: Session) -> None:
    with transaction() as writing:
        with_a_secret(writing)
    assert signed(session, secretary) == 303
    assert post(secretary, "merknad", **{"merknad-text": "Husk: Kari Nes er syk."}) == 422
    assert len(session.scalars(select(MinutesRow)).all()) == 1


@pytest.mark.rule("R-300")
def test_a_draft_is_at_no_public_address(client: Browser, session: Session) -> None:
    """Running, closed, noted on and approved: still 404 until it is published, for whoever asks."""
    with transaction() as writing:
        an_evening_held(writing)
    for address in (PUBLIC, f"{PUBLIC}.pdf"):
        assert client.get(address).status_code == 404
    for address in (ROOM, f"{ROOM}/offentlig.pdf", f"{ROOM}/full.pdf"):
        assert client.get(address).status_code == 302


def test_an_extract_has_one_case(secretary: Browser, session: Session) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    text = " ".join(page_texts(secretary.get(f"{ROOM}/sak/2.pdf").data))
    assert "Parken bygges." in text
    assert "Lysene" not in text
    assert secretary.get(f"{ROOM}/sak/9.pdf").status_code == 404


def test_an_auditor_reads_and_changes_nothing(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        an_evening_held(writing)
    sign_in(Role.AUDITOR)
    page = client.get(ROOM)
    assert page.status_code == 200
    assert "Godkjenn med underskrifter" not in page.text
    assert client.send(f"{ROOM}/publiser").status_code == 403
