"""``flask demo``: eight councils of Bergen with their history, an invented election, and somebody for each role.

Sign-ins are made once and kept in the instance folder, readable by its owner only; they are printed each time.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import click
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.models import Account
from app.auth.role_texts import role_name
from app.core.database import db, transaction
from app.core.database_told import database_told
from app.core.practice import is_practice
from app.core.standard_output import tell, written_out
from app.demo.accounts import make_accounts
from app.demo.election import DEMO_SEED
from app.demo.fill import SeedNeedsLot, fill
from app.demo.people import DEMO_PEOPLE
from app.elections.models import ElectionRow

SIGN_INS = "demo_sign_ins.json"


@click.command("demo")
@click.option("--if-empty", is_flag=True, help="Gjør ingenting når databasen har innhold.")
@click.option("--seed", type=int, default=DEMO_SEED, show_default=True, help="Samme tall gir samme valg.")
@written_out()
@database_told()
def demo(*, if_empty: bool, seed: int) -> None:
    """Fyll en tom database med oppdiktede bydelsutvalg, historien deres og et avgjort bydelsvalg."""
    if not _is_empty(db.session()):
        if not if_empty:
            tell(_("Databasen har innhold fra før; demodata legges bare i en tom database."))
            sys.exit(1)
        if not is_practice():  # whose accounts are its own
            _print_sign_ins()
        return
    click.echo(_("Lager demodata: åtte bydelsutvalg fra 2020 og valget i 2023 …"))
    try:
        with tempfile.TemporaryDirectory() as folder, transaction() as session:
            fill(session, Path(folder), seed)
            sign_ins = make_accounts(session)
    except SeedNeedsLot as needed:
        raise click.ClickException(
            _("Demovalget med dette tallet krever loddtrekning; velg et annet --seed.")
        ) from needed
    _keep_sign_ins(sign_ins)
    _print_sign_ins()


def _is_empty(session: Session) -> bool:
    return all(session.scalar(select(table.id).limit(1)) is None for table in (ElectionRow, Account))


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
