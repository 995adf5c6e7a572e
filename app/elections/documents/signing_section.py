"""The end of the record: what it was made from, by fingerprint, and the place for the board's signatures.

Rules: R-190.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.formatting import moment, number
from app.elections.documents.record_content import RecordContent
from app.pdf.blocks import (
    Block,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Look,
    Paragraph,
    Row,
    Signatory,
    SignatureLines,
    Table,
)


def signing_section(content: RecordContent) -> Iterator[Block]:
    """Fingerprints and signatures."""
    yield Heading(2, _("Grunnlag og underskrifter"))
    yield Heading(3, _("Grunnlaget for valgoppgjøret"))
    yield Paragraph(
        _(
            "Et fingeravtrykk (SHA-256) endrer seg om ett tegn i grunnlaget endres. Med kontrollpakken for valget kan "
            "hvem som helst regne valgoppgjøret ut på nytt."
        ),
        Look.NOTE,
    )
    yield KeyValues(((_("Fingeravtrykk av grunnlaget"), content.input_sha256),))
    if content.input_files:
        yield _files(content)
    yield KeepTogether(tuple(_signatures()))


def _files(content: RecordContent) -> Table:
    columns = (
        Column(_("Fil"), row_header=True),
        Column(_("Mottatt")),
        Column(_("Byte")),
        Column(_("Fingeravtrykk (SHA-256)")),
    )
    rows = tuple(
        Row((each.name, moment(each.received_at), number(each.size), each.sha256)) for each in content.input_files
    )
    return Table(columns, rows, dense=True)


def _signatures() -> Iterator[Block]:
    yield Heading(3, _("Underskrifter"))
    yield Paragraph(_("Valgstyret har gjennomgått protokollen og bekrefter valgoppgjøret."))
    roles = (_("Leder"), _("Nestleder"), *(_("Medlem") for _place in range(4)))
    yield SignatureLines(tuple(Signatory("", role) for role in roles), place_and_date=_("Sted og dato"))
