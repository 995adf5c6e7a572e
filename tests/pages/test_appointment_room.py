"""The appointment room through its pages, without a script: typed in, refused with what was typed kept, decided."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.councils.appointing.documents import decided_in
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.appointing.services.council_votes import (
    MethodVotes,
    record_ballot,
    record_method,
    record_officer_vote,
)
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.gender import Gender
from app.councils.domain.majority_of_chair import Round
from app.councils.domain.membership import Role as Office
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import OfficerVote
from app.councils.domain.proportional_election import VotingForm
from app.councils.membership_models import SeatSpellRow
from app.councils.models import Municipality
from app.councils.queries import persons
from app.councils.services.persons import PersonDetails, register_person
from tests.appointments import (
    AT,
    BY,
    agree,
    an_appointment,
    confirm_all,
    nominate,
    officers,
    put_up,
    ready_by_agreement,
)
from tests.browser import Browser
from tests.conftest import SignIn
from tests.page_check import parse

ROOM = "/admin/bydeler/oppnevning"
PROPORTIONAL = MethodVotes(proportional_demanded=True, voting_form=VotingForm.WRITTEN)


@pytest.fixture(autouse=True)
def officer(sign_in: SignIn) -> None:
    sign_in(Role.APPOINTMENT_OFFICER)


def only(session: Session) -> Appointment:
    return session.scalars(select(Appointment)).one()


def fana(session: Session) -> CouncilAppointment:
    return only(session).councils[0]


def room(session: Session, rest: str = "") -> str:
    return f"{ROOM}/{only(session).id}{rest}"


def words(html: str) -> str:
    return " ".join(" ".join(parse(html).itertext()).split())


def test_an_appointment_is_begun_with_every_council_of_the_municipality(client: Browser, session: Session) -> None:
    with transaction() as writing:
        first = an_appointment(writing, ["Arna", "Fana"])
        municipality = first.term.municipality_id
    answer = client.fill_in(
        f"{ROOM}/ny",
        {
            "municipality": str(municipality),
            "name": "Bydelsutvalg 2027–2031",
            "term_name": "2027–2031",
            "decided_on": "2027-10-20",
            "from_on": "2027-11-01",
            "to_on": "2031-11-01",
            "seats": "15",
            "several_districts": "warn",
        },
    )
    assert answer.status_code == 303
    made = session.scalars(select(Appointment).where(Appointment.name == "Bydelsutvalg 2027–2031")).one()
    assert [(each.council.slug, each.seats) for each in made.councils] == [("arna", 15), ("fana", 15)]
    assert "Bydelsutvalg 2027–2031" in words(client.get(ROOM).text)


def test_a_period_that_ends_before_it_begins_is_refused_and_what_was_typed_is_kept(
    client: Browser, session: Session
) -> None:
    with transaction() as writing:
        writing.add(Municipality(name="Bergen", number="4601"))
    answer = client.fill_in(f"{ROOM}/ny", {"name": "Feil vei", "from_on": "2027-11-01", "to_on": "2027-10-01"})
    assert answer.status_code == 422
    assert "Perioden må slutte etter at den begynner." in words(answer.text)
    assert 'value="Feil vei"' in answer.text


@pytest.mark.rule("R-231")
def test_parties_and_ballots_are_typed_and_shown_side_by_side(client: Browser, session: Session) -> None:
    """A 100 and B 60 on three seats: Sainte-Laguë 71.4, 42.9, 33.3 → 2–1; d'Hondt 100, 60, 50 → 2–1; next B 20 / 30."""
    with transaction() as writing:
        an_appointment(writing, groups={"A": 5, "B": 2}, seats=3)
    a, b = (each.id for each in only(session).groups)
    answer = client.fill_in(room(session, "/stemmer"), {f"day-fana-{a}": "100", f"day-fana-{b}": "60"})
    assert answer.status_code == 303
    page = words(client.get(room(session)).text)
    assert "Siste plass A 33,333" in page
    assert "Neste i køen B 20,000 · A 20,000" in page or "Neste i køen A 20,000 · B 20,000" in page
    assert "Siste plass A 50,000" in page
    assert "Neste i køen A 33,333" in page


def test_ballots_are_taken_from_pasted_lines_and_a_wrong_line_is_told_by_number(
    client: Browser, session: Session
) -> None:
    with transaction() as writing:
        an_appointment(writing, ["Arna", "Fana"], groups={"A": 5, "B": 2})
    lines = "bydel;parti;valgdag;forhånd\nArna;A;100;7\nFana;X;1;1\nArna;B;mange"
    refused = client.fill_in(room(session, "/stemmer"), {"lim-text": lines})
    assert refused.status_code == 422
    assert "Linje 3, «Fana;X;1;1»" in words(refused.text)
    assert "Linje 4, «Arna;B;mange»" in words(refused.text)
    assert "Arna;A;100;7" in refused.text
    taken = client.fill_in(room(session, "/stemmer"), {"lim-text": "Arna;A;100;7\narna;B;60"})
    assert taken.status_code == 303
    arna = only(session).councils[0]
    assert [(each.group.code, each.election_day, each.advance) for each in arna.ballots] == [
        ("A", 100, 7),
        ("B", 60, 0),
    ]


@pytest.mark.rule("R-233")
def test_a_basis_without_a_published_key_is_refused(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    fields = {"method": "dhondt", "basis": "with_advance_key", "key_whole": "1000", "part-fana": "120"}
    answer = client.fill_in(room(session, "/grunnlag"), fields)
    assert answer.status_code == 422
    assert "uten en publisert nøkkel (R-233)" in words(answer.text)
    answer = client.fill_in(room(session, "/grunnlag"), {**fields, "key_published_in": "Valgstyrets sak 12/23"})
    assert answer.status_code == 303
    assert (only(session).key_whole, fana(session).key_part) == (1000, 120)


def test_a_name_is_added_and_one_known_is_asked_about(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    name = {"navn-name": "Kari Nes", "navn-gender": "f", "navn-group": "Ap", "navn-kind": "member"}
    assert client.fill_in(room(session, "/utvalg/fana"), name).status_code == 303
    with transaction() as writing:
        row = fana(writing)
        row.nominees.clear()
        row.version += 1
    asked = client.fill_in(room(session, "/utvalg/fana"), name)
    assert asked.status_code == 422
    assert "Det finnes allerede en person som heter Kari Nes." in words(asked.text)
    assert "en ny person" in words(asked.text)
    known = next(iter(persons(session, range(1, 50))))
    answered = client.fill_in(room(session, "/utvalg/fana"), name | {"navn-kind": "deputy"})
    assert answered.status_code == 422
    answered = client.send(
        room(session, "/utvalg/fana/navn"), {**name, "navn-person": str(known), "navn-seen": str(fana(session).version)}
    )
    assert answered.status_code == 303
    assert [each.person_id for each in fana(session).nominees] == [known]


def test_names_are_pasted_moved_and_taken_out(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    pasted = {"lim-text": "Ada Berg;k;Ap;1970-02-03\nBo Dahl;m;Ap\nCato Eng;m;H;4.5.1980", "lim-kind": "member"}
    assert client.fill_in(room(session, "/utvalg/fana"), pasted).status_code == 303
    bo = fana(session).nominees[1].id
    act = {"rader-seen": str(fana(session).version)}
    assert client.send(room(session, "/utvalg/fana/navn/endre"), {**act, "act": f"up:{bo}"}).status_code == 303
    act = {"rader-seen": str(fana(session).version)}
    assert client.send(room(session, "/utvalg/fana/navn/endre"), {**act, "act": f"deputy:{bo}"}).status_code == 303
    assert [(each.person.name, each.kind) for each in fana(session).nominees] == [
        ("Ada Berg", NominationKind.MEMBER),
        ("Cato Eng", NominationKind.MEMBER),
        ("Bo Dahl", NominationKind.DEPUTY),
    ]
    act = {"rader-seen": str(fana(session).version)}
    assert client.send(room(session, "/utvalg/fana/navn/endre"), {**act, "act": f"remove:{bo}"}).status_code == 303
    assert len(fana(session).nominees) == 2


@pytest.mark.rule("R-220")
def test_a_stale_save_keeps_what_was_typed_and_can_be_sent_again(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    seen = str(fana(session).version)
    with transaction() as writing:
        nominate(writing, fana(writing), "K", "H")
    fields = {"metode-proportional_demanded": "no", "metode-exception": "Min begrunnelse", "metode-seen": seen}
    answer = client.send(room(session, "/utvalg/fana/metode"), fields)
    assert answer.status_code == 422
    assert "Noen andre har lagret endringer i Fana bydelsutvalg" in words(answer.text)
    assert "Min begrunnelse" in answer.text
    assert fana(session).exception == ""
    fresh = {**fields, "metode-seen": str(fana(session).version)}
    assert f'name="metode-seen" type="hidden" value="{fresh["metode-seen"]}"' in answer.text
    assert client.send(room(session, "/utvalg/fana/metode"), fresh).status_code == 303
    assert fana(session).exception == "Min begrunnelse"


@pytest.mark.rule("R-229")
def test_the_swap_found_is_made_with_one_button(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        nominate(writing, row, "MMM", "Ap")
        nominate(writing, row, "KM", "H")
        nominate(writing, row, "K", "Ap", NominationKind.RESERVE)
    page = client.get(room(session, "/utvalg/fana"))
    assert "Det er 1 kvinne blant medlemmene, men det må være minst 2. (R-229)" in words(page.text)
    assert "Fana Ap 3 (Ap) viker for Fana Ap 4" in words(page.text)
    pairs = next(each.get("value", "") for each in parse(page.text).iter("button") if each.get("name") == "pairs")
    fields = {"bytt-seen": str(fana(session).version), "pairs": pairs}
    assert client.send(room(session, "/utvalg/fana/bytt"), fields).status_code == 303
    after = words(client.get(room(session, "/utvalg/fana")).text)
    assert "men det må være minst" not in after
    refused = client.send(room(session, "/utvalg/fana/bytt"), fields | {"bytt-seen": str(fana(session).version)})
    assert refused.status_code == 422
    assert "er ikke lenger blant de foreslåtte (R-226)" in words(refused.text)


@pytest.mark.rule("R-228")
def test_w4_typed_through_the_pages_shows_every_step(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing, groups={"I": 29, "II": 20, "III": 11, "IV": 7}, seats=13).councils[0]
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
    sexes = {"I": "KMKMKMKMKMKMKMKM", "II": "MMKMMKMKKMKMKM", "III": "MMMKMKMKKMKMK", "IV": "KMKM"}
    for code, letters in sexes.items():
        put = {"liste-code": code, "liste-name": f"Liste {code}", "liste-delivered": "y"}
        put |= {"liste-groups": code, "liste-signed_by": code, "liste-seen": str(fana(session).version)}
        assert client.send(room(session, "/utvalg/fana/liste"), put).status_code == 303
        number = fana(session).lists[-1].id
        lines = "\n".join(f"{code} {place};{sex};{code}" for place, sex in enumerate(letters, start=1))
        assert (
            client.fill_in(room(session, "/utvalg/fana/forholdsvalg"), {f"lim{number}-text": lines}).status_code == 303
        )
    ids = {each.code: each.id for each in fana(session).lists}
    votes = {f"votes-{ids[code]}": str(n) for code, n in {"I": 29, "II": 20, "III": 11, "IV": 7}.items()}
    wrong = client.fill_in(room(session, "/utvalg/fana/forholdsvalg"), {**votes, "blank": "1", "present": "67"})
    assert wrong.status_code == 422
    assert "Det er gitt 68 stemmer, blanke medregnet, men 67 var til stede." in words(wrong.text)
    saved = client.fill_in(room(session, "/utvalg/fana/forholdsvalg"), {**votes, "blank": "0", "present": "67"})
    assert saved.status_code == 303
    page = words(client.get(room(session, "/utvalg/fana/forholdsvalg")).text)
    assert "13 I 29 6 4,833333" in page
    assert "– I 29 7 4,142857 neste i køen" in page
    assert "Det var 1 kvinne, men det må være minst 2: II 4 (nr. 4) viker for II 6 (nr. 6)." in page
    assert "II 10 (nr. 10) viker for II 11 (nr. 11)" in page
    assert "II 4 20,000 10,000 6,667 5,000 4,000" in page


@pytest.mark.rule("R-224")
def test_a_tie_asks_for_a_lot_and_the_lot_is_recorded(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing, groups={"A": 30, "B": 30}, seats=3).councils[0]
        put_up(writing, row, "A", "KMKM")
        put_up(writing, row, "B", "KMKM")
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
        record_ballot(writing, row, {"A": 30, "B": 30}, blank=0, present=60, seen=row.version, by=BY, at=AT)
    page = client.get(room(session, "/utvalg/fana/forholdsvalg"))
    assert "Plass 3: lodd mellom A og B, som har 30 stemmer hver." in words(page.text)
    unanswered = client.send(room(session, "/utvalg/fana/lodd"), {"lodd-seen": str(fana(session).version)})
    assert unanswered.status_code == 422
    drawn = client.send(
        room(session, "/utvalg/fana/lodd"), {"lodd-seen": str(fana(session).version), "lodd-winner": "B"}
    )
    assert drawn.status_code == 303
    after = words(client.get(room(session, "/utvalg/fana/forholdsvalg")).text)
    assert "Det ble trukket lodd mellom A og B. B vant." in after


@pytest.mark.rule("R-230")
def test_a_chair_is_elected_in_the_second_round_by_lot(client: Browser, session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
    ada, bo = (each.person_id for each in fana(session).nominees[:2])
    fields = {f"chair-1-{ada}": "30", f"chair-1-{bo}": "30", "chair-1-blank": "7"}
    assert client.fill_in(room(session, "/utvalg/fana/verv"), fields).status_code == 303
    assert "Ingen fikk mer enn halvparten: flest var 30, 34 trengtes." in words(
        client.get(room(session, "/utvalg/fana/verv")).text
    )
    fields |= {f"chair-2-{ada}": "33", f"chair-2-{bo}": "33"}
    assert client.fill_in(room(session, "/utvalg/fana/verv"), fields).status_code == 303
    page = client.get(room(session, "/utvalg/fana/verv"))
    assert "Fana Ap 1 og Fana Ap 2 har 33 stemmer hver. Trekk lodd mellom dem." in words(page.text)
    assert client.fill_in(room(session, "/utvalg/fana/verv"), {"chair-drawn": str(bo)}).status_code == 303
    assert "Fana Ap 2 er valgt etter loddtrekning" in words(client.get(room(session, "/utvalg/fana/verv")).text)
    wrong = client.fill_in(room(session, "/utvalg/fana/verv"), {f"chair-1-{ada}": "mange"})
    assert wrong.status_code == 422
    assert 'value="mange"' in wrong.text


@pytest.mark.rule("R-35")
def test_eligibility_is_confirmed_for_all_at_once_or_for_one(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        nominate(writing, row, "KM", "Ap")
    page = client.get(room(session, "/valgbarhet"))
    boxes = [each for each in parse(page.text).iter("input") if each.get("name") == "person"]
    assert [each.get("checked") for each in boxes] == [None, None]
    all_ticked = parse(client.get(room(session, "/valgbarhet?alle=1")).text)
    assert len([each for each in all_ticked.iter("input") if "checked" in each.attrib]) == 2
    ada, bo = (each.person_id for each in fana(session).nominees)
    sent = client.send(room(session, "/valgbarhet"), {"seen": str(only(session).version), "person": str(ada)})
    assert sent.status_code == 303
    one = client.fill_in(room(session, f"/valgbarhet/{bo}"), {"position": "auditor"})
    assert one.status_code == 303
    after = words(client.get(room(session, "/valgbarhet")).text)
    assert "kan ikke velges har en stilling som utelukker: den som reviderer for kommunen (R-38)" in after
    assert "ikke bekreftet" not in after.replace("som ikke er bekreftet", "")
    assert client.get(room(session, "/valgbarhet/999999")).status_code == 404


@pytest.mark.rule("R-220", "R-229")
def test_the_decision_is_refused_with_everything_that_remains_and_then_fills_the_seats(
    client: Browser, session: Session
) -> None:
    with transaction() as writing:
        appointment = an_appointment(writing, ["Arna", "Fana"])
        for row in appointment.councils:
            nominate(writing, row, "KMM", "Ap")
            nominate(writing, row, "KM", "H")
            officers(writing, row, row.nominees[0].person_id, row.nominees[3].person_id)
        agree(writing, appointment.councils[0])
        confirm_all(writing, appointment)
    refused = client.fill_in(room(session, "/vedtak"), {"decision_reference": "231/23"})
    assert refused.status_code == 422
    assert "Fana bydelsutvalg: Det er ikke ført inn om noen krever forholdsvalg. (R-220)" in words(refused.text)
    assert 'value="231/23"' in refused.text
    assert session.scalar(select(func.count()).select_from(SeatSpellRow)) == 0
    answers = {
        "metode-proportional_demanded": "no",
        "metode-unanimous_on_method": "yes",
        "metode-unanimous_on_nomination": "yes",
        "metode-seen": str(only(session).councils[1].version),
    }
    assert client.send(room(session, "/utvalg/fana/metode"), answers).status_code == 303
    assert client.fill_in(room(session, "/vedtak"), {"decision_reference": "231/23"}).status_code == 303
    assert session.scalar(select(func.count()).select_from(SeatSpellRow)) == 10
    assert only(session).state is AppointmentState.DECIDED
    for rest in (
        "",
        "/vedtak",
        "/utvalg/fana",
        "/utvalg/fana/forholdsvalg",
        "/utvalg/fana/verv",
        "/valgbarhet",
        "/stemmer",
    ):
        assert client.get(room(session, rest)).status_code == 200
    assert "Vedtatt i sak 231/23." in words(client.get(room(session, "/utvalg/fana")).text)
    decision = decided_in(only(session).councils[1].outcome)
    assert decision is not None
    assert [each.role for each in decision.officers] == [Office.CHAIR, Office.DEPUTY_CHAIR]


def test_what_was_decided_is_shown_from_what_was_kept(client: Browser, session: Session) -> None:
    """Even if a person is given another name later, the election stands as it was voted."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"A": 40, "B": 27}, seats=3).councils[0]
        put_up(writing, row, "A", "KMKM")
        put_up(writing, row, "B", "KMKM")
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
        record_ballot(writing, row, {"A": 40, "B": 27}, blank=0, present=67, seen=row.version, by=BY, at=AT)
        officers(writing, row, row.lists[0].names[0].person_id, row.lists[1].names[0].person_id)
        confirm_all(writing, only(writing))
    assert client.fill_in(room(session, "/vedtak"), {"decision_reference": "231/23"}).status_code == 303
    with transaction() as writing:
        fana(writing).lists[0].names[0].person.name = "Nytt Navn"
    page = words(client.get(room(session, "/utvalg/fana/forholdsvalg")).text)
    assert "A 1 (nr. 1 på listen, kvinne)" in page
    assert "3 A 40 2 20,000000" in page


def test_an_appointment_is_dropped_with_a_reason(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    without = client.fill_in(room(session, "/vedtak"), {"skrinlegg-reason": ""})
    assert without.status_code == 422
    assert client.fill_in(room(session, "/vedtak"), {"skrinlegg-reason": "Direkte valg"}).status_code == 303
    assert only(session).state is AppointmentState.DROPPED
    assert "Skrinlagt" in words(client.get(ROOM).text)


@pytest.mark.rule("R-234")
def test_the_target_is_void_when_a_proportional_election_is_demanded(client: Browser, session: Session) -> None:
    """d'Hondt by the council's groups, A 5 and B 2 on three seats: 5, 2.5, 2 (tie 5/3 = 1.67 is lower): A 2, B 1."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"A": 5, "B": 2}, seats=3).councils[0]
    a, b = (each.id for each in only(session).groups)
    client.fill_in(room(session, "/stemmer"), {f"day-fana-{a}": "60", f"day-fana-{b}": "100"})
    page = words(client.get(room(session, "/utvalg/fana")).text)
    assert "A 1 0 3 2 B 2 0 4 1" in page
    with transaction() as writing:
        row = fana(writing)
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
    assert "er uten virkning (R-234)" in words(client.get(room(session, "/utvalg/fana")).text)


def test_a_council_of_another_appointment_is_not_found(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    assert client.get(room(session, "/utvalg/arna")).status_code == 404
    assert client.get(f"{ROOM}/999/utvalg/fana").status_code == 404


def test_a_vote_of_one_who_is_no_longer_named_is_still_shown(client: Browser, session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
        row = fana(writing)
        deputy = row.nominees[-1].person_id
        vote = OfficerVote(Round(((str(deputy), 40),)))
        record_officer_vote(writing, row, Office.CHAIR, vote, seen=row.version, by=BY, at=AT)
    page = words(client.get(room(session, "/utvalg/fana/verv")).text)
    assert "Fana H 3 er valgt i første votering med 40 stemmer; 21 trengtes." in page
    assert "Den som er valgt til leder, er ikke medlem av utvalget." in words(
        client.get(room(session, "/utvalg/fana")).text
    )


def test_names_pasted_on_a_list_can_be_of_persons_who_are_registered_or_of_others_with_the_same_name(
    client: Browser, session: Session
) -> None:
    """Kari Nes is registered without a birth date: without a word of who is meant, nobody is guessed."""
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        put_up(writing, row, "Ap", "K")
        kari = register_person(writing, PersonDetails("Kari Nes", Gender.FEMALE), by=BY, at=AT).id
        list_id = row.lists[0].id
    address, field = room(session, "/utvalg/fana/forholdsvalg"), f"lim{list_id}-text"
    for said in ("", ";01.02.1970"):
        asked = client.fill_in(address, {field: f"Kari Nes;k;Ap{said}"})
        assert asked.status_code == 422
        told = f"skriv «nr {kari}» sist på linjen, eller «ny» for en annen med samme navn."
        assert told in words(asked.text)
    wrong = client.fill_in(address, {field: f"Ola Nes;m;Ap;nr {kari}"})
    assert f"Nummer {kari} er Kari Nes, ikke Ola Nes." in words(wrong.text)
    assert client.fill_in(address, {field: f"Kari Nes;k;Ap;nr {kari}\nKari Nes;k;Ap;ny"}).status_code == 303
    first, second = [each.person_id for each in fana(session).lists[0].names][1:]
    assert first == kari
    assert second != kari


def test_the_checklist_tells_of_each_council_without_a_table_to_scroll_in(client: Browser, session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing, ["Arna"])
        arna = only(writing).councils[0]
        record_method(writing, arna, MethodVotes(proportional_demanded=None), seen=arna.version, by=BY, at=AT)
    page = client.get(room(session)).text
    assert "Arna bydelsutvalg 5 plasser, ikke avgjort 1 gjenstår Det er ikke ført inn om noen krever" in words(page)
    before, _heading, _after = page.partition("Plasser etter valgresultatet")
    assert "<table" not in before
