"""Staff pages of the councils: what is seen, what can have happened, what is decided, corrected, and who may."""

import re
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.auth.domain.roles import Role as StaffRole
from app.councils.domain.events import GoesOnLeave, LeavesBecause, LeavesForGood
from app.councils.domain.membership import Role
from app.councils.in_term.happenings import Happening
from app.councils.membership_models import MembershipChange
from tests.browser import Browser, form_with
from tests.conftest import SignIn
from tests.councils_in_term import BY_LAW, ELECTED, WAIT, Fana, fana, person
from tests.page_check import parse

ROOM = "/admin/bydeler/fana"


def text_of(html: str) -> str:
    """The words of the page's main part, with single spaces."""
    main = parse(html).find(".//main")
    assert main is not None
    return re.sub(r"\s+", " ", "".join(main.itertext())).strip()


@pytest.fixture
def council(session: Session, client: Browser, sign_in: SignIn) -> Fana:
    """Fana, appointed; signed in is one who writes down the municipal council's decisions."""
    found = fana(session, last_day_after=date(2030, 1, 1))
    sign_in(StaffRole.APPOINTMENT_OFFICER)
    return found


def propose(client: Browser, what: str, fields: dict[str, str]) -> str:
    answer = client.fill_in(f"{ROOM}/endringer/ny/{what}", fields)
    assert answer.status_code == 302, text_of(answer.text)
    return answer.headers["Location"]


def test_the_overview_tells_of_each_council_and_what_needs_somebody(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", WAIT)
    council.propose(LeavesForGood(council.id("Eva"), LeavesBecause.RELEASED), "2022-03-01")
    text = text_of(client.get("/admin/bydeler").text)
    assert "Fana bydelsutvalg: plass 3 står tom." in text
    assert "Fana bydelsutvalg: 1 forslag venter på vedtak." in text
    assert "Fana bydelsutvalg Ada 4 1 3 1 valgt av kommunestyret, ved avtalevalg" in text


def test_the_council_is_shown_on_a_day_as_it_was_known_on_another(client: Browser, council: Fana) -> None:
    """Recorded in February 2024: before that nobody knew that Bo had left in March 2022."""
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", council.named("Jon"))
    assert "3 Jon Arbeiderpartiet" in text_of(client.get(f"{ROOM}?dato=2022-03-03").text)
    before = text_of(client.get(f"{ROOM}?dato=2022-03-03&kjent=2024-01-15").text)
    assert "3 Bo Arbeiderpartiet" in before
    assert "Dette er det som var ført til og med 15. januar 2024." in before


def test_the_council_shows_office_leave_substitute_and_deputies_in_order(client: Browser, council: Fana) -> None:
    leave = GoesOnLeave(council.id("Bo"), date(2022, 3, 1), date(2022, 9, 1))
    council.happens(leave, "2022-03-01", council.named("Finn"), BY_LAW)
    page = client.get(f"{ROOM}?dato=2022-04-01").text
    text = text_of(page)
    assert "1 Ada Arbeiderpartiet Leder" in text
    assert "Fritak 1. mars 2022 – 31. august 2022 Settemedlem: Finn" in text
    deputies = re.findall(r'<li value="(\d)"><a [^>]*>(\w+)</a>', page)
    assert deputies == [("1", "Finn"), ("2", "Gro"), ("1", "Hans")]


def test_a_day_on_which_the_council_does_not_sit_says_so(client: Browser, council: Fana) -> None:
    assert "Utvalget sitter ikke denne dagen" in text_of(client.get(f"{ROOM}?dato=2019-01-01").text)
    assert client.get(f"{ROOM}?dato=igår").status_code == 404


def test_the_chain_of_a_seat_tells_every_version_and_who_recorded_it(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", council.named("Jon"))
    text = text_of(client.get(f"{ROOM}/plass/3?dato=2022-03-03").text)
    assert "Bo fra 1. januar 2020" in text
    assert "Bo 1. januar 2020 – 28. februar 2022" in text
    assert "Jon fra 1. mars 2022 nyvalg2022/55, kommuneloven (2018) § 7-10" in text
    assert "av kari.traa@bergen.example Erstattet" in text
    assert client.get(f"{ROOM}/plass/6").status_code == 404


def test_everything_that_can_happen_has_a_form_of_its_own(client: Browser, council: Fana) -> None:
    page = client.get(f"{ROOM}/endringer/ny").text
    for happening in Happening:
        assert f"{ROOM}/endringer/ny/{happening.value}" in page
        assert client.get(f"{ROOM}/endringer/ny/{happening.value}").status_code == 200
    assert client.get(f"{ROOM}/endringer/ny/something-else").status_code == 404


def test_a_death_is_told_of_the_law_is_shown_and_a_new_member_decided(client: Browser, council: Fana) -> None:
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    text = text_of(client.get(address).text)
    assert "Bo er død." in text
    assert "1. Nyvalg Skal gjøres" in text
    assert "kommunestyret (bystyret)" in text
    assert "kommuneloven (2018) § 7-10 (R-256, R-257, R-258)" in text
    assert "Blant de andre er det 3 kvinner og 1 menn; av hvert kjønn skal det være minst 2." in text
    assert "Opprykk: I et utvalg som kommunestyret har valgt, rykker ikke vara opp." in text
    fields = {"answer_0": "taken", "person_0": str(council.id("Jon")), "exception_0": "", "reference": "2022/55"}
    decided = client.fill_in(address, fields)
    assert decided.headers["Location"] == address
    assert council.seats("2022-03-01") == "Ada Dag Jon Eva Cara"
    after = text_of(client.get(address).text)
    assert "Vedtaket er skrevet inn, og medlemskapet er ført." in after
    assert "Saksnummer 2022/55" in after
    assert "Gjort: Jon" in after
    assert form_names(client.get(address).text) == []


def form_names(html: str) -> list[str]:
    main = parse(html).find(".//main")
    assert main is not None
    return [each.get("name", "") for each in main.iter("input") if each.get("type") != "hidden"]


def test_what_the_law_does_not_leave_open_is_refused_in_words_and_nothing_typed_is_lost(
    client: Browser, council: Fana
) -> None:
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    fields = {"answer_0": "taken", "person_0": str(council.id("Ida")), "exception_0": "", "reference": "2022/55"}
    answer = client.fill_in(address, fields)
    assert answer.status_code == 422
    assert (
        "Det blir bare 1 av kjønnet «mann» blant 5; det skal være minst 2 (R-258). Velg en annen, eller skriv hvorfor "
        "det ikke er mulig."
    ) in text_of(answer.text)
    sent = form_with(parse(answer.text), {"person_0"})
    chosen = [each.get("value") for each in sent.iter("option") if "selected" in each.attrib]
    assert chosen == [str(council.id("Ida"))]
    assert [each.get("value") for each in sent.iter("input") if each.get("name") == "reference"] == ["2022/55"]
    assert council.seats("2022-03-01") == "Ada Dag Bo Eva Cara"
    missing = client.fill_in(address, {**fields, "person_0": str(council.id("Jon")), "reference": ""})
    assert "Skriv saksnummeret for vedtaket: kommunestyret (bystyret) (R-262)." in text_of(missing.text)


def test_one_not_in_turn_is_refused_with_who_is(client: Browser, council: Fana) -> None:
    """Before July 2023 the settemedlem was the first deputy."""
    fields = {"person": str(council.id("Bo")), "on": "2022-03-01", "until": "2022-08-31"}
    address = propose(client, "leave", fields)
    answer = client.fill_in(address, {"answer_0": "taken", "person_0": str(council.id("Gro")), "reference": "2022/55"})
    assert (
        "Gro står ikke for tur til «Settemedlem»: det gjør Finn (R-256, R-257, kommuneloven (2018) § 7-10). Velg Finn."
    ) in text_of(answer.text)


def test_something_that_changes_nothing_is_told_at_once(client: Browser, council: Fana) -> None:
    answer = client.fill_in(f"{ROOM}/endringer/ny/moved-within", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    assert answer.status_code == 422
    assert "Dette endrer ingenting i utvalget (R-251, R-252)." in text_of(answer.text)
    outside = client.fill_in(f"{ROOM}/endringer/ny/died", {"person": str(council.id("Bo")), "on": "2031-03-01"})
    assert "1. mars 2031 er ikke en dag da dette utvalget sitter" in text_of(outside.text)
    assert client.fill_in(f"{ROOM}/endringer/ny/died", {"person": "", "on": ""}).status_code == 422


@pytest.mark.parametrize(
    ("what", "fields", "sentence"),
    [
        ("released", {"person": "Bo"}, "Bo får fritak for resten av perioden."),
        ("lost-eligibility", {"person": "Bo"}, "Bo er ikke lenger valgbar."),
        ("moved-out", {"person": "Bo"}, "Bo flytter ut av kommunen."),
        ("suspended", {"person": "Bo"}, "Bo suspenderes til rettskraftig avgjørelse."),
        ("leaves-office", {"person": "Ada"}, "Ada går av fra vervet og fortsetter som medlem."),
        ("changes-party", {"person": "Bo", "group_name": "Rødt"}, "Bo går over til Rødt."),
        ("changes-party", {"person": "Bo", "group_name": ""}, "Bo går ut av gruppen sin og er uavhengig."),
        ("too-few-deputies", {"group": "H", "places": "1"}, "H har for få varamedlemmer."),
        ("leave", {"person": "Finn", "until": ""}, "Finn får fritak: fra 1. mars 2022."),
    ],
)
def test_what_happened_is_told_back(
    client: Browser, council: Fana, what: str, fields: dict[str, str], sentence: str
) -> None:
    known = {name: str(council.id(value)) if name == "person" else value for name, value in fields.items()}
    address = propose(client, what, {**known, "on": "2022-03-01"})
    assert sentence in text_of(client.get(address).text)


def test_one_who_moved_out_is_offered_as_one_who_can_come_back(client: Browser, council: Fana) -> None:
    address = propose(client, "moved-out", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    assert "Kan komme tilbake til plassen til og med 1. mars 2024 (R-252)." in text_of(client.get(address).text)
    client.fill_in(address, {"answer_0": "taken", "person_0": str(council.id("Jon")), "reference": "2022/55"})
    who = f"{council.id('Bo')}-3-2022-03-01"
    back = propose(client, "moved-back", {"who": who, "on": "2023-05-01"})
    text = text_of(client.get(back).text)
    assert "Bo, som flyttet ut 1. mars 2022, er tilbake." in text
    assert "2. Erstatteren trer tilbake" in text
    client.fill_in(back, {"reference": ""})
    assert council.seats("2023-05-01") == "Ada Dag Bo Eva Cara"


def test_an_office_that_stands_vacant_is_filled(client: Browser, council: Fana) -> None:
    address = propose(client, "leaves-office", {"person": str(council.id("Ada")), "on": "2022-03-01"})
    client.fill_in(address, {"answer_0": "waits", "person_0": "", "reference": ""})
    assert council.officer(Role.CHAIR, "2022-03-02") is None
    later = propose(client, "vacant-office", {"role": "chair", "on": "2022-04-01"})
    client.fill_in(later, {"answer_0": "taken", "person_0": str(council.id("Cara")), "reference": "2022/60"})
    assert council.officer(Role.CHAIR, "2022-04-01") == "Cara"


def test_a_seat_that_stands_vacant_is_filled(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", WAIT)
    assert "Fyll plass 3" in text_of(client.get(f"{ROOM}?dato=2022-03-02").text)
    address = propose(client, "vacant-seat", {"seat": "3", "group": "Ap", "on": "2022-04-01"})
    client.fill_in(address, {"answer_0": "taken", "person_0": str(council.id("Jon")), "reference": "2022/60"})
    assert council.seats("2022-04-01") == "Ada Dag Jon Eva Cara"


def test_a_proposal_is_withdrawn_with_a_reason(client: Browser, council: Fana) -> None:
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    silent = client.fill_in(address, {"trekk-reason": ""})
    assert silent.status_code == 422
    assert "Skriv hvorfor." in text_of(silent.text)
    client.fill_in(address, {"trekk-reason": "Meldt på feil person"})
    assert "Trukket" in text_of(client.get(address).text)
    assert council.acts()[-1] == "ChangeWithdrawn"


def test_the_second_of_two_who_decide_is_told_what_has_happened(client: Browser, council: Fana) -> None:
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    change = council.session.scalars(select(MembershipChange)).one().id
    fields = {"answer_0": "taken", "person_0": str(council.id("Leif")), "exception_0": "Nei", "reference": "2022/56"}
    council.decide(change, [council.named("Jon")])
    answer = client.send(address, fields)
    assert answer.status_code == 422
    assert "Saken er alt «vedtatt» og kan ikke bli «vedtatt»." in text_of(answer.text)


def test_the_place_of_an_exhausted_list_is_left_empty_or_given_to_another_list(
    client: Browser, session: Session, sign_in: SignIn
) -> None:
    """Ap has neither deputies nor candidates left when Bo dies and then Cara."""
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara", last_day_after=date(2030, 1, 1))
    sign_in(StaffRole.APPOINTMENT_OFFICER)
    named_by_nobody = {"answer_0": "left_out", "person_0": "", "answer_1": "taken", "reference": "VS 3/23"}
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2023-09-01"})
    assert client.fill_in(address, {**named_by_nobody, "person_1": "", "group_1": ""}).status_code == 302
    address = propose(client, "died", {"person": str(council.id("Cara")), "on": "2023-09-01"})
    hans = {"person_1": str(council.id("Hans")), "group_1": "H"}
    assert client.fill_in(address, {**named_by_nobody, **hans}).status_code == 302
    assert council.seats("2023-09-01") == "Ada Dag – Eva Hans"


# Corrections and persons


def test_a_wrong_day_is_corrected_for_all_it_concerns(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", council.named("Jon"))
    page = client.get(f"{ROOM}/plass/3?dato=2022-03-03").text
    [address, *_others] = re.findall(rf"{ROOM}/rett/seat/\d+", page)
    assert "flyttes når du lar krysset stå: Jon: Plass 3, Ap, fra 1. mars 2022" in text_of(client.get(address).text)
    answer = client.fill_in(
        address, {"from_on": "2020-01-01", "last_on": "2022-03-09", "move_along": "y", "reason": "Feil dato"}
    )
    assert answer.status_code == 302, text_of(answer.text)
    assert council.seats("2022-03-09", known=None) == "Ada Dag Bo Eva Cara"
    assert council.seats("2022-03-10") == "Ada Dag Jon Eva Cara"
    event = council.session.scalars(select(AuditEvent).where(AuditEvent.act == "SpellsCorrected")).one()
    assert event.reason == "Feil dato"


def test_a_correction_that_cannot_be_is_refused_in_words(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", council.named("Jon"))
    [address, *_others] = re.findall(rf"{ROOM}/rett/seat/\d+", client.get(f"{ROOM}/plass/3?dato=2022-03-03").text)
    fields = {"from_on": "2020-01-01", "last_on": "2022-03-09", "reason": "Feil dato"}
    answer = client.fill_in(address, fields)
    assert answer.status_code == 422
    assert (
        "Plass 3 kan ikke ha to på samme dag (R-262): Bo (1. januar 2020 – 9. mars 2022) og Jon (fra 1. mars 2022)."
    ) in text_of(answer.text)
    assert client.fill_in(address, {**fields, "reason": ""}).status_code == 422
    assert client.get(f"{ROOM}/rett/seat/999").status_code == 404
    assert client.get(f"{ROOM}/rett/chairs/1").status_code == 404


def test_a_leave_is_shortened_by_a_new_decision(client: Browser, council: Fana) -> None:
    leave = GoesOnLeave(council.id("Bo"), date(2022, 3, 1), date(2022, 12, 1))
    council.happens(leave, "2022-03-01", council.named("Finn"), BY_LAW)
    page = client.get(f"/admin/bydeler/personer/{council.id('Bo')}").text
    [address] = re.findall(rf"{ROOM}/rett/leave/\d+", page)
    fields = {"last_on": "2022-08-31", "decision_reference": "2022/99", "move_along": "y", "reason": "Nytt vedtak"}
    assert client.fill_in(address, fields).status_code == 302
    assert council.seats("2022-08-31") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-09-01") == "Ada Dag Bo Eva Cara"


def test_a_person_is_registered_shown_and_corrected_and_the_trail_keeps_no_details(
    client: Browser, council: Fana
) -> None:
    new = client.fill_in(
        "/admin/bydeler/personer/ny",
        {"name": "Mona Lie", "gender": "f", "birth_date": "1980-02-03", "home_address": "Nattlandsveien 1"},
    )
    address = new.headers["Location"]
    text = text_of(client.get(address).text)
    assert "Mona Lie" in text
    assert "3. februar 1980" in text
    assert "Har ikke hatt noe verv her." in text
    client.fill_in(f"{address}/rett", {"name": "Mona Vik", "home_address": "Fjøsangerveien 2"})
    assert "Fjøsangerveien 2" in text_of(client.get(address).text)
    kept = str([event.after for event in council.session.scalars(select(AuditEvent))])
    assert "Fjøsangerveien" not in kept
    assert client.fill_in("/admin/bydeler/personer/ny", {"name": ""}).status_code == 422
    assert client.get("/admin/bydeler/personer/999").status_code == 404


def test_a_person_page_tells_every_office_with_its_days_and_why(client: Browser, council: Fana) -> None:
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01", council.named("Finn"))
    text = text_of(client.get(f"/admin/bydeler/personer/{person(council, 'Finn').id}").text)
    assert "Plass 3, Ap fra 1. mars 2022 nyvalg" in text
    assert "Vara nr. 1, Ap 1. januar 2020 – 28. februar 2022 valgt av kommunestyret; rykket opp til medlem" in text


# Who may


def test_a_secretary_writes_down_what_follows_by_law_and_what_the_council_itself_elects(
    client: Browser, session: Session, sign_in: SignIn
) -> None:
    council = fana(session, ELECTED, last_day_after=date(2030, 1, 1))
    sign_in(StaffRole.COUNCIL_SECRETARY, "fana")
    address = propose(client, "died", {"person": str(council.id("Ada")), "on": "2023-09-01"})
    fields = {"answer_1": "left_out", "person_1": "", "reference": "BU 12/23"}
    fields |= {"answer_2": "taken", "person_2": str(council.id("Cara"))}
    assert client.fill_in(address, fields).status_code == 302
    assert council.seats("2023-09-01") == "Finn Dag Bo Eva Cara"
    assert council.officer(Role.CHAIR, "2023-09-01") == "Cara"


def test_a_secretary_does_not_write_down_the_municipal_councils_decisions_but_may_let_them_wait(
    client: Browser, session: Session, sign_in: SignIn
) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    sign_in(StaffRole.COUNCIL_SECRETARY, "fana")
    address = propose(client, "died", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    fields = {"answer_0": "taken", "person_0": str(council.id("Jon")), "reference": "2022/55"}
    answer = client.fill_in(address, fields)
    assert answer.status_code == 422
    assert "Vedtaket hører til kommunestyret (bystyret)." in text_of(answer.text)
    assert client.fill_in(address, {"answer_0": "waits", "person_0": "", "reference": ""}).status_code == 302
    assert council.seats("2022-03-01") == "Ada Dag – Eva Cara"


def test_one_who_keeps_another_council_finds_none_of_this(client: Browser, session: Session, sign_in: SignIn) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    change = council.propose(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2022-03-01")
    sign_in(StaffRole.COUNCIL_SECRETARY, "arna")
    assert "Fana" not in text_of(client.get("/admin/bydeler").text)
    for path in (
        ROOM,
        f"{ROOM}/plass/3",
        f"{ROOM}/endringer/ny",
        f"{ROOM}/endringer/ny/died",
        f"{ROOM}/endringer/{change}",
        f"{ROOM}/rett/seat/1",
        f"/admin/bydeler/personer/{council.id('Bo')}",
        f"/admin/bydeler/personer/{council.id('Bo')}/rett",
    ):
        assert client.get(path).status_code == 404, path
    assert client.send(f"{ROOM}/endringer/{change}", {"answer_0": "waits"}).status_code == 404
    assert client.send(f"{ROOM}/endringer/{change}/trekk", {"trekk-reason": "x"}).status_code == 404


def test_several_deputies_are_chosen_in_one_form(client: Browser, council: Fana) -> None:
    address = propose(client, "too-few-deputies", {"group": "H", "places": "2", "on": "2022-03-01"})
    text = text_of(client.get(address).text)
    assert "1. Suppleringsvalg" in text
    assert "2. Suppleringsvalg" in text
    first, second = str(council.id("Ida")), str(council.id("Jon"))
    answers = {"answer_0": "taken", "person_0": first, "answer_1": "taken", "person_1": second, "reference": "2022/9"}
    assert client.fill_in(address, answers).status_code == 302
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida 3.Jon"
    none = {"group": "H", "places": "0", "on": "2022-03-01"}
    assert client.fill_in(f"{ROOM}/endringer/ny/too-few-deputies", none).status_code == 422


def test_a_suspension_ends_from_the_page_where_it_is_told(client: Browser, council: Fana) -> None:
    suspended = propose(client, "suspended", {"person": str(council.id("Bo")), "on": "2022-03-01"})
    client.fill_in(suspended, {"reference": "2022/9"})
    ended = propose(client, "suspension-ends", {"person": str(council.id("Bo")), "on": "2022-06-01"})
    assert "Bo er ikke lenger suspendert." in text_of(client.get(ended).text)
    assert client.fill_in(ended, {"reference": ""}).status_code == 302
    assert "Suspendert 1. mars 2022 – 31. mai 2022" in text_of(client.get(f"{ROOM}?dato=2022-04-01").text)
    assert "Suspendert" not in text_of(client.get(f"{ROOM}?dato=2022-06-01").text)


def test_a_settemedlem_who_leaves_early_is_chosen_by_name_and_seat(client: Browser, council: Fana) -> None:
    leave = GoesOnLeave(council.id("Bo"), date(2023, 8, 1), date(2024, 8, 1))
    council.happens(leave, "2023-08-01", council.named("Finn"), BY_LAW)
    who = f"{council.id('Finn')}-3-2023-08-01"
    assert "Finn (for Bo, plass 3)" in text_of(client.get(f"{ROOM}/endringer/ny/substitute-leaves").text)
    address = propose(client, "substitute-leaves", {"who": who, "because": "died", "on": "2023-10-01"})
    assert "Finn er ikke lenger settemedlem i plass 3." in text_of(client.get(address).text)
    answers = {"answer_0": "taken", "person_0": str(council.id("Gro")), "reference": "2023/9"}
    assert client.fill_in(address, answers).status_code == 302
    assert council.seats("2023-10-01") == "Ada Dag Bo(Gro) Eva Cara"


@pytest.mark.rule("R-262")
def test_what_was_forgotten_is_added_with_a_reason(client: Browser, council: Fana) -> None:
    page = client.get(f"{ROOM}/mangler").text
    assert "Et fritak" in text_of(page)
    fields = {"person": str(council.id("Bo")), "from_on": "2022-03-01", "last_on": "2022-05-31"}
    added = {**fields, "decision_reference": "2022/40", "reason": "Glemt"}
    without = client.fill_in(f"{ROOM}/mangler/leave", {**added, "decision_reference": ""})
    assert without.status_code == 422
    assert "R-262" in text_of(without.text)
    assert client.fill_in(f"{ROOM}/mangler/leave", {**added, "reason": ""}).status_code == 422
    answer = client.fill_in(f"{ROOM}/mangler/leave", added)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/bydeler/personer/{council.id('Bo')}")
    assert "Fritak 1. mars 2022 – 31. mai 2022" in text_of(client.get(f"{ROOM}?dato=2022-05-31").text)
    assert "Fritak" not in text_of(client.get(f"{ROOM}?dato=2022-06-01").text)


@pytest.mark.parametrize("kind", ["seat", "deputy", "role", "leave", "suspension", "group"])
def test_each_kind_of_fact_has_a_form_with_its_own_fields(client: Browser, council: Fana, kind: str) -> None:
    own = {
        "seat": {"seat", "list_code", "cause", "end_cause", "decision_reference"},
        "deputy": {"rank", "list_code", "cause", "end_cause", "decision_reference"},
        "role": {"role", "end_cause", "decision_reference"},
        "leave": {"decision_reference"},
        "suspension": {"decision_reference"},
        "group": {"group_name"},
    }
    page = client.get(f"{ROOM}/mangler/{kind}")
    assert page.status_code == 200
    fields = {"person", "from_on", "last_on", "reason", *own[kind]}
    form = form_with(parse(page.text), fields)
    sent = {each.get("name") for each in form.iter() if each.get("name")}
    assert sent == {*fields, "csrf_token"}
    assert client.get(f"{ROOM}/mangler/ukjent").status_code == 404


def test_a_deputy_and_an_office_that_were_forgotten_are_added(client: Browser, council: Fana) -> None:
    deputy = {"person": str(council.id("Ida")), "rank": "2", "list_code": "H", "cause": "supplementary_election"}
    when = {"from_on": "2022-03-01", "last_on": "", "end_cause": "", "decision_reference": "2022/9", "reason": "Glemt"}
    assert client.fill_in(f"{ROOM}/mangler/deputy", {**deputy, **when}).status_code == 302
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida"
    unsaid = client.fill_in(f"{ROOM}/mangler/deputy", {**deputy, **when, "cause": ""})
    assert unsaid.status_code == 422
    assert "Velg hvordan det begynte." in text_of(unsaid.text)
    taken = client.fill_in(f"{ROOM}/mangler/role", {"person": str(council.id("Bo")), "role": "chair", **when})
    assert taken.status_code == 422
    assert "R-259" in text_of(taken.text)


def test_a_secretary_adds_what_followed_by_law_and_not_what_others_decided(
    client: Browser, session: Session, sign_in: SignIn
) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    sign_in(StaffRole.COUNCIL_SECRETARY, "fana")
    when = {"person": str(council.id("Bo")), "from_on": "2022-03-01", "last_on": "2022-05-31", "reason": "Glemt"}
    leave = client.fill_in(f"{ROOM}/mangler/leave", {**when, "decision_reference": "2022/40"})
    assert leave.status_code == 422
    assert "Vedtaket hører til kommunestyret (bystyret)." in text_of(leave.text)
    assert client.fill_in(f"{ROOM}/mangler/group", {**when, "group_name": "Rødt"}).status_code == 302


@pytest.mark.rule("R-7")
def test_a_council_is_abolished_from_its_page_and_nothing_is_lost_when_refused(client: Browser, council: Fana) -> None:
    refused = client.fill_in(f"{ROOM}/legg-ned", {"on": "2031-01-01", "decision_reference": "2022/77", "sure": "y"})
    assert refused.status_code == 422
    assert "Fana bydelsutvalg sitter ikke dagen før 1. januar 2031" in text_of(refused.text)
    assert 'value="2022/77"' in refused.text
    unsure = client.fill_in(f"{ROOM}/legg-ned", {"on": "2022-06-01", "decision_reference": "2022/77"})
    assert "Bekreft at det er vedtatt." in text_of(unsure.text)
    done = client.fill_in(f"{ROOM}/legg-ned", {"on": "2022-06-01", "decision_reference": "2022/77", "sure": "y"})
    assert done.status_code == 302
    assert "3 Bo Arbeiderpartiet" in text_of(client.get(f"{ROOM}?dato=2022-05-31").text)
    assert "Legg ned utvalget" not in client.get(f"{ROOM}?dato=2022-05-31").text
    assert "Utvalget ble lagt ned 1. juni 2022" in client.get("/bydeler/fana?dato=2022-07-01").text


@pytest.mark.rule("R-7")
def test_a_secretary_does_not_abolish_the_council(client: Browser, council: Fana, sign_in: SignIn) -> None:
    sign_in(StaffRole.COUNCIL_SECRETARY, "fana")
    assert client.get(f"{ROOM}/legg-ned").status_code == 403
    assert "Legg ned utvalget" not in client.get(f"{ROOM}?dato=2022-05-31").text
    sent = client.send(f"{ROOM}/legg-ned", {"on": "2022-06-01", "decision_reference": "2022/77", "sure": "y"})
    assert sent.status_code == 403
    assert "3 Bo Arbeiderpartiet" in text_of(client.get(f"{ROOM}?dato=2022-06-02").text)
