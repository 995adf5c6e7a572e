"""The end of the record: what it was made from, by fingerprint, and the place for the board's signatures.

Rules: R-190.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.core.formatting import moment
from app.elections.documents.record_content import RecordContent
from app.elections.documents.record_tables import name_column
from app.elections.documents.record_words import NOTHING
from app.pdf.blocks import (
    Block,
    Column,
    Heading,
    KeepTogether,
    Look,
    Paragraph,
    Row,
    RowLook,
    Signatory,
    SignatureLines,
    Table,
)


def signing_section(content: RecordContent) -> Iterator[Block]:
    """Fingerprints and signatures, on one page."""
    yield KeepTogether(
        (
            Heading(2, _("Grunnlag og underskrifter")),
            Heading(3, _("Grunnlaget for valgoppgjøret")),
            Paragraph(
                _(
                    "Et fingeravtrykk (SHA-256) endrer seg om ett tegn i grunnlaget endres. Med kontrollpakken for "
                    "valget kan hvem som helst regne valgoppgjøret ut på nytt."
                ),
                Look.NOTE,
            ),
            _fingerprints(content),
            *_signatures(),
        )
    )


def _fingerprints(content: RecordContent) -> Table:
    columns = (name_column(_("Grunnlag")), Column(_("Mottatt")), Column(_("Fingeravtrykk (SHA-256)")))
    rows = [Row((each.name, moment(each.received_at), each.sha256)) for each in content.input_files]
    everything = _("Valgoppgjøret samlet")
    rows.append(Row((everything, NOTHING, content.input_sha256), RowLook.TOTAL))
    return Table(columns, tuple(rows), dense=True)


def _signatures() -> Iterator[Block]:
    yield Heading(3, _("Underskrifter"))
    yield Paragraph(_("Valgstyret har gjennomgått protokollen og bekrefter valgoppgjøret."))
    roles = (_("Leder"), _("Nestleder"), *(_("Medlem") for _place in range(4)))
    yield SignatureLines(tuple(Signatory("", role) for role in roles), place_and_date=_("Sted og dato"))
