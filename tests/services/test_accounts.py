"""Accounts and roles: what is stored, what is refused, and the trail of each act. Through services and commands."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD, Actor
from app.auth.domain.refusals import (
    AccountInactive,
    AddressTaken,
    FourEyesBroken,
    OwnRights,
    PasswordRefused,
    RoleHeldAlready,
    RoleNotHeld,
)
from app.auth.domain.roles import FOUR_EYES, ROLES, Role, broken_four_eyes
from app.auth.models import Account
from app.auth.queries import account_by_address
from app.auth.services import create_account, deactivate_account, grant_role, revoke_role, set_password
from app.core.clock import now
from app.core.database import transaction
from tests.accounts import PASSWORD, an_account


def acts(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def run(app: Flask, *arguments: str, stdin: str | None = None) -> Result:
    return app.test_cli_runner().invoke(args=["users", *arguments], input=stdin)


def test_a_new_account_is_stored_with_its_event_and_without_its_password(session: Session) -> None:
    with transaction() as writing:
        create_account(writing, " Kari@Bergen.Example", "Kari Traa", PASSWORD, by=AT_THE_KEYBOARD, at=now())
    account = session.scalars(select(Account)).one()
    assert (account.address, account.name) == ("kari@bergen.example", "Kari Traa")
    assert account.password_hash.startswith("$argon2id$")
    event = session.scalars(select(AuditEvent)).one()
    assert (event.act, event.object_id) == ("AccountCreated", "kari@bergen.example")
    assert PASSWORD not in str(event.after)


def test_an_address_is_one_account(session: Session) -> None:
    with transaction() as writing:
        an_account(writing, address="kari@bergen.example")
    with pytest.raises(AddressTaken), transaction() as writing:
        create_account(writing, "KARI@bergen.example", "En annen", PASSWORD, by=AT_THE_KEYBOARD, at=now())
    assert acts(session) == []


@pytest.mark.parametrize("password", ["elleve tegn", "x" * 1001, "kari@bergen.example!"])
def test_a_password_that_is_easily_guessed_or_endless_is_refused(session: Session, password: str) -> None:
    with pytest.raises(PasswordRefused), transaction() as writing:
        create_account(writing, "kari@bergen.example", "Kari Traa", password, by=AT_THE_KEYBOARD, at=now())
    assert session.scalars(select(Account)).all() == []


def test_a_role_is_granted_once_and_revoked_once(session: Session) -> None:
    with transaction() as writing:
        account = an_account(writing)
        grant_role(writing, account, Role.COUNCIL_SECRETARY, "fana", by=AT_THE_KEYBOARD, at=now())
        with pytest.raises(RoleHeldAlready):
            grant_role(writing, account, Role.COUNCIL_SECRETARY, "fana", by=AT_THE_KEYBOARD, at=now())
        grant_role(writing, account, Role.COUNCIL_SECRETARY, "arna", by=AT_THE_KEYBOARD, at=now())
        revoke_role(writing, account, Role.COUNCIL_SECRETARY, "fana", by=AT_THE_KEYBOARD, at=now())
        with pytest.raises(RoleNotHeld):
            revoke_role(writing, account, Role.COUNCIL_SECRETARY, "fana", by=AT_THE_KEYBOARD, at=now())
    kept = session.scalars(select(Account)).one()
    assert [(grant.role, grant.council_code) for grant in kept.grants] == [(Role.COUNCIL_SECRETARY, "arna")]
    assert acts(session) == ["RoleGranted", "RoleGranted", "RoleRevoked"]


def test_nobody_changes_their_own_rights(session: Session) -> None:
    with transaction() as writing:
        own = an_account(writing, address="self@bergen.example")
        with pytest.raises(OwnRights):
            grant_role(writing, own, Role.AUDITOR, by=Actor("self@bergen.example"), at=now())
    assert acts(session) == []


@pytest.mark.parametrize(
    ("held", "wanted"), [(Role.COUNT_CLERK, Role.ELECTORAL_BOARD), (Role.ELECTION_OFFICER, Role.ELECTORAL_BOARD)]
)
def test_what_takes_two_people_is_never_held_by_one(session: Session, held: Role, wanted: Role) -> None:
    with transaction() as writing:
        an_account(writing, held)
    with pytest.raises(FourEyesBroken), transaction() as writing:
        grant_role(writing, writing.scalars(select(Account)).one(), wanted, by=AT_THE_KEYBOARD, at=now())


def test_no_role_alone_breaks_the_four_eyes() -> None:
    assert [role for role in ROLES if broken_four_eyes([role])] == []
    assert all(any(first in held for held in ROLES.values()) for pair in FOUR_EYES for first in pair)


def test_a_closed_account_gets_no_password_and_no_role(session: Session) -> None:
    with transaction() as writing:
        account = an_account(writing)
        deactivate_account(writing, account, by=AT_THE_KEYBOARD, at=now())
        with pytest.raises(AccountInactive):
            set_password(writing, account, "en lang nok setning", by=AT_THE_KEYBOARD, at=now())
        with pytest.raises(AccountInactive):
            grant_role(writing, account, Role.AUDITOR, by=AT_THE_KEYBOARD, at=now())
    assert acts(session) == ["AccountDeactivated"]


def test_the_first_account_is_made_at_the_keyboard(app: Flask, session: Session) -> None:
    made = run(
        app,
        *("create", "kari@bergen.example", "--name", "Kari Traa", "--role", "administrator", "--password-stdin"),
        stdin=PASSWORD + "\n",
    )
    assert made.exit_code == 0
    assert "kari@bergen.example" in run(app, "list").stdout
    assert acts(session) == ["AccountCreated", "RoleGranted"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        (["create", "ikke en adresse", "--name", "X"], PASSWORD, "ikke en adresse"),
        (["create", "kari@bergen.example", "--name", "X"], "kort", "for kort"),
        (["grant", "ukjent@bergen.example", "--role", "auditor"], None, "ukjent@bergen.example"),
    ],
)
def test_a_refused_command_tells_why_in_one_line(
    app: Flask, session: Session, arguments: list[str], stdin: str | None, told: str
) -> None:
    refused = run(app, *arguments, *(["--password-stdin"] if stdin else []), stdin=stdin and stdin + "\n")
    assert refused.exit_code == 1
    assert told in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert acts(session) == []


def test_an_account_is_led_through_its_life_from_the_keyboard(app: Flask, session: Session) -> None:
    """Made with a role in one council, given another, deprived of the first, a new password, closed."""
    address = "kari@bergen.example"
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    steps = [
        (["create", address, "--name", "Kari Traa", "--role", "council_secretary", "--council", "fana"], typed),
        (["grant", address, "--role", "auditor"], None),
        (["revoke", address, "--role", "council_secretary", "--council", "fana"], None),
        (["set-password", address], typed),
        (["deactivate", address], None),
    ]
    told = [run(app, *arguments, stdin=stdin) for arguments, stdin in steps]
    assert [result.exit_code for result in told] == [0] * 5
    assert PASSWORD not in "".join(result.output for result in told)
    assert "utvalgssekretær (fana), revisor" in told[1].stdout
    assert run(app, "list").stdout == "kari@bergen.example  Kari Traa (stengt)  revisor\n"
    assert acts(session) == [
        *("AccountCreated", "RoleGranted", "RoleGranted", "RoleRevoked", "PasswordSet", "AccountDeactivated"),
    ]
    assert session.scalars(select(Account.session_epoch)).one() == 3
    assert set(session.scalars(select(AuditEvent.actor))) == {"command"}


def test_a_password_that_is_typed_differently_the_second_time_makes_no_account(app: Flask, session: Session) -> None:
    refused = run(app, "create", "kari@bergen.example", "--name", "Kari Traa", stdin=f"{PASSWORD}\nnoe annet her\n")
    assert (refused.exit_code, refused.stderr) == (1, "De to passordene er ikke like.\n")
    assert session.scalars(select(Account)).all() == []


def test_an_account_whose_roles_do_not_go_together_is_not_made(app: Flask, session: Session) -> None:
    roles = ("--role", "count_clerk", "--role", "electoral_board")
    refused = run(
        app, "create", "kari@bergen.example", "--name", "Kari", *roles, "--password-stdin", stdin=PASSWORD + "\n"
    )
    assert refused.exit_code == 1
    assert "to personer" in refused.stderr
    assert session.scalars(select(Account)).all() == []
    assert acts(session) == []


def test_two_who_give_one_account_a_role_each_at_once_do_not_break_the_four_eyes(app: Flask, session: Session) -> None:
    """Both start before either is done. One waits for the other, and is then refused."""
    with transaction() as writing:
        an_account(writing, address="kari@bergen.example")
    start = Barrier(2)

    def give(role: Role) -> type[Exception] | None:
        try:
            with app.app_context():
                start.wait(timeout=10)
                with transaction() as own:
                    account = account_by_address(own, "kari@bergen.example", for_change=True)
                    grant_role(own, account, role, by=AT_THE_KEYBOARD, at=now())
        except FourEyesBroken as refused:
            return type(refused)
        return None

    with ThreadPoolExecutor(2) as pool:
        ended = list(pool.map(give, [Role.COUNT_CLERK, Role.ELECTORAL_BOARD]))
    assert sorted(ended, key=repr) == [FourEyesBroken, None]
    session.rollback()
    assert len(session.scalars(select(Account)).one().grants) == 1
