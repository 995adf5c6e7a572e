"""The calendar's pages: what staff tick, what citizens see, and the files for calendar programs."""

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.auth.domain.roles import Role
from app.auth.models import Account
from app.core.database import transaction
from app.elections import views as desk
from app.elections.calendar import views
from app.elections.calendar.models import CalendarDay, CalendarSubscription, CalendarTick
from app.elections.lists.services.decisions import announce_lists
from app.elections.models import CandidateListRow, ElectionRow
from app.elections.setting_up import views as setting_up
from app.public import kept_answers
from app.public import views as public
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import page_words, rows
from tests.planned_elections import a_draft, an_open_election

CALENDAR = "/admin/valg/2027/kalender"
PUBLIC = "/valg/2027/kalender"
JUNE = datetime(2027, 6, 3, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_june(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    """An election open for lists, looked at on 3 June 2027."""
    for module in (desk, views, setting_up, public, kept_answers):
        monkeypatch.setattr(module, "now", lambda: JUNE)
    with transaction() as writing:
        an_open_election(writing)


@pytest.fixture
def officer(client: Browser, sign_in: SignIn) -> Browser:
    sign_in(Role.ELECTION_OFFICER)
    return client


def row_of(html: str, text: str, caption: str = "Frister i rekkefølge") -> list[str]:
    return next(row for row in rows(html, caption) if text in " ".join(row))


@pytest.mark.rule("R-14")
def test_each_row_has_its_day_its_rule_and_how_it_stands(officer: Browser) -> None:
    """31 May 2027 is a Monday; 1 July a Thursday; what should be done by 1 June is late on the 3rd."""
    page = officer.get(CALENDAR).text
    decided = row_of(page, "Valgstyret har godkjent")
    assert decided[0] == "senest 1. juni 2027"
    assert "valgloven (2023) § 5-9 · R-14 rad 10" in decided[1]
    assert decided[2].startswith("for sent")
    assert row_of(page, "Tidligstemming begynner")[::2] == ["fra 1. juli 2027", "kommer"]
    assert row_of(page, "Listeforslag må")[::2] == ["senest 31. mars 2027 kl. 12:00", "passert"]
    assert "Flyttet fra 2. januar 2027: 2. januar 2027 er lørdag og 3. januar 2027 er søndag." in page


@pytest.mark.rule("R-14")
def test_a_row_is_ticked_with_day_and_case_and_taken_back(officer: Browser, session: Session) -> None:
    typed = {"lists_decided-done_on": "2027-06-01", "lists_decided-reference": "2027/88"}
    sent = officer.fill_in(CALENDAR, typed)
    assert sent.location == f"{CALENDAR}#lists_decided"
    stands = row_of(officer.get(CALENDAR).text, "Valgstyret har godkjent")[2]
    assert "gjort 1. juni 2027, ført av election_officer@bergen.example. Sak 2027/88" in stands
    assert officer.send(f"{CALENDAR}/lists_decided/angre").location == f"{CALENDAR}#lists_decided"
    assert session.scalars(select(CalendarTick)).all() == []


@pytest.mark.rule("R-14")
def test_what_is_wrong_with_a_tick_is_told_and_what_was_typed_stays(officer: Browser, session: Session) -> None:
    address = f"{CALENDAR}/lists_decided/gjort"
    late = officer.send(address, {"lists_decided-done_on": "2027-06-04", "lists_decided-reference": "2027/88"})
    assert late.status_code == 422
    assert "gjort senest i dag (3. juni 2027), ikke 4. juni 2027" in page_words(late.text)
    assert 'value="2027/88"' in late.text
    missing = officer.send(address, {"lists_decided-done_on": ""})
    assert (missing.status_code, "Skriv dagen det ble gjort." in missing.text) == (422, True)
    passes = officer.send(f"{CALENDAR}/advance_voting_ends/gjort", {"advance_voting_ends-done_on": "2027-06-01"})
    assert (passes.status_code, "går av seg selv" in passes.text) == (422, True)
    assert officer.send(f"{CALENDAR}/no_such_row/gjort").status_code == 404
    assert session.scalars(select(CalendarTick)).all() == []


@pytest.mark.rule("R-42")
def test_the_board_sets_the_day_for_refusing_to_stand_and_citizens_see_it(officer: Browser, session: Session) -> None:
    assert "valgstyret setter fristen" in " ".join(row_of(officer.get(PUBLIC).text, "ikke vil stå", "Frister uten dag"))
    assert officer.fill_in(CALENDAR, {"candidate_refusal-day": "2027-06-10"}).status_code == 303
    assert session.scalars(select(CalendarDay.day)).one() == date(2027, 6, 10)
    shown = row_of(officer.get(PUBLIC).text, "ikke vil stå", "Frister som kommer")
    assert shown[0] == "senest 10. juni 2027"
    refused = officer.send(f"{CALENDAR}/list_deadline/dag", {"list_deadline-day": "2027-06-10"})
    assert (refused.status_code, "loven gir dagen" in refused.text) == (422, True)


def test_the_desk_tells_what_is_late_and_what_comes_next(officer: Browser) -> None:
    page = page_words(officer.get("/admin").text)
    assert "4 ting i kalenderen skulle vært gjort" in page
    assert "Neste frist: 30. juni 2027 – Der du er folkeregistrert denne dagen, har du stemmerett." in page


@pytest.mark.rule("R-14")
def test_citizens_see_what_concerns_them_and_nothing_else(client: Browser) -> None:
    page = client.get(PUBLIC).text
    coming = [row[0] for row in rows(page, "Frister som kommer")]
    assert coming[0] == "30. juni 2027"
    assert coming[-1] == "senest 17. september 2027"
    assert rows(page, "Frister som er passert")[-1][0] == "senest 1. juni 2027"
    assert "Stemmesedler er klare" not in page
    assert "Siste oppdatering av manntallet" not in page


def test_a_public_calendar_changes_when_an_announcement_starts_a_period(client: Browser, session: Session) -> None:
    """Headings announced on 2 June 2027: complaints by the 9th."""
    assert "9. juni 2027" not in client.get(PUBLIC).text
    with transaction() as writing:
        contests = writing.scalars(select(ElectionRow)).one().contests
        contests[0].lists.append(CandidateListRow(ordinal=0, code="A", name="Høyre", registered_party=True))
        writing.flush()
        announce_lists(writing, contests[0], date(2027, 6, 2), "Rådhuset", by=AT_THE_KEYBOARD, at=JUNE)
    shown = row_of(client.get(PUBLIC).text, "godkjent eller avvist", "Frister som kommer")
    assert shown[0] == "senest 9. juni 2027"


def test_the_files_for_calendars(client: Browser, sign_in: SignIn) -> None:
    public_file = client.get(f"{PUBLIC}.ics")
    assert public_file.mimetype == "text/calendar"
    assert public_file.data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"UID:advance_voting_starts.2027@verv\r\n" in public_file.data
    assert b"UID:ballots_ready" not in public_file.data
    assert client.get("/valg/2027/kalender-nn.ics").status_code == 200
    assert client.get("/valg/2027/kalender-en.ics").status_code == 404
    sign_in(Role.AUDITOR)
    assert b"UID:ballots_ready.2027.admin@verv\r\n" in client.get(f"{CALENDAR}.ics").data


def test_the_calendar_of_a_draft_is_for_staff_alone(officer: Browser, session: Session) -> None:
    with transaction() as writing:
        a_draft(writing, day=date(2031, 9, 8), name="Bydelsvalg 2031")
    assert officer.get("/admin/valg/2031/kalender").status_code == 200
    assert officer.get("/valg/2031/kalender").status_code == 404
    assert officer.get("/valg/2031/kalender.ics").status_code == 404


def test_a_calendar_program_reads_the_whole_calendar_by_a_link_until_it_is_revoked(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.AUDITOR)
    assert "/kalender/abonnement/" not in client.get(CALENDAR).text
    for _twice in range(2):
        client.send(f"{CALENDAR}/lenke")
    found = re.search(r"/kalender/abonnement/[^\"]+", client.get(CALENDAR).text)
    assert found
    assert session.scalars(select(CalendarSubscription.id)).all() == [1]
    client.send("/logg-ut")
    file = client.get(found[0])
    assert (file.status_code, file.mimetype) == (200, "text/calendar")
    assert b"UID:ballots_ready.2027.admin@verv\r\n" in file.data
    forged = found[0].replace("/1-", "/2-")
    for nowhere in (forged, found[0].replace(".ics", "0.ics"), "/kalender/abonnement/1.ics"):
        assert client.get(nowhere).status_code == 404


def test_a_link_ends_when_it_is_revoked_and_when_its_holder_may_see_elections_no_more(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    person = sign_in(Role.AUDITOR)
    links = []
    for _twice in range(2):
        client.send(f"{CALENDAR}/lenke")
        found = re.search(r"/kalender/abonnement/[^\"]+", client.get(CALENDAR).text)
        assert found
        links.append(found[0])
        if len(links) == 1:
            client.send(f"{CALENDAR}/lenke/trekk")
    assert [client.get(each).status_code for each in links] == [404, 200]
    with transaction() as writing:
        writing.get_one(Account, person.account_id).active = False
    assert client.get(links[1]).status_code == 404


@pytest.mark.rule("R-25")
def test_the_new_election_day_is_recorded_on_the_calendar_and_seen_by_everyone(officer: Browser) -> None:
    refused = officer.fill_in(
        CALENDAR, {"utsettelse-election_day": "2027-09-13", "utsettelse-decision": "kgl.res. 10.9.2027"}
    )
    assert (refused.status_code, "skriv en dag etter 13. september 2027" in refused.text) == (422, True)
    assert 'value="kgl.res. 10.9.2027"' in refused.text
    officer.fill_in(CALENDAR, {"utsettelse-election_day": "2027-09-27", "utsettelse-decision": "kgl.res. 10.9.2027"})
    assert "Valgdag 27. september 2027." in officer.get(PUBLIC).text
    assert "Fra 13. september 2027 til 27. september 2027: kgl.res. 10.9.2027." in officer.get(CALENDAR).text


@pytest.mark.rule("R-17")
def test_the_officer_says_whether_the_party_registers_day_moves(officer: Browser) -> None:
    officer.send(f"{CALENDAR}/party_registration/flytting", {"party_registration-shiftable": "yes"})
    assert (
        "4. januar 2027" in row_of(officer.get(CALENDAR).text, "Partier må være registrert", "Frister i rekkefølge")[0]
    )
