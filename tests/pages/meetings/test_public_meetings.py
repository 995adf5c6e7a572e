"""The public pages of meetings: what is called is there, what is exempt or a draft is nowhere."""

from datetime import timedelta
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import transaction
from app.meetings.agenda.file_types import PaperKind
from app.meetings.agenda.services.papers import Paper, attach, set_case_text
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.exemption import SECRECY_BASIS, Passage
from app.meetings.domain.states import ItemState
from app.meetings.models import Meeting
from app.meetings.queries import meeting_by_address
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state
from app.meetings.services.plan import cancel_meeting, move_meeting
from tests.browser import Browser
from tests.documents.samples import page_texts
from tests.papers import a_pdf
from tests.stored_meetings import PLANNED_AT, an_item, called

SECRET_TITLE, SECRET_TEXT, DRAFT = "Klage fra Ola Nordmann", "Søkeren har gjeld hos namsmannen", "Hemmelig utkast"


@pytest.fixture
def agenda(session: Session, meeting: Meeting, tmp_path_factory: pytest.TempPathFactory) -> Meeting:
    """Called: an open case with an open and an exempt paper and passage, an exempt case with a paper; and a draft."""
    path = tmp_path_factory.mktemp("papers") / "paper"
    path.write_bytes(a_pdf())
    with transaction() as writing:
        found = meeting_by_address(writing, meeting.address)
        assert found is not None
        an_item(writing, found, "Støtte til lag")
        texts = (Passage("<p>Laget søker om støtte.</p>"), Passage(f"<p>{SECRET_TEXT}</p>", SECRECY_BASIS))
        set_case_text(writing, found, "i1", texts, seen=found.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)
        paper(writing, found, "i1", path, title="Søknad")
        paper(writing, found, "i1", path, title="Regnskap for Ola Nordmann", exempt_under=SECRECY_BASIS)
        exempt(writing, found)
        paper(writing, found, "i2", path, title="Klagebrev")
        an_item(writing, found, DRAFT, ready=False)
        paper(writing, found, "i3", path, title="Vedlegg til utkast")
        called(writing, found, now())
    session.expire_all()
    stored = meeting_by_address(session, meeting.address)
    assert stored is not None
    return stored


def paper(session: Session, meeting: Meeting, key: str, path: Path, *, title: str, exempt_under: str = "") -> None:
    made = Paper(path, f"{title}.pdf", PaperKind.PDF, title, exempt_under)
    attach(session, meeting, key, made, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)


def exempt(session: Session, meeting: Meeting) -> None:
    heading = ItemHeading(ItemKind.DECISION, SECRET_TITLE, SECRECY_BASIS, "Klagesak", recommendation=SECRET_TEXT)
    row = put_item(session, meeting, heading, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)
    state = ItemState.ON_AGENDA
    set_item_state(session, meeting, row.key, state, seen=meeting.edit, by=AT_THE_KEYBOARD, at=PLANNED_AT)


def papers(meeting: Meeting) -> dict[str, int]:
    return {each.title: each.id for item in meeting.items for each in item.attachments}


@pytest.mark.rule("R-283")
def test_the_called_agenda_is_there_with_its_open_papers(client: Browser, agenda: Meeting) -> None:
    here = f"/moter/{agenda.address}"
    page = client.get(here).text
    assert "Støtte til lag" in page
    assert "Laget søker om støtte." in page
    assert "Unntatt offentlighet etter offentleglova (2006) § 13." in page
    assert "Klagesak" in page
    answer = client.get(f"{here}/vedlegg/{papers(agenda)['Søknad']}", buffered=True)
    assert answer.data == a_pdf()
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.rule("R-283")
def test_nothing_exempt_and_no_draft_is_in_any_public_address(client: Browser, agenda: Meeting) -> None:
    """Every address that tells of the meeting, in every language; the PDF is read as its bytes and its text."""
    here = f"/moter/{agenda.address}"
    addresses = [here, "/moter", f"/moter/{agenda.starts_at.year}", "/bydeler/fana/moter", "/bydeler/fana", "/"]
    addresses += [f"{place}{ending}" for place in ("/moter", "/bydeler/fana/moter") for ending in FEEDS]
    for address in addresses:
        text = client.get(address, buffered=True).get_data(as_text=True)
        for secret in (SECRET_TITLE, SECRET_TEXT, DRAFT, "Regnskap", "Klagebrev", "Vedlegg til utkast"):
            assert secret not in text, (address, secret)


FEEDS = (".ics", "-nn.ics", ".atom", "-nn.atom")


@pytest.mark.rule("R-283")
@pytest.mark.parametrize("title", ["Regnskap for Ola Nordmann", "Klagebrev", "Vedlegg til utkast"])
def test_a_paper_that_is_exempt_or_a_draft_is_not_there(client: Browser, agenda: Meeting, title: str) -> None:
    assert client.get(f"/moter/{agenda.address}/vedlegg/{papers(agenda)[title]}").status_code == 404


@pytest.mark.rule("R-283")
def test_a_planned_meeting_is_public_and_its_agenda_is_not(client: Browser, session: Session, meeting: Meeting) -> None:
    with transaction() as writing:
        found = meeting_by_address(writing, meeting.address)
        assert found is not None
        an_item(writing, found, DRAFT)
    assert session is not None
    page = client.get(f"/moter/{meeting.address}").text
    assert "Sakslisten legges ut når møtet kalles inn." in page
    assert DRAFT not in page
    assert client.get(f"/moter/{meeting.address}/innkalling-nb.pdf").status_code == 404


@pytest.mark.rule("R-283")
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_public_summons_is_a_pdf_without_what_is_exempt(client: Browser, agenda: Meeting, language: str) -> None:
    answer = client.get(f"/moter/{agenda.address}/innkalling-{language}.pdf")
    assert answer.data.startswith(b"%PDF-")
    words = pdf_words(answer.data)
    assert "Klagesak" in words
    for secret in (SECRET_TITLE, SECRET_TEXT, "Regnskap", DRAFT):
        assert secret not in words


def pdf_words(content: bytes) -> str:
    return " ".join(" ".join(page_texts(content)).split())


def test_a_moved_meeting_reaches_calendars_and_feeds(client: Browser, session: Session, agenda: Meeting) -> None:
    to = agenda.starts_at + timedelta(days=7)
    with transaction() as writing:
        found = meeting_by_address(writing, agenda.address)
        assert found is not None
        move_meeting(writing, found, to, "", "Stengt hus", seen=found.edit, by=AT_THE_KEYBOARD, at=now())
    assert session is not None
    calendar = client.get("/moter.ics").text
    assert f"UID:{agenda.address}@verv" in calendar
    assert "SEQUENCE:2" in calendar
    assert f"DTSTART:{to:%Y%m%dT%H%M%SZ}" in calendar
    feed = fromstring(client.get("/bydeler/fana/moter.atom").text)  # noqa: S314 - our own page
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert "Stengt hus" in (entries[0].findtext("{http://www.w3.org/2005/Atom}summary") or "")


def test_a_cancelled_meeting_is_struck_out_and_not_taken_away(client: Browser, meeting: Meeting) -> None:
    with transaction() as writing:
        found = meeting_by_address(writing, meeting.address)
        assert found is not None
        cancel_meeting(writing, found, "Ingen saker", seen=found.edit, by=AT_THE_KEYBOARD, at=now())
    assert "STATUS:CANCELLED" in client.get("/moter.ics").text
    page = client.get(f"/moter/{meeting.address}").text
    assert "Møtet er avlyst" in page
    assert "Ingen saker" in page


def test_what_is_not_there_is_not_there(client: Browser, app: Flask) -> None:
    assert app is not None
    for address in ("/moter/2025-01-01-ingen", "/bydeler/ingen/moter", "/bydeler/ingen/moter.ics", "/moter/1999"):
        assert client.get(address).status_code == 404
