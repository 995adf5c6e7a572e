"""``flask --app wsgi elections export-setup …``: the setup for printer and scanner."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from app.core.database import db
from app.core.database_told import database_told
from app.core.standard_output import write_bytes, written_out
from app.core.whole_files import write_whole
from app.elections.commands import output_option, refusals_told
from app.elections.queries import election_by_id_or_address
from app.elections.setting_up.services.hand_over import setup_to_hand_over


@click.command("export-setup")
@click.argument("election")
@output_option
@with_appcontext
@written_out()
@database_told()
def export_setup_command(*, election: str, output: Path | None) -> None:
    """Skriv setup.json til trykkeri og skanner, når listene er avgjort."""
    with refusals_told():
        session = db.session()
        content = setup_to_hand_over(session, election_by_id_or_address(session, election))
        if output is None:
            write_bytes(content)
        else:
            write_whole(output, [content])
