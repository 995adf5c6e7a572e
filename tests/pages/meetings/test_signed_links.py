"""Members and deputies answer behind a signed link, without signing in; following a link changes nothing."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core import logs
from app.core.database import transaction
from app.councils.council_models import Person
from app.meetings.calling.links import Linked, deputy_token, summons_token
from app.meetings.calling.models import AbsenceRow, SummonsRow
from app.meetings.calling.queries import absences_of, call_log
from app.meetings.domain.call_out import DeputyAnswer
from app.meetings.models import Meeting
from app.meetings.queries import meeting_by_address
from tests.browser import Browser
from tests.stored_meetings import an_item, called

SECRET = "only for tests, and long enough"


def person(session: Session, name: str) -> int:
    return session.scalars(select(Person.id).where(Person.name == f"Fana {name}")).one()


@pytest.fixture
def called_meeting(session: Session, meeting: Meeting) -> Meeting:
    """The meeting with one item, called now."""
    with transaction() as writing:
        found = meeting_by_address(writing, meeting.address)
        assert found is not None
        an_item(writing, found, "Trafikksikring i Fanaveien")
        called(writing, found)
    session.expire_all()
    found = meeting_by_address(session, meeting.address)
    assert found is not None
    return found


def summons_page(meeting: Meeting, person_id: int) -> str:
    return f"/innkalling/{summons_token(SECRET, Linked(meeting.id, person_id))}"


def deputy_page(meeting: Meeting, deputy: int, absent: int) -> str:
    return f"/varamedlem/{deputy_token(SECRET, Linked(meeting.id, deputy, absent))}"


@pytest.mark.rule("R-255")
def test_a_member_reports_an_absence_with_one_button_and_the_next_deputy_is_asked(
    client: Browser, session: Session, called_meeting: Meeting
) -> None:
    absent, first, second = (person(session, each) for each in ("H en", "H vara en", "H vara to"))
    at = summons_page(called_meeting, absent)
    assert "Trafikksikring i Fanaveien" in client.get(at).text
    assert session.scalars(select(AbsenceRow)).all() == []
    assert client.send(at, {"act": "forfall"}).status_code == 303
    assert "Du har meldt forfall" in client.get(at).text
    assert [each.deputy_person_id for each in call_log(session, called_meeting)] == [first]
    page = deputy_page(called_meeting, first, absent)
    assert client.send(page, {"act": "declines"}).status_code == 303
    assert "spørsmålet har gått videre" in client.get(page).text
    following = deputy_page(called_meeting, second, absent)
    assert client.send(following, {"act": "comes"}).status_code == 303
    assert "Plassen er din i dette møtet." in client.get(following).text
    assert call_log(session, called_meeting)[-1].answer is DeputyAnswer.COMES


@pytest.mark.rule("R-255")
def test_a_deputy_whom_the_call_has_passed_cannot_take_the_place_back(
    client: Browser, session: Session, called_meeting: Meeting
) -> None:
    absent, first = person(session, "H en"), person(session, "H vara en")
    client.send(summons_page(called_meeting, absent), {"act": "forfall"})
    page = deputy_page(called_meeting, first, absent)
    client.send(page, {"act": "declines"})
    answer = client.send(page, {"act": "comes"})
    assert answer.status_code == 422
    assert "Plassen er fylt, eller spørsmålet har gått videre" in answer.text


@pytest.mark.rule("R-255")
def test_a_member_who_can_come_after_all_says_so(client: Browser, session: Session, called_meeting: Meeting) -> None:
    at = summons_page(called_meeting, person(session, "Ap en"))
    client.send(at, {"act": "forfall"})
    assert client.send(at, {"act": "kommer"}).status_code == 303
    assert list(absences_of(session, called_meeting)) == []


@pytest.mark.rule("R-282")
def test_the_summons_is_receipted_once(client: Browser, session: Session, called_meeting: Meeting) -> None:
    member = person(session, "Ap to")
    at = summons_page(called_meeting, member)
    assert client.send(at, {"act": "lest"}).status_code == 303
    read = session.scalars(select(SummonsRow.read_at).where(SummonsRow.person_id == member)).one()
    assert read is not None
    client.send(at, {"act": "lest"})
    session.expire_all()
    assert session.scalars(select(SummonsRow.read_at).where(SummonsRow.person_id == member)).one() == read


def test_a_link_that_was_not_made_here_leads_nowhere(
    client: Browser, session: Session, called_meeting: Meeting
) -> None:
    """Signed with another secret; cut short; and a summons' token on the deputy's page."""
    member = person(session, "Ap en")
    forged = summons_token("another secret", Linked(called_meeting.id, member))
    real = summons_token(SECRET, Linked(called_meeting.id, member))
    for token in (forged, real[:-2], ""):
        assert client.get(f"/innkalling/{token}").status_code == 404
    assert client.get(f"/varamedlem/{real}").status_code == 404


def test_a_link_to_a_meeting_that_is_not_called_leads_nowhere(
    client: Browser, session: Session, meeting: Meeting
) -> None:
    assert client.get(summons_page(meeting, person(session, "Ap en"))).status_code == 404


def test_what_is_no_answer_is_refused(client: Browser, session: Session, called_meeting: Meeting) -> None:
    at = summons_page(called_meeting, person(session, "Ap en"))
    assert client.send(at, {"act": "slett"}).status_code == 400
    assert client.post(at, data={"act": "forfall"}).status_code == 400


def test_the_answer_pages_are_never_kept(client: Browser, session: Session, called_meeting: Meeting) -> None:
    answer = client.get(summons_page(called_meeting, person(session, "Ap en")))
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex"' in answer.text


def test_the_secret_is_the_applications_own(app: Flask) -> None:
    assert app.config["SECRET_KEY"] == SECRET


def test_the_signed_part_of_a_link_is_not_in_the_log(
    client: Browser, session: Session, called_meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = summons_page(called_meeting, person(session, "Ap en"))
    logged: list[str] = []
    monkeypatch.setattr(logs.log, "info", lambda _event, **facts: logged.append(facts["path"]))
    client.get(at)
    assert logged == ["/innkalling/…"]
