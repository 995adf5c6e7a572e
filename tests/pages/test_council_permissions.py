"""Who sees and changes what of the councils: within one's own council, by reading alone, and never for another body."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.auth.domain.roles import Role
from app.core.database import transaction
from app.councils.appointing.models import Appointment
from app.councils.domain.events import LeavesBecause, LeavesForGood
from app.councils.membership_models import MembershipChange
from tests.appointments import put_up, ready_by_agreement
from tests.browser import Browser
from tests.conftest import SignIn
from tests.councils_in_term import WAIT, Fana, fana
from tests.page_check import parse

OWN_FORMS = {"/logg-ut"}
"""What everybody signed in may send."""


@pytest.fixture
def council(session: Session) -> Fana:
    """Fana, where Bo has died and Eva's release waits for a decision."""
    found = fana(session, last_day_after=date(2030, 1, 1))
    found.happens(LeavesForGood(found.id("Bo"), LeavesBecause.DIED), "2022-03-01", WAIT)
    found.propose(LeavesForGood(found.id("Eva"), LeavesBecause.RELEASED), "2022-03-01")
    return found


@pytest.fixture
def appointment(session: Session) -> int:
    """The number of an appointment that is ready to be decided, with a list beside."""
    with transaction() as writing:
        made = ready_by_agreement(writing)
        put_up(writing, made.councils[0], "Ap", "KMK")
        return made.id


def addresses(app: Flask, start: str, **known: object) -> Iterator[tuple[str, set[str]]]:
    """Every address below ``start`` with its ways of being asked, filled in with what is known."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(start) and rule.arguments <= known.keys():
            values = {name: known[name] for name in rule.arguments}
            yield adapter.build(rule.endpoint, values), set(rule.methods or ()) & {"GET", "POST"}


def forms_on(page: str) -> set[str]:
    """Where the page's forms send something to."""
    return {form.get("action", "") for form in parse(page).iter("form") if form.get("method") == "post"} - OWN_FORMS


def events(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def of_fana(council: Fana) -> dict[str, object]:
    waiting = select(func.max(MembershipChange.id))
    return {
        "slug": "fana",
        "number": 1,
        "what": "died",
        "change_id": council.session.scalar(waiting),
        "kind": "seat",
        "version_id": 1,
        "person_id": council.id("Ada"),
    }


def test_a_secretary_of_arna_finds_nothing_of_fana_at_any_address(
    app: Flask, client: Browser, session: Session, sign_in: SignIn, council: Fana
) -> None:
    sign_in(Role.COUNCIL_SECRETARY, "arna")
    before, tried = events(session), 0
    for address, methods in addresses(app, "/admin/bydeler/<slug>", **of_fana(council)):
        for method in methods:
            answer = (
                client.get(address) if method == "GET" else client.send(address, {"reason": "x", "on": "2022-03-01"})
            )
            assert answer.status_code == 404, f"{method} {address}"
            tried += 1
    assert tried >= 10
    for address in (
        f"/admin/bydeler/personer/{council.id('Ada')}",
        f"/admin/bydeler/personer/{council.id('Ada')}/rett",
    ):
        assert client.get(address).status_code == 404
    assert "Fana" not in client.get("/admin/bydeler").text
    assert events(session) == before


def test_an_auditor_reads_the_council_and_everything_of_it_and_is_shown_no_form(
    app: Flask, client: Browser, session: Session, sign_in: SignIn, council: Fana
) -> None:
    sign_in(Role.AUDITOR)
    change = of_fana(council)["change_id"]
    pages = ("", "?dato=2022-04-01", "/plass/3", f"/endringer/{change}")
    for address in ("/admin/bydeler", *(f"/admin/bydeler/fana{page}" for page in pages)):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not forms_on(answer.text), address
        assert "/endringer/ny" not in answer.text
        assert "/rett/" not in answer.text
    assert client.get(f"/admin/bydeler/personer/{council.id('Ada')}").status_code == 200
    before = events(session)
    for address, methods in addresses(app, "/admin/bydeler/<slug>", **of_fana(council)):
        if "POST" in methods:
            assert client.send(address, {"reference": "1/22", "reason": "x"}).status_code == 403, address
    assert events(session) == before


def test_an_auditor_reads_an_appointment_and_changes_nothing_in_it(
    app: Flask, client: Browser, session: Session, sign_in: SignIn, appointment: int
) -> None:
    sign_in(Role.AUDITOR)
    room = f"/admin/bydeler/oppnevning/{appointment}"
    pages = ("", "/vedtak", "/utvalg/fana", "/utvalg/fana/forholdsvalg", "/utvalg/fana/verv")
    for address in ("/admin/bydeler/oppnevning", *(f"{room}{page}" for page in pages)):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert 'type="submit"' not in answer.text.partition("<main")[2].partition("</main")[0], address
    known = {"number": appointment, "slug": "fana", "list_id": 1, "role": "chair", "person_id": 1}
    before, sent = events(session), 0
    for address, methods in addresses(app, "/admin/bydeler/oppnevning", **known):
        if "POST" in methods:
            assert client.send(address, {"decision_reference": "1/23"}).status_code == 403, address
            sent += 1
    assert sent >= 15
    assert events(session) == before


@pytest.mark.parametrize("role", [Role.APPOINTMENT_OFFICER, Role.AUDITOR])
def test_an_appointment_is_of_all_councils_and_is_not_there_for_one_who_has_the_role_in_one(
    client: Browser, session: Session, sign_in: SignIn, appointment: int, role: Role
) -> None:
    sign_in(role, "fana")
    version = session.get_one(Appointment, appointment).version
    room = f"/admin/bydeler/oppnevning/{appointment}"
    for address in (
        "/admin/bydeler/oppnevning",
        room,
        f"{room}/vedtak",
        f"{room}/utvalg/fana",
        f"{room}/utvalg/fana/verv",
    ):
        assert client.get(address).status_code == 404, address
    refused = client.send(f"{room}/skrinlegg", {"skrinlegg-seen": str(version), "skrinlegg-reason": "x"})
    assert refused.status_code in {403, 404}
    assert session.get_one(Appointment, appointment).version == version


@pytest.mark.rule("R-253")
def test_a_secretary_cannot_write_down_a_decision_of_the_municipal_council(
    client: Browser, session: Session, sign_in: SignIn, council: Fana
) -> None:
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    change = of_fana(council)["change_id"]
    rows = council.rows()
    answer = client.fill_in(f"/admin/bydeler/fana/endringer/{change}", {"reference": "2022/55"})
    assert answer.status_code == 422
    assert council.rows() == rows
