"""Fields and addresses of the councils' rooms that no page of ours would send: answered calmly, and nothing stored."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.auth.domain.roles import Role
from app.core.database import transaction
from app.councils.appointing.models import Appointment, CouncilAppointment
from app.councils.in_term.happenings import Happening
from tests.appointments import put_up, ready_by_agreement
from tests.browser import Browser
from tests.conftest import SignIn
from tests.councils_in_term import fana

ROOM = "/admin/bydeler/oppnevning"
HUGE = "9" * 30
KARI = {"navn-name": "Kari Nes", "navn-gender": "f", "navn-group": "Ap", "navn-kind": "member"}
NAMED = {"liste999999-name": "X"}


@pytest.fixture(autouse=True)
def officer(sign_in: SignIn) -> None:
    sign_in(Role.APPOINTMENT_OFFICER)


def the_council(session: Session) -> CouncilAppointment:
    return session.scalars(select(Appointment)).one().councils[0]


def events(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


@pytest.mark.parametrize(
    ("sent_to", "fields", "status"),
    [
        ("/navn/endre rader", {}, 404),
        ("/navn/endre rader", {"act": "up:999999"}, 404),
        ("/navn/endre rader", {"act": "remove:0"}, 404),
        ("/navn/endre rader", {"act": "nonsense:{nominee}"}, 404),
        ("/navn/endre rader", {"act": f"up:{HUGE}"}, 404),
        ("/bytt bytt", {"pairs": "7"}, 303),
        ("/bytt bytt", {"pairs": "7-8"}, 422),
        ("/bytt bytt", {"pairs": f"{HUGE}-{HUGE}"}, 422),
        ("/liste/999999 liste999999", {"liste999999-code": "X", "liste999999-groups": "Ap", **NAMED}, 404),
        ("/liste/{list}/endre rader{list}", {}, 404),
        ("/liste/{list}/endre rader{list}", {"act": "up:99"}, 404),
        ("/liste/{list}/endre rader{list}", {"act": "up:4"}, 404),
        ("/liste/{list}/endre rader{list}", {"act": "down:0"}, 404),
        ("/liste/{list}/endre rader{list}", {"act": "off:77"}, 404),
        ("/liste/{list}/endre rader{list}", {"act": "nonsense:1"}, 404),
        ("/liste/999999/endre rader999999", {"act": "up:1"}, 404),
        ("/liste/999999/lim-inn lim999999", {"lim999999-text": "Kari Nes;k;Ap"}, 404),
        (f"/liste/{HUGE}/lim-inn lim{HUGE}", {f"lim{HUGE}-text": "Kari Nes;k;Ap"}, 404),
        ("/verv/nonsense chair", {"chair-1-blank": "1"}, 404),
        ("/verv/chair chair", {"chair-1-999999": "5"}, 422),
        ("/verv/chair chair", {f"chair-1-{HUGE}": "5"}, 422),
        ("/verv/chair chair", {"chair-1-{person}": "5", "chair-drawn": "tull"}, 422),
        ("/navn navn", {**KARI, "navn-person": HUGE}, 422),
        ("/navn navn", {**KARI, "navn-person": "99999"}, 422),
        ("/navn navn", {"navn-name": "  ", "navn-gender": "f", "navn-group": "Ap", "navn-kind": "member"}, 422),
        ("/navn/lim-inn lim", {"lim-text": "K" * 201 + ";k;Ap", "lim-kind": "member"}, 422),
        ("/navn/lim-inn lim", {"lim-text": "K" * 140_000 + ";k;Ap", "lim-kind": "member"}, 422),
        ("/navn/lim-inn lim", {"lim-text": '"Kari;k;Ap\nOla;m;Ap', "lim-kind": "member"}, 422),
        ("/navn/lim-inn lim", {"lim-text": "Kari Nes;k;Ap;29.02.2023", "lim-kind": "member"}, 422),
        ("/liste/{list}/lim-inn lim{list}", {"lim{list}-text": "K" * 201 + ";k;Ap"}, 422),
        ("/plasser plasser", {"plasser-seats": "2"}, 422),
        ("/plasser plasser", {"plasser-seats": HUGE}, 422),
        ("/metode metode", {"metode-voting_form": "tull"}, 422),
        ("/liste liste", {"liste-code": "Y", "liste-name": " ", "liste-groups": "Ap"}, 422),
    ],
)  # fmt: skip
def test_what_no_page_sends_is_refused_by_the_appointment_room_and_nothing_is_stored(
    client: Browser, session: Session, sent_to: str, fields: dict[str, str], status: int
) -> None:
    """``sent_to``: the address, and what its form's fields begin with."""
    path, prefix = sent_to.split()
    with transaction() as writing:
        row = ready_by_agreement(writing).councils[0]
        put_up(writing, row, "Ap", "KMK")
        known = {"list": row.lists[0].id, "nominee": row.nominees[0].id, "person": row.nominees[0].person_id}
    row = the_council(session)
    address = f"{ROOM}/{row.appointment_id}/utvalg/fana"
    filled = {_fill(name, known): _fill(value, known) for name, value in fields.items()}
    before = events(session)
    answer = client.send(address + _fill(path, known), {f"{_fill(prefix, known)}-seen": str(row.version), **filled})
    assert answer.status_code == status, answer.text
    if status != 303:
        assert events(session) == before
    for page in ("", "/forholdsvalg", "/verv"):
        assert client.get(address + page).status_code == 200


def _fill(text: str, known: dict[str, int]) -> str:
    for name, number in known.items():
        text = text.replace(f"{{{name}}}", str(number))
    return text


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/vedtak", {"decision_reference": "   "}, 422),
        ("/skrinlegg", {"skrinlegg-reason": "   "}, 422),
        ("/grupper", {"code-1": "Ap", "name-1": "A" * 201, "members-1": "1"}, 422),
        ("/grupper", {"code-1": "Ap", "name-1": "A", "members-1": "-1"}, 422),
        ("/grunnlag", {"method": "tull", "basis": "tull"}, 422),
        ("/valgbarhet", {"person": HUGE}, 303),
        ("/valgbarhet/999999", {}, 404),
        (f"/valgbarhet/{HUGE}", {}, 404),
    ],
)
def test_what_no_page_sends_about_the_whole_appointment_is_refused(
    client: Browser, session: Session, path: str, fields: dict[str, str], status: int
) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
    appointment = the_council(session).appointment
    seen = str(appointment.version + appointment.councils[0].version) if path == "/vedtak" else str(appointment.version)
    prefix = "skrinlegg-" if path == "/skrinlegg" else ""
    answer = client.send(f"{ROOM}/{appointment.id}{path}", {f"{prefix}seen": seen, **fields})
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{ROOM}/{HUGE}", 404),
        (f"{ROOM}/{HUGE}/utvalg/fana", 404),
        ("/admin/bydeler/fana?dato=9999-12-31", 200),
        ("/admin/bydeler/fana?dato=0001-01-01", 200),
        ("/admin/bydeler/fana?kjent=9999-12-31", 200),
        ("/admin/bydeler/fana?kjent=0001-01-01", 200),
        ("/admin/bydeler/fana?dato=2023-02-29", 404),
        ("/admin/bydeler/fana?dato=2024-02-29", 200),
        ("/admin/bydeler/fana?dato=%00", 400),
        (f"/admin/bydeler/fana/plass/{HUGE}", 404),
        (f"/admin/bydeler/fana/endringer/{HUGE}", 404),
        (f"/admin/bydeler/fana/rett/seat/{HUGE}", 404),
        ("/admin/bydeler/fana/rett/tull/1", 404),
        (f"/admin/bydeler/personer/{HUGE}", 404),
        ("/admin/bydeler/fana/endringer/ny/died?dato=9999-12-31", 200),
        ("/bydeler/fana?dato=9999-12-31", 200),
        ("/bydeler/fana?dato=0001-01-01", 200),
        ("/bydeler/fana/medlemmer.pdf?dato=9999-12-31", 404),
        (f"/personer/{HUGE}-ada", 404),
    ],
)
def test_addresses_with_days_and_numbers_at_the_end_of_the_world(
    client: Browser, session: Session, address: str, status: int
) -> None:
    fana(session, last_day_after=date(2030, 1, 1))
    assert client.get(address).status_code == status


DAYS = ("9999-12-31", "0001-01-01", "2023-02-29", "2024-02-29", "2022-03-01", "")


@pytest.mark.parametrize("what", Happening)
def test_what_has_happened_to_nobody_or_on_no_day_is_refused(client: Browser, session: Session, what: str) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    answers = set()
    for day in DAYS:
        for person in (str(council.id("Ada")), str(council.id("Leif")), "999999", HUGE, "x"):
            fields = {"person": person, "who": person, "on": day, "until": "9999-12-31", "group": "Ap", "seat": person}
            answer = client.send(f"/admin/bydeler/fana/endringer/ny/{what}", {**fields, "role": "chair"})
            answers.add(answer.status_code)
    assert answers <= {302, 422}
    assert 422 in answers


@pytest.mark.parametrize("kind", ["seat", "deputy", "role"])
def test_a_correction_to_a_day_without_a_day_after_it_is_refused(client: Browser, session: Session, kind: str) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    rows = council.rows()
    for day in ("9999-12-31", "2023-02-29"):
        fields = {"from_on": "2020-01-01", "last_on": day, "end_cause": "died", "reason": "feil"}
        answer = client.send(f"/admin/bydeler/fana/rett/{kind}/1", fields)
        assert answer.status_code == 422
        assert "Skriv en dato som finnes." in answer.text
    assert council.rows() == rows
