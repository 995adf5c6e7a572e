"""``flask --app wsgi elections forget-signers …``: signatures are removed when nobody can need them any more."""

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import transaction
from app.elections.commands import refusals_told
from app.elections.lists.services.signers import forget_signers
from app.elections.queries import election_by_id_or_address


@click.command("forget-signers")
@click.argument("election")
@with_appcontext
def forget_signers_command(*, election: str) -> None:
    """Slett underskriftene på listeforslagene når gyldigheten er avgjort."""
    with refusals_told(), transaction() as session:
        row = election_by_id_or_address(session, election)
        number = forget_signers(session, row, by=AT_THE_KEYBOARD, at=now())
    click.echo(_("%(number)s underskrifter er slettet.", number=number))
