"""``flask --app wsgi practice ELECTION FOLDER``: a whole copy of an election to practise in, with paper to type from.

The copy is a database of its own, which says of itself that it is practice. Exit status 0, or 1 with one line.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_babel import gettext as _
from flask_migrate import upgrade

from app.audit.services import AT_THE_KEYBOARD
from app.auth.role_texts import role_name
from app.core.clock import now
from app.core.database import db, transaction
from app.core.database_told import database_told
from app.core.practice import FACTORY, PracticeCopy
from app.core.standard_output import FAILED, tell, written_out
from app.demo.accounts import make_accounts
from app.demo.people import DEMO_PEOPLE
from app.demo.practice.document import paper_pdf
from app.demo.practice.files import answer_files
from app.demo.practice.paper import practice_paper
from app.elections.commands import refusals_told
from app.elections.domain import election as domain
from app.elections.files.file_names import SETUP
from app.elections.files.setup_file import read_setup_file
from app.elections.queries import election_by_id_or_address, load_election
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.setting_up.services.hand_over import setup_to_hand_over
from config import Config

FILLING_KEY = "only to fill it: the server makes its own when it starts"
DATABASE, PAPER, ANSWERS = "ovelse.sqlite", "papir.pdf", "fasit"


@click.command("practice")
@click.argument("election")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--seed", type=int, default=1, show_default=True, help="Samme tall gir samme papirer.")
@with_appcontext
@written_out()
@database_told()
def practice(*, election: str, folder: Path, seed: int) -> None:
    """Lag en øvelse av et valg: en egen database, oppdiktede papirer å føre fra, og fasiten."""
    setup = _setup_of(election)
    try:
        sign_ins = _make(folder, setup, seed)
    except OSError as error:
        tell(_("Øvelsen kunne ikke skrives til %(folder)s (%(reason)s).", folder=folder, reason=error.strerror))
        sys.exit(FAILED)
    click.echo(_("Start øvelsen med:"))
    click.echo(f"  DATABASE_URL=sqlite:///{(folder / DATABASE).resolve()} make run")
    click.echo(_("Papirene å føre fra: %(file)s", file=folder / PAPER))
    click.echo(_("Logg inn på /logg-inn som:"))
    for person in DEMO_PEOPLE:
        role = role_name(person.grants[0].role)
        click.echo(f"  {person.address:<32} {sign_ins[person.address]:<18} {role}")


def _setup_of(election: str) -> domain.Election:
    """The election to copy, under a name that says what it is. Refused while its lists are not decided."""
    with refusals_told():
        row = election_by_id_or_address(db.session(), election)
        setup_to_hand_over(db.session(), row)
    setup = load_election(db.session(), row)
    return replace(setup, name=_("Øvelse: %(election)s", election=setup.name))


def _make(folder: Path, setup: domain.Election, seed: int) -> dict[str, str]:
    """Everything in a new or empty folder, all of it or nothing (``OSError``)."""
    folder = folder.resolve()
    papers = practice_paper(setup, seed)
    with tempfile.TemporaryDirectory(dir=_parent_of(folder)) as place:
        making = Path(place)
        (making / ANSWERS).mkdir()
        for name, content in answer_files(setup, papers):
            (making / ANSWERS / name).write_bytes(content)
        other = current_app.extensions[FACTORY](Config(f"sqlite:///{making / DATABASE}", FILLING_KEY))
        with other.app_context():
            sign_ins = _fill(setup, making / ANSWERS / SETUP)
            (making / PAPER).write_bytes(paper_pdf(setup, papers, seed, now()))  # here, so that it carries the mark
            db.session.remove()
            db.engine.dispose()
        os.replace(making, folder)  # noqa: PTH105 - the one call that swaps in a single step
        making.mkdir()  # for the one who tidies up after us
    folder.chmod(0o700)
    return sign_ins


def _parent_of(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder.parent


def _fill(setup: domain.Election, file: Path) -> dict[str, str]:
    """The database of the practice: what it is, the election, and somebody for each role."""
    upgrade()
    _read, sha256 = read_setup_file(file)
    with transaction() as session:
        session.add(PracticeCopy(id=1, copied=setup.name, made_at=now()))
        set_up_election(session, setup, Received(file, sha256), by=AT_THE_KEYBOARD, at=now())
        return make_accounts(session)
