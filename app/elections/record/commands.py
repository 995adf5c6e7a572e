"""``flask --app wsgi elections issue-records`` and ``elections archive``: the records, and all that is kept."""

from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import db, transaction
from app.core.progress_bar import counted
from app.core.whole_files import write_whole
from app.elections.commands import INPUT, refusals_told
from app.elections.queries import contest_by_code, contests_of, election_by_id_or_address, settled_contests
from app.elections.record.services.archive import archive_bytes
from app.elections.record.services.issue import issue_record


@click.command("issue-records")
@click.argument("election")
@click.option("--contest", "contest", help="Bare denne bydelen (kode).")
@click.option("--reason", default="", help="Hvorfor en ny utgave trengs.")
@click.option("--address", "check_address", default="", help="Adressen til siden som kontrollerer papir.")
@with_appcontext
def issue_records_command(*, election: str, contest: str | None, reason: str, check_address: str) -> None:
    """Utsted valgprotokollene på bokmål og nynorsk; skriver ordene på hver."""
    issued = []
    with refusals_told(), transaction() as session:
        row = election_by_id_or_address(session, election)
        settled = settled_contests(session, row.id)
        chosen = (
            [contest_by_code(session, row, contest)]
            if contest
            else [each for each in contests_of(session, row.id) if each.code in settled]
        )
        for each in counted(_("Utsteder protokoller"), chosen):
            records = issue_record(session, each, reason, check_address=check_address, by=AT_THE_KEYBOARD, at=now())
            issued += [(record.document_id, record.language, record.words) for record in records]
    for document_id, language, words in issued:
        click.echo(f"{document_id}  {language}  {words}")


@click.command("archive")
@click.argument("election")
@click.argument("file", type=INPUT)
@with_appcontext
def archive_command(*, election: str, file: Path) -> None:
    """Skriv arkivpakken: alt som skal tas vare på av valget, i én ZIP-fil med innholdsliste."""
    with refusals_told():
        session = db.session()
        row = election_by_id_or_address(session, election)
        write_whole(file, [archive_bytes(session, row, at=now())])
    click.echo(_("Arkivpakken ligger i %(file)s.", file=file))
