"""Signing in and out: who is let in, what is told, how long it lasts, and what the trail keeps."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import create_app
from app.audit.models import AuditEvent
from app.auth.domain.roles import Role
from app.auth.models import Account
from app.core.database import transaction
from config import Config
from tests.accounts import PASSWORD, an_account
from tests.browser import Browser
from tests.conftest import SignIn

ADDRESS = "ola.nordmann@bergen.example"
NOON = datetime(2023, 9, 12, 10, 0, tzinfo=UTC)


@pytest.fixture
def account(session: Session) -> str:
    with transaction() as writing:
        an_account(writing, Role.ELECTION_OFFICER)
    return ADDRESS


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def fields(password: str = PASSWORD, address: str = ADDRESS) -> dict[str, str]:
    return {"address": address, "password": password}


def test_the_right_password_leads_to_where_one_was_going(client: Browser, account: str, session: Session) -> None:
    asked = client.get("/admin/designsystem")
    assert asked.headers["Location"] == "/logg-inn?next=/admin/designsystem"
    answer = client.fill_in(asked.headers["Location"], fields())
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/designsystem")
    assert client.get("/admin").status_code == 200
    assert acts(session) == ["SignedIn"]


@pytest.mark.parametrize(
    "wrong",
    [fields("feil passord her"), fields(address="ukjent@bergen.example")],
    ids=["wrong password", "unknown address"],
)
def test_a_refusal_never_says_which_part_was_wrong_and_is_kept(
    client: Browser, account: str, session: Session, wrong: dict[str, str]
) -> None:
    answer = client.fill_in("/logg-inn", wrong)
    assert answer.status_code == 422
    assert "E-postadressen eller passordet er ikke riktig." in answer.text
    assert acts(session) == ["SignInRefused"]
    event = session.scalars(select(AuditEvent)).one()
    assert (event.actor, event.object_id) == ("visitor", ADDRESS if wrong["address"] == ADDRESS else "unknown")
    assert wrong["password"] not in str(event.after)
    assert client.get("/admin").status_code == 302


def test_a_closed_account_is_not_let_in(client: Browser, session: Session) -> None:
    with transaction() as writing:
        an_account(writing, Role.AUDITOR, active=False)
    assert client.fill_in("/logg-inn", fields()).status_code == 422


def test_addresses_are_the_same_whatever_their_case(client: Browser, account: str) -> None:
    assert client.fill_in("/logg-inn", fields(address=" Ola.Nordmann@Bergen.Example ")).status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\thttps://e.example"],
)
def test_nobody_is_led_to_another_site(client: Browser, account: str, elsewhere: str) -> None:
    answer = client.send(f"/logg-inn?next={elsewhere}", fields())
    assert answer.headers["Location"] == "/admin"
    assert client.get(f"/sprak/nn?til={elsewhere}").headers["Location"] == "/"


def test_signing_in_throws_away_what_was_planted_in_the_session(client: Browser, account: str) -> None:
    with client.session_transaction(base_url="https://localhost") as planted:
        planted["planted"] = "by somebody else"
    client.send("/logg-inn", fields())
    with client.session_transaction(base_url="https://localhost") as kept:
        assert "planted" not in kept


def test_without_the_forms_token_nothing_happens(client: Browser, account: str, session: Session) -> None:
    assert client.post("/logg-inn", data=fields()).status_code == 400
    assert acts(session) == []


@pytest.mark.parametrize(
    ("idle", "expected"), [(timedelta(minutes=59), 200), (timedelta(minutes=61), 302)], ids=["59 minutes", "61 minutes"]
)
def test_a_session_ends_after_an_hour_without_use(
    client: Browser, sign_in: SignIn, idle: timedelta, expected: int
) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(Role.AUDITOR)
        clock.shift(idle)
        assert client.get("/admin").status_code == expected


def test_a_session_ends_after_ten_hours_whatever_its_use(client: Browser, sign_in: SignIn) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(Role.AUDITOR)
        for _half_hour in range(19):
            clock.shift(timedelta(minutes=30))
            assert client.get("/admin").status_code == 200
        clock.shift(timedelta(minutes=31))
        assert client.get("/admin").status_code == 302


def test_signing_out_ends_the_session_also_for_a_copy_of_its_cookie(
    app: Flask, client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.AUDITOR)
    copied = client.get_cookie("__Host-verv", domain="localhost")
    assert copied
    assert client.send("/logg-ut").headers["Location"] == "/"
    client.set_cookie("__Host-verv", copied.value, domain="localhost", secure=True)
    assert client.get("/admin").status_code == 302
    assert acts(session)[-1] == "SignedOut"


def test_a_new_password_ends_all_other_sessions(client: Browser, account: str, session: Session) -> None:
    client.send("/logg-inn", fields())
    new = "ni blå båter på land"
    answer = client.fill_in("/admin/meg", {"current": PASSWORD, "new": new, "again": new})
    assert answer.status_code == 302
    assert client.get("/admin").status_code == 200
    client.send("/logg-ut")
    assert client.fill_in("/logg-inn", fields(PASSWORD)).status_code == 422
    assert client.fill_in("/logg-inn", fields(new)).status_code == 302


@pytest.mark.parametrize("weak", ["kort", "ola.nordmann@bergen.example1"])
def test_a_weak_password_is_refused_with_the_reason(client: Browser, account: str, weak: str) -> None:
    client.send("/logg-inn", fields())
    answer = client.fill_in("/admin/meg", {"current": PASSWORD, "new": weak, "again": weak})
    assert answer.status_code == 422
    assert "Passordet" in answer.text


def test_too_many_refusals_are_answered_with_a_pause(config: Config, account: str) -> None:
    """Five refusals in a minute; the sixth is not even tried, and another account is still let in."""
    limited = create_app(Config(config.database_url, secret_key=config.secret_key, testing=True, rate_limits=True))
    limited.test_client_class = Browser
    client = limited.test_client()
    assert isinstance(client, Browser)
    answers = [client.fill_in("/logg-inn", fields("feil passord her")) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 422, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert client.fill_in("/logg-inn", fields(address="en.annen@bergen.example")).status_code == 422


def test_a_busy_office_is_let_in_however_often_it_signs_in(config: Config, account: str) -> None:
    """Only refusals count: seven sign-ins in a minute, with the right password, are no guessing."""
    limited = create_app(Config(config.database_url, secret_key=config.secret_key, testing=True, rate_limits=True))
    limited.test_client_class = Browser
    assert [limited.test_client().send("/logg-inn", fields()).status_code for _ in range(7)] == [302] * 7  # type: ignore[attr-defined]  # a Browser


def test_one_network_address_is_paused_after_sixty_refusals_whatever_the_accounts(config: Config, account: str) -> None:
    """Sixty unusable forms, each for an account of its own; the sixty-first waits, even with the right password."""
    limited = create_app(Config(config.database_url, secret_key=config.secret_key, testing=True, rate_limits=True))
    limited.test_client_class = Browser
    client = limited.test_client()
    assert isinstance(client, Browser)
    sent = [client.send("/logg-inn", fields("", f"a{number}@bergen.example")).status_code for number in range(60)]
    assert sent == [422] * 60
    assert client.send("/logg-inn", fields()).status_code == 429


def test_a_password_kept_with_weaker_parameters_is_kept_anew(client: Browser, account: str, session: Session) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with transaction() as writing:
        writing.scalars(select(Account)).one().password_hash = weak
    assert client.send("/logg-inn", fields()).status_code == 302
    kept = session.scalars(select(Account.password_hash)).one()
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    client.send("/logg-ut")
    assert client.send("/logg-inn", fields()).status_code == 302


def test_a_letter_typed_in_two_parts_is_the_same_letter(client: Browser, account: str, session: Session) -> None:
    """Some keyboards send å as one sign, others as a and a ring."""
    client.send("/logg-inn", fields())
    new = {"new": "ni bl\u00e5 b\u00e5ter p\u00e5 land", "again": "ni bl\u00e5 b\u00e5ter p\u00e5 land"}
    assert client.send("/admin/meg", {"current": PASSWORD, **new}).status_code == 302
    client.send("/logg-ut")
    assert client.send("/logg-inn", fields("ni bla\u030a ba\u030ater pa\u030a land")).status_code == 302


def test_the_wrong_present_password_changes_nothing(client: Browser, account: str, session: Session) -> None:
    client.send("/logg-inn", fields())
    new = {"new": "ni blå båter på land", "again": "ni blå båter på land"}
    answer = client.fill_in("/admin/meg", {"current": "feil passord her", **new})
    assert answer.status_code == 422
    assert "Passordet er ikke riktig." in answer.text
    assert acts(session) == ["SignedIn"]


def test_who_was_signed_in_is_told_why_they_are_asked_again(client: Browser, sign_in: SignIn) -> None:
    assert "økten er for gammel" not in client.get("/logg-inn").text
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(Role.AUDITOR)
        clock.shift(timedelta(hours=2))
        assert "økten er for gammel" in client.get("/logg-inn").text


def test_the_cookie_cannot_be_read_by_scripts_or_sent_in_the_clear(client: Browser, account: str) -> None:
    cookie = client.send("/logg-inn", fields()).headers["Set-Cookie"]
    assert cookie.startswith("__Host-verv=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
