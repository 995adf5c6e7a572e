"""The audit trail on both databases: chained, kept through concurrent acts, checked and written out by command."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

from click.testing import Result
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.audit.domain.chain import START, Break, Fault, Link, fingerprint
from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.audit.trail import broken_at, head_of_trail, links
from app.auth.services import create_account
from app.core.clock import now
from app.core.database import transaction
from tests.accounts import PASSWORD


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["audit", *arguments])


def accounts_made(*names: str) -> None:
    for name in names:
        with transaction() as session:
            create_account(session, f"{name}@bergen.example", name, PASSWORD, by=AT_THE_KEYBOARD, at=now())


def read(session: Session) -> list[Link]:
    session.rollback()
    return list(links(session))


def test_each_act_follows_the_one_before(session: Session) -> None:
    accounts_made("kari", "ola")
    first, second = read(session)
    assert first.fingerprint == fingerprint(START, 1, first.facts)
    assert second.fingerprint == fingerprint(first.fingerprint, 2, second.facts)
    assert head_of_trail(session).number == 2
    assert broken_at(session) is None


def test_an_act_that_was_not_stored_leaves_no_hole(session: Session) -> None:
    accounts_made("kari")
    with suppress(ZeroDivisionError), transaction() as writing:
        create_account(writing, "ola@bergen.example", "Ola", PASSWORD, by=AT_THE_KEYBOARD, at=now())
        raise ZeroDivisionError
    accounts_made("per")
    assert [(link.number, link.facts["object_id"]) for link in read(session)] == [
        (1, "kari@bergen.example"),
        (2, "per@bergen.example"),
    ]


def test_acts_at_the_same_moment_stand_one_after_the_other(app: Flask, session: Session) -> None:
    ready = Barrier(4)

    def act(name: str) -> None:
        with app.app_context():
            ready.wait(timeout=30)
            accounts_made(f"{name}1", f"{name}2", f"{name}3")

    with ThreadPoolExecutor(4) as people:
        list(people.map(act, ("a", "b", "c", "d")))
    assert [link.number for link in read(session)] == list(range(1, 13))
    assert broken_at(session) is None


def test_a_row_that_is_changed_in_the_database_is_found(session: Session) -> None:
    accounts_made("kari", "ola", "per")
    with transaction() as writing:
        writing.execute(update(AuditEvent).where(AuditEvent.number == 2).values(actor="noen@bergen.example"))
    session.rollback()
    assert broken_at(session) == Break(2, Fault.CHANGED)


def test_a_row_that_is_removed_from_the_database_is_found(app: Flask, session: Session) -> None:
    accounts_made("kari", "ola", "per")
    with transaction() as writing:
        writing.execute(delete(AuditEvent).where(AuditEvent.number == 3))
    result = run(app, "verify")
    assert (result.exit_code, result.stderr) == (1, "Sporet slutter for tidlig: hendelse 3 mangler.\n")
    session.rollback()
    assert broken_at(session) == Break(3, Fault.CUT_SHORT)


def test_the_command_says_where_the_trail_ends_and_knows_what_was_noted(app: Flask, session: Session) -> None:
    accounts_made("kari", "ola")
    noted = f"1:{read(session)[0].fingerprint}"
    result = run(app, "verify", "--noted", noted)
    assert result.exit_code == 0
    assert result.stdout.strip().endswith(head_of_trail(session).fingerprint)
    wrong = run(app, "verify", "--noted", f"2:{read(session)[0].fingerprint}")
    assert (wrong.exit_code, "Ingen hendelse" in wrong.stderr) == (1, True)


def test_the_file_has_an_event_a_line_and_taking_it_out_is_an_event(app: Flask, session: Session) -> None:
    accounts_made("kari", "ola")
    last = read(session)[-1]
    result = run(app, "export")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["number"] for each in told] == [1, 2]
    assert told[-1]["fingerprint"] == last.fingerprint
    exported = session.scalars(select(AuditEvent).where(AuditEvent.act == "AuditTrailExported")).one()
    assert exported.after == {"events": 2, "fingerprint": last.fingerprint}
