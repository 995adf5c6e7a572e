"""Setting up an election through its pages, without a script: one sitting, refused with what was typed kept, opened."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.auth.domain.roles import Role
from app.core.database import transaction
from app.councils.models import District, Municipality
from app.elections.domain.election import Contest
from app.elections.domain.settings import SettingName
from app.elections.domain.states import ElectionState
from app.elections.files.setup_file import write_setup
from app.elections.models import ElectionRow
from app.elections.queries import load_election
from app.elections.setting_queries import settings_of
from app.elections.setting_up import views
from tests.browser import Browser, form_with
from tests.conftest import SignIn
from tests.elections import a_stored_election
from tests.page_check import parse
from tests.pages.reading import links, page_words, rows
from tests.planned_elections import SET_UP_AT, a_draft, an_open_election, bergen

ROOM = "/admin/valg"
NEW = f"{ROOM}/nytt"
PAGE = f"{ROOM}/2027"


@pytest.fixture(autouse=True)
def officer(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """The election officer, in November 2026."""
    monkeypatch.setattr(views, "now", lambda: SET_UP_AT)
    sign_in(Role.ELECTION_OFFICER)


def offered(client: Browser, path: str) -> dict[str, str]:
    """What the form of the plan sends when nobody touches it: also what is ticked and chosen."""
    form = form_with(parse(client.get(path).text), {"election_day"})
    sent = {}
    for field in form.iter():
        if field.tag == "input" and (field.get("type") != "checkbox" or "checked" in field.attrib):
            sent[field.get("name", "")] = field.get("value", "")
        if field.tag == "select":
            chosen = [each for each in field.iter("option") if "selected" in each.attrib] or list(field.iter("option"))
            sent[field.get("name", "")] = chosen[0].get("value", "")
    return {name: value for name, value in sent.items() if name != "csrf_token"}


def id_of(session: Session, district: str) -> int:
    return session.scalars(select(District.id).where(District.name == district)).one()


def test_one_sitting_makes_a_draft(client: Browser, session: Session) -> None:
    with transaction() as writing:
        bergen(writing)
    fana, arna = id_of(session, "Fana"), id_of(session, "Arna")
    typed = offered(client, NEW)
    assert (typed["name"], typed["election_day"], typed[f"kode-{fana}"]) == ("Bydelsvalg 2027", "", "fana")
    typed |= {"election_day": "2027-09-13", f"plasser-{fana}": "15", "innstilling-sunday_voting": "true"}
    del typed[f"bydel-{arna}"]
    assert client.send(NEW, typed).location == PAGE
    page = client.get(PAGE).text
    assert rows(page, "Bydeler og plasser") == [["Fana", "15", "fana", "1"]]
    assert ["Valgting også på søndagen før valgdagen", "ja ikke standard", "R-14"] in rows(page, "Innstillinger")
    assert "låses 31. mars 2027, 12:00" in page
    assert client.get("/valg/2027").status_code == 404
    assert client.get("/valg/2027/kalender").status_code == 404


def test_what_is_wrong_is_told_by_the_field_and_on_top_and_all_that_was_typed_stays(
    client: Browser, session: Session
) -> None:
    with transaction() as writing:
        bergen(writing)
    fana, arna = id_of(session, "Fana"), id_of(session, "Arna")
    typed = offered(client, NEW) | {"name": "Vårt valg", f"plasser-{fana}": "2", f"kode-{arna}": "ar"}
    refused = client.send(NEW, typed)
    assert refused.status_code == 422
    summary = page_words(refused.text)
    for told in (
        "Skriv valgdagen.",
        "Fana: et utvalg har minst 3 og høyst 199 plasser (R-5).",
        "Skriv antall plasser i Arna.",
    ):
        assert told in summary
    form = {each.get("name"): each.get("value") for each in parse(refused.text).iter("input")}
    assert (form["name"], form[f"plasser-{fana}"], form[f"kode-{arna}"]) == ("Vårt valg", "2", "ar")
    assert session.scalars(select(ElectionRow)).all() == []


def test_a_district_that_does_not_take_part_needs_no_seats_and_a_word_is_no_number(
    client: Browser, session: Session
) -> None:
    with transaction() as writing:
        bergen(writing)
    fana, arna = id_of(session, "Fana"), id_of(session, "Arna")
    typed = offered(client, NEW) | {"election_day": "2027-09-13", f"plasser-{fana}": "femten"}
    del typed[f"bydel-{arna}"]
    refused = client.send(NEW, typed)
    assert (refused.status_code, "Skriv et helt tall, bare med sifre." in refused.text) == (422, True)
    assert "Skriv antall plasser i Arna." not in refused.text
    assert 'value="femten"' in refused.text


@pytest.mark.rule("R-22")
def test_what_the_law_refuses_is_told_and_all_that_was_typed_stays(client: Browser, session: Session) -> None:
    with transaction() as writing:
        bergen(writing, "Fana")
    fana = id_of(session, "Fana")
    typed = offered(client, NEW) | {"election_day": "2026-09-14", f"plasser-{fana}": "15"}
    refused = client.send(NEW, typed)
    assert refused.status_code == 422
    assert "14. september 2026 kan ikke være valgdag" in refused.text
    assert 'value="2026-09-14"' in refused.text
    assert session.scalars(select(ElectionRow)).all() == []


def test_districts_seats_and_settings_are_copied_from_an_election(client: Browser, session: Session) -> None:
    with transaction() as writing:
        a_stored_election(writing, Contest("fana", "Fana", 17, ()), municipality=bergen(writing, "Arna"))
    fana, arna = id_of(session, "Fana"), id_of(session, "Arna")
    copied = f"{NEW}?kopier=2023"
    typed = offered(client, copied)
    assert (typed[f"bydel-{fana}"], typed[f"plasser-{fana}"]) == ("y", "17")
    assert f"bydel-{arna}" not in typed
    sent = client.send(copied, typed | {"election_day": "2027-09-13", f"plasser-{fana}": "15"})
    assert sent.location == PAGE
    page = page_words(client.get(PAGE).text)
    assert "Endret siden Bydelsvalg 2023 Fana har 15 plasser, 17 sist." in page


def test_one_municipality_is_chosen_where_there_are_several(client: Browser, session: Session) -> None:
    with transaction() as writing:
        bergen(writing)
        writing.add(District(name="Gamle Oslo", municipality=Municipality(name="Oslo", number="0301")))
    assert "Gamle Oslo" not in client.get(NEW).text
    oslo = session.scalars(select(Municipality.id).where(Municipality.name == "Oslo")).one()
    assert "Gamle Oslo" in client.get(f"{NEW}?kommune={oslo}").text
    assert "Plasser i Fana" not in client.get(f"{NEW}?kommune={oslo}").text


def test_without_districts_there_is_nothing_to_set_up(client: Browser) -> None:
    assert "Ingen kommune har bydeler ennå" in client.get(NEW).text
    assert "Ingen valg ennå" in client.get(ROOM).text


def test_a_draft_is_edited_until_it_is_opened_and_then_public(client: Browser, session: Session) -> None:
    with transaction() as writing:
        a_draft(writing)
    typed = offered(client, f"{PAGE}/oppsett")
    assert (typed["name"], typed["election_day"]) == ("Bydelsvalg 2027", "2027-09-13")
    assert client.send(f"{PAGE}/oppsett", typed | {"name": "Bydelsvalget"}).location == PAGE
    assert "Bydelsvalget" in client.get(PAGE).text
    assert client.send(f"{PAGE}/apne").location == PAGE
    assert "Valget er åpnet for lister" in client.get(PAGE).text
    assert client.get(f"{PAGE}/oppsett").location == PAGE
    assert client.get("/valg/2027").status_code == 200
    assert client.send(f"{PAGE}/apne").location == PAGE
    assert "alert" in client.get(PAGE).text
    acts = session.scalars(select(AuditEvent.act).where(AuditEvent.act.startswith("Election")).order_by(AuditEvent.id))
    assert list(acts) == ["ElectionPlanned", "ElectionReplanned", "ElectionMoved"]


def test_settings_are_decided_until_the_list_deadline_and_refused_by_rule_after_it(
    client: Browser, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with transaction() as writing:
        an_open_election(writing)
    address = f"{PAGE}/innstillinger"
    form = form_with(parse(client.get(address).text), {"innstilling-ballot_colour"})
    standing = {
        each.get("name", ""): next(o.get("value", "") for o in each.iter("option") if "selected" in o.attrib)
        for each in form.iter("select")
    }
    assert client.send(address, standing | {"innstilling-residence_restriction": "district"}).location == PAGE
    monkeypatch.setattr(views, "now", lambda: datetime(2027, 4, 1, 9, tzinfo=UTC))
    refused = client.send(address, standing | {"innstilling-residence_restriction": "none"})
    assert refused.status_code == 422
    assert "Det som avgjør valget, er låst: Hvem som kan velges (R-36)." in page_words(refused.text)
    election = session.scalars(select(ElectionRow)).one()
    assert settings_of(session, election)[SettingName.RESIDENCE_RESTRICTION] == "district"
    assert client.send(address, standing | {"innstilling-ballot_colour": "blue"}).status_code == 422


@pytest.mark.rule("R-66")
def test_the_setup_is_handed_over_when_lists_are_decided(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_open_election(writing)
    assert client.get(f"{PAGE}/setup.json").location == PAGE
    assert "Ingen lister er ført for Arna og Fana." in client.get(PAGE).text
    with transaction() as writing:
        writing.scalars(select(ElectionRow)).one().state = ElectionState.LISTS_DECIDED
    answer = client.get(f"{PAGE}/setup.json")
    assert answer.mimetype == "application/json"
    assert answer.data == write_setup(load_election(session, session.scalars(select(ElectionRow)).one()))


@pytest.mark.parametrize("role", [Role.ELECTORAL_BOARD, Role.AUDITOR])
def test_those_who_may_only_see_are_offered_nothing_to_change(
    client: Browser, session: Session, sign_in: SignIn, role: Role
) -> None:
    """A link of one's own to the calendar changes nothing about the election."""
    with transaction() as writing:
        a_draft(writing)
    sign_in(role)
    own_link = [f"{PAGE}/kalender/lenke"]
    for page, more in ((ROOM, []), (PAGE, []), (f"{PAGE}/kalender", own_link)):
        html = client.get(page).text
        forms = [each.get("action") for each in parse(html).iter("form")]
        assert forms == ["/logg-ut", *more]
        assert not {NEW, f"{PAGE}/oppsett", f"{PAGE}/innstillinger"} & set(links(html))
