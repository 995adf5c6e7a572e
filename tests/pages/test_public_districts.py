"""The public pages of councils: who sits where on any day, as it is known now. Fana with the history of its maker."""

from dataclasses import replace
from datetime import date, datetime

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.domain.membership import LeaveSpell, SeatSpell, SuspensionSpell
from app.councils.domain.recording import changed, never_was, new
from app.councils.domain.time_axes import Version, known_at
from app.councils.models import District
from app.councils.services.persons import PersonDetails, correct_person
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of
from tests.browser import Browser
from tests.builders import a_contest
from tests.elections import a_stored_election
from tests.pages.reading import heading, links, page_words, rows
from tests.pages.test_public_kept_answers import statements
from tests.public_councils import FanaWithAHistory, elected_by_majority, fana_with_a_history
from tests.stored_councils import a_council, people

NOON = datetime.fromisoformat("2026-03-03T12:00:00+00:00")
FANA = "/bydeler/fana"


@pytest.fixture
def fana(session: Session) -> FanaWithAHistory:
    with transaction() as writing:
        return fana_with_a_history(writing, a_council(writing))


def members(client: Browser, day: str) -> dict[str, list[str]]:
    """The rows of the members' table by the number of the seat, the substitute after the holder: name and list."""
    found: dict[str, list[str]] = {}
    year, month, number = day.split("-")
    months = {"01": "januar", "02": "februar", "03": "mars", "04": "april", "07": "juli", "08": "august"}
    months |= {"09": "september", "10": "oktober", "11": "november", "12": "desember"}
    caption = f"Medlemmer {int(number)}. {months[month]} {year}"
    for name, chosen_for, _from, seat in rows(client.get(f"{FANA}?dato={day}").text, caption):
        found.setdefault(seat, []).append(f"{name} | {chosen_for}")
    return found


def _current(session: Session, fana: FanaWithAHistory, person_id: int) -> Version[SeatSpell]:
    """The seat spell of a person in the appointed council, as it is known at last."""
    known = known_at(history_of(session, fana.appointed.id).seats, NOON)
    (found,) = (each for each in known if each.spell.person_id == person_id)
    return found


@pytest.mark.rule("R-262")
@pytest.mark.usefixtures("fana")
def test_the_day_before_and_the_day_of_a_change_show_different_members(client: Browser) -> None:
    """Cato Carlsen sat until 28 February 2021; Nina Ny from 1 March."""
    assert members(client, "2021-02-28")["3"] == ["Cato Carlsen | Ap Arbeiderpartiet"]
    assert members(client, "2021-03-01")["3"] == ["Nina Ny | Ap Arbeiderpartiet"]


@pytest.mark.rule("R-253", "R-256")
@pytest.mark.usefixtures("fana")
def test_who_is_on_leave_keeps_the_seat_and_the_substitute_stands_beneath(client: Browser) -> None:
    """The last day of the leave is 31 January 2022."""
    both = ["Guri Granhar fritak for en tid | H Høyre", "Sten Stedfortreder Settemedlemsitter for Guri Gran | H Høyre"]
    assert members(client, "2022-01-31")["7"] == both
    assert members(client, "2022-02-01")["7"] == ["Guri Gran | H Høyre"]


@pytest.mark.rule("R-254")
@pytest.mark.usefixtures("fana")
def test_one_who_has_left_the_party_stands_under_the_list_and_with_the_present_group(client: Browser) -> None:
    assert members(client, "2022-08-31")["11"] == ["Kjell Krag | R Rødt"]
    assert members(client, "2022-09-01")["11"] == ["Kjell Kragnå i gruppen Uavhengig | R Rødt"]


@pytest.mark.usefixtures("fana")
def test_an_empty_seat_is_shown_with_the_list_that_is_to_fill_it(client: Browser) -> None:
    """Ole Olsen died on 1 April 2023: 14 of 15 seats have a holder, and Venstre has one of its two."""
    assert members(client, "2023-04-01")["14"] == ["Ledig plass | V Venstre"]
    page = page_words(client.get(f"{FANA}?dato=2023-04-01").text)
    assert "Rødt 2 Ap Arbeiderpartiet 5 MDG Miljøpartiet De Grønne 1 V Venstre 1 H Høyre 5 – Ledig plass 1" in page


@pytest.mark.rule("R-259")
@pytest.mark.usefixtures("fana")
def test_the_officers_are_those_of_the_day(client: Browser) -> None:
    """Anne Ask led until 14 January 2022, then Berit Bakke; the elected council had no chair until 2 November 2023."""
    assert "Leder Anne Ask Nestleder Frode Fjell" in page_words(client.get(f"{FANA}?dato=2022-01-14").text)
    assert "Leder Berit Bakke Nestleder Frode Fjell" in page_words(client.get(f"{FANA}?dato=2022-01-15").text)
    assert "Leder ledig Nestleder ledig" in page_words(client.get(f"{FANA}?dato=2023-11-01").text)
    assert "Leder Guri Gran Nestleder Berit Bakke" in page_words(client.get(f"{FANA}?dato=2023-11-02").text)


@pytest.mark.rule("R-255")
@pytest.mark.usefixtures("fana")
def test_deputies_stand_in_the_order_they_are_called_list_by_list(client: Browser) -> None:
    page = page_words(client.get(f"{FANA}?dato=2020-01-01").text)
    assert "Ap Arbeiderpartiet Unni Ulvik Vidar Vik H Høyre Wenche Wold Yngve Ytre R Rødt Åse Ås V Venstre" in page


@pytest.mark.rule("R-4")
@pytest.mark.usefixtures("fana")
def test_the_page_tells_how_the_council_was_chosen_and_by_which_decision(client: Browser) -> None:
    before = page_words(client.get(f"{FANA}?dato=2021-12-01").text)
    assert "Utvalget er valgt av kommunestyret, ved avtalevalg, i vedtak 11. desember 2019." in before
    assert "Sak 2019/1234" in before
    after = page_words(client.get(f"{FANA}?dato=2023-12-01").text)
    assert "Utvalget er direkte valgt av velgerne i bydelen 11. september 2023." in after
    assert "Kontakt utvalget bydelsutvalg@bergen.example" in after


def test_a_directly_elected_council_leads_to_the_result_of_its_election(session: Session, client: Browser) -> None:
    with transaction() as writing:
        council = a_council(writing)
        fana_with_a_history(writing, council)
        contest = replace(a_contest(code="fana"), district="Fana med flere")
        election = a_stored_election(writing, contest, municipality=council.district.municipality)
        election.contests[0].district = council.district
    assert "/valg/2023/fana" in links(client.get(f"{FANA}?dato=2023-12-01").text)
    assert "/valg/2023/fana" not in links(client.get(f"{FANA}?dato=2021-12-01").text)


@pytest.mark.rule("R-262")
def test_a_correction_shows_at_once_and_the_public_sees_only_what_is_known_now(
    session: Session, client: Browser, fana: FanaWithAHistory
) -> None:
    """Nina Ny did not begin on 1 March 2021, but on 15 March; until then the seat was empty."""
    before = client.get(f"{FANA}?dato=2021-03-05")
    assert members(client, "2021-03-05")["3"] == ["Nina Ny | Ap Arbeiderpartiet"]
    nina = fana.people["Nina Ny"].id
    with transaction() as writing:
        current = _current(writing, fana, nina)
        later = replace(current.spell, from_on=date(2021, 3, 15))
        writing.add(fana.appointed)
        record_spells(writing, fana.appointed, [changed(current, later)], by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        assert members(client, "2021-03-05")["3"] == ["Ledig plass | Ap Arbeiderpartiet"]
        assert members(client, "2021-03-15")["3"] == ["Nina Ny | Ap Arbeiderpartiet"]
        after = client.get(f"{FANA}?dato=2021-03-05", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200


@pytest.mark.usefixtures("fana")
def test_the_nearest_changes_are_a_click_away(client: Browser) -> None:
    """Between 1 March and 1 August 2021 nothing happened."""
    page = client.get(f"{FANA}?dato=2021-05-17").text
    assert {f"{FANA}?dato=2021-03-01", f"{FANA}?dato=2021-08-01", FANA} <= set(links(page))
    assert "← Forrige endring, 1. mars 2021 Neste endring, 1. august 2021 → I dag" in page_words(page)
    first = page_words(client.get(f"{FANA}?dato=2020-01-01").text)
    assert "Forrige endring" not in first


@pytest.mark.usefixtures("fana")
def test_every_day_of_change_tells_what_happened(client: Browser) -> None:
    page = page_words(client.get(f"{FANA}?dato=2021-12-01").text)
    assert (
        "1. januar 2020 Utvalget tok til. "
        "1. mars 2021 Cato Carlsen gikk ut (flyttet ut).Nina Ny ble medlem (nyvalg). "
        "1. august 2021 Guri Gran fikk fritak for en tid.Sten Stedfortreder ble settemedlem. "
        "15. januar 2022 Anne Ask er ikke lenger leder.Anne Ask gikk ut (fritatt for resten av perioden)."
        "Lise Lund ble medlem (nyvalg).Berit Bakke ble leder. "
        "1. februar 2022 Sten Stedfortreder er ikke lenger settemedlem.Guri Gran møter igjen. "
        "1. september 2022 Kjell Krag gikk til gruppen Uavhengig. "
        "1. april 2023 Ole Olsen gikk ut (døde)."
    ) in page


@pytest.mark.rule("R-262")
@pytest.mark.usefixtures("fana")
def test_the_time_line_has_the_same_facts_in_a_table(client: Browser) -> None:
    """Offices first, then seats; the outgoing council sat until 9 October 2023."""
    table = rows(client.get(f"{FANA}?dato=2021-12-01").text, "Hvem satt hvor i perioden")
    end = "9. oktober 2023"
    assert table[:2] == [
        ["Leder", "Anne Ask", "Arbeiderpartiet", "1. januar 2020", "14. januar 2022", "–", "–"],
        ["Leder", "Berit Bakke", "Arbeiderpartiet", "15. januar 2022", end, "–", "–"],
    ]
    assert [row for row in table if row[0] == "Plass 7"] == [
        [
            *("Plass 7", "Guri Gran", "Høyre", "1. januar 2020", end, "valgt av kommunestyret; perioden var over"),
            "fra 1. august 2021 til 31. januar 2022",
        ],
        [
            *("Plass 7", "Sten Stedfortreder", "Høyre", "1. august 2021", "31. januar 2022"),
            "settemedlem; den som hadde fritak, kom tilbake",
            "–",
        ],
    ]
    assert len(table) == 3 + 15 + 3, "three in office; fifteen seats, of which 1, 3 and 7 had two"


@pytest.mark.usefixtures("fana")
def test_days_without_a_council_say_so_kindly_and_lead_to_the_nearest(client: Browser) -> None:
    page = client.get(f"{FANA}?dato=2019-12-31")
    assert page.status_code == 200
    assert "Utvalget ble opprettet 1. januar 2020 og fantes ikke 31. desember 2019." in page_words(page.text)
    assert f"{FANA}?dato=2020-01-01" in links(page.text)
    after = page_words(client.get(f"{FANA}?dato=2027-10-12").text)
    assert "Ingen er valgt til utvalget 12. oktober 2027." in after


def test_an_abolished_council_keeps_its_history(session: Session, client: Browser, fana: FanaWithAHistory) -> None:
    with transaction() as writing:
        writing.add(fana.council)
        fana.council.abolished_on = date(2023, 7, 1)
    gone = client.get(f"{FANA}?dato=2023-07-01")
    assert "Utvalget ble lagt ned 1. juli 2023 og har ingen medlemmer etter det." in page_words(gone.text)
    assert f"{FANA}?dato=2023-06-30" in links(gone.text)
    assert len(members(client, "2023-04-01")) == 15
    assert "Fana bydelsutvalg, lagt ned 1. juli 2023" in page_words(client.get("/bydeler").text)


@pytest.mark.parametrize("day", ["2023-02-31", "i går", "2023", "<b>", "99999999999", "2023-W01-1", "0000-01-01"])
@pytest.mark.usefixtures("fana")
def test_what_is_no_day_gets_a_friendly_word(client: Browser, day: str) -> None:
    answer = client.get(FANA, query_string={"dato": day})
    assert answer.status_code == 400
    assert heading(answer.text) == "Fana bydelsutvalg"
    assert f"«{day}» er ikke en dag vi kan vise." in page_words(answer.text)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.usefixtures("fana")
def test_the_first_and_the_last_day_there_is_can_be_asked_for(client: Browser, day: str) -> None:
    assert client.get(f"{FANA}?dato={day}").status_code == 200


@pytest.mark.usefixtures("fana")
def test_a_day_may_be_written_as_norwegians_do(client: Browser) -> None:
    assert "1. mars 2021" in page_words(client.get(f"{FANA}?dato=1.3.2021").text).split("Forrige")[0]


@pytest.mark.usefixtures("fana")
def test_without_a_day_it_is_today_in_oslo(client: Browser) -> None:
    """Half past eleven in the evening of the 9th in UTC is the 10th in Oslo, when the elected council begins."""
    with time_machine.travel("2023-10-09T21:30:00+00:00"):
        assert "Utvalget i dag, 9. oktober 2023." in page_words(client.get(FANA).text)
    with time_machine.travel("2023-10-09T22:30:00+00:00"):
        assert "Utvalget i dag, 10. oktober 2023." in page_words(client.get(FANA).text)


@pytest.mark.rule("R-261")
def test_one_who_is_suspended_is_only_said_not_to_meet(
    session: Session, client: Browser, fana: FanaWithAHistory
) -> None:
    hans = fana.people["Hans Haug"].id
    with transaction() as writing:
        writing.add(fana.appointed)
        spell = SuspensionSpell(hans, date(2021, 4, 1), date(2021, 7, 1), "2021/99")
        record_spells(writing, fana.appointed, [new(spell)], by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        page = client.get(f"{FANA}?dato=2021-04-01").text
    assert "Hans Haugmøter ikke for tidenvara kalles inn" in page_words(page)
    assert "suspen" not in page.lower()
    assert "2021/99" not in page


def test_a_deputy_on_leave_is_marked(session: Session, client: Browser, fana: FanaWithAHistory) -> None:
    with transaction() as writing:
        writing.add(fana.appointed)
        leave = LeaveSpell(fana.people["Unni Ulvik"].id, date(2021, 4, 1), date(2021, 7, 1))
        record_spells(writing, fana.appointed, [new(leave)], by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        assert "Unni Ulvik møter ikke for tiden Vidar Vik" in page_words(client.get(f"{FANA}?dato=2021-04-01").text)


def test_all_districts_stand_with_chair_and_seats(session: Session, client: Browser, fana: FanaWithAHistory) -> None:
    """In the elected council Ap has 6, H 5, R 2, V 1 and MDG 1."""
    with transaction() as writing:
        a_council(writing, "Arna", "arna")
        writing.add(fana.council)
        writing.add(District(name="Åsane", municipality=fana.council.district.municipality))
    with time_machine.travel(NOON):
        page = client.get("/bydeler").text
    words = page_words(page)
    assert "Fana Leder: Guri Gran R 2Ap 6MDG 1V 1H 5 15 plasser, direkte valgt av velgerne i bydelen" in words
    assert "Arna Ingen sitter i utvalget 3. mars 2026." in words
    assert "Bydeler uten bydelsutvalg Åsane" in words
    assert {"/bydeler/fana", "/bydeler/arna", "/bydeler/medlemmer.csv"} <= set(links(page))
    assert "/bydeler" in links(client.get("/").text)


@pytest.mark.usefixtures("session")
def test_before_any_council_is_entered_the_page_says_so(client: Browser) -> None:
    assert "Ingen bydelsutvalg er lagt inn ennå" in page_words(client.get("/bydeler").text)


@pytest.mark.parametrize(
    "address",
    [
        "/bydeler/nordpolen",
        "/bydeler/nordpolen?dato=2021-01-01",
        "/bydeler/nordpolen/medlemmer.pdf",
        "/bydeler/fana/medlemmer.pdf?dato=2019-12-31",
        "/bydeler/fana/medlemmer-en.pdf",
        "/bydeler/medlemmer.csv?dato=2019-12-31",
        "/personer/0",
        "/personer/2147483647-ingen",
        "/personer/99999999999999999999-ingen",
        "/personer/kari",
    ],
)
@pytest.mark.usefixtures("fana")
def test_what_is_not_there_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_person_who_changes_name_makes_the_pages_anew(
    session: Session, client: Browser, fana: FanaWithAHistory
) -> None:
    first = client.get(f"{FANA}?dato=2021-12-01")
    again = client.get(f"{FANA}?dato=2021-12-01", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    with transaction() as writing:
        anne = fana.people["Anne Ask"]
        writing.add(anne)
        correct_person(writing, anne, PersonDetails("Anne Askvik", anne.gender), by=AT_THE_KEYBOARD, at=NOON)
    after = client.get(f"{FANA}?dato=2021-12-01", headers={"If-None-Match": first.headers["ETag"]})
    assert "Anne Askvik" in page_words(after.text)


def test_an_annulled_spell_is_gone_from_every_page(session: Session, client: Browser, fana: FanaWithAHistory) -> None:
    """Sten Stedfortreder never sat."""
    sten = fana.people["Sten Stedfortreder"].id
    with transaction() as writing:
        writing.add(fana.appointed)
        entry = never_was(_current(writing, fana, sten))
        record_spells(writing, fana.appointed, [entry], by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        assert "Sten" not in page_words(client.get(f"{FANA}?dato=2021-12-01").text)
        assert client.get(f"/personer/{sten}-sten-stedfortreder").status_code == 404


def test_every_day_has_an_answer_of_its_own_to_keep(client: Browser, fana: FanaWithAHistory) -> None:
    first, second = client.get(f"{FANA}?dato=2021-02-28"), client.get(f"{FANA}?dato=2021-03-01")
    assert first.headers["ETag"] != second.headers["ETag"]
    assert first.headers["Cache-Control"].startswith("public, max-age=")
    assert client.get(f"{FANA}?dato=2021-03-01&x=<b>").data == second.data


@pytest.mark.usefixtures("fana")
def test_a_page_made_once_costs_one_question_to_the_database(client: Browser) -> None:
    first = client.get(f"{FANA}?dato=2021-12-01")
    with statements() as asked:
        second = client.get(f"{FANA}?dato=2021-12-01")
    assert len(asked) == 1
    assert second.data == first.data


@pytest.mark.usefixtures("fana")
def test_an_act_that_is_stored_after_a_later_one_makes_the_pages_anew(client: Browser) -> None:
    """Two at once: the one who began first has the lower number in the trail and is done last."""
    with transaction() as writing:
        last = writing.scalar(select(func.max(AuditEvent.id))) or 0
        writing.add(_an_act(last + 2))
    between = client.get(FANA).headers["ETag"]
    with transaction() as writing:
        writing.add(_an_act(last + 1))
    assert client.get(FANA).headers["ETag"] != between


def _an_act(number: int) -> AuditEvent:
    return AuditEvent(
        id=number, at=NOON, actor="command", act="CouncilSetUp", object_kind="council", object_id="fana", after={}
    )


@pytest.mark.usefixtures("fana")
def test_nobody_keeps_the_page_of_today_past_midnight(client: Browser) -> None:
    """In winter midnight in Oslo is 23:00 UTC."""
    with time_machine.travel("2026-03-03T22:59:30+00:00", tick=False):
        before = client.get(FANA)
    with time_machine.travel("2026-03-03T23:00:00+00:00", tick=False):
        after = client.get(FANA, headers={"If-None-Match": before.headers["ETag"]})
    assert before.headers["Cache-Control"] == "public, max-age=30"
    assert after.status_code == 200
    assert "Utvalget i dag, 4. mars 2026." in page_words(after.text)


def test_a_council_elected_without_lists_is_shown_without_them(session: Session, client: Browser) -> None:
    """Three members by majority, with two deputies in one row for all."""
    with transaction() as writing:
        elected_by_majority(writing, a_council(writing), people(writing, "Anne", "Bjørn", "Cecilie", "Dag", "Eva"))
    with time_machine.travel("2021-03-03T12:00:00+00:00"):
        page = client.get(FANA)
        overview = page_words(client.get("/bydeler").text)
    assert [row[:2] for row in rows(page.text, "Medlemmer 3. mars 2021")] == [
        ["Anne", ""],
        ["Bjørn", ""],
        ["Cecilie", ""],
    ]
    assert "De kalles inn i nummerrekkefølge. Felles for hele utvalget Dag Eva" in page_words(page.text)
    assert "Medlemmer 3" in page_words(page.text)
    assert "3 plasser" in overview


@pytest.mark.rule("R-255")
def test_the_deputy_whose_turn_it_is_stands_with_each_member_who_does_not_meet(
    session: Session, fana: FanaWithAHistory, client: Browser
) -> None:
    """Dina Dahl and Espen Eide of Ap are on leave: Unni Ulvik comes for the first, Vidar Vik for the second.

    Unni on leave too, Vidar comes for the first, and Ap has nobody for the second.
    """
    people = fana.people
    days = date(2022, 3, 1), date(2022, 6, 1)
    away = [new(LeaveSpell(people[name].id, *days, "2022/9")) for name in ("Dina Dahl", "Espen Eide")]
    with transaction() as writing:
        record_spells(writing, writing.merge(fana.appointed), away, by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        shown = members(client, "2022-03-01")
        assert shown["4"] == ["Dina Dahlhar fritak for en tidvara kalles inn: først Unni Ulvik | Ap Arbeiderpartiet"]
        assert shown["5"] == ["Espen Eidehar fritak for en tidvara kalles inn: først Vidar Vik | Ap Arbeiderpartiet"]
    unni = new(LeaveSpell(people["Unni Ulvik"].id, *days, "2022/9"))
    with transaction() as writing:
        record_spells(writing, writing.merge(fana.appointed), [unni], by=AT_THE_KEYBOARD, at=NOON)
    with time_machine.travel(NOON):
        shown = members(client, "2022-03-01")
        assert shown["4"] == ["Dina Dahlhar fritak for en tidvara kalles inn: først Vidar Vik | Ap Arbeiderpartiet"]
        assert shown["5"] == ["Espen Eidehar fritak for en tidvara kalles inn | Ap Arbeiderpartiet"]
