"""``flask demo``: eight councils of Bergen with their history, an invented election, and somebody for each role.

Sign-ins are made once and kept in the instance folder, readable by its owner only; they are printed each time.
"""

import json
import os
import secrets
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.auth.models import Account
from app.auth.role_texts import role_name
from app.auth.services import create_account, grant_role
from app.core.clock import now
from app.core.database import db, transaction
from app.demo.councils import let_the_elected_take_over, make_appointed_councils
from app.demo.election import DEMO_SEED
from app.demo.files import write_demo_files, write_scanner_files
from app.demo.people import DEMO_PEOPLE
from app.elections.files.counts_file import read_counts
from app.elections.files.setup_file import read_setup_file
from app.elections.models import ElectionRow
from app.elections.services.ballots import import_ballots
from app.elections.services.counts import import_counts
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import Settled, settle_contests

SIGN_INS = "demo_sign_ins.json"
PASSWORD_WORDS = 12
LISTS_APPROVED_AT = datetime(2023, 6, 1, 10, tzinfo=UTC)
COUNTED_AT = datetime(2023, 9, 13, 14, tzinfo=UTC)
SETTLED_AT = datetime(2023, 9, 14, 11, tzinfo=UTC)


@click.command("demo")
@click.option("--if-empty", is_flag=True, help="Gjør ingenting når databasen har innhold.")
@click.option("--seed", type=int, default=DEMO_SEED, show_default=True, help="Samme tall gir samme valg.")
def demo(*, if_empty: bool, seed: int) -> None:
    """Fyll en tom database med oppdiktede bydelsutvalg, historien deres og et avgjort bydelsvalg."""
    if not _is_empty(db.session()):
        if not if_empty:
            click.echo(_("Databasen har innhold fra før; demodata legges bare i en tom database."), err=True)
            sys.exit(1)
        _print_sign_ins()
        return
    click.echo(_("Lager demodata: åtte bydelsutvalg fra 2020 og valget i 2023 …"))
    with tempfile.TemporaryDirectory() as folder, transaction() as session:
        _make_election(session, Path(folder), seed)
        sign_ins = _make_accounts(session)
    _keep_sign_ins(sign_ins)
    _print_sign_ins()


def _is_empty(session: Session) -> bool:
    return all(session.scalar(select(table.id).limit(1)) is None for table in (ElectionRow, Account))


def _make_election(session: Session, folder: Path, seed: int) -> None:
    """The way a municipality does it: setup, counts, a scanner file for each district, settlement, and the takeover.

    Every moment is one of 2019 to 2025, so that the same seed gives the same rows whenever it is sown.
    """
    files = write_demo_files(folder, seed)
    setup, sha256 = read_setup_file(files.setup)
    received = Received(files.setup, sha256)
    election = set_up_election(session, setup, received, by=AT_THE_KEYBOARD, at=LISTS_APPROVED_AT).row
    make_appointed_councils(session, election, setup, seed)
    counts = read_counts(files.counts, setup)
    received = Received(files.counts, counts.sha256)
    import_counts(session, election, counts.lines, received, by=AT_THE_KEYBOARD, at=COUNTED_AT)
    for path in write_scanner_files(folder, seed):
        import_ballots(session, election, path, by=AT_THE_KEYBOARD, at=COUNTED_AT)
    settled = settle_contests(session, election, codes=None, lots=(), by=AT_THE_KEYBOARD, at=SETTLED_AT)
    if not isinstance(settled, Settled):
        raise click.ClickException(_("Demovalget med dette tallet krever loddtrekning; velg et annet --seed."))
    let_the_elected_take_over(session, election)


def _make_accounts(session: Session) -> dict[str, str]:
    """An account for each role; address → password."""
    sign_ins = {}
    for person in DEMO_PEOPLE:
        password = secrets.token_urlsafe(PASSWORD_WORDS)
        account = create_account(session, person.address, person.name, password, by=AT_THE_KEYBOARD, at=now())
        for grant in person.grants:
            grant_role(session, account, grant.role, grant.council_code, by=AT_THE_KEYBOARD, at=now())
        sign_ins[person.address] = password
    return sign_ins


def _sign_ins_file() -> Path:
    return Path(current_app.instance_path) / SIGN_INS


def _keep_sign_ins(sign_ins: dict[str, str]) -> None:
    path = _sign_ins_file()
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(sign_ins, file, indent=1)


def _print_sign_ins() -> None:
    path = _sign_ins_file()
    if not path.exists():
        return
    sign_ins = json.loads(path.read_text())
    click.echo(_("Logg inn på /logg-inn som:"))
    for person in DEMO_PEOPLE:
        if person.address in sign_ins:
            role = role_name(person.grants[0].role)
            click.echo(f"  {person.address:<32} {sign_ins[person.address]:<18} {role}")
