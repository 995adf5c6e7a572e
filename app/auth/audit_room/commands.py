"""``flask --app wsgi audit``: is the audit trail what was recorded, and all of it as JSON lines.

``verify``: 0 when it is, 1 when it is not, with the first event that is wrong on standard error.
"""

import sys

import click
from flask_babel import gettext as _

from app.audit.domain.chain import Link
from app.audit.services import AT_THE_KEYBOARD, record
from app.audit.trail import broken_at, head_of_trail, links
from app.auth.audit_room.events import AuditTrailExported
from app.auth.audit_room.export import lines
from app.auth.audit_room.texts import break_text, whole_text
from app.core.clock import now
from app.core.command_group import AnsweringGroup
from app.core.database import db, transaction
from app.core.standard_output import tell, write_bytes

BROKEN = 1

audit = AnsweringGroup("audit", help="Revisjonssporet: kontroller det og skriv det ut.")


@audit.command("verify")
@click.option(
    "--noted",
    metavar="NUMMER:FINGERAVTRYKK",
    help="Et fingeravtrykk som ble skrevet ned tidligere: står hendelsen fortsatt slik?",
)
def verify(noted: str | None) -> None:
    """Kontroller at ingen hendelse er endret, fjernet, lagt til eller flyttet."""
    session = db.session()
    found = broken_at(session)
    if found:
        tell(break_text(found))
        sys.exit(BROKEN)
    if noted is not None and noted not in map(_noted, links(session)):
        tell(_("Ingen hendelse i revisjonssporet har nummeret og fingeravtrykket %(noted)s.", noted=noted))
        sys.exit(BROKEN)
    click.echo(whole_text(head_of_trail(session)))


@audit.command("export")
def export() -> None:
    """Skriv hele revisjonssporet til standard ut, én hendelse på hver linje (JSON)."""
    with transaction() as session:
        head = head_of_trail(session)
        event = AuditTrailExported("audit_trail", head.number, head.fingerprint)
        record(session, event, by=AT_THE_KEYBOARD, at=now())
    for line in lines(db.session(), head):
        write_bytes(line.encode())


def _noted(link: Link) -> str:
    return f"{link.number}:{link.fingerprint}"
