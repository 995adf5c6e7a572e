"""The agenda room through its pages: plan, items, papers, order, the call; bad input told in plain words."""

import io
import zipfile

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import OSLO
from app.core.database import transaction
from app.councils.council_models import Person
from app.councils.membership_models import SeatSpellRow
from app.meetings.calling.models import OtherRecipient
from app.meetings.models import AgendaItemRow, CasePassageRow, Meeting, MeetingFile
from app.meetings.queries import meeting_by_address
from tests.browser import Browser
from tests.papers import a_docx, a_pdf, an_odt
from tests.stored_meetings import a_meeting, an_item, fana_elected

ROOM = "/admin/moter"


def there(meeting: Meeting) -> str:
    return f"{ROOM}/{meeting.address}"


def stored(session: Session, meeting: Meeting) -> Meeting:
    session.expire_all()
    found = meeting_by_address(session, meeting.address)
    assert found is not None
    return found


def items(session: Session, meeting: Meeting) -> list[AgendaItemRow]:
    return sorted(stored(session, meeting).items, key=lambda each: each.position)


@pytest.mark.usefixtures("council")
def test_meetings_are_planned_for_several_days_at_once(secretary: Browser, session: Session) -> None:
    """Two days in 2026; 17 May is a public holiday and a Sunday: told, not refused."""
    fields = {"councils": "fana", "days": "10.3.2026\n17.5.2026", "clock": "18.00", "place": "Fana kulturhus"}
    answer = secretary.send(ROOM, {**fields, "duration_minutes": "180"})
    assert answer.status_code == 303
    page = secretary.get(f"{ROOM}?aar=2026").text
    assert "Fana kulturhus" in page
    assert "Helligdag" in page
    rows = session.scalars(select(Meeting).order_by(Meeting.starts_at)).all()
    assert [f"{each.starts_at.astimezone(OSLO):%d.%m %H:%M}" for each in rows] == ["10.03 18:00", "17.05 18:00"]


@pytest.mark.usefixtures("council")
def test_a_line_that_is_no_day_is_named_and_nothing_is_lost(secretary: Browser, session: Session) -> None:
    fields = {"councils": "fana", "days": "10.3.2026\n31.2.2026", "clock": "18.00", "duration_minutes": "180"}
    answer = secretary.send(ROOM, fields)
    assert answer.status_code == 422
    assert "«31.2.2026» er ikke en dag." in answer.text
    assert "10.3.2026" in answer.text
    assert session.scalars(select(Meeting)).all() == []


def test_a_meeting_is_moved_with_its_reason(secretary: Browser, meeting: Meeting) -> None:
    fields = {"flytt-day": "2026-12-22", "flytt-clock": "17.30", "flytt-reason": "Kulturhuset er stengt."}
    assert secretary.fill_in(f"{there(meeting)}/ramme", fields).location == there(meeting)
    page = secretary.get(there(meeting)).text
    assert "Kulturhuset er stengt." in page
    assert "Flyttet" in page


@pytest.mark.rule("R-282")
def test_an_agenda_is_made_and_called(secretary: Browser, session: Session, meeting: Meeting) -> None:
    """Four fixed items, of which the approval of minutes gets 1/; one case gets 2/."""
    here = there(meeting)
    assert secretary.send(f"{here}/faste-saker", {"seen": "1"}).status_code == 303
    fields = {
        "kind": "decision",
        "title": "Trafikksikring i Fanaveien",
        "recommendation": "Utvalget ber om tiltak.",
    }
    at = secretary.fill_in(f"{here}/ny-sak", fields).location
    assert at == f"{here}/sak/i5"
    seen = str(stored(session, meeting).edit)
    assert secretary.send(f"{at}/tilstand", {"state": "on_agenda", "seen": seen}).status_code == 303
    assert "Trafikksikring i Fanaveien" in secretary.get(f"{here}/innkalling").text
    seen = str(stored(session, meeting).edit)
    answer = secretary.send(f"{here}/innkalling", {"seen": seen})
    assert answer.status_code == 303
    page = secretary.get(f"{here}/innkalling").text
    assert "Møtet er kalt inn og kunngjort." in page
    year = stored(session, meeting).year or 0
    assert [each.number for each in items(session, meeting)] == ["", "", "", f"1/{year % 100}", f"2/{year % 100}"]


def test_an_item_moves_with_its_buttons_and_by_dragging(secretary: Browser, session: Session, meeting: Meeting) -> None:
    with transaction() as writing:
        found = writing.merge(meeting)
        for title in ("En", "To", "Tre"):
            an_item(writing, found, title)
    here, seen = there(meeting), stored(session, meeting).edit
    assert secretary.send(f"{here}/rekkefolge", {"key": "i3", "to": "1", "seen": str(seen)}).status_code == 303
    assert [each.title for each in items(session, meeting)] == ["Tre", "En", "To"]
    answer = secretary.send(f"{here}/rekkefolge", {"order": "i2 i3 i1", "seen": str(seen + 1)})
    assert answer.status_code == 303
    assert [each.title for each in items(session, meeting)] == ["To", "Tre", "En"]


def test_a_save_that_has_not_seen_the_latest_is_refused_in_words(secretary: Browser, meeting: Meeting) -> None:
    secretary.send(f"{there(meeting)}/faste-saker", {"seen": "1"})
    answer = secretary.send(f"{there(meeting)}/rekkefolge", {"seen": "1", "order": "i2 i1"})
    assert answer.status_code == 422
    assert "Andre har lagret endringer" in answer.text


@pytest.mark.rule("R-283")
def test_case_text_is_cleaned_and_kept_passage_by_passage(
    secretary: Browser, session: Session, meeting: Meeting
) -> None:
    with transaction() as writing:
        an_item(writing, writing.merge(meeting), "Støtte til lag")
    at = f"{there(meeting)}/sak/i1/tekst"
    seen = str(stored(session, meeting).edit)
    data = {
        "seen": seen,
        "html": [
            "<h3>Bakgrunn</h3><p onclick='x()'>Laget <b>søker</b>.<script>alert(1)</script></p>",
            "Navn og adresse",
        ],
        "basis": ["", "offentleglova (2006) § 13"],
    }
    secretary.get(at)
    answer = secretary.post(
        at, data={**data, "csrf_token": secretary.token()}, headers={"Referer": f"https://localhost{at}"}
    )
    assert answer.status_code == 303
    rows = session.scalars(select(CasePassageRow).order_by(CasePassageRow.position)).all()
    assert [(each.html, each.exempt_under) for each in rows] == [
        ("<h3>Bakgrunn</h3><p>Laget <strong>søker</strong>.</p>", ""),
        ("<p>Navn og adresse</p>", "offentleglova (2006) § 13"),
    ]


@pytest.mark.parametrize(
    ("content", "kind"), [(a_pdf(), "pdf"), (a_docx(), "docx"), (an_odt(), "odt")], ids=["pdf", "docx", "odt"]
)
def test_a_paper_is_what_its_bytes_are_and_comes_back_byte_for_byte(
    secretary: Browser, session: Session, meeting: Meeting, content: bytes, kind: str
) -> None:
    with transaction() as writing:
        an_item(writing, writing.merge(meeting), "Trafikksikring")
    at = f"{there(meeting)}/sak/i1"
    answer = upload(secretary, session, meeting, content, "plan.txt")
    assert answer == 303
    file = session.scalars(select(MeetingFile)).one()
    assert (file.kind, file.size) == (kind, len(content))
    number = stored(session, meeting).items[0].attachments[0].id
    assert secretary.get(f"{at}/vedlegg/{number}", buffered=True).data == content


def upload(secretary: Browser, session: Session, meeting: Meeting, content: bytes, name: str) -> int:
    at = f"{there(meeting)}/sak/i1/vedlegg"
    data = {
        "vedlegg-seen": str(stored(session, meeting).edit),
        "vedlegg-title": "Plan",
        "vedlegg-exempt_under": "",
        "vedlegg-file": (io.BytesIO(content), name),
        "csrf_token": secretary.token(),
    }
    answer = secretary.post(
        at, data=data, content_type="multipart/form-data", headers={"Referer": f"https://localhost{at}"}
    )
    session.expire_all()
    return answer.status_code


def with_macro() -> bytes:
    made = io.BytesIO(a_docx())
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00 a program",
        b"<html><script>x()",
        b"%PDF-1.7 no",
        with_macro(),
        b"PK\x03\x04 no",
    ],
    ids=["program", "page", "broken pdf", "macro", "broken zip"],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    secretary: Browser, session: Session, meeting: Meeting, content: bytes
) -> None:
    with transaction() as writing:
        an_item(writing, writing.merge(meeting), "Trafikksikring")
    assert upload(secretary, session, meeting, content, "plan.pdf") == 422
    assert session.scalars(select(MeetingFile)).all() == []


@pytest.mark.rule("R-282")
def test_a_third_of_the_members_put_a_case_on_the_agenda(
    secretary: Browser, session: Session, meeting: Meeting
) -> None:
    """Seven members: three are a third, two are not. What three demand is not taken off."""
    with transaction() as writing:
        an_item(writing, writing.merge(meeting), "Badeplassen", ready=False)
    at = f"{there(meeting)}/sak/i1"
    form = secretary.get(at).text
    assert "0 av 7 medlemmer krever saken; 3 er nok" in form
    ids = [str(each) for each in seat_holders(session)][:3]
    data = {"krav-seen": str(stored(session, meeting).edit), "krav-members": ids, "csrf_token": secretary.token()}
    answer = secretary.post(f"{at}/krav", data=data, headers={"Referer": f"https://localhost{at}"})
    assert answer.status_code == 303
    assert items(session, meeting)[0].state == "on_agenda"
    seen = str(stored(session, meeting).edit)
    refused = secretary.send(f"{at}/tilstand", {"state": "withdrawn", "seen": seen})
    assert refused.status_code == 422
    assert "Saken er krevd av 3 medlemmer" in refused.text


def seat_holders(session: Session) -> list[int]:
    return list(session.scalars(select(SeatSpellRow.person_id).order_by(SeatSpellRow.seat)))


@pytest.mark.usefixtures("council")
def test_the_rules_of_a_council_are_written_down(secretary: Browser) -> None:
    fields = {"notice_days": "10", "place": "Fana kulturhus", "approval": "next_meeting", "language": "nn"}
    assert secretary.fill_in(f"{ROOM}/utvalg/fana", fields).status_code == 303
    assert 'value="Fana kulturhus"' in secretary.get(f"{ROOM}/utvalg/fana").text


@pytest.mark.rule("R-255")
def test_the_secretary_calls_deputies_one_after_another(secretary: Browser, session: Session, meeting: Meeting) -> None:
    """Seat 2 is H's: its first deputy is asked, says no, and the second is asked."""
    with transaction() as writing:
        an_item(writing, writing.merge(meeting), "Trafikksikring")
    here = there(meeting)
    secretary.send(f"{here}/innkalling", {"seen": str(stored(session, meeting).edit)})
    h_one = str(seat_holders(session)[1])
    assert secretary.fill_in(f"{here}/forfall", {"meld-person": h_one}).status_code == 303
    page = secretary.get(f"{here}/forfall").text
    assert "Fana H vara en" in page
    assert "6 av 7" in page
    deputy = deputy_named(session, "Fana H vara en")
    fields = {"absent": h_one, "deputy": str(deputy), "answer": "declines"}
    assert secretary.send(f"{here}/forfall/svar", fields).status_code == 303
    assert "Fana H vara to" in secretary.get(f"{here}/forfall").text


def deputy_named(session: Session, name: str) -> int:
    return session.scalars(select(Person.id).where(Person.name == name)).one()


def test_another_councils_meeting_is_not_there(secretary: Browser, session: Session, meeting: Meeting) -> None:
    with transaction() as writing:
        other, _ = fana_elected(writing, "Arna", "arna")
        address = a_meeting(writing, other, meeting.starts_at).address
    assert secretary.get(f"{ROOM}/{address}").status_code == 404
    assert "Arna" not in secretary.get(f"{ROOM}?aar={meeting.starts_at.year}").text


@pytest.mark.rule("R-286")
@pytest.mark.usefixtures("council")
def test_others_who_are_summoned_are_added_and_removed(secretary: Browser, session: Session) -> None:
    at = f"{ROOM}/utvalg/fana"
    fields = {"mottaker-name": "Kommunedirektøren", "mottaker-email": "", "mottaker-capacity": "chief_executive"}
    assert secretary.fill_in(at, fields).status_code == 303
    assert "Kommunedirektøren" in secretary.get(at).text
    number = session.scalars(select(OtherRecipient.id)).one()
    assert secretary.send(f"{at}/mottaker/{number}/fjern").status_code == 303
    assert session.scalars(select(OtherRecipient)).all() == []
